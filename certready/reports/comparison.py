"""Two assessments side by side: what if, and what moved since the last time. As blocks for a pen, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from certready.assessment import Assessment, OutcomeRange, TargetAssessment
from certready.comparing import Comparison, GapMove, Slip
from certready.model import Level, Text
from certready.phrases import LEVEL_NAMES
from certready.reports import wording, wording_compared, wording_outcomes, wording_plan
from certready.reports.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Paragraph,
    Report,
    Section,
    Signed,
    Stacked,
    Table,
)
from certready.reports.content import titled
from certready.reports.content_front import ready_line, score_bar
from certready.reports.content_gaps import GRADE_SIGNS, practice_title
from certready.reports.content_outcomes import verdict_words
from certready.reports.plain import through_the_gate
from certready.reports.plan_told import short_day
from certready.reports.voice import Voice
from certready.scoring import Score, percent

Json = Mapping[str, object]


def what_if(voice: Voice, changes: Sequence[tuple[str, Level]], after: Assessment) -> Section:
    """Score, verdict and outcomes before and after some changes."""
    rows = [(one.id, one.title, one.before, one.after) for one in _pairs(voice.assessment, after)]
    asked = tuple(
        voice.say(wording_plan.WHAT_IF_LINE, name=_named(voice, name), level=LEVEL_NAMES[level])
        for name, level in changes
    )
    blocks: list[Block] = [Bullets(asked), _scores(voice, rows, wording_plan.NOW, wording_plan.WOULD_BE)]
    moved = [row for _, _, old, new in rows if old and new for row in _outcomes(voice, old, new)]
    columns = (
        Column(voice.say(wording_plan.OUTCOME), 0.3),
        Column(voice.say(wording_plan.NOW), 0.35),
        Column(voice.say(wording_plan.WOULD_BE), 0.35),
    )
    if moved:
        blocks.append(Table(columns, tuple(moved)))
    else:
        blocks.append(Paragraph(voice.say(wording_plan.UNCHANGED_OUTCOMES)))
    return through_the_gate(Section("what-if", voice.say(wording_plan.WHAT_IF), tuple(blocks)))


def compared(voice: Voice, found: Comparison, version: str) -> Report:
    """What moved between two assessments, and why; the voice speaks of the newer one."""
    sections = (_standing(voice, found), *_moves(voice, found), _plan(voice, found))
    report = titled(voice, wording_compared.TITLE, version, sections)
    return through_the_gate(replace(report, day=f"{voice.day(found.old.on)} – {report.day}"))


def _standing(voice: Voice, found: Comparison) -> Section:
    old, new = found.old, found.new
    blocks: list[Block] = []
    names = old.supplier.name.strip(), new.supplier.name.strip()
    if names[0] != names[1]:
        blocks.append(Paragraph(voice.say(wording_compared.OTHER_PLANT, old=names[0], new=names[1])))
    verdict = wording_compared.REGRESSED if found.regressed else wording_compared.NO_REGRESSION
    blocks.append(Paragraph(voice.say(verdict)))
    rows = [(one.id, one.title, one.before, one.after) for one in found.targets]
    bars = tuple(_bars(voice, rows))
    if bars:
        caption = voice.say(wording_compared.BARS)
        blocks.append(Bars(caption, bars, line=ready_line(), line_text=voice.say(wording.READY_LINE)))
    blocks.append(_scores(voice, rows, wording_compared.BEFORE, wording_compared.AFTER, gaps=True))
    title = voice.say(wording_compared.STANDING, old=voice.day(old.on), new=voice.day(new.on))
    return Section("standing", title, tuple(blocks))


def _bars(voice: Voice, rows: Sequence[Row]) -> Iterator[Bar]:
    for row in rows:
        for when, target in ((wording_compared.BEFORE, row[2]), (wording_compared.AFTER, row[3])):
            whole = score_bar(voice, target) if target else None
            if whole:
                label = voice.say(wording_compared.BAR_OF, target=_target(voice, row), when=when)
                yield replace(whole, label=label, note="", strong=when is wording_compared.AFTER)


def _moves(voice: Voice, found: Comparison) -> Iterator[Section]:
    """The gaps that were closed, then those that were opened."""
    words = wording_compared
    for name, title, none, moves in (
        ("closed", words.CLOSED, words.NO_GAP_CLOSED, found.closed),
        ("opened", words.OPENED, words.NO_GAP_OPENED, found.opened),
    ):
        columns = (Column(voice.say(words.GAP), 0.6), Column(voice.say(words.WHAT_HAPPENED), 0.4))
        table = Table(columns, tuple((_gap(voice, move), _reason(voice, move)) for move in moves))
        yield Section(name, voice.say(title, n=len(moves)), (table if moves else Paragraph(voice.say(none)),))


def _plan(voice: Voice, found: Comparison) -> Section:
    blocks: list[Block] = [_slips(voice, found)]
    for text, names in ((wording_compared.FINISHED, found.finished), (wording_compared.ADDED, found.added)):
        if names:
            titles = "; ".join(practice_title(voice, name) for name in names)
            blocks.append(Paragraph(voice.say(text, names=titles)))
    return Section("slips", voice.say(wording_compared.SLIPS), tuple(blocks))


def what_if_data(changes: Sequence[tuple[str, Level]], before: Assessment, after: Assessment) -> Json:
    """What if, as plain data."""
    return {
        "changes": [{"name": name, "level": level.value} for name, level in changes],
        "targets": [_pair_data(one.id, one.title, one.before, one.after) for one in _pairs(before, after)],
    }


def compared_data(found: Comparison) -> Json:
    """A comparison as plain data."""
    return {
        "format": "certready-comparison/1",
        "old": {"supplier": found.old.supplier.name, "on": found.old.on.isoformat()},
        "new": {"supplier": found.new.supplier.name, "on": found.new.on.isoformat()},
        "regressed": found.regressed,
        "targets": [
            {**_pair_data(one.id, one.title, one.before, one.after), "worse": one.worse} for one in found.targets
        ],
        "closed": [_gap_data(move) for move in found.closed],
        "opened": [_gap_data(move) for move in found.opened],
        "plan": {
            "no_critical_gap": _slip_data(found.critical),
            "done": _slip_data(found.done),
            "packages": [{"practice": row.practice, **_slip_data(row)} for row in found.packages],
            "finished": list(found.finished),
            "added": list(found.added),
        },
    }


class _Pair:
    """A target before and after."""

    def __init__(self, name: str, title: Text, before: TargetAssessment | None, after: TargetAssessment | None) -> None:
        self.id, self.title, self.before, self.after = name, title, before, after


def _pairs(before: Assessment, after: Assessment) -> Iterator[_Pair]:
    found = {row.checklist.id: row for row in after.targets}
    for row in before.targets:
        yield _Pair(row.checklist.id, row.checklist.title, row, found.get(row.checklist.id))


def _named(voice: Voice, name: str) -> str:
    return voice.named(name) if "/" in name else practice_title(voice, name)


Row = tuple[str, Text, TargetAssessment | None, TargetAssessment | None]


def _scores(voice: Voice, rows: Sequence[Row], then: Text, now: Text, *, gaps: bool = False) -> Table:
    columns = (
        Column(voice.say(wording_compared.TARGET), 0.3),
        Column(voice.say(then), 0.35),
        Column(voice.say(now), 0.35),
    )
    stands = ((_target(voice, row), *(_stand(voice, one, gaps=gaps) for one in row[2:])) for row in rows)
    return Table(columns, tuple(stands))


def _target(voice: Voice, row: Row) -> str:
    target = row[3] or row[2]
    return voice.say(target.checklist.certificate) if target else voice.say(row[1])


def _stand(voice: Voice, target: TargetAssessment | None, *, gaps: bool) -> Cell:
    if target is None:
        return voice.say(wording_compared.NOT_CHOSEN)
    score: Score | None = target.declared
    stand = f"{voice.score(score).text}, {voice.say(wording_plan.VERDICTS[target.verdict])}"
    if not gaps or score is None:
        return stand
    return Stacked(stand, voice.say(wording_compared.GAPS, **{key.value: n for key, n in target.gaps.items()}))


def _outcomes(voice: Voice, old: TargetAssessment, new: TargetAssessment) -> Iterator[tuple[Cell, ...]]:
    after = {one.model: one for one in new.outcomes}
    for one in old.outcomes:
        then = after.get(one.model)
        if then is not None and (one.low, one.high) != (then.low, then.high):
            before_words, after_words = _concluded(voice, one), _concluded(voice, then)
            if before_words != after_words:
                name = f"{old.checklist.id}: {voice.say(wording_outcomes.MODELS[one.model])}"
                yield name, before_words, after_words


def _concluded(voice: Voice, one: OutcomeRange) -> str:
    low, high = verdict_words(voice, one.low), verdict_words(voice, one.high)
    return low if low == high else voice.say(wording_plan.RANGE_OF_DAYS, first=low, last=high)


def _gap(voice: Voice, move: GapMove) -> Cell:
    title = voice.say(move.requirement.title)
    return Signed(GRADE_SIGNS[move.grade], f"{title} ({move.requirement.id})")


def _reason(voice: Voice, move: GapMove) -> str:
    before = LEVEL_NAMES[move.before] if move.before else ""
    after = LEVEL_NAMES[move.after] if move.after else ""
    return voice.say(wording_compared.REASONS[move.reason], before=before, after=after)


def _slips(voice: Voice, found: Comparison) -> Table:
    columns = (
        Column(voice.say(wording_compared.MILESTONE), 0.34),
        Column(voice.say(wording_compared.BEFORE), 0.2),
        Column(voice.say(wording_compared.AFTER), 0.2),
        Column("", 0.26),
    )
    no_critical = voice.say(wording_plan.KINDS[next(iter(wording_plan.KINDS))])
    named = [(no_critical, found.critical), (voice.say(wording_compared.ALL_DONE), found.done)]
    named += [(practice_title(voice, row.practice or ""), row) for row in found.packages]
    return Table(columns, tuple((name, *_slip(voice, row)) for name, row in named))


def _slip(voice: Voice, row: Slip) -> tuple[str, str, str]:
    nothing = voice.say(wording_compared.NO_DAY)
    before = short_day(voice, row.before) if row.before else nothing
    after = short_day(voice, row.after) if row.after else nothing
    days = row.days
    if days is None:
        return before, after, ""
    if not days:
        return before, after, voice.say(wording_compared.SAME_DAY)
    return before, after, voice.say(wording_compared.LATER if days > 0 else wording_compared.EARLIER, n=abs(days))


def _pair_data(
    name: str, title: Text, before: TargetAssessment | None, after: TargetAssessment | None
) -> dict[str, object]:
    return {
        "id": name,
        "title": {"es": title.es, "en": title.en},
        "before": _stand_data(before),
        "after": _stand_data(after),
    }


def _stand_data(target: TargetAssessment | None) -> Json | None:
    if target is None:
        return None
    score = target.declared
    return {
        "verdict": target.verdict.value,
        "low": percent(score.interval.low) if score else None,
        "high": percent(score.interval.high) if score else None,
        "gaps": {grade.value: number for grade, number in target.gaps.items()},
        "outcomes": {one.model.value: {"low": one.low, "high": one.high} for one in target.outcomes},
    }


def _gap_data(move: GapMove) -> Json:
    return {
        "id": move.requirement.id,
        "title": {"es": move.requirement.title.es, "en": move.requirement.title.en},
        "before": move.before.value if move.before else None,
        "after": move.after.value if move.after else None,
        "gap": move.grade.value,
        "reason": move.reason.value,
    }


def _slip_data(row: Slip) -> dict[str, object]:
    return {
        "before": row.before.isoformat() if row.before else None,
        "after": row.after.isoformat() if row.after else None,
        "days": row.days,
    }
