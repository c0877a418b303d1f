"""Which requirements bind this plant on this date, and why the others do not.

A missing fact binds: it is better to ask one question too many than to leave out a duty. So a condition has three
outcomes (Kleene's logic): it holds, it fails, or it cannot be told yet because a fact is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from certready.model import (
    ALWAYS,
    Checklist,
    Condition,
    Fact,
    Inclusion,
    Library,
    Profile,
    Requirement,
    Text,
)
from certready.phrases import FACT_EXCLUDES, FACT_REQUIRED, NO, NOT_IN_FORCE_ANY_MORE, NOT_IN_FORCE_YET, YES

Facts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether something binds, the reason when it does not, and the facts that could still change it."""

    binds: bool
    why_not: Text | None = None
    open_facts: tuple[str, ...] = ()


BINDS = Ruling(binds=True)


@dataclass(frozen=True, slots=True)
class Duty:
    """A requirement as one target asks it: under whose numerals, and whether it binds."""

    requirement: Requirement
    cites: tuple[str, ...]
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Scope:
    """What one target asks of one plant."""

    checklist: Checklist
    ruling: Ruling  # of the target as a whole
    duties: tuple[Duty, ...] = field(default_factory=tuple)

    def binding(self) -> Iterator[Duty]:
        """The duties that bind."""
        return (duty for duty in self.duties if duty.ruling.binds)


def facts_on(profile: Profile, on: date) -> Facts:
    """The profile as values to match; of the certificates, the schemes still valid on that day."""
    facts = dict(profile.facts)
    if profile.certificates is not None:
        valid = (held.scheme for held in profile.certificates if held.until is None or held.until >= on)
        facts["certificates"] = tuple(valid)
    return facts


def holds(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None where an open fact leaves it undecided."""
    outcome: bool | None = True
    for fact, values in condition.facts:
        given = facts.get(fact)
        if given is None:
            outcome = None
        elif values.isdisjoint(given):
            return False
    if condition.inverted is not None:
        inner = holds(condition.inverted, facts)
        if inner is True:
            return False
        if inner is None:
            outcome = None
    return outcome


def rule(condition: Condition, facts: Facts, questions: Mapping[str, Fact]) -> Ruling:
    """Whether a condition lets something bind, with the reason or the open facts."""
    outcome = holds(condition, facts)
    if outcome is True:
        return BINDS
    if outcome is None:
        return Ruling(binds=True, open_facts=tuple(dict.fromkeys(_open_facts(condition, facts))))
    return Ruling(binds=False, why_not=_reason(condition, facts, questions))


def _open_facts(condition: Condition, facts: Facts) -> Iterator[str]:
    """The facts that an undecided condition waits for; a part of it that is decided waits for none."""
    yield from (fact for fact, _ in condition.facts if fact not in facts)
    if condition.inverted is not None and holds(condition.inverted, facts) is None:
        yield from _open_facts(condition.inverted, facts)


def _reason(condition: Condition, facts: Facts, questions: Mapping[str, Fact]) -> Text:
    """Names the first fact that fails: what it would have to be, or must not be."""
    for fact, values in condition.facts:
        given = facts.get(fact)
        if given is not None and values.isdisjoint(given):
            return FACT_REQUIRED.format(fact=_question(fact, questions), values=_values(fact, values, questions))
    inverted = condition.inverted or ALWAYS
    if not inverted.facts and inverted.inverted is not None:  # not of a not
        return _reason(inverted.inverted, facts, questions)
    fact, values = next(iter(inverted.facts), ("", frozenset[str]()))
    met = frozenset(values & set(facts.get(fact, ())))
    return FACT_EXCLUDES.format(fact=_question(fact, questions), values=_values(fact, met, questions))


def _question(fact: str, questions: Mapping[str, Fact]) -> Text:
    known = questions.get(fact)
    return known.question if known else Text(es=fact, en=fact)


def _values(fact: str, values: frozenset[str], questions: Mapping[str, Fact]) -> Text:
    """The options in the order of the profile question, in words."""
    known = questions.get(fact)
    words = {"true": YES, "false": NO, **(known.options if known else {})}
    ordered = [word for word in words if word in values] + sorted(values - words.keys())
    texts = [words.get(word, Text(es=word, en=word)) for word in ordered]
    return Text(es=" / ".join(text.es for text in texts), en=" / ".join(text.en for text in texts))


def in_force(requirement: Requirement, on: date) -> Ruling:
    """Whether a requirement binds by the date of the assessment."""
    period = requirement.in_force
    if period.covers(on):
        return BINDS
    if period.start is not None and on < period.start:
        return Ruling(binds=False, why_not=NOT_IN_FORCE_YET.format(day=period.start.isoformat()))
    day = period.until.isoformat() if period.until else ""
    return Ruling(binds=False, why_not=NOT_IN_FORCE_ANY_MORE.format(day=day))


def pool(library: Library, checklist: Checklist) -> dict[str, tuple[Requirement, tuple[str, ...]]]:
    """Every requirement of a target, included ones first, with the cites its authority asks it under.

    Includes of an included checklist come along; a requirement reached twice stands once, with all cites.
    """
    gathered: dict[str, tuple[Requirement, tuple[str, ...]]] = {}
    for inclusion in checklist.includes:
        included = library.checklists.get(inclusion.checklist)
        if included is None:
            continue
        for requirement, cites in _taken(pool(library, included), inclusion):
            known = gathered.get(requirement.id, (requirement, ()))[1]
            gathered[requirement.id] = (requirement, tuple(dict.fromkeys((*known, *cites))))
    for requirement in checklist.requirements():
        gathered[requirement.id] = (requirement, requirement.cites)
    return gathered


def _taken(
    rows: Mapping[str, tuple[Requirement, tuple[str, ...]]], inclusion: Inclusion
) -> Iterator[tuple[Requirement, tuple[str, ...]]]:
    for full_id, (requirement, cites) in rows.items():
        if inclusion.only is None or full_id in inclusion.only:
            yield requirement, (*cites, *inclusion.cites.get(full_id, ()))


def scope(library: Library, target: str, profile: Profile, on: date) -> Scope:
    """What a target asks of a plant with this profile on this date.

    The target's own condition covers what it includes; the condition of an included checklist does not.
    """
    checklist = library.checklists[target]
    facts = facts_on(profile, on)
    overall = rule(checklist.applies_when, facts, library.facts)
    duties = []
    for requirement, cites in pool(library, checklist).values():
        ruling = overall if not overall.binds else _rule_requirement(requirement, facts, library, on)
        duties.append(Duty(requirement, cites, ruling))
    return Scope(checklist, overall, tuple(duties))


def _rule_requirement(requirement: Requirement, facts: Facts, library: Library, on: date) -> Ruling:
    by_date = in_force(requirement, on)
    return rule(requirement.applies_when, facts, library.facts) if by_date.binds else by_date
