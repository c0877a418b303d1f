"""Which question comes next: one per binding requirement, asked once however many certificates it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from certready.applicability import Facts, Scope, holds
from certready.model import LADDER, Answer, Criticality, Fact, Level, Library, Requirement, Text

MINUTES_TO_ANSWER = 0.5
"""To read a question and choose a level: an estimate, said as such; nobody has measured plants yet."""
MINUTES_TO_NAME_EVIDENCE = 1.0
"""To name the document and the record that back an answer; an estimate too."""
QUICK_QUESTIONS = 35
"""The most that a quick interview asks: some 20 minutes."""


class Only(StrEnum):
    """Which questions to ask again, or at last."""

    GAPS = "gaps"  # answered below implemented
    UNKNOWN = "unknown"  # unanswered, or answered "I don't know"
    NEW = "new"  # never answered in this file


@dataclass(frozen=True, slots=True)
class Question:
    """A requirement as it is put to the plant: once, under every numeral, for every certificate it serves."""

    requirement: Requirement
    cites: tuple[str, ...]
    targets: tuple[str, ...]  # where it binds, in the order chosen
    chapter: Text

    @property
    def id(self) -> str:
        """The requirement's id: the key of the answer."""
        return self.requirement.id

    @property
    def saved(self) -> int:
        """How many times more it would have been asked, one certificate after the other."""
        return len(self.targets) - 1


@dataclass(frozen=True, slots=True)
class Wish:
    """Which part of the questions is wanted."""

    quick: bool = False
    only: Only | None = None
    chapter: str | None = None
    targets: tuple[str, ...] = ()  # none named: all of the file's


EVERYTHING = Wish()


def all_questions(library: Library, scopes: Sequence[Scope]) -> tuple[Question, ...]:
    """Every binding requirement once, by checklist in the order first met, then as the checklist has them."""
    found: dict[str, Question] = {}
    titles = {row.id: row.title for checklist in library.checklists.values() for row in checklist.chapters}
    for one in scopes:
        for duty in one.binding():
            known = found.get(duty.requirement.id)
            cites = (*(known.cites if known else ()), *duty.requirement.cites, *duty.cites)
            found[duty.requirement.id] = Question(
                requirement=duty.requirement,
                cites=tuple(dict.fromkeys(cites)),
                targets=(*(known.targets if known else ()), one.checklist.id),
                chapter=titles.get(duty.requirement.chapter, duty.requirement.title),
            )
    ranks = dict.fromkeys(question.requirement.checklist for question in found.values())
    places = {row.id: place for name in ranks for place, row in enumerate(library.checklists[name].requirements())}
    order = list(ranks)
    return tuple(sorted(found.values(), key=lambda row: (order.index(row.requirement.checklist), places[row.id])))


def wanted(
    questions: Sequence[Question], answers: Mapping[str, Answer], carried: AbstractSet[str], wish: Wish = EVERYTHING
) -> tuple[Question, ...]:
    """The questions to ask now, in order: by default those never answered that no other answer covers."""
    rows: Iterable[Question] = questions
    if wish.targets:
        rows = [row for row in rows if set(wish.targets) & set(row.targets)]
    if wish.chapter is not None:
        rows = [row for row in rows if in_chapter(row, wish.chapter)]
    if wish.quick:
        rows = quick(list(rows))
    return tuple(row for row in rows if _is_wanted(row, answers.get(row.id), carried, wish.only))


def _is_wanted(row: Question, answer: Answer | None, carried: AbstractSet[str], only: Only | None) -> bool:
    match only:
        case Only.GAPS:
            return answer is not None and is_gap(answer.level)
        case Only.UNKNOWN:
            return (answer is None or answer.level is Level.UNKNOWN) and row.id not in carried
        case Only.NEW:
            return answer is None
        case None:
            return answer is None and row.id not in carried


def is_gap(level: Level) -> bool:
    """Whether an auditor would find nonconformity at this level."""
    return level in LADDER and LADDER.index(level) < LADDER.index(Level.IMPLEMENTED)


def quick(questions: Sequence[Question]) -> list[Question]:
    """The critical requirements first, those of most certificates before the others; at most 35."""
    order = list(Criticality)
    ranked = sorted(questions, key=lambda row: (order.index(row.requirement.criticality), -len(row.targets)))
    return ranked[:QUICK_QUESTIONS]


def in_chapter(question: Question, named: str) -> bool:
    """Whether it belongs to a chapter named in full ("iso-13485/7"), or by its number alone ("7")."""
    return named in (question.requirement.chapter, question.requirement.chapter.partition("/")[2])


def chapters(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions by chapter, in the order in which the chapters are met."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.requirement.chapter, []).append(question)
    return found


def minutes(count: int, *, with_evidence: bool = False) -> int:
    """An estimate of the minutes that so many questions take, rounded up."""
    return ceil(count * (MINUTES_TO_ANSWER + (MINUTES_TO_NAME_EVIDENCE if with_evidence else 0)))


def saved(questions: Iterable[Question]) -> int:
    """How many questions were saved by asking once what several certificates demand."""
    return sum(question.saved for question in questions)


@dataclass(frozen=True, slots=True)
class Offer:
    """A certificate that could be chosen, and what choosing it costs."""

    target: str
    title: Text
    binds: bool
    why_not: Text | None
    proposed: bool
    questions: int  # that it asks alone
    adds: int  # beyond those of the certificates proposed before it, and of those chosen already


def offers(scopes: Sequence[Scope], facts: Facts, chosen: Sequence[str] = ()) -> tuple[Offer, ...]:
    """The certificates, proposed ones first, with how many questions each adds to the proposal.

    Proposed is what the profile clearly asks for. A checklist without a condition of its own (the pool of a
    family) is proposed where a proposed one builds on it, or where nothing else is.
    """
    proposed = set(chosen) or _proposal(scopes, facts)
    counted: set[str] = set()
    found = []
    for one in sorted(scopes, key=lambda one: one.checklist.id not in proposed):
        ids = {duty.requirement.id for duty in one.binding()}
        offer = Offer(
            target=one.checklist.id,
            title=one.checklist.certificate,
            binds=one.ruling.binds and bool(ids),
            why_not=one.ruling.why_not,
            proposed=one.checklist.id in proposed and bool(ids),
            questions=len(ids),
            adds=len(ids - counted),
        )
        found.append(offer)
        if offer.proposed:
            counted |= ids
    return tuple(found)


def _proposal(scopes: Sequence[Scope], facts: Facts) -> set[str]:
    asked_for = {one.checklist.id for one in scopes if _has_condition(one) and holds(one.checklist.applies_when, facts)}
    pools = {one.checklist.id for one in scopes if not _has_condition(one)}
    built_on = {part.checklist for one in scopes if one.checklist.id in asked_for for part in one.checklist.includes}
    return asked_for | (pools & built_on) or pools


def _has_condition(one: Scope) -> bool:
    return any(True for _ in one.checklist.applies_when.fact_ids())


def open_questions(questions: Mapping[str, Fact], facts: Facts) -> list[Fact]:
    """The questions about the plant that are still open and make sense with what is known; the rest is skipped."""
    return [fact for fact in questions.values() if fact.id not in facts and makes_sense(fact, facts)]


def makes_sense(fact: Fact, facts: Facts) -> bool:
    """Whether a question about the plant is worth asking: not where what is known rules it out."""
    return holds(fact.applies_when, facts) is not False


@dataclass(frozen=True, slots=True)
class Walk:
    """The way through the questions: what was shown, in order, and where one stands."""

    agenda: tuple[Question, ...]
    trail: tuple[int, ...] = ()  # places shown before the present one, oldest first
    place: int | None = None
    seen: frozenset[str] = frozenset()

    @property
    def present(self) -> Question | None:
        """The question on screen."""
        return None if self.place is None else self.agenda[self.place]

    def forward(self, covered: AbstractSet[str] = frozenset()) -> Walk:
        """On to the next question that is open; from the end round to those left behind, then to none."""
        seen = self.seen if self.present is None else self.seen | {self.present.id}
        trail = self.trail if self.place is None else (*self.trail, self.place)
        start = 0 if self.place is None else self.place + 1
        places = [*range(start, len(self.agenda)), *range(start)]
        following = next(
            (n for n in places if self.agenda[n].id not in seen and self.agenda[n].id not in covered), None
        )
        return replace(self, trail=trail, place=following, seen=seen)

    def back(self) -> Walk:
        """To the question shown before this one; at the first one, nowhere."""
        if not self.trail:
            return self
        return replace(self, trail=self.trail[:-1], place=self.trail[-1])

    def jump(self, chapter: str) -> Walk:
        """To the first open question of a chapter, or to its first one where all are answered."""
        places = [n for n, row in enumerate(self.agenda) if row.requirement.chapter == chapter]
        if not places:
            return self
        target = next((n for n in places if self.agenda[n].id not in self.seen), places[0])
        trail = self.trail if self.place is None or self.place == target else (*self.trail, self.place)
        return replace(self, trail=trail, place=target)

    def left(self, covered: AbstractSet[str] = frozenset()) -> int:
        """How many questions are still open, the one on screen included."""
        return sum(row.id not in self.seen and row.id not in covered for row in self.agenda)


def without_evidence(questions: Iterable[Question], answers: Mapping[str, Answer]) -> Iterator[Question]:
    """The answered questions that claim a document or more and name no evidence yet."""
    for question in questions:
        answer = answers.get(question.id)
        if answer is not None and answer.level in LADDER[2:] and not answer.evidence:
            yield question
