"""certready explain FILE REQUIREMENT: why it binds, where its answer comes from, what it does to the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from certready.assessment import AssessedRequirement, Assessment, assess
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.screen import show
from certready.cli.shelves import day_of, open_supplier
from certready.diagnostics import did_you_mean
from certready.model import Level, Library, Text
from certready.phrases import CRITICALITIES, LEVEL_NAMES
from certready.planning import raised
from certready.scoring import Score, percent

NOT_FOUND = Text(
    es="«{name}» no está en los objetivos de este archivo. {hint}",
    en="“{name}” is not in the targets of this file. {hint}",
)
CITED = Text(es="Se cita en", en="Cited in")
BINDS_IN = Text(es="Obliga en: {targets}", en="Binds in: {targets}")
BINDS_NOWHERE = Text(es="No obliga a esta planta. {why}", en="Does not bind this plant. {why}")
OPEN_FACTS = Text(
    es="Obliga mientras no se conteste en el perfil: {facts}",
    en="Binds as long as the profile does not answer: {facts}",
)
DECLARED = Text(es="Nivel declarado: {level}", en="Declared level: {level}")
BACKED = Text(es="Nivel que respalda la evidencia: {level}", en="Level that the evidence backs: {level}")
CARRIED = Text(
    es="Sin respuesta propia: se traslada de {source}, que ya cumple y pide lo mismo o más.",
    en="No answer of its own: carried from {source}, which conforms and asks the same or more.",
)
CONTRADICTS = Text(
    es="Ojo: {source} está como cumplido y pide lo mismo o más. Vale la respuesta propia; revise cuál es la cierta.",
    en="Note: {source} is given as met and asks the same or more. The own answer counts; check which one is true.",
)
SUGGESTED = Text(
    es="Se parece a {source} ({level}); conviene contestarlas juntas.",
    en="Overlaps with {source} ({level}); answer them side by side.",
)
NOTHING_ENTERED = Text(es="Nadie lo ha contestado todavía.", en="Nobody has answered it yet.")
REASON = Text(es="Motivo: {reason}", en="Reason: {reason}")
NOTE = Text(es="Nota: {note}", en="Note: {note}")
GAP = Text(es="Brecha: {grade}", en="Gap: {grade}")
NO_GAP = Text(es="Sin brecha", en="No gap")
N19 = Text(es="Grado N19 (MDSAP): {grade} de 5", en="N19 grade (MDSAP): {grade} of 5")
GATES = Text(
    es="{target}: topa la calificación en {cap}; mientras siga así no puede estar listo.",
    en="{target}: holds the score at {cap}; as long as it stays so, the plant cannot be ready.",
)
EFFECT = Text(
    es="{target}: ahora {now}; con esto implementado {then}.",
    en="{target}: now {now}; with this implemented {then}.",
)


def explain_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    requirement: Annotated[
        str, typer.Argument(help=both(es="Requisito, p. ej. iso-13485/7.5.6.", en="Requirement, e.g. iso-13485/7.5.6."))
    ],
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Explain one requirement of a supplier file."""
    supplier, reading = open_supplier(file)
    day = day_of(supplier, on)
    assessment = assess(reading.library, supplier, on=day)
    row = assessment.requirement(requirement)
    if row is None:
        known = [one.requirement.id for one in assessment.requirements]
        raise Told(
            NOT_FOUND.format(name=requirement, hint=did_you_mean(requirement, known) or Text(es="", en="")), Exit.USAGE
        )
    after = assess(reading.library, raised(supplier, [row.requirement.id], Level.IMPLEMENTED), on=day)
    show("\n".join(explain(reading.library, assessment, row, after)))


def explain(library: Library, assessment: Assessment, row: AssessedRequirement, after: Assessment) -> Iterator[str]:
    """The explanation, line by line."""
    language = chosen()
    requirement = row.requirement
    yield f"{requirement.id}  {requirement.title.to(language)} ({CRITICALITIES[requirement.criticality].to(language)})"
    yield requirement.question.to(language)
    yield f"{CITED.to(language)}: {', '.join(row.cites)}"
    yield ""
    yield from _binding(library, assessment, row)
    if row.binding:
        yield ""
        yield from _standing(assessment, row)
        yield ""
        yield from _consequences(assessment, row, after)


def _binding(library: Library, assessment: Assessment, row: AssessedRequirement) -> Iterator[str]:
    language = chosen()
    if not row.binding:
        why = row.why_not or Text(es="", en="")
        yield BINDS_NOWHERE.format(why=why).to(language)
        return
    yield BINDS_IN.format(targets=", ".join(row.targets)).to(language)
    duties = [
        duty
        for target in assessment.targets
        for duty in target.scope.duties
        if duty.requirement.id == row.requirement.id
    ]
    open_facts = dict.fromkeys(fact for duty in duties for fact in duty.ruling.open_facts)
    if open_facts:
        asked = [library.facts[fact].question.to(language) if fact in library.facts else fact for fact in open_facts]
        yield OPEN_FACTS.format(facts="; ".join(asked)).to(language)


def _standing(assessment: Assessment, row: AssessedRequirement) -> Iterator[str]:
    language = chosen()
    standing = row.standing
    yield DECLARED.format(level=LEVEL_NAMES[standing.level]).to(language)
    if standing.level is not Level.UNKNOWN and assessment.has_evidence:
        yield BACKED.format(level=LEVEL_NAMES[standing.backed]).to(language)
    if standing.carried_from:
        yield CARRIED.format(source=standing.carried_from).to(language)
    elif standing.level is Level.UNKNOWN:
        yield NOTHING_ENTERED.to(language)
    if standing.contradicts:
        yield CONTRADICTS.format(source=standing.contradicts).to(language)
    if standing.answer and standing.answer.reason:
        yield REASON.format(reason=standing.answer.reason).to(language)
    if standing.answer and standing.answer.note:
        yield NOTE.format(note=standing.answer.note).to(language)
    for other in row.requirement.see_also:
        answer = assessment.supplier.answers.get(other)
        if answer is not None:
            yield SUGGESTED.format(source=other, level=LEVEL_NAMES[answer.level]).to(language)


def _consequences(assessment: Assessment, row: AssessedRequirement, after: Assessment) -> Iterator[str]:
    language = chosen()
    if row.gap:
        yield GAP.format(grade=CRITICALITIES[row.gap]).to(language)
    elif row.standing.conforms:
        yield NO_GAP.to(language)
    if row.n19:
        yield N19.format(grade=row.n19).to(language)
    for target, later in zip(assessment.targets, after.targets, strict=True):
        if target.checklist.id not in row.targets or target.declared is None or later.declared is None:
            continue
        if row.requirement in target.declared.gates:
            cap = percent(target.declared.cap.low)
            yield GATES.format(target=target.checklist.id, cap=cap).to(language)
        if target.declared.interval != later.declared.interval:
            yield EFFECT.format(
                target=target.checklist.id, now=interval(target.declared), then=interval(later.declared)
            ).to(language)


def interval(score: Score) -> str:
    """A score as a reader meets it: one number, or both ends."""
    low, high = percent(score.interval.low), percent(score.interval.high)
    return f"{low}" if low == high else f"{low}–{high}"
