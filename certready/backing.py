"""What the named evidence supports: declared levels cut to backed ones (method, levels and evidence)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from certready.model import LADDER, Answer, Document, Evidence, EvidenceKind, Level, Requirement


def is_current(evidence: Evidence, documents: Mapping[str, Document], on: date) -> bool:
    """Whether a piece of evidence has not expired on that day, nor the registered document behind it."""
    registered = documents.get(evidence.ref) if evidence.ref is not None else None
    ends = (evidence.expires, registered.expires if registered else None)
    return all(end is None or end >= on for end in ends)


def supported(requirement: Requirement, kinds: Iterable[EvidenceKind]) -> Level:
    """The highest level that evidence of these kinds backs.

    Where a written procedure is demanded, records without it show a habit only.
    """
    shown = set(kinds)
    written = EvidenceKind.DOCUMENT in shown
    done = EvidenceKind.RECORD in shown
    if not written and (requirement.documented_procedure or not done):
        return Level.INFORMAL
    if not done:
        return Level.DOCUMENTED
    return Level.EFFECTIVE if EvidenceKind.EFFECT in shown else Level.IMPLEMENTED


def lower(one: Level, other: Level) -> Level:
    """The lower of two levels of the ladder."""
    return min(one, other, key=LADDER.index)


def backed(requirement: Requirement, answer: Answer, documents: Mapping[str, Document], on: date) -> Level:
    """The declared level, cut to what current evidence supports; not-applicable and unknown stay."""
    if answer.level not in LADDER:
        return answer.level
    kinds = (item.kind for item in answer.evidence if is_current(item, documents, on))
    return lower(answer.level, supported(requirement, kinds))
