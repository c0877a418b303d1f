"""Random plants with random books of practices, and a validator of timetables that shares no code with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import holidays

from certready.model import (
    Cost,
    Level,
    Library,
    Period,
    PlanWishes,
    Practice,
    PracticeBook,
    Range,
    Role,
    Step,
    Supplier,
    Texts,
)
from certready.planning import Plan
from tests.engine import building
from tests.engine.building import Dict, both

CLIMB = [(Level.ABSENT, Level.DOCUMENTED), (Level.DOCUMENTED, Level.IMPLEMENTED), (Level.IMPLEMENTED, Level.EFFECTIVE)]
ROLES = ("quality", "engineering", "laboratory")
SHUTDOWN = Period(date(2026, 12, 21), date(2027, 1, 4))


def random_case(seed: int, practices: int = 7, *, targets: int = 2) -> tuple[Library, Supplier]:
    """A plant with this many practices to mend, and its book."""
    dice = Random(seed)  # noqa: S311
    names = [f"practice-{place}" for place in range(practices)]
    book = PracticeBook(
        {name: Role(name, both(name), dice.choice((0.5, 1.0, 1.5))) for name in ROLES},
        {name: _practice(dice, name, names[:place]) for place, name in enumerate(names)},
    )
    checklists: list[Dict] = []
    answers: dict[str, str] = {}
    for target in range(targets):
        rows: list[Dict] = []
        for number, name in enumerate([*names, *dice.choices(names, k=3 * practices)]):
            grade = dice.choices(("critical", "major", "minor"), (1, 3, 3))[0]
            rows.append({"id": f"r{number}", "criticality": grade, "practice": name})
            levels = ("absent", "informal", "documented", "implemented", "effective", "unknown")
            answers[f"t{target}/r{number}"] = dice.choices(levels, (2, 2, 3, 4, 4, 0 if seed % 2 else 1))[0]
        checklists.append({"id": f"t{target}", "chapters": [{"id": "1", "requirements": rows}]})
    supplier = building.supplier([one["id"] for one in checklists], answers)
    wishes = PlanWishes(start=date(2026, 12, 1), shutdowns=(SHUTDOWN,))
    return building.library(checklists, book), replace(supplier, employees=50, plan=wishes)


def _practice(dice: Random, name: str, earlier: list[str]) -> Practice:
    steps = []
    for start, end in CLIMB:
        effort, weeks = dice.randint(2, 20), dice.randint(1, 6)
        run = 0 if end is Level.DOCUMENTED else dice.randint(0, weeks)
        roles = dice.sample(ROLES, k=dice.randint(1, 3))
        cost = dice.choice((0, 1000, 5000, 20000))
        steps.append(
            Step(
                start,
                end,
                Texts(),
                Texts(),
                Range(effort / 2, effort, effort * 2),
                {role: 1 / len(roles) for role in roles},
                run,
                Range(weeks, weeks + 1, weeks + 4),
                Cost(Range(cost / 2, cost, cost * 2), "MXN"),
            )
        )
    after = tuple(dice.sample(earlier, k=min(len(earlier), dice.choice((0, 0, 1, 2)))))
    use_after = tuple(dice.sample(earlier, k=min(len(earlier), dice.choice((0, 0, 1)))))
    return Practice(name, both(name), ROLES[0], tuple(steps), after, use_after)


def faults_of(plan: Plan, library: Library, supplier: Supplier) -> list[str]:  # noqa: C901, PLR0912 - one list of laws
    """Everything that is wrong with a timetable: capacity, order, calendar, work left undone."""
    closed = holidays.country_holidays("MX")
    wrong = []

    def works(day: date) -> bool:
        shut = any(one.covers(day) for one in supplier.plan.shutdowns)
        return day.weekday() < 5 and day not in closed and not shut

    days: list[date] = []
    day = plan.timetable.start
    while day <= plan.timetable.finish:
        if works(day):
            days.append(day)
        day += timedelta(days=1)
    used: dict[tuple[str, date], float] = {}
    rows = {row.practice.id: row for row in plan.packages if row.spans}
    for row in rows.values():
        for span, work, before in zip(row.spans, row.works, (None, *row.spans), strict=False):
            if not (works(span.start) and works(span.worked_until) and works(span.finish)):
                wrong.append(f"{row.practice.id} begins or ends on a day off")
            if before is not None and span.start <= before.finish:
                wrong.append(f"{row.practice.id} goes on before its first step is ripe")
            for part in span.parts:
                for at in days[part.begins : part.worked]:
                    used[part.role, at] = used.get((part.role, at), 0.0) + part.people
                asked = work.step.shares[part.role] * work.effort.likely
                if part.people * (part.worked - part.begins) < asked - 1e-6:
                    wrong.append(f"{row.practice.id}: {part.role} is left with work")
            missing = {role for role, share in work.step.shares.items() if share} - {part.role for part in span.parts}
            wrong.extend(f"{row.practice.id}: {role} does nothing" for role in missing)
        practice = library.book.practices[row.practice.id]
        for name in practice.after:
            other = rows.get(name)
            written = [one for one in other.spans if one.job.step.end is Level.DOCUMENTED] if other else []
            if written and row.start is not None and row.start <= written[0].finish:
                wrong.append(f"{row.practice.id} begins before {name} is documented")
        use = [one for one in row.spans if one.job.step.end is Level.IMPLEMENTED]
        for name in practice.use_after:
            other = rows.get(name)
            used_there = [one for one in other.spans if one.job.step.end is Level.IMPLEMENTED] if other else []
            if used_there and use and use[0].start <= used_there[0].worked_until:
                wrong.append(f"{row.practice.id} is put to use before {name} is")
    for (role, at), people in used.items():
        if people > plan.team[role] + 1e-6:
            wrong.append(f"{people} of {plan.team[role]} people in {role} on {at}")
    return wrong
