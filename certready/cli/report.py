"""certready report FILE -o OUT: one report in a chosen format."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Annotated, Literal

import typer

from certready import __version__
from certready.assessment import Assessment, assess
from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.output import Paper, format_of, paper_of, spare, write_out
from certready.cli.shelves import day_of, open_supplier
from certready.limiting import Limits, plan_within
from certready.loading.suppliers import Reading
from certready.model import Language, Text
from certready.planning import make_plan
from certready.uncertainty import forecast

FORMATS = ("pdf", "json")
Edition = Literal["whole", "owner"]
EDITIONS: Mapping[str, Edition] = {"whole": "whole", "owner": "owner"}
UNKNOWN_EDITION = Text(
    es="No hay edición «{name}». Hay: whole (completa) y owner (para la dirección).",
    en="There is no edition “{name}”. There are: whole and owner.",
)


def report_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help=both(
                es="Dónde escribirlo; sin esta opción, junto al archivo del proveedor.",
                en="Where to write it; without this option, beside the supplier file.",
            ),
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=both(es="pdf o json; sin esta opción, según OUT.", en="pdf or json; without it, by OUT's suffix."),
        ),
    ] = None,
    paper: Annotated[
        str, typer.Option(metavar="PAPER", help=both(es="letter (carta) o a4.", en="letter or a4."))
    ] = "letter",
    edition: Annotated[
        str,
        typer.Option(
            metavar="EDITION",
            help=both(
                es="whole (completo) u owner (para la dirección: la primera página, la carta y el plan de un vistazo).",
                en="whole, or owner (page one, the letter and the plan at a glance).",
            ),
        ),
    ] = "whole",
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Write one report."""
    kind = format_of(format_, FORMATS, out, default="pdf")
    sheet = paper_of(paper)
    if edition not in EDITIONS:
        raise Told(UNKNOWN_EDITION.format(name=edition), Exit.USAGE)
    target = out or file.with_suffix(f".{kind}")
    write_report(file, target, kind=kind, paper=sheet, edition=EDITIONS[edition], on=on)


def write_report(  # noqa: PLR0913 - what may be asked of a report
    file: Path,
    out: Path,
    *,
    kind: str = "pdf",
    paper: Paper = "letter",
    edition: Edition = "whole",
    on: str | None = None,
) -> None:
    """Score a supplier file and write its report, whole or not at all; the file's own language unless one is asked."""
    spare(out, file)
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    write_out(out, rendered(reading, assessment, kind=kind, paper=paper, edition=edition), file)


def rendered(reading: Reading, assessment: Assessment, *, kind: str, paper: Paper, edition: Edition = "whole") -> bytes:
    """The bytes of a report."""
    wishes = assessment.supplier.plan
    limits = Limits(wishes.budget_mxn, wishes.ready_by)
    limited = plan_within(reading.library, assessment, limits) if limits and kind == "pdf" else None
    plan = limited.full if limited else make_plan(reading.library, assessment)
    if kind == "json":
        from certready.reports import assessment_json

        written = assessment_json.Written(reading.supplier_data, reading.profile_data)
        return assessment_json.render(reading.library, assessment, plan, written).encode()
    from certready.reports import content, pdf

    sure = forecast(reading.library, assessment, plan, ready_by=limits.ready_by, budget=limits.budget)
    language = report_language(assessment.supplier.language)
    report = content.report(
        reading.library, assessment, plan, language, version=__version__, forecast=sure, limited=limited
    )
    buffer = BytesIO()
    pdf.render(report, buffer, paper=paper, edition=edition)
    return buffer.getvalue()


def report_language(of_file: Language | None) -> Language:
    """A report speaks the language asked for with --lang, else the file's, else the one of this run."""
    from certready.cli.language import asked

    return asked() or of_file or chosen()
