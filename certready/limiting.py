"""Plans under a budget or a date: what to do, what is left out, and what that costs in score and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from certready.assessment import Assessment
from certready.choosing import EXACT_UP_TO, closed_sets, ranking
from certready.gains import Ledger, ledger
from certready.model import Library
from certready.packages import Package
from certready.planning import FEWEST_SCHEDULES, Plan, calendar_of, make_plan
from certready.scoring import Interval, Verdict
from certready.timetable import arrange
from certready.workdays import WORKING_DAYS_A_WEEK, Workdays

UNIT = 1000  # shares of time and money are compared in thousandths
MOST_TRIED = 40  # sets of packages to put on dates before a smaller one is taken


@dataclass(frozen=True, slots=True)
class Limits:
    """What the plan may cost outside at the likely figures, and by when it must be done; None leaves it open."""

    budget: float | None = None
    ready_by: date | None = None

    def __bool__(self) -> bool:
        """Whether anything is limited."""
        return self.budget is not None or self.ready_by is not None


@dataclass(frozen=True, slots=True)
class Price:
    """What the limits cost one target: score and verdict with everything done, and with what was chosen."""

    full: Interval
    full_verdict: Verdict
    chosen: Interval
    chosen_verdict: Verdict


@dataclass(frozen=True, slots=True)
class Limited:
    """The plan within its limits beside the plan without any."""

    limits: Limits
    plan: Plan
    full: Plan
    left_out: tuple[Package, ...]  # with their dates in the full plan; the next to do first
    prices: dict[str, Price]  # by target
    affordable: tuple[Package, ...]  # left out, though what is left of the budget would pay for them one by one
    cheapest: tuple[Package, ...]  # what gains anything for the least money, behind what it needs
    critical_cost: float | None  # outside cost of closing every critical gap; None where there is none
    done: date | None  # the day everything is reached without any limit

    @property
    def first_cost(self) -> float:
        """Outside cost of the first package left out, with all that it needs first."""
        rows = {row.practice.id: row for row in self.left_out}
        needed, frontier = set(), [self.left_out[0].practice.id] if self.left_out else []
        while frontier:
            key = frontier.pop()
            if key in rows and key not in needed:
                needed.add(key)
                frontier.extend((*rows[key].after, *rows[key].use_after))
        return sum(rows[key].cost.likely for key in needed)

    @property
    def short_of_money(self) -> bool:
        """Whether not everything fits the budget."""
        return self.limits.budget is not None and self.full_cost > self.limits.budget

    @property
    def full_cost(self) -> float:
        """Likely outside cost of all that anybody can do."""
        return sum(row.cost.likely for row in self.full.packages if not row.lacks)

    @property
    def cost(self) -> float:
        """Likely outside cost of what is chosen."""
        return sum(row.cost.likely for row in self.plan.packages if not row.lacks)

    @property
    def short_of_time(self) -> bool:
        """Whether not everything that matters is done by the date."""
        by = self.limits.ready_by
        return by is not None and (self.done is None or self.done > by)


def plan_within(library: Library, assessment: Assessment, limits: Limits) -> Limited:
    """The packages that gain most within the limits, put on dates."""
    full = make_plan(library, assessment)
    doable = [row for row in full.packages if not row.lacks]
    book = ledger(library, assessment, doable)
    before = [book.set_of((*row.after, *row.use_after)) for row in doable]
    done = reached(full)
    late = limits.ready_by is not None and (done is None or done > limits.ready_by)
    ranked = _ranked(book, before, limits, late=late)
    everything = (1 << len(doable)) - 1
    chosen, plan = everything, full
    if limits.budget is not None:
        chosen = _affordable(ranked, doable, limits.budget)
    if late and limits.ready_by is not None:
        chosen = _in_time(full, calendar_of(assessment), book, before, ranked, limits)
    if chosen != everything:
        plan = _part(library, assessment, book, chosen, hurried=late)
    rest = [doable[place] for place in ranked if not chosen >> place & 1]
    critical = book.set_of(row.practice.id for row in doable if row.closes_critical)
    return Limited(
        limits=limits,
        plan=plan,
        full=full,
        left_out=tuple(rest),
        prices=_prices(book, everything, chosen),
        affordable=tuple(_still_affordable(rest, plan, limits)) if not late else (),
        cheapest=_cheapest(book, before, doable),
        critical_cost=_cost(doable, _closure(critical, before)) if critical else None,
        done=done,
    )


def reached(plan: Plan) -> date | None:
    """The day every target is ready, or, where some target never is, the day the last package is done."""
    if plan.impossible:
        return None
    if any(day is None for day in plan.ready.values()):
        return max((row.finish for row in plan.packages if row.finish), default=plan.timetable.start)
    return max((day for day in plan.ready.values() if day), default=plan.timetable.start)


def _ranked(book: Ledger, before: Sequence[int], limits: Limits, *, late: bool) -> list[int]:
    """Packages in order of gain for what is scarce: money, time, or both alike."""
    costs = [ceil(row.cost.likely) for row in book.packages]
    times = [ceil(10 * (row.weeks.likely * WORKING_DAYS_A_WEEK + row.effort.likely)) for row in book.packages]
    gates = book.set_of(row.practice.id for row in book.packages if row.closes_critical)
    if limits.budget is None:
        return ranking(book.value, times, before, gates)
    if not late:
        return ranking(book.value, costs, before, gates)
    money, time = max(sum(costs), 1), max(sum(times), 1)
    shares = [cost * UNIT // money + spent * UNIT // time for cost, spent in zip(costs, times, strict=True)]
    return ranking(book.value, shares, before, gates)


def _affordable(ranked: Sequence[int], packages: Sequence[Package], budget: float) -> int:
    """The first packages of the ranking that the budget pays for."""
    chosen, spent = 0, 0.0
    for place in ranked:
        spent += packages[place].cost.likely
        if spent > budget:
            break
        chosen |= 1 << place
    return chosen


def _in_time(  # noqa: PLR0913, PLR0917 - everything a choice by date looks at
    full: Plan, calendar: Workdays, book: Ledger, before: Sequence[int], ranked: Sequence[int], limits: Limits
) -> int:
    """The packages that gain most among those that can all be done by the date.

    One after the other in the order of the ranking; what does not fit the date is skipped, the first that does not fit
    the budget ends it: more money, which only lets the order go on, never drops one. Without a budget and on a small
    plan, better sets are then looked for among all.
    """
    by, money = limits.ready_by or date.max, limits.budget

    def fits(done: int) -> bool:
        return _earliest(full, calendar, book, done) <= by

    chosen = 0
    for place in ranked:
        more = chosen | 1 << place
        if before[place] & ~chosen or not fits(more):
            continue
        if money is not None and _cost(book.packages, more) > money:
            break
        chosen = more
    if money is None and len(before) <= EXACT_UP_TO:
        least = book.value(chosen)
        better = [done for done in closed_sets(before) if book.value(done) > least and _could_end(full, book, done, by)]
        better.sort(key=lambda done: (-book.value(done), done))
        return next((done for done in better[:MOST_TRIED] if fits(done)), chosen)
    return chosen


def _earliest(full: Plan, calendar: Workdays, book: Ledger, done: int) -> date:
    """The day a set of packages can be finished, by a quick search."""
    names = {row.practice.id for place, row in enumerate(book.packages) if done >> place & 1}
    jobs = tuple(job for job in full.network.jobs if job.practice in names)
    network = replace(full.network, jobs=jobs, goals=())
    return arrange(network, calendar, schedules=FEWEST_SCHEDULES).finish


def _could_end(full: Plan, book: Ledger, done: int, by: date) -> bool:
    """Whether a set could be done by a date if nobody ever waited: its longest package, its busiest role."""
    rows = [row for place, row in enumerate(book.packages) if done >> place & 1]
    load = dict.fromkeys(full.team, 0.0)
    for work in (work for row in rows for work in row.works):
        for role, share in work.step.shares.items():
            load[role] = load.get(role, 0.0) + share * work.effort.likely
    busiest = max((load[role] / there for role, there in full.team.items() if there), default=0.0)
    longest = max((row.weeks.likely * WORKING_DAYS_A_WEEK for row in rows), default=0.0)
    weekdays = ((by - full.timetable.start).days + 1) * WORKING_DAYS_A_WEEK / 7 + WORKING_DAYS_A_WEEK
    return max(busiest, longest) <= weekdays


def _part(library: Library, assessment: Assessment, book: Ledger, done: int, *, hurried: bool) -> Plan:
    names = {row.practice.id for place, row in enumerate(book.packages) if done >> place & 1}
    return make_plan(library, assessment, only=names, hurried=hurried)


def _closure(done: int, before: Sequence[int]) -> int:
    while True:
        wider = done
        for place, need in enumerate(before):
            if done >> place & 1:
                wider |= need
        if wider == done:
            return done
        done = wider


def _cost(packages: Sequence[Package], done: int) -> float:
    return sum(row.cost.likely for place, row in enumerate(packages) if done >> place & 1)


def _still_affordable(rest: Sequence[Package], plan: Plan, limits: Limits) -> Iterator[Package]:
    """What the rest of the budget pays for: no gain in score for the money comes before it, but it is needed later."""
    if limits.budget is None:
        return
    names = {row.practice.id for row in plan.packages}
    spent = sum(row.cost.likely for row in plan.packages if not row.lacks)
    for row in rest:
        if spent + row.cost.likely <= limits.budget and names.issuperset((*row.after, *row.use_after)):
            spent += row.cost.likely
            names.add(row.practice.id)
            yield row


def _cheapest(book: Ledger, before: Sequence[int], packages: Sequence[Package]) -> tuple[Package, ...]:
    """The cheapest package that gains anything, behind what it needs."""
    nothing = book.value(0)
    bundles = [_closure(1 << place, before) for place in range(len(packages))]
    gaining = [bundle for bundle in bundles if book.value(bundle) > nothing]
    if not gaining:
        return ()
    best = min(gaining, key=lambda bundle: (_cost(packages, bundle), -book.value(bundle), bundle))
    return tuple(row for place, row in enumerate(packages) if best >> place & 1)


def _prices(book: Ledger, everything: int, chosen: int) -> dict[str, Price]:
    found = {}
    for target in book.courses:
        all_done, some = book.standing(target, everything), book.standing(target, chosen)
        found[target] = Price(all_done.interval, all_done.verdict, some.interval, some.verdict)
    return found
