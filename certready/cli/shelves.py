"""Where this run finds checklists, and how a command opens a supplier file: faults are raised, notices told."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.screen import tell
from certready.diagnostics import Diagnostic, Severity, did_you_mean, has_faults
from certready.loading.fields import calendar_day
from certready.loading.shelf import Shelf, shipped_folder
from certready.loading.suppliers import Reading, read_supplier
from certready.model import Library, Supplier, Text

VARIABLE = "CERTREADY_CHECKLISTS"
NO_CHECKLIST = Text(es="No hay «{name}» en las listas. {hint}", en="There is no “{name}” in the checklists. {hint}")


def shelf() -> Shelf:
    """The shipped checklists, then those of CERTREADY_CHECKLISTS (which `--checklists` sets)."""
    named = tuple(Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)
    for folder in named:
        if not folder.is_dir():
            raise Told(
                Text(es=f"No existe la carpeta de listas «{folder}».", en=f"There is no checklist folder “{folder}”."),
                Exit.USAGE,
            )
    return _stocked(named)


@cache
def _stocked(folders: tuple[Path, ...]) -> Shelf:
    """One shelf a run: a batch reads each checklist once."""
    return Shelf([shipped_folder(), *folders])


def load(ids: Iterable[str] | None = None, *, regulations: bool = True) -> Library:
    """The library, or every fault of its files."""
    library, diagnostics = shelf().load(ids, regulations=regulations)
    refuse(diagnostics)
    return library


def open_supplier(file: Path, *, regulations: bool = True, quiet: bool = False) -> tuple[Supplier, Reading]:
    """A supplier file and the checklists it names, or every fault of it."""
    if not os.path.lexists(file) or str(file) == ".":  # an empty name
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


def known_ids(stock: Shelf, ids: Iterable[str]) -> list[str] | None:
    """The checklists a user named, or None for all; an unknown one is told with the nearest known one."""
    named = list(dict.fromkeys(ids))
    known = stock.ids()
    for name in named:
        if name not in known:
            hint = did_you_mean(name, known) or Text(es="", en="")
            raise Told(NO_CHECKLIST.format(name=name, hint=hint), Exit.USAGE)
    return named or None


def day_of(supplier: Supplier, asked: str | None) -> date:
    """The date of the assessment: as asked, else as the file says, else today."""
    if asked is None and supplier.assessed_on is not None:
        return supplier.assessed_on
    return day_named(asked)


def day_named(asked: str | None) -> date:
    """The day a user named, else today. The clock is read here only."""
    if asked is None:
        return date.today()  # noqa: DTZ011 - the plant's own calendar day is meant
    found = calendar_day(asked)
    if found is None:
        message = Text(
            es=f"«{asked}» no es una fecha. Escríbala como 2026-11-21.",
            en=f"“{asked}” is not a date. Write it as 2026-11-21.",
        )
        raise Told(message, Exit.USAGE)
    return found
