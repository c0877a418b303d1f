"""Where this run finds checklists, and how a command opens a supplier file: faults are raised, notices told."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.screen import tell
from certready.diagnostics import Diagnostic, Severity, has_faults
from certready.loading.shelf import Shelf, shipped_folder
from certready.loading.suppliers import Reading, read_supplier
from certready.model import Library, Supplier, Text

VARIABLE = "CERTREADY_CHECKLISTS"


def shelf() -> Shelf:
    """The shipped checklists, then those of CERTREADY_CHECKLISTS (which `--checklists` sets)."""
    named = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    for folder in named:
        if not folder.is_dir():
            raise Told(
                Text(es=f"No existe la carpeta de listas «{folder}».", en=f"There is no checklist folder “{folder}”."),
                Exit.USAGE,
            )
    return Shelf([shipped_folder(), *named])


def load(ids: Iterable[str] | None = None) -> Library:
    """The library, or every fault of its files."""
    library, diagnostics = shelf().load(ids)
    refuse(diagnostics)
    return library


def open_supplier(file: Path, *, regulations: bool = True, quiet: bool = False) -> tuple[Supplier, Reading]:
    """A supplier file and the checklists it names, or every fault of it."""
    if not file.is_file():
        raise Told(
            Text(
                es=f"No existe el archivo «{file}». Empiece uno con: certready assess {file}",
                en=f"There is no file “{file}”. Begin one with: certready assess {file}",
            ),
            Exit.USAGE,
        )
    reading = read_supplier(file, shelf(), regulations=regulations)
    refuse(reading.diagnostics)
    if reading.supplier is None:  # a reader that gives up always says why
        raise FilesHaveFaults(reading.diagnostics)
    if not quiet:
        tell(*(row for row in reading.diagnostics if row.severity is Severity.NOTICE))
    return reading.supplier, reading


def refuse(diagnostics: list[Diagnostic]) -> None:
    """Stop when a file has faults."""
    if has_faults(diagnostics):
        raise FilesHaveFaults([row for row in diagnostics if row.severity is Severity.FAULT])


def day_of(supplier: Supplier, asked: str | None) -> date:
    """The date of the assessment: as asked, else as the file says, else today. The clock is read here only."""
    if asked is None:
        return supplier.assessed_on or date.today()  # noqa: DTZ011 - the plant's own calendar day is meant
    try:
        return date.fromisoformat(asked)
    except ValueError:
        message = Text(
            es=f"«{asked}» no es una fecha. Escríbala como 2026-11-21.",
            en=f"“{asked}” is not a date. Write it as 2026-11-21.",
        )
        raise Told(message, Exit.USAGE) from None
