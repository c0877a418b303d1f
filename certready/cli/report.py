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
from certready.cli.screen import say
from certready.cli.shelves import day_of, open_supplier
from certready.diagnostics import did_you_mean
from certready.loading.suppliers import Reading
from certready.loading.writing import replace_file
from certready.model import Language, Text
from certready.planning import make_plan

FORMATS = ("pdf", "json")
Paper = Literal["letter", "a4"]
PAPERS: Mapping[str, Paper] = {"letter": "letter", "a4": "a4"}
WRITTEN = Text(es="Informe escrito: {file}", en="Report written: {file}")
UNKNOWN_FORMAT = Text(
    es="No hay informes «{name}». Hay: {known}. {hint}", en="There are no “{name}” reports. There are: {known}. {hint}"
)
UNKNOWN_PAPER = Text(
    es="No hay papel «{name}». Hay: letter (carta) y a4.", en="There is no paper “{name}”. There are: letter and a4."
)
OVERWRITES = Text(
    es="«{file}» es el archivo del proveedor: el informe lo borraría. Elija otro nombre.",
    en="“{file}” is the supplier file: the report would erase it. Choose another name.",
)


def report_command(
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
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Write one report."""
    suffix = out.suffix.lstrip(".").lower() if out else ""
    kind = (format_ or suffix or "pdf").lower()
    if kind not in FORMATS:
        hint = did_you_mean(kind, FORMATS) or Text(es="", en="")
        raise Told(UNKNOWN_FORMAT.format(name=kind, known=", ".join(FORMATS), hint=hint), Exit.USAGE)
    if paper not in PAPERS:
        raise Told(UNKNOWN_PAPER.format(name=paper), Exit.USAGE)
    target = out or file.with_suffix(f".{kind}")
    write_report(file, target, kind=kind, paper=PAPERS[paper], on=on)


def write_report(file: Path, out: Path, *, kind: str = "pdf", paper: Paper = "letter", on: str | None = None) -> None:
    """Score a supplier file and write its report, whole or not at all; the file's own language unless one is asked."""
    if out.exists() and file.exists() and out.samefile(file):
        raise Told(OVERWRITES.format(file=out), Exit.USAGE)
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    replace_file(out, rendered(reading, assessment, kind=kind, paper=paper))
    say(WRITTEN.format(file=out))


def rendered(reading: Reading, assessment: Assessment, *, kind: str, paper: Paper) -> bytes:
    """The bytes of a report."""
    plan = make_plan(reading.library, assessment)
    if kind == "json":
        from certready.reports import assessment_json

        written = assessment_json.Written(reading.supplier_data, reading.profile_data)
        return assessment_json.render(reading.library, assessment, plan, written).encode()
    from certready.reports import content, pdf

    report = content.report(
        reading.library, assessment, plan, report_language(assessment.supplier.language), version=__version__
    )
    buffer = BytesIO()
    pdf.render(report, buffer, paper=paper)
    return buffer.getvalue()


def report_language(of_file: Language | None) -> Language:
    """A report speaks the language asked for with --lang, else the file's, else the one of this run."""
    from certready.cli.language import asked

    return asked() or of_file or chosen()
