"""certready batch PATHS -o DIR: a folder of supplier files to reports and a portfolio."""

from __future__ import annotations

import csv
import gc
import io
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from certready.assessment import TargetAssessment, assess
from certready.batch import Row, TargetRow, output_names, portfolio, run, supplier_files
from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.language import both, chosen
from certready.cli.screen import say
from certready.cli.shelves import day_named, day_of, open_supplier, shelf
from certready.diagnostics import CannotPlan
from certready.loading.files import read_bytes, reason
from certready.loading.writing import replace_file
from certready.model import Criticality, Text
from certready.scoring import Score, percent

PORTFOLIO = "portfolio.csv"
DEFAULT_JOBS = 2
TABLE_ONLY = "none"
NO_FILES = Text(es="No hay archivos .yaml en lo indicado.", en="There are no .yaml files in what was given.")
FINISHED = Text(
    es="{good} plantas calificadas, {bad} archivos con fallas. Tabla: {table}",
    en="{good} plants scored, {bad} files with faults. Table: {table}",
)
NOT_THERE = Text(es="No existe «{name}».", en="There is no “{name}”.")
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
    if format_ != TABLE_ONLY and format_ not in _formats():
        raise Told(UNKNOWN_FORMAT, Exit.USAGE)
    files = _files(paths)
    if on is not None:
        day_named(on)  # a wrong one is told at once, not once a file
    out.mkdir(parents=True, exist_ok=True)
    if jobs > 1:
        _read_ahead(files, format_)
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


def _files(paths: Iterable[Path]) -> list[Path]:
    """The supplier files; a path that is not there is a slip of the pen, not a plant."""
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise Told(NOT_THERE.format(name=missing[0]), Exit.USAGE)
    found = supplier_files(paths)
    if not found:
        raise Told(NO_FILES, Exit.USAGE)
    return found


def _formats() -> tuple[str, ...]:
    from certready.cli.report import FORMATS  # brings the planner along, which a table alone does not need

    return FORMATS


def _read_ahead(files: Iterable[Path], kind: str) -> None:
    """Read every checklist that a file names before there are workers, which then need not read it again."""
    stock = shelf()
    ids = {name: name.encode() for name in stock.ids()}
    named: set[str] = set()
    for file in files:
        data, _ = read_bytes(file)
        named.update(name for name, word in ids.items() if word in data)
    stock.read_ahead(named, regulations=kind != TABLE_ONLY)
    if kind == "pdf":
        import certready.reports.pdf  # noqa: F401
    gc.freeze()  # what lies here stays: counting it again would copy it in every worker


def _with_progress(jobs: int, work: partial[Row], files: list[Path]) -> list[Row]:
    from rich.console import Console
    from rich.progress import track

    rows = run(jobs, work, files, output_names(files))
    screen = Console(stderr=True)
    told = SCORING.to(chosen())
    return list(track(rows, told, len(files), console=screen, transient=True, disable=not screen.is_terminal))


def row_for(task: tuple[Path, str], *, out: Path, kind: str, on: str | None) -> Row:
    """One file to one row; never raises for a bad file."""
    file, name = task
    try:
        return _good_row(file, name, out=out, kind=kind, on=on)
    except FilesHaveFaults as faults:
        return Row(str(file), faults=tuple(row.render(chosen()) for row in faults.diagnostics))
    except (Told, CannotPlan) as told:
        return Row(str(file), faults=(f"{file}: {told.message.to(chosen())}",))
    except OSError as error:
        return Row(str(file), faults=(f"{file}: {reason(error).to(chosen())}",))


def _good_row(file: Path, name: str, *, out: Path, kind: str, on: str | None) -> Row:
    supplier, reading = open_supplier(file, regulations=kind != TABLE_ONLY, quiet=True)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    written = ""
    if kind != TABLE_ONLY:
        from certready.cli.report import rendered

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
