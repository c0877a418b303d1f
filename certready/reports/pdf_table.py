"""Tables: rows under a heading that repeats on every page; a row taller than a page is cut between lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Cell, Column, Figure, Sign, Signed, Stacked, Table
from certready.reports.charts import sign
from certready.reports.pdf_sheet import (
    ACCENT,
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    INK,
    SMALL,
    TINT,
    Ink,
    Slab,
    baseline,
    box,
    rule,
    write,
    write_right,
)
from certready.reports.pdf_type import Style, lines
from certready.reports.voice import UNSURE

PAD, AIR, LITTLE_AIR = 4.0, 3.2, 2.0  # beside and above the text of a cell; above small print
SMALL_CELL = replace(SMALL, colour=INK)
MOST_LINES = 16  # of one slab of a row
SIGN_ROOM = 11.0


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell, each with its style, and the sign before the first."""

    cells: tuple[tuple[tuple[str, Style], ...], ...]
    signs: tuple[Sign | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of a table stand."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    figures: tuple[bool, ...]
    small: tuple[bool, ...]
    width: float

    @property
    def air(self) -> float:
        """Above and below the text of a row."""
        return LITTLE_AIR if all(self.small) else AIR


def table_slabs(table: Table, width: float) -> Iterator[Slab]:
    """The heading, then every row; as long as it may be, the work grows with the rows alone."""
    grid = _grid(table.columns, width)
    head = _head(table.columns, grid)
    yield replace(head, keep=True, gap=5.0)
    last = len(table.rows) - 1
    for at, cells in enumerate(table.rows):
        if len(cells) < len(table.columns):
            yield replace(_title(cells[0], grid), running=head)
            continue
        strong = table.total and at == last
        for slab in _row_slabs(_set(cells, grid, strong=strong), grid, strong=strong):
            yield replace(slab, running=head)


def _grid(columns: Sequence[Column], width: float) -> Grid:
    whole = sum(column.share for column in columns)
    widths = tuple(width * column.share / whole for column in columns)
    lefts = tuple(sum(widths[:at]) for at in range(len(widths)))
    figures, small = (tuple(getattr(column, name) for column in columns) for name in ("figures", "small"))
    return Grid(lefts, widths, figures, small, width)


def _title(cell: Cell, grid: Grid) -> Slab:
    """A title over the rows that follow it."""
    text = cell if isinstance(cell, str) else cell.text
    rows = lines(text, CELL_STRONG, grid.width - 2 * PAD, 2)
    height = len(rows) * CELL_STRONG.leading + AIR + 1

    def ink(canvas: Canvas, x: float, y: float) -> None:
        for at, row in enumerate(rows):
            write(canvas, x + PAD, y - AIR - at * CELL_STRONG.leading - baseline(CELL_STRONG), row, CELL_STRONG)
        rule(canvas, x, y - height, grid.width, colour=ACCENT)

    return Slab(height, ink, gap=4.0, keep=True, unsure=any(UNSURE in row for row in rows))


def _head(columns: Sequence[Column], grid: Grid) -> Slab:
    cells = tuple(
        tuple((line, CELL_HEAD) for line in lines(column.title, CELL_HEAD, width - 2 * PAD, 3))
        for column, width in zip(columns, grid.widths, strict=True)
    )
    row = Row(cells, tuple(None for _ in cells))
    height = _tall(row) + 2 * AIR

    def ink(canvas: Canvas, x: float, y: float) -> None:
        box(canvas, x, y - height, grid.width, height, TINT)
        _draw(canvas, row, grid, x, y - AIR)

    return Slab(height, ink)


def _set(cells: Sequence[Cell], grid: Grid, *, strong: bool) -> Row:
    rows, signs = [], []
    for cell, width, small in zip(cells, grid.widths, grid.small, strict=True):
        style = CELL_STRONG if strong else SMALL_CELL if small else CELL
        mark = cell.sign if isinstance(cell, Signed) else None
        room = width - 2 * PAD - (SIGN_ROOM if mark else 0)
        rows.append(tuple(_lines(cell, style, room)))
        signs.append(mark)
    return Row(tuple(rows), tuple(signs))


def _lines(cell: Cell, style: Style, room: float) -> Iterator[tuple[str, Style]]:
    match cell:
        case str():
            yield from ((line, style) for line in lines(cell, style, room))
        case Figure() | Signed():
            yield from ((line, style) for line in lines(cell.text, style, room))
        case Stacked():
            yield from ((line, style) for line in lines(cell.text, style, room))
            if cell.note:
                yield from ((line, SMALL) for line in lines(cell.note, SMALL, room))


def _row_slabs(row: Row, grid: Grid, *, strong: bool) -> Iterator[Slab]:
    most = max((len(cell) for cell in row.cells), default=0)
    for first in range(0, max(most, 1), MOST_LINES):
        part = Row(
            tuple(cell[first : first + MOST_LINES] for cell in row.cells),
            row.signs if first == 0 else tuple(None for _ in row.signs),
        )
        ends = first + MOST_LINES >= most
        above, below = grid.air if first == 0 else 0.0, grid.air if ends else 0.0
        unsure = any(UNSURE in line for cell in part.cells for line, _ in cell)
        yield Slab(_tall(part) + above + below, _part_ink(part, grid, (above, below), strong=strong), unsure=unsure)


def _part_ink(part: Row, grid: Grid, air: tuple[float, float], *, strong: bool) -> Ink:
    above, below = air
    height = _tall(part) + above + below

    def ink(canvas: Canvas, x: float, y: float) -> None:
        if strong:
            box(canvas, x, y - height, grid.width, height, TINT)
        _draw(canvas, part, grid, x, y - above)
        if below:
            rule(canvas, x, y - height, grid.width)

    return ink


def _tall(row: Row) -> float:
    return max((sum(style.leading for _, style in cell) for cell in row.cells), default=0.0)


def _draw(canvas: Canvas, row: Row, grid: Grid, x: float, y: float) -> None:
    for cell, mark, left, width, figures in zip(
        row.cells, row.signs, grid.lefts, grid.widths, grid.figures, strict=True
    ):
        top = y
        start = x + left + PAD
        if mark is not None:
            sign(canvas, mark, start + 3.6, top - CELL.leading / 2, 7.6)
            start += SIGN_ROOM
        for line, style in cell:
            if figures:
                write_right(canvas, x + left + width - PAD, top - baseline(style), line, style)
            else:
                write(canvas, start, top - baseline(style), line, style)
            top -= style.leading
