"""The letter on one page: set as large as it fits, and cut rather than broken over two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Letter, Passage, Point, Report
from certready.reports.pdf_brief import Line, Run, mixed
from certready.reports.pdf_sheet import (
    ACCENT,
    QUIET,
    TINT,
    Bookmark,
    Slab,
    baseline,
    box,
    kept,
    rule,
    text_slabs,
    write,
)
from certready.reports.pdf_type import Style, Weight, lines

SCALES = (1.08, 1.0, 0.94, 0.88, 0.82, 0.76)
FEWEST_LINES = 2  # of a point, where even the smallest type is too large
LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Setting:
    """The type of one attempt."""

    scale: float
    most: int | None = None  # lines of a point

    def style(self, size: float, leading: float, weight: Weight = Weight.PLAIN, colour: str = "#1F2933") -> Style:
        """A style at this scale."""
        return Style(size * self.scale, leading * self.scale, weight, colour)

    @property
    def body(self) -> Style:
        """Running text."""
        return self.style(9.6, 13.4)


def letter_slabs(report: Report, letter: Letter, width: float, height: float) -> list[Slab]:
    """The letter on a page of its own."""
    settings = [*(Setting(scale) for scale in SCALES), Setting(SCALES[-1], FEWEST_LINES)]
    slabs: list[Slab] = []
    for setting in settings:
        slabs = list(_letter(report, letter, width, setting))
        if sum(slab.gap + slab.height for slab in slabs) <= height:
            break
    return [*kept(slabs[:-1]), *slabs[-1:]]


def _letter(report: Report, letter: Letter, width: float, setting: Setting) -> Iterator[Slab]:
    kicker = setting.style(9.0, 12.0, Weight.STRONG, ACCENT)
    name = setting.style(15.0, 19.5, Weight.STRONG)
    title = text_slabs(letter.title, kicker, width)
    title[0] = replace(title[0], fresh=True, bookmark=Bookmark(LETTER, letter.title, 0))
    yield from title
    yield from text_slabs(report.supplier, name, width, gap=2.0, most=2)
    yield from text_slabs(report.day, setting.style(8.6, 11.6, colour=QUIET), width, gap=1.0, most=1)

    def line(canvas: Canvas, x: float, y: float) -> None:
        rule(canvas, x, y - 4, width, colour=ACCENT, weight=1.2)

    yield Slab(6.0, line)
    yield from text_slabs(letter.greeting, setting.body, width, gap=6.0 * setting.scale, most=setting.most)
    for passage in letter.passages:
        yield from _passage(passage, width, setting)
    yield _notice(letter.notice, width, setting)


def _passage(passage: Passage, width: float, setting: Setting) -> Iterator[Slab]:
    head = setting.style(11.0, 14.6, Weight.STRONG, ACCENT)
    yield from text_slabs(passage.title, head, width, gap=9.0 * setting.scale, most=1)
    if passage.text and not passage.points:
        yield from text_slabs(passage.text, setting.body, width, gap=1.0, most=setting.most)
    for at, point in enumerate(passage.points, start=1):
        yield from _point(point, f"{at}." if passage.numbered else "•", width, setting)
    if passage.text and passage.points:
        quiet = replace(setting.style(8.4, 11.6), colour=QUIET)
        yield from text_slabs(passage.text, quiet, width, gap=2.0, most=setting.most)


def _point(point: Point, sign: str, width: float, setting: Setting) -> Iterator[Slab]:
    body = setting.body
    strong = replace(body, weight=Weight.STRONG)
    indent = 14.0 * setting.scale
    rows: Sequence[Line] = list(mixed([(point.lead, strong), (point.text, body)], width - indent))
    if setting.most is not None and len(rows) > setting.most:
        last = rows[setting.most - 1]
        rows = [*rows[: setting.most - 1], (*last[:-1], _cut(last[-1], width - indent))]
    for at, row in enumerate(rows):
        mark = sign if at == 0 else ""
        yield Slab(body.leading, _ink(row, mark, indent, body), gap=2.0 * setting.scale if at == 0 else 0.0)


def _cut(run: Run, width: float) -> Run:
    return replace(run, text=lines(f"{run.text} " + "…" * 200, run.style, width - run.x, 1)[0])


def _ink(row: Line, mark: str, indent: float, style: Style) -> Callable[[Canvas, float, float], None]:
    def ink(canvas: Canvas, x: float, y: float) -> None:
        write(canvas, x + 2, y - baseline(style), mark, style)
        for run in row:
            write(canvas, x + indent + run.x, y - baseline(style), run.text, run.style)

    return ink


def _notice(text: str, width: float, setting: Setting) -> Slab:
    style = setting.style(8.0, 11.0, colour=QUIET)
    rows = lines(text, style, width - 20, 4)
    height = len(rows) * style.leading + 10

    def ink(canvas: Canvas, x: float, y: float) -> None:
        box(canvas, x, y - height, width, height, TINT)
        for at, row in enumerate(rows):
            write(canvas, x + 10, y - 5 - baseline(style) - at * style.leading, row, style)

    return Slab(height, ink, gap=9.0 * setting.scale)
