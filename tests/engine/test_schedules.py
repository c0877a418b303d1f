"""Timetables: no step before its prerequisites, nobody twice, more people never later, the same plan every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

import pytest

from certready.assessment import assess
from certready.diagnostics import CannotPlan
from certready.model import Level, PackageState, Period, PlanWishes, Progress, Range
from certready.packages import MOST_UNDER_WAY
from certready.planning import make_plan
from certready.scheduling import Activity, Project, replay, schedule
from certready.timetable import finishes, order_of
from certready.workdays import Workdays
from tests.engine.building import TODAY
from tests.engine.planned import faults_of, random_case
from tests.engine.test_planning import book, package, plan_of, plant, practice, shelf


@pytest.mark.usefixtures("quick_search")
@pytest.mark.parametrize("seed", range(40))
def test_an_independent_check_finds_nothing_wrong_with_a_timetable(seed: int) -> None:
    library, supplier = random_case(seed, 3 + seed % 8)
    plan = make_plan(library, assess(library, supplier, on=TODAY))
    assert plan.packages
    assert faults_of(plan, library, supplier) == []


def test_the_check_would_find_people_at_work_twice() -> None:
    library, supplier = random_case(1)
    plan = make_plan(library, assess(library, supplier, on=TODAY))
    halved = replace(plan, team={role: people / 4 for role, people in plan.team.items()})
    assert faults_of(halved, library, supplier)


@pytest.mark.parametrize("seed", range(10))
def test_more_people_never_delay_a_small_plan(seed: int) -> None:
    library, supplier = random_case(seed, 3, targets=1)
    ends = []
    for factor in (0.5, 1, 1.5, 2, 50):
        team = {role: one.capacity * factor for role, one in library.book.roles.items()}
        staffed = replace(supplier, plan=replace(supplier.plan, team=team))
        plan = make_plan(library, assess(library, staffed, on=TODAY), hurried=True)
        ends.append(plan.timetable.finish)
    assert ends == sorted(ends, reverse=True)


def exact(project: Project) -> int:
    """The earliest end over every order: serial generation reaches an optimum with one of them."""
    return min(
        max(start + row.duration for start, row in zip(replay(project, order), project.activities, strict=True))
        for order in permutations(range(len(project.activities)))
    )


@pytest.mark.parametrize("seed", range(12))
def test_the_search_finds_the_optimum_of_what_can_be_solved_exactly(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    activities = tuple(
        Activity(
            dice.randint(1, 6),
            (dice.randint(0, 3), dice.choice((0, 0, 2))),
            tuple(dice.sample(range(place), k=min(place, dice.choice((0, 1, 1))))),
        )
        for place in range(6)
    )
    project = Project(activities, (3, 2))
    assert schedule(project).value[-1] == exact(project)


def test_a_role_that_has_nobody_gets_no_dates_and_neither_does_what_waits_for_it() -> None:
    plan = plan_of(replace(plant(), plan=PlanWishes(team={"quality": 0})))
    assert {row.practice.id for row in plan.impossible} == {"document-control", "training", "capa", "calibration"}
    assert all(row.lacks == ("quality",) and row.start is None for row in plan.packages)
    assert (plan.no_critical_gap, plan.ready) == (None, {"iso": None})


def test_a_role_too_thin_to_ever_do_it_is_told_like_one_with_nobody() -> None:
    assert plan_of(replace(plant(), plan=PlanWishes(team={"quality": 0.001}))).impossible


def test_a_cost_without_a_rate_is_told_and_not_taken_one_to_one() -> None:
    library = shelf(book(practice("calibration", currency="CHF")))
    with pytest.raises(CannotPlan, match="CHF"):
        plan_of(plant("implemented", calibration="absent"), library)
    rich = replace(plant("implemented", calibration="absent"), plan=PlanWishes(fx={"CHF": 20.0}))
    assert plan_of(rich, library).cost.likely == pytest.approx(4000)


def test_shutdowns_without_end_are_told() -> None:
    wishes = PlanWishes(shutdowns=(Period(date(2026, 11, 1), date(9999, 12, 31)),))
    with pytest.raises(CannotPlan, match="no working day"):
        plan_of(replace(plant(), plan=wishes))


def test_time_since_a_package_began_counts_up_to_a_limit() -> None:
    def with_since(since: date | None) -> Range:
        progress = {"capa": Progress(PackageState.IN_PROGRESS, since)}
        supplier = replace(plant("implemented", capa="documented"), plan=PlanWishes(progress=progress))
        return package(plan_of(supplier), "capa").effort

    assert with_since(None) == Range(10, 20, 30)
    assert with_since(TODAY) == Range(10, 20, 30)
    week = with_since(date(2026, 11, 17))  # four of the ten working days that the step usually takes
    assert week.likely == pytest.approx(20 * (1 - 4 / 10))
    assert with_since(date(2025, 1, 1)).likely == pytest.approx(20 * (1 - MOST_UNDER_WAY))


def test_a_plan_never_begins_before_the_assessment() -> None:
    plan = plan_of(replace(plant(), plan=PlanWishes(start=date(2020, 1, 1))))
    assert plan.timetable.start >= TODAY


def test_mexican_holidays_and_shutdowns_are_no_working_days() -> None:
    calendar = Workdays(date(2026, 12, 24), [Period(date(2026, 12, 28), date(2026, 12, 31))])
    assert calendar.day(0) == date(2026, 12, 24)
    assert calendar.day(1) == date(2027, 1, 4)
    assert calendar.before(date(2027, 1, 4)) == 1
    assert date(2027, 1, 1) in calendar.closed(date(2027, 1, 31))


@pytest.mark.usefixtures("quick_search")
@pytest.mark.parametrize("seed", range(6))
def test_the_likely_figures_in_the_order_of_the_plan_end_as_the_plan_does_or_later(seed: int) -> None:
    library, supplier = random_case(seed, 5)
    plan = make_plan(library, assess(library, supplier, on=TODAY))
    likely = [job.figures("likely") for job in plan.network.jobs]
    ends = finishes(plan.network, likely, order_of(plan.network, plan.timetable))
    assert max(ends) >= max(span.ripe - span.begins for span in plan.timetable.spans)
    slower = [replace(one, weeks=one.weeks * 3) for one in likely]
    assert max(finishes(plan.network, slower, range(len(slower)))) >= max(ends) / 3


def test_a_step_is_put_to_use_only_after_what_it_rests_on_is_in_use() -> None:
    rests = replace(practice("capa"), use_after=("training",))
    library = shelf(book(practice("training"), rests))
    plan = plan_of(plant("implemented", capa="documented", training="documented"), library)
    first, then = package(plan, "training").spans[0], package(plan, "capa").spans[0]
    assert then.start > first.worked_until
    assert first.job.step.end is Level.IMPLEMENTED
