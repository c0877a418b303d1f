"""What to have in the room on audit day: each document once across all targets, by the role that brings it.

And what is missing: requirements whose declared level the named evidence does not back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from certready.assessment import AssessedRequirement, Assessment
from certready.model import LADDER, Document, Evidence, EvidenceKind, Level, Library, Requirement


class Condition(StrEnum):
    """The state of a document on the day."""

    IN_ORDER = "in-order"
    EXPIRED = "expired"
    MISSING = "missing"  # its file is not where the supplier file says
    CHANGED = "changed"  # its file is not the one whose checksum was noted
    OUTSIDE = "outside"  # its file lies outside the supplier's folder and was not looked at


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One document or record to bring, and everything it serves."""

    ref: str  # code in the register; "" for evidence named in an answer only
    title: str
    kinds: tuple[EvidenceKind, ...]
    owner: str  # role id
    serves: tuple[str, ...]  # requirement ids
    targets: tuple[str, ...]
    revision: str = ""
    dated: date | None = None
    expires: date | None = None
    file: str = ""
    condition: Condition = Condition.IN_ORDER


@dataclass(frozen=True, slots=True)
class Lacking:
    """A requirement whose declared level is not backed: the kinds of evidence still to name."""

    requirement: Requirement
    level: Level
    kinds: tuple[EvidenceKind, ...]
    owner: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Everything for audit day."""

    exhibits: tuple[Exhibit, ...]
    lacking: tuple[Lacking, ...]


@dataclass(slots=True)
class _Gathered:
    """A document while its uses are collected."""

    evidence: Evidence
    owner: str
    kinds: dict[EvidenceKind, None] = field(default_factory=dict)
    serves: dict[str, None] = field(default_factory=dict)
    targets: dict[str, None] = field(default_factory=dict)


def files_named(assessment: Assessment) -> dict[str, str]:
    """Every file that the supplier file names as evidence, with the checksum noted for it ("" where none is)."""
    supplier = assessment.supplier
    named = [(row.file, row.sha256) for row in supplier.documents.values()]
    named += [(item.file, item.sha256) for answer in supplier.answers.values() for item in answer.evidence]
    return {file: checksum for file, checksum in named if file}


def prepare(library: Library, assessment: Assessment, files: Mapping[str, Condition]) -> Room:
    """The room for audit day; `files` tells the condition of each evidence file, looked at outside the engine."""
    gathered: dict[tuple[str, str], _Gathered] = {}
    for row in assessment.requirements:
        answer = row.standing.answer
        if not row.binding or answer is None:
            continue
        for item in answer.evidence:
            key = (item.ref or "", "" if item.ref else item.title)
            entry = gathered.setdefault(key, _Gathered(item, _owner(library, row.requirement)))
            entry.kinds[item.kind] = None
            entry.serves[row.requirement.id] = None
            entry.targets.update(dict.fromkeys(row.targets))
    exhibits = [_exhibit(entry, assessment, files) for entry in gathered.values()]
    roles = list(library.book.roles)
    ranks = {role: rank for rank, role in enumerate(roles)}
    ordered = sorted(exhibits, key=lambda row: (ranks.get(row.owner, len(roles)), row.ref, row.title))
    return Room(tuple(ordered), tuple(_lacking(library, assessment.requirements)))


def _owner(library: Library, requirement: Requirement) -> str:
    practice = library.book.practices.get(requirement.practice)
    return practice.owner if practice else "quality"


def _exhibit(entry: _Gathered, assessment: Assessment, files: Mapping[str, Condition]) -> Exhibit:
    item = entry.evidence
    registered = assessment.supplier.documents.get(item.ref or "", Document(ref=item.ref or ""))
    file = registered.file or item.file
    ends = [end for end in (registered.expires, item.expires) if end is not None]
    condition = files.get(file, Condition.IN_ORDER) if file else Condition.IN_ORDER
    if condition is Condition.IN_ORDER and ends and min(ends) < assessment.on:
        condition = Condition.EXPIRED
    return Exhibit(
        ref=registered.ref,
        title=registered.title or item.title,
        kinds=tuple(entry.kinds),
        owner=registered.owner or entry.owner,
        serves=tuple(entry.serves),
        targets=tuple(entry.targets),
        revision=registered.revision,
        dated=registered.dated or item.dated,
        expires=min(ends, default=None),
        file=file,
        condition=condition,
    )


def _lacking(library: Library, rows: Iterable[AssessedRequirement]) -> Iterable[Lacking]:
    for row in rows:
        level, standing = row.standing.level, row.standing
        if not row.binding or standing.answer is None or level not in LADDER or standing.backed is level:
            continue
        named = {item.kind for item in standing.answer.evidence}
        missing = tuple(kind for kind in _needed(row.requirement, level) if kind not in named)
        yield Lacking(row.requirement, level, missing, _owner(library, row.requirement), row.targets)


def _needed(requirement: Requirement, level: Level) -> tuple[EvidenceKind, ...]:
    """The kinds of evidence that back a level."""
    if level is Level.DOCUMENTED:
        return (EvidenceKind.DOCUMENT,)
    written = (EvidenceKind.DOCUMENT,) if requirement.documented_procedure else ()
    effect = (EvidenceKind.EFFECT,) if level is Level.EFFECTIVE else ()
    return (*written, EvidenceKind.RECORD, *effect)
