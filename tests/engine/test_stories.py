"""Rules of the engine as stories that an auditor would tell; one runner reads tests/cases/*.yaml.

A file shares its checklists among its stories. A story gives profile, targets (default: all), answers, `others` (the
level of every row not named), documents and the `day`; whatever else it names is what must come out. Figures of
a target are those of the first target.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from certready.assessment import Assessment, ChapterScore, TargetAssessment, assess
from certready.model import Language
from certready.scoring import Interval, Score, percent
from tests.engine import building
from tests.engine.building import TODAY, Dict

CASES = Path(__file__).parent.parent / "cases"
GIVEN = {"name", "profile", "targets", "answers", "others", "documents", "day"}


def stories() -> list[Any]:
    """Every story with the checklists of its file."""
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [pytest.param(told["checklists"], story, id=story["name"]) for story in told["stories"]]
    return found


def tell(checklists: list[Dict], story: Dict) -> Assessment:
    """What the engine makes of the story."""
    library = building.library(checklists)
    answers = dict(story.get("answers", {}))
    if "others" in story:
        rows = [row.id for checklist in library.checklists.values() for row in checklist.requirements()]
        answers |= {key: story["others"] for key in rows if key not in answers}
    targets = story.get("targets", [checklist["id"] for checklist in checklists])
    supplier = building.supplier(targets, answers, story.get("profile"), story.get("documents"))
    on: date = story.get("day", TODAY)
    return assess(library, supplier, on=on)


def ends(interval: Interval | None) -> object:
    """A figure where both ends agree, else both; None for none."""
    if interval is None:
        return None
    low, high = percent(interval.low), percent(interval.high)
    return low if low == high else [low, high]


def interval(score: Score | None) -> Interval | None:
    return score.interval if score else None


def _chapter(chapter: ChapterScore) -> object:
    return ends(chapter.declared.interval if chapter.declared else None)


def _share(value: Any) -> float | None:
    return None if value is None else percent(value)


OF_TARGET: Mapping[str, Callable[[TargetAssessment], object]] = {
    "applies": lambda target: target.scope.ruling.binds,
    "score": lambda target: ends(interval(target.declared)),
    "value": lambda target: (
        percent(target.declared.interval.low) if target.declared and target.declared.settled else None
    ),
    "backed": lambda target: ends(interval(target.backed)),
    "cap": lambda target: ends(target.declared.cap if target.declared else None),
    "gates": lambda target: [row.id for row in target.declared.gates] if target.declared else [],
    "verdict": lambda target: target.verdict.value,
    "backed_verdict": lambda target: target.backed_verdict.value,
    "coverage": lambda target: _share(target.coverage),
    "not_applicable_share": lambda target: _share(target.not_applicable_share),
    "chapters": lambda target: {part.id: _chapter(part) for part in target.chapters},
    "counts": lambda target: {
        name: getattr(target.counts, name) for name in ("binding", "answered", "carried", "unknown", "not_applicable")
    },
}

OF_ALL: Mapping[str, Callable[[Assessment], object]] = {
    "gaps": lambda found: [{"id": row.requirement.id, "grade": str(row.gap)} for row in found.gaps()],
    "listed": lambda found: [row.requirement.id for row in found.requirements],
    "open_facts": lambda found: list(found.open_facts),
    "kept": lambda found: list(found.kept),
    "carried": lambda found: {
        row.requirement.id: row.standing.carried_from for row in found.requirements if row.standing.carried_from
    },
    "contradictions": lambda found: {
        row.requirement.id: row.standing.contradicts for row in found.requirements if row.standing.contradicts
    },
}

OF_ROWS: Mapping[str, Callable[[Any], object]] = {
    "levels": lambda row: row.standing.level.value,
    "backed_levels": lambda row: row.standing.backed.value,
    "n19": lambda row: row.n19,
    "bound_by": lambda row: list(row.targets),
    "cites": lambda row: list(row.cites),
    "why_not": lambda row: row.why_not.to(Language.EN),
}


def _outcomes(target: TargetAssessment, wanted: Dict, end: str) -> Dict:
    """What the named models say, cut to the words that the story names."""
    said = {one.model.value: getattr(one, end) for one in target.outcomes if one.model.value in wanted}
    return {model: {key: words[key] for key in wanted[model]} for model, words in said.items()}


@pytest.mark.parametrize(("checklists", "story"), stories())
def test_story(checklists: list[Dict], story: Dict) -> None:
    found = tell(checklists, story)
    target = found.targets[0]
    for word, wanted in story.items():
        if word in GIVEN:
            continue
        came_out: object
        if word in OF_TARGET:
            came_out = OF_TARGET[word](target)
        elif word in OF_ALL:
            came_out = OF_ALL[word](found)
        elif word in OF_ROWS:
            rows = {row.requirement.id: row for row in found.requirements}
            came_out = {key: OF_ROWS[word](rows[key]) for key in wanted}
        elif word == "binding":
            came_out, wanted = {row.requirement.id for row in found.requirements if row.binding}, set(wanted)  # noqa: PLW2901
        elif word in {"outcomes", "outcomes_at_best"}:
            came_out = _outcomes(target, wanted, "low" if word == "outcomes" else "high")
        else:
            pytest.fail(f"a story cannot ask for “{word}”")
        assert came_out == wanted, word


def test_every_story_says_what_must_come_out_and_none_is_told_twice() -> None:
    told = [param.values[1] for param in stories()]
    assert all(story.keys() - GIVEN for story in told)
    names = [story["name"] for story in told]
    assert len(set(names)) == len(names)
