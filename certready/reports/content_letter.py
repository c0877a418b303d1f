"""The letter to the owner: one page in plain words, with nothing in it that the report does not show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from certready.assessment import TargetAssessment
from certready.model import Fee, Level
from certready.milestones import Kind, milestones
from certready.reports import wording_letter as words
from certready.reports.blocks import Letter, Passage, Point
from certready.reports.content_fees import figure
from certready.reports.content_start import decisions, starts
from certready.reports.plan_told import short_day
from certready.reports.voice import Voice, amount, money
from certready.reports.wording import NO_NAME
from certready.scoring import Verdict
from certready.uncertainty import Days

MOST_TARGETS = 4  # told one by one
MOST_LACKING = 2  # requirements named for each
MOST_FEES = 3
SOON = timedelta(days=7)


def letter(voice: Voice) -> Letter:
    """All of the letter."""
    plant = voice.assessment.supplier.name.strip() or voice.say(NO_NAME)
    started = starts(voice)
    title = words.START if len(started) > 1 else words.START_FEW
    later = voice.plan.timetable.start > voice.assessment.on + SOON and bool(voice.plan.timetable.spans)
    if later:
        title = words.START_ON if len(started) > 1 else words.START_FEW_ON
    return Letter(
        title=voice.say(words.TITLE),
        greeting=voice.say(words.GREETING, supplier=plant),
        passages=(
            _stand(voice),
            _stops(voice),
            Passage(voice.say(words.COSTS), " ".join(_costs(voice))),
            _when(voice),
            Passage(voice.say(words.DECIDE), points=tuple(decisions(voice))),
            Passage(voice.say(title, day=voice.day(voice.plan.timetable.start)), points=started, numbered=True),
        ),
        notice=voice.say(words.NOTICE, day=voice.day(voice.assessment.on)),
    )


def _certificate(voice: Voice, target: TargetAssessment) -> str:
    return voice.say(target.checklist.certificate)


def _more(voice: Voice, hidden: int) -> str:
    if not hidden:
        return ""
    return voice.say(words.MORE_TARGET if hidden == 1 else words.MORE_TARGETS, n=hidden)


def _stand(voice: Voice) -> Passage:
    targets = voice.assessment.targets
    if not targets:
        return Passage(voice.say(words.STAND), voice.say(words.STAND_NONE))
    points = tuple(
        Point(f"{_certificate(voice, target)}:", _stands(voice, target)) for target in targets[:MOST_TARGETS]
    )
    text = f"{voice.say(words.READY_FROM)} {_more(voice, len(targets) - len(points))}".strip()
    return Passage(voice.say(words.STAND), text, points)


def _stands(voice: Voice, target: TargetAssessment) -> str:
    if target.declared is None:
        return voice.say(words.STAND_NOT_OURS)
    missing = target.counts.unknown
    text = words.STAND_LINES[target.verdict]
    if target.verdict is Verdict.UNDETERMINED and missing == 1:
        text = words.STAND_ONE_MISSING
    return voice.say(text, score=voice.interval(target.declared.interval), n=f"{missing:,}")


def _stops(voice: Voice) -> Passage:
    """What stays closed, target by target, and what closes it."""
    closed = [
        target
        for target in voice.assessment.targets
        if target.declared is not None and target.verdict is not Verdict.READY
    ]
    title = voice.say(words.STOPS)
    if not closed:
        return Passage(title, voice.say(words.STOPS_NOTHING))
    shown = closed[:MOST_TARGETS]
    points = (
        Point(
            f"{_certificate(voice, target)}.",
            " ".join((voice.say(words.MARKETS.get(target.checklist.id, words.ANY_MARKET)), *_lacking(voice, target))),
        )
        for target in shown
    )
    return Passage(title, _more(voice, len(closed) - len(shown)), tuple(points))


def _lacking(voice: Voice, target: TargetAssessment) -> Iterator[str]:
    gates = target.declared.gates if target.declared else ()
    rows = [row for gate in gates if (row := voice.assessment.requirement(gate.id)) is not None]
    known = [row for row in voice.assessment.gaps() if row in rows]
    unknown = sum(row.standing.level is Level.UNKNOWN for row in rows)
    if known:
        named = "; ".join(_lower(voice.say(row.requirement.title)) for row in known[:MOST_LACKING])
        hidden = len(known) - MOST_LACKING
        what = voice.say(words.AND_MORE, what=named, n=hidden) if hidden > 0 else named
        yield voice.say(words.LACKING, what=what)
    elif unknown:
        yield voice.say(words.LACKING_ANSWER if unknown == 1 else words.LACKING_ANSWERS, n=f"{unknown:,}")
    else:
        yield voice.say(words.LACKING_POINTS)


def _lower(title: str) -> str:
    """A title within a sentence; names in capitals stay."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _costs(voice: Voice) -> Iterator[str]:
    plan, sure = voice.plan, voice.forecast
    if not plan.packages:
        yield voice.say(words.COSTS_NOTHING)
    else:
        text = words.COSTS_SURE if sure else words.COSTS_LIKELY
        half, most = (sure.cost_half, sure.cost_most) if sure else (plan.cost.likely, plan.cost.high)
        yield voice.say(text, half=money(half), most=money(most), days=amount(plan.effort.likely))
    found = milestones(voice.library, voice.assessment, plan)
    fees = list(dict.fromkeys(fee for row in found if row.kind is Kind.FILED for fee in row.fees if fee.currency))
    if fees:
        told = "; ".join(_fee(voice, fee) for fee in fees[:MOST_FEES])
        hidden = len(fees) - MOST_FEES
        if hidden > 0:
            told = voice.say(words.AND_MORE, what=told, n=hidden)
        yield voice.say(words.COSTS_FEES, fees=told)
    elif plan.packages:
        yield voice.say(words.COSTS_WITHOUT)


def _fee(voice: Voice, fee: Fee) -> str:
    unsure = "" if fee.verified else voice.say(words.UNSURE)
    return voice.say(words.FEE, title=_lower(voice.say(fee.title)), figure=figure(voice, fee), unsure=unsure)


def _when(voice: Voice) -> Passage:
    points = tuple(_days(voice))
    title = voice.say(words.WHEN)
    if points:
        return Passage(title, points=points)
    scored = [target for target in voice.assessment.targets if target.declared is not None]
    ready = bool(scored) and all(target.verdict is Verdict.READY for target in scored)
    return Passage(title, voice.say(words.WHEN_READY_NOW if ready else words.WHEN_NOTHING))


def _days(voice: Voice) -> Iterator[Point]:
    """The milestones that have a day; a target that has none only where a plan was made for it."""
    sure, plan = voice.forecast, voice.plan
    if plan.no_critical_gap is not None:
        day = _sure(voice, sure.no_critical_gap) if sure and sure.no_critical_gap else ""
        yield Point(
            voice.say(words.WHEN_CRITICAL),
            day or voice.say(words.WHEN_DAY, day=voice.day(plan.no_critical_gap)),
        )
    found = milestones(voice.library, voice.assessment, plan)
    filed = {row.target: row.day for row in found if row.kind is Kind.FILED}
    named = [target.checklist.id for target in voice.assessment.targets if target.declared is not None][:MOST_TARGETS]
    for target in voice.assessment.targets:
        name = target.checklist.id
        if name not in named:
            continue
        day = plan.ready.get(name)
        if target.verdict is not Verdict.READY and plan.packages:
            lead = voice.say(words.WHEN_READY, certificate=_certificate(voice, target))
            days = sure.ready.get(name) if sure else None
            text = voice.say(words.WHEN_DAY, day=voice.day(day)) if day else voice.say(words.WHEN_NEVER)
            yield Point(lead, (_sure(voice, days) if days else "") or text)
        row = next((one for one in found if one.kind is Kind.CERTIFICATE and one.target == name and one.latest), None)
        applied = filed.get(name)
        if row is not None and row.latest is not None and applied is not None:
            first = row.day or row.latest
            text = voice.say(
                words.WHEN_RANGE if row.day else words.WHEN_LATEST,
                first=short_day(voice, first),
                last=short_day(voice, row.latest),
                filed=short_day(voice, applied),
            )
            yield Point(voice.say(words.WHEN_OUTCOME, certificate=_certificate(voice, target)), text)


def _sure(voice: Voice, days: Days) -> str:
    if days.half is None or days.most is None:
        return ""
    return voice.say(words.WHEN_SURE, half=short_day(voice, days.half), most=short_day(voice, days.most))
