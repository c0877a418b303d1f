"""The next moves told: what gains most per peso, and what gains most per week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from certready.moves import Move, Scarce, next_moves
from certready.reports import wording_plan
from certready.reports.blocks import Column, Figure, Table
from certready.reports.plain import through_the_gate
from certready.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class MovesTold:
    """The next moves, in one or more tables."""

    tables: tuple[tuple[str, Table], ...]
    note: str


def moves_told(voice: Voice, count: int) -> MovesTold:
    """The next moves by gain per peso and by gain per week."""
    tables = []
    for scarce in Scarce:
        moves = next_moves(voice.library, voice.assessment, voice.plan, count, scarce)
        tables.append((voice.say(wording_plan.MOVES[scarce]), _moves(voice, moves, scarce)))
    return through_the_gate(MovesTold(tuple(tables), voice.say(wording_plan.MOVES_NOTE)))


def _moves(voice: Voice, moves: Sequence[Move], scarce: Scarce) -> Table:
    per = wording_plan.PER_MONEY if scarce is Scarce.MONEY else wording_plan.PER_WEEK
    columns = (
        Column("", 0.05, figures=True),
        Column(voice.say(wording_plan.MOVE), 0.4),
        Column(voice.say(wording_plan.POINTS), 0.12, figures=True),
        Column(voice.say(per), 0.16, figures=True),
        Column(voice.say(wording_plan.THEN), 0.27),
    )
    rows = []
    for number, move in enumerate(moves, start=1):
        amount_of = move.cost / 100_000 if scarce is Scarce.MONEY else move.weeks
        rate = f"{move.points / amount_of:.2f}" if amount_of else voice.say(wording_plan.FREE)
        after = "\n".join(
            f"{target} {voice.interval(one.interval)}"
            for target, one in move.after.items()
            if voice.interval(one.interval) != voice.interval(move.before[target].interval)
        )
        title = voice.say(move.package.practice.title) + (" +" if move.joint else "")
        rows.append((Figure(str(number), number), title, Figure(f"{move.points:.1f}", move.points), rate, after or "="))
    return Table(columns, tuple(rows))
