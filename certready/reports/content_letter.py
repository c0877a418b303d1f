"""The letter to the owner: one page in plain words, with nothing in it that the report does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from certready.assessment import TargetAssessment
from certready.milestones import MONTH, Kind
from certready.model import Fee, Level
from certready.reports import wording_letter as words
from certready.reports.blocks import Letter, Passage, Point
from certready.reports.content_fees import figure
from certready.reports.content_start import decisions, starts
from certready.reports.plan_told import short_day
from certready.reports.voice import Voice, amount, money, whole
from certready.scoring import Verdict
from certready.uncertainty import Days

MOST_TARGETS = 4  # told one by one
MOST_LACKING = 2  # requirements named for each
MOST_FEES = 3
SOON = timedelta(days=7)
BRACKETS = re.compile(r"\s*\([^()]*\)")


def letter(voice: Voice) -> Letter:
    """All of the letter."""
    started = starts(voice)
    title = words.START if len(started) > 1 else words.START_FEW
    later = voice.plan.timetable.start > voice.assessment.on + SOON and bool(voice.plan.timetable.spans)
    if later:
        title = words.START_ON if len(started) > 1 else words.START_FEW_ON
    return Letter(
        title=voice.say(words.TITLE),
        greeting=voice.say(words.GREETING),
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
    """A title within a sentence, without what stands in brackets; names in capitals stay."""
    bare = BRACKETS.sub("", title) or title
    return bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare


def _costs(voice: Voice) -> Iterator[str]:
    plan, sure = voice.plan, voice.sure_of_all
    if not plan.packages:
        yield voice.say(words.COSTS_NOTHING)
    else:
        text = words.COSTS_SURE if sure else words.COSTS_LIKELY
        half, most = (sure.cost_half, sure.cost_most) if sure else (plan.cost.likely, plan.cost.high)
        yield voice.say(text, half=money(half), most=money(most), days=amount(plan.effort.likely))
    fees = list(dict.fromkeys(fee for row in voice.milestones for fee in row.fees if fee.currency))
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
    return Passage(voice.say(words.WHEN), "" if points else voice.say(words.WHEN_NOTHING), points)


def _days(voice: Voice) -> Iterator[Point]:
    """The gravest mended, every target ready and what follows, all of it done."""
    sure, plan = voice.forecast, voice.plan
    if plan.no_critical_gap is not None:
        days = sure.no_critical_gap if sure else None
        yield Point(voice.say(words.WHEN_CRITICAL), _day(voice, plan.no_critical_gap, days))
    scored = [target for target in voice.assessment.targets if target.declared is not None]
    for target in scored[:MOST_TARGETS]:
        text = " ".join((*_ready(voice, target), *_granted(voice, target.checklist.id)))
        if text:
            yield Point(voice.say(words.WHEN_READY, certificate=_certificate(voice, target)), text)
    if plan.timetable.spans:
        lead = words.WHEN_DOABLE if plan.impossible else words.WHEN_ALL
        yield Point(voice.say(lead), _day(voice, plan.timetable.finish, sure.done if sure else None))


def _ready(voice: Voice, target: TargetAssessment) -> Iterator[str]:
    """When a target is ready; nothing where nothing is planned that could make it so."""
    name = target.checklist.id
    day = voice.plan.ready.get(name)
    if target.verdict is Verdict.READY:
        yield voice.say(words.WHEN_READY_ALREADY)
    elif day is not None:
        yield _day(voice, day, voice.forecast.ready.get(name) if voice.forecast else None)
    elif voice.plan.packages:
        why = next((row.why for row in voice.milestones if row.kind is Kind.READY and row.target == name), None)
        yield voice.say(words.WHEN_NEVER.get(why, words.WHEN_NOT_BY_THIS_PLAN))


def _granted(voice: Voice, target: str) -> Iterator[str]:
    """How long the authority takes after the application, by what is published."""
    found = {row.kind: row for row in voice.milestones if row.target == target}
    filed, granted = found.get(Kind.FILED), found.get(Kind.CERTIFICATE)
    if filed is None or filed.day is None or granted is None or granted.latest is None or granted.why is not None:
        return
    ends = (granted.day or granted.latest, granted.latest)
    first, last = (whole((day - filed.day).days / MONTH) for day in ends)
    yield voice.say(words.WHEN_RANGE if first < last else words.WHEN_LATEST, first=first, last=last)


def _day(voice: Voice, day: date, days: Days | None) -> str:
    """With how sure it is, where that is known."""
    if days is None or days.half is None or days.most is None:
        return voice.say(words.WHEN_DAY, day=voice.day(day))
    return voice.say(words.WHEN_SURE, half=short_day(voice, days.half), most=short_day(voice, days.most))
