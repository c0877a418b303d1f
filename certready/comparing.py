"""Two assessments of one plant compared: what moved since the last time, and why; whether anything got worse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certready.assessment import AssessedRequirement, Assessment, TargetAssessment
from certready.carrying import CONFORMING
from certready.gaps import Grade
from certready.limiting import reached
from certready.model import LADDER, Level, Requirement, Text
from certready.planning import Plan
from certready.scoring import Verdict


class Reason(StrEnum):
    """Why a gap is closed or open that was not so before."""

    ROSE = "rose"  # the plant says it does better
    FELL = "fell"  # the plant says it does worse
    ANSWERED = "answered"  # nobody had answered it
    UNANSWERED = "unanswered"  # the answer was taken back
    BINDS_NOW = "binds-now"  # a new target, another profile or a date in force
    BINDS_NO_MORE = "binds-no-more"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class GapMove:
    """A requirement whose gap was closed or opened."""

    requirement: Requirement
    before: Level | None  # None: it did not bind
    after: Level | None
    grade: Grade  # of the gap that was closed or opened
    reason: Reason


@dataclass(frozen=True, slots=True)
class TargetMove:
    """One target before and after; None where it was not chosen."""

    id: str
    title: Text
    before: TargetAssessment | None
    after: TargetAssessment | None

    @property
    def worse(self) -> bool:
        """Whether the low end of its score fell, or it is not ready any more."""
        if self.before is None or self.after is None or self.before.declared is None:
            return False
        if self.after.declared is None:
            return self.after.scope.ruling.binds
        lost = self.before.verdict is Verdict.READY and self.after.verdict is not Verdict.READY
        return lost or self.after.declared.interval.low < self.before.declared.interval.low


@dataclass(frozen=True, slots=True)
class Slip:
    """A day of the plan before and after; None where there is none."""

    practice: str | None  # None: the plan as a whole
    before: date | None
    after: date | None

    @property
    def days(self) -> int | None:
        """Calendar days later (earlier where negative)."""
        return (self.after - self.before).days if self.before and self.after else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved between two assessments."""

    old: Assessment
    new: Assessment
    targets: tuple[TargetMove, ...]
    closed: tuple[GapMove, ...]
    opened: tuple[GapMove, ...]
    critical: Slip  # the day without critical gaps
    done: Slip  # the day everything is reached
    packages: tuple[Slip, ...]  # those in both plans whose finish moved
    finished: tuple[str, ...]  # practices that need no package any more
    added: tuple[str, ...]  # practices that need one now

    @property
    def regressed(self) -> bool:
        """Whether a score fell, a verdict was lost, or something that conformed does not conform any more."""
        return any(row.worse for row in self.targets) or any(row.reason is Reason.FELL for row in self.opened)


def compare(old: Assessment, new: Assessment, old_plan: Plan, new_plan: Plan) -> Comparison:
    """Compare two assessments and their plans."""
    before = {row.requirement.id: row for row in old.requirements}
    after = {row.requirement.id: row for row in new.requirements}
    ids = list(dict.fromkeys((*after, *before)))
    closed = [move for key in ids if (move := _closed(before.get(key), after.get(key)))]
    opened = [move for key in ids if (move := _opened(before.get(key), after.get(key)))]
    old_rows = {row.practice.id: row for row in old_plan.packages}
    new_rows = {row.practice.id: row for row in new_plan.packages}
    slips = [Slip(key, old_rows[key].finish, row.finish) for key, row in new_rows.items() if key in old_rows]
    return Comparison(
        old=old,
        new=new,
        targets=tuple(_targets(old, new)),
        closed=tuple(closed),
        opened=tuple(opened),
        critical=Slip(None, old_plan.no_critical_gap, new_plan.no_critical_gap),
        done=Slip(None, reached(old_plan), reached(new_plan)),
        packages=tuple(row for row in slips if row.before != row.after),
        finished=tuple(key for key in old_rows if key not in new_rows),
        added=tuple(key for key in new_rows if key not in old_rows),
    )


def _targets(old: Assessment, new: Assessment) -> Iterator[TargetMove]:
    before = {row.checklist.id: row for row in old.targets}
    after = {row.checklist.id: row for row in new.targets}
    for key in dict.fromkeys((*after, *before)):
        one = after.get(key) or before[key]
        yield TargetMove(key, one.checklist.title, before.get(key), after.get(key))


def _closed(before: AssessedRequirement | None, after: AssessedRequirement | None) -> GapMove | None:
    if before is None or before.gap is None or (after is not None and after.gap is not None):
        return None
    level = after.standing.level if after is not None and after.binding else None
    match level:
        case None:
            reason = Reason.BINDS_NO_MORE
        case Level.NOT_APPLICABLE:
            reason = Reason.NOT_APPLICABLE
        case Level.UNKNOWN:
            reason = Reason.UNANSWERED
        case _:
            reason = Reason.ROSE
    return GapMove(before.requirement, before.standing.level, level, before.gap, reason)


def _opened(before: AssessedRequirement | None, after: AssessedRequirement | None) -> GapMove | None:
    if after is None or after.gap is None or (before is not None and before.gap is not None):
        return None
    level = before.standing.level if before is not None and before.binding else None
    if level is None:
        reason = Reason.BINDS_NOW
    elif level in LADDER and level in CONFORMING:
        reason = Reason.FELL
    else:
        reason = Reason.ANSWERED
    return GapMove(after.requirement, level, after.standing.level, after.gap, reason)
