"""The days a plant works towards: no critical gap, ready, audited and reviewed, application filed, certificate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from certready.assessment import Assessment, TargetAssessment
from certready.model import Criticality, Fee, FeeKind, Level, Library, PackageState, TimeUnit
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


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day, or a range of days, or why there is none."""

    kind: Kind
    target: str | None = None
    day: date | None = None  # the earliest
    latest: date | None = None  # where it is a range
    why: Why | None = None
    terms: tuple[Fee, ...] = ()  # the published times it rests on
    fees: tuple[Fee, ...] = ()  # what the application costs


@dataclass(frozen=True, slots=True)
class Route:
    """How a target is applied for: rows of fees.yaml that say how long it takes, one after the other, and its price."""

    terms: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()
    certificate: bool = True


COFEPRIS_FEES = ("lfd-195-iii-a", "lfd-195e-x")
ROUTES: Mapping[str, Route] = MappingProxyType(
    {
        "iso-13485": Route(("e-t-13485-audit",), ("e-13485-cert-small",)),
        "mdsap": Route(("e-t-13485-audit",), ("e-mdsap",)),
        "eu-mdr": Route(("rt-nb-qms-2025",)),
        "eu-gmp": Route(("e-t-insp", "lt-gmp-cert"), ("ema-gmp-outside-eu",)),
        "eu-api": Route(("e-t-insp", "lt-gmp-cert")),
        "cofepris-device": Route(("t-default",), COFEPRIS_FEES),
        "cofepris-drug": Route(("t-default",), COFEPRIS_FEES),
        "cofepris-api": Route(("t-default",), COFEPRIS_FEES),
        "fda-device": Route((), ("us-dev-registration-fy2027",), certificate=False),
        "fda-drug": Route((), ("us-gdufa-fdf-for-fy2026",), certificate=False),
        "fda-api": Route((), ("us-gdufa-api-for-fy2026",), certificate=False),
        "device-supplier": Route(certificate=False),
        "supply-chain": Route(certificate=False),
        "ich-q7": Route(certificate=False),
    }
)
"""Which published term is that of the certificate itself; a target that is not here has none known."""


def milestones(library: Library, assessment: Assessment, plan: Plan) -> tuple[Milestone, ...]:
    """The milestones of a plan, those of each target in the order of the targets."""
    calendar = calendar_of(assessment)
    audited = _audited(assessment, plan)
    found = [_no_critical_gap(assessment, plan), *(_ready(target, plan) for target in assessment.targets), audited]
    for target in assessment.targets:
        filed = _filed(target, plan, audited, calendar, library)
        found.extend((filed, _certificate(filed, library)))
    return tuple(found)


def filings(library: Library, package: Package, targets: Iterable[str], on: date) -> Iterator[Fee]:
    """The fees and legal times that the authorities of these targets publish for what a package may file."""
    wanted = set(targets)
    for fee in library.fees:
        published = fee.kind in {FeeKind.FEE, FeeKind.LEGAL_TIME}
        if fee.practice == package.practice.id and published and fee.in_force.covers(on) and wanted & set(fee.targets):
            yield fee


def _no_critical_gap(assessment: Assessment, plan: Plan) -> Milestone:
    if plan.no_critical_gap is not None:
        return Milestone(Kind.NO_CRITICAL_GAP, day=plan.no_critical_gap)
    if any(row.closes_critical for row in plan.impossible):
        return Milestone(Kind.NO_CRITICAL_GAP, why=Why.NOBODY)
    if any(row.gap is Criticality.CRITICAL for row in assessment.gaps()):
        return Milestone(Kind.NO_CRITICAL_GAP, why=Why.NOT_REACHED)
    unknown = any(
        row.binding and row.standing.level is Level.UNKNOWN and row.requirement.criticality is Criticality.CRITICAL
        for row in assessment.requirements
    )
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
    return Milestone(Kind.AUDITED, day=day, why=None if day else Why.NOTHING_OPEN)


def _filed(target: TargetAssessment, plan: Plan, audited: Milestone, calendar: Workdays, library: Library) -> Milestone:
    name = target.checklist.id
    fees = tuple(_rows(library, ROUTES[name].fees)) if name in ROUTES else ()
    if target.declared is None:
        return Milestone(Kind.FILED, name, why=Why.DOES_NOT_APPLY)
    ready = plan.ready.get(name)
    if ready is None or audited.why in {Why.NOBODY, Why.NOT_REACHED}:
        return Milestone(Kind.FILED, name, why=Why.NOT_READY, fees=fees)
    reached = max(ready, audited.day or ready, calendar.day(0))
    number = calendar.before(reached + timedelta(days=1)) + PREPARE_APPLICATION - 1
    return Milestone(Kind.FILED, name, calendar.day(number), fees=fees)


def _certificate(filed: Milestone, library: Library) -> Milestone:
    route = ROUTES.get(filed.target or "")
    if filed.why is Why.DOES_NOT_APPLY:
        return Milestone(Kind.CERTIFICATE, filed.target, why=filed.why)
    if route is not None and not route.certificate:
        return Milestone(Kind.CERTIFICATE, filed.target, why=Why.NO_CERTIFICATE)
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
