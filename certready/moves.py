"""What if: the plant as it would be with something at another level, and the next moves that gain most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from math import ceil

from certready.assessment import Assessment
from certready.choosing import by_rate
from certready.gains import Standing, ledger
from certready.model import LADDER, Answer, Level, Library, Supplier
from certready.packages import Package
from certready.planning import Plan

UNITS_A_WEEK = 10


class Scarce(StrEnum):
    """What a move is weighed against."""

    MONEY = "money"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Move:
    """A package, and what it brings on top of the moves before it."""

    package: Package
    before: dict[str, Standing]  # by target
    after: dict[str, Standing]
    points: float  # gained, over all targets: the score and, where a gate still hides it, progress
    cost: float  # MXN, likely
    weeks: float  # likely
    joint: bool  # it is there for what it opens together with the moves around it


def next_moves(library: Library, assessment: Assessment, plan: Plan, count: int, scarce: Scarce) -> tuple[Move, ...]:
    """The next moves with most gain per peso or per week, each weighed anew after those before it.

    Packages that gain only together, as several critical gaps do, follow one another.
    """
    rows = [row for row in plan.packages if not row.lacks]
    book = ledger(library, assessment, rows)
    needs = [book.set_of((*row.after, *row.use_after)) for row in rows]
    gates = book.set_of(row.practice.id for row in rows if row.closes_critical)
    money = scarce is Scarce.MONEY
    prices = [ceil(row.cost.likely if money else UNITS_A_WEEK * row.weeks.likely) for row in rows]
    moves, done = [], 0
    steps = ((place, len(bundle) > 1) for bundle in by_rate(book.value, prices, needs, gates) for place in bundle)
    for place, joint in islice(steps, count):
        more = done | 1 << place
        moves.append(
            Move(
                package=rows[place],
                before={key: book.standing(key, done) for key in book.courses},
                after={key: book.standing(key, more) for key in book.courses},
                points=(book.value(more) - book.value(done)) / 1_000_000,
                cost=rows[place].cost.likely,
                weeks=rows[place].weeks.likely,
                joint=joint,
            )
        )
        done = more
    return tuple(moves)


def of_practice(assessment: Assessment, name: str) -> list[str]:
    """The binding requirements of a practice that are not left out as not applicable."""
    return [
        row.requirement.id
        for row in assessment.requirements
        if row.requirement.practice == name and row.binding and row.standing.level is not Level.NOT_APPLICABLE
    ]


def what_if(assessment: Assessment, changes: Iterable[tuple[str, Level]]) -> Supplier:
    """The supplier with requirements or practices at other levels.

    A requirement is set to its level. A practice lifts what stands lower; if all of it stands higher, it falls.
    """
    supplier = assessment.supplier
    answers = dict(supplier.answers)
    for name, level in changes:
        ids = [name] if "/" in name else of_practice(assessment, name)
        current = {key: _level(answers, assessment, key) for key in ids}
        falls = all(now in LADDER and LADDER.index(now) > LADDER.index(level) for now in current.values())
        for key, now in current.items():
            lower = now not in LADDER or LADDER.index(now) < LADDER.index(level)
            if "/" in name or lower or falls:
                answers[key] = Answer(level)
    return replace(supplier, answers=answers)


def _level(answers: dict[str, Answer], assessment: Assessment, key: str) -> Level:
    if key in answers:
        return answers[key].level
    row = assessment.requirement(key)
    return row.standing.level if row is not None else Level.UNKNOWN
