"""assess(): the engine's front door. Gets everything as an argument, the date too; reads no file and no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from certready.applicability import Duty, Scope, scope
from certready.carrying import Standing, standings
from certready.gaps import Grade, grade
from certready.model import LADDER, Checklist, Criticality, Level, Library, OutcomeModel, Requirement, Supplier, Text
from certready.outcomes import Finding, Outcome, conclude, n19_grade, settle
from certready.scoring import Mark, Score, Verdict, score, share


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requirements of a set bind, and how they were answered; the middle four add up to `binding`."""

    binding: int
    answered: int  # with an own level on the ladder
    carried: int
    unknown: int
    not_applicable: int
    by_level: Mapping[Level, int]


@dataclass(frozen=True, slots=True)
class ChapterScore:
    """A chapter of a target: ungated score (None where nothing is to be scored) and counts."""

    id: str
    title: Text
    declared: Score | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class OutcomeRange:
    """What a model concludes with every unknown at absent (low) and at effective (high)."""

    model: OutcomeModel
    low: Outcome
    high: Outcome


@dataclass(frozen=True, slots=True)
class TargetAssessment:
    """How one target stands."""

    checklist: Checklist
    scope: Scope
    declared: Score | None
    backed: Score | None
    coverage: Fraction | None  # percent of the weight to be scored that is answered or carried
    not_applicable_share: Fraction | None  # percent of the binding weight
    counts: Counts
    gaps: Mapping[Grade, int]
    chapters: tuple[ChapterScore, ...]
    outcomes: tuple[OutcomeRange, ...]

    @property
    def verdict(self) -> Verdict:
        """By the plant's word."""
        return self.declared.verdict if self.declared else Verdict.UNDETERMINED

    @property
    def backed_verdict(self) -> Verdict:
        """By the plant's evidence."""
        return self.backed.verdict if self.backed else Verdict.UNDETERMINED


@dataclass(frozen=True, slots=True)
class AssessedRequirement:
    """One requirement of the chosen targets: where it binds, where it stands, what that means."""

    requirement: Requirement
    cites: tuple[str, ...]  # its own and those of the including checklists of its targets
    targets: tuple[str, ...]  # where it binds
    why_not: Text | None  # where it binds nowhere
    standing: Standing
    gap: Grade | None
    n19: int | None

    @property
    def binding(self) -> bool:
        """Whether it binds in at least one chosen target."""
        return bool(self.targets)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the engine makes of a supplier file on a date."""

    supplier: Supplier
    on: date
    targets: tuple[TargetAssessment, ...]
    requirements: tuple[AssessedRequirement, ...]
    open_facts: tuple[str, ...]
    kept: tuple[str, ...] = field(default=())  # answers that decide nothing here: not binding or of other targets

    def gaps(self) -> Iterable[AssessedRequirement]:
        """The requirements with a gap, gravest first.

        By grade; then what holds a score down, what was raised before or let product out, and what is furthest back.
        """
        gates = {row.id for target in self.targets if target.declared for row in target.declared.gates}
        found = [row for row in self.requirements if row.gap is not None]
        return sorted(found, key=lambda row: _gravity(row, gates))

    def requirement(self, full_id: str) -> AssessedRequirement | None:
        """The assessed requirement with that id."""
        return next((row for row in self.requirements if row.requirement.id == full_id), None)

    @property
    def has_evidence(self) -> bool:
        """Whether anybody has entered evidence yet; without it a backed score says nothing."""
        return any(answer.evidence for answer in self.supplier.answers.values())


def assess(library: Library, supplier: Supplier, *, on: date) -> Assessment:
    """Score every chosen target of a supplier, with all that a report says about it."""
    found = standings(library, supplier, on)
    scopes = [scope(library, target, supplier.profile, on) for target in dict.fromkeys(supplier.targets)]
    titles = {part.id: part.title for checklist in library.checklists.values() for part in checklist.chapters}
    targets = tuple(_assess_target(one, found, titles) for one in scopes)
    requirements = tuple(_gather(scopes, found))
    decided = {row.requirement.id for row in requirements if row.binding}
    open_facts = {
        fact for one in scopes for ruling in (one.ruling, *(d.ruling for d in one.duties)) for fact in ruling.open_facts
    }
    order = [*library.facts, *sorted(open_facts - library.facts.keys())]
    return Assessment(
        supplier=supplier,
        on=on,
        targets=targets,
        requirements=requirements,
        open_facts=tuple(fact for fact in order if fact in open_facts),
        kept=tuple(key for key in supplier.answers if key not in decided),
    )


def scores(library: Library, supplier: Supplier, scopes: Iterable[Scope], *, on: date) -> dict[str, Score]:
    """The declared score of each target alone, where there is one: for a plan, which asks again after every package."""
    found = standings(library, supplier, on)
    scored = {
        one.checklist.id: score(Mark(duty.requirement, found[duty.requirement.id].level) for duty in one.binding())
        for one in scopes
    }
    return {target: result for target, result in scored.items() if result is not None}


def _assess_target(one: Scope, found: Mapping[str, Standing], titles: Mapping[str, Text]) -> TargetAssessment:
    binding = [found[duty.requirement.id] for duty in one.binding()]
    marks = [Mark(row.requirement, row.level) for row in binding]
    to_score = [mark for mark in marks if mark.level is not Level.NOT_APPLICABLE]
    grades = [grade(row.requirement, row.level) for row in binding]
    return TargetAssessment(
        checklist=one.checklist,
        scope=one,
        declared=score(marks),
        backed=score(Mark(row.requirement, row.backed) for row in binding),
        coverage=share(to_score, [mark for mark in to_score if mark.level is not Level.UNKNOWN]),
        not_applicable_share=share(marks, [mark for mark in marks if mark.level is Level.NOT_APPLICABLE]),
        counts=_count(binding),
        gaps={wanted: sum(found is wanted for found in grades) for wanted in Criticality},
        chapters=tuple(_chapters(one, found, titles)),
        outcomes=tuple(_outcomes(one.checklist, binding)) if binding else (),
    )


def _chapters(one: Scope, found: Mapping[str, Standing], titles: Mapping[str, Text]) -> Iterable[ChapterScore]:
    for chapter in dict.fromkeys(duty.requirement.chapter for duty in one.duties):
        rows = [found[duty.requirement.id] for duty in one.binding() if duty.requirement.chapter == chapter]
        marks = [Mark(row.requirement, row.level) for row in rows]
        yield ChapterScore(chapter, titles[chapter], score(marks, gated=False), _count(rows))


def _count(rows: Iterable[Standing]) -> Counts:
    binding = list(rows)
    by_level = {level: sum(row.level is level for row in binding) for level in Level}
    carried = sum(row.carried_from is not None for row in binding)
    return Counts(
        binding=len(binding),
        answered=sum(by_level[level] for level in LADDER) - carried,
        carried=carried,
        unknown=by_level[Level.UNKNOWN],
        not_applicable=by_level[Level.NOT_APPLICABLE],
        by_level=by_level,
    )


def _outcomes(checklist: Checklist, binding: Iterable[Standing]) -> Iterable[OutcomeRange]:
    findings = [
        Finding(
            row.requirement,
            row.level,
            repeat=bool(row.answer and row.answer.repeat),
            released=bool(row.answer and row.answer.released),
        )
        for row in binding
    ]
    for model in checklist.outcome_models:
        low = conclude(model, settle(findings, Level.ABSENT))
        yield OutcomeRange(model, low, conclude(model, settle(findings, Level.EFFECTIVE)))


def _gather(scopes: Iterable[Scope], found: Mapping[str, Standing]) -> Iterable[AssessedRequirement]:
    """Every requirement of the chosen targets once, in the order of the checklists (those first met first)."""
    duties: dict[str, list[tuple[str, Duty]]] = {}
    for one in scopes:
        for duty in one.duties:
            duties.setdefault(duty.requirement.id, []).append((one.checklist.id, duty))
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(key.partition("/")[0] for key in duties))}
    places = {key: place for place, key in enumerate(found)}  # a target may name rows in another order
    for key in sorted(duties, key=lambda key: (ranks[key.partition("/")[0]], places[key])):
        yield _assess_requirement(duties[key], found[key])


def _assess_requirement(asked: list[tuple[str, Duty]], standing: Standing) -> AssessedRequirement:
    binding = [(target, duty) for target, duty in asked if duty.ruling.binds]
    requirement = asked[0][1].requirement
    repeat = bool(standing.answer and standing.answer.repeat)
    released = bool(standing.answer and standing.answer.released)
    if not binding and standing.carried_from is not None:
        standing = Standing(requirement, Level.UNKNOWN, Level.UNKNOWN, standing.answer)
    level = standing.level
    return AssessedRequirement(
        requirement=requirement,
        cites=tuple(dict.fromkeys((*requirement.cites, *(cite for _, duty in binding for cite in duty.cites)))),
        targets=tuple(target for target, _ in binding),
        why_not=None if binding else asked[0][1].ruling.why_not,
        standing=standing,
        gap=grade(requirement, level) if binding else None,
        n19=n19_grade(requirement, level, repeat=repeat, released=released) if binding else None,
    )


def _gravity(row: AssessedRequirement, gates: AbstractSet[str]) -> tuple[int, bool, bool, int]:
    grades, answer, level = list(Criticality), row.standing.answer, row.standing.level
    graver = answer is not None and bool(answer.repeat or answer.released)
    return (
        grades.index(row.gap) if row.gap else len(grades),
        row.requirement.id not in gates,
        not graver,
        LADDER.index(level) if level in LADDER else len(LADDER),
    )
