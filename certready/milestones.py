"""The days a plant works towards: no critical gap, ready, audited and reviewed, application filed, certificate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from certready.assessment import Assessment, TargetAssessment
from certready.model import (
    Application,
    Certificate,
    Criticality,
    Fee,
    FeeKind,
    Level,
    Library,
    PackageState,
    TimeUnit,
)
from certready.packages import Package
from certready.planning import Plan, calendar_of
from certready.scoring import Verdict
from certready.workdays import Workdays

AUDIT_AND_REVIEW = ("internal-audit", "management-review")
PREPARE_APPLICATION = 5  # working days to put the application together once all else is done
MONTH = 365 / 12  # days


class Kind(StrEnum):
    """What is reached."""

    NO_CRITICAL_GAP = "no-critical-gap"
    READY = "ready"
    AUDITED = "audited-and-reviewed"
    FILED = "application-filed"
    CERTIFICATE = "certificate-expected"


class Why(StrEnum):
    """Why a milestone has no day."""

    NOTHING_OPEN = "nothing-open"  # it is reached already
    OPEN_QUESTIONS = "open-questions"
    NOBODY = "nobody"  # somebody must be found for the work
    NOT_REACHED = "not-reached"  # what is planned does not suffice
    NOT_READY = "not-ready"  # there is no day on which to file
    NO_TERM = "no-term"  # nobody publishes how long it takes
    NO_CERTIFICATE = "no-certificate"  # the authority inspects and gives none
    DOES_NOT_APPLY = "does-not-apply"
    HELD = "held"  # the plant has it, as it says


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day, or a range of days, or why there is none."""

    kind: Kind
    target: str | None = None
    day: date | None = None  # the earliest
    latest: date | None = None  # where it is a range; of a certificate that is held, until when
    so_far: bool = False  # of the gaps known today: open questions may put it off
    why: Why | None = None
    terms: tuple[Fee, ...] = ()  # the published times it rests on
    fees: tuple[Fee, ...] = ()  # what the application costs


def milestones(library: Library, assessment: Assessment, plan: Plan) -> tuple[Milestone, ...]:
    """The milestones of a plan, those of each target in the order of the targets."""
    audited = _audited(assessment, plan)
    found = [_no_critical_gap(assessment, plan), *(_ready(target, plan) for target in assessment.targets), audited]
    for target in assessment.targets:
        found.extend(_applied_for(assessment, target, plan, audited, library))
    return tuple(found)


def filings(library: Library, package: Package, targets: Iterable[str], on: date) -> Iterator[Fee]:
    """The fees and legal times that the authorities of these targets publish for what a package may file."""
    wanted = set(targets)
    for fee in library.fees:
        published = fee.kind in {FeeKind.FEE, FeeKind.LEGAL_TIME}
        if fee.practice == package.practice.id and published and fee.in_force.covers(on) and wanted & set(fee.targets):
            yield fee


def _no_critical_gap(assessment: Assessment, plan: Plan) -> Milestone:
    unknown = any(
        row.binding and row.standing.level is Level.UNKNOWN and row.requirement.criticality is Criticality.CRITICAL
        for row in assessment.requirements
    )
    if plan.no_critical_gap is not None:
        return Milestone(Kind.NO_CRITICAL_GAP, day=plan.no_critical_gap, so_far=unknown)
    if any(row.closes_critical for row in plan.impossible):
        return Milestone(Kind.NO_CRITICAL_GAP, why=Why.NOBODY)
    if any(row.gap is Criticality.CRITICAL for row in assessment.gaps()):
        return Milestone(Kind.NO_CRITICAL_GAP, why=Why.NOT_REACHED)
    return Milestone(Kind.NO_CRITICAL_GAP, why=Why.OPEN_QUESTIONS if unknown else Why.NOTHING_OPEN)


def _ready(target: TargetAssessment, plan: Plan) -> Milestone:
    name = target.checklist.id
    day = plan.ready.get(name)
    if target.verdict is Verdict.READY:
        return Milestone(Kind.READY, name, why=Why.NOTHING_OPEN)
    if day is not None:
        return Milestone(Kind.READY, name, day)
    if target.declared is None:
        return Milestone(Kind.READY, name, why=Why.DOES_NOT_APPLY)
    if target.counts.unknown:
        return Milestone(Kind.READY, name, why=Why.OPEN_QUESTIONS)
    return Milestone(Kind.READY, name, why=Why.NOBODY if plan.impossible else Why.NOT_REACHED)


def _audited(assessment: Assessment, plan: Plan) -> Milestone:
    """Internal audit and management review, where either still has gaps."""
    rows = [row for row in plan.packages if row.practice.id in AUDIT_AND_REVIEW]
    if any(row.lacks for row in rows):
        return Milestone(Kind.AUDITED, why=Why.NOBODY)
    progress = assessment.supplier.plan.progress
    open_ = {row.requirement.practice for row in assessment.gaps()} & set(AUDIT_AND_REVIEW)
    done = {key for key in open_ if key in progress and progress[key].state is PackageState.DONE}
    if open_ - done - {row.practice.id for row in rows}:
        return Milestone(Kind.AUDITED, why=Why.NOT_REACHED)
    day = max((row.finish for row in rows if row.finish), default=None)
    if day is None and _unanswered(assessment, AUDIT_AND_REVIEW):
        return Milestone(Kind.AUDITED, why=Why.OPEN_QUESTIONS)
    return Milestone(Kind.AUDITED, day=day, why=None if day else Why.NOTHING_OPEN)


def _unanswered(assessment: Assessment, practices: Sequence[str]) -> bool:
    """Whether a requirement of these practices has no answer yet."""
    return any(
        row.binding and row.standing.level is Level.UNKNOWN and row.requirement.practice in practices
        for row in assessment.requirements
    )


def _applied_for(
    assessment: Assessment, target: TargetAssessment, plan: Plan, audited: Milestone, library: Library
) -> Iterator[Milestone]:
    """Application and certificate of one target; of an authority that issues none, only what it charges."""
    name, route = target.checklist.id, target.checklist.application or Application()
    if target.declared is None:
        yield Milestone(Kind.FILED, name, why=Why.DOES_NOT_APPLY)
        yield Milestone(Kind.CERTIFICATE, name, why=Why.DOES_NOT_APPLY)
        return
    held = _held(assessment, route)
    if held is not None:
        yield Milestone(Kind.CERTIFICATE, name, latest=held.until, why=Why.HELD)
        return
    package = next((row for row in plan.packages if route.practice and row.practice.id == route.practice), None)
    if package is not None and package.spans:
        yield Milestone(Kind.FILED, name, package.spans[-1].start)
        yield Milestone(Kind.CERTIFICATE, name, package.finish)
        return
    filed = _filed(target, plan, audited, calendar_of(assessment), tuple(_rows(library, route.fees)))
    if route.issued:
        yield filed
        yield _certificate(filed, target.checklist.application, library)
    else:
        yield Milestone(Kind.CERTIFICATE, name, why=Why.NO_CERTIFICATE, fees=filed.fees)


def _held(assessment: Assessment, route: Application) -> Certificate | None:
    """The certificate itself, where the plant says that it has it and it has not expired."""
    held = assessment.supplier.profile.certificates or ()
    return next(
        (row for row in held if row.scheme == route.scheme and (row.until is None or row.until >= assessment.on)), None
    )


def _filed(
    target: TargetAssessment, plan: Plan, audited: Milestone, calendar: Workdays, fees: tuple[Fee, ...]
) -> Milestone:
    name = target.checklist.id
    ready = plan.ready.get(name)
    if ready is None or audited.why in {Why.NOBODY, Why.NOT_REACHED}:
        return Milestone(Kind.FILED, name, why=Why.NOT_READY, fees=fees)
    reached = max(ready, audited.day or ready, calendar.day(0))
    number = calendar.before(reached + timedelta(days=1)) + PREPARE_APPLICATION - 1
    return Milestone(Kind.FILED, name, calendar.day(number), fees=fees)


def _certificate(filed: Milestone, route: Application | None, library: Library) -> Milestone:
    if filed.day is None:
        return Milestone(Kind.CERTIFICATE, filed.target, why=Why.NOT_READY)
    terms = tuple(_rows(library, route.terms)) if route else ()
    if route is None or not terms or len(terms) < len(route.terms):
        return Milestone(Kind.CERTIFICATE, filed.target, why=Why.NO_TERM)
    low, high = _days(terms, "low"), _days(terms, "high")
    first, last = filed.day + timedelta(days=low), filed.day + timedelta(days=high)
    return Milestone(Kind.CERTIFICATE, filed.target, first if low < high else None, last, terms=terms)


def _rows(library: Library, ids: Sequence[str]) -> Iterator[Fee]:
    known = {fee.id: fee for fee in library.fees}
    return (known[key] for key in ids if key in known)


def _days(terms: Sequence[Fee], end: str) -> int:
    """Calendar days of terms one after the other."""
    total = 0.0
    for term in terms:
        ends = {"low": term.low, "high": term.high}
        value = term.value if term.value is not None else ends[end] or 0.0
        match term.unit:
            case TimeUnit.MONTHS:
                total += value * MONTH
            case TimeUnit.BUSINESS_DAYS:
                total += value * 7 / 5
            case TimeUnit.CALENDAR_DAYS | TimeUnit.FDA_DAYS | None:
                total += value
    return round(total)
