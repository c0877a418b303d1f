"""The plan's pictures as slabs: time line, curves and sums by quarter; each row or chart is never broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Sign
from certready.reports.blocks_pictures import Amount, Amounts, Curve, Curves, Lane, Stroke, Tick, Timeline
from certready.reports.charts import sign, whisker
from certready.reports.pdf_sheet import (
    ACCENT,
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    HAIR,
    INK,
    PALE,
    PAPER_WHITE,
    QUIET,
    REMARK,
    RUST,
    SLATE,
    SMALL,
    Slab,
    baseline,
    box,
    kept,
    rule,
    text_slabs,
    write,
    write_right,
)
from certready.reports.pdf_type import Style, Weight, lines

Draw = Callable[[Canvas, float, float], None]
PRINT = replace(SMALL, colour=INK)
LABEL_SHARE, NOTE_SHARE = 0.33, 0.205  # of the width of a time line
TOGETHER = 4
THICK, THIN = 7.4, 3.6  # strokes on the critical path and off it
NOTHING_TO_SEE = 0.6  # points: shorter strokes are drawn this long
CHART_HEIGHT, CHART_FOOT, SCALE = 96.0, 14.0, 18.0
GUTTER, MOST_ABREAST = 16.0, 3


def picture_slabs(block: Timeline | Curves | Amounts, width: float) -> Iterator[Slab]:
    """Any of the pictures."""
    match block:
        case Timeline():
            yield from timeline_slabs(block, width)
        case Curves():
            yield from curves_slabs(block, width)
        case Amounts():
            yield from amounts_slabs(block, width)


def timeline_slabs(block: Timeline, width: float) -> Iterator[Slab]:
    """The legend, the calendar, then a row for each milestone and package."""
    left, right = width * LABEL_SHARE, width * (1 - NOTE_SHARE)
    yield from kept(text_slabs(block.caption, REMARK, width, gap=3.0))
    yield _timeline_legend(block.legend, width)
    head = Slab(CELL_HEAD.leading + 6, _timeline_head(block, width, left, right), keep=True, gap=4.0)
    yield head
    for at, lane in enumerate(block.lanes):
        keep = at < min(TOGETHER, len(block.lanes) - 1)
        ends = lane.milestone is not None and at + 1 < len(block.lanes) and block.lanes[at + 1].milestone is None
        yield replace(_lane(lane, block.ticks, width, (left, right), ends=ends), keep=keep, running=head)


def _timeline_head(block: Timeline, width: float, left: float, right: float) -> Draw:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        base = y - baseline(CELL_HEAD) - 2
        write(canvas, x, base, block.label_heading, CELL_HEAD)
        write_right(canvas, x + width, base, block.note_heading, CELL_HEAD)
        _tick_words(canvas, block.ticks, x + left, right - left, base)
        rule(canvas, x, y - CELL_HEAD.leading - 6, width)

    return ink


def _tick_words(canvas: Canvas, ticks: Sequence[Tick], x: float, width: float, base: float) -> None:
    """The words of the dates, none over another."""
    free = x - 8
    for tick in ticks:
        wide = SMALL.width(tick.text)
        at = min(max(x + tick.at * width - wide / 2, x - 6), x + width - wide + 2)
        if tick.text and at >= free:
            write(canvas, at, base, tick.text, SMALL)
            free = at + wide + 2.5


def _grid(canvas: Canvas, ticks: Sequence[Tick], x: float, width: float, ends: tuple[float, float]) -> None:
    canvas.setStrokeColor(HexColor(HAIR))
    canvas.setLineWidth(0.4)
    for tick in ticks:
        canvas.line(x + tick.at * width, ends[0], x + tick.at * width, ends[1])


def _lane(lane: Lane, ticks: Sequence[Tick], width: float, ends_at: tuple[float, float], *, ends: bool) -> Slab:
    left, right = ends_at
    milestone = lane.milestone is not None
    style = replace(PRINT, weight=Weight.STRONG) if milestone else PRINT
    indent = 26.0 if lane.number else 0.0
    rows = lines(lane.label, style, left - indent - 8, 2)
    notes = lines(lane.note, PRINT, width - right - 8, 2)
    height = max(len(rows) * style.leading, len(notes) * PRINT.leading, 10.0) + 4.4

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - height / 2
        _grid(canvas, ticks, x + left, right - left, (y, y - height))
        if lane.number:
            write_right(canvas, x + 12, middle - 2.5, lane.number, SMALL)
        if lane.urgent:
            sign(canvas, Sign.CRITICAL, x + 19, middle, 7.2)
        _centred(canvas, rows, x + indent, middle, style)
        _centred(canvas, notes, x + width, middle, PRINT, to_right=True)
        for stroke in lane.strokes:
            _stroke(canvas, stroke, x + left, middle, right - left)
        if lane.milestone is not None:
            _milestone(canvas, lane, x + left, middle, right - left)
        rule(canvas, x, y - height, width, colour=QUIET if ends else HAIR)

    return Slab(height, ink)


def _centred(  # noqa: PLR0913 - a place on paper takes four figures
    canvas: Canvas, texts: Sequence[str], x: float, middle: float, style: Style, *, to_right: bool = False
) -> None:
    """Lines centred on a height."""
    top = middle + len(texts) * style.leading / 2
    for at, text in enumerate(texts):
        left = x - style.width(text) if to_right else x
        write(canvas, left, top - at * style.leading - baseline(style), text, style)


def _stroke(canvas: Canvas, one: Stroke, x: float, y: float, width: float) -> None:
    """People at work: thick with a stripe on the critical path, thin off it; then the waiting, as a dashed line."""
    start, worked, ripe = (x + place * width for place in (one.start, one.worked, one.ripe))
    worked = max(worked, start + NOTHING_TO_SEE)
    thick = THICK if one.critical else THIN
    if ripe > worked:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(ACCENT if one.critical else SLATE))
        canvas.setLineWidth(2.0 if one.critical else 0.9)
        canvas.setDash(2.2, 1.6)
        canvas.line(worked, y, ripe, y)
        canvas.restoreState()
    box(canvas, start, y - thick / 2, worked - start, thick, ACCENT if one.critical else "#86B6D6")
    if one.critical and worked - start > 3:  # noqa: PLR2004 - points: room for the stripe
        canvas.setStrokeColor(HexColor(PAPER_WHITE))
        canvas.setLineWidth(1.1)
        canvas.line(start + 1.2, y, worked - 1.2, y)
    if one.critical:
        canvas.setStrokeColor(HexColor(ACCENT))
        canvas.setLineWidth(1.0)
        canvas.line(ripe, y - thick / 2, ripe, y + thick / 2)


def _milestone(canvas: Canvas, lane: Lane, x: float, y: float, width: float) -> None:
    """A diamond on its day; an open and a closed bracket where it may slip to."""
    if lane.slips is not None:
        half, most = (x + place * width for place in lane.slips)
        whisker(canvas, half, most, y, 8.0)
    _diamond(canvas, x + (lane.milestone or 0.0) * width, y, 4.2)


def _diamond(canvas: Canvas, x: float, y: float, radius: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y + radius)
    for dx, dy in ((radius, 0.0), (0.0, -radius), (-radius, 0.0)):
        path.lineTo(x + dx, y + dy)
    path.close()
    canvas.setFillColor(HexColor(RUST))
    canvas.setStrokeColor(HexColor(PAPER_WHITE))
    canvas.setLineWidth(0.6)
    canvas.drawPath(path, stroke=1, fill=1)


def _timeline_legend(legend: Sequence[str], width: float) -> Slab:
    def work(canvas: Canvas, x: float, y: float) -> None:
        _stroke(canvas, Stroke(0.0, 1.0, 1.0, critical=False), x, y, 16)

    def wait(canvas: Canvas, x: float, y: float) -> None:
        _stroke(canvas, Stroke(0.0, 0.05, 1.0, critical=False), x, y, 16)

    def chain(canvas: Canvas, x: float, y: float) -> None:
        _stroke(canvas, Stroke(0.0, 1.0, 1.0, critical=True), x, y, 16)

    def day(canvas: Canvas, x: float, y: float) -> None:
        _diamond(canvas, x + 8, y, 4.2)

    def slip(canvas: Canvas, x: float, y: float) -> None:
        whisker(canvas, x, x + 16, y, 8.0)

    def urgent(canvas: Canvas, x: float, y: float) -> None:
        sign(canvas, Sign.CRITICAL, x + 11, y, 7.2)

    return key_slab(tuple(zip((work, wait, chain, day, slip, urgent), legend, strict=True)), width)


def key_slab(entries: Sequence[tuple[Draw, str]], width: float) -> Slab:
    """A legend: small drawings with their names, in as many lines as they need."""
    rows: list[list[tuple[float, Draw, str]]] = [[]]
    left = 0.0
    for draw, name in entries:
        needed = 21 + PRINT.width(name) + 12
        if left + needed > width and rows[-1]:
            rows.append([])
            left = 0.0
        rows[-1].append((left, draw, name))
        left += needed
    step = PRINT.leading + 2.4

    def ink(canvas: Canvas, x: float, y: float) -> None:
        for line, row in enumerate(rows):
            top = y - line * step
            for left, draw, name in row:
                draw(canvas, x + left, top - PRINT.leading / 2)
                write(canvas, x + left + 21, top - baseline(PRINT), name, PRINT)

    return Slab(step * len(rows), ink, keep=True, gap=4.0)


def curves_slabs(block: Curves, width: float) -> Iterator[Slab]:
    """Two or three charts abreast; one alone takes the whole width."""
    yield from kept(text_slabs(block.caption, REMARK, width, gap=3.0))
    yield key_slab(
        (
            (_sample(ACCENT, dashed=False), block.legend[0]),
            (_sample(SLATE, dashed=True), block.legend[1]),
            (_sample_line, block.line_text),
        ),
        width,
    )
    abreast = len(block.curves) if len(block.curves) <= MOST_ABREAST else 2
    room = (width - GUTTER * (abreast - 1)) / abreast
    for at in range(0, len(block.curves), abreast):
        yield _charts(block.curves[at : at + abreast], block, room)


def _sample(colour: str, *, dashed: bool) -> Draw:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        _pen(canvas, colour, dashed=dashed)
        canvas.line(x, y, x + 16, y)
        canvas.setDash()

    return draw


def _sample_line(canvas: Canvas, x: float, y: float) -> None:
    _threshold(canvas, x, x + 16, y)


def _pen(canvas: Canvas, colour: str, *, dashed: bool) -> None:
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(1.0 if dashed else 1.6)
    canvas.setDash([3, 2] if dashed else [])


def _threshold(canvas: Canvas, left: float, right: float, y: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(RUST))
    canvas.setLineWidth(0.8)
    canvas.setDash(1, 1.6)
    canvas.line(left, y, right, y)
    canvas.restoreState()


def _charts(curves: Sequence[Curve], block: Curves, room: float) -> Slab:
    titles = [lines(curve.title, CELL_STRONG, room, 3) for curve in curves]
    told = [" · ".join(part for part in (curve.note, curve.reached_text) if part) for curve in curves]
    notes = [lines(note, SMALL, room, 2) for note in told]
    title_lines, note_lines = (max(len(rows) for rows in texts) for texts in (titles, notes))
    head = title_lines * CELL_STRONG.leading + note_lines * SMALL.leading + 5
    height = head + CHART_HEIGHT + CHART_FOOT

    def ink(canvas: Canvas, x: float, y: float) -> None:
        for at, curve in enumerate(curves):
            left = x + at * (room + GUTTER)
            for line, row in enumerate(titles[at]):
                write(canvas, left, y - line * CELL_STRONG.leading - baseline(CELL_STRONG), row, CELL_STRONG)
            below = y - len(titles[at]) * CELL_STRONG.leading
            for line, row in enumerate(notes[at]):
                write(canvas, left, below - line * SMALL.leading - baseline(SMALL), row, SMALL)
            _chart(canvas, curve, block, left + SCALE, y - head - CHART_HEIGHT, room - SCALE - 4)

    return Slab(height, ink, gap=8.0)


def _chart(canvas: Canvas, curve: Curve, block: Curves, x: float, y: float, width: float) -> None:  # noqa: PLR0913, PLR0917 - a place on paper takes four figures
    """Score upwards from 0 to 100, time to the right; the corner is x, y."""
    _grid(canvas, block.ticks, x, width, (y, y + CHART_HEIGHT))
    for mark in (0, 25, 50, 75, 100):
        at = y + CHART_HEIGHT * mark / 100
        rule(canvas, x, at, width, weight=0.4)
        write_right(canvas, x - 4, at - 2.4, str(mark), SMALL)
    _tick_words(canvas, block.ticks, x, width, y - 9)
    steps = [*((point.at, point.low, point.high) for point in curve.points), (1.0, 0.0, 0.0)]
    for (start, low, high), (end, _, _) in pairwise(steps):
        if high > low:
            bottom = y + CHART_HEIGHT * low / 100
            box(canvas, x + start * width, bottom, (end - start) * width, CHART_HEIGHT * (high - low) / 100, PALE)
    _threshold(canvas, x, x + width, y + CHART_HEIGHT * block.line / 100)
    for place, colour, dashed in ((2, SLATE, True), (1, ACCENT, False)):
        _staircase(canvas, [(step[0], step[place]) for step in steps[:-1]], (x, y, width), colour, dashed=dashed)
    if curve.reached is not None:
        at = x + curve.reached * width
        canvas.setStrokeColor(HexColor(RUST))
        canvas.setLineWidth(0.7)
        canvas.line(at, y, at, y + CHART_HEIGHT)
        low = next((point.low for point in reversed(curve.points) if point.at <= curve.reached), block.line)
        _diamond(canvas, at, y + CHART_HEIGHT * low / 100, 3.6)


def _staircase(
    canvas: Canvas,
    steps: Sequence[tuple[float, float]],
    place: tuple[float, float, float],
    colour: str,
    *,
    dashed: bool,
) -> None:
    x, y, width = place
    path = canvas.beginPath()
    for at, (start, score) in enumerate(steps):
        height = y + CHART_HEIGHT * score / 100
        if at == 0:
            path.moveTo(x + start * width, height)
        else:
            path.lineTo(x + start * width, y + CHART_HEIGHT * steps[at - 1][1] / 100)
            path.lineTo(x + start * width, height)
    path.lineTo(x + width, y + CHART_HEIGHT * steps[-1][1] / 100)
    canvas.saveState()
    _pen(canvas, colour, dashed=dashed)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def amounts_slabs(block: Amounts, width: float) -> Iterator[Slab]:
    """The legend, then a bar for each quarter."""
    yield from kept(text_slabs(block.caption, REMARK, width, gap=3.0))

    def sample(canvas: Canvas, x: float, y: float) -> None:
        box(canvas, x, y - 3, 16, 6, ACCENT)

    def range_(canvas: Canvas, x: float, y: float) -> None:
        whisker(canvas, x, x + 16, y, 9.0)

    yield key_slab(((sample, block.legend[0]), (range_, block.legend[1])), width)
    left, right, text = width * 0.11, width * 0.55, width * 0.86
    head = Slab(CELL_HEAD.leading + 4, _amounts_head(block, width, text), keep=True, gap=3.0)
    yield head
    most = max(row.high for row in block.rows)
    for at, row in enumerate(block.rows):
        slab = _amount(row, (left, right, text, width), (right - left) / most)
        yield replace(slab, keep=at < min(TOGETHER, len(block.rows) - 1), running=head)


def _amounts_head(block: Amounts, width: float, text: float) -> Draw:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        base = y - baseline(CELL_HEAD)
        write(canvas, x, base, block.label_heading, CELL_HEAD)
        write_right(canvas, x + text, base, block.text_heading, CELL_HEAD)
        write_right(canvas, x + width, base, block.note_heading, CELL_HEAD)
        rule(canvas, x, y - CELL_HEAD.leading - 4, width)

    return ink


def _amount(row: Amount, places: tuple[float, float, float, float], scale: float) -> Slab:
    left, _, text, width = places
    height = CELL.leading + 5

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - height / 2
        write(canvas, x, middle - 2.8, row.label, CELL_STRONG)
        box(canvas, x + left, middle - 3.6, row.likely * scale, 7.2, "#6F9FC2")
        if row.high > row.low:
            whisker(canvas, x + left + row.low * scale, x + left + row.high * scale, middle, 9.0)
        write_right(canvas, x + text, middle - 2.8, row.text, CELL)
        write_right(canvas, x + width, middle - 2.8, row.note, CELL)
        rule(canvas, x, y - height, width)

    return Slab(height, ink)
