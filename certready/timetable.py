"""Work packages put on dates: which step may start when, with how many people of each role.

A step may start once the practices it comes after are documented, and a practice is put to use once those it rests on
are in use. Within a step every role does its own part; people are shared among all steps; the weeks in which records
accrue use nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from certready.model import Level, Range, Step
from certready.scheduling import Activity, Project, Schedule, replay, schedule
from certready.workdays import WORKING_DAYS_A_WEEK, Workdays

PERSON = 1000  # capacity is counted in thousandths of a person
ALMOST_NOTHING = 1e-9  # of a day: figures that float arithmetic left over


@dataclass(frozen=True, slots=True)
class Job:
    """A step of a practice in this plant."""

    practice: str
    step: Step
    effort: Range  # person-days
    weeks: Range  # calendar weeks, run time included
    run_weeks: float  # of them, the weeks in which records accrue
    begun: bool = False  # people are at it already

    def figures(self, pick: str) -> Figures:
        """Its low, likely or high estimate."""
        return Figures(getattr(self.effort, pick), getattr(self.weeks, pick))


@dataclass(frozen=True, slots=True)
class Figures:
    """What one job takes: an estimate, or one draw from it."""

    effort: float
    weeks: float


@dataclass(frozen=True, slots=True)
class Network:
    """Jobs, what comes before what, the team and the goals: everything but the figures and the calendar.

    Jobs of a practice stand in the order of its steps, practices after those they wait for; `goals` are sets of
    practices to finish early, the most urgent first.
    """

    jobs: tuple[Job, ...]
    after: Mapping[str, Sequence[str]]  # must be documented before a practice starts
    use_after: Mapping[str, Sequence[str]]  # must be in use before a practice is put to use
    team: Mapping[str, float]  # people, by role
    goals: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What one role does in a job: from which working day to before which, with how many people."""

    role: str
    begins: int
    worked: int
    people: float


@dataclass(frozen=True, slots=True)
class Span:
    """When a job is done: first and last working day, and when its records are ripe.

    `begins`, `worked` and `ripe` are the same as numbers of working days from the start of the plan; the last two are
    the first day after.
    """

    job: Job
    start: date
    worked_until: date
    finish: date
    critical: bool = False  # a day's delay here delays the end
    begins: int = 0
    worked: int = 0
    ripe: int = 0
    parts: tuple[Part, ...] = ()
    waits_for: tuple[int, ...] = ()  # positions of the spans that must be ripe, or worked, before it starts


@dataclass(frozen=True, slots=True)
class Timetable:
    """Every job on its dates."""

    spans: tuple[Span, ...]
    start: date
    finish: date
    days: int  # working days from start to finish
    value: tuple[int, ...] = field(default=())  # working days to each goal, then to the end


def arrange(network: Network, calendar: Workdays, *, pick: str = "likely", schedules: int | None = None) -> Timetable:
    """Put jobs on dates; `pick` chooses the low, likely or high estimate."""
    jobs = network.jobs
    if not jobs:
        return Timetable((), calendar.day(0), calendar.day(0), 0, (0,) * (len(network.goals) + 1))
    layout = _lay_out(network, [job.figures(pick) for job in jobs])
    found = schedule(layout.project) if schedules is None else schedule(layout.project, schedules=schedules)
    return _dated(network, layout, _drawn_together(jobs, layout, found), calendar)


def finishes(network: Network, figures: Sequence[Figures], order: Sequence[int]) -> list[int]:
    """The working day on which each job would end with these figures, its people taking up jobs in this order."""
    layout = _lay_out(network, figures)
    places = [place for number in order for place in (*layout.parts[number], layout.waits[number])]
    starts = replay(layout.project, places)
    return [starts[wait] + layout.project.activities[wait].duration for wait in layout.waits]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The activities of a project and whose they are: per job, the parts of its roles and the waiting at its end."""

    project: Project
    parts: tuple[tuple[int, ...], ...]
    waits: tuple[int, ...]
    needs: tuple[tuple[int, ...], ...]  # jobs before each job


def _lay_out(network: Network, figures: Sequence[Figures]) -> _Layout:
    roles = list(network.team)
    activities: list[Activity] = []
    parts: list[tuple[int, ...]] = []
    waits: list[int] = []
    needs: list[tuple[int, ...]] = []
    documented: dict[str, int] = {}
    used: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, (job, one) in enumerate(zip(network.jobs, figures, strict=True)):
        ripe = [documented[key] for key in network.after.get(job.practice, ()) if key in documented]
        ripe = [last[job.practice]] if job.practice in last else ripe
        resting = job.step.end is Level.IMPLEMENTED
        worked = [used[key] for key in network.use_after.get(job.practice, ()) if key in used] if resting else []
        after = (*(waits[one] for one in ripe), *(part for one in worked for part in parts[one]))
        first = len(activities)
        activities.extend(_parts(job, one, roles, network.team, after))
        parts.append(tuple(range(first, len(activities))))
        activities.append(Activity(_waiting_days(job), after=parts[-1]))
        waits.append(len(activities) - 1)
        needs.append((*ripe, *worked))
        last[job.practice] = number
        if job.step.end is Level.DOCUMENTED:
            documented[job.practice] = number
        elif resting:
            used[job.practice] = number
    goals = tuple(
        frozenset(wait for wait, job in zip(waits, network.jobs, strict=True) if job.practice in goal)
        for goal in network.goals
    )
    capacity = tuple(round(network.team[role] * PERSON) for role in roles)
    return _Layout(Project(tuple(activities), capacity, goals), tuple(parts), tuple(waits), tuple(needs))


def _waiting_days(job: Job) -> int:
    return ceil(job.run_weeks * WORKING_DAYS_A_WEEK)


def _parts(
    job: Job, figures: Figures, roles: Sequence[str], team: Mapping[str, float], after: tuple[int, ...]
) -> list[Activity]:
    """One activity per role that has work in the job.

    A part takes as long as the step usually takes, at the pace that needs; a role with fewer people than that gives
    all it has for as long as it takes. So more people can only shorten a part, and never make it ask for more than
    the whole role while it lasts.
    """
    usual = max(1, ceil((figures.weeks - job.run_weeks) * WORKING_DAYS_A_WEEK - ALMOST_NOTHING))
    parts = []
    for place, role in enumerate(roles):
        load = job.step.shares.get(role, 0.0) * figures.effort
        if load <= 0:
            continue
        capacity = round(team[role] * PERSON)
        needed = ceil(load * PERSON / capacity - ALMOST_NOTHING)
        demand = capacity if needed > usual else min(ceil(load * PERSON / usual - ALMOST_NOTHING), capacity)
        row = [0] * len(roles)
        row[place] = demand
        parts.append(Activity(max(usual, needed), tuple(row), after))
    return parts or [Activity(usual, (0,) * len(roles), after)]


def _drawn_together(jobs: Sequence[Job], layout: _Layout, found: Schedule) -> Schedule:
    """The same schedule with the parts of each job as close to its end as people allow: nobody begins just to wait.

    A step that only the next step of its own practice waits for comes close before it: no procedure is approved in
    January to be put to use in November. Jobs that are under way go on where they are.
    """
    activities, starts = layout.project.activities, list(found.starts)
    last_day = max(start + row.duration for start, row in zip(starts, activities, strict=True))
    free = [[amount] * last_day for amount in layout.project.capacity]
    for start, row in zip(starts, activities, strict=True):
        _take(free, row, start, 1)
    worked = [max(starts[part] + activities[part].duration for part in parts) for parts in layout.parts]
    for number in sorted(range(len(worked)), key=lambda number: (-worked[number], -number)):
        if jobs[number].begun:
            continue
        for part in layout.parts[number]:
            row = activities[part]
            _take(free, row, starts[part], -1)
            day = worked[number] - row.duration
            while day > starts[part] and not _has_room(free, row, day):
                day -= 1
            starts[part] = max(day, starts[part])
            _take(free, row, starts[part], 1)
    for number, latest in _held_for_their_own(jobs, layout):
        _put_off(number, min(starts[part] for part in layout.parts[latest]), layout, starts, free)
    return Schedule(tuple(starts), found.value)


def _held_for_their_own(jobs: Sequence[Job], layout: _Layout) -> Iterator[tuple[int, int]]:
    """Jobs that nothing but the next step of the same practice waits for, with that step; the last ones first."""
    behind: dict[int, list[int]] = {}
    for number, needs in enumerate(layout.needs):
        for earlier in needs:
            behind.setdefault(earlier, []).append(number)
    for number in sorted(behind, reverse=True):
        later = behind[number]
        if len(later) == 1 and jobs[later[0]].practice == jobs[number].practice and not jobs[number].begun:
            yield number, later[0]


def _put_off(number: int, until: int, layout: _Layout, starts: list[int], free: Sequence[list[int]]) -> None:
    """Move a whole job, its waiting too, as late as people allow while it is ripe by a day."""
    activities, parts, wait = layout.project.activities, layout.parts[number], layout.waits[number]
    slack = until - starts[wait] - activities[wait].duration
    for part in parts:
        _take(free, activities[part], starts[part], -1)
    fitting = (
        days
        for days in range(slack, 0, -1)
        if all(_has_room(free, activities[part], starts[part] + days) for part in parts)
    )
    moved = next(fitting, 0)
    for place in (*parts, wait):
        starts[place] += moved
    for part in parts:
        _take(free, activities[part], starts[part], 1)


def _take(free: Sequence[list[int]], row: Activity, start: int, times: int) -> None:
    for role, demand in enumerate(row.demand):
        if demand:
            for day in range(start, start + row.duration):
                free[role][day] -= demand * times


def _has_room(free: Sequence[list[int]], row: Activity, start: int) -> bool:
    return all(
        not demand or min(free[role][start : start + row.duration]) >= demand for role, demand in enumerate(row.demand)
    )


def _part(place: int, project: Project, found: Schedule, roles: Sequence[str]) -> Part:
    row, start = project.activities[place], found.starts[place]
    role = next(role for role, demand in enumerate(row.demand) if demand)
    return Part(roles[role], start, start + row.duration, row.demand[role] / PERSON)


def _dated(network: Network, layout: _Layout, found: Schedule, calendar: Workdays) -> Timetable:
    project, jobs, roles = layout.project, network.jobs, list(network.team)
    ends = [start + activity.duration for start, activity in zip(found.starts, project.activities, strict=True)]
    last_day = max(ends)
    held = _holding(project, found, last_day)
    spans = []
    for job, parts, wait, needs in zip(jobs, layout.parts, layout.waits, layout.needs, strict=True):
        begins, worked = min(found.starts[part] for part in parts), max(ends[part] for part in parts)
        ripe = ends[wait]
        spans.append(
            Span(
                job=job,
                start=calendar.day(begins),
                worked_until=calendar.day(worked - 1),
                finish=calendar.day(ripe - 1),
                critical=not held.isdisjoint((*parts, wait)),
                begins=begins,
                worked=worked,
                ripe=ripe,
                parts=tuple(
                    _part(part, project, found, roles) for part in parts if any(project.activities[part].demand)
                ),
                waits_for=needs,
            )
        )
    finish = calendar.day(max(last_day - 1, 0))
    return Timetable(tuple(spans), calendar.day(0), finish, last_day, found.value)


def _holding(project: Project, found: Schedule, last_day: int) -> frozenset[int]:
    """The chain that holds the end: activities that end where a later one of the chain begins."""
    ends = [start + row.duration for start, row in zip(found.starts, project.activities, strict=True)]
    held: set[int] = set()
    frontier, seen = [last_day], {last_day}
    while frontier:
        moment = frontier.pop()
        for place, end in enumerate(ends):
            if end == moment and place not in held:
                held.add(place)
                if found.starts[place] > 0 and found.starts[place] not in seen:
                    seen.add(found.starts[place])
                    frontier.append(found.starts[place])
    return frozenset(held)


def order_of(network: Network, timetable: Timetable) -> tuple[int, ...]:
    """The jobs in the order in which people give way to one another: the most urgent goal first, then as planned."""

    def urgency(place: int) -> tuple[int, int, int]:
        practice = network.jobs[place].practice
        rank = next((number for number, goal in enumerate(network.goals) if practice in goal), len(network.goals))
        return rank, timetable.spans[place].begins, place

    return tuple(sorted(range(len(timetable.spans)), key=urgency))
