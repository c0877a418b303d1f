"""The interview line by line: for terminals that cannot redraw, and for readers of the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from certready.harmless import visible
from certready.interview import wording
from certready.interview.asking import Checks, Choice, Line, Manner, Menu, Paragraph
from certready.interview.screen import lines, width, wrap
from certready.model import Language, Text

PLAIN_TERMINALS = ("", "dumb", "unknown")
SIGNS = "¿á●→«"


def must_be_plain() -> bool:
    """Whether this terminal cannot move its cursor, or cannot show the signs of the menus."""
    if os.name == "posix" and os.environ.get("TERM", "") in PLAIN_TERMINALS:
        return True
    try:
        SIGNS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


class LineByLine:
    """Prints, and reads whole lines."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def show(self, *paragraphs: Paragraph) -> None:
        """Print paragraphs, wrapped."""
        for paragraph in paragraphs:
            for line in lines(paragraph, self.language, width()):
                self._print(line)

    def choose(self, menu: Menu) -> str:
        """A number; an empty line keeps the start, if there is one."""
        self._list(menu.message, menu.choices)
        start = next((row for row in menu.choices if row.value == menu.start), None)
        if start is not None:
            self.show(Paragraph(wording.LINE_KEEP.format(label=start.label)))
        while True:
            written = self._read(wording.LINE_NUMBER)
            if not written and start is not None:
                return start.value
            if written.isascii() and written.isdigit() and 1 <= int(written) <= len(menu.choices):
                return menu.choices[int(written) - 1].value
            self.show(Paragraph(wording.LINE_WRONG, Manner.WARNING))

    def mark(self, checks: Checks) -> list[str]:
        """Numbers with commas; an empty line keeps the marks."""
        self._list(checks.message, checks.choices)
        marked = [row for row in checks.choices if row.value in checks.marked]
        if checks.told:
            self.show(Paragraph(checks.told(checks.marked)[1]))
        if marked:
            label = Text(es=", ".join(row.label.es for row in marked), en=", ".join(row.label.en for row in marked))
            self.show(Paragraph(wording.LINE_KEEP.format(label=label)))
        while True:
            written = self._read(wording.LINE_NUMBERS)
            if not written and marked:
                return [row.value for row in marked]
            words = [word.strip() for word in written.split(",")]
            right = all(word.isascii() and word.isdigit() and 1 <= int(word) <= len(checks.choices) for word in words)
            if right:
                values = [row.value for n, row in enumerate(checks.choices, start=1) if str(n) in words]
                single = [value for value in values if value in checks.alone]
                if not single or len(values) == 1:
                    return values
            self.show(Paragraph(wording.LINE_WRONG, Manner.WARNING))

    def write(self, line: Line) -> str:
        """A line; an empty one keeps the start."""
        if line.start:
            self.show(Paragraph(wording.LINE_KEEP.format(label=line.start)))
        while True:
            written = self._read(line.message) or line.start
            refused = line.refuse(written)
            if refused is None:
                return written
            self.show(Paragraph(refused, Manner.WARNING))

    def _list(self, message: Text, choices: Sequence[Choice]) -> None:
        self.show(Paragraph(message, Manner.QUESTION))
        for number, row in enumerate(choices, start=1):
            for line in wrap(visible(row.label.to(self.language)), width(), f"{number:>3}) ", "     "):
                self._print(line)

    def _read(self, message: Text) -> str:
        self._print(visible(message.to(self.language)), end=" ")
        written = sys.stdin.readline()
        if not written:
            raise EOFError
        return " ".join(written.split())

    @staticmethod
    def _print(line: str, end: str = "\n") -> None:
        print(line, end=end, flush=True)  # noqa: T201 - the screen
