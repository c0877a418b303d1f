"""Score by target and chapter, and how the requirements divide over the levels."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import ChapterScore, Counts, TargetAssessment
from certready.model import LADDER, Level
from certready.reports import wording
from certready.reports.blocks import Bar, Bars, Block, Heading, Paragraph, Section, Shares
from certready.reports.content_front import backed, coverage, ready_line, score_bar, verdict
from certready.reports.voice import Voice
from certready.reports.wording_records import SHORT_LEVELS
from certready.scoring import percent

SHOWN_LEVELS = (*LADDER, Level.UNKNOWN, Level.NOT_APPLICABLE)


def scores(voice: Voice) -> Section:
    """The section with the charts."""
    blocks: list[Block] = [Paragraph(voice.say(wording.SCORES_INTRO))]
    for target in voice.assessment.targets:
        blocks.extend(_target(voice, target))
    if not voice.assessment.targets:
        blocks = [Paragraph(voice.say(wording.NO_TARGETS))]
    return Section("scores", voice.say(wording.SCORES_TITLE), tuple(blocks))


def _target(voice: Voice, target: TargetAssessment) -> Iterator[Block]:
    yield Heading(voice.say(target.checklist.certificate), note=verdict(voice, target).text)
    if not target.scope.ruling.binds:
        why = target.scope.ruling.why_not
        yield Paragraph(voice.say(wording.DOES_NOT_APPLY, why=voice.say(why) if why else ""))
        return
    if target.declared is None:
        yield Paragraph(voice.say(wording.NOTHING_BINDS))
        return
    yield Paragraph(" ".join(_sentences(voice, target)))
    whole = score_bar(voice, target)
    chapters = [chapter for chapter in target.chapters if chapter.declared is not None]
    yield Bars(
        caption=voice.say(wording.SCORES_CAPTION),
        bars=(*([whole] if whole else []), *(_chapter_bar(voice, chapter) for chapter in chapters)),
        line=ready_line(),
        line_text=voice.say(wording.READY_LINE),
        label_heading=voice.say(wording.CHAPTER),
        text_heading=voice.say(wording.SCORE),
        note_heading=voice.say(wording.ANSWERED),
        shares=Shares(
            caption=voice.say(wording.LEVELS_CAPTION),
            legend=tuple(voice.say(SHORT_LEVELS[level]) for level in SHOWN_LEVELS),
            rows=(*([_levels(target.counts)] if whole else []), *(_levels(chapter.counts) for chapter in chapters)),
        ),
    )


def _sentences(voice: Voice, target: TargetAssessment) -> Iterator[str]:
    declared, counts = target.declared, target.counts
    if declared is None:
        return
    raw = voice.interval(declared.raw)
    if declared.gates:
        text = wording.CAP_LINE_ONE if len(declared.gates) == 1 else wording.CAP_LINE
        yield voice.say(text, raw=raw, cap=_caps(voice, target), gates=f"{len(declared.gates):,}")
    else:
        yield voice.say(wording.NO_CAP_LINE, raw=raw)
    yield f"{backed(voice, target)}. {coverage(voice, target)}."
    yield voice.say(
        wording.COUNTS_LINE,
        binding=f"{counts.binding:,}",
        answered=f"{counts.answered:,}",
        carried=f"{counts.carried:,}",
        unknown=f"{counts.unknown:,}",
        na=f"{counts.not_applicable:,}",
        share=voice.percent(target.not_applicable_share or 0),
    )
    yield voice.say(wording.GAPS_LINE, **{grade.value: f"{count:,}" for grade, count in target.gaps.items()})


def _caps(voice: Voice, target: TargetAssessment) -> str:
    return voice.interval(target.declared.cap).replace(".0", "") if target.declared else ""


def chapter_name(voice: Voice, chapter: ChapterScore) -> str:
    """A chapter by its number, where it has one, and its title."""
    number = chapter.id.partition("/")[2]
    title = voice.say(chapter.title)
    return f"{number} {title}" if number[:1].isdigit() else title


def _chapter_bar(voice: Voice, chapter: ChapterScore) -> Bar:
    if chapter.declared is None:
        return Bar(chapter_name(voice, chapter), 0, 0, "")
    one = chapter.declared.interval
    counts = chapter.counts
    answered = voice.say(
        wording.ANSWERED_OF,
        answered=counts.answered + counts.carried,
        binding=counts.binding - counts.not_applicable,
    )
    return Bar(chapter_name(voice, chapter), percent(one.low), percent(one.high), voice.interval(one), note=answered)


def _levels(counts: Counts) -> tuple[int, ...]:
    return tuple(counts.by_level[level] for level in SHOWN_LEVELS)
