"""Editions of checklists to compare: a file or a folder, wherever it lies and whatever it is called."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from pathlib import Path

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import draft_checklist
from certready.loading.conditions import Facts
from certready.loading.files import read_bytes
from certready.loading.profile import read_profile
from certready.loading.shelf import NOT_CHECKLISTS
from certready.loading.source import Mapping, Node, Scalar, Sequence, parse
from certready.model import Checklist, Level

_OF_ANOTHER_DAY = frozenset({faults.ID_NOT_FILE.code, faults.UNKNOWN_FACT.code, faults.UNKNOWN_OPTION.code})
"""What is no fault in an edition kept to compare with: the file's name, and facts that have gone since."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a supplier file has answered, without reading it against any checklist."""

    targets: tuple[str, ...]
    answers: MappingType[str, Level]


def read_edition(path: Path, facts: Facts) -> tuple[dict[str, Checklist], list[Diagnostic]]:
    """The checklists of a file or a folder by id, and the faults that keep them from being compared."""
    files = [path]
    found: list[Diagnostic] = []
    if path.is_dir():
        files = [file for file in sorted(path.glob("*.yaml")) if file.stem not in NOT_CHECKLISTS]
        own = path / "profile.yaml"
        if own.is_file():
            facts, found = read_profile(own.read_bytes(), str(own), facts)
    checklists: dict[str, Checklist] = {}
    for file in files:
        data, fault = read_bytes(file)
        if fault is not None:
            found.append(fault)
            continue
        draft = draft_checklist(data, str(file), facts)
        found.extend(row for row in draft.diagnostics if row.code not in _OF_ANOTHER_DAY)
        if draft.checklist is not None:
            checklists[draft.checklist.id] = draft.checklist
    return checklists, in_file_order(found)


def read_given(path: Path) -> tuple[Given, list[Diagnostic]]:
    """The targets and levels of a supplier file; anything unreadable counts as unanswered."""
    data, fault = read_bytes(path)
    if fault is not None:
        return Given((), {}), [fault]
    root, found = parse(data, str(path))
    if not isinstance(root, Mapping):
        return Given((), {}), found
    targets = root.entries.get("targets")
    answers = root.entries.get("answers")
    named = targets[1].items if targets is not None and isinstance(targets[1], Sequence) else []
    levels: dict[str, Level] = {}
    if answers is not None and isinstance(answers[1], Mapping):
        levels = {name: _level(node) for name, (_, node) in answers[1].entries.items() if not name.startswith("x-")}
    return Given(tuple(node.text for node in named if isinstance(node, Scalar)), levels), found


def _level(node: Node) -> Level:
    if isinstance(node, Mapping):
        entry = node.entries.get("level")
        return _level(entry[1]) if entry is not None else Level.UNKNOWN
    try:
        return Level(node.text) if isinstance(node, Scalar) else Level.UNKNOWN
    except ValueError:
        return Level.UNKNOWN
