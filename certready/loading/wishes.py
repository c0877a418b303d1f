"""The `plan` section of a supplier file: what the plant wants of its plan."""

from __future__ import annotations

from datetime import date, timedelta

from certready.loading import faults
from certready.loading.fields import Fields, as_fields, is_nothing
from certready.loading.practices import is_currency
from certready.loading.report import Report
from certready.loading.rule import shown
from certready.loading.source import Node
from certready.model import PackageState, Period, PlanWishes, PracticeBook, Progress

_PLAN = frozenset(["start", "budget_mxn", "ready_by", "team", "shutdowns", "fx", "progress"])
_SHUTDOWN = frozenset({"from", "to"})
_PROGRESS = frozenset({"state", "since"})
_LONGEST_STANDSTILL = 366  # days
_MOST_PEOPLE, _MOST_MONEY, _MOST_RATE = 10_000, 1e12, 1e6


def read_plan(report: Report, node: Node | None, book: PracticeBook) -> PlanWishes:
    """What the plant asks of its plan; nothing where it asks nothing."""
    if node is None or is_nothing(node):
        return PlanWishes()
    fields = as_fields(report, node, "plan", _PLAN)
    if fields is None:
        return PlanWishes()
    rates = fields.fields("fx", None)
    start, ready_by = fields.date("start"), fields.date("ready_by")
    if start and ready_by and ready_by < start:
        report.add(faults.PERIOD_REVERSED, fields.place("ready_by"))
    return PlanWishes(
        start=start,
        budget_mxn=fields.number("budget_mxn", 0, _MOST_MONEY),
        ready_by=ready_by,
        team=_team(fields, book),
        shutdowns=_shutdowns(fields),
        fx=_rates(rates) if rates is not None else {},
        fx_on=rates.date("on") if rates is not None else None,
        progress=_progress(fields, book),
    )


def _team(plan: Fields, book: PracticeBook) -> dict[str, float]:
    fields = plan.fields("team", None)
    if fields is None:
        return {}
    found: dict[str, float] = {}
    for role, place, _ in fields.own():
        if book.roles and role not in book.roles:
            plan.report.unknown(faults.UNKNOWN_ROLE, place, role, book.roles)
        people = fields.number(role, 0, _MOST_PEOPLE)
        if people is not None:
            found[role] = people
    return found


def _shutdowns(plan: Fields) -> tuple[Period, ...]:
    found: list[tuple[date, date]] = []
    for node in plan.items("shutdowns"):
        fields = as_fields(plan.report, node, "shutdowns", _SHUTDOWN)
        if fields is None or fields.missing("from", "to"):
            continue
        start, until = fields.date("from"), fields.date("to")
        if start is None or until is None:
            continue
        if until < start:
            plan.report.add(faults.PERIOD_REVERSED, node)
        found.append((start, until))
    _check_standstill(plan, found)
    return tuple(Period(start, until) for start, until in found)


def _check_standstill(plan: Fields, shutdowns: list[tuple[date, date]]) -> None:
    """Shutdowns that follow one another for more than a year leave no calendar to plan on."""
    first = last = date.min
    for start, until in sorted(shutdowns):
        if start > last + timedelta(days=1):
            first = start
        last = max(last, until)
        if (last - first).days > _LONGEST_STANDSTILL:
            plan.report.add(
                faults.NO_WORKING_DAY, plan.place("shutdowns"), first=first.isoformat(), last=last.isoformat()
            )
            return


def _rates(fields: Fields) -> dict[str, float]:
    found: dict[str, float] = {}
    for currency, place, _ in fields.own():
        if currency == "on":
            continue
        if not is_currency(currency):
            fields.report.add(faults.BAD_CURRENCY, place, word=shown(currency))
        rate = fields.number(currency, 0.000001, _MOST_RATE)
        if rate is not None:
            found[currency] = rate
    return found


def _progress(plan: Fields, book: PracticeBook) -> dict[str, Progress]:
    fields = plan.fields("progress", None)
    if fields is None:
        return {}
    found: dict[str, Progress] = {}
    for practice, place, node in fields.own():
        if book.practices and practice not in book.practices:
            plan.report.unknown(faults.UNKNOWN_PROGRESS, place, practice, book.practices)
        row = as_fields(plan.report, node, practice, _PROGRESS)
        if row is None or row.missing("state"):
            continue
        state = row.choice("state", PackageState)
        since = row.date("since")
        if state is not None:
            found[practice] = Progress(state, since)
    return found
