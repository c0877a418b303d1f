"""An answer carried from one requirement to another, in one direction: only conformity travels.

Source: NIST IR 8477 (set relations): A `met_by` B says that A's demand lies wholly within B's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from certready.backing import backed, lower
from certready.model import LADDER, Answer, Level, Library, Requirement, Supplier

CONFORMING = (Level.IMPLEMENTED, Level.EFFECTIVE)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a plant stands on one requirement: by its word, and by its evidence."""

    requirement: Requirement
    level: Level
    backed: Level
    answer: Answer | None = None
    carried_from: str | None = None  # full id of the requirement whose conformity was carried
    contradicts: str | None = None  # a requirement that implies more than the own answer says

    @property
    def conforms(self) -> bool:
        """Whether an auditor would find conformity, by the plant's word."""
        return self.level in CONFORMING


def standings(library: Library, supplier: Supplier, on: date) -> dict[str, Standing]:
    """Every requirement's standing, own answers first, then carried ones; an own answer always wins."""
    rows = [row for checklist in library.checklists.values() for row in checklist.requirements()]
    found = {row.id: _own(row, supplier, on) for row in rows}
    _carry(found)
    return {key: _contradiction(standing, found) for key, standing in found.items()}


def _own(requirement: Requirement, supplier: Supplier, on: date) -> Standing:
    answer = supplier.answers.get(requirement.id)
    if answer is None:
        return Standing(requirement, Level.UNKNOWN, Level.UNKNOWN)
    return Standing(requirement, answer.level, backed(requirement, answer, supplier.documents, on), answer)


def _carry(found: dict[str, Standing]) -> None:
    """Propagate in rounds until nothing improves; every round rests on the one before, so no cycle feeds itself."""
    waiting = [row for row in found.values() if row.level is Level.UNKNOWN and row.requirement.met_by]
    moved = True
    while moved:
        moved = False
        before = dict(found)
        for row in waiting:
            best = _best_source(row.requirement, before)
            current = found[row.requirement.id]
            if best is None:
                continue
            level = lower(Level.IMPLEMENTED, best.backed)
            if current.carried_from is None or LADDER.index(level) > LADDER.index(current.backed):
                source = best.requirement.id
                found[row.requirement.id] = Standing(
                    row.requirement, Level.IMPLEMENTED, level, row.answer, carried_from=source
                )
                moved = True


def _best_source(requirement: Requirement, found: Mapping[str, Standing]) -> Standing | None:
    """The best backed conforming requirement that meets this one; the first listed among equals."""
    sources = [found[key] for key in requirement.met_by if key in found and found[key].conforms]
    return max(sources, key=lambda row: LADDER.index(lower(Level.IMPLEMENTED, row.backed)), default=None)


def _contradiction(standing: Standing, found: Mapping[str, Standing]) -> Standing:
    """Marks an own answer below implemented where another own or carried one implies conformity."""
    if standing.level not in LADDER or standing.conforms:
        return standing
    source = _best_source(standing.requirement, found)
    if source is None:
        return standing
    return Standing(
        standing.requirement, standing.level, standing.backed, standing.answer, contradicts=source.requirement.id
    )
