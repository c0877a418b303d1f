"""In which format a command answers, on which paper, and into which file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from certready.cli.exits import Exit, Told
from certready.cli.screen import say
from certready.diagnostics import did_you_mean
from certready.loading.writing import replace_file
from certready.model import Text

SCREEN = ("table", "json")
Paper = Literal["letter", "a4"]
PAPERS: Mapping[str, Paper] = {"letter": "letter", "a4": "a4"}
WRITTEN = Text(es="Escrito: {file}", en="Written: {file}")
UNKNOWN_FORMAT = Text(
    es="No hay formato «{name}». Hay: {known}. {hint}", en="There is no format “{name}”. There are: {known}. {hint}"
)
UNKNOWN_PAPER = Text(
    es="No hay papel «{name}». Hay: letter (carta) y a4.", en="There is no paper “{name}”. There are: letter and a4."
)
OVERWRITES = Text(
    es="«{file}» es un archivo de proveedor: se perdería. Elija otro nombre.",
    en="“{file}” is a supplier file: it would be lost. Choose another name.",
)
NO_SCREEN = Text(
    es="El formato {name} no cabe en la pantalla: diga dónde escribirlo, por ejemplo con -o {example}.",
    en="The format {name} does not fit on a screen: say where to write it, for example with -o {example}.",
)


def format_of(asked: str | None, known: Sequence[str], out: Path | None = None, *, default: str) -> str:
    """The format asked for, else that of the output's suffix, else the usual one; one that is not known is told."""
    suffix = out.suffix.lstrip(".").lower() if out else ""
    kind = (asked or suffix or default).lower()
    if kind not in known or (kind == "table" and out is not None):
        hint = did_you_mean(kind, known) or Text(es="", en="")
        raise Told(UNKNOWN_FORMAT.format(name=kind, known=", ".join(known), hint=hint), Exit.USAGE)
    return kind


def paper_of(asked: str) -> Paper:
    """The paper asked for."""
    if asked not in PAPERS:
        raise Told(UNKNOWN_PAPER.format(name=asked), Exit.USAGE)
    return PAPERS[asked]


def spare(out: Path, *sources: Path) -> None:
    """Refuse an output that is one of the files read."""
    if any(out.exists() and source.exists() and out.samefile(source) for source in sources):
        raise Told(OVERWRITES.format(file=out), Exit.USAGE)


def write_out(out: Path, data: bytes, *sources: Path) -> None:
    """A result into its file, whole or not at all, and never over what it was made from."""
    spare(out, *sources)
    replace_file(out, data)
    say(WRITTEN.format(file=out))
