"""certready checklist new ID: a commented skeleton to write a checklist in, and what to do next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.screen import say
from certready.cli.shelves import shelf
from certready.loading.checklists import ID
from certready.loading.shelf import NOT_CHECKLISTS
from certready.loading.skeleton import skeleton
from certready.model import Text

BAD_ID = Text(
    es="«{id}» no sirve de identificador: minúsculas, cifras y guiones, como nom-241-propia; no profile ni practices.",
    en="“{id}” cannot be an id: lower-case letters, digits and hyphens, such as house-audit; not profile or practices.",
)
OTHER_NAME = Text(
    es="El archivo debe llamarse {id}.yaml, como la lista.", en="The file must be called {id}.yaml, like the checklist."
)
EXISTS = Text(es="Ya existe «{file}»; no se sobrescribe.", en="“{file}” exists already; it is not overwritten.")
NO_FOLDER = Text(es="No existe la carpeta «{folder}».", en="There is no folder “{folder}”.")
OVERRIDES = Text(
    es="Ojo: ya hay una lista «{id}»; la suya la sustituirá cuando use --checklists.",
    en="Mind: there is a checklist “{id}” already; yours will replace it where you use --checklists.",
)
WRITTEN = Text(
    es="Se escribió {file}. Qué sigue:\n"
    "  1. Ponga su texto en lugar de cada <…> y repita el bloque del requisito las veces que haga falta.\n"
    "  2. Revísela: certready --checklists {folder} checklist check {id}\n"
    "  3. Véala como la verá la planta: certready --checklists {folder} checklist show {id}\n"
    "  4. Pruébela: certready --checklists {folder} assess prueba.yaml --target {id}",
    en="Wrote {file}. What comes next:\n"
    "  1. Put your text in place of every <…>, and repeat the block of the requirement as often as needed.\n"
    "  2. Check it: certready --checklists {folder} checklist check {id}\n"
    "  3. See it as a plant will: certready --checklists {folder} checklist show {id}\n"
    "  4. Try it: certready --checklists {folder} assess trial.yaml --target {id}",
)


def new_command(
    checklist_id: Annotated[
        str, typer.Argument(metavar="ID", help=both(es="Identificador de la lista.", en="Id of the checklist."))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=both(
                es="Archivo o carpeta donde se escribe; por omisión, ID.yaml aquí.",
                en="File or folder to write to; ID.yaml here by default.",
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a skeleton; what exists is never overwritten."""
    if not ID.fullmatch(checklist_id) or checklist_id in NOT_CHECKLISTS:
        raise Told(BAD_ID.format(id=checklist_id), Exit.USAGE)
    file = _file(checklist_id, output)
    schema = (file.parent / "checklist.schema.json").is_file()
    today = date.today()  # noqa: DTZ011 - the author's own calendar day is meant
    text = skeleton(checklist_id, chosen(), today, with_schema=schema)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise Told(EXISTS.format(file=file), Exit.USAGE) from None
    if checklist_id in shelf().ids():
        say(OVERRIDES.format(id=checklist_id))
    say(WRITTEN.format(file=file, folder=file.parent, id=checklist_id))


def _file(checklist_id: str, output: Path | None) -> Path:
    name = f"{checklist_id}.yaml"
    file = Path(name) if output is None else output / name if output.is_dir() else output
    if file.name != name:
        raise Told(OTHER_NAME.format(id=checklist_id), Exit.USAGE)
    if not file.parent.is_dir():
        raise Told(NO_FOLDER.format(folder=file.parent), Exit.USAGE)
    return file
