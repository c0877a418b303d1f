"""What a fault is made of: a permanent code, a sentence and a cure in both languages, a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from certready.diagnostics import Diagnostic, Severity
from certready.model import Text


class Place(Protocol):
    """Somewhere in a file."""

    @property
    def line(self) -> int:
        """Line, from 1."""

    @property
    def column(self) -> int:
        """Column, from 1."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place without a node."""

    line: int
    column: int


START = Spot(1, 1)
_SHOWN = 60
_BLANK = "␣"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way a file can be wrong; the placeholders of its sentences are filled in by `at`."""

    code: str
    message: Text
    hint: Text | None = None
    severity: Severity = Severity.FAULT

    def at(self, file: str, place: Place, *, hint: Text | None = None, **values: str | int | Text) -> Diagnostic:
        """The diagnostic for one place; a given hint goes before the rule's own."""
        message = self.message.format(**values)
        own = self.hint.format(**values) if self.hint is not None else None
        return Diagnostic(file, place.line, place.column, self.code, message, hint or own, self.severity)


def shown(text: str) -> str:
    """Someone's word as it can stand in a message: short, on one line, nothing invisible, blanks at its ends shown."""
    line = " ".join(text.split())
    line = f"{_BLANK * text[:1].isspace()}{line}{_BLANK * text[-1:].isspace()}"
    safe = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in line[:_SHOWN])
    return safe if len(line) <= _SHOWN else safe[:_SHOWN] + "…"


def fault(code: str, es: str, en: str, hint_es: str = "", hint_en: str = "") -> Rule:
    """A rule that stops the work."""
    return Rule(code, Text(es=es, en=en), Text(es=hint_es, en=hint_en) if hint_es else None)


def notice(code: str, es: str, en: str, hint_es: str = "", hint_en: str = "") -> Rule:
    """A rule that is told while the work goes on."""
    hint = Text(es=hint_es, en=hint_en) if hint_es else None
    return Rule(code, Text(es=es, en=en), hint, Severity.NOTICE)
