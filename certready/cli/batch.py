"""certready batch PATHS -o DIR: a folder of supplier files to reports and a portfolio."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from certready.assessment import TargetAssessment, assess
from certready.batch import Row, TargetRow, output_names, portfolio, run, supplier_files
from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.language import both, chosen
from certready.cli.report import FORMATS, rendered
from certready.cli.screen import say
from certready.cli.shelves import day_of, open_supplier
from certready.loading.writing import replace_file
from certready.model import Criticality, Text
from certready.scoring import Score, percent

PORTFOLIO = "portfolio.csv"
DEFAULT_JOBS = 2
NO_FILES = Text(es="No hay archivos .yaml en lo indicado.", en="There are no .yaml files in what was given.")
FINISHED = Text(
    es="{good} plantas calificadas, {bad} archivos con fallas. Tabla: {table}",
    en="{good} plants scored, {bad} files with faults. Table: {table}",
)
SCORING = Text(es="Calificando", en="Scoring")
UNKNOWN_FORMAT = Text(
    es="El formato es pdf, json o none (sólo la tabla).", en="The format is pdf, json or none (table only)."
)


def batch_command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATHS...", help=both(es="Archivos o carpetas.", en="Files or folders.")),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help=both(es="Carpeta de salida.", en="Output folder."))
    ],
    format_: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help=both(es="pdf, json o none.", en="pdf, json or none.")),
    ] = "pdf",
    jobs: Annotated[
        int, typer.Option(metavar="N", min=1, max=64, help=both(es="Procesos a la vez.", en="Processes at once."))
    ] = DEFAULT_JOBS,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Fecha de la evaluación.", en="Date of the assessment.")),
    ] = None,
) -> None:
    """Score many supplier files."""
    if format_ not in (*FORMATS, "none"):
        raise Told(UNKNOWN_FORMAT, Exit.USAGE)
    files = supplier_files(paths)
    if not files:
        raise Told(NO_FILES, Exit.USAGE)
    out.mkdir(parents=True, exist_ok=True)
    work = partial(row_for, out=out, kind=format_, on=on)
    rows = _with_progress(jobs, work, files)
    for row in rows:
        for fault in row.faults:
            say(Text(es=fault, en=fault))
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(portfolio(rows))
    replace_file(out / PORTFOLIO, table.getvalue().encode("utf-8-sig"))  # Excel needs the mark to read accents
    bad = sum(bool(row.faults) for row in rows)
    say(FINISHED.format(good=len(rows) - bad, bad=bad, table=out / PORTFOLIO))
    if bad:
        raise typer.Exit(Exit.BATCH_FAULTS)


def _with_progress(jobs: int, work: partial[Row], files: list[Path]) -> list[Row]:
    from rich.console import Console
    from rich.progress import track

    rows = run(jobs, work, files, output_names(files))
    return list(track(rows, SCORING.to(chosen()), total=len(files), console=Console(stderr=True), transient=True))


def row_for(task: tuple[Path, str], *, out: Path, kind: str, on: str | None) -> Row:
    """One file to one row; never raises for a bad file."""
    file, name = task
    try:
        return _good_row(file, name, out=out, kind=kind, on=on)
    except FilesHaveFaults as faults:
        return Row(str(file), faults=tuple(row.render(chosen()) for row in faults.diagnostics))
    except Told as told:
        return Row(str(file), faults=(f"{file}: {told.message.to(chosen())}",))
    except OSError as error:
        return Row(str(file), faults=(f"{file}: {error.strerror or error}",))


def _good_row(file: Path, name: str, *, out: Path, kind: str, on: str | None) -> Row:
    supplier, reading = open_supplier(file, quiet=True)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    written = ""
    if kind != "none":
        written = f"{name}.{kind}"
        replace_file(out / written, rendered(reading, assessment, kind=kind, paper="letter"))
    return Row(
        file=str(file),
        supplier=supplier.name,
        state=supplier.state,
        employees=supplier.employees,
        targets=tuple(_target(target) for target in assessment.targets),
        report=written,
    )


def _target(target: TargetAssessment) -> TargetRow:
    low, high = _ends(target.declared)
    backed_low, backed_high = _ends(target.backed)
    return TargetRow(
        target=target.checklist.id,
        verdict=target.verdict.value,
        low=low,
        high=high,
        backed_low=backed_low,
        backed_high=backed_high,
        coverage=None if target.coverage is None else percent(target.coverage),
        critical=target.gaps[Criticality.CRITICAL],
        major=target.gaps[Criticality.MAJOR],
        minor=target.gaps[Criticality.MINOR],
    )


def _ends(score: Score | None) -> tuple[float | None, float | None]:
    return (None, None) if score is None else (percent(score.interval.low), percent(score.interval.high))
