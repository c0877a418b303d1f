"""The sheet: palette, type sizes, and the flow of slabs into pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from certready.reports.pdf_type import Style, Weight, lines
from certready.reports.voice import UNSURE

Paper = Literal["a4", "letter"]
SIZES: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN, TOP, BOTTOM = 50.0, 56.0, 52.0

INK, QUIET, HAIR, TINT, ACCENT, PALE = "#1F2933", "#5B6776", "#D3D9E0", "#F2F5F8", "#14507A", "#A9C4D9"
TEAL, AMBER, RUST, SLATE = "#0B7A66", "#B86E00", "#B23A12", "#66727F"
PAPER_WHITE = "#FFFFFF"

BODY = Style(9.2, 13.2)
STRONG = replace(BODY, weight=Weight.STRONG)
REMARK = Style(8.0, 11.2, colour=QUIET)
SMALL = Style(7.2, 9.6, colour=QUIET)
CELL = Style(8.0, 10.8)
CELL_STRONG = replace(CELL, weight=Weight.STRONG)
CELL_HEAD = Style(7.4, 10.0, Weight.STRONG, QUIET)
SECTION_TITLE = Style(16.5, 21.0, Weight.STRONG, ACCENT)
PART_TITLE = Style(11.0, 15.0, Weight.STRONG)
CARD_TITLE = Style(10.0, 13.6, Weight.STRONG)

Ink = Callable[[Canvas, float, float], None]
"""Draws at the left edge x and the top y of a slab."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place a reader can jump to."""

    key: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Slab:
    """A piece that is never broken over two pages."""

    height: float
    ink: Ink
    gap: float = 0.0  # above it, dropped at the head of a page
    keep: bool = False  # on one page with the next slab
    running: Slab | None = None  # repeated where this slab begins a page
    bookmark: Bookmark | None = None
    fresh: bool = False  # begins a page
    unsure: bool = False  # prints a numeral whose text was not read


@dataclass(slots=True)
class Page:
    """Slabs with the distance of their tops from the head of the page."""

    placed: list[tuple[Slab, float]] = field(default_factory=list)
    used: float = 0.0

    def put(self, slab: Slab) -> None:
        """Add a slab below what is there."""
        if not self.placed and slab.running is not None:
            self._place(slab.running)
        self._place(slab)

    def _place(self, slab: Slab) -> None:
        top = self.used + (slab.gap if self.placed else 0.0)
        self.placed.append((slab, top))
        self.used = top + slab.height


def paginate(slabs: Iterable[Slab], height: float) -> list[Page]:
    """Fill pages from the top; slabs that keep together move together, unless no page could hold them."""
    pages = [Page()]
    together: list[Slab] = []
    for slab in slabs:
        if slab.fresh and pages[-1].placed and not together:
            pages.append(Page())
        together.append(slab)
        if not slab.keep:
            _settle(pages, together, height)
            together = []
    _settle(pages, together, height)
    return [page for page in pages if page.placed]


def _settle(pages: list[Page], together: list[Slab], height: float) -> None:
    needed = sum(slab.gap + slab.height for slab in together)
    if needed <= height and pages[-1].placed and pages[-1].used + needed > height:
        pages.append(Page())
    for slab in together:
        if pages[-1].placed and pages[-1].used + slab.gap + slab.height > height:
            pages.append(Page())
        pages[-1].put(slab)


def write(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    """One line of text with its baseline at y."""
    canvas.setFont(style.face.name, style.size)
    canvas.setFillColor(HexColor(style.colour))
    canvas.drawString(x, y, text)


def write_right(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    """One line of text that ends at x."""
    write(canvas, x - style.width(text), y, text, style)


def baseline(style: Style) -> float:
    """How far below the top of its line the baseline of a style lies."""
    return (style.leading - style.size) / 2 + style.size * 0.86


def text_slabs(  # noqa: PLR0913 - a place on paper takes four figures
    text: str, style: Style, width: float, *, gap: float = 0.0, left: float = 0.0, most: int | None = None
) -> list[Slab]:
    """A paragraph, line by line, without a lone first or last line."""
    rows = lines(text, style, width - left, most)
    slabs = []
    for at, row in enumerate(rows):
        alone = at in (0, len(rows) - 2) and len(rows) > 1
        slabs.append(
            Slab(
                style.leading,
                _line(row, style, left),
                gap=gap if at == 0 else 0.0,
                keep=alone and at != len(rows) - 1,
                unsure=row.find(UNSURE) > 0,  # the footnote itself begins with it
            )
        )
    return slabs


def _line(text: str, style: Style, left: float) -> Ink:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        write(canvas, x + left, y - baseline(style), text, style)

    return ink


def kept(slabs: Iterable[Slab]) -> list[Slab]:
    """The same slabs, all on one page with what follows."""
    return [replace(slab, keep=True) for slab in slabs]


def rule(canvas: Canvas, x: float, y: float, width: float, *, colour: str = HAIR, weight: float = 0.5) -> None:  # noqa: PLR0913 - a place on paper takes four figures
    """A thin line to the right."""
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + width, y)


def box(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:  # noqa: PLR0913, PLR0917 - a place on paper takes four figures
    """A filled rectangle whose lower left corner is x, y."""
    canvas.setFillColor(HexColor(colour))
    canvas.rect(x, y, width, height, stroke=0, fill=1)
