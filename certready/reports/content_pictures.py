"""The plan as pictures: packages on the calendar, the score over time, the cost by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from certready.packages import Package
from certready.reports import wording_course as words
from certready.reports.blocks_pictures import Amount, Amounts, Curve, Curves, Lane, Moment, Stroke, Tick, Timeline
from certready.reports.plan_told import short_day
from certready.reports.quarters import by_quarter
from certready.reports.voice import Voice, money
from certready.reports.wording_plan import SHORT_MONTHS
from certready.scoring import READY_FROM, Verdict, percent
from certready.timetable import Span
from certready.uncertainty import Days

MOST_TICKS = 8
MONTHS_A_YEAR = 12
STEPS = (1, 2, 3, 6, 12, 24, 60)  # months between two dates with words


@dataclass(frozen=True, slots=True)
class Axis:
    """The days a picture spans."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """The place of a day as a share of the whole."""
        return min(max((day - self.first).days / max((self.last - self.first).days, 1), 0.0), 1.0)

    def after(self, day: date) -> float:
        """The place of the end of a day."""
        return self.at(day + timedelta(days=1))


def axis_of(voice: Voice) -> Axis:
    """From the start of the plan to the last day it may end on."""
    ends = [voice.plan.timetable.finish]
    if voice.forecast is not None:
        known = (voice.forecast.done, voice.forecast.no_critical_gap, *voice.forecast.ready.values())
        ends.extend(days.most for days in known if days is not None and days.most is not None)
    return Axis(voice.plan.timetable.start, max(ends) + timedelta(days=1))


def timeline(voice: Voice) -> Timeline:
    """Milestones with the days they may slip to, then every package with its steps."""
    axis = axis_of(voice)
    work, wait, chain, milestone, slip, urgent = (voice.say(text) for text in words.TIMELINE_LEGEND)
    lanes = (*_milestones(voice, axis), *_packages(voice, axis))
    return Timeline(
        caption=voice.say(words.TIMELINE_CAPTION),
        ticks=tuple(_ticks(voice, axis)),
        lanes=lanes,
        legend=(work, wait, chain, milestone, slip, urgent),
        label_heading=voice.say(words.LANE),
        note_heading=voice.say(words.LANE_DATES),
    )


def _milestones(voice: Voice, axis: Axis) -> Iterator[Lane]:
    plan, sure = voice.plan, voice.forecast
    if plan.no_critical_gap is not None:
        yield _milestone(
            voice, axis, voice.say(words.NO_CRITICAL), plan.no_critical_gap, sure.no_critical_gap if sure else None
        )
    for target in voice.assessment.targets:
        day = plan.ready.get(target.checklist.id)
        if day is not None and target.verdict is not Verdict.READY:
            label = voice.say(words.READY, certificate=target.checklist.certificate)
            yield _milestone(voice, axis, label, day, sure.ready.get(target.checklist.id) if sure else None)
    done = voice.say(words.DOABLE_DONE if plan.impossible else words.ALL_DONE)
    yield _milestone(voice, axis, done, plan.timetable.finish, sure.done if sure else None)


def _milestone(voice: Voice, axis: Axis, label: str, day: date, days: Days | None) -> Lane:
    slips = None
    if days is not None and days.half is not None and days.most is not None:
        slips = (axis.after(days.half), axis.after(days.most))
    return Lane(label, short_day(voice, day), milestone=axis.after(day), slips=slips)


def _packages(voice: Voice, axis: Axis) -> Iterator[Lane]:
    for number, package in enumerate(voice.plan.packages, start=1):
        yield Lane(
            label=voice.say(package.practice.title),
            note=_dates(voice, package),
            number=str(number),
            strokes=tuple(_stroke(axis, span) for span in package.spans),
            urgent=package.closes_critical,
        )


def _dates(voice: Voice, package: Package) -> str:
    if package.start is None or package.finish is None:
        return voice.say(words.LANE_NOBODY)
    return f"{short_day(voice, package.start)} – {short_day(voice, package.finish)}"


def _stroke(axis: Axis, span: Span) -> Stroke:
    return Stroke(axis.at(span.start), axis.after(span.worked_until), axis.after(span.finish), span.critical)


def _ticks(voice: Voice, axis: Axis) -> Iterator[Tick]:
    """The first days of months; as many with words as there is room for."""
    first = axis.first.year * MONTHS_A_YEAR + axis.first.month
    last = axis.last.year * MONTHS_A_YEAR + axis.last.month - 1
    step = next((step for step in STEPS if (last - first) / step < MOST_TICKS), STEPS[-1])
    for number in range(first, last + 1):
        year, month = divmod(number, MONTHS_A_YEAR)
        if (number - first) % step == 0:
            text = voice.say(words.TICK, month=SHORT_MONTHS[month], year=year)
            yield Tick(axis.at(date(year, month + 1, 1)), text)


def curves(voice: Voice) -> Curves:
    """The score of every target from the start to the end of the plan."""
    axis = axis_of(voice)
    low, high = (voice.say(text) for text in words.CURVES_LEGEND)
    return Curves(
        caption=voice.say(words.CURVES_CAPTION),
        ticks=tuple(_ticks(voice, axis)),
        curves=tuple(_curve(voice, axis, target) for target in voice.plan.score_before),
        line=float(READY_FROM),
        line_text=voice.say(words.CURVES_LINE),
        legend=(low, high),
    )


def _curve(voice: Voice, axis: Axis, target: str) -> Curve:
    plan = voice.plan
    before = plan.score_before[target]
    moments = {0.0: before}
    done = sorted((row for row in plan.packages if row.finish), key=lambda row: row.finish or date.max)
    for package in done:
        if package.finish is not None and target in package.score_after:
            moments[axis.after(package.finish)] = package.score_after[target]
    assessed = next(one for one in voice.assessment.targets if one.checklist.id == target)
    day = plan.ready.get(target)
    now = assessed.verdict is Verdict.READY
    reached = axis.after(day) if day is not None and not now else None
    text = words.CURVE_READY_NOW if now else words.CURVE_READY if day else words.CURVE_OPEN
    after = plan.score_at_end.get(target, before)
    return Curve(
        title=voice.say(assessed.checklist.certificate),
        points=tuple(Moment(at, percent(one.low), percent(one.high)) for at, one in moments.items()),
        note=voice.say(words.CURVE_NOTE, before=voice.interval(before), after=voice.interval(after)),
        reached=reached,
        reached_text=voice.say(text, day=short_day(voice, day) if day else ""),
    )


def amounts(voice: Voice) -> Amounts | None:
    """The outside cost by quarter; None where nothing is spent."""
    quarters = by_quarter(voice.plan)
    if not any(quarter.cost.high for quarter in quarters):
        return None
    rows, so_far = [], 0.0
    for quarter in quarters:
        cost = quarter.cost
        so_far += cost.likely
        text = voice.say(words.LOW_LIKELY_HIGH, low=money(cost.low), likely=money(cost.likely), high=money(cost.high))
        label = voice.say(words.QUARTER, number=quarter.number, year=quarter.year)
        rows.append(Amount(label, cost.low, cost.likely, cost.high, text, money(so_far)))
    bar, whisker = (voice.say(text) for text in words.QUARTERS_LEGEND)
    return Amounts(
        caption=voice.say(words.QUARTERS_CAPTION),
        rows=tuple(rows),
        legend=(bar, whisker),
        label_heading=voice.say(words.QUARTER_HEADING),
        text_heading=voice.say(words.COST_HEADING),
        note_heading=voice.say(words.SUM_HEADING),
    )
