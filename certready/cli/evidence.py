"""certready evidence FILE: the documents to have in the room on audit day, by owner; what is missing or expired."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from certready.assessment import assess
from certready.cli.language import both, chosen
from certready.cli.screen import show
from certready.cli.shelves import day_of, open_supplier
from certready.exhibits import Condition, Exhibit, Lacking, Room, files_named, prepare
from certready.model import EvidenceKind, Library, Text
from certready.phrases import LEVEL_NAMES

KINDS = {
    EvidenceKind.DOCUMENT: Text(es="documento aprobado", en="approved document"),
    EvidenceKind.RECORD: Text(es="registro de que se hace", en="record that it is done"),
    EvidenceKind.EFFECT: Text(es="prueba de que funciona", en="proof that it works"),
}
CONDITIONS = {
    Condition.IN_ORDER: Text(es="", en=""),
    Condition.EXPIRED: Text(es="VENCIDO", en="EXPIRED"),
    Condition.MISSING: Text(es="NO ESTÁ EL ARCHIVO", en="FILE NOT FOUND"),
    Condition.CHANGED: Text(es="EL ARCHIVO CAMBIÓ", en="FILE HAS CHANGED"),
    Condition.OUTSIDE: Text(es="fuera de la carpeta, no se revisó", en="outside the folder, not looked at"),
}
IN_THE_ROOM = Text(es="PARA LA SALA ({number} documentos)", en="FOR THE ROOM ({number} documents)")
SERVES = Text(es="sirve a", en="serves")
TO_FIND = Text(
    es="FALTA RESPALDO ({number} requisitos declarados más altos que su evidencia)",
    en="STILL TO BACK ({number} requirements declared higher than their evidence)",
)
NOTHING = Text(es="No se ha capturado evidencia todavía.", en="No evidence entered yet.")
ATTENTION = Text(es="{number} documentos necesitan atención.", en="{number} documents need attention.")
READ_SIZE = 1 << 20


def evidence_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=both(es="Archivo del proveedor.", en="Supplier file."))],
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=both(es="Día de la auditoría.", en="Day of the audit.")),
    ] = None,
) -> None:
    """List the evidence of a supplier file."""
    supplier, reading = open_supplier(file)
    assessment = assess(reading.library, supplier, on=day_of(supplier, on))
    folder = file.resolve().parent
    files = {name: look(folder, name, checksum) for name, checksum in files_named(assessment).items()}
    room = prepare(reading.library, assessment, files)
    show("\n".join(_lines(reading.library, room)))


def look(folder: Path, name: str, checksum: str) -> Condition:
    """The condition of an evidence file; only files inside the supplier's own folder are opened."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        return Condition.OUTSIDE
    if not path.is_file():
        return Condition.MISSING
    if not checksum:
        return Condition.IN_ORDER
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while part := stream.read(READ_SIZE):
            digest.update(part)
    return Condition.IN_ORDER if digest.hexdigest() == checksum.lower() else Condition.CHANGED


def _lines(library: Library, room: Room) -> Iterator[str]:
    language = chosen()
    if not room.exhibits:
        yield NOTHING.to(language)
    else:
        yield IN_THE_ROOM.format(number=len(room.exhibits)).to(language)
        for owner, exhibits in groupby(room.exhibits, key=lambda row: row.owner):
            yield f"\n{_role(library, owner)}"
            for row in exhibits:
                yield from _exhibit(row)
        attention = sum(row.condition not in (Condition.IN_ORDER, Condition.OUTSIDE) for row in room.exhibits)
        if attention:
            yield "\n" + ATTENTION.format(number=attention).to(language)
    if room.lacking:
        yield "\n" + TO_FIND.format(number=len(room.lacking)).to(language)
        by_owner: Mapping[str, list[Lacking]] = {
            owner: [row for row in room.lacking if row.owner == owner]
            for owner in dict.fromkeys(row.owner for row in room.lacking)
        }
        for owner, rows in by_owner.items():
            yield f"\n{_role(library, owner)}"
            for lacking in rows:
                yield from _lacking(lacking)


def _role(library: Library, owner: str) -> str:
    role = library.book.roles.get(owner)
    return (role.title.to(chosen()) if role else owner).upper()


def _exhibit(row: Exhibit) -> Iterator[str]:
    language = chosen()
    revision = f" rev. {row.revision}" if row.revision else ""
    dates = "  ".join(
        part for part in (row.dated.isoformat() if row.dated else "", CONDITIONS[row.condition].to(language)) if part
    )
    yield f"  [ ] {row.ref + '  ' if row.ref else ''}{row.title}{revision}" + (f"  {dates}" if dates else "")
    kinds = ", ".join(KINDS[kind].to(language) for kind in row.kinds)
    yield f"      {kinds}; {SERVES.to(language)} {', '.join(row.serves)}"


def _lacking(row: Lacking) -> Iterator[str]:
    language = chosen()
    kinds = ", ".join(KINDS[kind].to(language) for kind in row.kinds)
    level = LEVEL_NAMES[row.level].to(language)
    yield f"  {row.requirement.id}  {row.requirement.title.to(language)} ({level})"
    if kinds:
        yield f"      + {kinds}"
    for wanted in row.requirement.evidence.to(language):
        yield f"      · {wanted}"
