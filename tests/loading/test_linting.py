"""Every lint has a snippet that it finds, at its place, and a good one that it leaves alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from certready.cli.checklist_check import lints
from certready.diagnostics import Severity, in_file_order
from certready.loading.places import Places
from certready.loading.shelf import Shelf
from tests.loading.test_shelf import PRACTICES, PROFILE, checklist, folder, row

TODAY = date(2026, 11, 21)
NARROW_PROFILE = (
    PROFILE
    + """\
  - id: method
    kind: one
    question: {es: ¿Cómo?, en: How?}
    options: {eo: {es: a, en: b}, heat: {es: c, en: d}}
    applies_when: {sterile: [true]}
"""
)


def told(made: Path, on: date = TODAY) -> list[str]:
    shelf = Shelf(shipped=made)
    library, found = shelf.load()
    assert found == []
    diagnostics = in_file_order(lints(shelf, library, ["one"], on, everything=True))
    return [f"{Path(one.file).stem}:{one.line}:{one.column} {one.code}" for one in diagnostics]


def question(es: str = "¿Lo hacen?", en: str = "Do you do it?") -> str:
    return row().replace("question: {es: ¿a?, en: b?}", f'question: {{es: "{es}", en: "{en}"}}')


def title(es: str, en: str) -> str:
    return row().replace("title: {es: a, en: b}", f'title: {{es: "{es}", en: "{en}"}}')


def binding(condition: str) -> str:
    return row("slug", f"        applies_when: {condition}\n")


ROWS: dict[str, tuple[str, list[str]]] = {
    "nothing to tell": (row(), []),
    "placeholder": (title("<título>", "Title"), ["one:14:21 CR401"]),
    "angle brackets within a text": (title("a < b > c", "Title"), []),
    "same title": (title("UDI", "UDI"), ["one:14:16 CR402"]),
    "same evidence": (
        row().replace("evidence: {es: [a], en: [b]}", "evidence: {es: [a, x], en: [b, x]}"),
        ["one:16:40 CR402"],
    ),
    "old FDA number": (question(en="Do you follow 820.30(a)?"), ["one:15:42 CR403"]),
    "current FDA number": (question(en="Do you follow 820.35(a) and 820.10?"), []),
    "former FDA number": (question(en="Do you file what the former 820.198 asked?"), []),
    "number of another document": (question(en="Do you follow 1820.30 and 8.20.30?"), []),
    "old NOM": (question("¿Cumplen la NOM-241-SSA1-2021?"), ["one:15:24 CR403"]),
    "replaced NOM": (question("¿Cumplen la NOM que reemplazó a la NOM-241-SSA1-2012?"), []),
    "old files": (
        question("¿Tienen el DHF?", "Do you keep device master records?"),
        ["one:15:24 CR403", "one:15:47 CR403"],
    ),
    "old inspection": (question("¿Ensayaron QSIT?"), ["one:15:24 CR403"]),
    "two questions": (question("¿Lo hacen? ¿Y lo revisan?"), ["one:15:24 CR411"]),
    "two verbs": (
        question("¿Lo hacen y además lo revisan?", "Do you do it and also check it?"),
        ["one:15:24 CR411", "one:15:62 CR411"],
    ),
    "one verb, two objects": (question("¿Lo hacen cada año, y además los lotes con cambios?"), []),
    "no question": (question("Lo hacen.", "They do it."), ["one:15:24 CR412", "one:15:41 CR412"]),
    "question after a case": (question("Si importan, ¿lo hacen?"), []),
    "not its own": (binding("{products: [device], not: {products: [device]}}"), ["one:20:23 CR404"]),
    "not another value": (binding("{products: [device], not: {products: [drug]}}"), []),
    "not all of both": (binding("{products: [device], not: {products: [device], sterile: [true]}}"), []),
    "both values excluded": (binding("{products: [device], not: {sterile: [true, false]}}"), ["one:20:23 CR404"]),
    "not of a not": (binding("{products: [device], not: {not: {products: [device]}}}"), []),
    "fact that is never asked": (
        binding("{sterile: [true], not: {products: [device]}}"),
        ["one:20:23 CR404", "one:20:33 CR413"],
    ),
    "narrow fact": (binding("{sterile: [true]}"), ["one:20:33 CR413"]),
    "narrow fact with the broad one": (binding("{products: [device], sterile: [true]}"), []),
    "narrow fact in a not": (binding("{products: [drug], not: {sterile: [true]}}"), []),
    "very narrow fact": (binding("{products: [device], method: [eo]}"), ["one:20:52 CR413"]),
    "one value of a fact": (binding("{products: [device], sterile: [true], method: [eo], not: {method: [heat]}}"), []),
    "its only value excluded": (
        binding("{products: [device], sterile: [true], method: [eo], not: {method: [eo]}}"),
        ["one:20:23 CR404"],
    ),
    "ended requirement": (row(more="        in_force: {until: 2026-01-01}\n"), ["one:20:27 CR414"]),
    "requirement to come": (row(more="        in_force: {from: 2027-01-01}\n"), []),
    "number from general knowledge": (row().replace("law/1", "law/4.10"), ["one:12:13 CR417"]),
    "slug from general knowledge": (row("slug").replace("law/1", "law/4.10"), []),
}


@pytest.mark.parametrize(("rows", "expected"), ROWS.values(), ids=ROWS)
def test_a_requirement_is_linted_at_its_place(tmp_path: Path, rows: str, expected: list[str]) -> None:
    assert told(folder(tmp_path, profile=NARROW_PROFILE, one=checklist("one", rows))) == expected


TOPS: dict[str, tuple[str, list[str]]] = {
    "ended": ("in_force: {from: 2020-01-01, until: 2026-11-20, superseded_by: B}\n", ["one:8:37 CR414"]),
    "last day": ("in_force: {from: 2020-01-01, until: 2026-11-21}\n", []),
    "to come": ("in_force: {from: 2027-01-01}\n", ["one:8:18 CR415"]),
    "condition": ("applies_when: {products: [drug], not: {products: [drug]}}\n", ["one:8:15 CR404"]),
    "cite it has already": (
        'includes: [{checklist: two, cites: {"4.10": [law/1, law/4.10]}}]\n',
        ["one:8:46 CR416"],
    ),
    "cite that adds": ('includes: [{checklist: two, only: ["4.10"], cites: {"4.10": [law/4.10]}}]\n', []),
    "never binds here": (
        'applies_when: {products: [drug], not: {products: [device]}}\nincludes: [{checklist: two, only: ["slug"]}]\n',
        ["one:9:36 CR404"],
    ),
}


@pytest.mark.parametrize(("top", "expected"), TOPS.values(), ids=TOPS)
def test_the_head_is_linted_at_its_place(tmp_path: Path, top: str, expected: list[str]) -> None:
    two = checklist("two", row(), binding("{products: [device]}"))
    assert told(folder(tmp_path, one=checklist("one", row(), top=top), two=two)) == expected


def test_a_requirement_that_ends_before_its_checklist_begins(tmp_path: Path) -> None:
    one = checklist(
        "one",
        row(more="        in_force: {until: 2026-12-31}\n"),
        top="in_force: {from: 2027-01-01, until: 2028-01-01}\n",
    )
    assert told(folder(tmp_path, one=one)) == ["one:8:18 CR415", "one:21:19 CR405"]


def test_too_many_critical_requirements_lose_their_meaning(tmp_path: Path) -> None:
    rows = [row(f"r{rank}").replace("major", "critical" if rank < 5 else "major") for rank in range(10)]
    assert told(folder(tmp_path, one=checklist("one", *rows))) == ["one:9:3 CR418"]
    assert told(folder(tmp_path, "calm", one=checklist("one", *rows[1:], row("last")))) == []


def test_one_cause_in_many_requirements_is_told_once(tmp_path: Path) -> None:
    rows = [row(f"r{rank}", "        applies_when: {sterile: [true]}\n") for rank in range(3)]
    shelf = Shelf(shipped=folder(tmp_path, one=checklist("one", *rows)))
    library, _ = shelf.load()
    (only,) = lints(shelf, library, ["one"], TODAY, everything=False)
    assert only.severity is Severity.NOTICE
    assert only.hint is not None
    assert "r0, r1, r2" in only.hint.en


def test_regulations_and_practices_are_linted_too(tmp_path: Path) -> None:
    made = folder(
        tmp_path, one=checklist("one", row()), practices=PRACTICES.replace("actions: {es: [a]", "actions: {es: [DHF]")
    )
    law = made / "regulations" / "law.yaml"
    law.write_text(
        law.read_text(encoding="utf-8")
        .replace("gist: {es: a, en: b}", "gist: {es: DHR, en: b}", 1)
        .replace("sections:", "in_force: {until: 2026-01-01}\nsections:"),
        encoding="utf-8",
    )
    found = told(made)
    assert [line.split()[1] for line in found] == ["CR414", "CR421", "CR403", "CR403", "CR403"]
    assert found[0].startswith("law:5:")


def test_fees_are_linted(tmp_path: Path) -> None:
    fees = """\
certready: 1
fees:
  - {id: a, authority: A, kind: fee, title: {es: x, en: y}, source: {es: s, en: t}, verified: true,
     amount: 1, currency: MXN, in_force: {until: 2026-10-01}, targets: [one, none]}
  - {id: b, authority: A, kind: fee, title: {es: z, en: w}, source: {es: s, en: t}, verified: true,
     amount: 1, currency: MXN, in_force: {until: 2026-10-01}, targets: [one]}
  - {id: c, authority: A, kind: fee, title: {es: z, en: w}, source: {es: s, en: t}, verified: true,
     amount: 2, currency: MXN, in_force: {from: 2026-10-02}, targets: [one]}
"""
    made = folder(tmp_path, one=checklist("one", row()), fees=fees)
    assert told(made) == ["fees:3:5 CR420", "fees:4:78 CR419"]


def test_a_finding_in_an_own_file_is_placed_there(tmp_path: Path) -> None:
    base = folder(tmp_path, one=checklist("one", row()))
    own = tmp_path / "own"
    own.mkdir()
    own.joinpath("practices.yaml").write_text(
        PRACTICES.replace("title: {es: a, en: b}\n    owner", "title: {es: a, en: a}\n    owner"), encoding="utf-8"
    )
    shelf = Shelf([own], shipped=base)
    library, _ = shelf.load()
    (only,) = lints(shelf, library, ["one"], TODAY, everything=True)
    assert (only.file, only.code) == (str(own / "practices.yaml"), "CR402")


def test_the_shipped_checklists_have_no_fault_to_lint() -> None:
    shelf = Shelf()
    library, _ = shelf.load()
    found = list(lints(shelf, library, shelf.ids(), TODAY, everything=True))
    assert [f"{one.file}:{one.line} {one.code}" for one in found if one.severity is Severity.FAULT] == []


def test_a_path_that_leads_nowhere_stops_at_the_last_place() -> None:
    places = Places(b"a:\n  - {id: x, b: [c]}\n", "f")
    assert (places.at(("a", "x", "b", "c")).line, places.at(("a", "x", "b", "c")).column) == (2, 17)
    assert places.at(("a", "y")).line == 2
    assert places.at(("a", 7)).line == 2
    assert places.at(("a", "x", "b", "c", "d")).column == 17
    assert Places(b"", "f").at(("a",)).line == 1
    assert not places.has(("a", "y"))


def test_what_an_application_names_must_be_there(tmp_path: Path) -> None:
    head = "application: {terms: [nobody], scheme: unheard-of, practice: none, issued: true}\nchapters:"
    made = folder(tmp_path, one=checklist("one", row()).replace("chapters:", head, 1))
    assert [line.split()[1] for line in told(made)] == ["CR422", "CR422", "CR422"]
