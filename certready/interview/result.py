"""What the answers come to: the interval of each certificate, the verdict, the gravest gaps."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import AssessedRequirement, Assessment, TargetAssessment
from certready.interview import wording_end
from certready.interview.asking import Manner, Paragraph
from certready.interview.presenting import NOTHING, joined
from certready.model import LADDER, Level, Text
from certready.phrases import CRITICALITIES, LEVELS
from certready.scoring import NO_CAP, Score, percent

GAPS_SHOWN = 5


def score_paragraphs(assessment: Assessment, heading: Text, *, with_backed: bool = True) -> Iterator[Paragraph]:
    """The score of every certificate as an interval, with what holds it back; by the evidence too once it is named."""
    yield Paragraph(NOTHING)
    yield Paragraph(heading, Manner.HEADING)
    named = any(answer.evidence for answer in assessment.supplier.answers.values())
    for target in assessment.targets:
        yield Paragraph(_score_line(assessment, target, with_backed=named and with_backed), Manner.ITEM)
    if not named:
        yield Paragraph(wording_end.NO_EVIDENCE)
    yield Paragraph(wording_end.DECLARED_ONLY, Manner.ASIDE)


def _score_line(assessment: Assessment, target: TargetAssessment, *, with_backed: bool) -> Text:
    title = target.checklist.certificate
    declared = target.declared
    if not target.scope.ruling.binds:
        return wording_end.SCORE_NOT_BINDING.format(title=title, why=target.scope.ruling.why_not or NOTHING)
    if declared is None:
        return wording_end.SCORE_NONE.format(title=title)
    parts = [
        wording_end.SCORE_LINE.format(
            title=title,
            score=_range(declared),
            verdict=wording_end.VERDICTS[target.verdict],
            coverage=f"{percent(target.coverage or 0):g} %",
        )
    ]
    if with_backed and target.backed is not None:
        named, asked = _backing(assessment, target)
        whole = wording_end.BACKED_LINE.format(score=_range(target.backed))  # a part of it would say less than there is
        parts.append(whole if named == asked else wording_end.BACKED_PARTLY.format(n=named, of=asked))
    if declared.cap.high != NO_CAP:  # closed for certain, whatever the open answers turn out to be
        parts.append(wording_end.HELD_BACK.format(cap=int(declared.cap.high)))
    return joined(*parts)


def _backing(assessment: Assessment, target: TargetAssessment) -> tuple[int, int]:
    """Of the answers of a target that claim a document or more, how many name evidence."""
    answers = [row.standing.answer for row in assessment.requirements if target.checklist.id in row.targets]
    claiming = [answer for answer in answers if answer is not None and answer.level in LADDER[2:]]
    return sum(bool(answer.evidence) for answer in claiming), len(claiming)


def _range(score: Score) -> Text:
    low, high = f"{percent(score.interval.low):g}", f"{percent(score.interval.high):g}"
    return (
        wording_end.SCORE_ONE.format(value=low)
        if low == high
        else wording_end.SCORE_INTERVAL.format(low=low, high=high)
    )


def gap_paragraphs(assessment: Assessment) -> Iterator[Paragraph]:
    """The gravest gaps first."""
    gaps = list(assessment.gaps())
    yield Paragraph(NOTHING)
    if not gaps:
        yield Paragraph(wording_end.NO_GAPS)
        return
    shown = gaps[:GAPS_SHOWN]
    yield Paragraph(wording_end.GRAVEST.format(n=len(shown), of=len(gaps)), Manner.LABEL)
    for row in shown:
        yield Paragraph(_gap_line(row), Manner.ITEM)


def _gap_line(row: AssessedRequirement) -> Text:
    grade = CRITICALITIES[row.gap] if row.gap is not None else NOTHING
    level = LEVELS[row.standing.level]
    return wording_end.GAP_LINE.format(grade=grade, title=row.requirement.title, level=level)


def left_open(assessment: Assessment) -> tuple[int, int]:
    """How many binding requirements were never answered, and how many at "I don't know"."""
    rows = [row for row in assessment.requirements if row.binding and row.standing.level is Level.UNKNOWN]
    unasked = sum(row.standing.answer is None for row in rows)
    return unasked, len(rows) - unasked
