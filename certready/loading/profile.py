"""profile.yaml: the questions about a plant whose answers decide which requirements bind."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import replace

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import LOCAL_ID
from certready.loading.conditions import Facts, condition, read_condition
from certready.loading.fields import Fields, as_fields, open_file
from certready.loading.rule import Place, shown
from certready.model import Condition, Fact, FactKind, Text

_ROOT = frozenset({"certready", "as_of", "facts"})
_FACT = frozenset({"id", "kind", "question", "options", "options_when", "applies_when"})
_WITH_OPTIONS = (FactKind.MANY, FactKind.ONE)


def read_profile(data: bytes, file: str, base: Facts | None = None) -> tuple[dict[str, Fact], list[Diagnostic]]:
    """The facts by id; those of the file replace those of the same id in `base`."""
    report, fields = open_file(data, file, _ROOT)
    facts: dict[str, Fact] = dict(base or {})
    if fields is None:
        return facts, in_file_order(report.found)
    fields.missing("facts")
    fields.date("as_of")
    rows = _facts(fields)
    facts.update({fact.id: fact for fact, _ in rows})
    for fact, row in rows:  # a condition may name a fact that comes later
        facts[fact.id] = replace(fact, applies_when=condition(row, facts), options_when=_options_when(row, fact, facts))
    return facts, in_file_order(report.found)


def _facts(fields: Fields) -> list[tuple[Fact, Fields]]:
    report = fields.report
    found: list[tuple[Fact, Fields]] = []
    places: dict[str, Place] = {}
    for node in fields.items("facts"):
        row = as_fields(report, node, "facts", _FACT)
        if row is None or row.missing("id", "kind"):
            continue
        name, place = row.text("id"), row.place("id")
        if name in places:
            report.add(faults.REPEATED_ID, place, word=shown(name), line=places[name].line)
            continue
        if not LOCAL_ID.fullmatch(name) or name == "not":
            report.add(faults.NOT_AN_ID, place, key="id", word=shown(name))
            continue
        places[name] = place
        found.append((_fact(row, name), row))
    return found


def _fact(row: Fields, name: str) -> Fact:
    kind = row.choice("kind", FactKind) or FactKind.ONE
    options = _options(row)
    if kind in _WITH_OPTIONS and not options:
        row.report.add(faults.NO_OPTIONS, row.node, word=shown(name))
    if kind is FactKind.YES_NO and options:
        row.report.add(faults.OPTIONS_UNUSED, row.place("options"))
    return Fact(name, kind, row.both("question"), options)


def _options_when(row: Fields, fact: Fact, facts: Facts) -> MappingType[str, Condition]:
    fields = row.fields("options_when", None)
    found = {}
    for key, place, node in fields.own() if fields is not None else ():
        if key not in fact.options:
            row.report.unknown(faults.UNKNOWN_OPTION, place, key, fact.options, fact=fact.id)
            continue
        found[key] = read_condition(row.report, node, facts)
    return found


def _options(row: Fields) -> MappingType[str, Text]:
    fields = row.fields("options", None)
    return {} if fields is None else {key: fields.both(key) for key, _, _ in fields.own()}
