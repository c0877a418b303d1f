"""certready compare OLD NEW: what moved between two files of one plant, and why."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from certready import __version__
from certready.assessment import Assessment, assess
from certready.cli.exits import Exit
from certready.cli.language import both, chosen
from certready.cli.output import format_of, paper_of, write_out
from certready.cli.report import report_language
from certready.cli.screen import give
from certready.cli.shelves import day_of, open_supplier
from certready.comparing import compare
from certready.model import Library
from certready.planning import Plan, make_plan

FORMATS = ("table", "json", "pdf")


def compare_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    old: Annotated[Path, typer.Argument(metavar="OLD", help=both(es="El archivo anterior.", en="The earlier file."))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=both(es="El archivo de ahora.", en="The file of now."))],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help=both(
                es="Dónde escribirlo; sin esta opción, en pantalla (un PDF, junto al archivo de ahora).",
                en="Where to write it; else on screen (a PDF: beside the file of now).",
            ),
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=both(
                es="table, json o pdf; si falta, según OUT.", en="table, json or pdf; if missing, by OUT's suffix."
            ),
        ),
    ] = None,
    paper: Annotated[
        str, typer.Option(metavar="PAPER", help=both(es="letter (carta) o a4.", en="letter or a4."))
    ] = "letter",
    fail_on_regression: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--fail-on-regression",
            help=both(es="Termina con 1 si hubo retroceso.", en="Leave with 1 if anything got worse."),
        ),
    ] = False,
) -> None:
    """Compare two supplier files."""
    kind, sheet = format_of(format_, FORMATS, out, default="table"), paper_of(paper)
    _, before, old_plan = _read(old)
    library, after, new_plan = _read(new)
    found = compare(before, after, old_plan, new_plan)
    from certready.reports import comparison, pdf, terminal
    from certready.reports.voice import Voice

    match kind:
        case "json":
            text = json.dumps(comparison.compared_data(found), ensure_ascii=False, indent=1) + "\n"
            if out is None:
                give(text)
            else:
                write_out(out, text.encode(), old, new)
        case "pdf":
            voice = Voice(report_language(after.supplier.language), library, after, new_plan)
            buffer = BytesIO()
            pdf.render(comparison.compared(voice, found, __version__), buffer, paper=sheet)
            write_out(out or new.with_name(f"{new.stem}-compare.pdf"), buffer.getvalue(), old, new)
        case _:
            voice = Voice(chosen(), library, after, new_plan)
            terminal.render_whole(comparison.compared(voice, found, __version__))
    if fail_on_regression and found.regressed:
        raise typer.Exit(Exit.BELOW)


def _read(file: Path) -> tuple[Library, Assessment, Plan]:
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, None))
    return reading.library, assessment, make_plan(reading.library, assessment)
