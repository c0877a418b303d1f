"""certready checklist check: every fault of the checklists, and what an author should look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from certready.cli.exits import Exit, Told
from certready.cli.language import both
from certready.cli.screen import say, tell
from certready.cli.shelves import day_named, known_ids, shelf
from certready.diagnostics import Diagnostic, Severity, in_file_order
from certready.lints import Finding
from certready.loading.shelf import Shelf
from certready.model import Library, Text

CHECKED = Text(
    es="{lists} listas, {requirements} requisitos, {sections} secciones citadas: sin fallas{notices}.",
    en="{lists} checklists, {requirements} requirements, {sections} sections cited: no faults{notices}.",
)
FAULTY = Text(es="{faults}{notices}.", en="{faults}{notices}.")
ONE_FAULT = Text(es="1 falla", en="1 fault")
FAULTS = Text(es="{count} fallas", en="{count} faults")
NO_NOTICE = Text(es="", en="")
ONE_NOTICE = Text(es=", 1 aviso", en=", 1 warning")
NOTICES = Text(es=", {count} avisos", en=", {count} warnings")


def check_command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help=both(es="Listas que revisar; por omisión, todas.", en="Checklists to check; all of them by default."),
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help=both(
                es="Fecha para la que se revisa lo vigente; por omisión, hoy.",
                en="Date for which editions are checked; today by default.",
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Tell every fault and every warning, in file order; leave with 3 if there is a fault."""
    from certready.coverage import cited

    day = day_named(on)
    stock = shelf()
    wanted = known_ids(stock, ids or ())
    library, found = stock.load(wanted)
    checked = [name for name in library.checklists if wanted is None or name in wanted]
    linted = lints(stock, library, checked, day, everything=wanted is None)
    diagnostics = in_file_order(dict.fromkeys([*found, *linted]))
    tell(*diagnostics)
    faults = sum(row.severity is Severity.FAULT for row in diagnostics)
    notices = _notices(len(diagnostics) - faults)
    if faults:
        counted = ONE_FAULT if faults == 1 else FAULTS.format(count=faults)
        raise Told(FAULTY.format(faults=counted, notices=notices), Exit.FAULTS)
    own = replace(library, checklists={name: library.checklists[name] for name in checked})
    rows = sum(1 for one in own.checklists.values() for _ in one.requirements())
    say(CHECKED.format(lists=len(checked), requirements=rows, sections=len(cited(own)), notices=notices))


def lints(
    stock: Shelf, library: Library, checked: Iterable[str], on: date, *, everything: bool
) -> Iterator[Diagnostic]:
    """What the lints find in the named checklists; with `everything`, in all files that they rest on too."""
    from certready import linting

    for name in checked:
        path = stock.path(name)
        if path is not None:
            yield from _placed([path], linting.lint_checklist(library, library.checklists[name], on))
    if not everything:
        return
    regulations, faults = stock.regulations()
    yield from faults  # of documents that nobody cites yet, too
    for name, regulation in regulations.items():
        path = stock.regulation_path(name)
        if path is not None:
            yield from _placed([path], linting.lint_regulation(regulation, on))
    yield from _placed(stock.own_files("practices.yaml"), linting.lint_practices(library.book))
    yield from _placed(stock.own_files("fees.yaml"), linting.lint_fees(library.fees, stock.ids(), on))


def _placed(paths: Iterable[Path], findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """The findings with their places: in the last of the files that has what they speak of."""
    from certready.loading.places import Places

    laid = [(str(path), Places.of(path)) for path in paths]
    for finding in findings:
        file, places = next((row for row in reversed(laid) if row[1].has(finding.path[:2])), laid[0])
        place = places.at(finding.path)
        yield finding.at(file, place.line, place.column)


def _notices(count: int) -> Text:
    if count == 0:
        return NO_NOTICE
    return ONE_NOTICE if count == 1 else NOTICES.format(count=count)
