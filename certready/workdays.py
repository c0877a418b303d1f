"""The plant's calendar: days on which its people work, by Mexican law (LFT art. 74) and its own shutdowns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import holidays

from certready.diagnostics import CannotPlan
from certready.model import Period, Text

SATURDAY = 5
WORKING_DAYS_A_WEEK = 5
LONGEST_STANDSTILL = 1100  # days without a working day; beyond it the shutdowns leave no calendar to plan on
NO_CALENDAR = Text(
    es="No se puede planear: con los paros del archivo no queda ningún día hábil después del {day}.",
    en="No plan can be made: the shutdowns in the file leave no working day after {day}.",
)


@cache
def _statutory() -> holidays.HolidayBase:
    """The statutory holidays, worked out once a year asked for."""
    return holidays.country_holidays("MX")


class Workdays:
    """Working days counted from a first one; weekends, statutory holidays and shutdowns are left out."""

    def __init__(self, start: date, shutdowns: Sequence[Period] = ()) -> None:
        """Count from the first working day on or after `start`."""
        self._holidays = _statutory()
        self._shutdowns = tuple(shutdowns)
        self._days = [self._next(start)]

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        closed = any(shutdown.covers(day) for shutdown in self._shutdowns)
        return day.weekday() < SATURDAY and day not in self._holidays and not closed

    def day(self, number: int) -> date:
        """The date of a working day; number 0 is the first."""
        while len(self._days) <= number:
            self._days.append(self._next(self._after(self._days[-1])))
        return self._days[number]

    def before(self, day: date) -> int:
        """How many of the working days lie before a date."""
        while self._days[-1] < day:
            self.day(len(self._days))
        return bisect_left(self._days, day)

    def closed(self, until: date) -> list[date]:
        """The weekdays up to a date on which nobody works: statutory holidays and shutdowns."""
        found, day = [], self._days[0]
        while day <= until:
            if day.weekday() < SATURDAY and not self.is_working(day):
                found.append(day)
            day = self._after(day)
        return found

    def _next(self, day: date) -> date:
        began = day
        while not self.is_working(day):
            day = self._after(day)
            if (day - began).days > LONGEST_STANDSTILL:
                raise CannotPlan(NO_CALENDAR.format(day=began.isoformat()))
        return day

    def _after(self, day: date) -> date:
        try:
            return day + timedelta(days=1)
        except OverflowError:
            raise CannotPlan(NO_CALENDAR.format(day=day.isoformat())) from None
