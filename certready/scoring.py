"""Score of a chapter or a target: weights, interval and gates. Exact fractions; one rounding, at output.

A design of certready, not a rule of any authority; METHOD names its version in every report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from certready.model import Criticality, Level, Requirement

METHOD = "certready-score/1"

WEIGHT = {Criticality.CRITICAL: 5, Criticality.MAJOR: 3, Criticality.MINOR: 1}

ATTAINMENT = {
    Level.ABSENT: 0,
    Level.INFORMAL: 15,
    Level.DOCUMENTED: 40,
    Level.IMPLEMENTED: 80,
    Level.EFFECTIVE: 100,
}
"""Percent of a requirement that each level attains; 80 is where an auditor finds conformity."""

DOCUMENTED, CONFORMING = ATTAINMENT[Level.DOCUMENTED], ATTAINMENT[Level.IMPLEMENTED]
CAP_SEVERAL_BROKEN, CAP_ONE_BROKEN, CAP_CRITICAL_OPEN, NO_CAP = 39, 64, 79, 100
SEVERAL_BROKEN, MANY_MAJORS = 3, 5


class Verdict(StrEnum):
    """How ready a plant is for a target."""

    READY = "ready"
    NEARLY = "nearly"
    DEVELOPING = "developing"
    NOT_READY = "not-ready"
    UNDETERMINED = "undetermined"


READY_FROM, NEARLY_FROM, DEVELOPING_FROM = 75, 65, 40


@dataclass(frozen=True, slots=True)
class Mark:
    """One requirement and its level, ready to be counted."""

    requirement: Requirement
    level: Level

    @property
    def weight(self) -> int:
        """Critical 5, major 3, minor 1."""
        return WEIGHT[self.requirement.criticality]

    def attained(self, *, unknown: int) -> int:
        """Percent attained, with an unknown counted as given (0 or 100)."""
        return ATTAINMENT.get(self.level, unknown)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true figure lies; both ends can be reached. Percent."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of requirements attains: progress (raw), cap and gated interval, in percent."""

    raw: Interval
    cap: Interval
    interval: Interval
    gates: tuple[Requirement, ...]  # those that hold the low cap below 100
    settled: bool  # nothing is unknown: one number may be given

    @property
    def verdict(self) -> Verdict:
        """The band, if both ends of the interval lie in the same one."""
        low = band(self.interval.low, self.cap.low)
        high = band(self.interval.high, self.cap.high)
        return low if low is high else Verdict.UNDETERMINED


def band(score: Fraction, cap: Fraction) -> Verdict:
    """The band of a score, on unrounded values; ready asks that no gate is closed."""
    if cap == NO_CAP and score >= READY_FROM:
        return Verdict.READY
    if score >= NEARLY_FROM:
        return Verdict.NEARLY
    return Verdict.DEVELOPING if score >= DEVELOPING_FROM else Verdict.NOT_READY


def score(marks: Iterable[Mark], *, gated: bool = True) -> Score | None:
    """The score of the marks that are not not-applicable; None where there is nothing to score.

    Gates act on targets, not on chapters.
    """
    counted = [mark for mark in marks if mark.level is not Level.NOT_APPLICABLE]
    if not counted:
        return None
    raw = Interval(_raw(counted, unknown=0), _raw(counted, unknown=100))
    low_cap, gates = _gate(counted, unknown=0) if gated else (NO_CAP, ())
    high_cap, _ = _gate(counted, unknown=100) if gated else (NO_CAP, ())
    cap = Interval(Fraction(low_cap), Fraction(high_cap))
    interval = Interval(min(raw.low, cap.low), min(raw.high, cap.high))
    settled = all(mark.level is not Level.UNKNOWN for mark in counted)
    return Score(raw, cap, interval, gates, settled)


def _raw(marks: Iterable[Mark], *, unknown: int) -> Fraction:
    rows = list(marks)
    return Fraction(sum(row.weight * row.attained(unknown=unknown) for row in rows), sum(row.weight for row in rows))


def _gate(marks: Iterable[Mark], *, unknown: int) -> tuple[int, tuple[Requirement, ...]]:
    """The cap, and every requirement that alone would hold it below 100."""
    rows = [(mark, mark.attained(unknown=unknown)) for mark in marks]
    critical = [(mark, a) for mark, a in rows if mark.requirement.criticality is Criticality.CRITICAL]
    broken = [mark for mark, a in critical if a < DOCUMENTED]
    unfinished = [mark for mark, a in critical if DOCUMENTED <= a < CONFORMING]
    weak = [mark for mark, a in rows if mark.requirement.criticality is Criticality.MAJOR and a < DOCUMENTED]
    many = weak if len(weak) >= MANY_MAJORS else []
    closed = {id(mark) for mark in (*broken, *unfinished, *many)}
    gates = tuple(mark.requirement for mark, _ in rows if id(mark) in closed)
    return cap(len(broken), len(unfinished), len(weak)), gates


def cap(broken: int, unfinished: int, weak: int) -> int:
    """The highest score that critical requirements not even documented, or only that, and weak major ones allow."""
    if broken >= SEVERAL_BROKEN:
        return CAP_SEVERAL_BROKEN
    if broken:
        return CAP_ONE_BROKEN
    return CAP_CRITICAL_OPEN if unfinished or weak >= MANY_MAJORS else NO_CAP


def share(marks: Iterable[Mark], chosen: Iterable[Mark]) -> Fraction | None:
    """Weight of the chosen marks as percent of the weight of all; None where all weigh nothing."""
    whole = sum(mark.weight for mark in marks)
    return Fraction(100 * sum(mark.weight for mark in chosen), whole) if whole else None


def percent(value: Fraction | int) -> float:
    """One decimal, half up: the only rounding there is."""
    return floor(Fraction(value) * 10 + Fraction(1, 2)) / 10
