"""Work packages: the gaps of a plant gathered by practice, with what each takes in this plant.

Every figure is an estimate for a plant of 50 people, scaled to this one's size; sources stand in practices.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from certready.assessment import AssessedRequirement, Assessment
from certready.diagnostics import CannotPlan
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
    Text,
)
from certready.scoring import WEIGHT, Interval
from certready.timetable import Job, Span
from certready.workdays import WORKING_DAYS_A_WEEK, Workdays

REFERENCE_PEOPLE = 50
INFORMAL_SHARE = 0.8  # a habit already saves a fifth of the first step
MOST_UNDER_WAY = 0.8  # what time alone can have done of a step whose end the plant does not claim yet
SLOWEST_DAYS = 1300  # working days, five years: a role so thin that its part takes longer cannot do it
DEFAULT_FX: Mapping[str, float] = MappingProxyType({"MXN": 1.0, "USD": 18.0, "EUR": 20.5})
"""MXN per unit where the supplier file gives no rate: an assumption of November 2026, said so in reports."""

NO_RATE = Text(
    es="«{practice}» tiene un costo en {currency} y no hay tipo de cambio. Agregue al archivo del proveedor"
    " plan: fx: {{{currency}: pesos por unidad}}.",
    en="“{practice}” has a cost in {currency} and there is no exchange rate. Add to the supplier file"
    " plan: fx: {{{currency}: pesos per unit}}.",
)


@dataclass(frozen=True, slots=True)
class Work:
    """A step of a package, scaled to the plant."""

    step: Step
    effort: Range  # person-days
    cost: Range  # MXN
    weeks: Range
    run_weeks: float = 0.0  # of them, the weeks in which records accrue


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
    spans: tuple[Span, ...] = ()  # one per work, in order; none where nobody can do it
    use_after: tuple[str, ...] = ()  # practices of this plan that must be in use before this one is
    since: date | None = None  # under way since
    head_start: float = 0.0  # share of its first step that counts as done
    lacks: tuple[str, ...] = ()  # roles that have nobody, or next to nobody, to do it or what it waits for

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

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Its works as jobs for a timetable."""
        return tuple(
            Job(self.practice.id, work.step, work.effort, work.weeks, work.run_weeks, self.under_way and place == 0)
            for place, work in enumerate(self.works)
        )


def gather(library: Library, assessment: Assessment, calendar: Workdays) -> list[Package]:
    """The gaps of an assessment as packages: prerequisites first, among those free what closes critical gaps first.

    Packages that the plant calls done are left out. Raises CannotPlan where a cost has no exchange rate.
    """
    supplier, book = assessment.supplier, library.book
    gaps: dict[str, list[AssessedRequirement]] = {}
    for row in assessment.requirements:
        if row.gap is not None:
            gaps.setdefault(row.requirement.practice, []).append(row)
    done = {key for key, value in supplier.plan.progress.items() if value.state is PackageState.DONE}
    scale = ((supplier.employees or REFERENCE_PEOPLE) / REFERENCE_PEOPLE) ** book.effort_exponent
    packages = [
        _package(book.practices[key], rows, supplier, calendar, scale)
        for key, rows in gaps.items()
        if key in book.practices and key not in done
    ]
    return _in_order(_without_people(packages, people(library, supplier)), library)


def people(library: Library, supplier: Supplier) -> dict[str, float]:
    """The team, by role: what the plant says, else the default of the book."""
    return {key: supplier.plan.team.get(key, role.capacity) for key, role in library.book.roles.items()}


def rates(supplier: Supplier) -> dict[str, float]:
    """MXN per unit of currency: the plant's own rates, else assumed ones."""
    return {**DEFAULT_FX, **supplier.plan.fx}


def total(ranges: Iterable[Range]) -> Range:
    """Sum of ranges, end by end."""
    rows = list(ranges)
    return Range(sum(r.low for r in rows), sum(r.likely for r in rows), sum(r.high for r in rows))


def scaled(one: Range, factor: float) -> Range:
    """A range times a factor."""
    return Range(one.low * factor, one.likely * factor, one.high * factor)


def raised(supplier: Supplier, requirement_ids: Iterable[str], level: Level) -> Supplier:
    """The supplier as it would be with these requirements at a level; a higher own answer stays."""
    answers = dict(supplier.answers)
    for key in requirement_ids:
        old = answers.get(key)
        if old is None or old.level not in LADDER or LADDER.index(old.level) < LADDER.index(level):
            evidence = (Evidence(EvidenceKind.DOCUMENT), Evidence(EvidenceKind.RECORD))
            answers[key] = Answer(level, evidence=evidence)
    return replace(supplier, answers=answers)


def _package(
    practice: Practice, rows: Sequence[AssessedRequirement], supplier: Supplier, calendar: Workdays, scale: float
) -> Package:
    start = min((row.standing.level for row in rows), key=LADDER.index)
    works = [_work(practice, step, start, scale, rates(supplier)) for step in _steps(practice, start)]
    progress = supplier.plan.progress.get(practice.id)
    under_way = progress is not None and progress.state is PackageState.IN_PROGRESS
    since = progress.since if progress is not None and under_way else None
    head_start = _head_start(works[0], since, supplier, calendar) if works else 0.0
    if head_start:
        works[0] = _remaining(works[0], 1 - head_start)
    return Package(
        practice=practice,
        closes=tuple(row.requirement.id for row in rows),
        start_level=start,
        end_level=Level.IMPLEMENTED,
        works=tuple(works),
        after=(),
        closes_critical=any(row.gap is Criticality.CRITICAL for row in rows),
        under_way=under_way,
        score_after={},
        since=since,
        head_start=head_start,
    )


def _steps(practice: Practice, start: Level) -> Iterable[Step]:
    """The steps from a level to implemented."""
    first, last = LADDER.index(start), LADDER.index(Level.IMPLEMENTED)
    return (step for step in practice.steps if first < LADDER.index(step.end) <= last)


def _work(practice: Practice, step: Step, start: Level, scale: float, fx: Mapping[str, float]) -> Work:
    """A step in this plant; from a mere habit the first step takes less."""
    part = INFORMAL_SHARE if start is Level.INFORMAL and step.start is Level.ABSENT else 1.0
    currency = step.cost.currency
    if step.cost.amount.high and currency not in fx:
        raise CannotPlan(NO_RATE.format(practice=practice.title, currency=currency))
    cost = scaled(step.cost.amount, fx.get(currency, 1.0))
    return Work(step, scaled(step.effort, scale * part), cost, step.elapsed_weeks, step.run_weeks)


def _head_start(work: Work, since: date | None, supplier: Supplier, calendar: Workdays) -> float:
    """The share of a step that the working days since its start make up, at the likely pace, up to a limit."""
    if since is None or since >= calendar.day(0) or not work.weeks.likely:
        return 0.0
    gone = Workdays(since, supplier.plan.shutdowns).before(calendar.day(0))
    return min(gone / (work.weeks.likely * WORKING_DAYS_A_WEEK), MOST_UNDER_WAY)


def _remaining(work: Work, share: float) -> Work:
    """What is left of a step under way; its outside cost stays whole, as nobody said what was paid already."""
    return replace(
        work,
        effort=scaled(work.effort, share),
        weeks=scaled(work.weeks, share),
        run_weeks=work.run_weeks * share,
    )


def _without_people(packages: Sequence[Package], team: Mapping[str, float]) -> list[Package]:
    """The packages, those marked that nobody can do, or that wait for such a one."""
    lacking = {package.practice.id: _lacks(package, team) for package in packages}
    moved = True
    while moved:
        moved = False
        for package in packages:
            first = {*package.practice.after, *package.practice.use_after} & lacking.keys()
            added = set().union(*(lacking[key] for key in first)) - lacking[package.practice.id]
            if added:
                lacking[package.practice.id] |= added
                moved = True
    return [replace(package, lacks=tuple(key for key in team if key in lacking[package.practice.id])) for package in
            packages]  # fmt: skip


def _lacks(package: Package, team: Mapping[str, float]) -> set[str]:
    """The roles that have work in a package and too few people to ever do it."""
    found = set()
    for work in package.works:
        for role, share in work.step.shares.items():
            if share * work.effort.high > SLOWEST_DAYS * team.get(role, 0.0):
                found.add(role)
    return found


def _in_order(packages: Sequence[Package], library: Library) -> list[Package]:
    """Prerequisites first; among those free to start, what closes critical gaps, then what closes the most weight."""
    waiting = {package.practice.id: package for package in packages}
    weight = {key: sum(_weight(library, closed) for closed in package.closes) for key, package in waiting.items()}
    urgent = _with_prerequisites({key for key, package in waiting.items() if package.closes_critical}, waiting)
    ordered: list[Package] = []
    while waiting:
        free = [key for key, package in waiting.items() if not waiting.keys() & _before(package)]
        candidates = free or list(waiting)
        best = min(candidates, key=lambda key: (key not in urgent, -weight[key], key))
        package = waiting.pop(best)
        placed = {earlier.practice.id for earlier in ordered}
        after = tuple(key for key in package.practice.after if key in placed)
        use_after = tuple(key for key in package.practice.use_after if key in placed)
        ordered.append(replace(package, after=after, use_after=use_after))
    return ordered


def _before(package: Package) -> set[str]:
    return {*package.practice.after, *package.practice.use_after}


def _with_prerequisites(wanted: set[str], packages: Mapping[str, Package]) -> set[str]:
    found, frontier = set(wanted), list(wanted)
    while frontier:
        for key in _before(packages[frontier.pop()]):
            if key in packages and key not in found:
                found.add(key)
                frontier.append(key)
    return found


def _weight(library: Library, requirement_id: str) -> int:
    requirement = library.requirement(requirement_id)
    return WEIGHT[requirement.criticality] if requirement else 0
