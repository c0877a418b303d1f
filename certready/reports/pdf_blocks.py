"""The blocks of a report as slabs: text, lists, cards and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Card,
    Entry,
    Facts,
    Heading,
    Paragraph,
    Section,
    Share,
    Shares,
    Table,
)
from certready.reports.charts import SIGN_COLOURS, bar, shares, sign, swatch
from certready.reports.pdf_sheet import (
    ACCENT,
    BODY,
    CARD_TITLE,
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    INK,
    PART_TITLE,
    REMARK,
    SECTION_TITLE,
    SMALL,
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
from certready.reports.pdf_table import table_slabs
from certready.reports.pdf_type import Style, lines

NAME_SHARE = 0.21  # of the width, for the names of facts
CARD_INDENT = 12.0
UNBROKEN = 230.0  # points: cards up to here stay on one page
SHORT = 4  # lines of an introduction
TOGETHER = 4  # rows of a chart that begin it on one page


def section_slabs(section: Section, width: float) -> Iterator[Slab]:
    """A section with its title; the title never stands alone at the foot of a page."""
    title = kept(text_slabs(section.title, SECTION_TITLE, width, gap=24.0))
    title[0] = replace(title[0], bookmark=Bookmark(section.id, section.title, 0), fresh=section.fresh)
    yield from title
    yield Slab(5.0, _title_rule(), keep=True)
    last = len(section.blocks) - 1
    for at, block in enumerate(section.blocks):
        slabs = block_slabs(block, width, f"{section.id}-{at}")
        yield from _with_next(slabs) if isinstance(block, Paragraph) and not block.quiet and at < last else slabs


def _with_next(slabs: Iterable[Slab]) -> Iterator[Slab]:
    """A short introduction stays with what it introduces."""
    rows = list(slabs)
    yield from kept(rows) if len(rows) <= SHORT else rows


def _title_rule() -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        rule(canvas, x, y - 1, 42, colour=ACCENT, weight=1.6)

    return ink


def block_slabs(block: Block, width: float, key: str) -> Iterator[Slab]:
    """Any block; the key names its place for bookmarks."""
    match block:
        case Paragraph() | Bullets():
            yield from _text(block, width)
        case Heading():
            yield from _heading(block, width, key)
        case Table():
            yield from table_slabs(block, width)
        case Facts():
            for entry in block.entries:
                yield from _entry(entry, width, 0.0, gap=5.0)
        case Card():
            yield from _card(block, width, key)
        case Bars():
            yield from _bars(block, width)
        case Shares():
            yield from _shares(block, width)


def _text(block: Paragraph | Bullets, width: float) -> Iterator[Slab]:
    if isinstance(block, Paragraph):
        yield from text_slabs(block.text, REMARK if block.quiet else BODY, width, gap=6.0)
        return
    for at, item in enumerate(block.items):
        yield from _bullet(item, BODY, width, 0.0, gap=4.0 if at == 0 else 1.0)


def _heading(heading: Heading, width: float, key: str) -> Iterator[Slab]:
    note = lines(heading.note, REMARK, width * 0.45, 1)[0] if heading.note else ""
    room = width - (REMARK.width(note) + 12 if note else 0)
    slabs = kept(text_slabs(heading.text, PART_TITLE, room, gap=15.0, most=3))
    if not slabs:
        return
    bookmark = Bookmark(key, heading.text, 1) if heading.listed else None

    def ink(canvas: Canvas, x: float, y: float) -> None:
        slabs[0].ink(canvas, x, y)
        if note:
            write_right(canvas, x + width, y - baseline(PART_TITLE), note, REMARK)

    yield replace(slabs[0], ink=ink, bookmark=bookmark)
    yield from slabs[1:]


def _bullet(text: str, style: Style, width: float, left: float, *, gap: float) -> Iterator[Slab]:
    slabs = text_slabs(text, style, width, gap=gap, left=left + 10.0)
    for at, slab in enumerate(slabs):
        yield replace(slab, ink=_with_dot(slab, style, left)) if at == 0 else slab


def _with_dot(slab: Slab, style: Style, left: float) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        write(canvas, x + left + 1.5, y - baseline(style), "•", style)
        slab.ink(canvas, x, y)

    return ink


def _entry(entry: Entry, width: float, left: float, *, gap: float) -> Iterator[Slab]:
    """The name at the left, its value beside it."""
    name_width = (width - left) * NAME_SHARE
    names = lines(entry.name, CELL_STRONG, name_width - 8)
    value_left = left + name_width
    values: list[Slab] = []
    if isinstance(entry.value, str):
        values = text_slabs(entry.value, CELL, width, left=value_left)
    else:
        for item in entry.value:
            values.extend(_bullet(item, CELL, width, value_left, gap=0.0))
    while len(values) < len(names):
        values.append(Slab(CELL.leading, lambda *_: None))
    for at, slab in enumerate(values):
        named = names[at] if at < len(names) else ""
        keep = slab.keep or at < len(names) - 1
        yield replace(slab, ink=_named(slab, named, left), gap=gap if at == 0 else slab.gap, keep=keep)


def _named(slab: Slab, name: str, left: float) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        if name:
            write(canvas, x + left, y - baseline(CELL_STRONG), name, CELL_STRONG)
        slab.ink(canvas, x, y)

    return ink


def _card(card: Card, width: float, key: str) -> Iterator[Slab]:
    """A title with its sign, then the entries, all along one coloured edge."""
    colour = SIGN_COLOURS[card.sign] if card.sign else ACCENT
    slabs = list(_card_title(card, width, key))
    for at, entry in enumerate(card.entries):
        rows = list(_entry(entry, width, CARD_INDENT, gap=3.0))
        slabs.extend(kept(rows) if at < len(card.entries[:2]) - 1 else rows)
    if sum(slab.gap + slab.height for slab in slabs) <= UNBROKEN:
        slabs = [*kept(slabs[:-1]), *slabs[-1:]]
    for at, slab in enumerate(slabs):
        yield replace(slab, ink=_edged(slab, colour, first=at == 0))


def _card_title(card: Card, width: float, key: str) -> Iterator[Slab]:
    tag = lines(card.tag, SMALL, width * 0.4, 1)[0] if card.tag else ""
    left = CARD_INDENT + (14.0 if card.sign else 0.0)
    title = f"{card.numbered}. {card.title}" if card.numbered else card.title
    room = width - (SMALL.width(tag) + 10 if tag else 0)
    slabs = kept(text_slabs(title, CARD_TITLE, room, gap=14.0, left=left, most=3))
    if not slabs:
        return
    head = slabs[0]

    def ink(canvas: Canvas, x: float, y: float) -> None:
        if card.sign:
            sign(canvas, card.sign, x + CARD_INDENT + 4.6, y - CARD_TITLE.leading / 2, 9.6)
        head.ink(canvas, x, y)
        if tag:
            write_right(canvas, x + width, y - baseline(CARD_TITLE), tag, SMALL)

    yield replace(head, ink=ink, bookmark=Bookmark(key, title, 1))
    yield from slabs[1:]


def _edged(slab: Slab, colour: str, *, first: bool) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        above = 0.0 if first else slab.gap
        box(canvas, x, y - slab.height, 2.2, slab.height + above, colour)
        slab.ink(canvas, x, y)

    return ink


def _bars(bars: Bars, width: float) -> Iterator[Slab]:
    label, chart, text = width * 0.36, width * 0.34, width * 0.18
    lefts = (0.0, label, label + chart, label + chart + text)
    yield from kept(text_slabs(bars.caption, CELL_STRONG, width, gap=9.0))
    head = Slab(CELL_HEAD.leading + 9, _bars_head(bars, width, lefts, chart), keep=True, gap=3.0)
    yield head
    for at, one in enumerate(bars.bars):
        keep = at < min(TOGETHER, len(bars.bars) - 1)
        yield replace(_bar_row(one, bars, width, lefts, chart - 12), keep=keep, running=head)


def _bars_head(
    bars: Bars, width: float, lefts: tuple[float, ...], chart: float
) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        base = y - baseline(CELL_HEAD)
        write(canvas, x, base, bars.label_heading, CELL_HEAD)
        write_right(canvas, x + lefts[3] - 6, base, bars.text_heading, CELL_HEAD)
        write_right(canvas, x + width, base, bars.note_heading, CELL_HEAD)
        if bars.line is not None:
            at = x + lefts[1] + 6 + (chart - 12) * bars.line / 100
            left = min(at - SMALL.width(bars.line_text) / 2, x + lefts[2] - SMALL.width(bars.line_text))
            write(canvas, left, base, bars.line_text, SMALL)
        for mark in (0, 50, 100):
            text = str(mark)
            middle = x + lefts[1] + 6 + (chart - 12) * mark / 100
            write(canvas, middle - SMALL.width(text) / 2, base - 10, text, SMALL)

    return ink


def _bar_row(one: Bar, bars: Bars, width: float, lefts: tuple[float, ...], chart: float) -> Slab:
    style = CELL_STRONG if one.strong else CELL
    rows = lines(one.label, style, lefts[1] - 8, 3)
    height = max(len(rows) * style.leading, 9.0) + 5

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - height / 2
        top = y - (height - len(rows) * style.leading) / 2
        for at, row in enumerate(rows):
            write(canvas, x, top - baseline(style) - at * style.leading, row, style)
        bar(canvas, one, x + lefts[1] + 6, middle, chart, 9.0 if one.strong else 6.4, bars.line)
        write_right(canvas, x + lefts[3] - 6, middle - 2.8, one.text, style)
        write_right(canvas, x + width, middle - 2.8, one.note, CELL)
        if one.strong:
            rule(canvas, x, y - height, width)

    return Slab(height, ink)


def _shares(block: Shares, width: float) -> Iterator[Slab]:
    yield from kept(text_slabs(block.caption, CELL_STRONG, width, gap=12.0))
    legend = _legend(block.legend, width)
    yield legend
    for at, one in enumerate(block.rows):
        keep = at < min(TOGETHER, len(block.rows) - 1)
        yield replace(_share_row(one, width, strong=at == 0), keep=keep, running=legend)


def _legend(names: tuple[str, ...], width: float) -> Slab:
    """Patches with their names, in as many lines as they need."""
    rows: list[list[tuple[float, int, str]]] = [[]]
    left = 0.0
    for at, name in enumerate(names):
        needed = 11 + SMALL.width(name) + 12
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
                swatch(canvas, at, x + left, top - 8, 7, 7)
                write(canvas, x + left + 11, top - baseline(SMALL), name, replace(SMALL, colour=INK))

    return Slab(step * len(rows) + 2, ink, keep=True, gap=2.0)


def _share_row(one: Share, width: float, *, strong: bool) -> Slab:
    style = CELL_STRONG if strong else CELL
    label = width * 0.36
    rows = lines(one.label, style, label - 8, 3)
    height = max(len(rows) * style.leading, 10.0) + 4

    def ink(canvas: Canvas, x: float, y: float) -> None:
        middle = y - height / 2
        top = y - (height - len(rows) * style.leading) / 2
        for at, row in enumerate(rows):
            write(canvas, x, top - baseline(style) - at * style.leading, row, style)
        shares(canvas, one, x + label + 6, middle, width - label - 34, 9.0)
        write_right(canvas, x + width, middle - 2.8, one.note, CELL)

    return Slab(height, ink)
