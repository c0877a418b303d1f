"""Whom a plan waits for: the role with the least time for its work, and what more people in it would bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from certready.assessment import Assessment
from certready.model import Library
from certready.planning import Plan, make_plan

BUSY = 0.6  # of the plan's working days: a role with less to do than that holds nothing up
WORTH_TELLING = 28  # calendar days
TENTH = 10


@dataclass(frozen=True, slots=True)
class Relief:
    """A role, the people it has and twice as many, and the last day of the plan with either."""

    role: str
    people: float
    more: float
    finish: date
    then: date


def relief(library: Library, assessment: Assessment, plan: Plan) -> Relief | None:
    """The busiest role, if twice its people would end the plan four weeks earlier or more; else None."""
    days = dict.fromkeys(plan.team, 0.0)
    for work in (work for row in plan.packages if row.spans for work in row.works):
        for role, share in work.step.shares.items():
            if plan.team.get(role):
                days[role] += share * work.effort.likely / plan.team[role]
    role = max(days, key=lambda key: days[key], default="")
    if not role or days[role] < BUSY * max(plan.timetable.days, 1):
        return None
    more = ceil(2 * plan.team[role] * TENTH) / TENTH
    wishes = assessment.supplier.plan
    team = {**wishes.team, role: more}
    supplier = replace(assessment.supplier, plan=replace(wishes, team=team))
    only = {row.practice.id for row in plan.packages}
    relieved = make_plan(library, replace(assessment, supplier=supplier), only=only)
    finish, then = plan.timetable.finish, relieved.timetable.finish
    if (finish - then).days < WORTH_TELLING:
        return None
    return Relief(role, plan.team[role], more, finish, then)
