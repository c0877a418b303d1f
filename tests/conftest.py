"""What every test needs: one Hypothesis profile, the same examples on every run.

`HYPOTHESIS_PROFILE=thorough` looks for new counterexamples instead.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

_SLOW_DATA = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=_SLOW_DATA
)
settings.register_profile("thorough", max_examples=1500, deadline=None, database=None, suppress_health_check=_SLOW_DATA)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture
def quick_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that are searched for less long: for what holds whatever the search finds."""
    from certready import limiting, planning

    monkeypatch.setattr(planning, "SCHEDULED_JOBS", 100)
    for module in (planning, limiting):
        monkeypatch.setattr(module, "FEWEST_SCHEDULES", 12)
