"""Page one: who, ready or not, what stops us, what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Need, Obstacle, Report, Standing, Summary
from certready.reports.charts import SIGN_COLOURS, bar, sign
from certready.reports.pdf_letter import LETTER
from certready.reports.pdf_sheet import (
    ACCENT,
    BODY,
    CELL,
    CELL_STRONG,
    PART_TITLE,
    QUIET,
    REMARK,
    SMALL,
    STRONG,
    TINT,
    Bookmark,
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

KICKER = Style(9.0, 12.0, Weight.STRONG, ACCENT)
NAME = Style(20.0, 25.0, Weight.STRONG)
LEAD = Style(11.2, 15.4, Weight.STRONG)
VERDICT = Style(9.4, 12.4, Weight.STRONG)
SCORE = Style(12.4, 15.0, Weight.STRONG)
FIGURE = Style(11.4, 14.6, Weight.STRONG)
MOST_SPACIOUS = 4  # targets; more of them are set closer
CLOSE = 18.0  # the height of one then


def front_slabs(report: Report, width: float) -> Iterator[Slab]:
    """All of page one but the list of contents; without a summary the title alone."""
    summary = report.summary
    yield from _head(report, width)
    if summary is None:
        return
    yield from text_slabs(summary.headline, LEAD, width, gap=12.0)
    if summary.standings:
        yield from _standings_head(summary, width)
        spacious = len(summary.standings) <= MOST_SPACIOUS
        for one in summary.standings:
            yield _standing(one, width) if spacious else _close_standing(one, width)
    for remark in summary.remarks:
        yield from text_slabs(remark, REMARK, width, gap=5.0)
    yield from kept(text_slabs(summary.obstacles_title, PART_TITLE, width, gap=13.0))
    for at, obstacle in enumerate(summary.obstacles):
        yield replace(_obstacle(obstacle, width), gap=2.0 if at == 0 else 0.0)
    if summary.obstacles_more:
        yield from text_slabs(summary.obstacles_more, CELL, width, gap=4.0)
    yield from kept(text_slabs(summary.needs_title, PART_TITLE, width, gap=13.0))
    if summary.needs:
        yield _needs(summary.needs, width)
    yield from text_slabs(" ".join(summary.needs_notes), REMARK, width, gap=5.0)
    yield _notice(summary.notice, width)


def _head(report: Report, width: float) -> Iterator[Slab]:
    title = kept(text_slabs(report.title, KICKER, width))
    title[0] = replace(title[0], bookmark=Bookmark("front", report.title, 0))
    yield from title
    yield from kept(text_slabs(report.supplier, NAME, width, gap=2.0, most=3))
    who = " · ".join(part for part in (report.place, report.day, report.assessed) if part)
    yield from text_slabs(who, replace(BODY, colour=QUIET), width, gap=3.0, most=3)

    def ink(canvas: Canvas, x: float, y: float) -> None:
        rule(canvas, x, y - 5, width, colour=ACCENT, weight=1.4)

    yield Slab(6.0, ink, keep=True)


def _standings_head(summary: Summary, width: float) -> Iterator[Slab]:
    """The question, and at the right what the dashed line means."""
    slabs = kept(text_slabs(summary.standings_title, PART_TITLE, width, gap=13.0, most=1))
    note = lines(summary.line_text, SMALL, width * 0.6, 1)[0] if summary.line_text else ""

    def ink(canvas: Canvas, x: float, y: float) -> None:
        slabs[0].ink(canvas, x, y)
        write_right(canvas, x + width, y - baseline(PART_TITLE), note, SMALL)

    yield replace(slabs[0], ink=ink)


def _close_standing(one: Standing, width: float) -> Slab:
    """The same on one line, where there are many targets: certificate, verdict, score and bar."""
    columns = (20.0, width * 0.45, width * 0.74, width * 0.85)
    name = lines(one.certificate, CELL_STRONG, columns[1] - columns[0] - 8, 1)
    verdict = lines(one.verdict.text, CELL_STRONG, columns[2] - columns[1] - 44, 1)

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - CLOSE / 2
        base = middle - 2.8
        rule(canvas, x, y - CLOSE, width)
        sign(canvas, one.verdict.sign, x + 7, middle, 12)
        for row in name:
            write(canvas, x + columns[0], base, row, CELL_STRONG)
        for row in verdict:
            write(canvas, x + columns[1], base, row, replace(CELL_STRONG, colour=SIGN_COLOURS[one.verdict.sign]))
        write_right(canvas, x + columns[3] - 8, base, one.score.text, CELL_STRONG)
        if one.bar is not None:
            bar(canvas, one.bar, x + columns[3], middle, width - columns[3], 7.0, one.line)

    return Slab(CLOSE, ink)


def _standing(one: Standing, width: float) -> Slab:
    """Sign, certificate and verdict at the left; the interval as a figure and a bar at the right."""
    right = width * 0.41
    room = width - right - 40
    names = lines(one.certificate, STRONG, room, 2)
    small = " · ".join(part for part in (one.backed, one.coverage) if part)
    details = lines(small, SMALL, room, 2)
    height = len(names) * STRONG.leading + VERDICT.leading + len(details) * SMALL.leading + 11

    def ink(canvas: Canvas, x: float, y: float) -> None:
        rule(canvas, x, y - height, width)
        sign(canvas, one.verdict.sign, x + 13, y - height / 2, 21)
        top = y - 5
        for name in names:
            write(canvas, x + 34, top - baseline(STRONG), name, STRONG)
            top -= STRONG.leading
        colour = SIGN_COLOURS[one.verdict.sign]
        for row in lines(one.verdict.text, VERDICT, room, 1):
            write(canvas, x + 34, top - baseline(VERDICT), row, replace(VERDICT, colour=colour))
        top -= VERDICT.leading
        for row in details:
            write(canvas, x + 34, top - baseline(SMALL), row, SMALL)
            top -= SMALL.leading
        if one.bar is not None:
            _gauge(canvas, one, x + width - right, y - height / 2, right)

    return Slab(height, ink)


def _gauge(canvas: Canvas, one: Standing, x: float, middle: float, width: float) -> None:
    """The declared interval in figures, and as a bar on a scale from 0 to 100."""
    if one.bar is None:
        return
    write_right(canvas, x + width, middle + 4, one.score.text, SCORE)
    label = lines(one.declared_name, SMALL, width * 0.5, 1)[0]
    write(canvas, x, middle + 5, label, SMALL)
    bar(canvas, one.bar, x, middle - 6, width, 8.0, one.line)


def _obstacle(one: Obstacle, width: float) -> Slab:
    level = lines(one.level, CELL, width * 0.34, 2)
    title = lines(one.title, CELL_STRONG, width * 0.62, 2)
    height = max(len(level), len(title)) * CELL.leading + 4

    def ink(canvas: Canvas, x: float, y: float) -> None:
        sign(canvas, one.sign, x + 5, y - 2 - CELL.leading / 2, 8.0)
        for at, row in enumerate(title):
            write(canvas, x + 16, y - 2 - baseline(CELL_STRONG) - at * CELL.leading, row, CELL_STRONG)
        for at, row in enumerate(level):
            left = x + width * 0.66
            write(canvas, left, y - 2 - baseline(CELL) - at * CELL.leading, row, replace(CELL, colour=QUIET))

    return Slab(height, ink)


def _needs(needs: tuple[Need, ...], width: float) -> Slab:
    """The measures side by side."""
    part = (width - 10 * (len(needs) - 1)) / len(needs)
    room = part - 18
    cells = [
        (lines(need.name, SMALL, room, 1), lines(need.text, FIGURE, room, 2), lines(need.note, SMALL, room, 2))
        for need in needs
    ]
    tallest = max(len(text) * FIGURE.leading + len(note) * SMALL.leading for _, text, note in cells)
    height = SMALL.leading + tallest + 13

    def ink(canvas: Canvas, x: float, y: float) -> None:
        for at, cell in enumerate(cells):
            left = x + at * (part + 10)
            box(canvas, left, y - height, part, height, TINT)
            box(canvas, left, y - height, 2.2, height, ACCENT)
            top = y - 6
            for rows, style in zip(cell, (SMALL, FIGURE, SMALL), strict=True):
                for row in rows:
                    write(canvas, left + 10, top - baseline(style), row, style)
                    top -= style.leading

    return Slab(height, ink, gap=4.0)


def _notice(text: str, width: float) -> Slab:
    rows = lines(text, REMARK, width - 20)
    height = len(rows) * REMARK.leading + 12

    def ink(canvas: Canvas, x: float, y: float) -> None:
        box(canvas, x, y - height, width, height, TINT)
        for at, row in enumerate(rows):
            write(canvas, x + 10, y - 6 - baseline(REMARK) - at * REMARK.leading, row, REMARK)

    return Slab(height, ink, gap=12.0)


def contents_slab(report: Report, width: float, pages: Mapping[str, int]) -> Slab:
    """The sections in two columns with their pages, which are known when the ink flows."""
    column = (width - 24) / 2
    listed = [(LETTER, report.letter.title)] if report.letter else []
    listed += [(section.id, section.title) for section in report.sections]
    half = (len(listed) + 1) // 2
    height = half * CELL.leading + PART_TITLE.leading + 2
    entries = [(key, lines(title, CELL, column - 30, 1)[0]) for key, title in listed]

    def ink(canvas: Canvas, x: float, y: float) -> None:
        write(canvas, x, y - baseline(CELL_STRONG), report.contents_title, CELL_STRONG)
        for at, (key, title) in enumerate(entries):
            left = x + (at // half) * (column + 24)
            top = y - PART_TITLE.leading - (at % half) * CELL.leading
            write(canvas, left, top - baseline(CELL), title, CELL)
            write_right(canvas, left + column, top - baseline(CELL), str(pages.get(key, "")), CELL)
            canvas.linkRect("", key, (left, top - CELL.leading, left + column, top), thickness=0)

    return Slab(height, ink, gap=12.0)
