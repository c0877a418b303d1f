"""Many supplier files to rows, in worker processes: a bad file is a row too and does not stop the rest."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from certready.harmless import formula_proof, slug

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor  # imported where it is used: it takes 40 ms

SUPPLIER_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target of one plant, as a portfolio lists it. Percents with one decimal; None where nothing is scored."""

    target: str
    verdict: str
    low: float | None
    high: float | None
    backed_low: float | None
    backed_high: float | None
    coverage: float | None
    critical: int
    major: int
    minor: int


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one supplier file."""

    file: str
    supplier: str = ""
    state: str = ""
    employees: int | None = None
    targets: tuple[TargetRow, ...] = ()
    report: str = ""  # name of the report written
    faults: tuple[str, ...] = field(default=())  # in words, with places


def supplier_files(paths: Iterable[Path]) -> list[Path]:
    """The supplier files among paths and in folders (their own level only), in order, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in inside:
            if path.is_dir() and file.suffix.lower() not in SUPPLIER_SUFFIXES:
                continue
            found[file] = None
    return list(found)


def output_names(files: Sequence[Path]) -> list[str]:
    """A unique, safe stem for the report of each file; namesakes get a piece of their path's checksum."""
    stems = [slug(file.stem) for file in files]
    times = Counter(stems)
    return [
        stem
        if times[stem] == 1
        else f"{stem}-{hashlib.sha256(str(file).encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
        for stem, file in zip(stems, files, strict=True)
    ]


def run(
    jobs: int, work: Callable[[tuple[Path, str]], Row], files: Sequence[Path], names: Sequence[str]
) -> Iterator[Row]:
    """The rows in the order of the files, whatever the number of processes."""
    tasks = list(zip(files, names, strict=True))
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        return map(work, tasks)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # where the system can fork, workers share what this process has read; elsewhere each reads for itself
    processes = ProcessPoolExecutor(jobs, get_context("fork") if sys.platform == "linux" else None)
    rows = processes.map(work, tasks, chunksize=max(1, min(16, len(tasks) // (4 * jobs))))
    return _until_done(processes, rows)  # they run already: whoever draws progress starts a thread, and that is later


def _until_done(processes: ProcessPoolExecutor, rows: Iterator[Row]) -> Iterator[Row]:
    with processes:
        yield from rows


COLUMNS = (
    "file",
    "supplier",
    "state",
    "employees",
    "target",
    "verdict",
    "low",
    "high",
    "backed_low",
    "backed_high",
    "coverage",
    "critical",
    "major",
    "minor",
    "report",
    "faults",
)


def portfolio(rows: Iterable[Row]) -> Iterator[list[str]]:
    """The portfolio line by line, one per plant and target; formulas in a name cannot act in a spreadsheet."""
    yield list(COLUMNS)
    for row in rows:
        head = [row.file, row.supplier, row.state, _cell(row.employees)]
        tail = [row.report, " | ".join(row.faults)]
        for target in row.targets or (None,):
            figures = (
                [""] * 10
                if target is None
                else [
                    target.target,
                    target.verdict,
                    _cell(target.low),
                    _cell(target.high),
                    _cell(target.backed_low),
                    _cell(target.backed_high),
                    _cell(target.coverage),
                    _cell(target.critical),
                    _cell(target.major),
                    _cell(target.minor),
                ]
            )
            yield [formula_proof(cell) for cell in (*head, *figures, *tail)]


def _cell(value: float | None) -> str:
    return "" if value is None else str(value)
