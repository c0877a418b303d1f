"""A supplier file: one plant's profile, targets and answers, read against the checklists it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.answers import AnswerSheet, Scope, answered_checklists, read_documents
from certready.loading.encoding import MAX_BYTES, decode
from certready.loading.fields import Fields, root_fields
from certready.loading.files import read_bytes
from certready.loading.plants import read_identity, read_profile_answers
from certready.loading.report import Report
from certready.loading.rule import START, shown
from certready.loading.shelf import Shelf
from certready.loading.source import Scalar, parse_text
from certready.loading.wishes import read_plan
from certready.model import Language, Library, Source, Supplier

ROOT_KEYS = frozenset(
    ["certready", "language", "supplier", "profile", "targets", "assessed", "documents", "answers", "plan"]
)
_ASSESSED = frozenset({"on", "by"})


@dataclass(frozen=True)
class Reading:
    """A supplier file as read: the supplier (none where the file has no readable outline) and all that is wrong."""

    supplier: Supplier | None
    library: Library
    diagnostics: list[Diagnostic]
    text: str = ""
    profile_data: Mapping[str, object] = field(default_factory=dict)  # as written, for JSON
    supplier_data: Mapping[str, object] = field(default_factory=dict)


def read_supplier(path: Path, shelf: Shelf, *, regulations: bool = True) -> Reading:
    """Read a supplier file with the checklists that its targets and answers name."""
    data, fault = read_bytes(path)
    if fault is not None:
        return Reading(None, Library(), [fault])
    return read_supplier_bytes(data, str(path), shelf, regulations=regulations)


def read_supplier_bytes(data: bytes, file: str, shelf: Shelf, *, regulations: bool = True) -> Reading:
    """As `read_supplier`, of bytes that are here already."""
    if len(data) > MAX_BYTES:
        return Reading(None, Library(), [faults.TOO_LARGE.at(file, START)])
    decoded, found = decode(data, file)
    if decoded is None:
        return Reading(None, Library(), found)
    node, found = parse_text(decoded.text, file)
    report = Report(file)
    report.found.extend(found)
    root = root_fields(report, node, ROOT_KEYS)
    if root is None:
        return Reading(None, Library(), in_file_order(report.found), decoded.text)
    targets = _targets(root, shelf)
    named = {*(word.text for word in targets), *answered_checklists(root.get("answers"))}
    library, shelf_faults = shelf.load(named, regulations=regulations)
    source = Source(Path(file).name, hashlib.sha256(data).hexdigest())
    scope = _scope(shelf, library, tuple(word.text for word in targets))
    supplier, profile_data, supplier_data = _supplier(root, scope, source)
    diagnostics = [*in_file_order(report.found), *shelf_faults]
    return Reading(supplier, library, diagnostics, decoded.text, profile_data, supplier_data)


def _targets(root: Fields, shelf: Shelf) -> list[Scalar]:
    if root.missing("targets"):
        return []
    found = root.words("targets")
    if not found:
        root.report.add(faults.EMPTY_LIST, root.place("targets"), key="targets")
    known = shelf.ids()
    for word in found:
        if word.text not in known:
            near = root.report.near(word.text, known)
            listed = ", ".join(known)
            root.report.add(faults.UNKNOWN_TARGET, word, hint=near, word=shown(word.text), known=listed)
    return found


@dataclass(frozen=True, slots=True)
class _TargetScope(Scope):
    targets: tuple[str, ...] = ()


def _scope(shelf: Shelf, library: Library, targets: tuple[str, ...]) -> _TargetScope:
    """What a file with these targets may speak of; the same for all files of a batch that choose the same."""
    cached = shelf.scopes.get((id(library), targets))
    if isinstance(cached, _TargetScope):
        return cached
    requirements = {row.id: row for checklist in library.checklists.values() for row in checklist.requirements()}
    scope = _TargetScope(library, requirements, asked_by(targets, library), targets)
    shelf.scopes[id(library), targets] = scope  # the scope keeps its library alive, so the id stays its own
    return scope


def _supplier(
    root: Fields, scope: _TargetScope, source: Source
) -> tuple[Supplier, Mapping[str, object], Mapping[str, object]]:
    report = root.report
    identity = read_identity(root)
    profile, profile_data = read_profile_answers(report, root.get("profile"), scope.library.facts)
    documents = read_documents(report, root.get("documents"))
    sheet = AnswerSheet(report, scope, documents)
    assessed = root.fields("assessed", _ASSESSED)
    supplier = Supplier(
        name=identity.name,
        profile=profile,
        targets=scope.targets,
        answers=sheet.read(root.get("answers")),
        documents=documents,
        plan=read_plan(report, root.get("plan"), scope.library.book),
        rfc=identity.rfc,
        state=identity.state,
        employees=identity.employees,
        contact=identity.contact,
        cohort=identity.cohort,
        language=root.choice("language", Language),
        assessed_on=assessed.date("on") if assessed is not None else None,
        assessed_by=assessed.text("by") if assessed is not None else "",
        source=source,
    )
    return supplier, profile_data, identity.data


def asked_by(targets: Iterable[str], library: Library) -> frozenset[str]:
    """The full ids of all requirements that belong to these targets, their own and the included ones."""
    return frozenset(row for target in targets for row in _pool(target, library, frozenset()))


def _pool(name: str, library: Library, above: frozenset[str]) -> set[str]:
    checklist = library.checklists.get(name)
    if checklist is None or name in above:
        return set()
    found = {row.id for row in checklist.requirements()}
    for inclusion in checklist.includes:
        taken = _pool(inclusion.checklist, library, above | {name})
        found |= taken if inclusion.only is None else taken & set(inclusion.only)
    return found
