"""The PDF pen: lays the Report out on pages, then inks them. The same Report gives the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import md5
from typing import BinaryIO, Literal

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Report
from certready.reports.pdf_blocks import section_slabs
from certready.reports.pdf_front import contents_slab, front_slabs
from certready.reports.pdf_letter import letter_slabs
from certready.reports.pdf_sheet import (
    BOTTOM,
    MARGIN,
    SIZES,
    SMALL,
    TOP,
    Page,
    Paper,
    paginate,
    rule,
    write,
    write_right,
)
from certready.reports.pdf_type import Weight, face, lines

__all__ = ["Edition", "Paper", "render"]

Edition = Literal["whole", "owner"]

SETTINGS: dict[str, object] = {
    "invariant": 1,
    "useA85": 0,
    "wrapA85": 0,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "documentLang": None,
    "canvas_baseColor": None,
    "defaultImageCaching": 0,
    "errorOnDuplicatePageLabelPage": 0,
}
"""What a settings file or an RL_ variable on somebody's machine must not change."""
TITLE_KEPT = 200
LOCALES = {"es": "es-MX", "en": "en-US"}


def render(report: Report, out: BinaryIO, *, paper: Paper = "letter", edition: Edition = "whole") -> None:
    """Draw the report on letter or A4 paper; the owner's edition is page one, the letter and the plan at a glance."""
    if edition == "owner":
        report = replace(report, sections=tuple(section for section in report.sections if section.for_owner))
    width, height = SIZES[paper]
    numbers: dict[str, int] = {}
    pages = _laid_out(report, width - 2 * MARGIN, height - TOP - BOTTOM, numbers)
    for number, page in enumerate(pages, start=1):
        numbers.update((slab.bookmark.key, number) for slab, _ in page.placed if slab.bookmark)
    with _own_settings():
        canvas = _canvas(report, width, height)
        for number, page in enumerate(pages, start=1):
            _ink(canvas, page, height)
            _frame(canvas, report, page, number=number, of=len(pages))
            canvas.showPage()
        out.write(canvas.getpdfdata())


def _laid_out(report: Report, width: float, height: float, numbers: dict[str, int]) -> list[Page]:
    """Page one, with the list of contents where it fits, the letter, and the sections; or sections under a title."""
    slabs = [slab for section in report.sections for slab in section_slabs(section, width)]
    if report.summary is None:
        return paginate([*front_slabs(report, width), *slabs], height)
    front = paginate([*front_slabs(report, width), contents_slab(report, width, numbers)], height)
    if len(front) > 1:
        front = paginate(front_slabs(report, width), height)
    letter = paginate(letter_slabs(report, report.letter, width, height), height) if report.letter else []
    return [*front, *letter, *paginate(slabs, height)]


@contextmanager
def _own_settings() -> Iterator[None]:
    before = {name: getattr(rl_config, name) for name in SETTINGS if hasattr(rl_config, name)}
    for name in before:
        setattr(rl_config, name, SETTINGS[name])
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(rl_config, name, value)


class _Clock:
    """The day of the report, in place of the machine's time and of SOURCE_DATE_EPOCH."""

    dhh = dmm = 0

    def __init__(self, day: str) -> None:
        year, month, number = (int(part) for part in day.split("-"))
        self.YMDhms = (year, month, number, 0, 0, 0)


def _canvas(report: Report, width: float, height: float) -> Canvas:
    plain = face(Weight.PLAIN)
    face(Weight.STRONG)
    canvas = Canvas(
        "report.pdf",  # only a name: getpdfdata() writes no file
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        initialFontName=plain.name,
        initialFontSize=SMALL.size,
        lang=LOCALES.get(report.language, report.language),
    )
    canvas._doc._timeStamp = _Clock(report.on)  # noqa: SLF001 - there is no public way to give the date
    canvas._doc.signature = md5(usedforsecurity=False)  # noqa: SLF001 - the file's id: of its pages, not of the hour
    title = f"{report.title}: {report.supplier}"
    canvas.setTitle(title[:TITLE_KEPT])
    canvas.setAuthor(report.supplier[:TITLE_KEPT])
    canvas.setSubject(report.subject)
    canvas.setCreator(report.generator)
    canvas.setProducer(report.generator)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _ink(canvas: Canvas, page: Page, height: float) -> None:
    for slab, top in page.placed:
        y = height - TOP - top
        if slab.bookmark is not None:
            canvas.bookmarkHorizontal(slab.bookmark.key, 0, y + 8)
            title = slab.bookmark.title[:TITLE_KEPT]
            canvas.addOutlineEntry(title, slab.bookmark.key, slab.bookmark.level, closed=slab.bookmark.level == 0)
        slab.ink(canvas, MARGIN, y)


def _frame(canvas: Canvas, report: Report, page: Page, *, number: int, of: int) -> None:
    """Header and footer; the footnote only where a numeral of the page asks for it."""
    width, height = canvas._pagesize  # noqa: SLF001
    room = width - 2 * MARGIN
    if number > 1:
        top = height - TOP + 22
        name = lines(report.supplier, SMALL, room * 0.6, 1)
        write(canvas, MARGIN, top, name[0] if name else "", SMALL)
        write_right(canvas, width - MARGIN, top, report.title, SMALL)
        rule(canvas, MARGIN, top - 6, room)
    foot = BOTTOM - 24
    if any(slab.unsure for slab, _ in page.placed):
        write(canvas, MARGIN, foot + 11, lines(report.basis_note, SMALL, room, 1)[0], SMALL)
    rule(canvas, MARGIN, foot + 8, room)
    write(canvas, MARGIN, foot - 3, f"{report.footer} · {report.generator}", SMALL)
    write_right(canvas, width - MARGIN, foot - 3, report.page_of.format(page=number, pages=of), SMALL)
