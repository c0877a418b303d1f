"""certready checklist diff OLD NEW: what a new edition asks that the old one did not, and what answers become of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from certready.cli.exits import Exit, Told
from certready.cli.language import both, chosen
from certready.cli.output import SCREEN, format_of
from certready.cli.screen import give, show
from certready.cli.shelves import refuse, shelf
from certready.differences import Aspect, Change, Consequences, Difference, compare, consequences
from certready.loading.editions import read_edition, read_given
from certready.model import Checklist, Requirement, Text
from certready.phrases import CRITICALITIES

FORMAT = "certready-checklist-diff/1"
NOT_THERE = Text(es="No existe «{name}».", en="There is no “{name}”.")
SAME = Text(es="Piden lo mismo.", en="They ask the same.")
ADDED = Text(es="Nuevos ({count})", en="New ({count})")
GONE = Text(
    es="Ya no están ({count}); dé un sucesor en «retired:», o los archivos que los contestan tendrán una falla",
    en="Gone ({count}); give a successor under “retired:”, or files that answer them will have a fault",
)
RETIRED = Text(es="Retirados ({count}); su respuesta vale para el sucesor", en="Retired ({count}); answers count on")
CHANGED = Text(es="Cambiaron ({count})", en="Changed ({count})")
BORROWED = Text(es="{name} incluye de {included}", en="{name} includes of {included}")
FILE = Text(es="Para {name}", en="For {name}")
KEPT = Text(es="Respuestas que se conservan: {count}", en="Answers kept: {count}")
AGAIN = Text(es="Respuestas que conviene revisar ({count})", en="Answers to look at again ({count})")
NOT_ASKED = Text(
    es="Respuestas que ya no se preguntan; quedan en el archivo ({count})",
    en="Answers no longer asked; they stay in the file ({count})",
)
NO_SUCCESSOR = Text(
    es="{row} (sin sucesor: el archivo tendrá una falla)", en="{row} (no successor: the file will have a fault)"
)
QUESTIONS = Text(
    es="Preguntas nuevas, en lo que obliguen ({count}); se contestan con: certready assess {name} --only new",
    en="New questions, as far as they bind ({count}); answer them with: certready assess {name} --only new",
)
ASPECTS = {
    Aspect.QUESTION: Text(es="la pregunta", en="the question"),
    Aspect.APPLIES_WHEN: Text(es="a quién obliga", en="whom it binds"),
    Aspect.CRITICALITY: Text(es="la gravedad", en="the criticality"),
    Aspect.NA_ALLOWED: Text(es="si admite «no aplica»", en="whether it may be “not applicable”"),
    Aspect.IN_FORCE: Text(es="la vigencia", en="the time in force"),
    Aspect.CITES: Text(es="las citas", en="the cites"),
    Aspect.TITLE: Text(es="el título", en="the title"),
    Aspect.EVIDENCE: Text(es="la evidencia", en="the evidence"),
    Aspect.PITFALLS: Text(es="las fallas usuales", en="the usual failures"),
    Aspect.PRACTICE: Text(es="la práctica", en="the practice"),
    Aspect.CHAPTER: Text(es="el capítulo", en="the chapter"),
    Aspect.LINKS: Text(es="los enlaces a otros requisitos", en="the links to other requirements"),
    Aspect.FLAGS: Text(es="lo que hace en la calificación", en="what it does to the score"),
}


def diff_command(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help=both(es="Archivo o carpeta anterior.", en="Former file or folder."))
    ],
    new: Annotated[
        Path, typer.Argument(metavar="NEW", help=both(es="Archivo o carpeta nuevos.", en="New file or folder."))
    ],
    supplier: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=both(
                es="Archivo de proveedor: qué respuestas se conservan, cuáles se revisan y qué preguntas son nuevas.",
                en="Supplier file: which answers are kept, which to look at again, which questions are new.",
            ),
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=both(es="table o json.", en="table or json."))
    ] = "table",
) -> None:
    """Tell what sets two editions apart."""
    format_ = format_of(format_, SCREEN, default="table")
    for path in (old, new, *([supplier] if supplier else [])):
        if not path.exists():
            raise Told(NOT_THERE.format(name=path), Exit.USAGE)
    facts = shelf().facts()
    before, faulty_before = read_edition(old, facts)
    after, faulty_after = read_edition(new, facts)
    refuse([*faulty_before, *faulty_after])
    difference = compare(before, after)
    effect = None if supplier is None else _effect(supplier, difference, before, after)
    if format_ == "json":
        give(json.dumps(_data(difference, effect), ensure_ascii=False, indent=1))
        return
    show("\n".join(_lines(difference)))
    if effect is not None and supplier is not None:
        show("\n".join(["", *_effect_lines(effect, difference, supplier.name)]))


def _effect(
    supplier: Path, difference: Difference, before: dict[str, Checklist], after: dict[str, Checklist]
) -> Consequences:
    given, faulty = read_given(supplier)
    refuse(faulty)
    around = shelf().load(given.targets, regulations=False)[0].checklists  # what the targets include besides
    return consequences(difference, given.answers, given.targets, {**around, **before}, {**around, **after})


def _lines(difference: Difference) -> Iterator[str]:
    language = chosen()
    if difference == Difference():
        yield SAME.to(language)
    yield from _listed(ADDED, [_row(row) for row in difference.added])
    yield from _listed(GONE, [_row(row) for row in difference.gone])
    yield from _listed(RETIRED, [f"{row.old.id} → {row.successor}" for row in difference.retired])
    yield from _listed(CHANGED, [_change(row) for row in difference.changed])
    for row in difference.borrowed:
        yield BORROWED.format(name=row.checklist, included=row.included).to(language)
        yield from (f"  + {name}" for name in row.added)
        yield from (f"  - {name}" for name in row.gone)


def _effect_lines(effect: Consequences, difference: Difference, name: str) -> Iterator[str]:
    language = chosen()
    yield FILE.format(name=name).to(language)
    yield KEPT.format(count=len(effect.kept)).to(language)
    again = [f"{row}: {_aspects(why)}" for row, why in (effect.again or {}).items()]
    yield from _listed(AGAIN, [*again, *(f"{row} → {then}" for row, then in (effect.moved or {}).items())])
    lost = {row.id for row in difference.gone}
    yield from _listed(
        NOT_ASKED, [NO_SUCCESSOR.format(row=row).to(language) if row in lost else row for row in effect.gone]
    )
    if effect.new:
        yield QUESTIONS.format(count=len(effect.new), name=name).to(language)
        yield from (f"  {row}" for row in effect.new)


def _listed(head: Text, rows: Iterable[str]) -> Iterator[str]:
    lines = list(rows)
    if lines:
        yield head.format(count=len(lines)).to(chosen())
        yield from (f"  {line}" for line in lines)


def _row(row: Requirement) -> str:
    return f"{row.id}  {row.title.to(chosen())} ({CRITICALITIES[row.criticality].to(chosen())})"


def _change(change: Change) -> str:
    told = f"{change.new.id}  {_aspects(change.aspects)}"
    if Aspect.CRITICALITY in change.aspects:
        was, now = (CRITICALITIES[row.criticality].to(chosen()) for row in (change.old, change.new))
        told += f" ({was} → {now})"
    return told


def _aspects(aspects: Iterable[Aspect]) -> str:
    return ", ".join(ASPECTS[aspect].to(chosen()) for aspect in aspects)


def _data(difference: Difference, effect: Consequences | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "format": FORMAT,
        "added": [_told(row) for row in difference.added],
        "gone": [_told(row) for row in difference.gone],
        "retired": [{"id": row.old.id, "successor": row.successor} for row in difference.retired],
        "changed": [
            {"id": row.new.id, "aspects": list(row.aspects), "old": _told(row.old), "new": _told(row.new)}
            for row in difference.changed
        ],
        "includes": [
            {"checklist": row.checklist, "included": row.included, "added": list(row.added), "gone": list(row.gone)}
            for row in difference.borrowed
        ],
    }
    if effect is not None:
        data["supplier"] = {
            "kept": list(effect.kept),
            "again": [{"id": row, "aspects": list(why)} for row, why in (effect.again or {}).items()],
            "moved": [{"id": row, "successor": then} for row, then in (effect.moved or {}).items()],
            "gone": list(effect.gone),
            "new": list(effect.new),
        }
    return data


def _told(row: Requirement) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": {"es": row.title.es, "en": row.title.en},
        "question": {"es": row.question.es, "en": row.question.en},
        "criticality": row.criticality,
        "cites": list(row.cites),
    }
