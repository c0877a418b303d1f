"""The PDF says what the Report says, on any machine in the same bytes, whatever stands in the file."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from certready.model import Language, Level
from certready.reports import pdf
from certready.reports.blocks import Card, Column, Entry, Paragraph, Report, Section, Table
from certready.reports.pdf_sheet import BODY, SIZES
from certready.reports.pdf_type import MISSING, Weight, face, lines
from tests.reports.small_plant import HOSTILE, everywhere, mixed, page_one, printed, supplier, told

PAPERS: list[pdf.Paper] = ["a4", "letter"]


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def squeezed(reader: PdfReader) -> str:
    """All printed characters without spaces: lines may break anywhere."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", list(Language))
def test_pages_are_numbered_and_carry_the_plant_and_the_date(language: Language, paper: pdf.Paper) -> None:
    report = told(supplier(mixed()), language)
    reader = read(printed(report, paper))
    count = len(reader.pages)
    assert count > 3
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert report.page_of.format(page=number, pages=count) in text
        assert report.footer in text
        assert report.supplier in text
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(SIZES[paper], abs=0.1)
        assert len(text) > 250, "no page is all but empty"


def test_page_one_holds_all_that_the_owner_needs() -> None:
    report = told(supplier(mixed()))
    front = re.sub(r"\s", "", read(printed(report)).pages[0].extract_text())
    summary = page_one(report)
    needed = [summary.headline, summary.notice, summary.obstacles[0].title, *(need.text for need in summary.needs)]
    needed += [part for one in summary.standings for part in (one.certificate, one.verdict.text, one.score.text)]
    assert not [text for text in needed if re.sub(r"\s", "", text) not in front]


@pytest.mark.parametrize("language", list(Language))
def test_page_one_stays_one_page_with_every_target_there_is(language: Language) -> None:
    report = told(supplier(mixed()), language)
    summary = replace(
        page_one(report),
        standings=tuple(page_one(report).standings[:1]) * 12,
        obstacles=tuple(page_one(report).obstacles[:1]) * 6,
    )
    front = read(printed(replace(report, summary=summary, letter=None, sections=()))).pages
    assert len(front) == 1


def test_all_fonts_are_embedded() -> None:
    for page in read(printed(told(supplier(mixed())))).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        for font in resources["/Font"].values():  # type: ignore[attr-defined]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object(), font


def test_the_outline_names_every_section_and_critical_gap() -> None:
    report = told(supplier(mixed()))
    reader = read(printed(report))
    titles = [item.title for entry in reader.outline for item in (entry if isinstance(entry, list) else [entry])]  # type: ignore[union-attr]
    assert not [section.title for section in report.sections if section.title not in titles]
    assert "title 1.1 es" in titles


def test_metadata_tell_what_it_is_and_the_day_of_the_assessment() -> None:
    reader = read(printed(told(supplier(mixed()))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Informe de preparación para certificación: Catéteres del Pacífico, S.A. de C.V."
    assert reader.metadata.author == "Catéteres del Pacífico, S.A. de C.V."
    assert "Autoevaluación" in (reader.metadata.subject or "")
    assert reader.metadata.get("/CreationDate", "").startswith("D:20261121")
    assert reader.trailer["/Root"]["/Lang"] == "es-MX"  # type: ignore[index]


def test_the_footnote_stands_where_an_unread_numeral_is_printed() -> None:
    report = told(supplier(mixed()))
    pages = [page.extract_text() for page in read(printed(report)).pages]
    marked = [text for text in pages if "1.1†" in text]
    assert marked
    assert all(report.basis_note in text for text in marked)
    assert report.basis_note not in pages[0]


def test_hostile_words_survive_as_literal_text() -> None:
    report = told(supplier(mixed(HOSTILE), HOSTILE))
    reader = read(printed(report))
    text = squeezed(reader)
    shown = re.sub(r"\s", "", report.supplier)
    assert text.count(shown) >= 4, "reason, note, evidence, document"
    for page in reader.pages:
        assert "/XObject" not in page["/Resources"].get_object()  # type: ignore[operator]
        actions = [note.get_object() for note in page.get("/Annots", [])]
        assert all("/URI" not in str(action) for action in actions)


def tried(report: Report, *blocks: Paragraph | Table | Card) -> PdfReader:
    return read(printed(replace(report, letter=None, sections=(Section("x", "X", blocks),))))


def test_texts_taller_than_a_page_and_words_wider_than_a_column_do_no_harm() -> None:
    report = told(supplier())
    endless = "W" * 1500
    table = Table((Column("A", 0.05), Column("B", 0.05), Column("C", 0.9)), ((endless, "b", "c"), ("a", endless, "")))
    card = Card(endless, endless, (Entry(endless, (endless,) * 40), Entry("", "")))
    reader = tried(report, table, card, Paragraph(endless * 8), Paragraph(""))
    assert squeezed(reader).count("W") > 1500 * 45


def test_a_table_takes_time_by_its_rows_alone_and_repeats_its_heading() -> None:
    rows = tuple((f"row {number}", "a few words " * 4) for number in range(1500))
    reader = tried(told(supplier()), Table((Column("Left heading", 1), Column("Right", 2)), rows))
    texts = [page.extract_text() for page in reader.pages[1:]]
    assert all("Left heading" in text for text in texts)
    assert "row 1499" in texts[-1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("日本 ñ Ü ¿ €", f"{MISSING}{MISSING} ñ Ü ¿ €"), ("a → b", "a -> b"), ("😀", MISSING)],
)
def test_what_the_face_lacks_is_marked(text: str, shown: str) -> None:
    assert face(Weight.PLAIN).printable(text) == shown


def test_a_percent_sign_stays_with_its_figure() -> None:
    width = BODY.width("less than 62.5")
    assert lines("less than 62.5 %", BODY, width) == ["less than", "62.5 %"]


@pytest.mark.parametrize("level", [Level.EFFECTIVE, Level.ABSENT, Level.UNKNOWN])
def test_any_plant_can_be_printed(level: Level) -> None:
    answers = {} if level is Level.UNKNOWN else everywhere(level)
    assert len(read(printed(told(supplier(answers)))).pages) >= 3


PROGRAM = """
import hashlib, sys
from tests.reports.small_plant import mixed, printed, supplier, told
sys.stdout.write(hashlib.sha256(printed(told(supplier(mixed())))).hexdigest())
"""


@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "RL_useA85": "1", "RL_invariant": "0"},
    ],
)
def test_the_same_report_gives_the_same_bytes_anywhere(around: dict[str, str], tmp_path: Path) -> None:
    here = hashlib.sha256(printed(told(supplier(mixed())))).hexdigest()
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root, **around}
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout == here


def test_the_licence_of_the_fonts_travels_with_them() -> None:
    fonts = Path(pdf.__file__).with_name("fonts")
    assert "Apache License" in (fonts / "OpenSans-LICENSE.txt").read_text(encoding="utf-8")
    assert all(file.stat().st_size < 800_000 for file in fonts.iterdir())
