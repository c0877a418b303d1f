"""`applies_when` maps: which facts must match for something to bind."""

from __future__ import annotations

from collections.abc import Mapping as MappingType

from certready.loading import faults
from certready.loading.fields import Fields, is_nothing, words
from certready.loading.report import Report
from certready.loading.source import Mapping, Node
from certready.model import ALWAYS, Condition, Fact, FactKind

Facts = MappingType[str, Fact]

YES_NO = ("true", "false")


def options(fact: Fact) -> tuple[str, ...]:
    """The values that a condition may ask of a fact."""
    return YES_NO if fact.kind is FactKind.YES_NO else tuple(fact.options)


def condition(fields: Fields, facts: Facts) -> Condition:
    """What `applies_when` says in this map; always when it says nothing."""
    node = fields.get("applies_when")
    if node is None or is_nothing(node):
        return ALWAYS
    return read_condition(fields.report, node, facts)


def read_condition(report: Report, node: Node, facts: Facts) -> Condition:
    """A map fact: values, with `not` around what must not match."""
    if type(node) is not Mapping:
        report.add(faults.NOT_A_MAP, node, key="applies_when")
        return ALWAYS
    matches: list[tuple[str, frozenset[str]]] = []
    inverted: Condition | None = None
    for name, (place, value) in node.entries.items():
        if name == "not":
            inverted = read_condition(report, value, facts)
            continue
        fact = facts.get(name)
        if fact is None:
            report.unknown(faults.UNKNOWN_FACT, place, name, facts)
            continue
        matches.append((name, _values(report, value, fact)))
    return Condition(tuple(matches), inverted)


def _values(report: Report, node: Node, fact: Fact) -> frozenset[str]:
    known = options(fact)
    found = words(report, node, fact.id, lone=True)
    for word in found:
        if word.text not in known:
            report.unknown(faults.UNKNOWN_OPTION, word, word.text, known, fact=fact.id)
    if not found and not is_nothing(node):
        report.add(faults.EMPTY_LIST, node, key=fact.id)
    return frozenset(word.text for word in found)
