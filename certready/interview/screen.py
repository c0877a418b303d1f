"""Paragraphs to lines: harmless, wrapped on words at the width of the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from certready.harmless import visible
from certready.interview.asking import Manner, Paragraph
from certready.model import Language

WIDEST = 96
"""Longer lines are hard to read, however wide the window."""
NARROWEST = 20

INDENT = {Manner.ITEM: ("  - ", "    "), Manner.WARNING: ("! ", "  "), Manner.ECHO: (" > ", "   ")}

STYLE = {Manner.HEADING: "bold", Manner.QUESTION: "bold", Manner.WARNING: "bold"}
"""No colour carries meaning; bold survives NO_COLOR."""


def width() -> int:
    """Columns to write in: one is left free, so that no terminal wraps by itself."""
    columns = shutil.get_terminal_size((80, 24)).columns
    return max(NARROWEST, min(columns - 1, WIDEST))


def lines(paragraph: Paragraph, language: Language, columns: int) -> Iterator[str]:
    """The lines of a paragraph; its own line breaks stay."""
    first, rest = INDENT.get(paragraph.manner, ("", ""))
    for part in visible(paragraph.text.to(language)).split("\n"):
        yield from wrap(part, columns, first, rest) or [""]
        first = rest


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Wrapped on blanks; a word longer than the line is broken, never lost."""
    return textwrap.wrap(
        text, columns, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, expand_tabs=True
    )


def style(manner: Manner) -> str:
    """The look of a paragraph, as prompt_toolkit names it."""
    return STYLE.get(manner, "")
