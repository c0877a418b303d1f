"""The plant's calendar: days on which its people work, by Mexican law (LFT art. 74) and its own shutdowns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import holidays

from certready.model import Period

SATURDAY = 5
WORKING_DAYS_A_WEEK = 5


class Workdays:
    """Working days counted from a first one; weekends, statutory holidays and shutdowns are left out."""

    def __init__(self, start: date, shutdowns: Sequence[Period] = ()) -> None:
        """Count from the first working day on or after `start`."""
        self._holidays = holidays.country_holidays("MX")
        self._shutdowns = tuple(shutdowns)
        self._days = [self._next(start)]

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        closed = any(shutdown.covers(day) for shutdown in self._shutdowns)
        return day.weekday() < SATURDAY and day not in self._holidays and not closed

    def day(self, number: int) -> date:
        """The date of a working day; number 0 is the first."""
        while len(self._days) <= number:
            self._days.append(self._next(self._days[-1] + timedelta(days=1)))
        return self._days[number]

    def _next(self, day: date) -> date:
        while not self.is_working(day):
            day += timedelta(days=1)
        return day
