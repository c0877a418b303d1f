"""Plan: work packages put on dates that the plant's own team can keep, and what they bring on each of those dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from certready.assessment import Assessment, scores
from certready.model import Level, Library, Range
from certready.packages import DEFAULT_FX, Package, Work, gather, people, raised, rates, total
from certready.scoring import Interval, Verdict
from certready.timetable import Network, Timetable, arrange
from certready.workdays import Workdays

__all__ = ["DEFAULT_FX", "Package", "Plan", "Work", "calendar_of", "make_plan", "raised", "total"]

SCHEDULED_JOBS, FEWEST_SCHEDULES, MOST_SCHEDULES = 8_000, 60, 400
"""How long the search for a timetable may go on, in jobs put on days: long plans are tried fewer times."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What it takes to close every known gap; open questions are not in it."""

    packages: tuple[Package, ...]  # in the order they begin; those nobody can do stand last, without dates
    effort: Range  # person-days
    cost: Range  # MXN
    weeks: Range  # calendar weeks with the plant's own team, prerequisites respected
    timetable: Timetable
    team: Mapping[str, float]  # people, by role
    no_critical_gap: date | None  # the day the last critical gap is closed; None where there is none, or it never is
    ready: Mapping[str, date | None]  # by target: the day its verdict becomes ready; None where it never does
    fx: Mapping[str, float]
    fx_assumed: bool
    score_before: Mapping[str, Interval]
    open_questions: int  # binding requirements still unanswered: the plan may grow
    network: Network  # the jobs of the timetable, in its order
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by target, when all that is planned is done

    @property
    def score_at_end(self) -> Mapping[str, Interval]:
        """By target, the score when all that is planned is done."""
        dated = [row for row in self.packages if row.finish and row.score_after]
        last = max(dated, key=lambda row: (row.finish or date.min, len(row.closes)), default=None)
        finished = [row.score_after for row in dated if last is not None and row.finish == last.finish]
        return max(finished, key=_sum_of_lows, default=self.score_before)

    @property
    def impossible(self) -> tuple[Package, ...]:
        """The packages that nobody can do, or that wait for such a one."""
        return tuple(row for row in self.packages if row.lacks)

    def package(self, practice: str) -> Package | None:
        """The package of a practice."""
        return next((row for row in self.packages if row.practice.id == practice), None)


def calendar_of(assessment: Assessment) -> Workdays:
    """The plant's working days from the first on which its plan can begin: as it wishes, not before the assessment."""
    wishes = assessment.supplier.plan
    return Workdays(max(wishes.start or assessment.on, assessment.on), wishes.shutdowns)


def make_plan(
    library: Library, assessment: Assessment, *, only: Collection[str] | None = None, hurried: bool = False
) -> Plan:
    """Gather the gaps of an assessment into packages and date them; `only` keeps the packages of these practices.

    A hurried plan ends as early as it can, whatever comes first in it.
    Raises CannotPlan where a cost has no exchange rate or no working day is left.
    """
    supplier, calendar = assessment.supplier, calendar_of(assessment)
    fx, team = rates(supplier), people(library, supplier)
    packages = [row for row in gather(library, assessment, calendar) if only is None or row.practice.id in only]
    doable = [row for row in packages if not row.lacks]
    goals = () if hurried else (_urgent(doable), _enough(library, assessment, doable))
    network = Network(
        jobs=tuple(job for row in doable for job in row.jobs),
        after={row.practice.id: row.after for row in doable},
        use_after={row.practice.id: row.use_after for row in doable},
        team=team,
        goals=goals,
    )
    tables = {pick: arrange(network, calendar, pick=pick, schedules=_tries(network, pick)) for pick in PICKS}
    dated = _dated(doable, tables["likely"])
    scored = _scored(library, assessment, dated)
    impossible = [row for row in packages if row.lacks]
    critical_left = any(row.closes_critical for row in impossible)
    last_critical = max((row.finish for row in dated if row.closes_critical and row.finish), default=None)
    return Plan(
        packages=(*(row.package for row in sorted(scored, key=lambda row: dated.index(row.before))), *impossible),
        effort=total(package.effort for package in packages),
        cost=total(package.cost for package in packages),
        weeks=Range(*(_calendar_weeks(tables[pick]) for pick in PICKS)),
        timetable=tables["likely"],
        team=team,
        no_critical_gap=None if critical_left else last_critical,
        ready=_ready_days(assessment, scored),
        fx=fx,
        fx_assumed=not supplier.plan.fx or not _currencies(packages) <= {"MXN", *supplier.plan.fx},
        score_before=_intervals(assessment),
        open_questions=sum(row.binding and row.standing.level is Level.UNKNOWN for row in assessment.requirements),
        network=network,
        verdicts=scored[-1].verdicts if scored else {row.checklist.id: row.verdict for row in assessment.targets},
    )


PICKS = ("low", "likely", "high")


def _tries(network: Network, pick: str) -> int:
    """How many timetables to try; the ends of the range need less care."""
    if pick != "likely":
        return FEWEST_SCHEDULES // 2
    return min(max(FEWEST_SCHEDULES, SCHEDULED_JOBS // max(len(network.jobs), 1)), MOST_SCHEDULES)


def _currencies(packages: Iterable[Package]) -> set[str]:
    """The currencies in which the packages cost anything."""
    costs = [work.step.cost for package in packages for work in package.works]
    return {cost.currency for cost in costs if cost.amount.high}


@dataclass(frozen=True, slots=True)
class _Scored:
    """A package before and after its score was recomputed, with the verdicts of that day."""

    before: Package
    package: Package
    verdicts: Mapping[str, Verdict]


def _scored(library: Library, assessment: Assessment, packages: Sequence[Package]) -> list[_Scored]:
    """Each package, in the order they finish, with the score of that day: recomputed by the engine, never summed."""
    supplier, scopes = assessment.supplier, [target.scope for target in assessment.targets]
    scored = []
    for package in sorted(packages, key=lambda row: row.finish or date.max):
        supplier = raised(supplier, package.closes, package.end_level)
        after = scores(library, supplier, scopes, on=assessment.on)
        intervals = {target: score.interval for target, score in after.items()}
        verdicts = {target: score.verdict for target, score in after.items()}
        scored.append(_Scored(package, replace(package, score_after=intervals), verdicts))
    return scored


def _ready_days(assessment: Assessment, scored: Sequence[_Scored]) -> dict[str, date | None]:
    """By target, the first day from which its verdict is ready; the day of the assessment where it is so already."""
    days: dict[str, date | None] = {}
    for target in assessment.targets:
        name = target.checklist.id
        if target.verdict is Verdict.READY:
            days[name] = assessment.on
            continue
        reached = (row.package.finish for row in scored if row.verdicts.get(name) is Verdict.READY)
        days[name] = next(reached, None)
    return days


def _urgent(packages: Sequence[Package]) -> frozenset[str]:
    """The practices that close critical gaps."""
    return frozenset(package.practice.id for package in packages if package.closes_critical)


def _enough(library: Library, assessment: Assessment, packages: Sequence[Package]) -> frozenset[str]:
    """The first packages in order that together make every target ready, or all of them."""
    scopes = [target.scope for target in assessment.targets]

    def ready(count: int) -> bool:
        closed = [key for package in packages[:count] for key in package.closes]
        supplier = raised(assessment.supplier, closed, Level.IMPLEMENTED)
        after = scores(library, supplier, scopes, on=assessment.on)
        return all(score.verdict is Verdict.READY for score in after.values())

    few, many = 0, len(packages)
    if ready(many):  # once ready, more packages leave it so
        while few < many:
            middle = (few + many) // 2
            few, many = (few, middle) if ready(middle) else (middle + 1, many)
    return frozenset(package.practice.id for package in packages[:many])


def _dated(packages: Sequence[Package], table: Timetable) -> list[Package]:
    """The packages with their dates, in the order they begin."""
    dated = [
        replace(package, spans=tuple(span for span in table.spans if span.job.practice == package.practice.id))
        for package in packages
    ]
    return sorted(dated, key=lambda package: (package.start or date.max, package.finish or date.max))


def _calendar_weeks(table: Timetable) -> float:
    return ((table.finish - table.start).days + 1) / 7 if table.spans else 0.0


def _sum_of_lows(intervals: Mapping[str, Interval]) -> float:
    return float(sum(one.low for one in intervals.values()))


def _intervals(assessment: Assessment) -> dict[str, Interval]:
    return {
        target.checklist.id: target.declared.interval for target in assessment.targets if target.declared is not None
    }
