"""The engine and an independent reading of the method agree on every figure."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.engine.plants import large_plant
from tests.engine.summary import expected, summary
from tests.strategies import Case, cases


def check(case: Case) -> None:
    """Compares part by part, so that a difference names itself."""
    ours, theirs = summary(case.assess()), expected(case.reference())
    for row in ours["requirements"].values():
        row["source_is_one_of"] = row.pop("source")
    for key, row in theirs["requirements"].items():
        source = ours["requirements"][key]["source_is_one_of"]
        sources = row.pop("sources")
        assert source in sources if sources else source is None, key
        row["source_is_one_of"] = source
        assert ours["requirements"][key] == row, key
    for name, target in theirs["targets"].items():
        for part, value in target.items():
            assert ours["targets"][name][part] == value, (name, part)
    assert ours == theirs


@given(case=cases())
def test_engine_and_reference_agree_with_carrying(case: Case) -> None:
    check(case)


@given(case=cases(carrying=False))
def test_engine_and_reference_agree_without_carrying(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("seed", range(80))
def test_engine_and_reference_agree_on_large_plants(seed: int) -> None:
    check(large_plant(seed))
