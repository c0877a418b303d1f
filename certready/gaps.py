"""Gap: what cannot be shown yet, and how grave that is (in the manner of PIC/S PI 040-1)."""

from __future__ import annotations

from certready.model import Criticality, Level, Requirement
from certready.scoring import ATTAINMENT, CONFORMING, DOCUMENTED

Grade = Criticality
"""A gap is critical, major or minor."""


def grade(requirement: Requirement, level: Level) -> Grade | None:
    """How grave it is that a binding requirement stands at this level; None where an auditor finds conformity.

    Unknown is an open question and not-applicable leaves the score: neither is a gap.
    """
    attained = ATTAINMENT.get(level)
    if attained is None or attained >= CONFORMING:
        return None
    match requirement.criticality:
        case Criticality.CRITICAL:
            return Grade.CRITICAL if attained < DOCUMENTED else Grade.MAJOR
        case Criticality.MAJOR:
            return Grade.MAJOR if attained < DOCUMENTED else Grade.MINOR
        case Criticality.MINOR:
            return Grade.MINOR
