"""The schemas that editors use and the reader agree, as far as a schema can say it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certready.diagnostics import has_faults
from certready.loading.schemas import schema_names, schema_text
from certready.loading.shelf import Shelf, shipped_folder
from certready.loading.source import Mapping, Node, Scalar, parse
from certready.loading.suppliers import read_supplier_bytes

NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
CORE = {"true": True, "false": False}


def as_editor(node: Node) -> Any:
    """The tree as an editor's YAML 1.2 reader sees it."""
    if isinstance(node, Scalar):
        if node.quoted:
            return node.text
        if node.is_null:
            return None
        if NUMBER.fullmatch(node.text):
            return json.loads(node.text)
        return CORE.get(node.text, node.text)
    if isinstance(node, Mapping):
        return {key: as_editor(value) for key, (_, value) in node.entries.items()}
    return [as_editor(item) for item in node.items]


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(schema_text(name))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))


SHELF = Shelf()
SUPPLIER = validator("supplier")
SHIPPED = shipped_folder()
KIND = {"profile": "profile", "practices": "practices", "fees": "fees"}
SHIPPED_FILES = [
    *((path, KIND.get(path.stem, "checklist")) for path in sorted(SHIPPED.glob("*.yaml")) if path.stem != "holidays"),
    *((path, "regulation") for path in sorted(SHIPPED.glob("regulations/*.yaml"))),
]


def test_every_schema_is_a_schema() -> None:
    assert schema_names() == ["checklist", "fees", "practices", "profile", "regulation", "supplier"]
    for name in schema_names():
        jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(name)))
    with pytest.raises(KeyError):
        schema_text("../faults")


@pytest.mark.parametrize(("path", "kind"), SHIPPED_FILES, ids=lambda value: getattr(value, "stem", value))
def test_every_shipped_file_meets_its_schema(path: Path, kind: str) -> None:
    root, found = parse(path.read_bytes(), str(path))
    assert not found
    assert root is not None
    errors = [f"{list(error.path)}: {error.message[:200]}" for error in validator(kind).iter_errors(as_editor(root))]
    assert errors == []


GOOD: dict[str, Any] = {
    "certready": 1,
    "language": "es",
    "supplier": {"name": "Ñ", "employees": 48, "contact": {"email": "a@b.mx"}, "share": {"cohort": True}},
    "profile": {
        "products": ["device"],
        "sterile": True,
        "certificates": [{"scheme": "iso-9001", "until": "2027-05-31"}],
    },
    "targets": ["iso-13485"],
    "assessed": {"on": "2026-11-21", "by": "L"},
    "documents": {"P-1": {"title": "t", "revision": 3, "date": "2026-02-10"}},
    "answers": {
        "iso-13485/7.5.6": {
            "level": "implemented",
            "evidence": [{"kind": "document", "ref": "P-1"}],
            "repeat": False,
            "on": "2026-11-20",
        },
        "iso-13485/7.5.2": "absent",
        "iso-13485/7.5.3": {"level": "not-applicable", "reason": "no"},
    },
    "plan": {
        "start": "2027-01-04",
        "budget_mxn": 600000,
        "ready_by": "2027-09-30",
        "team": {"quality": 1.5},
        "shutdowns": [{"from": "2026-12-21", "to": "2027-01-02"}],
        "fx": {"USD": 18.5, "on": "2026-11-20"},
        "progress": {"document-control": {"state": "done"}},
    },
}
JUNK = [
    None,
    "",
    "x",
    "true",
    True,
    0,
    -1,
    1.5,
    [],
    {},
    ["x"],
    {"x": 1},
    {"x-own": 1},
    "2026-02-30",
    "2026-02-28",
    "absent",
    "not-applicable",
    10**13,
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, item in value.items():
            found += places(item, (*path, key))
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            found += places(item, (*path, rank))
    return found


def changed(path: tuple[Any, ...], how: str, junk: Any) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(GOOD))
    holder: Any = copy
    for step in path[:-1]:
        holder = holder[step]
    match how:
        case "drop":
            del holder[path[-1]]
        case "junk":
            holder[path[-1]] = junk
        case _ if isinstance(holder, dict):
            holder["unheard"] = junk
        case _:
            holder.append(junk)
    return copy


BEYOND = {"CR201", "CR202", "CR205", "CR206", "CR208", "CR213", "CR214", "CR216", "CR217", "CR045", "CR042"}
"""What no schema can know: the library, other parts of the file."""


def test_the_good_file_is_good() -> None:
    reading = read_supplier_bytes(json.dumps(GOOD).encode(), "f", SHELF, regulations=False)
    assert not has_faults(reading.diagnostics)
    assert list(SUPPLIER.iter_errors(GOOD)) == []


@settings(max_examples=700, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(places(GOOD)), how=st.sampled_from(["drop", "junk", "add"]), junk=st.sampled_from(JUNK))
def test_reader_and_schema_agree(path: tuple[Any, ...], how: str, junk: Any) -> None:
    value = changed(path, how, junk)
    reading = read_supplier_bytes(json.dumps(value, ensure_ascii=False).encode(), "f", SHELF, regulations=False)
    codes = {row.code for row in reading.diagnostics if has_faults([row])}
    errors = [error.message for error in SUPPLIER.iter_errors(value)]
    in_profile = path[0] == "profile" and (len(path) > 1 or how == "junk")  # kinds of facts come from profile.yaml
    if codes - BEYOND and not in_profile:
        assert errors, codes
    if errors:
        assert codes, errors
