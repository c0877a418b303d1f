"""certready schema NAME: the JSON Schema of a kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from certready.cli.exits import Exit, Told
from certready.cli.language import both
from certready.cli.screen import give, say
from certready.diagnostics import did_you_mean
from certready.model import Text

UNKNOWN = Text(
    es="No hay un esquema «{name}». Hay: {names}. {hint}", en="There is no schema “{name}”. There are: {names}. {hint}"
)
WRITTEN = Text(es="Se escribió {file}", en="Wrote {file}")


def schema_command(
    name: Annotated[
        str,
        typer.Argument(help=both(es="supplier, checklist, practices…", en="supplier, checklist, practices…")),
    ],
    write: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--write",
            help=both(
                es="Lo escribe en esta carpeta como NOMBRE.schema.json, donde los editores lo encuentran.",
                en="Write it to this folder as NAME.schema.json, where editors find it.",
            ),
        ),
    ] = False,
) -> None:
    """Print or write one schema."""
    from certready.loading.schemas import schema_names, schema_text

    known = sorted(schema_names())
    if name not in known:
        hint = did_you_mean(name, known) or Text(es="", en="")
        raise Told(UNKNOWN.format(name=name, names=", ".join(known), hint=hint), Exit.USAGE)
    if not write:
        give(schema_text(name))
        return
    from certready.loading.writing import replace_file

    target = Path(f"{name}.schema.json")
    replace_file(target, schema_text(name).encode())
    say(WRITTEN.format(file=target))
