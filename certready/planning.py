"""Plan: gaps gathered into work packages by practice, in an order in which they can be done.

Every figure is an estimate for a plant of 50 people, scaled to this one's size; sources stand in practices.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from certready.assessment import Assessment, AssessedRequirement, assess
from certready.model import (
    LADDER,
    Answer,
    Criticality,
    Evidence,
    EvidenceKind,
    Level,
    Library,
    PackageState,
    Practice,
    Range,
    Step,
    Supplier,
)
from certready.scoring import WEIGHT, Interval

REFERENCE_PEOPLE = 50
INFORMAL_SHARE = 0.8  # a habit already saves a fifth of the first step
DEFAULT_FX: Mapping[str, float] = MappingProxyType({"MXN": 1.0, "USD": 18.0, "EUR": 20.5})
"""MXN per unit where the supplier file gives no rate: an assumption of November 2026, said so in reports."""

NOTHING = Range(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Work:
    """A step of a package, scaled to the plant."""

    step: Step
    effort: Range  # person-days
    cost: Range  # MXN
    weeks: Range


@dataclass(frozen=True, slots=True)
class Package:
    """Work that lifts one practice to the level asked, and what it closes."""

    practice: Practice
    closes: tuple[str, ...]  # requirement ids, in the order of the checklists
    start_level: Level
    end_level: Level
    works: tuple[Work, ...]
    after: tuple[str, ...]  # practices of this plan that come first
    closes_critical: bool
    under_way: bool
    score_after: Mapping[str, Interval]  # by target: after this package and all before it
    start: date | None = None
    finish: date | None = None

    @property
    def effort(self) -> Range:
        """Person-days of the plant's own people."""
        return total(work.effort for work in self.works)

    @property
    def cost(self) -> Range:
        """Outside cost in MXN."""
        return total(work.cost for work in self.works)

    @property
    def weeks(self) -> Range:
        """Calendar weeks from its start, records included."""
        return total(work.weeks for work in self.works)


@dataclass(frozen=True, slots=True)
class Plan:
    """What it takes to close every known gap; open questions are not in it."""

    packages: tuple[Package, ...]
    effort: Range  # person-days
    cost: Range  # MXN
    weeks: Range  # calendar weeks with the plant's own team, prerequisites respected
    fx: Mapping[str, float]
    fx_assumed: bool
    score_before: Mapping[str, Interval]
    open_questions: int  # binding requirements still unanswered: the plan may grow


def make_plan(library: Library, assessment: Assessment) -> Plan:
    """Gather the gaps of an assessment into packages, those that close critical gaps first."""
    supplier = assessment.supplier
    gaps_by_practice: dict[str, list[AssessedRequirement]] = {}
    for row in assessment.gaps():
        gaps_by_practice.setdefault(row.requirement.practice, []).append(row)
    wishes = supplier.plan
    done = {key for key, value in wishes.progress.items() if value.state is PackageState.DONE}
    fx = {**DEFAULT_FX, **wishes.fx}
    practices = [library.book.practices[key] for key in gaps_by_practice if key in library.book.practices]
    scale = ((supplier.employees or REFERENCE_PEOPLE) / REFERENCE_PEOPLE) ** library.book.effort_exponent
    packages = [
        _package(practice, gaps_by_practice[practice.id], supplier, scale=scale, fx=fx)
        for practice in practices
        if practice.id not in done
    ]
    ordered = _scored(library, assessment, _in_order(packages, library))
    return Plan(
        packages=tuple(ordered),
        effort=total(package.effort for package in ordered),
        cost=total(package.cost for package in ordered),
        weeks=_weeks(ordered, library, supplier),
        fx=fx,
        fx_assumed=not wishes.fx,
        score_before=_intervals(assessment),
        open_questions=sum(row.binding and row.standing.level is Level.UNKNOWN for row in assessment.requirements),
    )


def total(ranges: Iterable[Range]) -> Range:
    """Sum of ranges, end by end."""
    rows = list(ranges)
    return Range(sum(r.low for r in rows), sum(r.likely for r in rows), sum(r.high for r in rows))


def scaled(one: Range, factor: float) -> Range:
    """A range times a factor."""
    return Range(one.low * factor, one.likely * factor, one.high * factor)


def _package(
    practice: Practice, rows: Sequence[AssessedRequirement], supplier: Supplier, *, scale: float, fx: Mapping[str, float]
) -> Package:
    start = min((row.standing.level for row in rows), key=LADDER.index)
    works = [_work(step, start, scale, fx) for step in _steps(practice, start)]
    progress = supplier.plan.progress.get(practice.id)
    return Package(
        practice=practice,
        closes=tuple(row.requirement.id for row in rows),
        start_level=start,
        end_level=Level.IMPLEMENTED,
        works=tuple(works),
        after=(),
        closes_critical=any(row.gap is Criticality.CRITICAL for row in rows),
        under_way=progress is not None and progress.state is PackageState.IN_PROGRESS,
        score_after={},
    )


def _steps(practice: Practice, start: Level) -> Iterable[Step]:
    """The steps from a level to implemented."""
    first, last = LADDER.index(start), LADDER.index(Level.IMPLEMENTED)
    return (step for step in practice.steps if first < LADDER.index(step.end) <= last)


def _work(step: Step, start: Level, scale: float, fx: Mapping[str, float]) -> Work:
    """A step in this plant; from a mere habit the first step takes less."""
    part = INFORMAL_SHARE if start is Level.INFORMAL and step.start is Level.ABSENT else 1.0
    rate = fx.get(step.cost.currency, 1.0)
    return Work(step, scaled(step.effort, scale * part), scaled(step.cost.amount, rate), step.elapsed_weeks)


def _in_order(packages: Sequence[Package], library: Library) -> list[Package]:
    """Prerequisites first; among those free to start, what closes critical gaps, then what closes the most weight."""
    waiting = {package.practice.id: package for package in packages}
    weight = {key: sum(_weight(library, closed) for closed in package.closes) for key, package in waiting.items()}
    urgent = _with_prerequisites({key for key, package in waiting.items() if package.closes_critical}, waiting)
    ordered: list[Package] = []
    while waiting:
        free = [key for key, package in waiting.items() if not waiting.keys() & set(package.practice.after)]
        candidates = free or list(waiting)
        best = min(candidates, key=lambda key: (key not in urgent, -weight[key], key))
        package = waiting.pop(best)
        placed = {earlier.practice.id for earlier in ordered}
        after = tuple(key for key in package.practice.after if key in placed)
        ordered.append(replace(package, after=after))
    return ordered


def _with_prerequisites(wanted: set[str], packages: Mapping[str, Package]) -> set[str]:
    found, frontier = set(wanted), list(wanted)
    while frontier:
        for key in packages[frontier.pop()].practice.after:
            if key in packages and key not in found:
                found.add(key)
                frontier.append(key)
    return found


def _weight(library: Library, requirement_id: str) -> int:
    requirement = library.requirement(requirement_id)
    return WEIGHT[requirement.criticality] if requirement else 0


def _scored(library: Library, assessment: Assessment, packages: Sequence[Package]) -> Iterable[Package]:
    """Each package with the score after it: recomputed by the engine, never summed."""
    supplier = assessment.supplier
    for package in packages:
        supplier = raised(supplier, package.closes, package.end_level)
        after = assess(library, supplier, on=assessment.on)
        yield replace(package, score_after=_intervals(after))


def raised(supplier: Supplier, requirement_ids: Iterable[str], level: Level) -> Supplier:
    """The supplier as it would be with these requirements at a level; a higher own answer stays."""
    answers = dict(supplier.answers)
    for key in requirement_ids:
        old = answers.get(key)
        if old is None or old.level not in LADDER or LADDER.index(old.level) < LADDER.index(level):
            evidence = (Evidence(EvidenceKind.DOCUMENT), Evidence(EvidenceKind.RECORD))
            answers[key] = Answer(level, evidence=evidence)
    return replace(supplier, answers=answers)


def _intervals(assessment: Assessment) -> dict[str, Interval]:
    return {
        target.checklist.id: target.declared.interval for target in assessment.targets if target.declared is not None
    }


def _weeks(packages: Iterable[Package], library: Library, supplier: Supplier) -> Range:
    """Calendar time: the longest chain of packages, or the busiest role's work, whichever is longer.

    A package may start once its prerequisites are documented: their first step only counts in the chain.
    """
    rows = {package.practice.id: package for package in packages}
    ends = [_chain(rows, pick) for pick in ("low", "likely", "high")]
    work_week = 5
    team = {key: supplier.plan.team.get(key, role.capacity) for key, role in library.book.roles.items()}
    loads: list[float] = []
    for pick in ("low", "likely", "high"):
        load: dict[str, float] = {}
        for package in rows.values():
            for work in package.works:
                for role, part in work.step.shares.items():
                    load[role] = load.get(role, 0) + part * getattr(work.effort, pick)
        busiest = (days / (team[role] * work_week) for role, days in load.items() if team.get(role))
        loads.append(max(busiest, default=0))
    low, likely, high = (max(end, load) for end, load in zip(ends, loads, strict=True))
    return Range(low, likely, high)


def _chain(packages: Mapping[str, Package], pick: str) -> float:
    documented: dict[str, float] = {}

    def ready(key: str) -> float:
        """The week in which a package's prerequisites are documented."""
        return max((documented[before] for before in packages[key].after), default=0.0)

    finish = 0.0
    for key, package in packages.items():
        weeks = [getattr(work.weeks, pick) for work in package.works]
        first_is_writing = bool(package.works) and package.works[0].step.end is Level.DOCUMENTED
        documented[key] = ready(key) + (weeks[0] if first_is_writing else 0)
        finish = max(finish, ready(key) + sum(weeks))
    return finish
