"""What the documents promise is true."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from certready.assessment import assess
from certready.cli.app import COMMANDS
from certready.diagnostics import has_faults
from certready.loading.shelf import Shelf
from certready.loading.suppliers import Reading, read_supplier
from certready.model import Library
from certready.scoring import Verdict

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
SHELF = Shelf()


@pytest.fixture(scope="module")
def library() -> Library:
    loaded, diagnostics = SHELF.load(None)
    assert not has_faults(diagnostics)
    return loaded


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command: str) -> None:
    assert re.search(rf"`certready[^`]* {command}\b", README)


def test_the_readme_names_every_target(library: Library) -> None:
    assert {name for name in library.checklists if f"`{name}`" not in README} == set()


def test_the_two_commands_of_the_readme_name_files_that_exist() -> None:
    first = re.search(r"<!-- first command -->\n```sh\n(.+)\n```", README)
    second = re.search(r"<!-- second command -->\n```sh\n(.+)\n```", README)
    assert first
    assert second
    named = re.findall(r"examples/[\w-]+\.yaml", first[1])
    assert named
    assert all((ROOT / name).is_file() for name in named)


def test_pictures_of_the_readme_exist() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def _read(file: Path) -> Reading:
    return read_supplier(file, SHELF, regulations=False)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_reads_without_a_fault_and_is_assessed(file: Path) -> None:
    reading = _read(file)
    assert not has_faults(reading.diagnostics)
    assert reading.supplier is not None
    found = assess(reading.library, reading.supplier, on=reading.supplier.assessed_on or date(2026, 11, 21))
    assert len(found.targets) == len(reading.supplier.targets)


def test_the_examples_end_differently() -> None:
    verdicts: set[Verdict] = set()
    for file in EXAMPLES:
        supplier = _read(file).supplier
        assert supplier is not None
        found = assess(_read(file).library, supplier, on=supplier.assessed_on or date(2026, 11, 21))
        verdicts.update(target.verdict for target in found.targets)
    assert len(verdicts) >= 4


def test_every_requirement_speaks_both_languages_and_is_cited(library: Library) -> None:
    for checklist in library.checklists.values():
        for row in checklist.requirements():
            assert row.cites, row.id
            assert row.question.es != row.question.en, row.id
            assert row.question.es.startswith("¿") or "¿" in row.question.es, row.id
            assert row.evidence.es, row.id
            assert len(row.evidence.es) == len(row.evidence.en), row.id
            assert len(row.pitfalls.es) == len(row.pitfalls.en), row.id


def test_every_practice_named_exists_and_leads_to_implemented(library: Library) -> None:
    for checklist in library.checklists.values():
        for row in checklist.requirements():
            assert row.practice in library.book.practices, row.id


@pytest.mark.parametrize(
    ("targets", "profile_of", "most"),
    [
        (("iso-13485",), "moldes-del-bajio", 80),
        (("iso-13485", "fda-device", "cofepris-device"), "cateteres-del-pacifico", 220),
        (("eu-gmp", "fda-drug", "cofepris-drug"), "genericos-tapatios", 260),
    ],
)
def test_answering_once_keeps_the_interview_within_its_bounds(
    library: Library, targets: tuple[str, ...], profile_of: str, most: int
) -> None:
    supplier = _read(ROOT / "examples" / f"{profile_of}.yaml").supplier
    assert supplier is not None
    found = assess(library, replace(supplier, targets=targets, answers={}), on=date(2026, 11, 21))
    assert sum(row.binding for row in found.requirements) <= most
