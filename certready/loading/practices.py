"""practices.yaml: how plants close gaps, in steps with effort, time and cost."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import LOCAL_ID
from certready.loading.fields import Fields, as_fields, open_file
from certready.loading.report import Report
from certready.loading.rule import Place, shown
from certready.loading.source import Node
from certready.model import Cost, Level, Practice, PracticeBook, Range, Role, Step

_ROOT = frozenset({"certready", "as_of", "effort_exponent", "roles", "practices"})
_ROLE = frozenset({"title", "capacity"})
_PRACTICE = frozenset({"id", "title", "owner", "after", "use_after", "basis", "steps"})
_STEP = frozenset(["from", "to", "actions", "deliverables", "effort", "by", "run_weeks", "elapsed_weeks", "cost"])
_COST = frozenset({"low", "likely", "high", "currency"})
_CLIMB = [
    (Level.ABSENT, Level.DOCUMENTED),
    (Level.DOCUMENTED, Level.IMPLEMENTED),
    (Level.IMPLEMENTED, Level.EFFECTIVE),
]
_DAYS, _WEEKS, _MONEY = 10_000, 520, 1e9
_ROUNDING = 0.001
_CURRENCY = re.compile("[A-Z]{3}")


def read_practices(data: bytes, file: str, base: PracticeBook | None = None) -> tuple[PracticeBook, list[Diagnostic]]:
    """The book of practices; roles and practices of the file replace those of the same id in `base`."""
    base = base or PracticeBook()
    report, fields = open_file(data, file, _ROOT)
    if fields is None:
        return base, in_file_order(report.found)
    exponent = fields.number("effort_exponent", 0, 2)
    roles = {**base.roles, **_roles(fields)}
    rows = _rows(fields)
    known = {**base.practices, **dict.fromkeys(rows)}
    practices = dict(base.practices)
    for name, row in rows.items():
        practices[name] = _practice(row, name, roles, known)
    _find_cycles(report, rows, practices)
    book = PracticeBook(
        roles=roles,
        practices=practices,
        effort_exponent=base.effort_exponent if exponent is None else exponent,
        as_of=fields.date("as_of") or base.as_of,
    )
    return book, in_file_order(report.found)


def _roles(fields: Fields) -> dict[str, Role]:
    found: dict[str, Role] = {}
    roles = fields.fields("roles", None)
    if roles is None:
        return found
    for name, _, node in roles.own():
        row = as_fields(fields.report, node, name, _ROLE)
        if row is not None:
            row.missing("capacity")
            found[name] = Role(name, row.both("title"), row.number("capacity", 0, 1000) or 0.0)
    return found


def _rows(fields: Fields) -> dict[str, Fields]:
    report = fields.report
    found: dict[str, Fields] = {}
    for node in fields.items("practices"):
        row = as_fields(report, node, "practices", _PRACTICE)
        if row is None or row.missing("id"):
            continue
        name, place = row.text("id"), row.place("id")
        if not LOCAL_ID.fullmatch(name):
            report.add(faults.NOT_AN_ID, place, key="id", word=shown(name))
        elif name in found:
            report.add(faults.REPEATED_ID, place, word=shown(name), line=found[name].place("id").line)
        else:
            found[name] = row
    return found


def _practice(row: Fields, name: str, roles: MappingType[str, Role], known: MappingType[str, object]) -> Practice:
    report = row.report
    row.missing("owner", "steps")
    owner = row.text("owner")
    if owner and owner not in roles:
        report.unknown(faults.UNKNOWN_ROLE, row.place("owner"), owner, roles)
    after, use_after = row.words("after"), row.words("use_after")
    for word in (*after, *use_after):
        if word.text not in known:
            report.unknown(faults.UNKNOWN_AFTER, word, word.text, known)
    steps = tuple(step for node in row.items("steps") if (step := _step(report, node, roles)) is not None)
    if "steps" in row and [(step.start, step.end) for step in steps] != _CLIMB:
        report.add(faults.STEPS, row.place("steps"))
    return Practice(
        id=name,
        title=row.both("title"),
        owner=owner,
        steps=steps,
        after=tuple(word.text for word in after if word.text in known),
        use_after=tuple(word.text for word in use_after if word.text in known),
        basis=row.both("basis"),
    )


def _step(report: Report, node: Node, roles: MappingType[str, Role]) -> Step | None:
    row = as_fields(report, node, "steps", _STEP)
    if row is None:
        return None
    row.missing("from", "to")
    return Step(
        start=row.choice("from", Level) or Level.UNKNOWN,
        end=row.choice("to", Level) or Level.UNKNOWN,
        actions=row.both_lists("actions"),
        deliverables=row.both_lists("deliverables"),
        effort=row.range("effort", _DAYS),
        shares=_shares(row, roles),
        run_weeks=row.number("run_weeks", 0, _WEEKS) or 0.0,
        elapsed_weeks=row.range("elapsed_weeks", _WEEKS),
        cost=_cost(row),
    )


def _shares(row: Fields, roles: MappingType[str, Role]) -> dict[str, float]:
    fields = row.fields("by", None)
    if fields is None:
        row.missing("by")
        return {}
    found: dict[str, float] = {}
    for role, place, _ in fields.own():
        if role not in roles:
            row.report.unknown(faults.UNKNOWN_ROLE, place, role, roles)
        found[role] = fields.number(role, 0, 1) or 0.0
    total = sum(found.values())
    if abs(total - 1) > _ROUNDING:
        row.report.add(faults.SHARES_SUM, fields.node, word=f"{total:g}")
    return found


def _cost(row: Fields) -> Cost:
    fields = row.fields("cost", _COST)
    if fields is None:
        return Cost(Range(0, 0, 0), "MXN")
    currency = fields.text("currency")
    fields.missing("currency")
    if currency and not is_currency(currency):
        row.report.add(faults.BAD_CURRENCY, fields.place("currency"), word=shown(currency))
    return Cost(fields.as_range("cost", _MONEY), currency)


def is_currency(word: str) -> bool:
    """Whether it looks like an ISO 4217 code."""
    return _CURRENCY.fullmatch(word) is not None


def _find_cycles(report: Report, rows: MappingType[str, Fields], practices: MappingType[str, Practice]) -> None:
    """Practices that wait for one another could never start."""
    done: set[str] = set()
    for name in rows:
        cycle = _cycle_from(name, practices, done)
        if cycle:
            row = rows.get(cycle[0], rows[name])
            place: Place = row.place("after" if cycle[1] in practices[cycle[0]].after else "use_after")
            report.add(faults.AFTER_CYCLE, place, path=" → ".join(cycle))


def _before(practice: Practice) -> tuple[str, ...]:
    return (*practice.after, *practice.use_after)


def _cycle_from(name: str, practices: MappingType[str, Practice], done: set[str]) -> list[str]:
    path: list[str] = []
    stack = [(name, iter(_before(practices[name])))] if name not in done else []
    while stack:
        current, rest = stack[-1]
        if not path or path[-1] != current:
            path.append(current)
        following = next(rest, None)
        if following is None:
            done.add(current)
            stack.pop()
            path.pop()
        elif following in path:
            done.update(path)
            return [*path[path.index(following) :], following]
        elif following not in done and following in practices:
            stack.append((following, iter(_before(practices[following]))))
    return []
