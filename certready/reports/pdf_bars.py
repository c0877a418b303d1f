"""Bars with their intervals, and beside them how the requirements divide over the levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Bar, Bars
from certready.reports.charts import bar, shares, swatch
from certready.reports.pdf_sheet import (
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    INK,
    SMALL,
    Slab,
    baseline,
    kept,
    rule,
    text_slabs,
    write,
    write_right,
)
from certready.reports.pdf_type import lines

TOGETHER = 4  # rows of a chart that begin it on one page
PATCH = 7.0


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns begin and end: labels, chart, figures, answered, levels."""

    label: float
    chart: float
    chart_width: float
    text: float  # right edge
    note: float  # right edge
    levels: float
    levels_width: float


def _places(bars: Bars, width: float) -> Places:
    if bars.shares is None:
        label, chart, text = width * 0.36, width * 0.34, width * 0.18
        return Places(label - 8, label + 6, chart - 12, label + chart + text - 6, width, width, 0.0)
    label, chart, text, note = width * 0.29, width * 0.23, width * 0.125, width * 0.105
    levels = label + chart + text + note
    figures = label + chart + text - 4
    return Places(label - 8, label + 6, chart - 12, figures, levels - 4, levels + 6, width - levels - 6)


def bars_slabs(bars: Bars, width: float) -> Iterator[Slab]:
    """The caption, the legend of the levels, the heading, then one row for each bar."""
    places = _places(bars, width)
    yield from kept(text_slabs(bars.caption, CELL_STRONG, width, gap=9.0))
    if bars.shares:
        yield legend_slab(bars.shares.legend, width)
    head = Slab(CELL_HEAD.leading + 9, _head(bars, width, places), keep=True, gap=3.0)
    yield head
    for at, one in enumerate(bars.bars):
        keep = at < min(TOGETHER, len(bars.bars) - 1)
        counts = bars.shares.rows[at] if bars.shares and at < len(bars.shares.rows) else ()
        yield replace(_row(one, counts, bars.line, width, places), keep=keep, running=head)


def _head(bars: Bars, width: float, places: Places) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        base = y - baseline(CELL_HEAD)
        write(canvas, x, base, bars.label_heading, CELL_HEAD)
        write_right(canvas, x + places.text, base, bars.text_heading, CELL_HEAD)
        write_right(canvas, x + places.note, base, bars.note_heading, CELL_HEAD)
        if bars.shares is not None:
            write(canvas, x + places.levels, base, lines(bars.shares.caption, CELL_HEAD, places.levels_width, 1)[0],
                  CELL_HEAD)  # fmt: skip
        if bars.line is not None:
            at = x + places.chart + places.chart_width * bars.line / 100
            wide = SMALL.width(bars.line_text)
            write(canvas, min(at - wide / 2, x + places.chart + places.chart_width + 6 - wide), base, bars.line_text,
                  SMALL)  # fmt: skip
        for mark in (0, 50, 100):
            text = str(mark)
            middle = x + places.chart + places.chart_width * mark / 100
            write(canvas, middle - SMALL.width(text) / 2, base - 10, text, SMALL)
        rule(canvas, x, y - CELL_HEAD.leading - 9, width)

    return ink


def _row(one: Bar, counts: tuple[int, ...], line: float | None, width: float, places: Places) -> Slab:
    style = CELL_STRONG if one.strong else CELL
    rows = lines(one.label, style, places.label, 3)
    height = max(len(rows) * style.leading, 9.0) + 5

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - height / 2
        top = y - (height - len(rows) * style.leading) / 2
        for at, row in enumerate(rows):
            write(canvas, x, top - baseline(style) - at * style.leading, row, style)
        bar(canvas, one, x + places.chart, middle, places.chart_width, 9.0 if one.strong else 6.4, line)
        write_right(canvas, x + places.text, middle - 2.8, one.text, style)
        write_right(canvas, x + places.note, middle - 2.8, one.note, CELL)
        if counts:
            shares(canvas, counts, x + places.levels, middle, places.levels_width, 9.0)
        if one.strong:
            rule(canvas, x, y - height, width)

    return Slab(height, ink)


def legend_slab(names: tuple[str, ...], width: float) -> Slab:
    """Patches with their names, in as many lines as they need."""
    rows: list[list[tuple[float, int, str]]] = [[]]
    left = 0.0
    for at, name in enumerate(names):
        needed = PATCH + 4 + SMALL.width(name) + 12
        if left + needed > width and rows[-1]:
            rows.append([])
            left = 0.0
        rows[-1].append((left, at, name))
        left += needed
    step = SMALL.leading + 2

    def ink(canvas: Canvas, x: float, y: float) -> None:
        for line, row in enumerate(rows):
            top = y - line * step
            for left, at, name in row:
                swatch(canvas, at, x + left, top - PATCH - 1, PATCH, PATCH)
                write(canvas, x + left + PATCH + 4, top - baseline(SMALL), name, replace(SMALL, colour=INK))

    return Slab(step * len(rows) + 2, ink, keep=True, gap=2.0)
