"""An assessment of the engine in the plain form that the reference gives, so that the two can be compared."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from certready.assessment import AssessedRequirement, Assessment, ChapterScore, Counts, OutcomeRange, TargetAssessment
from certready.model import OutcomeModel
from certready.scoring import Interval, Score
from tests.engine import reference

Dict = dict[str, Any]


def summary(assessment: Assessment) -> Dict:
    """Every figure of an assessment, without order."""
    return {
        "open_facts": set(assessment.open_facts),
        "applies": {row.checklist.id: row.scope.ruling.binds for row in assessment.targets},
        "targets": {row.checklist.id: _target(row) for row in assessment.targets},
        "requirements": {row.requirement.id: _requirement(row) for row in assessment.requirements},
    }


def _pair(interval: Interval) -> tuple[Fraction, Fraction]:
    return interval.low, interval.high


def _score(score: Score | None) -> Dict | None:
    if score is None:
        return None
    return {
        "raw": _pair(score.raw),
        "cap": _pair(score.cap),
        "score": _pair(score.interval),
        "value": score.interval.low if score.settled else None,
        "verdict": score.verdict.value,
    }


def _counts(counts: Counts) -> Dict:
    return {
        "binding": counts.binding,
        "answered": counts.answered,
        "carried": counts.carried,
        "unknown": counts.unknown,
        "not_applicable": counts.not_applicable,
        "by_level": {level.value: number for level, number in counts.by_level.items() if number},
    }


def _chapter(chapter: ChapterScore) -> Dict:
    rows = None if chapter.declared is None else _pair(chapter.declared.interval)
    return {"rows": rows, "counts": _counts(chapter.counts)}


def _target(row: TargetAssessment) -> Dict:
    return {
        "score": _score(row.declared),
        "backed": _score(row.backed),
        "gates": {gate.id for gate in row.declared.gates} if row.declared else set(),
        "coverage": None if row.coverage is None else row.coverage / 100,
        "not_applicable_share": None if row.not_applicable_share is None else row.not_applicable_share / 100,
        "counts": _counts(row.counts),
        "gaps": {grade.value: number for grade, number in row.gaps.items()},
        "chapters": {part.id: _chapter(part) for part in row.chapters if part.counts.binding},
        "outcomes": {one.model.value: _outcomes(one) for one in row.outcomes},
    }


def _outcomes(one: OutcomeRange) -> tuple[Dict, Dict]:
    return outcome(one.model, dict(one.low)), outcome(one.model, dict(one.high))


def outcome(model: OutcomeModel, said: Dict) -> Dict:
    """What a model said, in the reference's words."""
    match model:
        case OutcomeModel.ISO_17021:
            return {
                "major": said["majors"],
                "minor": said["minors"],
                "systemic": set(said["systemic"]),
                "withheld": said["verdict"] == "certificate-withheld",
            }
        case OutcomeModel.N19:
            return {
                "grades": {int(grade): number for grade, number in said["grades"].items() if number},
                "barred": said["verdict"] == "no-conclusion-of-compliance",
            }
        case OutcomeModel.FDA_DEVICE_OAI:
            return {"tier": said["verdict"].lower(), "rows": set(said["triggers"])}
        case OutcomeModel.FDA_SIX_SYSTEMS:
            return {"out": set(said["out_of_control"]), "oai": said["verdict"] == "OAI-indicated"}
        case OutcomeModel.PICS | OutcomeModel.EU_GMP | OutcomeModel.COFEPRIS:
            words = {"refusal-likely": "likely", "refusal-possible": "possible", "no-refusal-indicated": "no"}
            counts = {kind: said[kind] for kind in ("critical", "major", "other")}
            return {**counts, "refusal": words[said["verdict"]]}
        case OutcomeModel.ACTA:
            return {
                "rated": {word: number for word, number in said["rated"].items() if number},
                "points": said["points"],
            }


def _requirement(row: AssessedRequirement) -> Dict:
    standing = row.standing
    return {
        "targets": set(row.targets),
        "cites": set(row.cites),
        "level": standing.level.value,
        "backed": standing.backed.value,
        "carried": standing.carried_from is not None,
        "source": standing.carried_from,
        "contradiction": standing.contradicts is not None,
        "gap": row.gap.value if row.gap else None,
        "n19": row.n19,
    }


def expected(result: Dict) -> Dict:
    """The reference's result in the same words, where it says more than the engine."""
    found = {**result, "targets": {}, "requirements": {}}
    for name, target in result["targets"].items():
        outcomes = {
            model: tuple(_said(model, end) for end in ends)
            for model, ends in target["outcomes"].items()
            if target["counts"]["binding"]
        }
        found["targets"][name] = {**target, "outcomes": outcomes}
    for key, row in result["requirements"].items():
        found["requirements"][key] = {**row, "targets": set(row["targets"])}
    return found


def _said(model: str, end: Dict) -> Dict:
    if model == "fda-device-oai":
        return {"tier": reference.oai_tier(end), "rows": end["high"] or end["medium"] | end["criticals"]}
    if model == "acta":
        words = list(end["points"].values())
        rated = {("not_applicable" if word == "N/A" else word): words.count(word) for word in words}
        return {"rated": rated, "points": 2 * rated.get("2", 0) + rated.get("1", 0)}
    return end
