"""certready score FILE: the assessment on screen or as JSON; a gate for scripts with --fail-under."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from certready import __version__
from certready.assessment import Assessment, assess
from certready.cli.exits import Exit
from certready.cli.language import both, chosen
from certready.cli.output import SCREEN, format_of
from certready.cli.screen import give, say
from certready.cli.shelves import day_of, open_supplier
from certready.model import Text
from certready.planning import make_plan
from certready.scoring import percent

BELOW = Text(
    es="{target}: {low} está por debajo de {asked}.",
    en="{target}: {low} is below {asked}.",
)
NOT_SCORED = Text(es="{target}: sin calificación, no llega a {asked}.", en="{target}: no score, short of {asked}.")


def score_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=both(es="table o json.", en="table or json."))
    ] = "table",
    fail_under: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            min=0,
            max=100,
            help=both(
                es="Termina con 1 si el extremo bajo de algún objetivo queda por debajo de N.",
                en="Leave with 1 if the low end of any target is below N.",
            ),
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Score one supplier file."""
    format_ = format_of(format_, SCREEN, default="table")
    supplier, reading = open_supplier(file, regulations=format_ == "table")
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    plan = make_plan(reading.library, assessment)
    if format_ == "json":
        from certready.reports import assessment_json

        written = assessment_json.Written(reading.supplier_data, reading.profile_data)
        give(assessment_json.render(reading.library, assessment, plan, written))
    else:
        from certready.reports import content, terminal

        terminal.render(content.report(reading.library, assessment, plan, chosen(), version=__version__))
    if fail_under is not None and not _reaches(assessment, fail_under):
        raise typer.Exit(Exit.BELOW)


def _reaches(assessment: Assessment, asked: float) -> bool:
    """Whether the low end of the declared score of every target is at or above what was asked; says which is not."""
    reached = True
    for target in assessment.targets:
        name = target.checklist.id
        if target.declared is None:
            say(NOT_SCORED.format(target=name, asked=asked))
            reached = False
        elif percent(target.declared.interval.low) < asked:  # the figure that the reader sees
            say(BELOW.format(target=name, low=percent(target.declared.interval.low), asked=asked))
            reached = False
    return reached
