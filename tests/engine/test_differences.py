"""Two editions of a checklist, and what becomes of answers given before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from certready.differences import Aspect, asked_ids, aspects, compare, consequences
from certready.model import (
    Chapter,
    Checklist,
    Condition,
    Criticality,
    Inclusion,
    Level,
    Period,
    Requirement,
    Text,
    Texts,
)

BOTH = Text(es="a", en="b")


def requirement(full_id: str) -> Requirement:
    return Requirement(
        id=full_id,
        chapter=f"{full_id.partition('/')[0]}/1",
        cites=("law/1",),
        title=BOTH,
        question=BOTH,
        evidence=Texts(("a",), ("b",)),
        pitfalls=Texts(("a",), ("b",)),
        criticality=Criticality.MAJOR,
        practice="capa",
    )


def checklist(name: str, *rows: Requirement) -> Checklist:
    chapter = Chapter(f"{name}/1", BOTH, rows)
    return Checklist(name, "A", BOTH, BOTH, "1", date(2026, 11, 21), chapters=(chapter,))


A, B, C = (requirement(f"one/{name}") for name in "abc")
OTHER = Text(es="x", en="y")


@pytest.mark.parametrize(
    ("changes", "aspect"),
    [
        ({"question": OTHER}, Aspect.QUESTION),
        ({"applies_when": Condition((("sterile", frozenset({"true"})),))}, Aspect.APPLIES_WHEN),
        ({"criticality": Criticality.CRITICAL}, Aspect.CRITICALITY),
        ({"na_allowed": False}, Aspect.NA_ALLOWED),
        ({"in_force": Period(start=date(2027, 1, 1))}, Aspect.IN_FORCE),
        ({"cites": ("law/2",)}, Aspect.CITES),
        ({"title": OTHER}, Aspect.TITLE),
        ({"evidence": Texts(("c",), ("d",))}, Aspect.EVIDENCE),
        ({"pitfalls": Texts(("c",), ("d",))}, Aspect.PITFALLS),
        ({"practice": "training"}, Aspect.PRACTICE),
        ({"chapter": "one/2"}, Aspect.CHAPTER),
        ({"met_by": ("two/a",)}, Aspect.LINKS),
        ({"see_also": ("two/a",)}, Aspect.LINKS),
        ({"product_risk": True}, Aspect.FLAGS),
    ],
)
def test_what_changed_is_named(changes: dict[str, object], aspect: Aspect) -> None:
    assert aspects(A, replace(A, **changes)) == (aspect,)  # type: ignore[arg-type]


def test_order_is_no_change() -> None:
    first = Condition((("x", frozenset({"1"})), ("y", frozenset({"2"}))), Condition((("z", frozenset({"3"})),)))
    turned = Condition(tuple(reversed(first.facts)), first.inverted)
    assert (
        aspects(
            replace(A, applies_when=first, met_by=("p/1", "p/2")),
            replace(A, applies_when=turned, met_by=("p/2", "p/1")),
        )
        == ()
    )


def test_added_gone_retired_and_changed() -> None:
    old = {"one": checklist("one", A, B, C)}
    new = {
        "one": replace(
            checklist("one", replace(A, title=OTHER), requirement("one/d")),
            retired={"one/b": "one/b2", "one/b2": "one/d"},
        )
    }
    difference = compare(old, new)
    assert [row.id for row in difference.added] == ["one/d"]
    assert [row.id for row in difference.gone] == ["one/c"]
    assert [(row.old.id, row.successor) for row in difference.retired] == [("one/b", "one/d")]
    assert [(row.new.id, row.aspects) for row in difference.changed] == [("one/a", (Aspect.TITLE,))]


def test_the_same_edition_has_no_difference() -> None:
    one = {"one": checklist("one", A, B)}
    assert compare(one, one) == compare({}, {})


def including(*only: str) -> Checklist:
    return replace(checklist("two"), includes=(Inclusion("one", only or None),))


def test_what_is_included_counts_too() -> None:
    one = checklist("one", A, B, C)
    (borrowed,) = compare(
        {"one": one, "two": including("one/a", "one/b")}, {"one": one, "two": including("one/a", "one/c")}
    ).borrowed
    assert (borrowed.checklist, borrowed.included, borrowed.added, borrowed.gone) == (
        "two",
        "one",
        ("one/c",),
        ("one/b",),
    )
    (all_of_it,) = compare({"two": including("one/a")}, {"two": including()}).borrowed
    assert all_of_it.added == ("one/*",)


def test_asked_ids_follow_includes_and_stop_in_circles() -> None:
    one = replace(checklist("one", A, B), includes=(Inclusion("two"),))
    known = {"one": one, "two": including("one/a")}
    assert asked_ids(["two"], known) == {"one/a"}
    assert asked_ids(["one"], known) == {"one/a", "one/b"}
    assert asked_ids(["none"], known) == frozenset()


def test_what_becomes_of_answers() -> None:
    changed = replace(A, question=OTHER)
    strict = replace(requirement("one/na"), na_allowed=False)
    polished = replace(requirement("one/p"), evidence=Texts(("c",), ("d",)))
    old = {"one": checklist("one", A, B, C, requirement("one/na"), requirement("one/p"))}
    new = {
        "one": replace(
            checklist("one", changed, strict, polished, requirement("one/d"), requirement("one/e")),
            retired={"one/b": "one/d"},
        )
    }
    answers = {
        "one/a": Level.IMPLEMENTED,
        "one/b": Level.DOCUMENTED,
        "one/c": Level.ABSENT,
        "one/na": Level.NOT_APPLICABLE,
        "one/p": Level.EFFECTIVE,
        "other/x": Level.ABSENT,
    }
    effect = consequences(compare(old, new), answers, ["one"], old, new)
    assert effect.kept == ("one/p", "other/x")
    assert effect.again == {"one/a": (Aspect.QUESTION,), "one/na": (Aspect.NA_ALLOWED,)}
    assert effect.moved == {"one/b": "one/d"}
    assert effect.gone == ("one/c",)
    assert effect.new == ("one/e",)


def test_na_that_stays_allowed_is_kept_and_unknown_was_no_answer() -> None:
    old = {"one": checklist("one", A, B)}
    new = {"one": checklist("one", replace(A, na_allowed=False), replace(B, criticality=Criticality.MINOR))}
    answers = {"one/a": Level.IMPLEMENTED, "one/b": Level.UNKNOWN}
    effect = consequences(compare(old, new), answers, ["one"], old, new)
    assert effect.kept == ("one/a",)
    assert effect.again == {}


def test_answers_dropped_from_an_include_are_no_longer_asked() -> None:
    one = checklist("one", A, B)
    old, new = {"one": one, "two": including("one/a", "one/b")}, {"one": one, "two": including("one/b")}
    effect = consequences(compare(old, new), {"one/a": Level.ABSENT, "one/b": Level.ABSENT}, ["two"], old, new)
    assert (effect.kept, effect.gone) == (("one/b",), ("one/a",))
