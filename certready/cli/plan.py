"""certready plan FILE: what to do, in which order, on which dates; within limits; and what if."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from certready import __version__
from certready.assessment import Assessment, assess
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.output import NO_SCREEN, format_of, write_out
from certready.cli.plan_options import changes_of, pesos, with_team
from certready.cli.report import report_language
from certready.cli.screen import give
from certready.cli.shelves import day_named, day_of, open_supplier
from certready.limiting import Limited, Limits, plan_within
from certready.model import Library
from certready.moves import Scarce, next_moves, what_if
from certready.planning import Plan, make_plan
from certready.uncertainty import forecast

FORMATS = ("table", "json", "csv", "ics", "xlsx")


def plan_command(  # noqa: PLR0913, PLR0917 - a command line has as many options as it has
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help=both(es="Dónde escribirlo; sin esta opción, en pantalla.", en="Where to write it; else on screen."),
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=both(
                es="table, json, csv (Jira, Trello, Planner), ics (calendario) o xlsx; si falta, según OUT.",
                en="table, json, csv (Jira, Trello, Planner), ics (calendar) or xlsx; if missing, by OUT's suffix.",
            ),
        ),
    ] = None,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="MXN",
            help=both(es="Lo más que se puede gastar fuera, en pesos.", en="The most to spend outside, in pesos."),
        ),
    ] = None,
    ready_by: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Para cuándo debe estar listo.", en="By when it must be ready.")),
    ] = None,
    team: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE=N,…",
            help=both(es="Personas por función: quality=1.5,design=0.3.", en="People by role: quality=1.5,design=0.3."),
        ),
    ] = None,
    no_limits: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--no-limits",
            help=both(
                es="Sin el presupuesto ni la fecha del archivo: el plan completo.",
                en="Without the budget and the date of the file: the whole plan.",
            ),
        ),
    ] = False,
    what_if_: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if",
            metavar="NAME=LEVEL",
            help=both(
                es="Qué pasaría si una práctica o un requisito estuviera en otro nivel. Se puede repetir.",
                en="What if a practice or a requirement stood at another level. May be repeated.",
            ),
        ),
    ] = None,
    next_: Annotated[
        int | None,
        typer.Option(
            "--next",
            metavar="N",
            min=1,
            max=200,
            help=both(
                es="Los N pasos que más rinden por peso y por semana.",
                en="The N moves that gain most per peso and per week.",
            ),
        ),
    ] = None,
    full: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--full",
            help=both(es="Además, cada paquete con sus pasos y entregables.", en="Also every package with its steps."),
        ),
    ] = False,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Show the plan of a supplier file."""
    kind = format_of(format_, FORMATS, out, default="table")
    if kind == "xlsx" and out is None:
        raise Told(NO_SCREEN.format(name=kind, example="plan.xlsx"), Exit.USAGE)
    supplier, reading = open_supplier(file)
    library = reading.library
    supplier = with_team(library, supplier, team)
    assessment = assess(library, supplier, on=day_of(supplier, on))
    if what_if_:
        _tell_what_if(library, assessment, what_if_, kind)
        return
    wishes = supplier.plan
    asked = Limits(pesos(budget), day_named(ready_by) if ready_by else None)
    written = Limits() if no_limits else Limits(wishes.budget_mxn, wishes.ready_by)
    limits = Limits(
        written.budget if asked.budget is None else asked.budget,
        written.ready_by if asked.ready_by is None else asked.ready_by,
    )
    if next_ is not None:
        _tell_moves(library, assessment, make_plan(library, assessment), next_, kind)
        return
    limited = plan_within(library, assessment, limits) if limits else None
    plan = limited.plan if limited else make_plan(library, assessment)
    if kind == "table" and out is None:
        _show(library, assessment, plan, limited, from_file=not asked, full=full)
        return
    data = _written(library, assessment, plan, limited, kind)
    if out is None:
        text = data.decode()
        give(text if os.linesep == "\n" else text.replace("\r\n", "\n"))  # Windows puts the carriage return itself
        return
    write_out(out, data, file)


def _tell_what_if(library: Library, assessment: Assessment, words: list[str], kind: str) -> None:
    from certready.reports import comparison, terminal
    from certready.reports.voice import Voice

    changes = changes_of(library, assessment, words)
    after = assess(library, what_if(assessment, changes), on=assessment.on)
    if kind == "json":
        give(json.dumps(comparison.what_if_data(changes, assessment, after), ensure_ascii=False, indent=1))
        return
    voice = Voice(chosen(), library, assessment, make_plan(library, assessment))
    terminal.render_section(comparison.what_if(voice, changes, after))


def _tell_moves(library: Library, assessment: Assessment, plan: Plan, count: int, kind: str) -> None:
    from certready.reports import moves_told, plan_json, terminal
    from certready.reports.voice import Voice

    if kind == "json":
        moves = {
            scarce.value: [plan_json.move_data(row) for row in next_moves(library, assessment, plan, count, scarce)]
            for scarce in Scarce
        }
        give(json.dumps(moves, ensure_ascii=False, indent=1))
        return
    terminal.render_moves(moves_told.moves_told(Voice(chosen(), library, assessment, plan), count))


def _show(  # noqa: PLR0913 - all that a plan shows
    library: Library, assessment: Assessment, plan: Plan, limited: Limited | None, *, from_file: bool, full: bool
) -> None:
    from certready.reports import content, plan_told, terminal
    from certready.reports.voice import Voice

    limits = limited.limits if limited else Limits()
    sure = forecast(library, assessment, plan, ready_by=limits.ready_by, budget=limits.budget)
    voice = Voice(chosen(), library, assessment, plan)
    terminal.render_told(plan_told.plan_told(voice, limited, sure, from_file=from_file))
    if full:
        terminal.render_plan(content.report(library, assessment, plan, chosen(), version=__version__))


def _written(library: Library, assessment: Assessment, plan: Plan, limited: Limited | None, kind: str) -> bytes:
    from certready.reports.voice import Voice

    voice = Voice(report_language(assessment.supplier.language), library, assessment, plan)
    match kind:
        case "csv":
            from certready.reports import plan_csv

            return plan_csv.render(voice).encode("utf-8")
        case "ics":
            from certready.reports import plan_ics

            return plan_ics.render(voice, version=__version__)
        case "xlsx":
            from certready.reports import plan_xlsx

            return plan_xlsx.render(voice)
        case _:
            from certready.reports import plan_json

            limits = limited.limits if limited else Limits()
            sure = forecast(library, assessment, plan, ready_by=limits.ready_by, budget=limits.budget)
            data = plan_json.full_data(voice, limited, sure)
            return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
