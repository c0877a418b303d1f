"""Checklists and what they rest on: every fault has its place, own folders override, links lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from certready.diagnostics import has_faults
from certready.loading.checklists import read_checklist
from certready.loading.practices import read_practices
from certready.loading.profile import read_profile
from certready.loading.regulations import read_regulation
from certready.loading.shelf import Shelf, shipped_folder
from certready.model import Condition, Fact, FactKind, Text

SHIPPED = Shelf()

PROFILE = """\
certready: 1
facts:
  - id: products
    kind: many
    question: {es: ¿Qué?, en: What?}
    options: {device: {es: a, en: b}, drug: {es: c, en: d}}
  - id: sterile
    kind: yes-no
    question: {es: ¿Estéril?, en: Sterile?}
    applies_when: {products: [device]}
"""
STEP = """\
      - from: {0}
        to: {1}
        actions: {{es: [a], en: [b]}}
        deliverables: {{es: [a], en: [b]}}
        effort: {{low: 1, likely: 2, high: 3}}
        by: {{quality: 1}}
        run_weeks: 0
        elapsed_weeks: {{low: 1, likely: 2, high: 3}}
        cost: {{low: 0, likely: 0, high: 0, currency: MXN}}
"""
STEPS = (
    STEP.format("absent", "documented")
    + STEP.format("documented", "implemented")
    + STEP.format("implemented", "effective")
)
PRACTICE = (
    "  - id: {0}\n    title: {{es: a, en: b}}\n    owner: quality\n"
    "    after: [{1}]\n    basis: {{es: a, en: b}}\n    steps:\n" + STEPS.replace("{", "{{").replace("}", "}}")
)
PRACTICES = "certready: 1\nroles:\n  quality: {title: {es: a, en: b}, capacity: 1}\npractices:\n" + PRACTICE.format(
    "capa", ""
)
REGULATION = """\
certready: 1
id: "law"
title: {es: Ley, en: Law}
edition: "1"
sections:
  - {number: "1", title: {es: a, en: b}, gist: {es: a, en: b}, assessable: true, basis: text}
  - {number: "4.10", title: {es: a, en: b}, gist: {es: a, en: b}, assessable: false, basis: general, parent: "1"}
"""
REQUIREMENT = """\
      - id: "{0}"
        cites: ["law/1"]
        title: {{es: a, en: b}}
        question: {{es: ¿a?, en: b?}}
        evidence: {{es: [a], en: [b]}}
        pitfalls: {{es: [a], en: [b]}}
        criticality: major
        practice: capa
"""
CHECKLIST = """\
certready: 1
id: {0}
authority: A
title: {{es: a, en: b}}
certificate: {{es: a, en: b}}
edition: "1"
as_of: 2026-11-21
{1}chapters:
  - id: "1"
    title: {{es: a, en: b}}
    requirements:
"""


def checklist(name: str, *requirements: str, top: str = "") -> str:
    return CHECKLIST.format(name, top) + "".join(requirements)


def row(local: str = "4.10", more: str = "") -> str:
    return REQUIREMENT.format(local) + more


def folder(tmp_path: Path, name: str = "shelf", **files: str) -> Path:
    made = tmp_path / name
    (made / "regulations").mkdir(parents=True)
    written = {"profile": PROFILE, "practices": PRACTICES, **files}
    for stem, text in written.items():
        (made / f"{stem}.yaml").write_text(text, encoding="utf-8")
    (made / "regulations" / "law.yaml").write_text(REGULATION, encoding="utf-8")
    return made


def told(shelf: Shelf, *ids: str) -> list[str]:
    _, found = shelf.load(ids or None)
    return [f"{Path(one.file).stem}:{one.line}:{one.column} {one.code}" for one in found]


FACTS = {
    "products": Fact("products", FactKind.MANY, Text("", ""), {"device": Text("", ""), "drug": Text("", "")}),
    "sterile": Fact("sterile", FactKind.YES_NO, Text("", "")),
}


@pytest.mark.parametrize("name", SHIPPED.ids())
def test_each_shipped_checklist_loads_clean(name: str) -> None:
    library, found = SHIPPED.load([name])
    assert [one for one in found if name in one.file or "practices" in one.file or "profile" in one.file] == []
    assert name in library.checklists


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("regulations/*.yaml")), ids=lambda path: path.stem)
def test_each_shipped_regulation_loads_clean(path: Path) -> None:
    regulation, found = read_regulation(path.read_bytes(), str(path), SHIPPED.facts())
    assert found == []
    assert regulation is not None


def test_a_small_shelf_loads_clean(tmp_path: Path) -> None:
    made = folder(
        tmp_path,
        one=checklist("one", row(), row("slug", "        applies_when: {sterile: true, not: {products: [drug]}}\n")),
    )
    library, found = Shelf(shipped=made).load()
    assert found == []
    requirement = library.requirement("one/slug")
    assert requirement is not None
    assert requirement.chapter == "one/1"
    assert requirement.applies_when == Condition(
        (("sterile", frozenset({"true"})),), Condition((("products", frozenset({"drug"})),))
    )
    assert library.requirement("one/4.10") is not None
    assert library.section("law/4.10") is not None
    assert set(library.sources) == {"one", "profile", "practices"}


BROKEN: dict[str, tuple[str, list[str]]] = {
    "criticality": (row().replace("major", "high"), ["one:18:22 CR036"]),
    "one language": (row().replace("title: {es: a, en: b}", "title: {es: a}"), ["one:14:16 CR031"]),
    "plain title": (row().replace("title: {es: a, en: b}", "title: a"), ["one:14:16 CR032"]),
    "lists differ": (row().replace("evidence: {es: [a]", "evidence: {es: [a, c]"), ["one:16:19 CR046"]),
    "missing": (row().replace("        practice: capa\n", ""), ["one:12:9 CR031"]),
    "unknown key": (row(more="        practise: x\n"), ["one:20:9 CR030"]),
    "own key": (row(more="        x-mine: x\n"), []),
    "repeated id": (row() + row(), ["one:20:13 CR102"]),
    "bad id": (row("a b"), ["one:12:13 CR048"]),
    "unknown practice": (row().replace("capa", "kapa"), ["one:19:19 CR106"]),
    "unknown section": (row().replace("law/1", "law/11"), ["one:13:17 CR107"]),
    "unknown regulation": (row().replace("law/1", "lax/1"), ["one:13:17 CR108"]),
    "no cite": (row().replace("law/1", "law"), ["one:13:17 CR117"]),
    "empty cites": (row().replace('"law/1"', ""), ["one:13:16 CR043"]),
    "unknown fact": (row(more="        applies_when: {steril: [true]}\n"), ["one:20:24 CR109"]),
    "unknown value": (row(more="        applies_when: {products: [devise]}\n"), ["one:20:35 CR110"]),
    "value of a not": (row(more="        applies_when: {not: {sterile: [yes]}}\n"), ["one:20:40 CR110"]),
    "unknown met_by": (row(more="        met_by: [one/9]\n"), ["one:20:18 CR105"]),
    "met by itself": (row(more="        met_by: [one/4.10]\n"), ["one:20:18 CR115"]),
    "yes": (row(more="        product_risk: yes\n"), ["one:20:23 CR037"]),
    "reversed": (row(more="        in_force: {from: 2027-01-01, until: 2026-01-01}\n"), ["one:20:19 CR045"]),
}


@pytest.mark.parametrize(("rows", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_fault_in_a_requirement_has_its_place(tmp_path: Path, rows: str, expected: list[str]) -> None:
    assert told(Shelf(shipped=folder(tmp_path, one=checklist("one", rows)))) == expected


TOPS: dict[str, tuple[str, list[str]]] = {
    "unknown checklist": ("includes: [{checklist: twoo}]\n", ["one:8:24 CR104"]),
    "unknown only": ('includes: [{checklist: two, only: ["9"]}]\n', ["one:8:36 CR105"]),
    "cites not in only": ('includes: [{checklist: two, only: ["4.10"], cites: {"9": [law/1]}}]\n', ["one:8:53 CR114"]),
    "cites unknown": ('includes: [{checklist: two, cites: {"9": [law/1]}}]\n', ["one:8:37 CR105"]),
    "retired in use": ('retired: {"4.10": "7"}\n', ["one:8:11 CR113", "one:8:19 CR112"]),
    "retired": ('retired: {"4.9": "4.10", "4.8": "4.9", "4.7": two/4.10}\n', []),
    "outcome": ("outcome_models: [n19, n20]\n", ["one:8:23 CR036"]),
    "target's condition": ("applies_when: {product: [device]}\n", ["one:8:16 CR109"]),
}


@pytest.mark.parametrize(("top", "expected"), TOPS.values(), ids=TOPS)
def test_a_fault_in_the_head_has_its_place(tmp_path: Path, top: str, expected: list[str]) -> None:
    made = folder(tmp_path, one=checklist("one", row(), top=top), two=checklist("two", row()))
    assert told(Shelf(shipped=made), "one") == expected


def test_the_id_is_the_files_name(tmp_path: Path) -> None:
    assert told(Shelf(shipped=folder(tmp_path, one=checklist("two", row())))) == ["one:2:5 CR101"]


def test_circles_of_includes_are_told_once(tmp_path: Path) -> None:
    made = folder(
        tmp_path,
        one=checklist("one", row(), top="includes: [{checklist: two}]\n"),
        two=checklist("two", row(), top="includes: [{checklist: one}]\n"),
    )
    assert told(Shelf(shipped=made)) == ["one:8:24 CR111"]


def test_equal_duties_may_meet_each_other(tmp_path: Path) -> None:
    made = folder(
        tmp_path,
        one=checklist("one", row(more="        met_by: [two/4.10]\n")),
        two=checklist("two", row(more="        met_by: [one/4.10]\n")),
    )
    shelf = Shelf(shipped=made)
    assert told(shelf, "one") == []
    assert set(shelf.load(["one"])[0].checklists) == {"one", "two"}


def test_own_folders_override_by_id(tmp_path: Path) -> None:
    base = folder(tmp_path, one=checklist("one", row()), two=checklist("two", row()))
    own = tmp_path / "own"
    (own / "regulations").mkdir(parents=True)
    (own / "one.yaml").write_text(checklist("one", row("new")), encoding="utf-8")
    (own / "three.yaml").write_text(checklist("three", row().replace("law/1", "mine/1")), encoding="utf-8")
    (own / "regulations" / "mine.yaml").write_text(REGULATION.replace('"law"', '"mine"'), encoding="utf-8")
    (own / "practices.yaml").write_text(
        "certready: 1\npractices:\n" + PRACTICE.format("training", "capa"), encoding="utf-8"
    )
    (own / "profile.yaml").write_text(
        "certready: 1\nfacts:\n  - {id: extra, kind: yes-no, question: {es: a, en: b}, applies_when: {sterile: true}}\n"
    )
    shelf = Shelf([own], shipped=base)
    library, found = shelf.load()
    assert found == []
    assert shelf.ids() == ["one", "three", "two"]
    assert library.requirement("one/new") is not None
    assert library.requirement("one/4.10") is None
    assert list(library.facts) == ["products", "sterile", "extra"]
    assert list(library.book.practices) == ["capa", "training"]


def test_missing_folders_and_files_are_told(tmp_path: Path) -> None:
    assert told(Shelf([tmp_path / "none"], shipped=folder(tmp_path))) == ["none:1:1 CR116"]
    assert [line.split()[1] for line in told(Shelf(shipped=tmp_path / "gone"))] == ["CR116", "CR309", "CR309"]


def test_unknown_ids_are_left_out(tmp_path: Path) -> None:
    library, found = Shelf(shipped=folder(tmp_path, one=checklist("one", row()))).load(["none"])
    assert library.checklists == {}
    assert found == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("owner: quality", "owner: qualiti", ["CR216"]),
        ("by: {quality: 1}", "by: {quality: 0.5}", ["CR304"] * 3),
        ("low: 1, likely: 2", "low: 5, likely: 2", ["CR047"] * 6),
        ("currency: MXN", "currency: pesos", ["CR219"] * 3),
        ("from: absent", "from: informal", ["CR305"]),
        ("after: []", "after: [nothing]", ["CR302"]),
        ("after: []", "after: [capa]", ["CR303"]),
        ("effort: {low: 1", "effort: {low: .nan", ["CR039"] * 3),
    ],
)
def test_a_fault_in_practices_is_found(old: str, new: str, expected: list[str]) -> None:
    text = PRACTICES.replace(old, new)
    assert text != PRACTICES
    _, found = read_practices(text.encode(), "practices.yaml")
    assert [one.code for one in found] == expected


def test_a_circle_of_practices_is_told_once() -> None:
    text = PRACTICES.replace("after: []", "after: [b]") + PRACTICE.format("b", "c") + PRACTICE.format("c", "capa")
    _, found = read_practices(text.encode(), "practices.yaml")
    assert [one.code for one in found] == ["CR303"]
    assert "capa → b → c → capa" in found[0].message.en


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: many", "kind: several", ["CR036"]),
        ("id: sterile", "id: products", ["CR301"]),
        ("    options: {device: {es: a, en: b}, drug: {es: c, en: d}}\n", "", ["CR306", "CR110"]),
        ("kind: yes-no", "kind: yes-no\n    options: {a: {es: b, en: c}}", ["CR307"]),
        ("products: [device]", "product: [device]", ["CR109"]),
    ],
)
def test_a_fault_in_the_profile_is_found(old: str, new: str, expected: list[str]) -> None:
    text = PROFILE.replace(old, new)
    assert text != PROFILE
    _, found = read_profile(text.encode(), "profile.yaml")
    assert [one.code for one in found] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"4.10"', '"1"', ["CR301"]),
        ('parent: "1"', 'parent: "2"', ["CR308"]),
        ("basis: text", "basis: seen", ["CR036"]),
        ('"law"', '"low"', ["CR101"]),
    ],
)
def test_a_fault_in_a_regulation_is_found(old: str, new: str, expected: list[str]) -> None:
    _, found = read_regulation(REGULATION.replace(old, new).encode(), "regulations/law.yaml", FACTS)
    assert [one.code for one in found] == expected


def test_a_checklist_is_read_by_itself() -> None:
    found, faulty = read_checklist(checklist("one", row(more="        met_by: [two/9]\n")).encode(), "one.yaml", FACTS)
    assert not has_faults(faulty)
    assert found is not None
    assert next(found.requirements()).met_by == ("two/9",)
