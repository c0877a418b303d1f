"""Work packages put on dates: which step may start when, with how many people of each role.

A step may start once the practices it comes after are documented; people are shared among all steps; the weeks in
which records accrue use nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from certready.model import Level, Range, Step
from certready.scheduling import Activity, Project, Schedule, schedule
from certready.workdays import WORKING_DAYS_A_WEEK, Workdays

PERSON = 1000  # capacity is counted in thousandths of a person


@dataclass(frozen=True, slots=True)
class Job:
    """A step of a practice in this plant."""

    practice: str
    step: Step
    effort: Range  # person-days
    weeks: Range  # calendar weeks, run time included


@dataclass(frozen=True, slots=True)
class Span:
    """When a job is done: first and last working day, and when its records are ripe."""

    job: Job
    start: date
    worked_until: date
    finish: date
    critical: bool = False  # a day's delay here delays the end


@dataclass(frozen=True, slots=True)
class Timetable:
    """Every job on its dates."""

    spans: tuple[Span, ...]
    start: date
    finish: date
    days: int  # working days from start to finish
    value: tuple[int, ...] = field(default=())  # working days to each goal, then to the end


def arrange(
    jobs: Sequence[Job],
    prerequisites: Mapping[str, Sequence[str]],
    team: Mapping[str, float],
    calendar: Workdays,
    *,
    goals: Sequence[frozenset[str]] = (),
    pick: str = "likely",
    schedules: int | None = None,
) -> Timetable:
    """Put jobs on dates; `goals` are sets of practices to finish early, the most urgent first.

    Jobs of a practice come in the order of its steps; `pick` chooses the low, likely or high estimate.
    """
    if not jobs:
        return Timetable((), calendar.day(0), calendar.day(0), 0, (0,) * (len(goals) + 1))
    project = _project(jobs, prerequisites, team, goals, pick)
    found = schedule(project) if schedules is None else schedule(project, schedules=schedules)
    return _dated(jobs, project, found, calendar)


def _project(
    jobs: Sequence[Job],
    prerequisites: Mapping[str, Sequence[str]],
    team: Mapping[str, float],
    goals: Sequence[frozenset[str]],
    pick: str,
) -> Project:
    """Two activities per job: the work, then the waiting for records."""
    roles = list(team)
    activities: list[Activity] = []
    documented: dict[str, int] = {}
    last: dict[str, int] = {}
    for job in jobs:
        waits_for = [documented[earlier] for earlier in prerequisites.get(job.practice, ()) if earlier in documented]
        if job.practice in last:
            waits_for = [last[job.practice]]
        activities.append(_work(job, roles, team, pick, tuple(waits_for)))
        activities.append(Activity(_waiting_days(job), after=(len(activities) - 1,)))
        last[job.practice] = len(activities) - 1
        if job.step.end is Level.DOCUMENTED:
            documented[job.practice] = last[job.practice]
    positions = [
        frozenset(place for place in range(len(activities)) if jobs[place // 2].practice in goal) for goal in goals
    ]
    capacity = tuple(round(team[role] * PERSON) for role in roles)
    return Project(tuple(activities), capacity, tuple(positions))


def _waiting_days(job: Job) -> int:
    return ceil(job.step.run_weeks * WORKING_DAYS_A_WEEK)


def _work(job: Job, roles: Sequence[str], team: Mapping[str, float], pick: str, after: tuple[int, ...]) -> Activity:
    """As long as the step usually takes, or as long as its busiest role needs."""
    effort: float = getattr(job.effort, pick)
    weeks: float = getattr(job.weeks, pick)
    loads = {role: part * effort for role, part in job.step.shares.items() if part and team.get(role)}
    usual = (weeks - job.step.run_weeks) * WORKING_DAYS_A_WEEK
    needed = max((load / team[role] for role, load in loads.items()), default=0.0)
    days = max(1, ceil(usual), ceil(needed))
    demand = tuple(
        min(ceil(loads.get(role, 0) * PERSON / days), round(team[role] * PERSON)) if loads.get(role) else 0
        for role in roles
    )
    return Activity(days, demand, after)


def _dated(jobs: Sequence[Job], project: Project, found: Schedule, calendar: Workdays) -> Timetable:
    ends = [start + activity.duration for start, activity in zip(found.starts, project.activities, strict=True)]
    last_day = max(ends)
    held = _holding(project, found, last_day)
    spans = []
    for number, job in enumerate(jobs):
        work, wait = 2 * number, 2 * number + 1
        worked_until = calendar.day(max(ends[work] - 1, 0))
        spans.append(
            Span(
                job=job,
                start=calendar.day(found.starts[work]),
                worked_until=worked_until,
                finish=calendar.day(max(ends[wait] - 1, 0)),
                critical=work in held or wait in held,
            )
        )
    finish = calendar.day(max(last_day - 1, 0))
    return Timetable(tuple(spans), calendar.day(0), finish, last_day, found.value)


def _holding(project: Project, found: Schedule, last_day: int) -> frozenset[int]:
    """The chain that holds the end: activities that end where a later one of the chain begins."""
    ends = [start + row.duration for start, row in zip(found.starts, project.activities, strict=True)]
    held: set[int] = set()
    frontier = {last_day}
    while frontier:
        moment = frontier.pop()
        for place, end in enumerate(ends):
            if end == moment and place not in held:
                held.add(place)
                if found.starts[place] > 0:
                    frontier.add(found.starts[place])
    return frozenset(held)
