"""Plan: gaps gathered into work packages by practice, put on dates that the plant's own team can keep.

Every figure is an estimate for a plant of 50 people, scaled to this one's size; sources stand in practices.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from certready.assessment import AssessedRequirement, Assessment, scores
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
from certready.scoring import WEIGHT, Interval, Verdict
from certready.timetable import Job, Span, Timetable, arrange
from certready.workdays import Workdays

REFERENCE_PEOPLE = 50
INFORMAL_SHARE = 0.8  # a habit already saves a fifth of the first step
DEFAULT_FX: Mapping[str, float] = MappingProxyType({"MXN": 1.0, "USD": 18.0, "EUR": 20.5})
"""MXN per unit where the supplier file gives no rate: an assumption of November 2026, said so in reports."""

SCHEDULED_JOBS, FEWEST_SCHEDULES = 12_000, 60
"""How long the search for a timetable may go on, in jobs put on days: long plans are tried fewer times."""


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
    score_after: Mapping[str, Interval]  # by target, on the day this package finishes
    spans: tuple[Span, ...] = ()  # one per work, in order

    @property
    def start(self) -> date | None:
        """The day its work begins."""
        return min((span.start for span in self.spans), default=None)

    @property
    def finish(self) -> date | None:
        """The day its records are ripe."""
        return max((span.finish for span in self.spans), default=None)

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
    timetable: Timetable
    team: Mapping[str, float]  # people, by role
    no_critical_gap: date | None  # the day the last critical gap is closed; None where there is none to close
    ready: Mapping[str, date | None]  # by target: the day its verdict becomes ready; None where it never does
    fx: Mapping[str, float]
    fx_assumed: bool
    score_before: Mapping[str, Interval]
    open_questions: int  # binding requirements still unanswered: the plan may grow


def make_plan(library: Library, assessment: Assessment) -> Plan:
    """Gather the gaps of an assessment into packages, those that close critical gaps first."""
    supplier = assessment.supplier
    gaps_by_practice: dict[str, list[AssessedRequirement]] = {}
    for row in assessment.requirements:
        if row.gap is not None:
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
    in_order = _in_order(packages, library)
    team = {key: wishes.team.get(key, role.capacity) for key, role in library.book.roles.items()}
    calendar = Workdays(wishes.start or assessment.on, wishes.shutdowns)
    goals = (_urgent(in_order), _enough(library, assessment, in_order))
    tables = {pick: _arranged(in_order, team, calendar, goals, pick) for pick in ("low", "likely", "high")}
    dated = _dated(in_order, tables["likely"])
    scored = _scored(library, assessment, dated)
    return Plan(
        packages=tuple(row.package for row in sorted(scored, key=lambda row: dated.index(row.before))),
        effort=total(package.effort for package in in_order),
        cost=total(package.cost for package in in_order),
        weeks=Range(*(_calendar_weeks(tables[pick]) for pick in ("low", "likely", "high"))),
        timetable=tables["likely"],
        team=team,
        no_critical_gap=max((row.finish for row in dated if row.closes_critical and row.finish), default=None),
        ready=_ready_days(assessment, scored),
        fx=fx,
        fx_assumed=not wishes.fx or not _currencies(in_order) <= {"MXN", *wishes.fx},
        score_before=_intervals(assessment),
        open_questions=sum(row.binding and row.standing.level is Level.UNKNOWN for row in assessment.requirements),
    )


def _currencies(packages: Iterable[Package]) -> set[str]:
    """The currencies in which the packages cost anything."""
    costs = [work.step.cost for package in packages for work in package.works]
    return {cost.currency for cost in costs if cost.amount.high}


def total(ranges: Iterable[Range]) -> Range:
    """Sum of ranges, end by end."""
    rows = list(ranges)
    return Range(sum(r.low for r in rows), sum(r.likely for r in rows), sum(r.high for r in rows))


def scaled(one: Range, factor: float) -> Range:
    """A range times a factor."""
    return Range(one.low * factor, one.likely * factor, one.high * factor)


def _package(
    practice: Practice,
    rows: Sequence[AssessedRequirement],
    supplier: Supplier,
    *,
    scale: float,
    fx: Mapping[str, float],
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
    supplier, scopes = assessment.supplier, [target.scope for target in assessment.targets]
    chosen: list[str] = []
    for package in packages:
        chosen.append(package.practice.id)
        supplier = raised(supplier, package.closes, package.end_level)
        after = scores(library, supplier, scopes, on=assessment.on)
        if all(score.verdict is Verdict.READY for score in after.values()):
            break
    return frozenset(chosen)


def _arranged(
    packages: Sequence[Package],
    team: Mapping[str, float],
    calendar: Workdays,
    goals: Sequence[frozenset[str]],
    pick: str,
) -> Timetable:
    jobs = [Job(row.practice.id, work.step, work.effort, work.weeks) for row in packages for work in row.works]
    after = {package.practice.id: package.after for package in packages}
    tries = SCHEDULED_JOBS if pick == "likely" else SCHEDULED_JOBS // 4  # the ends of the range need less care
    schedules = max(FEWEST_SCHEDULES, tries // max(len(jobs), 1))
    return arrange(jobs, after, team, calendar, goals=goals, pick=pick, schedules=schedules)


def _dated(packages: Sequence[Package], table: Timetable) -> list[Package]:
    """The packages with their dates, in the order they begin."""
    dated = [
        replace(package, spans=tuple(span for span in table.spans if span.job.practice == package.practice.id))
        for package in packages
    ]
    return sorted(dated, key=lambda package: (package.start or date.max, package.finish or date.max))


def _calendar_weeks(table: Timetable) -> float:
    return ((table.finish - table.start).days + 1) / 7 if table.spans else 0.0


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
