"""How sure a plan is: the dates and costs that are kept in half of the cases and in four of five.

The low, likely and high figures of every step are drawn many times.

In each draw half of the steps go as the plant as a whole goes in it, the other half by themselves: estimates of one
plant err together, and draws that were all independent would promise too much. The generator is seeded: the same plan
gives the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from random import Random
from typing import TypeVar

from certready.assessment import Assessment
from certready.gains import Ledger, ledger
from certready.model import Library, Range
from certready.planning import Plan, calendar_of
from certready.scoring import Verdict
from certready.timetable import Figures, finishes, order_of

DRAWS = 200
TOGETHER = 0.5  # share of the steps that go as the plant as a whole goes
HALF, MOST = 0.5, 0.8
Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class Days:
    """The date kept in half of the cases and in four of five; None where it is not reached."""

    half: date | None
    most: date | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the draws say of a plan."""

    draws: int
    done: Days
    no_critical_gap: Days | None  # None: no critical gap to close
    ready: Mapping[str, Days]  # by target that becomes ready; not those that are so already
    cost_half: float
    cost_most: float
    in_time: float | None  # share of the draws that end by the date asked
    in_budget: float | None  # share of the draws within the budget


def forecast(  # noqa: PLR0913 - a plan, and what is asked of it
    library: Library,
    assessment: Assessment,
    plan: Plan,
    *,
    ready_by: date | None = None,
    budget: float | None = None,
    draws: int = DRAWS,
    seed: int = 1,
) -> Forecast | None:
    """Draw the plan; None where there is nothing to do."""
    rows = [row for row in plan.packages if row.spans]
    if not rows:
        return None
    random = Random(seed)  # noqa: S311 - a simulation, not a secret
    calendar, book = calendar_of(assessment), ledger(library, assessment, rows)
    order = order_of(plan.network, plan.timetable)
    waiting = [key for key, day in plan.ready.items() if day is not None and day > assessment.on]
    last: list[int] = []
    critical: list[int] = []
    ready: dict[str, list[int]] = {key: [] for key in waiting}
    costs: list[float] = []
    for _ in range(draws):
        figures, cost = _drawn(plan, random)
        ends = finishes(plan.network, figures, order)
        by_practice: dict[str, int] = {}
        for job, end in zip(plan.network.jobs, ends, strict=True):
            by_practice[job.practice] = max(end, by_practice.get(job.practice, 0))
        days = [by_practice[row.practice.id] for row in rows]
        last.append(max(days))
        critical.extend([max(day for day, row in zip(days, rows, strict=True) if row.closes_critical)]
                        if any(row.closes_critical for row in rows) else [])  # fmt: skip
        for key, found in ready.items():
            found.append(_ready(book, key, days))
        costs.append(cost)

    def dated(numbers: Sequence[int]) -> Days:
        half, most = (calendar.day(max(quantile(numbers, share) - 1, 0)) for share in (HALF, MOST))
        return Days(half, most)

    attainable = ready and all(day is not None for day in plan.ready.values())
    targets = [max(numbers) for numbers in zip(*ready.values(), strict=True)] if attainable else last
    in_time = None
    if ready_by is not None and not plan.impossible:
        in_time = sum(calendar.day(max(day - 1, 0)) <= ready_by for day in targets) / draws
    return Forecast(
        draws=draws,
        done=dated(last),
        no_critical_gap=dated(critical) if critical else None,
        ready={key: dated(found) for key, found in ready.items()},
        cost_half=quantile(costs, HALF),
        cost_most=quantile(costs, MOST),
        in_time=in_time,
        in_budget=sum(cost <= budget for cost in costs) / draws if budget is not None else None,
    )


def triangular(one: Range, share: float) -> float:
    """The figure below which this share of a triangular distribution lies."""
    width = one.high - one.low
    if width <= 0:
        return one.likely
    peak = (one.likely - one.low) / width
    if share < peak:
        return one.low + sqrt(share * width * (one.likely - one.low))
    return one.high - sqrt((1 - share) * width * (one.high - one.likely))


def quantile(numbers: Sequence[Number], share: float) -> Number:
    """The smallest of the numbers that this share of them does not exceed."""
    return sorted(numbers)[max(ceil(share * len(numbers)) - 1, 0)]


def _drawn(plan: Plan, random: Random) -> tuple[list[Figures], float]:
    """One draw: figures for every job, and what all of it costs outside."""
    together = random.random()

    def luck() -> float:
        own = random.random()
        return together if random.random() < TOGETHER else own

    figures = []
    for job in plan.network.jobs:
        share = luck()
        figures.append(Figures(triangular(job.effort, share), triangular(job.weeks, share)))
    cost = sum(triangular(work.cost, luck()) for row in plan.packages if row.spans for work in row.works)
    return figures, cost


def _ready(book: Ledger, target: str, days: Sequence[int]) -> int:
    """The first day on which the packages finished so far make a target ready, else the last day."""
    moments = sorted(set(days))
    first, last = 0, len(moments) - 1
    while first < last:
        middle = (first + last) // 2
        done = sum(1 << place for place, day in enumerate(days) if day <= moments[middle])
        if book.standing(target, done).verdict is Verdict.READY:
            last = middle
        else:
            first = middle + 1
    return moments[first]
