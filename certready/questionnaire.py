"""Which question comes next: one per binding requirement, asked once however many certificates it serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil
from unicodedata import normalize

from certready.applicability import Facts, Scope, holds, pool
from certready.model import LADDER, Answer, Criticality, Fact, Impact, Level, Library, Requirement, Text

MINUTES_TO_ANSWER = 0.5
"""To read a question and choose a level: an estimate, said as such; nobody has measured plants yet."""
MINUTES_TO_NAME_EVIDENCE = 1.0
"""To name the document and the record that back an answer; an estimate too."""
SHORTEST_WORD = 4
"""Letters of a chapter's title that name it."""
QUICK_QUESTIONS = 35
"""The most that a quick interview asks: some 20 minutes."""
COMMON_FACTS = frozenset({"products", "roles", "markets", "device_class"})
"""What nearly every condition asks: a requirement that hangs on another fact is about how this plant works."""
QUICK_FOR_EACH = 6
"""Questions of a quick interview that serve each certificate, if it has that many."""


class Only(StrEnum):
    """Which questions to ask again, or at last."""

    GAPS = "gaps"  # answered below implemented
    UNKNOWN = "unknown"  # answered "I don't know"
    NEW = "new"  # never answered in this file
    EVIDENCE = "evidence"  # claims more than its evidence shows


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


def within(questions: Sequence[Question], wish: Wish = EVERYTHING) -> tuple[Question, ...]:
    """The questions of the certificates and the chapter wished for, answered or not; in the order to ask them."""
    rows: Iterable[Question] = questions
    if wish.targets:
        rows = [row for row in rows if set(wish.targets) & set(row.targets)]
    if wish.chapter is not None:
        rows = [row for row in rows if in_chapter(row, wish.chapter)]
    return tuple(quick(list(rows)) if wish.quick else rows)


def wanted(
    questions: Sequence[Question], answers: Mapping[str, Answer], carried: AbstractSet[str], wish: Wish = EVERYTHING
) -> tuple[Question, ...]:
    """The questions to ask now, in order: by default those never answered that no other answer covers."""
    return tuple(row for row in within(questions, wish) if _is_wanted(row, answers.get(row.id), carried, wish.only))


def _is_wanted(row: Question, answer: Answer | None, carried: AbstractSet[str], only: Only | None) -> bool:
    match only:
        case Only.GAPS:
            return answer is not None and is_gap(answer.level)
        case Only.UNKNOWN:
            return answer is not None and answer.level is Level.UNKNOWN
        case Only.NEW:
            return answer is None
        case Only.EVIDENCE:
            return lacks_evidence(answer)
        case None:
            return answer is None and row.id not in carried


def is_gap(level: Level) -> bool:
    """Whether an auditor would find nonconformity at this level."""
    return level in LADDER and LADDER.index(level) < LADDER.index(Level.IMPLEMENTED)


def quick(questions: Sequence[Question]) -> list[Question]:
    """The critical requirements first, one of each chapter in turn, and a few for every certificate; at most 35.

    Within a chapter, what stops a certificate by itself goes first, then what can hurt a patient or bears directly on
    the product, then what serves most certificates. Of two that overlap the second waits.
    """
    order = list(Criticality)
    sizes = Counter((row.requirement.chapter, row.requirement.criticality) for row in questions)
    turns: Counter[tuple[str, Criticality]] = Counter()
    ranked = []
    for row in sorted(questions, key=_weight):
        key = (row.requirement.chapter, row.requirement.criticality)
        turns[key] += 1
        turn = Fraction(2 * turns[key] - 1, sizes[key] + 1)  # a chapter of three comes twice in the time of one of one
        ranked.append((order.index(row.requirement.criticality), turn, _weight(row), row))
    ranked.sort(key=lambda row: row[:3])
    chosen = _none_left_out(_overlapping_last([row for _, _, _, row in ranked]))
    places = {row.id: place for place, row in enumerate(questions)}
    return sorted(chosen, key=lambda row: (order.index(row.requirement.criticality), places[row.id]))


def _overlapping_last(ranked: Sequence[Question]) -> list[Question]:
    """The same order, with what overlaps with an earlier one behind all others of its criticality."""
    met: set[str] = set()
    places = []
    for place, row in enumerate(ranked):
        overlaps = not met.isdisjoint(row.requirement.see_also)
        met.add(row.id)
        places.append((list(Criticality).index(row.requirement.criticality), overlaps, place))
    return [ranked[place] for _, _, place in sorted(places)]


def _none_left_out(ranked: Sequence[Question]) -> list[Question]:
    """The first 35, with a few for every certificate: those that have many give way, the lightest first."""
    chosen, rest = list(ranked[:QUICK_QUESTIONS]), list(ranked[QUICK_QUESTIONS:])
    serving = Counter(target for row in chosen for target in row.targets)
    for row in rest:
        if all(serving[target] >= QUICK_FOR_EACH for target in row.targets):
            continue
        spare = [one for one in chosen if all(serving[target] > QUICK_FOR_EACH for target in one.targets)]
        if spare:
            chosen.remove(spare[-1])
            chosen.append(row)
            serving.subtract(spare[-1].targets)
            serving.update(row.targets)
    return chosen


def _weight(row: Question) -> tuple[bool, bool, bool, bool, int, int]:
    """Heaviest first; of what can hurt a patient, what binds this plant for how it works, as with sterile product."""
    one = row.requirement
    own = not COMMON_FACTS.issuperset(one.applies_when.fact_ids())
    risky, direct = one.product_risk, one.nc_impact is Impact.DIRECT
    return (not one.oai_trigger, not (risky and own), not risky, not direct, -len(row.targets), -len(row.cites))


def in_chapter(question: Question, named: str) -> bool:
    """Whether it belongs to a chapter named in full ("iso-13485/7"), by its number ("7"), checklist or title."""
    chapter, checklist = question.requirement.chapter, question.requirement.checklist
    if named in (chapter, chapter.partition("/")[2], checklist):
        return True
    word = unaccented(named)
    titles = (question.chapter.es, question.chapter.en)
    return len(word) >= SHORTEST_WORD and any(word in unaccented(title) for title in titles)


def unaccented(word: str) -> str:
    """A word as it is compared: without accents and capitals."""
    return normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode().strip()


def chapters(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions by chapter, in the order in which the chapters are met."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.requirement.chapter, []).append(question)
    return found


def minutes(count: int, *, with_evidence: bool = False) -> int:
    """An estimate of the minutes that so many questions take, rounded up."""
    return ceil(count * (MINUTES_TO_ANSWER + (MINUTES_TO_NAME_EVIDENCE if with_evidence else 0)))


def minutes_for_evidence(count: int) -> int:
    """An estimate of the minutes to name what backs so many answers, rounded up."""
    return ceil(count * MINUTES_TO_NAME_EVIDENCE)


def saved(questions: Iterable[Question]) -> int:
    """How many questions were saved by asking once what several certificates demand."""
    return sum(question.saved for question in questions)


@dataclass(frozen=True, slots=True)
class Offer:
    """A certificate that could be chosen, and what it asks."""

    target: str
    title: Text
    binds: bool
    why_not: Text | None
    proposed: bool
    questions: frozenset[str]  # ids, those shared with other certificates among them


def offers(scopes: Sequence[Scope], facts: Facts, chosen: Sequence[str] = ()) -> tuple[Offer, ...]:
    """The certificates, proposed ones first, then those that bind.

    Proposed is what the profile clearly asks for, unless it is voluntary. A checklist without a condition of its own
    (the pool of a family) is proposed where a proposed one builds on it, or where nothing else is.
    """
    proposed = set(chosen) or _proposal(scopes, facts)
    found = []
    for one in scopes:
        ids = frozenset(duty.requirement.id for duty in one.binding())
        offer = Offer(
            target=one.checklist.id,
            title=one.checklist.certificate,
            binds=one.ruling.binds and bool(ids),
            why_not=one.ruling.why_not,
            proposed=one.checklist.id in proposed and bool(ids),
            questions=ids,
        )
        found.append(offer)
    return tuple(sorted(found, key=lambda row: (not row.proposed, not row.binds)))


def added(rows: Iterable[Offer], marked: AbstractSet[str]) -> dict[str, int]:
    """How many questions each certificate adds to the marked ones above it; one not marked, to all marked ones."""
    rows = list(rows)
    counted: set[str] = set()
    every = union(rows, marked)
    found = {}
    for row in rows:
        found[row.target] = len(row.questions - (counted if row.target in marked else every))
        if row.target in marked:
            counted |= row.questions
    return found


def union(rows: Iterable[Offer], marked: AbstractSet[str]) -> frozenset[str]:
    """The questions of all marked certificates, each once."""
    return frozenset(name for row in rows if row.target in marked for name in row.questions)


def _proposal(scopes: Sequence[Scope], facts: Facts) -> set[str]:
    asked_for = {
        one.checklist.id
        for one in scopes
        if _has_condition(one) and not one.checklist.voluntary and holds(one.checklist.applies_when, facts)
    }
    pools = {one.checklist.id for one in scopes if not _has_condition(one)}
    built_on = {part.checklist for one in scopes if one.checklist.id in asked_for for part in one.checklist.includes}
    return asked_for | (pools & built_on) or pools


def _has_condition(one: Scope) -> bool:
    return any(True for _ in one.checklist.applies_when.fact_ids())


def sensible(questions: Mapping[str, Fact], facts: Facts, needed: AbstractSet[str]) -> list[Fact]:
    """The questions about the plant that somebody needs answered and that make sense with what is known."""
    return [fact for fact in questions.values() if fact.id in needed and makes_sense(fact, facts)]


def needed_facts(library: Library, targets: Iterable[str], questions: Mapping[str, Fact]) -> frozenset[str]:
    """The facts that decide what these checklists ask, and those on which these facts hang in turn."""
    found: set[str] = set()
    for name in targets:
        checklist = library.checklists[name]
        found |= set(checklist.applies_when.fact_ids())
        for requirement, _ in pool(library, checklist).values():
            found |= set(requirement.applies_when.fact_ids())
    waiting = list(found)
    while waiting:
        fact = questions.get(waiting.pop())
        more = set(fact.applies_when.fact_ids()) - found if fact else set()
        found |= more
        waiting.extend(more)
    return frozenset(found)


def makes_sense(fact: Fact, facts: Facts) -> bool:
    """Whether a question about the plant is worth asking: not where what is known rules it out."""
    return holds(fact.applies_when, facts) is not False


@dataclass(frozen=True, slots=True)
class Walk:
    """The way through the questions, as a reader turns pages: back and on again, with jumps to other chapters."""

    agenda: tuple[Question, ...]
    seen: frozenset[str] = frozenset()  # what need not be asked: answered, or shown already
    trail: tuple[int, ...] = ()  # the places shown, in the order of showing
    at: int = -1  # where in the trail one stands
    reviewed: frozenset[str] = frozenset()  # chapters gone through though they are answered

    @property
    def place(self) -> int | None:
        """Where in the agenda one stands; None before the first question and after the last."""
        return self.trail[self.at] if 0 <= self.at < len(self.trail) else None

    @property
    def present(self) -> Question | None:
        """The question on screen."""
        return None if self.place is None else self.agenda[self.place]

    def forward(self, covered: AbstractSet[str] = frozenset()) -> Walk:
        """On by one page if one has turned back; else to the next open question, from the end round to those left."""
        seen = self.seen if self.present is None else self.seen | {self.present.id}
        if self.at < len(self.trail) - 1:
            return replace(self, at=self.at + 1, seen=seen)
        following = self._reviewing()
        if following is None:
            start = 0 if self.place is None else self.place + 1
            places = [*range(start, len(self.agenda)), *range(start)]
            following = next(
                (n for n in places if self.agenda[n].id not in seen and self.agenda[n].id not in covered), None
            )
        trail = self.trail if following is None else (*self.trail, following)
        return replace(self, trail=trail, at=self.at + 1, seen=seen)

    def _reviewing(self) -> int | None:
        """The next question of a chapter under review."""
        here, there = self.place, 0 if self.place is None else self.place + 1
        if there >= len(self.agenda) or self.agenda[there].requirement.chapter not in self.reviewed:
            return None
        same = here is None or self.agenda[here].requirement.chapter in self.reviewed
        return there if same else None

    def back(self, covered: AbstractSet[str] = frozenset()) -> Walk:
        """To the page before; from the first one to the question before it in the agenda, answered on another day."""
        if self.at > 0:
            return replace(self, at=self.at - 1)
        earlier = [
            n for n in range(self.place or 0) if self.agenda[n].id in self.seen or self.agenda[n].id not in covered
        ]
        return replace(self, trail=(earlier[-1], *self.trail)) if earlier else self

    def at_question(self, requirement_id: str) -> Walk | None:
        """The walk begun at one question; None where it is not asked any more."""
        place = next((n for n, row in enumerate(self.agenda) if row.id == requirement_id), None)
        return None if place is None else replace(self, trail=(place,), at=0)

    def jump(self, chapter: str) -> Walk:
        """To the first open question of a chapter; where all are answered, through it from its first one."""
        places = [n for n, row in enumerate(self.agenda) if row.requirement.chapter == chapter]
        if not places:
            return self
        target = next((n for n in places if self.agenda[n].id not in self.seen), None)
        reviewed = self.reviewed | {chapter} if target is None else self.reviewed
        target = places[0] if target is None else target
        if target == self.place:
            return replace(self, reviewed=reviewed)
        trail = (*self.trail[: self.at + 1], target)
        return replace(self, trail=trail, at=len(trail) - 1, reviewed=reviewed)

    def left(self, covered: AbstractSet[str] = frozenset()) -> int:
        """How many questions are still open, the one on screen included."""
        return sum(row.id not in self.seen and row.id not in covered for row in self.agenda)


def without_evidence(questions: Iterable[Question], answers: Mapping[str, Answer]) -> Iterator[Question]:
    """The answered questions that claim a document or more and name no evidence yet."""
    return (question for question in questions if lacks_evidence(answers.get(question.id)))


def lacks_evidence(answer: Answer | None) -> bool:
    """Whether an answer claims a document or more and names no evidence."""
    return answer is not None and answer.level in LADDER[2:] and not answer.evidence
