"""certready checklist fees [TARGET]: what filings cost and how long they take, each with its year and source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from certready.cli.language import both, chosen
from certready.cli.screen import show
from certready.cli.shelves import day_named, known_ids, refuse, shelf
from certready.model import Fee, FeeKind, Text, TimeUnit

KINDS = {
    FeeKind.FEE: Text(es="Cuotas", en="Fees"),
    FeeKind.LEGAL_TIME: Text(es="Plazos y metas", en="Terms and goals"),
    FeeKind.REAL_TIME: Text(es="Tiempos observados", en="Observed times"),
    FeeKind.ESTIMATE: Text(es="Estimaciones (no son cifras oficiales)", en="Estimates (not official figures)"),
}
UNITS = {
    TimeUnit.CALENDAR_DAYS: Text(es="días naturales", en="calendar days"),
    TimeUnit.BUSINESS_DAYS: Text(es="días hábiles", en="business days"),
    TimeUnit.FDA_DAYS: Text(es="días FDA", en="FDA days"),
    TimeUnit.MONTHS: Text(es="meses", en="months"),
}
NO_FIGURE = Text(es="sin cifra", en="no figure")
UNVERIFIED = Text(es=" *", en=" *")
FOOTNOTE = Text(es="* Por verificar antes de presupuestar.", en="* To be checked before you budget.")
NONE = Text(es="No hay cuotas ni plazos para eso.", en="There are no fees or times for that.")


def fees_command(
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[TARGET]",
            help=both(es="Sólo lo de este objetivo.", en="Only what concerns this target."),
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help=both(es="Lo que rige ese día; por omisión, hoy.", en="What holds on that day; today by default."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """List what holds on a day, by authority and kind."""
    day = day_named(on)
    stock = shelf()
    known_ids(stock, [target] if target else [])
    library, found = stock.load([])
    refuse(found)
    rows = [fee for fee in library.fees if (target is None or target in fee.targets) and fee.in_force.covers(day)]
    show("\n".join(_lines(rows)) if rows else NONE.to(chosen()))


def _lines(rows: list[Fee]) -> Iterator[str]:
    language = chosen()
    for authority in dict.fromkeys(fee.authority for fee in rows):
        yield authority
        for kind, head in KINDS.items():
            told = [fee for fee in rows if fee.authority == authority and fee.kind is kind]
            if told:
                yield f"  {head.to(language)}"
            for fee in told:
                sign = "" if fee.verified else UNVERIFIED.to(language)
                year = f" ({fee.year})" if fee.year else ""
                yield f"    {fee.title.to(language)}: {figure(fee)}{year}{sign}"
    if not all(fee.verified for fee in rows):
        yield FOOTNOTE.to(language)


def figure(fee: Fee) -> str:
    """The figure of a fee with its currency or unit: `USD 13,785`, `9 – 18 months`."""
    language = chosen()
    if fee.day is not None:
        return fee.day.isoformat()
    if fee.value is not None:
        amount = _number(fee.payable if fee.payable is not None else fee.value)
    elif fee.low is not None and fee.high is not None:
        amount = f"{_number(fee.low)} – {_number(fee.high)}"
    else:
        return NO_FIGURE.to(language)
    unit = UNITS[fee.unit].to(language) if fee.unit else ""
    measured = f"{fee.currency} {amount}" if fee.currency else f"{amount} {unit}"
    return measured if fee.per is None else f"{measured} {fee.per.to(language)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
