"""What a report is made of: plain text and figures in blocks that every pen can draw.

No markup, no language choice and no arithmetic here: a pen walks the blocks in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from certready.reports.blocks_pictures import Amounts, Curves, Timeline


class Sign(StrEnum):
    """A mark that is told apart by its shape, not by its colour alone."""

    READY = "ready"
    NEARLY = "nearly"
    DEVELOPING = "developing"
    NOT_READY = "not-ready"
    UNDETERMINED = "undetermined"
    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed and as it is; `value` is None where there is nothing to give."""

    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A word with its sign."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class Stacked:
    """A line with smaller print under it."""

    text: str
    note: str


Cell = str | Figure | Signed | Stacked


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and its share of the width."""

    title: str
    share: float
    figures: bool = False  # numbers, set to the right
    small: bool = False  # in small print


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `quiet` sets it as a remark."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of a section; `listed` puts it among the bookmarks."""

    text: str
    note: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; a row of one cell alone is a title over the rows that follow it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False  # the last row is the sum


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and what stands for it: one text or a list."""

    name: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing told in full: a title with a sign, a tag beside it, and its entries.

    A close one is set in small print: texts run on, and lists stand two abreast.
    """

    title: str
    tag: str
    entries: tuple[Entry, ...]
    sign: Sign | None = None
    numbered: str = ""
    close: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from `low` to `high` percent; `text` prints the figures."""

    label: str
    low: float
    high: float
    text: str
    note: str = ""
    strong: bool = False  # the whole, above its parts


@dataclass(frozen=True, slots=True)
class Shares:
    """How rows divide over the same few names; the legend runs from worst to best, then what is not counted."""

    caption: str
    legend: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars with the interval of each; `line` is the percent that matters, with its words.

    `shares` stand beside the bars, row by row.
    """

    caption: str
    bars: tuple[Bar, ...]
    line: float | None = None
    line_text: str = ""
    label_heading: str = ""
    text_heading: str = ""
    note_heading: str = ""
    shares: Shares | None = None


Block = Paragraph | Heading | Bullets | Table | Facts | Card | Bars | Timeline | Curves | Amounts


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the report; `fresh` begins it on a new page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    fresh: bool = False
    for_owner: bool = False  # belongs to the short edition too


@dataclass(frozen=True, slots=True)
class Standing:
    """How one certificate stands, for page one."""

    certificate: str
    target: str  # the checklist's title, smaller
    verdict: Signed
    score: Figure  # "62.5 – 78.9 %"; value is the low end
    bar: Bar | None  # None where there is nothing to score
    declared_name: str
    backed: str
    coverage: str
    line: float | None = None  # the percent that matters


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A requirement that holds the score down."""

    sign: Sign
    title: str
    level: str
    requirement: str


@dataclass(frozen=True, slots=True)
class Need:
    """What it takes, one measure of it: the range and what is likely."""

    name: str
    text: str
    note: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Page one: what the owner must know in thirty seconds."""

    headline: str
    standings_title: str
    standings: tuple[Standing, ...]
    line_text: str  # what the line on their bars means
    obstacles_title: str
    obstacles: tuple[Obstacle, ...]
    obstacles_more: str
    needs_title: str
    needs: tuple[Need, ...]
    needs_notes: tuple[str, ...]
    remarks: tuple[str, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the letter: what it is about, then what there is to say."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the letter: running text, points, or both; numbered where the order matters."""

    title: str
    text: str = ""
    points: tuple[Point, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One page to the owner, in plain words."""

    title: str
    greeting: str
    passages: tuple[Passage, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, once, in one language, as plain text."""

    language: str
    title: str
    supplier: str
    place: str
    day: str  # in words
    on: str  # ISO
    assessed: str
    subject: str
    generator: str
    footer: str
    page_of: str  # “página {page} de {pages}”: the pen alone knows the pages
    contents_title: str
    basis_note: str  # what the sign at a numeral means
    sections: tuple[Section, ...]
    summary: Summary | None = None  # page one; without it the sections follow the title
    letter: Letter | None = None
