"""Writing back touches nothing but what it is about."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certready.loading.encoding import UNWANTED, Decoded
from certready.loading.rendering import Value, as_read, quoted
from certready.loading.source import parse, plain
from certready.loading.writing import SupplierFile

ANSWERS = ("answers", "iso-13485/7.5.6")

BASES = [path.read_bytes().decode() for path in sorted((Path(__file__).parent / "bases").glob("*.yaml"))]
BASES += [base.replace("\n", "\r\n") for base in BASES]

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda word: not UNWANTED.search(word.replace("\r\n", "\n")) and word.strip()
) | st.sampled_from(
    [
        "no",
        "4.10",
        "true",
        "null",
        "~",
        "2026-01-01",
        "a: b",
        "a #b",
        "#x",
        "- a",
        "'q'",
        '"q"',
        "a\\b",
        "uno\ndos",
        "@x",
        "%x",
        "*x",
        "&x",
        "!x",
        "[x",
        "{x}",
        "|",
        ">",
        "?",
        "? x",
        "...",
        "---",
        "<<",
        "=",
        ",",
        ": ",
        "x:",
        "«ñ»",
        "1e5",
        "0x1F",
        "é:í",
        "a,b",
        "¿Qué?",
        " a",
        "a ",
        "\ta",
    ]
)
scalars: st.SearchStrategy[Value] = (
    texts
    | st.booleans()
    | st.integers(0, 10**9)
    | st.dates(date(2000, 1, 1))
    | st.floats(0, 1e6).map(lambda value: round(value, 3))
)
keys = texts | st.sampled_from(["level", "note", "evidence", "x-mark"])
values: st.SearchStrategy[Value] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=6
)
evidence: st.SearchStrategy[Any] = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["record", "document"])}, optional={"title": texts, "date": st.dates()}
    ),
    min_size=1,
    max_size=3,
)
whole_answer: dict[str, st.SearchStrategy[Any]] = {"level": st.sampled_from(["implemented", "documented"])}
more_of_it: dict[str, st.SearchStrategy[Any]] = {"note": texts, "evidence": evidence, "repeat": st.booleans()}
answers = st.sampled_from(["absent", "unknown"]) | st.fixed_dictionaries(whole_answer, optional=more_of_it)
paths = st.sampled_from(
    [
        ANSWERS,
        (*ANSWERS, "note"),
        (*ANSWERS, "level"),
        (*ANSWERS, "evidence"),
        ("answers", "iso-13485/4.2.4"),
        ("answers", "x/new"),
        ("answers", "iso-13485/8.2.1", "note"),
        ("plan", "start"),
        ("plan", "team", "quality"),
        ("supplier", "contact", "name"),
        ("targets",),
        ("supplier", "name"),
        (*ANSWERS, "evidence", 0),
        (*ANSWERS, "evidence", 0, "title"),
        ("answers", "iso-13485/8.2.1"),
        ("documents",),
    ]
)


def opened(text: str) -> SupplierFile:
    return SupplierFile(Path("x.yaml"), Decoded(text, "utf-8", b""), text.encode())


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:(?<=\s)|^)#[^\r\n]*", text, re.MULTILINE))


def can_stand(file: SupplierFile, path: tuple[str | int, ...]) -> bool:
    """A path through a text leads nowhere."""
    for depth in range(1, len(path)):
        found = file.get(path[:depth])
        if isinstance(found, str) and not (path[0] == "answers" and depth == 2 and isinstance(path[depth], str)):
            return False
        if isinstance(found, list) != isinstance(path[depth], int) and found is not None:
            return False
    return True


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(
    base=st.sampled_from(BASES),
    steps=st.lists(st.tuples(paths, values | answers, st.booleans()), min_size=1, max_size=6),
)
def test_what_is_put_reads_back_and_the_rest_stays(
    base: str, steps: list[tuple[tuple[str | int, ...], Value, bool]]
) -> None:
    file = opened(base)
    for path, value, removes in steps:
        before = file.text
        if removes:
            file.remove(path)
        elif can_stand(file, path):
            file.put(path, value)  # raises NotAsMeant when it would not read back
        for comment in comments(before):
            if "\\" not in comment and '"' not in comment:
                assert comment in file.text
        assert ("\r\n" in base) == ("\r\n" in file.text)
        assert "\n" not in file.text.replace("\r\n", "") or "\r\n" not in base


@given(word=texts)
def test_any_text_reads_back_as_itself(word: str) -> None:
    root, found = parse(f"a: {quoted(word)}\n? b\n".replace("? b\n", "").encode(), "f")
    assert not found
    assert root is not None
    assert plain(root) == {"a": as_read(word)}
