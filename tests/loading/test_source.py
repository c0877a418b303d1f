"""Hostile and broken input: refused with a place and a cure, at once, in bounded time and memory."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Callable

import pytest
import yaml

from certready.loading import faults, source
from certready.loading.rule import Rule
from certready.loading.source import Mapping, Scalar, parse, plain
from certready.model import Language


def told(data: bytes | str) -> list[str]:
    _, found = parse(data.encode() if isinstance(data, str) else data, "f")
    return [f"{row.line}:{row.column} {row.code}" for row in found]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    return lambda parser: monkeypatch.setattr(source, "_parser", parser)


CASES: dict[str, tuple[str | bytes, list[str]]] = {
    "empty": ("", ["1:1 CR004"]),
    "only a comment": ("# nothing\n", ["1:1 CR004"]),
    "only dashes": ("---\n", ["1:1 CR004"]),
    "two documents": ("a: 1\n---\nb: 2\n", ["2:1 CR012"]),
    "repeated keys": ("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", ["4:3 CR007", "5:1 CR007"]),
    "repeated key, quoted": ('a: 1\n"a": 2\n', ["2:1 CR007"]),
    "anchor and alias": ("a: &x 1\nb: *x\n", ["1:4 CR008", "2:4 CR009"]),
    "anchor on a map": ("a: &x\n  b: 1\n", ["1:4 CR008"]),
    "alias bomb": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        ["1:4 CR008", "2:4 CR008", "2:8 CR009", "2:12 CR009", "3:5 CR009", "3:9 CR009"],
    ),
    "cycle": ("&a [*a]\n", ["1:1 CR008", "1:5 CR009"]),
    "merge key": ("a:\n  <<: {b: 1}\n", ["2:3 CR011"]),
    "tags": ("a: !!python/object:os.system x\nb: !foo [1]\n", ["1:4 CR010", "2:4 CR010"]),
    "tag directive": ("%TAG ! tag:x,2000:\n---\na: 1\n", ["1:1 CR010"]),
    "deep flow": ("[" * 100_000, ["1:33 CR013"]),
    "deep block": ("- " * 40 + "x", ["1:65 CR013"]),
    "key is a map": ("{{a: b}: c}", ["1:2 CR018"]),
    "key is a list": ("? [1]\n: 2\n", ["1:3 CR018"]),
    "no key": ('"": x\n', ["1:1 CR021"]),
    "NUL": (b"a: x\x00y\n", ["1:5 CR014"]),
    "escape": (b"a: 1\nb: x\x1b[31m\n", ["2:5 CR014"]),
    "two controls": (b"a: \x01\nb: \x02\n", ["1:4 CR014", "2:4 CR014"]),
    "right-to-left": ("a: x\u202ey\n", ["1:5 CR014"]),
    "C1": ("a: \x9b31m\n", ["1:4 CR014"]),
    "from Word": ("a: x\u2028y\nb: x\u2029y\nc: x\x85y\n", ["1:5 CR015", "2:5 CR015", "3:5 CR015"]),
    "escaped escape": ('a: "\\x1b[31m"\n', ["1:4 CR016"]),
    "escaped NUL": ('a: "x\\0"\n', ["1:4 CR016"]),
    "escaped direction": ('a: "\\u202e"\n', ["1:4 CR016"]),
    "escaped CR": ('a: "\\r"\n', ["1:4 CR016"]),
    "long text": ("a: " + "x" * 20_001, ["1:4 CR017"]),
    "tab": ("a:\n\tb: 1\n", ["2:1 CR006"]),
    "tab after a value": ("a:\n  b: 1\n\tc: 2\n", ["3:1 CR006"]),
    "colon in a text": ("a: x: y\n", ["1:5 CR005"]),
    "indentation": ("a:\n  b: 1\n c: 2\n", ["3:2 CR005"]),
    "no colon": ("a: 1\nfoo\nb: 2\n", ["3:1 CR005"]),
    "after the end": ("a: 1\n...\nb: 2\n", ["3:1 CR005"]),
    "another version": ("%YAML 2.0\n---\na: 1\n", ["1:1 CR005"]),
    "open quote": ('a: 1\nb: "x\nc: 2\n', ["2:4 CR005"]),
    "open bracket": ("a: 1\nb: [1, 2\nc: 3\n", ["2:4 CR005"]),
    "open brace": ("a: {b: 1\n", ["1:4 CR005"]),
    "at sign": ("a: @x\n", ["1:4 CR005"]),
    "star": ("a: *\n", ["1:5 CR005"]),
    "dash": ("a: - b\n", ["1:4 CR005"]),
    "latin-1": ("a: 1\nb: año\n".encode("cp1252"), ["2:5 CR003"]),
    "cut UTF-8": ("a: ñ".encode()[:-1], ["1:4 CR003"]),
    "UTF-16 without mark": ("a: 1\n".encode("utf-16-le"), ["1:1 CR003"]),
    "UTF-32": ("a: 1\n".encode("utf-32"), ["1:1 CR003"]),
    "too large": (b"a" * 5_000_001, ["1:1 CR002"]),
}


@pytest.mark.parametrize(("data", "expected"), CASES.values(), ids=CASES)
def test_is_refused_with_its_place(data: str | bytes, expected: list[str]) -> None:
    started = time.perf_counter()
    assert told(data) == expected
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(("data", "expected"), CASES.values(), ids=CASES)
def test_the_pure_parser_refuses_the_same(
    data: str | bytes, expected: list[str], use: Callable[[object], None]
) -> None:
    use(yaml.BaseLoader)
    assert [row.split()[1] for row in told(data)] == [row.split()[1] for row in expected]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "Windows-1252"), ("cp850", "CP850"), ("mac-roman", "Mac Roman"), ("utf-16-be", "UTF-16")],
)
def test_names_the_likely_encoding(encoding: str, name: str) -> None:
    _, found = parse("nombre: Catéteres, señalización y producción: ¿está aquí?".encode(encoding), "f")
    assert name in found[0].message.en


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_accepts_marks_and_line_ends(encoding: str, eol: str) -> None:
    root, found = parse(f"añ: é{eol}b:{eol}  c: 1{eol}".encode(encoding), "f")
    assert not found
    assert root is not None
    assert plain(root) == {"añ": "é", "b": {"c": "1"}}
    assert root.column == 1


def test_text_stays_as_written() -> None:
    written = [
        "no",
        "yes",
        "on",
        "4.10",
        "0123",
        "10:30",
        "1_000",
        "1e3",
        "12E5",
        "2026-13-45",
        ".inf",
        "=",
        "9" * 5000,
    ]
    root, found = parse("".join(f"- {word}\n" for word in written).encode(), "f")
    assert not found
    assert root is not None
    assert plain(root) == written


def test_nodes_know_their_place() -> None:
    text = 'a: 1\nb:\n  - "x"\n  - {ñ: y}\n'
    root, _ = parse(text.encode(), "f")
    assert isinstance(root, Mapping)
    key, value = root.entries["b"]
    assert (key.line, key.column, value.line, value.column) == (2, 1, 3, 3)
    assert not isinstance(value, Scalar)
    quoted = value.items[0] if isinstance(value, source.Sequence) else None
    assert isinstance(quoted, Scalar)
    assert quoted.quoted
    assert text[quoted.start : quoted.end] == '"x"'


def test_very_many_values_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert source.MAX_VALUES == 300_000
    monkeypatch.setattr(source, "MAX_VALUES", 15_000)  # tracing memory makes it slow
    data = b"[" + b"a," * 120_000 + b"]"
    tracemalloc.start()
    try:
        assert told(data) == ["1:30000 CR019"]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_controls_after_very_many_lines_are_found_at_once() -> None:
    started = time.perf_counter()
    found = told(b"a: b\r\n" * 700_000 + b"\x01" * 200)
    assert found[0] == "700001:1 CR014"
    assert found[99] == "700001:100 CR014"
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("problem", [name for name, (_, codes) in CASES.items() if codes[0].endswith("CR005")])
def test_the_parsers_complaints_are_told_in_spanish(problem: str) -> None:
    data, _ = CASES[problem]
    _, found = parse(data.encode() if isinstance(data, str) else data, "f")
    assert not re.search(r"\b(expected|found|not|the)\b", found[0].message.to(Language.ES))
    assert found[0].hint is not None


def test_a_tag_is_told_as_it_was_written() -> None:
    _, found = parse(b"a: !!str x\n", "f")
    assert "!!str" in found[0].message.en


def test_very_many_faults_are_bounded() -> None:
    found = told("a: 1\n" * 50_000)
    assert len(found) == 1001
    assert found[-1].endswith("CR020")


RULES = {name: rule for name, rule in vars(faults).items() if isinstance(rule, Rule)}


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"CR\d{3}", code) for code in codes)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_both_languages_say_the_same(rule: Rule) -> None:
    for text in (rule.message, rule.hint):
        if text is not None:
            assert text.es
            assert text.en
            assert text.es != text.en
            assert sorted(re.findall(r"{\w+}", text.es)) == sorted(re.findall(r"{\w+}", text.en))


def test_a_syntax_fault_is_told_in_both_languages() -> None:
    _, found = parse(b"a: x: y\n", "f.yaml")
    assert found[0].render(Language.ES).startswith("f.yaml:1:5: CR005 No es YAML válido: dos puntos")
    assert found[0].hint is not None
