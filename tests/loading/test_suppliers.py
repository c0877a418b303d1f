"""A supplier file is read whole or every fault in it is told with its place and cure."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from certready.diagnostics import Severity, has_faults
from certready.loading.shelf import Shelf
from certready.loading.suppliers import Reading, asked_by, read_supplier, read_supplier_bytes
from certready.model import Certificate, EvidenceKind, Language, Level, PackageState

SHELF = Shelf()
FAULTY = sorted((Path(__file__).parent.parent / "faults" / "suppliers").glob("*.yaml"))
HEAD = "certready: 1\nsupplier: {name: X}\n"


def read(text: str | bytes) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read_supplier_bytes(data, "f.yaml", SHELF, regulations=False)


def told(reading: Reading) -> list[str]:
    return [f"{row.line}:{row.column} {row.code}" for row in reading.diagnostics]


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_each_fault_is_told_with_its_place(path: Path) -> None:
    expected = re.findall(r"\d+:\d+ CR\d+", path.read_text(encoding="utf-8").splitlines()[0])
    reading = read_supplier(path, SHELF, regulations=False)
    assert told(reading) == expected
    assert all(row.file == str(path) for row in reading.diagnostics)


WHOLE = """\
certready: 1
language: es
supplier:
  name: Catéteres del Pacífico, S.A. de C.V.
  rfc: cpa-120315-ab1
  state: Baja California
  employees: 48
  contact: {name: Ana, email: a@b.mx}
  share: {cohort: true}
  x-crm: 17
profile:
  products: device
  sterile: true
  markets: []
  implantable:
  certificates: [{scheme: iso-9001, until: 2027-05-31}]
  x-mine: y
targets: [iso-13485]
assessed: {on: 2026-11-21, by: Ing. Laura Pérez}
documents:
  PNO-VAL-001: {title: Validación, revision: 3, date: 2026-02-10, expires: 2028-02-10, file: ../../x.pdf}
answers:
  iso-13485/4.2.4: documented
  iso-13485/7.5.6:
    level: implemented
    evidence:
      - {kind: document, ref: PNO-VAL-001}
      - {kind: record, title: OQ/PQ, date: 2026-05-30}
    repeat: true
    note: no
    on: 2026-11-20
  iso-13485/7.5.3: {level: not-applicable, reason: No instalamos producto}
plan:
  start: 2027-01-04
  budget_mxn: 600000
  team: {quality: 1.5}
  shutdowns: [{from: 2026-12-21, to: 2027-01-02}]
  fx: {USD: 18.0, on: 2026-11-20}
  progress: {document-control: {state: in-progress, since: 2026-11-01}}
"""


def test_a_whole_file_becomes_a_supplier() -> None:
    reading = read(WHOLE)
    assert told(reading) == []
    found = reading.supplier
    assert found is not None
    assert (found.name, found.rfc, found.employees, found.cohort) == (
        "Catéteres del Pacífico, S.A. de C.V.",
        "CPA120315AB1",
        48,
        True,
    )
    assert found.language is Language.ES
    assert found.profile.facts == {"products": ("device",), "sterile": ("true",), "markets": ()}
    assert found.profile.certificates == (Certificate("iso-9001", date(2027, 5, 31)),)
    answer = found.answers["iso-13485/7.5.6"]
    assert (answer.level, answer.repeat, answer.released, answer.note) == (Level.IMPLEMENTED, True, False, "no")
    assert [shows.kind for shows in answer.evidence] == [EvidenceKind.DOCUMENT, EvidenceKind.RECORD]
    assert found.documents["PNO-VAL-001"].revision == "3"
    assert found.answers["iso-13485/7.5.3"].reason == "No instalamos producto"
    assert found.plan.budget_mxn == 600_000
    assert found.plan.fx == {"USD": 18.0}
    assert found.plan.progress["document-control"].state is PackageState.IN_PROGRESS
    assert found.source is not None
    assert len(found.source.sha256) == 64


def test_plain_data_for_json_leaves_out_the_writers_own_keys() -> None:
    reading = read(WHOLE)
    assert reading.profile_data == {
        "products": ["device"],
        "sterile": True,
        "markets": [],
        "certificates": [{"scheme": "iso-9001", "until": "2027-05-31"}],
    }
    assert reading.supplier_data == {
        "name": "Catéteres del Pacífico, S.A. de C.V.",
        "rfc": "CPA120315AB1",
        "state": "Baja California",
        "employees": 48,
        "contact": {"name": "Ana", "email": "a@b.mx"},
        "share": {"cohort": True},
    }


@pytest.mark.parametrize("section", ["answers", "profile", "documents", "plan", "assessed"])
@pytest.mark.parametrize("nothing", ["", " ~", " {}"])
def test_an_empty_section_says_nothing(section: str, nothing: str) -> None:
    reading = read(f"{HEAD}targets: [iso-13485]\n{section}:{nothing}\n")
    assert told(reading) == []


def test_only_what_is_named_is_loaded() -> None:
    assert set(read(f"{HEAD}targets: [iso-13485]\n").library.checklists) >= {"iso-13485"}
    assert read(f"{HEAD}targets: []\n").library.checklists == {}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("implementado", "implemented"),
        ("No Aplica", "not-applicable"),
        ("parcial", "documented"),
        ("sí", "implemented"),
        ("no", "absent"),
        ("N/A", "not-applicable"),
        ("Eficaz", "effective"),
        ("no sé", "unknown"),
        ("implmented", "implemented"),
        ("Implemented", "implemented"),
        ("not_applicable", "not-applicable"),
    ],
)
def test_other_words_for_a_level_are_understood_and_refused(word: str, meant: str) -> None:
    reading = read(f"{HEAD}targets: [iso-13485]\nanswers: {{iso-13485/7.5.6: {word}}}\n")
    assert [row.code for row in reading.diagnostics] == ["CR203"]
    hint = reading.diagnostics[0].hint
    assert hint is not None
    assert f"“{meant}”" in hint.en


def test_an_answer_outside_the_targets_is_a_notice() -> None:
    reading = read(f"{HEAD}targets: [fda-device]\nanswers: {{iso-13485/8.2.4: absent, fda-device/nothing: absent}}\n")
    assert [row.code for row in reading.diagnostics if row.severity is Severity.FAULT] == ["CR202"]
    other = read(f"{HEAD}targets: [iso-13485]\nanswers: {{fda-device/820.35(a): absent}}\n")
    if other.supplier is not None and other.supplier.answers:
        assert [row.code for row in other.diagnostics] == ["CR212"]
        assert not has_faults(other.diagnostics)


def test_generic_rfcs_pass() -> None:
    for rfc in ("XAXX010101000", "XEXX010101000", "CPA 120315 AB1"):
        assert told(read(f"certready: 1\nsupplier: {{name: X, rfc: {rfc}}}\ntargets: [iso-13485]\n")) == []


def test_more_than_ten_thousand_answers_are_refused() -> None:
    answers = "".join(f"  iso-13485/{number}: absent\n" for number in range(10_001))
    reading = read(f"{HEAD}targets: [iso-13485]\nanswers:\n{answers}")
    assert told(reading) == ["5:3 CR209"]


@pytest.mark.parametrize("nothing", ["\u200b", "\u2060\u00ad", "\u00a0", "\u3164"])
def test_what_nobody_can_see_is_no_reason(nothing: str) -> None:
    answers = f"answers:\n  iso-13485/7.5.3: {{level: not-applicable, reason: '{nothing}'}}\n"
    assert told(read(f"{HEAD}targets: [iso-13485]\n{answers}")) == ["5:28 CR204", "5:52 CR035"]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("\u0456so-13485/4.2.4", "U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
        ("iso-13485/\uff14.2.4", "U+FF14 FULLWIDTH DIGIT FOUR"),
        ("iso-13485/4.2.40", "“iso-13485/4.2.4”"),
        ("'iso-13485/4.2.4 '", "“iso-13485/4.2.4”"),
    ],
)
def test_a_key_that_looks_right_is_told_what_is_wrong_with_it(key: str, hint: str) -> None:
    (found,) = read(f"{HEAD}targets: [iso-13485]\nanswers: {{{key}: absent}}\n").diagnostics
    assert found.code == "CR202"
    assert found.hint is not None
    assert hint in found.hint.en
    assert ("␣" in found.message.en) == key.startswith("'")


@pytest.mark.parametrize(("day", "code"), [("9999-12-31", "CR049"), ("0001-01-01", "CR049"), ("2026-02-30", "CR038")])
def test_days_beyond_any_calendar_are_refused(day: str, code: str) -> None:
    reading = read(f"{HEAD}targets: [iso-13485]\nassessed: {{on: {day}}}\nplan: {{start: {day}}}\n")
    assert told(reading) == [f"4:16 {code}", f"5:15 {code}"]


def test_shutdowns_that_leave_no_working_day_are_refused_in_their_place() -> None:
    for shutdowns in (
        "{from: 2026-01-01, to: 2190-12-31}",
        "{from: 2027-01-01, to: 2028-01-01}, {from: 2026-06-01, to: 2026-12-31}",
    ):
        plan = f"plan: {{start: 2026-01-01, shutdowns: [{shutdowns}]}}\n"
        assert told(read(f"{HEAD}targets: [iso-13485]\n{plan}")) == ["4:38 CR222"]
    usual = "{from: 2026-12-21, to: 2027-01-02}, {from: 2027-12-20, to: 2028-01-02}, {from: 2026-12-24, to: 2026-12-25}"
    assert told(read(f"{HEAD}targets: [iso-13485]\nplan: {{shutdowns: [{usual}]}}\n")) == []


def test_a_list_in_the_place_of_an_answer_is_told_by_its_key() -> None:
    (found,) = read(f"{HEAD}targets: [iso-13485]\nanswers: {{iso-13485/4.2.4: [absent]}}\n").diagnostics
    assert "“iso-13485/4.2.4”" in found.message.en


def test_many_unknown_answers_stay_quick() -> None:
    answers = "".join(f"  iso-13485/{number}.x: absent\n" for number in range(9_999))
    reading = read(f"{HEAD}targets: [iso-13485]\nanswers:\n{answers}")
    assert len(reading.diagnostics) == 1001


@pytest.mark.parametrize("number", ["9" * 5000, ".inf", ".nan", "1e999", "1_000", "0x10", "٤٨", '"48"', "4.5", "0"])
def test_odd_numbers_of_people_are_refused(number: str) -> None:
    reading = read(f"certready: 1\nsupplier: {{name: X, employees: {number}}}\ntargets: [iso-13485]\n")
    assert [row.line for row in reading.diagnostics] == [2]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / ("x" * 300), tmp_path / "a\0b"):
        assert [row.code for row in read_supplier(path, SHELF).diagnostics] == ["CR001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [row.code for row in read_supplier(tmp_path / "pipe.yaml", SHELF).diagnostics] == ["CR001"]


def test_asked_by_follows_includes() -> None:
    library, _ = SHELF.load(["fda-device"], regulations=False)
    asked = asked_by(["fda-device"], library)
    assert any(row.startswith("iso-13485/") for row in asked)
    assert asked_by(["no-such"], library) == frozenset()
