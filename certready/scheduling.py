"""Steps put on days: resource-constrained project scheduling with prerequisites and the team's capacity per role.

Serial schedule generation over activity lists, improved by forward-backward justification and recombined in the
manner of a small genetic search (Hartmann 1998; Valls, Ballestín and Quintanilla 2005). The search is bounded by a
number of schedules, never by the clock, and draws from a seeded generator: the same input gives the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

DEFAULT_SCHEDULES = 1500
POPULATION = 30
MUTATION = 0.05


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that takes days and people; waiting takes days alone."""

    duration: int  # working days
    demand: tuple[int, ...] = ()  # per role, in the unit of Project.capacity
    after: tuple[int, ...] = ()  # positions of the activities that must have finished


@dataclass(frozen=True, slots=True)
class Project:
    """Activities in an order that respects `after`, and how much of each role there is on every day."""

    activities: tuple[Activity, ...]
    capacity: tuple[int, ...]
    goals: tuple[frozenset[int], ...] = ()
    """Sets of activities to finish early, the most urgent first; the whole project is always the last goal."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The first day of every activity, counted from 0."""

    starts: tuple[int, ...]
    value: tuple[int, ...]  # the day each goal is reached, then the day the project ends


def schedule(project: Project, *, schedules: int = DEFAULT_SCHEDULES, seed: int = 1) -> Schedule:
    """The best schedule found after making this many schedules.

    Raises ValueError when an activity asks for more of a role than there is, or `after` points forward.
    """
    _check(project)
    if not project.activities:
        return Schedule((), (0,) * (len(project.goals) + 1))
    return _Search(project, Random(seed)).run(schedules)  # noqa: S311 - a search, not a secret


def replay(project: Project, order: Sequence[int]) -> list[int]:
    """The first day of every activity when they are taken up in this order, each as early as its people are free.

    Prerequisites that stand later in the order are taken up first.
    """
    search = _Search(project, Random(0))  # noqa: S311 - nothing is drawn
    return search.decoded(search.feasible(order), search.before)


def _check(project: Project) -> None:
    for position, activity in enumerate(project.activities):
        if any(before >= position for before in activity.after):
            message = f"activity {position} comes before one of its prerequisites"
            raise ValueError(message)
        if activity.duration and any(
            wanted > there for wanted, there in zip(activity.demand, project.capacity, strict=False)
        ):
            message = f"activity {position} asks for more of a role than there is"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Plan:
    """An activity list and the schedule it decodes to."""

    order: tuple[int, ...]
    starts: tuple[int, ...]
    value: tuple[int, ...]


class _Search:
    """One search over one project."""

    def __init__(self, project: Project, random: Random) -> None:
        self.project = project
        self.random = random
        self.count = len(project.activities)
        self.durations = [activity.duration for activity in project.activities]
        self.before = [tuple(activity.after) for activity in project.activities]
        self.behind = _turned(self.before)
        # Every role of a day is one field of a whole number; the top bit of each field stays free as a guard, so that
        # one subtraction tells whether all roles suffice.
        self.width = max((amount.bit_length() for amount in project.capacity), default=0) + 2
        self.guards = sum(1 << (self.width * role + self.width - 1) for role in range(len(project.capacity)))
        self.full = self._packed(project.capacity) | self.guards
        self.demands = [self._packed(activity.demand) if activity.duration else 0 for activity in project.activities]
        self.single = self._single()
        self.urgency = self._latest_starts()
        self.made = 0

    def _single(self) -> list[tuple[int, int] | None]:
        """The one role that each activity asks for and how much of it; nothing where one asks for several."""
        found: list[tuple[int, int] | None] = []
        for activity in self.project.activities:
            asked = [(role, amount) for role, amount in enumerate(activity.demand) if amount and activity.duration]
            if len(asked) > 1:
                return []
            found.append(asked[0] if asked else None)
        return found

    def _packed(self, amounts: Iterable[int]) -> int:
        return sum(amount << (self.width * role) for role, amount in enumerate(amounts))

    def _latest_starts(self) -> list[int]:
        """Latest start without regard to people, from the goal each activity serves first: the priority rule."""
        horizon = sum(self.durations) + 1
        goals = [*self.project.goals, frozenset(range(self.count))]
        deadline = [0] * self.count
        for rank, goal in reversed(list(enumerate(goals))):
            for position in goal:
                deadline[position] = horizon * (rank + 1)
        latest = deadline[:]
        for position in reversed(range(self.count)):
            after = min((latest[later] for later in self.behind[position]), default=deadline[position])
            latest[position] = min(deadline[position], after) - self.durations[position]
        return latest

    def run(self, schedules: int) -> Schedule:
        """Sample, then recombine until the schedules are used up."""
        people = _kept([self._improved(order) for order in self._rules()])
        best = people[0]
        floor = self._floor()
        while self.made < schedules and best.value != floor:
            if len(people) < POPULATION:
                child = self._improved(self._sampled())
            else:
                mother, father = self._drawn(people), self._drawn(people)
                child = self._improved(self._mixed(mother.order, father.order))
            best = min(best, child, key=lambda plan: plan.value)
            people = _kept([*people, child])
        return Schedule(best.starts, best.value)

    def _rules(self) -> list[list[int]]:
        """Activity lists to begin with: by latest start, goal by goal or all alike, and by the work that follows."""
        rank = [len(self.project.goals)] * self.count
        for number, goal in reversed(list(enumerate(self.project.goals))):
            for position in goal:
                rank[position] = number
        for position in reversed(range(self.count)):
            rank[position] = min((rank[later] for later in self.behind[position]), default=rank[position])
        tail, load = [0] * self.count, [0] * self.count
        for position in reversed(range(self.count)):
            behind = self.behind[position]
            tail[position] = self.durations[position] + max((tail[later] for later in behind), default=0)
            work = self.durations[position] * sum(self.project.activities[position].demand)
            load[position] = work + sum(load[later] for later in behind)
        keys = [
            self.urgency,
            [-length for length in tail],
            [10**9 * rank[row] - tail[row] for row in range(self.count)],
            [10**12 * rank[row] - load[row] for row in range(self.count)],
        ]
        return [sorted(range(self.count), key=lambda row, key=key: (key[row], row)) for key in keys]  # type: ignore[misc]

    def _floor(self) -> tuple[int, ...]:
        """What no schedule can beat: each goal's longest chain, and its work shared out among all who could do it."""
        ends = [0] * self.count
        for position in range(self.count):
            start = max((ends[earlier] for earlier in self.before[position]), default=0)
            ends[position] = start + self.durations[position]
        goals = (*self.project.goals, frozenset(range(self.count)))
        chains = self._value_of_ends(ends)
        return tuple(max(chain, self._share(goal)) for chain, goal in zip(chains, goals, strict=True))

    def _share(self, goal: frozenset[int]) -> int:
        """Days that the busiest role needs for a goal and everything before it, never waiting."""
        needed, frontier = set(goal), list(goal)
        while frontier:
            earlier = set(self.before[frontier.pop()]) - needed
            needed |= earlier
            frontier.extend(earlier)
        work = [
            sum(self.durations[row] * self._asked(row, role) for row in needed)
            for role in range(len(self.project.capacity))
        ]
        return max(
            (-(-days // there) for days, there in zip(work, self.project.capacity, strict=True) if there), default=0
        )

    def _asked(self, position: int, role: int) -> int:
        demand = self.project.activities[position].demand
        return demand[role] if role < len(demand) else 0

    def _sampled(self) -> list[int]:
        """A random activity list that favours urgent ones (regret-based biased sampling)."""
        missing = [len(before) for before in self.before]
        free = [position for position in range(self.count) if not missing[position]]
        order = []
        while free:
            latest = max(self.urgency[position] for position in free)
            weights = [latest - self.urgency[position] + 1 for position in free]
            position = self.random.choices(free, weights)[0]
            free.remove(position)
            order.append(position)
            for later in self.behind[position]:
                missing[later] -= 1
                if not missing[later]:
                    free.append(later)
        return order

    def feasible(self, order: Sequence[int]) -> list[int]:
        """The order with every activity behind its prerequisites."""
        placed: dict[int, None] = {}
        for position in order:
            stack = [position]
            while stack:
                missing = [row for row in self.before[stack[-1]] if row not in placed]
                if missing:
                    stack.extend(reversed(missing))
                else:
                    placed.setdefault(stack.pop())
        return list(placed)

    def _drawn(self, people: Sequence[_Plan]) -> _Plan:
        """The better of two drawn at random."""
        return min(self.random.sample(people, 2), key=lambda plan: plan.value)

    def _mixed(self, mother: Sequence[int], father: Sequence[int]) -> list[int]:
        """Two-point crossover of activity lists, then a few swaps of neighbours; prerequisites stay in order."""
        first, last = sorted(self.random.sample(range(self.count + 1), 2))
        head = list(mother[:first])
        taken = set(head)
        middle = [row for row in father if row not in taken][: last - first]
        taken.update(middle)
        order = [*head, *middle, *(row for row in mother if row not in taken)]
        for place in range(self.count - 1):
            if self.random.random() < MUTATION and order[place] not in self.before[order[place + 1]]:
                order[place], order[place + 1] = order[place + 1], order[place]
        return order

    def _improved(self, order: Sequence[int]) -> _Plan:
        """Decode, push everything right, then left again: never later than before (double justification)."""
        starts = self.decoded(order, self.before)
        plan = _Plan(tuple(order), tuple(starts), self._value(starts))
        ends = [start + duration for start, duration in zip(starts, self.durations, strict=True)]
        backward = sorted(range(self.count), key=lambda row: (-ends[row], -row))
        mirrored = self.decoded(backward, self.behind)
        forward = sorted(range(self.count), key=lambda row: (-mirrored[row] - self.durations[row], row))
        starts = self.decoded(forward, self.before)
        return min(plan, _Plan(tuple(forward), tuple(starts), self._value(starts)), key=lambda found: found.value)

    def decoded(self, order: Sequence[int], before: Sequence[Sequence[int]]) -> list[int]:
        """Serial schedule generation: each activity at the first day on which all its people are free."""
        self.made += 1
        return self._by_role(order, before) if self.single else self._by_all(order, before)

    def _by_role(self, order: Sequence[int], before: Sequence[Sequence[int]]) -> list[int]:
        """Every activity asks for one role at most: a calendar for each role, tried window by window."""
        calendars: list[list[int]] = [[] for _ in self.project.capacity]
        starts = [0] * self.count
        durations = self.durations
        for position in order:
            duration, single = durations[position], self.single[position]
            start = max([starts[earlier] + durations[earlier] for earlier in before[position]], default=0)
            if single:
                role, demand = single
                left = calendars[role]
                while True:
                    end = start + duration
                    if len(left) < end:
                        left.extend([self.project.capacity[role]] * (end - len(left) + duration))
                    if min(left[start:end]) >= demand:
                        break
                    start = next(day for day in range(end - 1, start - 1, -1) if left[day] < demand) + 1
                left[start:end] = [free - demand for free in left[start:end]]
            starts[position] = start
        return starts

    def _by_all(self, order: Sequence[int], before: Sequence[Sequence[int]]) -> list[int]:
        """Activities ask for several roles at once: all roles of a day in one number."""
        left: list[int] = []  # what is free on each day, guards set
        starts = [0] * self.count
        guards, full = self.guards, self.full
        for position in order:
            duration, demand = self.durations[position], self.demands[position]
            start = max([starts[earlier] + self.durations[earlier] for earlier in before[position]], default=0)
            if demand:
                if len(left) < start + duration:
                    left.extend([full] * (start + duration - len(left)))
                day = start
                while day < start + duration:
                    if day >= len(left):
                        left.append(full)
                    if (left[day] - demand) & guards != guards:
                        start = day + 1
                    day += 1
                for day in range(start, start + duration):
                    left[day] -= demand
            starts[position] = start
        return starts

    def _value(self, starts: Sequence[int]) -> tuple[int, ...]:
        return self._value_of_ends([start + days for start, days in zip(starts, self.durations, strict=True)])

    def _value_of_ends(self, ends: Sequence[int]) -> tuple[int, ...]:
        goals = (max((ends[row] for row in goal), default=0) for goal in self.project.goals)
        return (*goals, max(ends, default=0))


def _turned(before: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    behind: list[list[int]] = [[] for _ in before]
    for position, earlier in enumerate(before):
        for row in earlier:
            behind[row].append(position)
    return [tuple(rows) for rows in behind]


def _kept(people: Sequence[_Plan]) -> list[_Plan]:
    """The best of them, each schedule once."""
    ranked = sorted({plan.starts: plan for plan in people}.values(), key=lambda plan: plan.value)
    return ranked[:POPULATION]
