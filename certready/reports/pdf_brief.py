"""Cards in small print: what is short runs on, lists stand two abreast."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Card, Entry
from certready.reports.pdf_sheet import INK, SMALL, Slab, baseline, write
from certready.reports.pdf_type import GLUE, Style, Weight, lines
from certready.reports.voice import UNSURE

PRINT = replace(SMALL, colour=INK)
NAMES = replace(PRINT, weight=Weight.STRONG)
GUTTER = 14.0
DOT = 7.0


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line in one style, at its place."""

    x: float
    text: str
    style: Style


Line = tuple[Run, ...]


def brief_slabs(card: Card, width: float, left: float) -> Iterator[Slab]:
    """The entries of a card; its title is drawn by whoever draws cards."""
    room = width - left
    texts = [(entry.name, entry.value) for entry in card.entries if isinstance(entry.value, str)]
    yield from _slabs(_running(texts, room), left, gap=2.0)
    lists = [entry for entry in card.entries if not isinstance(entry.value, str)]
    half = (room - GUTTER) / 2
    for at in range(0, len(lists), 2):
        columns = [list(_listed(entry, half)) for entry in lists[at : at + 2]]
        rows = zip_longest(*columns, fillvalue=())
        moved = [
            (
                *row[0],
                *(Run(run.x + half + GUTTER, run.text, run.style) for cells in row[1:] for run in cells),
            )
            for row in rows
        ]
        yield from _slabs(moved, left, gap=3.0)


def mixed(parts: Sequence[tuple[str, Style]], width: float) -> Iterator[Line]:
    """Text in several styles broken into lines; a word too wide for a line is cut."""
    line: list[Run] = []
    used = 0.0
    for text, style in parts:
        for word in _words(text, style, width):
            wide = style.width(word)
            space = style.width(" ") if line else 0.0
            if line and used + space + wide > width:
                yield tuple(line)
                line, used, space = [], 0.0, 0.0
            if line and line[-1].style is style:
                line[-1] = replace(line[-1], text=f"{line[-1].text} {word}")
            else:
                line.append(Run(used + space, word, style))
            used += space + wide
    if line:
        yield tuple(line)


def _words(text: str, style: Style, width: float) -> Iterator[str]:
    for word in text.replace(" %", GLUE + "%").split(" "):
        if word:
            yield from lines(word, style, width)


def _running(texts: Sequence[tuple[str, str]], width: float) -> Iterator[Line]:
    """Names and values one behind the other."""
    parts: list[tuple[str, Style]] = []
    for at, (name, value) in enumerate(texts):
        ends = "" if at == len(texts) - 1 or value.endswith(".") else "."
        parts += [(f"{name}:", NAMES), (f"{value}{ends}", PRINT)]
    return mixed(parts, width)


def _listed(entry: Entry, width: float) -> Iterator[Line]:
    """A name above its list."""
    for line in lines(entry.name, NAMES, width):
        yield (Run(0.0, line, NAMES),)
    for item in entry.value if not isinstance(entry.value, str) else ():
        for at, line in enumerate(lines(item, PRINT, width - DOT)):
            dot = (Run(0.0, "•", PRINT),) if at == 0 else ()
            yield (*dot, Run(DOT, line, PRINT))


def _slabs(rows: Iterator[Line] | Sequence[Line], left: float, *, gap: float) -> Iterator[Slab]:
    for at, row in enumerate(rows):
        unsure = any(UNSURE in run.text for run in row)
        yield Slab(PRINT.leading, _ink(row, left), gap=gap if at == 0 else 0.0, unsure=unsure)


def _ink(row: Line, left: float) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        for run in row:
            write(canvas, x + left + run.x, y - baseline(run.style), run.text, run.style)

    return ink
