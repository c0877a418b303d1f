"""What an inspector would conclude from these levels, in the manner of each authority; never a probability.

Each model reads the binding rows of one target with their unknowns already settled (at absent for the low end, at
effective for the high end). Sources: ISO/IEC 17021-1:2015 3.12-3.13; GHTF/SG3/N19:2012 and IMDRF/MDSAP WG/N3:2016
9.5-9.6; FDA compliance programs 7382.845 part V and 7356.002; PIC/S PI 040-1; the older COFEPRIS acta forms. The
count rules for pics, eu-gmp and cofepris are working rules of certready: no official number exists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from certready.gaps import grade
from certready.model import Criticality, Impact, Level, OutcomeModel, Requirement
from certready.scoring import ATTAINMENT, CONFORMING, DOCUMENTED

SYSTEMIC_FROM = 4  # findings in one clause x.y
COMBINED_FROM = 3  # deficiencies in one chapter that together are one major
REFUSAL_ABOVE_MAJORS = 5
TOP_GRADE = 5  # of N19
BARRED_ABOVE_FOURS = 2

Outcome = Mapping[str, object]
"""What a model says: counts, findings by requirement id, and a `verdict` word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A binding requirement as the model sees it: unknowns settled, flags of the answer beside it."""

    requirement: Requirement
    level: Level
    repeat: bool = False
    released: bool = False

    @property
    def attained(self) -> int | None:
        """Percent attained; None for not-applicable."""
        return ATTAINMENT.get(self.level)

    def below(self, limit: int) -> bool:
        """Whether it applies and attains less than the limit."""
        return self.attained is not None and self.attained < limit


def conclude(model: OutcomeModel, findings: Sequence[Finding]) -> Outcome:
    """What this model concludes."""
    return _MODELS[model](findings)


def n19_grade(requirement: Requirement, level: Level, *, repeat: bool = False, released: bool = False) -> int | None:
    """Grade 1 to 5 of a nonconformity by GHTF/SG3/N19:2012; None where there is none or the impact is not told."""
    attained = ATTAINMENT.get(level)
    if attained is None or attained >= CONFORMING or requirement.nc_impact is None:
        return None
    base = 3 if requirement.nc_impact is Impact.DIRECT else 1
    absence = requirement.documented_procedure and level in (Level.ABSENT, Level.INFORMAL)
    return min(TOP_GRADE, base + repeat + absence + released)


def clause(requirement: Requirement) -> str:
    """The clause x.y that an ISO auditor groups findings by; the chapter where the id is not a clause number."""
    number = re.match(r"\d+\.\d+", requirement.local_id)
    return f"{requirement.checklist}/{number[0]}" if number else requirement.chapter


def _iso_17021(findings: Sequence[Finding]) -> Outcome:
    graded = [(row.requirement, _iso_grade(row)) for row in findings]
    majors = [row for row, found in graded if found is Criticality.MAJOR]
    minors = [row for row, found in graded if found is Criticality.MINOR]
    by_clause = Counter(clause(row) for row in (*majors, *minors))
    systemic = [name for name, count in by_clause.items() if count >= SYSTEMIC_FROM]
    for name in systemic:
        if all(clause(row) != name for row in majors):
            raised = min((row for row in minors if clause(row) == name), key=lambda row: row.id)  # whatever the order
            minors.remove(raised)
            majors.append(raised)
    return {
        "verdict": "certificate-withheld" if majors else "no-major",
        "majors": len(majors),
        "minors": len(minors),
        "systemic": systemic,
        "major_requirements": [row.id for row in majors],
    }


def _iso_grade(finding: Finding) -> Criticality | None:
    match finding.requirement.criticality:
        case Criticality.CRITICAL:
            return Criticality.MAJOR if finding.below(CONFORMING) else None
        case Criticality.MAJOR:
            if finding.level is Level.ABSENT:
                return Criticality.MAJOR
            return Criticality.MINOR if finding.below(CONFORMING) else None
        case Criticality.MINOR:
            return Criticality.MINOR if finding.below(DOCUMENTED) else None


def _n19(findings: Sequence[Finding]) -> Outcome:
    graded = {
        row.requirement.id: n19_grade(row.requirement, row.level, repeat=row.repeat, released=row.released)
        for row in findings
    }
    counts = Counter(found for found in graded.values() if found is not None)
    barred = counts[TOP_GRADE] >= 1 or counts[TOP_GRADE - 1] > BARRED_ABOVE_FOURS
    return {
        "verdict": "no-conclusion-of-compliance" if barred else "not-barred",
        "grades": {str(number): counts[number] for number in range(1, TOP_GRADE + 1)},
        "unannounced_audit": barred,
        "grave_requirements": [key for key, found in graded.items() if found is not None and found >= TOP_GRADE - 1],
    }


def _fda_device(findings: Sequence[Finding]) -> Outcome:
    triggers = [row for row in findings if row.requirement.oai_trigger]
    broken = [row for row in triggers if row.below(DOCUMENTED)]
    unfinished = [row for row in triggers if row.below(CONFORMING) and not row.below(DOCUMENTED)]
    no_capa = any(row.requirement.practice == "capa" and row.below(CONFORMING) for row in triggers)
    escaped = [row for row in findings if row.released and row.below(CONFORMING)] if no_capa else []
    others = [
        row
        for row in findings
        if not row.requirement.oai_trigger
        and row.requirement.criticality is Criticality.CRITICAL
        and row.below(CONFORMING)
    ]
    several = 2
    if broken or escaped:
        tier = "HIGH"
    elif unfinished or len(others) >= several:
        tier = "MEDIUM"
    else:
        tier = "LOW"
    because = [*broken, *escaped] or [*unfinished, *others]
    return {"verdict": tier, "triggers": list(dict.fromkeys(row.requirement.id for row in because))}


def _fda_six_systems(findings: Sequence[Finding]) -> Outcome:
    critical: Counter[str] = Counter()
    grave: Counter[str] = Counter()
    for row in findings:
        system = row.requirement.system
        if system is None:
            continue
        is_critical = row.requirement.criticality is Criticality.CRITICAL
        critical[system] += is_critical and row.below(DOCUMENTED)
        grave[system] += grade(row.requirement, row.level) in (Criticality.CRITICAL, Criticality.MAJOR)
    out = [name for name in grave if critical[name] or grave[name] >= COMBINED_FROM]
    return {"verdict": "OAI-indicated" if out else "not-indicated", "out_of_control": sorted(out)}


def _deficiencies(findings: Sequence[Finding]) -> Outcome:
    """The manner of PIC/S: critical, major, other; several in one chapter make one major."""
    by_chapter: dict[str, Counter[str]] = defaultdict(Counter)
    refusing = []
    for row in findings:
        kind = _deficiency(row)
        if kind is None:
            continue
        by_chapter[row.requirement.chapter][kind] += 1
        if kind == "critical":
            refusing.append(row.requirement.id)
    combined = []
    for chapter, counts in by_chapter.items():
        if counts.total() >= COMBINED_FROM and not counts["major"] and counts["other"]:
            counts.update(major=1, other=-1)
            combined.append(chapter)
    total: Counter[str] = sum(by_chapter.values(), Counter())
    if total["critical"]:
        verdict = "refusal-likely"
    else:
        verdict = "refusal-possible" if total["major"] > REFUSAL_ABOVE_MAJORS else "no-refusal-indicated"
    counts_out = {kind: total[kind] for kind in ("critical", "major", "other")}
    return {"verdict": verdict, **counts_out, "combined": combined, "critical_requirements": refusing}


def _deficiency(finding: Finding) -> str | None:
    if finding.requirement.product_risk and finding.below(DOCUMENTED):
        return "critical"
    match finding.requirement.criticality:
        case Criticality.CRITICAL if finding.below(CONFORMING):
            return "major"
        case Criticality.MAJOR if finding.below(DOCUMENTED):
            return "major"
        case _:
            return "other" if finding.below(CONFORMING) else None


def _acta(findings: Sequence[Finding]) -> Outcome:
    counts = Counter(_acta_points(row) for row in findings)
    rated = counts["2"] + counts["1"] + counts["0"]
    points = 2 * counts["2"] + counts["1"]
    return {
        "verdict": "rated" if rated else "nothing-rated",
        "points": points,
        "maximum": 2 * rated,
        "rated": {"2": counts["2"], "1": counts["1"], "0": counts["0"], "not_applicable": counts["N/A"]},
    }


def _acta_points(finding: Finding) -> str:
    if finding.attained is None:
        return "N/A"
    if not finding.below(CONFORMING):
        return "2"
    return "0" if finding.below(DOCUMENTED) else "1"


_MODELS: Mapping[OutcomeModel, Callable[[Sequence[Finding]], Outcome]] = {
    OutcomeModel.ISO_17021: _iso_17021,
    OutcomeModel.N19: _n19,
    OutcomeModel.FDA_DEVICE_OAI: _fda_device,
    OutcomeModel.FDA_SIX_SYSTEMS: _fda_six_systems,
    OutcomeModel.PICS: _deficiencies,
    OutcomeModel.EU_GMP: _deficiencies,
    OutcomeModel.COFEPRIS: _deficiencies,
    OutcomeModel.ACTA: _acta,
}


def settle(findings: Iterable[Finding], unknown: Level) -> list[Finding]:
    """The findings with every unknown put at the given level."""
    return [
        Finding(row.requirement, unknown, repeat=row.repeat, released=row.released)
        if row.level is Level.UNKNOWN
        else row
        for row in findings
    ]
