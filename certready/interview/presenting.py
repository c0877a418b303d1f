"""A question as it is put on the screen: where one is, what the inspector looks for, and last what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from certready.carrying import Standing
from certready.interview import wording
from certready.interview.asking import BACK, Choice, Manner, Menu, Paragraph
from certready.interview.numerals import numerals
from certready.model import LADDER, Answer, Criticality, Level, Library, Requirement, Text, Texts
from certready.questionnaire import Question

MORE = "more"
NOTHING = Text(es="", en="")

KEYS = {
    **{str(level): str(place) for place, level in enumerate(LADDER, start=1)},
    str(Level.NOT_APPLICABLE): "6",
    str(Level.UNKNOWN): "7",
    BACK: "8",
    MORE: "9",
}
"""A digit moves the pointer to a choice; it means the same in every question."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one is: the number of the question, of how many, how many are open and what they take."""

    number: int
    of: int
    left: int
    minutes: int


def paragraphs(
    library: Library, question: Question, progress: Progress, answer: Answer | None = None
) -> Iterator[Paragraph]:
    """The whole question; where one is and what is asked come last, so that a small screen holds them and the menu."""
    requirement = question.requirement
    yield Paragraph(NOTHING)
    yield Paragraph(chapter_name(library, question))
    cited, unsure = numerals(library, question.cites)
    yield Paragraph(joined(wording.ASKED_BY, cited, *([wording.NOT_SURE_NUMERAL] if unsure else [])), Manner.ASIDE)
    yield from _list(wording.WILL_ASK, requirement.evidence)
    yield from _list(wording.FAILS, requirement.pitfalls)
    yield Paragraph(NOTHING)
    number, left = progress.number, progress.left
    sentence = wording.PROGRESS if left else wording.PROGRESS_REVIEW
    told = sentence.format(n=number, of=progress.of, left=left, m=progress.minutes)
    yield Paragraph(told, Manner.HEADING)
    yield Paragraph(requirement.title, Manner.HEADING)
    standing = _standing_of(question)
    if standing:
        yield Paragraph(standing)
    yield from _said(answer)
    yield Paragraph(requirement.question, Manner.QUESTION)


def _said(answer: Answer | None) -> Iterator[Paragraph]:
    """What was said beside the level on another occasion."""
    if answer is None:
        return
    if answer.note:
        yield Paragraph(wording.YOUR_NOTE.format(note=answer.note), Manner.ASIDE)
    if answer.level is Level.NOT_APPLICABLE:
        yield Paragraph(wording.YOUR_REASON.format(reason=answer.reason), Manner.ASIDE)
    if answer.repeat:
        yield Paragraph(wording.MARKED_REPEAT, Manner.ASIDE)
    if answer.released:
        yield Paragraph(wording.MARKED_RELEASED, Manner.ASIDE)


def joined(*texts: Text) -> Text:
    """Sentences one after the other."""
    return Text(es=" ".join(text.es for text in texts), en=" ".join(text.en for text in texts))


def counted(count: int) -> Text:
    """So many questions, in words."""
    return wording.ONE_QUESTION if count == 1 else wording.MANY_QUESTIONS.format(n=count)


def chapter_name(library: Library, question: Question) -> Text:
    """The chapter with its authority, and its number where it has one."""
    checklist = library.checklists[question.requirement.checklist]
    number = question.requirement.chapter.partition("/")[2]
    authority = re.split(r"\s*[/(,]", checklist.authority)[0]
    if " " in authority:  # no name, but a phrase in one language
        return question.chapter
    head = f"{authority} {number}" if number[:1].isdigit() else authority
    return wording.CHAPTER.format(checklist=head, title=question.chapter)


def _standing_of(question: Question) -> Text | None:
    said = []
    if question.requirement.criticality is Criticality.CRITICAL:
        said.append(wording.CRITICAL)
    if question.saved:
        said.append(wording.SERVES.format(n=len(question.targets), saved=counted(question.saved)))
    return joined(*said) if said else None


def _list(label: Text, items: Texts) -> Iterator[Paragraph]:
    if not items.es:
        return
    yield Paragraph(label, Manner.LABEL)
    for spanish, english in zip(items.es, items.en, strict=False):
        yield Paragraph(Text(es=spanish, en=english), Manner.ITEM)


def suggestion(requirement: Requirement, found: Mapping[str, Standing]) -> Standing | None:
    """The lowest level among the answered requirements that overlap with this one; never more than a suggestion."""
    similar = [found[key] for key in requirement.see_also if key in found]
    answered = [row for row in similar if row.level in LADDER and row.answer is not None]
    return min(answered, key=lambda row: LADDER.index(row.level), default=None)


def level_menu(question: Question, earlier: Answer | None, suggested: Standing | None) -> Menu:
    """The levels in plain words, lowest first. Nothing is pointed at but an earlier answer; a suggestion is marked."""
    start = earlier.level if earlier is not None else suggested.level if suggested is not None else None
    mark = wording.EARLIER_MARK if earlier is not None else wording.SUGGESTED_MARK
    labels: dict[str, Text] = {str(level): label for level, label in wording.LEVEL_LABELS.items()}
    if question.requirement.na_allowed:
        labels[str(Level.NOT_APPLICABLE)] = wording.NOT_APPLICABLE_LABEL
    labels[str(Level.UNKNOWN)] = wording.UNKNOWN_LABEL
    if start is not None and start in labels:
        labels[start] = mark.format(label=labels[start])
    labels[BACK] = wording.BACK_LABEL
    labels[MORE] = wording.MORE_LABEL
    choices = [Choice(value, label, KEYS[value]) for value, label in labels.items()]
    return Menu(
        wording.CHOOSE, choices, str(earlier.level) if earlier is not None and earlier.level in labels else None
    )
