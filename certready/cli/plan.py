"""certready plan FILE: what to do, in which order, with which effort and cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from certready import __version__
from certready.assessment import assess
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.screen import give
from certready.cli.shelves import day_of, open_supplier
from certready.model import Text
from certready.planning import make_plan

UNKNOWN_FORMAT = Text(es="El formato es table o json.", en="The format is table or json.")


def plan_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=both(es="table o json.", en="table or json."))
    ] = "table",
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Show the plan of a supplier file."""
    if format_ not in ("table", "json"):
        raise Told(UNKNOWN_FORMAT, Exit.USAGE)
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    plan = make_plan(reading.library, assessment)
    if format_ == "json":
        from certready.reports import assessment_json

        give(json.dumps(assessment_json.plan_data(plan), ensure_ascii=False, indent=1))
        return
    from certready.reports import content, terminal

    terminal.render_plan(content.report(reading.library, assessment, plan, chosen(), version=__version__))
