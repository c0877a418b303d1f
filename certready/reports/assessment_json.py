"""The assessment as JSON, format "certready-assessment/1": what `score --format json` prints and reports embed.

Percents carry one decimal, half up. The same input, date and version give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from certready import __version__
from certready.assessment import (
    AssessedRequirement,
    Assessment,
    ChapterScore,
    Counts,
    TargetAssessment,
)
from certready.model import Library, Source, Text
from certready.planning import Plan
from certready.reports.plan_json import plan_data
from certready.scoring import METHOD, Interval, Score, percent

FORMAT = "certready-assessment/1"

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """The supplier's own words, as its file has them: the JSON repeats them unchanged."""

    supplier: Mapping[str, object]
    profile: Mapping[str, object]


def render(library: Library, assessment: Assessment, plan: Plan, written: Written) -> str:
    """The whole assessment as text."""
    return json.dumps(as_data(library, assessment, plan, written), ensure_ascii=False, indent=1) + "\n"


def as_data(library: Library, assessment: Assessment, plan: Plan, written: Written) -> Json:
    """The whole assessment as plain data."""
    return {
        "format": FORMAT,
        "generator": {"name": "certready", "version": __version__, "method": METHOD},
        "on": assessment.on.isoformat(),
        "supplier": written.supplier,
        "profile": written.profile,
        "open_facts": list(assessment.open_facts),
        "inputs": [{"name": row.name, "sha256": row.sha256} for row in inputs(library, assessment)],
        "targets": [_target(row) for row in assessment.targets],
        "requirements": [_requirement(row) for row in assessment.requirements],
        "plan": plan_data(plan),
    }


def inputs(library: Library, assessment: Assessment) -> list[Source]:
    """The files the result rests on: the supplier's, then each checklist used, the profile and the practices."""
    used = dict.fromkeys((*(row.checklist.id for row in assessment.targets), *_checklists(assessment)))
    named = [library.sources[key] for key in (*used, "profile", "practices") if key in library.sources]
    return [*([assessment.supplier.source] if assessment.supplier.source else []), *named]


def _checklists(assessment: Assessment) -> list[str]:
    return [row.requirement.checklist for row in assessment.requirements]


def _text(text: Text | None) -> Json | None:
    return None if text is None else {"es": text.es, "en": text.en}


def _interval(interval: Interval | None) -> Json:
    if interval is None:
        return {"low": None, "high": None}
    return {"low": percent(interval.low), "high": percent(interval.high)}


def _score(score: Score | None) -> Json:
    if score is None:
        return {"value": None, "low": None, "high": None}
    value = percent(score.interval.low) if score.settled else None
    return {"value": value, **_interval(score.interval)}


def _counts(counts: Counts) -> Json:
    return {
        "binding": counts.binding,
        "answered": counts.answered,
        "carried": counts.carried,
        "unknown": counts.unknown,
        "not_applicable": counts.not_applicable,
        "by_level": {level.value: number for level, number in counts.by_level.items()},
    }


def _target(row: TargetAssessment) -> Json:
    declared = row.declared
    return {
        "id": row.checklist.id,
        "title": _text(row.checklist.title),
        "applies": row.scope.ruling.binds,
        "why_not": _text(row.scope.ruling.why_not),
        "verdict": row.verdict.value,
        "backed_verdict": row.backed_verdict.value,
        "score": _score(declared),
        "backed": _score(row.backed),
        "raw": _interval(declared.raw if declared else None),
        "cap": _interval(declared.cap if declared else None),
        "gates": [gate.id for gate in declared.gates] if declared else [],
        "coverage": None if row.coverage is None else percent(row.coverage),
        "not_applicable_share": None if row.not_applicable_share is None else percent(row.not_applicable_share),
        "counts": _counts(row.counts),
        "gaps": {grade.value: number for grade, number in row.gaps.items()},
        "chapters": [_chapter(chapter) for chapter in row.chapters],
        "outcomes": {outcome.model.value: {"low": outcome.low, "high": outcome.high} for outcome in row.outcomes},
    }


def _chapter(chapter: ChapterScore) -> Json:
    return {
        "id": chapter.id,
        "title": _text(chapter.title),
        "score": _score(chapter.declared),
        "counts": _counts(chapter.counts),
    }


def _requirement(row: AssessedRequirement) -> Json:
    requirement, standing = row.requirement, row.standing
    return {
        "id": requirement.id,
        "cites": list(row.cites),
        "checklist": requirement.checklist,
        "chapter": requirement.chapter,
        "targets": list(row.targets),
        "criticality": requirement.criticality.value,
        "binding": row.binding,
        "why_not": _text(row.why_not),
        "level": standing.level.value,
        "backed_level": standing.backed.value,
        "carried_from": standing.carried_from,
        "contradicts": standing.contradicts,
        "gap": row.gap.value if row.gap else None,
        "n19": row.n19,
    }
