"""The plan: gaps gathered by practice, in an order that can be done, with scores that the engine recomputed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from certready.assessment import assess
from certready.model import (
    Cost,
    Level,
    Library,
    PackageState,
    PlanWishes,
    Practice,
    PracticeBook,
    Progress,
    Range,
    Role,
    Step,
    Supplier,
    Texts,
)
from certready.planning import Package, Plan, make_plan, raised
from tests.engine import building
from tests.engine.building import TODAY, Dict, both
from tests.engine.planned import random_case
from tests.engine.plants import large_plant, thrown

CLIMB = [(Level.ABSENT, Level.DOCUMENTED), (Level.DOCUMENTED, Level.IMPLEMENTED), (Level.IMPLEMENTED, Level.EFFECTIVE)]
PRACTICES = ["document-control", "training", "capa", "calibration"]


def practice(name: str, *after: str, currency: str = "MXN") -> Practice:
    """Ten days to write, twenty to put in use, forty to prove; a hundred of money each."""
    efforts = [Range(5, 10, 15), Range(10, 20, 30), Range(20, 40, 60)]
    steps = tuple(
        Step(
            start,
            end,
            Texts(),
            Texts(),
            effort,
            {"quality": 1.0},
            0,
            Range(1, 2, 3),
            Cost(Range(50, 100, 200), currency),
        )
        for (start, end), effort in zip(CLIMB, efforts, strict=True)
    )
    return Practice(name, both(name), "quality", steps, after)


def book(*practices: Practice) -> PracticeBook:
    """These practices and one role."""
    return PracticeBook({"quality": Role("quality", both("quality"), 2.0)}, {row.id: row for row in practices})


BOOK = book(
    practice("document-control"),
    practice("training", "document-control"),
    practice("capa", "document-control", "training"),
    practice("calibration", currency="USD"),
)


def shelf(the_book: PracticeBook = BOOK) -> Library:
    """One requirement for each practice, capa and document control critical."""
    rows: list[Dict] = [
        {"id": name, "criticality": "critical" if name in {"capa", "document-control"} else "minor", "practice": name}
        for name in PRACTICES
    ]
    return building.library([{"id": "iso", "chapters": [{"id": "1", "requirements": rows}]}], the_book)


def plant(others: str = "absent", **levels: str) -> Supplier:
    """A plant of fifty with these levels."""
    keys = {name.replace("-", "_"): name for name in PRACTICES}
    answers = {f"iso/{name}": levels.get(key, others) for key, name in keys.items()}
    return replace(building.supplier(["iso"], answers), employees=50)


def plan_of(supplier: Supplier, library: Library | None = None) -> Plan:
    """The plan on the day of the tests."""
    library = library or shelf()
    return make_plan(library, assess(library, supplier, on=TODAY))


def package(plan: Plan, name: str) -> Package:
    """The package of one practice."""
    return next(row for row in plan.packages if row.practice.id == name)


def test_a_practice_starts_once_those_it_comes_after_are_documented() -> None:
    plan = plan_of(plant())
    for later in plan.packages:
        for name in later.after:
            assert package(plan, name).spans[0].finish < later.spans[0].start
    assert package(plan, "capa").after == ("document-control", "training")


def test_a_practice_that_is_documented_already_holds_up_nothing() -> None:
    held_up = plan_of(plant("implemented", capa="absent", training="absent"))
    free = plan_of(plant("implemented", capa="absent", training="documented"))
    start = free.timetable.start
    assert package(held_up, "capa").start != start
    assert package(free, "capa").start == start


def test_a_prerequisite_without_a_gap_is_not_in_the_plan() -> None:
    plan = plan_of(plant("implemented", capa="absent"))
    assert [row.practice.id for row in plan.packages] == ["capa"]
    assert plan.packages[0].after == ()


def test_practices_that_wait_for_one_another_still_get_a_plan() -> None:
    circle = book(practice("training", "capa"), practice("capa", "training"))
    plan = plan_of(plant("implemented", capa="absent", training="absent"), shelf(circle))
    assert {row.practice.id for row in plan.packages} == {"training", "capa"}


def test_a_package_is_the_steps_from_its_level_to_implemented() -> None:
    plan = plan_of(plant("implemented", capa="absent", training="documented"))
    assert [work.step.end for work in package(plan, "capa").works] == [Level.DOCUMENTED, Level.IMPLEMENTED]
    assert [work.step.end for work in package(plan, "training").works] == [Level.IMPLEMENTED]
    assert (package(plan, "capa").effort, package(plan, "training").effort) == (Range(15, 30, 45), Range(10, 20, 30))


def test_a_habit_saves_a_fifth_of_the_writing_and_nothing_of_the_rest() -> None:
    plan = plan_of(plant("implemented", capa="informal"))
    writing, using = package(plan, "capa").works
    assert (writing.effort.low, writing.effort.likely, writing.effort.high) == pytest.approx((4, 8, 12))
    assert using.effort == Range(10, 20, 30)


def test_the_weakest_requirement_of_a_practice_decides_where_its_package_starts() -> None:
    rows = [{"id": str(place), "criticality": "minor", "practice": "capa"} for place in range(3)]
    library = building.library([{"id": "iso", "chapters": [{"id": "1", "requirements": rows}]}], BOOK)
    answers = {"iso/0": "documented", "iso/1": "informal", "iso/2": "effective"}
    plan = plan_of(building.supplier(["iso"], answers), library)
    assert (plan.packages[0].start_level, plan.packages[0].closes) == (Level.INFORMAL, ("iso/0", "iso/1"))


@pytest.mark.parametrize(("people", "factor"), [(50, 1.0), (200, 4**0.6), (5, 0.1**0.6), (None, 1.0)])
def test_effort_grows_with_the_plant_to_the_power_of_the_book_and_outside_cost_does_not(
    people: int | None, factor: float
) -> None:
    plan = plan_of(replace(plant("implemented", capa="absent"), employees=people))
    assert plan.effort.likely == pytest.approx(30 * factor)
    assert plan.cost == Range(100, 200, 400)


def test_the_exponent_comes_from_the_book() -> None:
    plan = plan_of(
        replace(plant("implemented", capa="absent"), employees=200), shelf(replace(BOOK, effort_exponent=0.5))
    )
    assert plan.effort.likely == pytest.approx(60)


def test_cost_in_another_currency_is_told_in_pesos_at_the_plants_own_rate() -> None:
    supplier = plant("implemented", calibration="absent")
    assumed = plan_of(supplier)
    given = plan_of(replace(supplier, plan=PlanWishes(fx={"USD": 20.0})))
    assert (assumed.cost, assumed.fx_assumed) == (Range(1800, 3600, 7200), True)
    assert (given.cost, given.fx_assumed) == (Range(2000, 4000, 8000), False)


def test_a_rate_that_the_plant_did_not_give_is_an_assumption_though_it_gave_another() -> None:
    supplier = replace(plant("implemented", calibration="absent"), plan=PlanWishes(fx={"EUR": 21.0}))
    assert plan_of(supplier).fx_assumed
    without_dollars = replace(plant("implemented", capa="absent"), plan=PlanWishes(fx={"EUR": 21.0}))
    assert not plan_of(without_dollars).fx_assumed


def test_a_practice_that_the_plant_calls_done_is_left_out_and_one_under_way_is_marked() -> None:
    progress = {"document-control": Progress(PackageState.DONE), "capa": Progress(PackageState.IN_PROGRESS)}
    plan = plan_of(replace(plant(), plan=PlanWishes(progress=progress)))
    assert {row.practice.id for row in plan.packages} == {"training", "capa", "calibration"}
    assert {row.practice.id for row in plan.packages if row.under_way} == {"capa"}
    assert package(plan, "training").after == ()


def test_nothing_to_close_is_an_empty_plan() -> None:
    plan = plan_of(plant("implemented"))
    assert (plan.packages, plan.effort, plan.cost) == ((), Range(0, 0, 0), Range(0, 0, 0))
    assert plan.weeks.high == 0


def test_open_questions_are_counted_and_not_planned() -> None:
    plan = plan_of(plant("implemented", capa="unknown", training="absent"))
    assert [row.practice.id for row in plan.packages] == ["training"]
    assert plan.open_questions == 1


def test_what_closes_critical_gaps_comes_first_where_people_are_scarce() -> None:
    alone = replace(plant(), plan=PlanWishes(team={"quality": 0.5}))
    plan = plan_of(alone)
    assert package(plan, "calibration").finish is not None
    last_critical = max(row.finish or date.min for row in plan.packages if row.closes_critical)
    assert last_critical < (package(plan, "calibration").finish or date.min)
    assert plan.no_critical_gap == last_critical


def random_plant(seed: int) -> tuple[Library, Supplier]:
    """A large plant with a book of practices for it."""
    dice = thrown(seed)
    case = large_plant(seed).edited()
    names = [f"practice-{place}" for place in range(8)]
    for row in case.rows().values():
        row["practice"] = dice.choice(names)
    practices = [practice(name, *dice.sample(names[:place], k=min(place, 2))) for place, name in enumerate(names)]
    return building.library(case.checklists.values(), book(*practices)), case.supplier()


@pytest.mark.parametrize("seed", range(10))
def test_every_score_of_a_plan_is_what_the_engine_says_on_that_day_and_never_lower(seed: int) -> None:
    library, supplier = random_plant(seed)
    before = assess(library, supplier, on=TODAY)
    plan = make_plan(library, before)
    lows = dict(plan.score_before)
    for row in sorted(plan.packages, key=lambda one: one.finish or date.max):
        supplier = raised(supplier, row.closes, Level.IMPLEMENTED)
        now = assess(library, supplier, on=TODAY)
        intervals = {target.checklist.id: target.declared.interval for target in now.targets if target.declared}
        for target, interval in row.score_after.items():
            assert interval.low >= lows[target].low
        if len({one.finish for one in plan.packages}) == len(plan.packages):
            assert row.score_after == intervals
        lows = dict(row.score_after)
    assert not list(assess(library, supplier, on=TODAY).gaps())
    assert plan.packages == () or lows == intervals


@pytest.mark.parametrize("seed", range(3))
def test_the_same_plant_gets_the_same_plan(seed: int) -> None:
    library, supplier = random_plant(seed)
    assessment = assess(library, supplier, on=TODAY)
    assert make_plan(library, assessment) == make_plan(library, assessment)


@pytest.mark.parametrize("seed", range(10))
def test_the_packages_close_every_gap_once_in_the_order_of_the_checklists(seed: int) -> None:
    library, supplier = random_plant(seed)
    assessment = assess(library, supplier, on=TODAY)
    plan = make_plan(library, assessment)
    order = [row.requirement.id for row in assessment.requirements]
    closed = [key for row in plan.packages for key in row.closes]
    assert sorted(closed) == sorted(row.requirement.id for row in assessment.gaps())
    for row in plan.packages:
        assert list(row.closes) == sorted(row.closes, key=order.index)


def test_raising_keeps_a_higher_answer_and_brings_the_evidence_of_implemented() -> None:
    supplier = raised(plant("absent", capa="effective"), ["iso/capa", "iso/training"], Level.IMPLEMENTED)
    assert supplier.answers["iso/capa"].level is Level.EFFECTIVE
    assert supplier.answers["iso/training"].level is Level.IMPLEMENTED
    result = assess(shelf(), supplier, on=TODAY).requirement("iso/training")
    assert result is not None
    assert result.standing.backed is Level.IMPLEMENTED


@pytest.mark.parametrize("seed", range(12))
def test_a_step_that_only_its_own_next_step_waits_for_comes_as_close_before_it_as_people_allow(seed: int) -> None:
    library, supplier = random_case(seed, 8)
    plan = plan_of(supplier, library)
    spans = plan.timetable.spans
    behind: defaultdict[int, int] = defaultdict(int)
    used: defaultdict[tuple[str, int], float] = defaultdict(float)
    for span in spans:
        for place in span.waits_for:
            behind[place] += 1
        for part in span.parts:
            for day in range(part.begins, part.worked):
                used[part.role, day] += part.people
    for later in spans:
        for place in later.waits_for:
            span = spans[place]
            if behind[place] > 1 or span.job.practice != later.job.practice or span.job.begun:
                continue
            if span.ripe < min(part.begins for part in later.parts):
                tomorrow = [(part, part.worked) for part in span.parts]
                assert any(used[part.role, day] + part.people > plan.team[part.role] + 1e-6 for part, day in tomorrow)
