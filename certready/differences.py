"""What one edition of a checklist asks that another did not, and what that means for answers given before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from certready.model import Checklist, Level, Requirement

Checklists = Mapping[str, Checklist]


class Aspect(StrEnum):
    """What of a requirement can change while its id stays."""

    QUESTION = "question"
    APPLIES_WHEN = "applies_when"
    CRITICALITY = "criticality"
    NA_ALLOWED = "na_allowed"
    IN_FORCE = "in_force"
    CITES = "cites"
    TITLE = "title"
    EVIDENCE = "evidence"
    PITFALLS = "pitfalls"
    PRACTICE = "practice"
    CHAPTER = "chapter"
    LINKS = "links"  # met_by, see_also
    FLAGS = "flags"  # product_risk, documented_procedure, nc_impact, oai_trigger, system


ASKS_AGAIN = frozenset({Aspect.QUESTION, Aspect.APPLIES_WHEN, Aspect.CRITICALITY, Aspect.IN_FORCE})
"""Whoever answered before should look at the answer again: it was given to another question, or weighs otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """A requirement that both editions have, and what of it differs."""

    old: Requirement
    new: Requirement
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """A requirement that was retired: its answers count for another one."""

    old: Requirement
    successor: str  # full id


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What a checklist includes now and did not before, or the other way round; full ids."""

    checklist: str
    included: str
    added: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that sets two editions apart, in the order of the checklists."""

    added: tuple[Requirement, ...] = ()
    gone: tuple[Requirement, ...] = ()
    retired: tuple[Succession, ...] = ()
    changed: tuple[Change, ...] = ()
    borrowed: tuple[Borrowing, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a difference means for one supplier file; all by full requirement id."""

    kept: tuple[str, ...] = ()
    again: Mapping[str, tuple[Aspect, ...]] | None = None  # with what changed
    moved: Mapping[str, str] | None = None  # answered under a retired id: it counts for the successor, look again
    gone: tuple[str, ...] = ()  # no checklist asks it any more
    new: tuple[str, ...] = ()  # asked and never answered


def compare(old: Checklists, new: Checklists) -> Difference:
    """What `new` asks that `old` did not; checklists that only one of the two has count as wholly gone or added."""
    before = {row.id: row for one in old.values() for row in one.requirements()}
    after = {row.id: row for one in new.values() for row in one.requirements()}
    successors = {name: then for one in new.values() for name, then in one.retired.items()}
    left = [row for name, row in before.items() if name not in after]
    changes = (Change(before[name], row, aspects(before[name], row)) for name, row in after.items() if name in before)
    return Difference(
        added=tuple(row for name, row in after.items() if name not in before),
        gone=tuple(row for row in left if row.id not in successors),
        retired=tuple(Succession(row, _last(row.id, successors)) for row in left if row.id in successors),
        changed=tuple(change for change in changes if change.aspects),
        borrowed=tuple(_borrowings(old, new)),
    )


def aspects(old: Requirement, new: Requirement) -> tuple[Aspect, ...]:
    """What of a requirement differs between two editions."""
    pairs: dict[Aspect, tuple[object, object]] = {
        Aspect.QUESTION: (old.question, new.question),
        Aspect.APPLIES_WHEN: (_unordered(old), _unordered(new)),
        Aspect.CRITICALITY: (old.criticality, new.criticality),
        Aspect.NA_ALLOWED: (old.na_allowed, new.na_allowed),
        Aspect.IN_FORCE: (old.in_force, new.in_force),
        Aspect.CITES: (set(old.cites), set(new.cites)),
        Aspect.TITLE: (old.title, new.title),
        Aspect.EVIDENCE: (old.evidence, new.evidence),
        Aspect.PITFALLS: (old.pitfalls, new.pitfalls),
        Aspect.PRACTICE: (old.practice, new.practice),
        Aspect.CHAPTER: (old.chapter, new.chapter),
        Aspect.LINKS: (_links(old), _links(new)),
        Aspect.FLAGS: (_flags(old), _flags(new)),
    }
    return tuple(name for name, (was, now) in pairs.items() if was != now)


def _unordered(row: Requirement) -> object:
    """A condition without the order of its facts."""
    conditions = []
    condition = row.applies_when
    while True:
        conditions.append(frozenset(condition.facts))
        if condition.inverted is None:
            return conditions
        condition = condition.inverted


def _flags(row: Requirement) -> tuple[object, ...]:
    return (row.product_risk, row.documented_procedure, row.nc_impact, row.oai_trigger, row.system)


def _links(row: Requirement) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(row.met_by), frozenset(row.see_also)


def _last(name: str, successors: Mapping[str, str]) -> str:
    """The successor of a successor, as far as it goes."""
    seen = {name}
    while (name in successors) and successors[name] not in seen:
        name = successors[name]
        seen.add(name)
    return name


def _borrowings(old: Checklists, new: Checklists) -> Iterator[Borrowing]:
    """Only of checklists that both editions have: in a new one everything is new."""
    for name in old.keys() & new.keys():
        before, after = _borrowed(old[name], old), _borrowed(new[name], new)
        for included in dict.fromkeys([*after, *before]):
            was, now = before.get(included, ()), after.get(included, ())
            added, gone = tuple(row for row in now if row not in was), tuple(row for row in was if row not in now)
            if added or gone:
                yield Borrowing(name, included, added, gone)


def _borrowed(one: Checklist, known: Checklists) -> dict[str, tuple[str, ...]]:
    """By included checklist the ids taken from it; where all are taken and it is not at hand, `<checklist>/*`."""
    found: dict[str, tuple[str, ...]] = {}
    for inclusion in one.includes:
        listed = inclusion.only
        if listed is None:
            included = known.get(inclusion.checklist)
            listed = tuple(row.id for row in included.requirements()) if included else (f"{inclusion.checklist}/*",)
        found[inclusion.checklist] = (*found.get(inclusion.checklist, ()), *listed)
    return found


def asked_ids(targets: Collection[str], known: Checklists) -> frozenset[str]:
    """The full ids that these targets ask, included ones too, as far as the checklists are at hand."""
    found: set[str] = set()
    waiting: list[tuple[str, frozenset[str] | None]] = [(name, None) for name in targets]
    seen: set[tuple[str, frozenset[str] | None]] = set()
    while waiting:
        name, only = waiting.pop()
        one = known.get(name)
        if (name, only) in seen:
            continue
        seen.add((name, only))
        if one is None:
            found |= only or set()
            continue
        found |= {row.id for row in one.requirements() if only is None or row.id in only}
        for inclusion in one.includes:
            narrowed = frozenset(inclusion.only) if inclusion.only is not None else only
            waiting.append((inclusion.checklist, narrowed if only is None or narrowed is None else narrowed & only))
    return frozenset(found)


def consequences(
    difference: Difference, answers: Mapping[str, Level], targets: Collection[str], old: Checklists, new: Checklists
) -> Consequences:
    """What becomes of the answers of a supplier file, and what it will be asked besides, as far as that binds it.

    `old` and `new` are all checklists that the targets may lead to, the compared ones among them. A changed
    requirement is looked at again when its question, condition, time in force or criticality changed, or when “not
    applicable” is no longer allowed and was the answer.
    """
    before, after = asked_ids(targets, old), asked_ids(targets, new)
    given = {name: level for name, level in answers.items() if level is not Level.UNKNOWN}
    gone = {row.id for row in difference.gone} | (before - after)
    moved = {row.old.id: row.successor for row in difference.retired if row.old.id in given}
    again = {
        change.new.id: why
        for change in difference.changed
        if change.new.id in given and change.new.id not in gone and (why := _why_again(change, given[change.new.id]))
    }
    fresh = after - before - given.keys() - set(moved.values())
    return Consequences(
        kept=tuple(row for row in given if row not in gone and row not in moved and row not in again),
        again=again,
        moved=moved,
        gone=tuple(row for row in given if row in gone and row not in moved),
        new=tuple(row for row in _in_order(new) if row in fresh),
    )


def _why_again(change: Change, level: Level) -> tuple[Aspect, ...]:
    forbidden = level is Level.NOT_APPLICABLE and not change.new.na_allowed
    return tuple(row for row in change.aspects if row in ASKS_AGAIN or (row is Aspect.NA_ALLOWED and forbidden))


def _in_order(checklists: Checklists) -> Iterator[str]:
    for one in checklists.values():
        yield from (row.id for row in one.requirements())
