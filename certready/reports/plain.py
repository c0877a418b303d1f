"""The one gate every string of a report passes: nothing from somebody's file can act, and nothing is endless."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from certready.harmless import visible

LONGEST = 1500
"""Characters of one text; a paragraph of a hundred thousand would stop any pen."""

_SPACES = re.compile(r"[ \t\n\r\x0b\x0c\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
Printed = TypeVar("Printed")


def plain(text: str) -> str:
    """A text fit for paper: one line, NFC, bounded, without invisible characters, controls written out."""
    cut = bounded(text)
    if cut.isascii() and cut.isprintable() and "  " not in cut:
        return cut.strip()
    shown = visible(_SPACES.sub(" ", cut))
    kept = "".join(char for char in shown if unicodedata.category(char) not in ("Cf", "Co", "Cn"))
    return bounded(kept.strip())


def bounded(text: str) -> str:
    """The text, cut where it is too long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def through_the_gate(part: Printed) -> Printed:
    """The same report, or part of one, with every string made plain."""
    return _plain(part)  # type: ignore[return-value]


def _plain(part: object) -> object:
    if isinstance(part, Enum):
        return part
    if isinstance(part, str):
        return plain(part)
    if isinstance(part, tuple):
        return tuple(_plain(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: _plain(getattr(part, one.name)) for one in fields(part)})
    return part
