"""Diagnostic: a fault or a notice in someone's file, with its place and its cure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from certready.model import Language, Text


class Severity(StrEnum):
    """What a diagnostic does: a fault stops the work, a notice is told and the work goes on."""

    FAULT = "fault"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault in someone's file: where it is, what is wrong, how to mend it."""

    file: str
    line: int  # from 1
    column: int  # from 1
    code: str  # permanent, such as CR101
    message: Text
    hint: Text | None = None
    severity: Severity = Severity.FAULT

    def render(self, language: Language) -> str:
        """`file:line:column: CODE message` and, indented below, the hint."""
        head = f"{self.file}:{self.line}:{self.column}: {self.code} {self.message.to(language)}"
        return head if self.hint is None else f"{head}\n    {self.hint.to(language)}"


class CannotPlan(Exception):  # noqa: N818 - it is news for the user, not an error of ours
    """What a plant asks of its plan can be met by no plan; says why in both languages."""

    def __init__(self, message: Text) -> None:
        """Keep both languages: whoever catches it chooses."""
        super().__init__(message.en)
        self.message = message


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted as a reader meets them: file by file in the order first seen, then by place."""
    found = list(diagnostics)
    files = {name: rank for rank, name in reversed(list(enumerate(row.file for row in found)))}
    return sorted(found, key=lambda row: (files[row.file], row.line, row.column, row.code))


def has_faults(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops the work."""
    return any(row.severity is Severity.FAULT for row in diagnostics)


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """A hint that names the nearest known word, or None when nothing is near."""
    head, slash, tail = word.rpartition("/")
    rows = list(known)
    siblings = [row for row in rows if row.startswith(head + slash)] if slash else []  # what differs is the last part
    tails = [row.removeprefix(head + slash) for row in siblings or rows]
    near = get_close_matches(tail if siblings else word, tails, n=1, cutoff=0.6)
    if not near:
        return None
    name = f"{head}{slash}{near[0]}" if siblings else near[0]
    return Text(es=f"¿Quiso decir «{name}»?", en=f"Did you mean “{name}”?")
