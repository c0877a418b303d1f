"""fees.yaml: fees, legal times and estimates of the authorities, each with currency or unit, year and source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import LOCAL_ID
from certready.loading.fields import Fields, as_fields, open_file, whole
from certready.loading.practices import is_currency
from certready.loading.rule import Place, shown
from certready.model import Fee, FeeKind, Text, TimeUnit

_ROOT = frozenset({"certready", "as_of", "fees"})
_FEE = frozenset(
    [
        "id",
        "authority",
        "kind",
        "title",
        "amount",
        "payable",
        "value",
        "low",
        "high",
        "currency",
        "unit",
        "date",
        "per",
        "legal_basis",
        "year",
        "in_force",
        "source",
        "verified",
        "note",
        "targets",
        "practice",
    ]
)
_MOST = 1e12
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def read_fees(
    data: bytes, file: str, base: Iterable[Fee] = (), practices: Collection[str] | None = None
) -> tuple[tuple[Fee, ...], list[Diagnostic]]:
    """The fees in order; those of the file replace those of the same id in `base`.

    `practices` are the known ones; None where their file is not at hand.
    """
    report, fields = open_file(data, file, _ROOT)
    fees = {fee.id: fee for fee in base}
    if fields is None:
        return tuple(fees.values()), in_file_order(report.found)
    fields.missing("fees")
    fields.date("as_of")
    fees.update(_fees(fields, practices))
    return tuple(fees.values()), in_file_order(report.found)


def _fees(fields: Fields, practices: Collection[str] | None) -> dict[str, Fee]:
    report = fields.report
    found: dict[str, Fee] = {}
    places: dict[str, Place] = {}
    for node in fields.items("fees"):
        row = as_fields(report, node, "fees", _FEE)
        if row is None or row.missing("id"):
            continue
        name, place = row.text("id"), row.place("id")
        if not LOCAL_ID.fullmatch(name):
            report.add(faults.NOT_AN_ID, place, key="id", word=shown(name))
        elif name in found:
            report.add(faults.REPEATED_ID, place, word=shown(name), line=places[name].line)
        else:
            found[name], places[name] = _fee(row, name, practices), place
    return found


def _fee(row: Fields, name: str, practices: Collection[str] | None) -> Fee:
    row.missing("authority", "kind", "verified")
    low, high = row.number("low", 0, _MOST), row.number("high", 0, _MOST)
    year = row.get("year")
    fee = Fee(
        id=name,
        authority=row.text("authority"),
        kind=row.choice("kind", FeeKind) or FeeKind.ESTIMATE,
        title=row.both("title"),
        source=row.both("source"),
        value=row.number("amount" if "amount" in row else "value", 0, _MOST),
        low=low,
        high=high,
        currency=_currency(row),
        unit=row.choice("unit", TimeUnit),
        payable=row.number("payable", 0, _MOST),
        day=row.date("date"),
        per=_maybe_both(row, "per"),
        legal_basis=row.text("legal_basis"),
        year=None if year is None else whole(row.report, year, "year", _FIRST_YEAR, _LAST_YEAR),
        in_force=row.period("in_force"),
        verified=row.flag("verified"),
        note=_maybe_both(row, "note"),
        targets=tuple(word.text for word in row.words("targets")),
        practice=_practice(row, practices),
    )
    _check_figure(row, fee)
    return fee


def _check_figure(row: Fields, fee: Fee) -> None:
    """Money or time, one figure or a range: never half of either."""
    figure = [key for key in ("amount", "value", "low", "high", "date") if key in row]
    if figure not in ([], ["amount"], ["value"], ["low", "high"], ["date"]):
        row.report.add(faults.FEE_FIGURE, row.node, word=", ".join(figure))
    if fee.low is not None and fee.high is not None and fee.low > fee.high:
        row.report.add(faults.RANGE_REVERSED, row.place("low"), key="low, high")
    wanted = {"amount": {"currency"}, "value": {"unit"}, "low": {"currency", "unit"}}.get(figure[0]) if figure else None
    given = {key for key in ("currency", "unit") if key in row}
    if len(given) != (1 if wanted else 0) or not given <= (wanted or set()):
        row.report.add(faults.FEE_MEASURE, row.node)
    if "payable" in row and "amount" not in row:
        row.report.add(faults.MISSING_KEY, row.node, key="amount")


def _currency(row: Fields) -> str | None:
    currency = row.text("currency")
    if currency and not is_currency(currency):
        row.report.add(faults.BAD_CURRENCY, row.place("currency"), word=shown(currency))
    return currency or None


def _practice(row: Fields, practices: Collection[str] | None) -> str | None:
    practice = row.text("practice")
    if practice and practices is not None and practice not in practices:
        row.report.unknown(faults.UNKNOWN_PRACTICE, row.place("practice"), practice, practices)
    return practice or None


def _maybe_both(row: Fields, key: str) -> Text | None:
    return row.both(key) if key in row else None
