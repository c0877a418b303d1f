"""The tables of the method as they stand, row by row: scores, N19 grades and the outcome of a worked example."""

from __future__ import annotations

import re

import pytest

from certready.assessment import TargetAssessment, assess
from certready.model import Level
from certready.outcomes import n19_grade
from certready.scoring import Interval, percent
from tests.engine import building
from tests.engine.building import TODAY, Dict

BASE = {"R1": "critical", "R2": "critical", "R3": "major", "R4": "major", "R5": "minor"}


def scored(rows: dict[str, str], levels: dict[str, str]) -> TargetAssessment:
    """A target of these rows (id: criticality) at these levels."""
    requirements = [{"id": key, "criticality": criticality} for key, criticality in rows.items()]
    checklist: Dict = {"id": "iso", "chapters": [{"id": "1", "requirements": requirements}]}
    supplier = building.supplier(["iso"], {f"iso/{key}": level for key, level in levels.items()})
    return assess(building.library([checklist]), supplier, on=TODAY).targets[0]


def many(prefix: str, number: int, criticality: str, level: str) -> tuple[dict[str, str], dict[str, str]]:
    """Rows alike."""
    keys = [f"{prefix}{place}" for place in range(number)]
    return dict.fromkeys(keys, criticality), dict.fromkeys(keys, level)


def crowd(*groups: tuple[int, str, str]) -> TargetAssessment:
    """A target of groups of rows alike."""
    rows: dict[str, str] = {}
    levels: dict[str, str] = {}
    for place, group in enumerate(groups):
        more = many("abcdef"[place], *group)
        rows |= more[0]
        levels |= more[1]
    return scored(rows, levels)


def base(others: str = "effective", extra: dict[str, str] | None = None, **changes: str) -> TargetAssessment:
    """The five base rows, with changes."""
    rows = {**BASE, **(extra or {})}
    return scored(rows, {**dict.fromkeys(BASE, others), **changes})


def shown(interval: Interval | None) -> tuple[float, float] | None:
    """Both ends as a report shows them."""
    return None if interval is None else (percent(interval.low), percent(interval.high))


VECTORS = {
    "V1": (base(), (100, 100), (100, 100), (100, 100), 100, 100, "ready"),
    "V2": (base("implemented"), (80, 80), (100, 100), (80, 80), 80, 100, "ready"),
    "V3": (base(R1="documented"), (82.4, 82.4), (79, 79), (79, 79), 79, 100, "nearly"),
    "V4": (base(R1="absent"), (70.6, 70.6), (64, 64), (64, 64), 64, 100, "developing"),
    "V5": (base(R1="documented", R5="not-applicable"), (81.3, 81.3), (79, 79), (79, 79), 79, 100, "nearly"),
    "V6": (base(R4="unknown"), (82.4, 100), (100, 100), (82.4, 100), None, 82.4, "ready"),
    "V7": (base(R1="unknown"), (70.6, 100), (64, 100), (64, 100), None, 70.6, "undetermined"),
    "V8": (base(R3="documented"), (89.4, 89.4), (100, 100), (89.4, 89.4), 89.4, 100, "ready"),
    "V9": (base("absent"), (0, 0), (64, 64), (0, 0), 0, 100, "not-ready"),
    "V10": (base("not-applicable"), None, None, None, None, None, "undetermined"),
    "V11": (
        base(R1="absent", R2="informal", R6="informal", extra={"R6": "critical"}),
        *((38.6, 38.6), (39, 39), (38.6, 38.6), 38.6, 100, "not-ready"),
    ),
    "V12": (
        base(R1="implemented", R2="documented", R3="informal", R4="unknown", R5="not-applicable"),
        *((40.3, 59.1), (79, 79), (40.3, 59.1), None, 81.3, "developing"),
    ),
    "V13": (
        crowd((2, "critical", "effective"), (5, "major", "informal")),
        *((49, 49), (79, 79), (49, 49), 49, 100, "developing"),
    ),
    "V14": (
        crowd((2, "critical", "effective"), (4, "major", "informal"), (20, "major", "effective")),
        *((87.6, 87.6), (100, 100), (87.6, 87.6), 87.6, 100, "ready"),
    ),
    "V15": (
        crowd((2, "critical", "effective"), (5, "major", "informal"), (40, "major", "effective")),
        *((91.2, 91.2), (79, 79), (79, 79), 79, 100, "nearly"),
    ),
    "V16": (base(R1="documented", R5="unknown"), (76.5, 82.4), (79, 79), (76.5, 79), None, 94.1, "nearly"),
    "V17": (
        crowd((20, "critical", "implemented"), (40, "major", "implemented"), (1, "minor", "documented")),
        *((79.8, 79.8), (100, 100), (79.8, 79.8), 79.8, 100, "ready"),
    ),
}

Ends = tuple[float, float] | None


@pytest.mark.parametrize(
    ("target", "raw", "cap", "ends", "value", "coverage", "verdict"), VECTORS.values(), ids=VECTORS.keys()
)
def test_vector(  # noqa: PLR0913, PLR0917 - the columns of the table
    target: TargetAssessment,
    raw: Ends,
    cap: Ends,
    ends: Ends,
    value: float | None,
    coverage: float | None,
    verdict: str,
) -> None:
    declared = target.declared
    assert shown(declared.raw if declared else None) == raw
    assert shown(declared.cap if declared else None) == cap
    assert shown(declared.interval if declared else None) == ends
    assert (percent(declared.interval.low) if declared and declared.settled else None) == value
    assert (None if target.coverage is None else percent(target.coverage)) == coverage
    assert target.verdict == verdict


def n19_row(clause: str) -> Dict:
    """A row of ISO 13485: clauses 4.1 to 6.3 touch the device indirectly, 6.4 to 8.5 directly."""
    impact = "indirect" if clause < "6.4" else "direct"
    return {"id": clause, "criticality": "major", "documented_procedure": True, "nc_impact": impact}


@pytest.mark.parametrize(
    ("clause", "words", "grade"),
    [
        ("6.3", "first", 1),
        ("4.2.4", "first, no procedure", 2),
        ("4.1.5", "repeat, released", 3),
        ("8.5.2", "first", 3),
        ("8.5.2", "first, no procedure", 4),
        ("7.5.6", "repeat", 4),
        ("8.3.1", "first, no procedure, released", 5),
        ("7.5.6", "repeat, no procedure, released", 5),
    ],
)
def test_n19_grade(clause: str, words: str, grade: int) -> None:
    row = building.requirement(n19_row(clause), "iso", "iso/1")
    level = Level.INFORMAL if "no procedure" in words else Level.DOCUMENTED
    assert n19_grade(row, level, repeat="repeat" in words, released="released" in words) == grade


@pytest.mark.parametrize(
    ("grades", "barred"), [([4, 4], False), ([4, 4, 4], True), ([5], True), ([3, 3, 3, 3, 3], False)]
)
def test_n19_bars_a_conclusion_from_one_five_or_three_fours(grades: list[int], barred: bool) -> None:  # noqa: FBT001
    rows = [{**n19_row("7.5"), "id": f"7.5.{place}"} for place in range(len(grades))]
    checklist = {"id": "iso", "outcome_models": ["n19"], "chapters": [{"id": "7", "requirements": rows}]}
    flags: dict[int, Dict] = {3: {}, 4: {"repeat": True}, 5: {"repeat": True, "released": True}}
    answers = {
        f"iso/{row['id']}": {"level": "documented", **flags[grade]} for row, grade in zip(rows, grades, strict=True)
    }
    result = assess(building.library([checklist]), building.supplier(["iso"], answers), on=TODAY)
    assert [row.n19 for row in result.requirements] == grades
    said = result.targets[0].outcomes[0].low
    assert said["unannounced_audit"] is barred
    assert said["verdict"] == ("no-conclusion-of-compliance" if barred else "not-barred")


TRIGGER = {"oai_trigger": True, "documented_procedure": True}


def test_worked_example_of_iso_13485() -> None:
    rows: list[Dict] = [
        {"id": "7.5.6", "criticality": "critical", "nc_impact": "direct", **TRIGGER},
        {"id": "8.5.2", "criticality": "critical", "nc_impact": "direct", **TRIGGER},
        {"id": "4.2.4", "criticality": "major", "nc_impact": "indirect", "documented_procedure": True},
        {"id": "6.3", "criticality": "major", "nc_impact": "indirect", "documented_procedure": True},
        {"id": "5.3", "criticality": "minor", "nc_impact": "indirect"},
        {"id": "7.4.1", "criticality": "critical", "nc_impact": "direct", "documented_procedure": True},
        {"id": "8.2.4", "criticality": "major", "nc_impact": "direct", "documented_procedure": True},
    ]
    models = ["iso-17021", "n19", "fda-device-oai"]
    checklist = {"id": "iso", "outcome_models": models, "chapters": [{"id": "1", "requirements": rows}]}
    levels = {"7.5.6": "absent", "8.5.2": "documented", "4.2.4": "informal", "6.3": "documented", "5.3": "absent"}
    answers = {f"iso/{row['id']}": levels.get(str(row["id"]), "implemented") for row in rows}
    result = assess(building.library([checklist]), building.supplier(["iso"], answers), on=TODAY)
    target = result.targets[0]
    iso, n19, fda = (one.low for one in target.outcomes)
    assert (iso["majors"], iso["minors"]) == (2, 3)
    assert iso["major_requirements"] == ["iso/7.5.6", "iso/8.5.2"]
    assert iso["verdict"] == "certificate-withheld"
    grades = {row.requirement.local_id: row.n19 for row in result.requirements if row.n19 is not None}
    assert grades == {"7.5.6": 4, "8.5.2": 3, "4.2.4": 2, "6.3": 1, "5.3": 1}
    assert n19["verdict"] == "not-barred"
    assert fda["verdict"] == "HIGH"
    assert target.declared is not None
    assert target.declared.interval.high <= 64


def test_every_vector_of_the_method_is_here() -> None:
    assert sorted(VECTORS, key=lambda name: int(re.sub(r"\D", "", name))) == [f"V{place}" for place in range(1, 18)]
