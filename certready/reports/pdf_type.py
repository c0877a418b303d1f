"""Type: the embedded faces, what they can print, how wide it is, and where lines break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).with_name("fonts")
MISSING = "\ufffd"
READABLE = {"→": "->", "←": "<-", "⇒": "=>", "✓": "√", "✔": "√", "\u2011": "-", "\u2012": "–", "\u2212": "–", "●": "•"}
"""What stands for a character that the face lacks; all others become MISSING."""


class Weight(Enum):
    """The two weights in use; the value is the file."""

    PLAIN = "OpenSans-Regular.ttf"
    STRONG = "OpenSans-Semibold.ttf"


class _Repertoire(dict[int, str]):
    """For str.translate: what the face has stays, the rest is replaced visibly."""

    def __init__(self, glyphs: dict[int, int]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if code in self._glyphs else READABLE.get(chr(code), MISSING)
        return self[code]


@dataclass(frozen=True)
class Face:
    """A face ready to measure and to print."""

    name: str
    widths: dict[int, float]  # of an em
    fallback: float
    repertoire: _Repertoire
    words: dict[str, float]  # measured so far

    def printable(self, text: str) -> str:
        """The text with a visible mark for every character that the face lacks."""
        return text if text.isascii() else text.translate(self.repertoire)

    def measure(self, text: str, size: float) -> float:
        """How wide the text is at this size, in points."""
        found = self.words.get(text)
        if found is None:
            widths, fallback = self.widths, self.fallback
            found = sum(widths.get(ord(char), fallback) for char in text)
            if len(self.words) < WORDS_KEPT:
                self.words[text] = found
        return found * size


WORDS_KEPT = 20_000


@cache
def face(weight: Weight) -> Face:
    """The face of a weight, read once per process."""
    name = f"certready-{weight.name.lower()}"
    font = TTFont(name, str(FONTS / weight.value), asciiReadable=True)
    pdfmetrics.registerFont(font)
    widths = {code: width / 1000 for code, width in font.face.charWidths.items()}
    return Face(name, widths, font.face.defaultWidth / 1000, _Repertoire(font.face.charToGlyph), {})


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set."""

    size: float
    leading: float
    weight: Weight = Weight.PLAIN
    colour: str = "#1F2933"

    @property
    def face(self) -> Face:
        """The face it is set in."""
        return face(self.weight)

    def width(self, text: str) -> float:
        """How wide a text is in this style."""
        return self.face.measure(text, self.size)


GLUE = "\u00a0"


def lines(text: str, style: Style, width: float, most: int | None = None) -> list[str]:
    """The text broken into lines of at most this width; beyond `most` lines it ends with an ellipsis."""
    found = list(_broken(style.face.printable(text).replace(" %", GLUE + "%"), style, width))
    if most is not None and len(found) > most:
        last = found[most - 1]
        while last and style.width(last + "…") > width:
            last = last[:-1]
        found = [*found[: most - 1], last.rstrip() + "…"]
    return [line.replace(GLUE, " ") for line in found]


def _broken(text: str, style: Style, width: float) -> Iterator[str]:
    space = style.width(" ")
    line: list[str] = []
    used = 0.0
    for word in text.split(" "):
        for part in _fitting(word, style, width):
            part_width = style.width(part)
            if line and used + space + part_width > width:
                yield " ".join(line)
                line, used = [], 0.0
            used += part_width + (space if line else 0)
            line.append(part)
    if line:
        yield " ".join(line)


def _fitting(word: str, style: Style, width: float) -> Iterator[str]:
    """A word, cut where it alone is wider than the line: after a slash or hyphen if there is one, else anywhere."""
    while style.width(word) > width and len(word) > 1:
        end, used = 0, 0.0
        while end < len(word) and used + style.width(word[end]) <= width:
            used += style.width(word[end])
            end += 1
        end = max(end, 1)
        soft = max(word.rfind(sign, 1, end) for sign in "/-_.,;") + 1
        cut = soft if soft > end // 3 else end
        yield word[:cut]
        word = word[cut:]
    yield word
