"""certready checklist: for those who write checklists. List, show and coverage are here, the rest in checklist_*.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any

import typer

from certready.cli.checklist_check import check_command
from certready.cli.checklist_diff import diff_command
from certready.cli.checklist_fees import fees_command
from certready.cli.checklist_new import new_command
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.screen import give, say
from certready.cli.shelves import load, refuse, shelf
from certready.diagnostics import did_you_mean
from certready.harmless import visible
from certready.model import Checklist, Library, Requirement, Text
from certready.phrases import CRITICALITIES

HELPS = {
    "list": both(es="Las listas que hay.", en="The checklists there are."),
    "show": both(
        es="Una lista completa, o un solo requisito (iso-13485/7.5.6).",
        en="A whole checklist, or one requirement (iso-13485/7.5.6).",
    ),
    "check": both(
        es="Revisa las listas: forma, citas, prácticas, idiomas, ciclos, condiciones, términos y vigencias.",
        en="Check the checklists: form, cites, practices, languages, cycles, conditions, terms and editions.",
    ),
    "coverage": both(
        es="Por documento, las secciones evaluables que ningún requisito cita.",
        en="By document, the assessable sections that no requirement cites.",
    ),
    "new": both(
        es="Escribe el esqueleto comentado de una lista nueva.", en="Write the commented skeleton of a new checklist."
    ),
    "diff": both(
        es="Qué pide una edición que la otra no, y qué pasa con las respuestas ya dadas.",
        en="What one edition asks that the other does not, and what becomes of answers already given.",
    ),
    "fees": both(
        es="Cuotas, plazos y estimaciones de los trámites, con su año.",
        en="Fees, times and estimates of the filings, with their year.",
    ),
}
UNKNOWN = Text(es="No hay «{name}» en las listas. {hint}", en="There is no “{name}” in the checklists. {hint}")
COVERED = Text(
    es="{documents} documentos, {sections} secciones evaluables: todas citadas.",
    en="{documents} documents, {sections} assessable sections: all of them cited.",
)
UNCITED = Text(es="{number} secciones sin requisito que las cite.", en="{number} sections that no requirement cites.")
OWN = Text(es="{own} propios, {all} en total", en="{own} of its own, {all} in all")
ASKED = Text(es="Pregunta", en="Question")
EVIDENCE = Text(es="Qué pedirá ver el inspector", en="What the inspector will ask to see")
PITFALLS = Text(es="Cómo suelen fallar las plantas", en="How plants usually fail it")
CITES = Text(es="Se cita en", en="Cited in")
PRACTICE = Text(es="Práctica", en="Practice")


def checklist_app(group: Any, command: Any) -> typer.Typer:
    """The subcommands, with the classes that speak both languages."""
    app = typer.Typer(cls=group, rich_markup_mode=None, no_args_is_help=True)
    for name, function in COMMANDS.items():
        app.command(name, cls=command, help=HELPS[name])(function)
    return app


def list_command() -> None:
    """One line per checklist."""
    from certready.applicability import pool

    library = load(regulations=False)
    for one in library.checklists.values():
        own = sum(1 for _ in one.requirements())
        counts = OWN.format(own=own, all=len(pool(library, one))).to(chosen())
        give(f"{one.id:<18}{visible(one.title.to(chosen()))}\n{'':<18}{visible(one.edition)} · {counts}")


def show_command(
    name: Annotated[str, typer.Argument(help=both(es="Lista o requisito.", en="Checklist or requirement."))],
) -> None:
    """A checklist by chapter, or one requirement in full."""
    checklist_id = name.partition("/")[0]
    if checklist_id not in shelf().ids():
        hint = did_you_mean(checklist_id, shelf().ids()) or Text(es="", en="")
        raise Told(UNKNOWN.format(name=name, hint=hint), Exit.USAGE)
    library = load([checklist_id], regulations=False)
    if "/" not in name:
        give(_checklist(library.checklists[checklist_id]))
        return
    requirement = library.requirement(name)
    if requirement is None:
        known = [row.id for row in library.checklists[checklist_id].requirements()]
        raise Told(UNKNOWN.format(name=name, hint=did_you_mean(name, known) or Text(es="", en="")), Exit.USAGE)
    give(describe(library, requirement))


def coverage_command() -> None:
    """Per regulation, what nobody asks; leaves with 1 if there is any."""
    from certready.coverage import uncited

    library = _with_all_regulations(load())
    missing = {regulation: sections for regulation, sections in uncited(library).items() if sections}
    for regulation, sections in missing.items():
        for section in sections:
            give(f"{regulation}/{section.number}  {visible(section.title.to(chosen()))}")
    total = sum(len(sections) for sections in missing.values())
    if total:
        raise Told(UNCITED.format(number=total), Exit.BELOW)
    rows = [row for one in library.regulations.values() for row in one.sections.values() if row.assessable]
    say(COVERED.format(documents=len(library.regulations), sections=len(rows)))


def _with_all_regulations(library: Library) -> Library:
    """The library with every document of the shelf, also one that no checklist cites yet."""
    regulations, diagnostics = shelf().regulations()
    refuse(diagnostics)
    return replace(library, regulations=regulations)


def _checklist(one: Checklist) -> str:
    lines = [f"{visible(one.title.to(chosen()))}", f"{one.authority} · {one.edition} · {one.as_of}"]
    for chapter in one.chapters:
        lines += ["", f"{chapter.id.partition('/')[2]}  {visible(chapter.title.to(chosen()))}"]
        for row in chapter.requirements:
            grave = CRITICALITIES[row.criticality].to(chosen())
            lines.append(f"  {row.local_id:<28} {grave:<9} {visible(row.title.to(chosen()))}")
    return "\n".join(lines)


def describe(library: Library, requirement: Requirement) -> str:
    """One requirement in full, as an author or an auditor reads it."""
    language = chosen()
    practice = library.book.practices.get(requirement.practice)
    parts = [
        f"{requirement.id}  {requirement.title.to(language)} ({CRITICALITIES[requirement.criticality].to(language)})",
        f"\n{ASKED.to(language)}\n  {requirement.question.to(language)}",
        f"\n{EVIDENCE.to(language)}\n" + _listed(requirement.evidence.to(language)),
        f"\n{PITFALLS.to(language)}\n" + _listed(requirement.pitfalls.to(language)),
        f"\n{CITES.to(language)}\n" + _listed(requirement.cites),
        f"\n{PRACTICE.to(language)}: {practice.title.to(language) if practice else requirement.practice}",
    ]
    return visible("\n".join(parts))


def _listed(items: tuple[str, ...]) -> str:
    return "\n".join(f"  - {item}" for item in items)


COMMANDS: Mapping[str, Callable[..., None]] = {
    "list": list_command,
    "show": show_command,
    "check": check_command,
    "coverage": coverage_command,
    "new": new_command,
    "diff": diff_command,
    "fees": fees_command,
}
