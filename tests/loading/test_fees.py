"""Fees and times: money has a currency, time has a unit, own folders override by id, shipped rows are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from certready.loading.fees import read_fees
from certready.loading.shelf import Shelf
from certready.model import FeeKind, TimeUnit
from tests.loading.test_shelf import checklist, folder, row

FEE = """\
certready: 1
as_of: 2026-11-21
fees:
  - id: visit
    authority: COFEPRIS
    kind: fee
    title: {es: Visita, en: Visit}
    amount: 164122.92
    payable: 164123
    currency: MXN
    per: {es: por solicitud, en: per request}
    legal_basis: LFD 195
    year: 2026
    in_force: {from: 2026-01-01, until: 2026-12-31}
    source: {es: Ley, en: Law}
    verified: true
    note: {es: nota, en: note}
    targets: [one]
    practice: capa
"""


def test_a_fee_is_read_whole() -> None:
    (fee,), found = read_fees(FEE.encode(), "fees.yaml", practices=["capa"])
    assert found == []
    assert (fee.id, fee.kind, fee.value, fee.payable, fee.currency, fee.unit) == (
        "visit",
        FeeKind.FEE,
        164122.92,
        164123,
        "MXN",
        None,
    )
    assert fee.year == 2026
    assert fee.verified
    assert fee.per is not None
    assert fee.per.en == "per request"
    assert (fee.targets, fee.practice) == (("one",), "capa")


BROKEN = {
    "kind": ("kind: fee", "kind: price", ["CR036"]),
    "id": ("id: visit", "id: a b", ["CR048"]),
    "no id": ("  - id: visit\n    authority", "  - authority", ["CR031"]),
    "one language": ("{es: Visita, en: Visit}", "{es: Visita}", ["CR031"]),
    "no source": ("    source: {es: Ley, en: Law}\n", "", ["CR031"]),
    "verified": ("    verified: true\n", "", ["CR031"]),
    "currency": ("currency: MXN", "currency: pesos", ["CR219"]),
    "no currency": ("    currency: MXN\n", "", ["CR311"]),
    "both measures": ("currency: MXN", "currency: MXN\n    unit: months", ["CR311"]),
    "unit of money": ("currency: MXN", "unit: months", ["CR311"]),
    "currency of time": ("amount: 164122.92\n    payable: 164123", "value: 30", ["CR311"]),
    "two figures": ("amount: 164122.92", "amount: 1\n    value: 2", ["CR310", "CR311"][:1]),
    "half a range": ("amount: 164122.92\n    payable: 164123", "low: 2", ["CR310"]),
    "range reversed": ("amount: 164122.92\n    payable: 164123", "low: 2\n    high: 1", ["CR047"]),
    "date with currency": ("amount: 164122.92\n    payable: 164123", "date: 2026-01-01", ["CR311"]),
    "payable alone": ("    amount: 164122.92\n", "", ["CR311", "CR031"]),
    "negative": ("amount: 164122.92", "amount: -1", ["CR041"]),
    "year": ("year: 2026", "year: 26", ["CR041"]),
    "practice": ("practice: capa", "practice: kapa", ["CR106"]),
    "unknown key": ("year: 2026", "jahr: 2026", ["CR030"]),
}


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_fault_in_a_fee_is_found(old: str, new: str, expected: list[str]) -> None:
    assert old in FEE
    _, found = read_fees(FEE.replace(old, new).encode(), "fees.yaml", practices=["capa"])
    assert sorted(one.code for one in found) == sorted(expected)


@pytest.mark.parametrize(
    "figure",
    [
        "value: 30\n    unit: business-days",
        "low: 1\n    high: 2\n    unit: months",
        "date: 2026-01-01",
        "legal_basis: x",
    ],
)
def test_times_ranges_dates_and_nothing_are_figures_too(figure: str) -> None:
    text = FEE.replace("amount: 164122.92\n    payable: 164123\n    currency: MXN", figure)
    text = text.replace("    legal_basis: LFD 195\n", "")
    _, found = read_fees(text.encode(), "fees.yaml")
    assert found == []


def test_a_repeated_fee_is_told() -> None:
    _, found = read_fees((FEE + FEE.partition("fees:\n")[2]).encode(), "fees.yaml")
    assert [one.code for one in found] == ["CR301"]


def test_own_fees_override_by_id(tmp_path: Path) -> None:
    base = folder(tmp_path, one=checklist("one", row()), fees=FEE)
    own = tmp_path / "own"
    own.mkdir()
    text = FEE.replace("amount: 164122.92\n    payable: 164123", "amount: 170000")
    (own / "fees.yaml").write_text(text + FEE.partition("fees:\n")[2].replace("visit", "more"), encoding="utf-8")
    library, found = Shelf([own], shipped=base).load()
    assert found == []
    assert [(fee.id, fee.value) for fee in library.fees] == [("visit", 170000), ("more", 164122.92)]
    assert Shelf([own], shipped=base).load(regulations=False)[0].fees == ()


def test_the_shipped_fees_are_sound() -> None:
    library, found = Shelf().load([])
    assert found == []
    assert len(library.fees) > 200
    for fee in library.fees:
        told = f"{fee.id}: {fee.title.en}"
        assert fee.title.es != fee.title.en, told
        assert fee.source.es, told
        if fee.kind is FeeKind.ESTIMATE:
            assert fee.value is None, told
            assert fee.low is not None, told
        if fee.kind is FeeKind.FEE and fee.value is not None:
            assert fee.currency, told
        if fee.payable is not None and fee.value is not None:
            assert abs(fee.payable - fee.value) <= 0.5, told
        assert fee.value is None or fee.currency or isinstance(fee.unit, TimeUnit), told


def test_known_amounts_stand_as_published() -> None:
    fees = {fee.id: fee for fee in Shelf().load([])[0].fees}
    assert fees["us-dev-registration-fy2027"].value == 13785
    assert fees["lfd-195-iii-a"].payable == 164123
    assert fees["lfd-195e-x"].value == 2783.8
    assert fees["t-reg-ii"].value == 25
    assert fees["lt-eudamed"].day is not None
    assert fees["us-gdufa-anda-fy2027"].value is None
