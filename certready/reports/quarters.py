"""What a plan costs outside in each quarter of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from certready.model import Range
from certready.packages import scaled, total
from certready.planning import Plan

MONTHS_A_QUARTER, QUARTERS_A_YEAR = 3, 4


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year, and the cost that falls to them."""

    year: int
    number: int  # 1 to 4
    cost: Range  # MXN


def by_quarter(plan: Plan) -> tuple[Quarter, ...]:
    """The outside cost of every step that has dates, spread evenly over the days on which people work at it."""
    costs: dict[tuple[int, int], list[Range]] = {}
    for package in plan.packages:
        for work, span in zip(package.works, package.spans, strict=False):
            days = (span.worked_until - span.start).days + 1
            for year, number, part in _parts(span.start, span.worked_until):
                costs.setdefault((year, number), []).append(scaled(work.cost, part / days))
    if not costs:
        return ()
    found, last = [min(costs)], max(costs)
    while found[-1] < last:
        year, number = found[-1]
        found.append((year, number + 1) if number < QUARTERS_A_YEAR else (year + 1, 1))
    return tuple(Quarter(*key, total(costs.get(key, ()))) for key in found)


def quarter_of(day: date) -> tuple[int, int]:
    """The year and the number of the quarter of a day."""
    return day.year, (day.month - 1) // MONTHS_A_QUARTER + 1


def _parts(first: date, last: date) -> Iterator[tuple[int, int, int]]:
    """The quarters between two days, both included, with how many of the days lie in each."""
    while first <= last:
        year, number = quarter_of(first)
        after = date(year + number // QUARTERS_A_YEAR, number % QUARTERS_A_YEAR * MONTHS_A_QUARTER + 1, 1)
        end = min(after - timedelta(days=1), last)
        yield year, number, (end - first).days + 1
        first = end + timedelta(days=1)
