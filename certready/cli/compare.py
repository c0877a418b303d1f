"""certready compare OLD NEW: what moved between two files of one plant, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from certready.assessment import Assessment, assess
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.screen import give
from certready.cli.shelves import day_of, open_supplier
from certready.comparing import compare
from certready.model import Library, Text
from certready.planning import Plan, make_plan

UNKNOWN_FORMAT = Text(es="El formato es table o json.", en="The format is table or json.")


def compare_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=both(es="El archivo anterior.", en="The earlier file."))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=both(es="El archivo de ahora.", en="The file of now."))],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=both(es="table o json.", en="table or json."))
    ] = "table",
    fail_on_regression: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--fail-on-regression",
            help=both(es="Termina con 1 si hubo retroceso.", en="Leave with 1 if anything got worse."),
        ),
    ] = False,
) -> None:
    """Compare two supplier files."""
    if format_ not in {"table", "json"}:
        raise Told(UNKNOWN_FORMAT, Exit.USAGE)
    _, before, old_plan = _read(old)
    library, after, new_plan = _read(new)
    found = compare(before, after, old_plan, new_plan)
    from certready.reports import comparison, terminal

    if format_ == "json":
        give(json.dumps(comparison.compared_data(found), ensure_ascii=False, indent=1))
    else:
        from certready.reports.voice import Voice

        terminal.render_section(comparison.compared(Voice(chosen(), library, after, new_plan), found))
    if fail_on_regression and found.regressed:
        raise typer.Exit(Exit.BELOW)


def _read(file: Path) -> tuple[Library, Assessment, Plan]:
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, None))
    return reading.library, assessment, make_plan(reading.library, assessment)
