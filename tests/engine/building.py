"""From the dict form of the files (as YAML gives it) to the nouns of the model, without the loaders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from certready.model import (
    ALWAYS,
    Answer,
    Certificate,
    Chapter,
    Checklist,
    Condition,
    Criticality,
    Document,
    Evidence,
    EvidenceKind,
    Impact,
    Inclusion,
    Level,
    Library,
    OutcomeModel,
    Period,
    PracticeBook,
    Profile,
    Requirement,
    Supplier,
    System,
    Text,
    Texts,
)

Dict = dict[str, Any]

TODAY = date(2026, 11, 21)


def both(word: str) -> Text:
    """The same word as both languages."""
    return Text(es=word, en=word)


def library(checklists: Iterable[Mapping[str, Any]], book: PracticeBook | None = None) -> Library:
    """A library of these checklists."""
    return Library(checklists={one["id"]: checklist(one) for one in checklists}, book=book or PracticeBook())


def checklist(given: Mapping[str, Any]) -> Checklist:
    """A checklist from its dict form."""
    name = given["id"]
    return Checklist(
        id=name,
        authority="",
        title=both(name),
        certificate=both(name),
        edition="",
        as_of=TODAY,
        includes=tuple(_inclusion(part) for part in given.get("includes", [])),
        applies_when=condition(given.get("applies_when")),
        outcome_models=tuple(OutcomeModel(model) for model in given.get("outcome_models", [])),
        chapters=tuple(_chapter(part, name) for part in given.get("chapters", [])),
    )


def _inclusion(given: Mapping[str, Any]) -> Inclusion:
    name, only = given["checklist"], given.get("only")
    return Inclusion(
        name,
        None if only is None else tuple(_full(key, name) for key in only),
        {_full(key, name): tuple(cites) for key, cites in given.get("cites", {}).items()},
    )


def _chapter(given: Mapping[str, Any], name: str) -> Chapter:
    full = f"{name}/{given['id']}"
    rows = tuple(requirement(row, name, full) for row in given.get("requirements", []))
    return Chapter(full, both(full), rows)


def _full(key: str, name: str) -> str:
    return key if "/" in key else f"{name}/{key}"


def requirement(given: Mapping[str, Any], name: str, chapter: str) -> Requirement:
    """A requirement from its dict form."""
    full = f"{name}/{given['id']}"
    return Requirement(
        id=full,
        chapter=chapter,
        cites=tuple(given.get("cites", [])),
        title=both(full),
        question=both(full),
        evidence=Texts(),
        pitfalls=Texts(),
        criticality=Criticality(given["criticality"]),
        practice=given.get("practice", "practice"),
        product_risk=given.get("product_risk", False),
        documented_procedure=given.get("documented_procedure", False),
        na_allowed=given.get("na_allowed", True),
        in_force=_period(given.get("in_force", {})),
        applies_when=condition(given.get("applies_when")),
        met_by=tuple(_full(key, name) for key in given.get("met_by", [])),
        see_also=tuple(_full(key, name) for key in given.get("see_also", [])),
        nc_impact=Impact(given["nc_impact"]) if given.get("nc_impact") else None,
        oai_trigger=given.get("oai_trigger", False),
        system=System(given["system"]) if given.get("system") else None,
    )


def _period(given: Mapping[str, date]) -> Period:
    return Period(given.get("from"), given.get("until"))


def condition(given: Mapping[str, Any] | None) -> Condition:
    """A condition from its dict form."""
    if given is None:
        return ALWAYS
    facts = tuple((fact, frozenset(_words(values))) for fact, values in given.items() if fact != "not")
    return Condition(facts, condition(given["not"]) if "not" in given else None)


def _words(values: object) -> tuple[str, ...]:
    if isinstance(values, bool):
        return ("true" if values else "false",)
    if isinstance(values, list):
        return tuple(word for value in values for word in _words(value))
    return (str(values),)


def profile(given: Mapping[str, Any]) -> Profile:
    """A profile from its dict form."""
    held = given.get("certificates")
    return Profile(
        facts={key: _words(value) for key, value in given.items() if key != "certificates"},
        certificates=None if held is None else tuple(Certificate(one["scheme"], one.get("until")) for one in held),
    )


def answer(given: str | Mapping[str, Any]) -> Answer:
    """An answer from its short or long form."""
    if isinstance(given, str):
        return Answer(Level(given), reason="not done here" if given == "not-applicable" else "")
    return Answer(
        level=Level(given["level"]),
        evidence=tuple(
            Evidence(EvidenceKind(one["kind"]), ref=one.get("ref"), expires=one.get("expires"))
            for one in given.get("evidence", [])
        ),
        reason=given.get("reason", ""),
        repeat=given.get("repeat", False),
        released=given.get("released", False),
    )


def supplier(
    targets: Iterable[str],
    answers: Mapping[str, str | Mapping[str, Any]],
    given_profile: Mapping[str, Any] | None = None,
    documents: Mapping[str, Mapping[str, Any]] | None = None,
) -> Supplier:
    """A supplier from the dict form of its file."""
    return Supplier(
        name="Plant",
        profile=profile(given_profile or {}),
        targets=tuple(targets),
        answers={key: answer(one) for key, one in answers.items()},
        documents={ref: Document(ref, expires=one.get("expires")) for ref, one in (documents or {}).items()},
    )
