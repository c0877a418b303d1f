"""The blocks of a report as slabs: text, lists, cards and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import (
    Bars,
    Block,
    Bullets,
    Card,
    Entry,
    Facts,
    Heading,
    Paragraph,
    Section,
    Table,
)
from certready.reports.blocks_pictures import Amounts, Curves, Timeline
from certready.reports.charts import SIGN_COLOURS, sign
from certready.reports.pdf_bars import bars_slabs
from certready.reports.pdf_brief import brief_slabs
from certready.reports.pdf_pictures import picture_slabs
from certready.reports.pdf_sheet import (
    ACCENT,
    BODY,
    CARD_TITLE,
    CELL,
    CELL_STRONG,
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


def section_slabs(section: Section, width: float) -> Iterator[Slab]:
    """A section with its title; the title never stands alone at the foot of a page."""
    title = kept(text_slabs(section.title, SECTION_TITLE, width, gap=24.0))
    title[0] = replace(title[0], bookmark=Bookmark(section.id, section.title, 0), fresh=section.fresh)
    yield from title
    yield Slab(5.0, _title_rule(), keep=True)
    for at, block in enumerate(section.blocks):
        after = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        slabs = block_slabs(block, width, f"{section.id}-{at}")
        if isinstance(after, Paragraph) and after.quiet:
            slabs = _last_with_next(slabs)
        elif isinstance(block, Paragraph) and not block.quiet and after is not None:
            slabs = _with_next(slabs)
        yield from slabs


def _last_with_next(slabs: Iterable[Slab]) -> Iterator[Slab]:
    """A remark never stands without the end of what it remarks on."""
    held: Slab | None = None
    for slab in slabs:
        if held is not None:
            yield held
        held = slab
    if held is not None:
        yield replace(held, keep=True)


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
            yield from bars_slabs(block, width)
        case Timeline() | Curves() | Amounts():
            yield from picture_slabs(block, width)


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
    if card.close:
        slabs.extend(brief_slabs(card, width, CARD_INDENT))
    for at, entry in enumerate(() if card.close else card.entries):
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
