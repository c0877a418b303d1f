"""What packages gain: the score of any set of them, quickly enough to try thousands of sets.

The same arithmetic as scoring.py in whole numbers, over the few requirements that packages move; the tests hold both
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from certready.assessment import Assessment
from certready.carrying import standings
from certready.model import LADDER, Criticality, Level, Library
from certready.packages import Package, raised
from certready.scoring import ATTAINMENT, CONFORMING, DOCUMENTED, WEIGHT, Interval, Verdict, band, cap

SCORE_TO_PROGRESS = 4  # a point of score counts as much as four of mere progress
Set = int  # a set of packages: bit n is the n-th package


@dataclass(slots=True)
class _Tally:
    """Sums over requirements, with every unknown at one end."""

    points: int = 0  # weight times attainment
    broken: int = 0  # critical, not even documented
    unfinished: int = 0  # critical, documented
    weak: int = 0  # major, not even documented

    def add(self, criticality: Criticality, attained: int, times: int = 1) -> None:
        self.points += WEIGHT[criticality] * attained * times
        if criticality is Criticality.CRITICAL:
            self.broken += times * (attained < DOCUMENTED)
            self.unfinished += times * (DOCUMENTED <= attained < CONFORMING)
        elif criticality is Criticality.MAJOR:
            self.weak += times * (attained < DOCUMENTED)


@dataclass(frozen=True, slots=True)
class _Moved:
    """A requirement that some packages lift: its attainment now at both ends, and with each package that lifts it."""

    criticality: Criticality
    low: int
    high: int
    lifts: tuple[tuple[Set, int], ...]  # which package, to what attainment


@dataclass(frozen=True, slots=True)
class _Course:
    """One target: what stays as it is, and what packages move."""

    weight: int
    low: _Tally
    high: _Tally
    moved: tuple[_Moved, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A target with a set of packages done."""

    raw: Interval
    interval: Interval
    verdict: Verdict


@dataclass(slots=True)
class Ledger:
    """The scores of every set of some packages."""

    packages: tuple[Package, ...]
    courses: dict[str, _Course]
    _known: dict[Set, int] = field(default_factory=dict)

    def set_of(self, practices: Iterable[str]) -> Set:
        """The set of the packages of these practices."""
        wanted = set(practices)
        return sum(1 << place for place, row in enumerate(self.packages) if row.practice.id in wanted)

    def standing(self, target: str, done: Set) -> Standing:
        """How a target stands with these packages done."""
        course = self.courses[target]
        low, low_cap = self._end(course, done, low=True)
        high, high_cap = self._end(course, done, low=False)
        gated = Interval(min(low, low_cap), min(high, high_cap))
        worst, best = band(gated.low, low_cap), band(gated.high, high_cap)
        return Standing(Interval(low, high), gated, worst if worst is best else Verdict.UNDETERMINED)

    def value(self, done: Set) -> int:
        """What a set is worth: the scores of all targets, and a little for progress that no score shows yet.

        Both ends of the intervals count alike. A score alone stands still while several critical gaps are open; the
        progress behind it tells which package to take then. In millionths of a point: whole numbers compare exactly.
        """
        if done not in self._known:
            self._known[done] = sum(self._worth(course, done) for course in self.courses.values())
        return self._known[done]

    def _worth(self, course: _Course, done: Set) -> int:
        points = 0
        for low in (True, False):
            tally = self._tally(course, done, low=low)
            raw = tally.points * 1_000_000 // course.weight
            points += raw + SCORE_TO_PROGRESS * min(raw, cap(tally.broken, tally.unfinished, tally.weak) * 1_000_000)
        return points // (2 * (1 + SCORE_TO_PROGRESS))

    def _end(self, course: _Course, done: Set, *, low: bool) -> tuple[Fraction, Fraction]:
        tally = self._tally(course, done, low=low)
        return Fraction(tally.points, course.weight), Fraction(cap(tally.broken, tally.unfinished, tally.weak))

    def _tally(self, course: _Course, done: Set, *, low: bool) -> _Tally:
        fixed = course.low if low else course.high
        tally = _Tally(fixed.points, fixed.broken, fixed.unfinished, fixed.weak)
        for row in course.moved:
            attained = row.low if low else row.high
            lifted = [to for package, to in row.lifts if package & done]
            tally.add(row.criticality, max(lifted, default=attained))
        return tally


def ledger(library: Library, assessment: Assessment, packages: Sequence[Package]) -> Ledger:
    """The ledger of some packages: each one's effect is asked of the engine once, carried answers included."""
    supplier, on = assessment.supplier, assessment.on
    now = standings(library, supplier, on)
    lifts: dict[str, list[tuple[Set, int]]] = {}
    for place, package in enumerate(packages):
        after = standings(library, raised(supplier, package.closes, package.end_level), on)
        for key, standing in after.items():
            if standing.level is not now[key].level and standing.level in LADDER:
                lifts.setdefault(key, []).append((1 << place, ATTAINMENT[standing.level]))
    courses: dict[str, _Course] = {}
    for target in assessment.targets:
        if target.declared is None:
            continue
        weight, low, high, moved = 0, _Tally(), _Tally(), []
        for duty in target.scope.binding():
            requirement = duty.requirement
            level = now[requirement.id].level
            if level is Level.NOT_APPLICABLE:
                continue
            weight += WEIGHT[requirement.criticality]
            ends = ATTAINMENT.get(level, 0), ATTAINMENT.get(level, 100)
            if requirement.id in lifts:
                moved.append(_Moved(requirement.criticality, *ends, tuple(lifts[requirement.id])))
            else:
                low.add(requirement.criticality, ends[0])
                high.add(requirement.criticality, ends[1])
        courses[target.checklist.id] = _Course(weight, low, high, tuple(moved))
    return Ledger(tuple(packages), courses)
