"""Which packages to do first when not all can be done: one ranking, whatever the limit.

The ranking is the order in which the score, averaged over every amount that could be spent, is highest; prerequisites
come before what needs them. A limit cuts it at one place, so more money never drops a package. Exact on small plans;
on larger ones the best gain for the money, package by package, then improved by exchanging neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

EXACT_UP_TO = 12

Value = Callable[[int], int]  # what a set of packages is worth; bit n is the n-th package


def ranking(value: Value, prices: Sequence[int], before: Sequence[int], gates: int = 0) -> list[int]:
    """Packages in the order to do them; `prices` in any unit, `before` the set that each one needs first.

    `gates` is the set of those that may gain only together, as critical gaps do.
    """
    if len(prices) <= EXACT_UP_TO:
        return _exact(value, prices, before)
    order = [place for bundle in by_rate(value, prices, before, gates) for place in bundle]
    return _exchanged(order, value, prices, before)


def closed_sets(before: Sequence[int]) -> Iterator[int]:
    """Every set that holds the prerequisites of all its packages."""
    for done in range(1 << len(before)):
        if all(need & ~done == 0 for place, need in enumerate(before) if done >> place & 1):
            yield done


def _exact(value: Value, prices: Sequence[int], before: Sequence[int]) -> list[int]:
    """The best chain of sets from nothing to all, over all chains."""
    nothing: tuple[int, int, tuple[int, ...]] = (0, 0, ())
    best = {0: nothing}
    for done in range(1 << len(prices)):
        found = best.get(done)
        if found is None:
            continue
        area, early, order = found
        worth = value(done)
        for place, price in enumerate(prices):
            bit = 1 << place
            if done & bit or before[place] & ~done:
                continue
            candidate = (area + worth * price, early + worth, (*order, place))
            known = best.get(done | bit)
            if known is None or candidate[:2] > known[:2]:
                best[done | bit] = candidate
    return list(best[(1 << len(prices)) - 1][2])


def by_rate(value: Value, prices: Sequence[int], before: Sequence[int], gates: int = 0) -> Iterator[tuple[int, ...]]:
    """The best gain for the price, again and again; each time a package behind all that it still needs."""
    done = 0
    while left := [place for place in range(len(prices)) if not done >> place & 1]:
        bundles = [_bundle((place,), done, before) for place in left]
        urgent = sorted((place for place in left if gates >> place & 1), key=lambda place: (prices[place], place))
        bundles += [_bundle(urgent[:size], done, before) for size in range(2, len(urgent) + 1)]
        rates = {bundle: _rate(bundle, done, value, prices) for bundle in bundles}
        best = max(bundles, key=rates.__getitem__)
        done |= sum(1 << place for place in best)
        yield best


def _bundle(places: Sequence[int], done: int, before: Sequence[int]) -> tuple[int, ...]:
    """Packages behind everything they still need."""
    found: list[int] = []

    def add(one: int) -> None:
        if done >> one & 1 or one in found:
            return
        for need in range(len(before)):
            if before[one] >> need & 1:
                add(need)
        found.append(one)

    for place in places:
        add(place)
    return tuple(found)


def _rate(bundle: Sequence[int], done: int, value: Value, prices: Sequence[int]) -> tuple[int, Fraction, int]:
    """Gain for the price; what costs nothing comes first."""
    after = done
    for place in bundle:
        after |= 1 << place
    gain, price = value(after) - value(done), sum(prices[place] for place in bundle)
    return (int(price == 0), Fraction(gain, price or 1), -bundle[-1])


def _exchanged(order: list[int], value: Value, prices: Sequence[int], before: Sequence[int]) -> list[int]:
    """Neighbours change places as long as that raises the score on the way."""
    moved = True
    while moved:
        moved, done = False, 0
        for place in range(len(order) - 1):
            first, second = order[place], order[place + 1]
            bit, other = 1 << first, 1 << second
            if not before[second] & bit:
                now = value(done | bit) * prices[second] - value(done) * prices[second]
                then = value(done | other) * prices[first] - value(done) * prices[first]
                if then > now:
                    order[place], order[place + 1] = second, first
                    bit, moved = other, True
            done |= bit
    return order
