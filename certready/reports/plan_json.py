"""The plan as plain data, for the assessment's JSON and for `plan --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from certready.limiting import Limited
from certready.milestones import Milestone, filings, milestones
from certready.model import Fee, Range, Text
from certready.moves import Move
from certready.packages import Package
from certready.planning import Plan
from certready.reports.voice import Voice
from certready.scoring import Interval, percent
from certready.uncertainty import Days, Forecast

Json = Mapping[str, object]


def plan_data(plan: Plan) -> dict[str, object]:
    """The plan as the contract has it."""
    table = plan.timetable
    return {
        "start": _day(table.start) if table.spans else None,
        "finish": _day(table.finish) if table.spans else None,
        "days": table.days if table.spans else None,
        "weeks": _range(plan.weeks),
        "effort": _range(plan.effort),
        "cost": {**_range(plan.cost), "currency": "MXN"},
        "fx": {"assumed": plan.fx_assumed, **plan.fx},
        "team": dict(plan.team),
        "open_questions": plan.open_questions,
        "no_critical_gap": _day(plan.no_critical_gap),
        "ready": {target: _day(day) for target, day in plan.ready.items()},
        "packages": [_package(package) for package in plan.packages],
        "curve": _curve(plan),
    }


def full_data(voice: Voice, limited: Limited | None, forecast: Forecast | None) -> dict[str, object]:
    """The plan with milestones, limits, how sure it is, and what the authorities publish for what it files."""
    plan, assessment, library = voice.plan, voice.assessment, voice.library
    targets = [target.checklist.id for target in assessment.targets if target.declared is not None]
    return {
        **plan_data(plan),
        "milestones": [_milestone(row) for row in milestones(library, assessment, plan)],
        "limits": _limits(limited) if limited else None,
        "forecast": _forecast(forecast) if forecast else None,
        "fees": {
            package.practice.id: found
            for package in plan.packages
            if (found := [_fee(fee) for fee in filings(library, package, targets, assessment.on)])
        },
    }


def move_data(move: Move) -> Json:
    """One of the next moves."""
    return {
        "practice": move.package.practice.id,
        "title": _text(move.package.practice.title),
        "points": round(move.points, 2),
        "cost": round(move.cost, 1),
        "weeks": round(move.weeks, 1),
        "joint": move.joint,
        "score_after": {target: _interval(one.interval) for target, one in move.after.items()},
        "verdict_after": {target: one.verdict.value for target, one in move.after.items()},
    }


def _package(package: Package) -> Json:
    return {
        "practice": package.practice.id,
        "title": _text(package.practice.title),
        "closes": list(package.closes),
        "closes_critical": package.closes_critical,
        "from_level": package.start_level.value,
        "to_level": package.end_level.value,
        "after": list(package.after),
        "use_after": list(package.use_after),
        "start": _day(package.start),
        "finish": _day(package.finish),
        "weeks": _range(package.weeks),
        "effort": _range(package.effort),
        "cost": {**_range(package.cost), "currency": "MXN"},
        "owner": package.practice.owner,
        "under_way": package.under_way,
        "since": _day(package.since),
        "done_share": round(package.head_start, 3),
        "lacks": list(package.lacks),
        "steps": [_step(package, number) for number in range(len(package.works))],
        "score_after": {target: _interval(interval) for target, interval in package.score_after.items()},
    }


def _step(package: Package, number: int) -> Json:
    work = package.works[number]
    span = package.spans[number] if number < len(package.spans) else None
    return {
        "from_level": work.step.start.value,
        "to_level": work.step.end.value,
        "actions": {"es": list(work.step.actions.es), "en": list(work.step.actions.en)},
        "deliverables": {"es": list(work.step.deliverables.es), "en": list(work.step.deliverables.en)},
        "effort": _range(work.effort),
        "by": {role: round(share * work.effort.likely, 2) for role, share in work.step.shares.items()},
        "start": _day(span.start) if span else None,
        "worked_until": _day(span.worked_until) if span else None,
        "finish": _day(span.finish) if span else None,
        "critical_path": span.critical if span else False,
        "people": [
            {"role": part.role, "first_day": part.begins, "days": part.worked - part.begins, "people": part.people}
            for part in (span.parts if span else ())
        ],
    }


def _curve(plan: Plan) -> list[Json]:
    """Score of every target before the work and after each package, in the order they finish."""
    finished = sorted((row for row in plan.packages if row.finish), key=lambda row: row.finish or date.max)
    steps = [(None, None, plan.score_before), *((row.practice.id, row.finish, row.score_after) for row in finished)]
    return [
        {"after": after, "on": _day(day), "score": {target: _interval(one) for target, one in scores.items()}}
        for after, day, scores in steps
    ]


def _milestone(row: Milestone) -> Json:
    return {
        "kind": row.kind.value,
        "target": row.target,
        "day": _day(row.day),
        "latest": _day(row.latest),
        "so_far": row.so_far,
        "why_not": row.why.value if row.why else None,
        "terms": [fee.id for fee in row.terms],
        "fees": [fee.id for fee in row.fees],
    }


def _limits(limited: Limited) -> Json:
    return {
        "budget": limited.limits.budget,
        "ready_by": _day(limited.limits.ready_by),
        "left_out": [row.practice.id for row in limited.left_out],
        "affordable": [row.practice.id for row in limited.affordable],
        "full_cost": round(limited.full_cost, 1),
        "critical_cost": None if limited.critical_cost is None else round(limited.critical_cost, 1),
        "earliest": _day(limited.done),
        "price": {
            target: {
                "score": _interval(price.chosen),
                "verdict": price.chosen_verdict.value,
                "full_score": _interval(price.full),
                "full_verdict": price.full_verdict.value,
            }
            for target, price in limited.prices.items()
        },
    }


def _forecast(forecast: Forecast) -> Json:
    return {
        "draws": forecast.draws,
        "done": _days(forecast.done),
        "no_critical_gap": _days(forecast.no_critical_gap) if forecast.no_critical_gap else None,
        "ready": {target: _days(days) for target, days in forecast.ready.items()},
        "cost": {"p50": round(forecast.cost_half), "p80": round(forecast.cost_most), "currency": "MXN"},
        "in_time": forecast.in_time,
        "in_budget": forecast.in_budget,
    }


def _days(days: Days) -> Json:
    return {"p50": _day(days.half), "p80": _day(days.most)}


def _fee(fee: Fee) -> Json:
    return {
        "id": fee.id,
        "kind": fee.kind.value,
        "title": _text(fee.title),
        "value": fee.payable if fee.payable is not None else fee.value,
        "low": fee.low,
        "high": fee.high,
        "currency": fee.currency,
        "unit": fee.unit.value if fee.unit else None,
        "verified": fee.verified,
    }


def _text(text: Text) -> Json:
    return {"es": text.es, "en": text.en}


def _interval(interval: Interval) -> Json:
    return {"low": percent(interval.low), "high": percent(interval.high)}


def _range(one: Range) -> Json:
    return {"low": round(one.low, 1), "likely": round(one.likely, 1), "high": round(one.high, 1)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
