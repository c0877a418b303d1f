"""Lints of `applies_when`: whether it can ever hold, and binds only plants that can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from certready.lints import NARROW_FACT, Finding, Path
from certready.model import ALWAYS, Condition, Fact, FactKind, Text

Facts = Mapping[str, Fact]

_ONE_VALUE = {FactKind.ONE, FactKind.YES_NO}
_YES_NO = frozenset({"true", "false"})
_STANDS_FOR = {"products": "roles", "roles": "products"}
"""A plant's role says what it handles: a condition that names one of the two is broad enough."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """One fact must (or must not) have one of some values."""

    fact: str
    values: frozenset[str]
    wanted: bool


def contradiction(conditions: Iterable[Condition], facts: Facts) -> str | None:
    """The fact on which conditions that must all hold contradict each other, or None when some plant meets them.

    A fact with many values may have several at once, so only what is excluded outright contradicts. A condition that
    asks for a fact asks too for what makes that fact be asked at all.
    """
    clash: str | None = None
    for ways in product(*(_ways(condition, wanted=True) for condition in conditions)):
        wishes = _with_grounds([wish for way in ways for wish in way], facts)
        clash = _clash(wishes, facts)
        if clash is None:
            return None
    return clash


def _ways(condition: Condition, *, wanted: bool) -> list[tuple[_Wish, ...]]:
    """The ways in which a condition comes out as wanted, each a list of wishes that must all come true."""
    if wanted:
        own = tuple(_Wish(fact, values, wanted=True) for fact, values in condition.facts if values)
        if condition.inverted is None:
            return [own]
        return [(*own, *way) for way in _ways(condition.inverted, wanted=False)]
    ways: list[tuple[_Wish, ...]] = [(_Wish(fact, values, wanted=False),) for fact, values in condition.facts if values]
    if condition.inverted is not None:
        ways += _ways(condition.inverted, wanted=True)
    return ways or [()]


def _with_grounds(wishes: list[_Wish], facts: Facts) -> list[_Wish]:
    """The wishes, and those of the facts that they rest on; a fact of the profile that forks is left at that."""
    found = list(wishes)
    seen: set[str] = set()
    for wish in found:  # grows while it is walked
        fact = facts.get(wish.fact)
        if fact is None or not wish.wanted or wish.fact in seen:
            continue
        seen.add(wish.fact)
        ways = _ways(fact.applies_when, wanted=True)
        if len(ways) == 1:
            found.extend(ways[0])
    return found


def _clash(wishes: list[_Wish], facts: Facts) -> str | None:
    for name in dict.fromkeys(wish.fact for wish in wishes):
        fact = facts.get(name)
        if fact is None:
            continue
        wanted = [wish.values for wish in wishes if wish.fact == name and wish.wanted]
        unwanted = frozenset[str]().union(*(wish.values for wish in wishes if wish.fact == name and not wish.wanted))
        if fact.kind in _ONE_VALUE:
            left = _YES_NO if fact.kind is FactKind.YES_NO else frozenset(fact.options)
            if not left.intersection(*wanted) - unwanted:
                return name
        elif any(values <= unwanted for values in wanted):
            return name
    return None


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition and where it stands: of a requirement, or (with no name) of the checklist itself."""

    condition: Condition
    path: Path
    name: str = ""


def lint_narrow_facts(conditions: Iterable[Placed], target: Condition, facts: Facts) -> Iterator[Finding]:
    """Facts that are asked of some plants only, used without what decides whether they are asked.

    A missing fact binds, so the condition itself (or that of the checklist, `target`) must leave the others out. Each
    pair of facts is told once, at its first place, with everyone it concerns.
    """
    found: dict[tuple[str, str], list[Placed]] = {}
    for placed in conditions:
        for pair in _unguarded(placed.condition, target, facts):
            found.setdefault(pair, []).append(placed)
    for (name, broad), places in found.items():
        where = ", ".join(placed.name for placed in places if placed.name) or "-"
        spoken = _spoken(facts[name].applies_when)
        yield NARROW_FACT.found(
            (*places[0].path, name), fact=name, broad=broad, count=len(places), condition=spoken, where=where
        )


def _unguarded(condition: Condition, target: Condition, facts: Facts) -> Iterator[tuple[str, str]]:
    """Pairs of a narrow fact and a broad one that it rests on and that nobody names."""
    named = {fact for fact, _ in (*condition.facts, *target.facts)}
    named |= {_STANDS_FOR[fact] for fact in named if fact in _STANDS_FOR}
    for name, _ in condition.facts:
        fact = facts.get(name)
        if fact is None or fact.applies_when == ALWAYS:
            continue
        for broad, _ in fact.applies_when.facts:
            if broad not in named:
                yield name, broad


def _spoken(condition: Condition) -> Text:
    """A condition as it stands in the file."""
    parts = [f"{fact}: [{', '.join(sorted(values))}]" for fact, values in condition.facts]
    return Text(es=", ".join(parts), en=", ".join(parts))
