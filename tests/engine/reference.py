"""Part (c) of the method once more, written from the text alone: plain dicts in, plain dicts and fractions out.

It shares nothing with the engine, so that a slip of either shows as a difference between the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

Dict = dict[str, Any]

LADDER = ["absent", "informal", "documented", "implemented", "effective"]
PERCENT = {"absent": 0, "informal": 15, "documented": 40, "implemented": 80, "effective": 100}
WEIGHT = {"critical": 5, "major": 3, "minor": 1}
MET = ("implemented", "effective")


# Who is asked what ---------------------------------------------------------------------------------------------------


def facts_of(profile: Mapping[str, Any], on: date) -> dict[str, set[str]]:
    """The answered facts, each a set of words."""
    facts: dict[str, set[str]] = {}
    for key, value in profile.items():
        if key == "certificates":
            facts[key] = {c["scheme"] for c in value if c.get("until") is None or c["until"] >= on}
        else:
            facts[key] = words(value)
    return facts


def words(value: object) -> set[str]:
    """One value or a list of them as words; yes and no are "true" and "false"."""
    if isinstance(value, list):
        return {word for each in value for word in words(each)}
    return {str(value).lower() if isinstance(value, bool) else str(value)}


def matches(condition: Mapping[str, Any], facts: Mapping[str, set[str]]) -> tuple[bool | None, set[str]]:
    """Yes, no or undecided; and, if undecided, the facts it waits for."""
    verdicts: list[bool | None] = []
    waiting: set[str] = set()
    for key, wanted in condition.items():
        if key == "not":
            inner, missing = matches(wanted, facts)
            verdicts.append(None if inner is None else not inner)
            waiting |= missing
        elif key not in facts:
            verdicts.append(None)
            waiting.add(key)
        else:
            verdicts.append(bool(words(wanted) & facts[key]))
    if False in verdicts:
        return False, set()
    return (None, waiting) if None in verdicts else (True, set())


def pool(checklists: Mapping[str, Dict], target: str, above: tuple[str, ...] = ()) -> dict[str, Dict]:
    """Every requirement of a target by full id: its own, and what it includes, and what those include."""
    checklist = checklists[target]
    rows: dict[str, Dict] = {}
    for chapter in checklist["chapters"]:
        for row in chapter["requirements"]:
            cites = set(row.get("cites", []))
            rows[f"{target}/{row['id']}"] = {"row": row, "chapter": f"{target}/{chapter['id']}", "cites": cites}
    for part in checklist.get("includes", []):
        other = part["checklist"]
        if other in (*above, target):
            continue
        only = None if part.get("only") is None else {_full(other, each) for each in part["only"]}
        added = {_full(other, key): cites for key, cites in part.get("cites", {}).items()}
        for full, found in pool(checklists, other, (*above, target)).items():
            if only is None or full in only:
                old = rows.get(full, found)
                cites = old["cites"] | found["cites"] | set(added.get(full, []))
                rows[full] = {**found, "cites": cites}
    return rows


def _full(checklist: str, key: str) -> str:
    return key if "/" in key else f"{checklist}/{key}"


def in_force(row: Dict, on: date) -> bool:
    """Whether the row's dates cover the day."""
    dates = row.get("in_force", {})
    return bool(dates.get("from", on) <= on <= dates.get("until", on))


# What can be shown ---------------------------------------------------------------------------------------------------


def supported(row: Dict, kinds: set[str]) -> str:
    """The highest level that these kinds of evidence can back."""
    written = "document" in kinds
    run = "record" in kinds and (written or not row.get("documented_procedure", False))
    if run and "effect" in kinds:
        return "effective"
    if run:
        return "implemented"
    return "documented" if written else "informal"


def backed_level(row: Dict, answer: Dict, documents: Mapping[str, Dict], on: date) -> str:
    """The claimed level, cut to what current evidence supports."""
    level: str = answer["level"]
    if level not in LADDER:
        return level
    kinds = set()
    for piece in answer.get("evidence", []):
        registered = documents.get(piece.get("ref", ""), {})
        if all(until is None or until >= on for until in (piece.get("expires"), registered.get("expires"))):
            kinds.add(piece["kind"])
    return least(level, supported(row, kinds))


def least(one: str, other: str) -> str:
    """The lower of two levels of the ladder."""
    return LADDER[min(LADDER.index(one), LADDER.index(other))]


def stand(
    rows: Mapping[str, Dict], answers: Mapping[str, Dict], documents: Mapping[str, Dict], on: date
) -> dict[str, Dict]:
    """Every requirement's declared and backed level, after carrying; a least fixed point, so a circle feeds nobody.

    Reading: a link of a chain passes conformity on whether it binds itself or not (its demand still lies between).
    """
    state: dict[str, Dict] = {}
    for full, row in rows.items():
        answer = answers.get(full, {"level": "unknown"})
        state[full] = {
            "level": answer["level"],
            "backed": backed_level(row, answer, documents, on),
            "repeat": answer.get("repeat", False),
            "released": answer.get("released", False),
            "carried": False,
            "sources": set(),
            "contradiction": False,
        }
    while _carry_once(rows, state):
        pass
    for full, row in rows.items():
        one = state[full]
        conforming = [other for other in row.get("met_by", []) if other in state and state[other]["level"] in MET]
        if one["carried"]:
            one["sources"] = {
                other for other in conforming if least("implemented", state[other]["backed"]) == one["backed"]
            }
        elif one["level"] in ("absent", "informal", "documented"):
            one["contradiction"] = bool(conforming)
    return state


def _carry_once(rows: Mapping[str, Dict], state: dict[str, Dict]) -> bool:
    moved = False
    for full, row in rows.items():
        one = state[full]
        if one["level"] != "unknown" and not one["carried"]:
            continue
        for other in row.get("met_by", []):
            source = state.get(other)
            if source is None or source["level"] not in MET:
                continue
            backing = least("implemented", source["backed"])
            if not one["carried"] or least(backing, one["backed"]) != backing:
                one.update(level="implemented", backed=backing, carried=True)
                moved = True
    return moved


# Scores --------------------------------------------------------------------------------------------------------------


def one_end(pairs: Sequence[tuple[str, int]]) -> Dict:
    """R, cap and S of settled rows, each a criticality and an attainment."""
    weight = sum(WEIGHT[criticality] for criticality, _ in pairs)
    raw = Fraction(sum(WEIGHT[criticality] * percent for criticality, percent in pairs), weight)
    worst = sum(criticality == "critical" and percent < 40 for criticality, percent in pairs)
    weak = sum(criticality == "critical" and 40 <= percent < 80 for criticality, percent in pairs)
    majors = sum(criticality == "major" and percent < 40 for criticality, percent in pairs)
    if worst >= 3:
        cap = 39
    elif worst >= 1:
        cap = 64
    elif weak >= 1 or majors >= 5:
        cap = 79
    else:
        cap = 100
    score = min(raw, Fraction(cap))
    if cap == 100 and score >= 75:
        band = "ready"
    elif score >= 65:
        band = "nearly"
    else:
        band = "developing" if score >= 40 else "not-ready"
    return {"raw": raw, "cap": cap, "score": score, "band": band}


def score(rows: Sequence[tuple[str, str]]) -> Dict | None:
    """The honest interval of rows (criticality, level), not-applicable ones left out; None if nothing is left."""
    counted = [(criticality, level) for criticality, level in rows if level != "not-applicable"]
    if not counted:
        return None
    low = one_end([(criticality, PERCENT.get(level, 0)) for criticality, level in counted])
    high = one_end([(criticality, PERCENT.get(level, 100)) for criticality, level in counted])
    known = all(level != "unknown" for _, level in counted)
    return {
        "raw": (low["raw"], high["raw"]),
        "cap": (low["cap"], high["cap"]),
        "score": (low["score"], high["score"]),
        "value": low["score"] if known else None,
        "verdict": low["band"] if low["band"] == high["band"] else "undetermined",
    }


def gates(rows: Mapping[str, tuple[str, str]]) -> set[str]:
    """The requirements that hold the cap below 100 with every unknown at absent."""
    at = {full: (criticality, PERCENT.get(level, 0)) for full, (criticality, level) in rows.items()}
    criticals = {full for full, (criticality, percent) in at.items() if criticality == "critical" and percent < 80}
    majors = {full for full, (criticality, percent) in at.items() if criticality == "major" and percent < 40}
    return criticals | (majors if len(majors) >= 5 else set())


def gap(criticality: str, level: str) -> str | None:
    """How grave a gap is, in the manner of PIC/S."""
    percent = PERCENT.get(level, 100)
    if percent >= 80:
        return None
    if criticality == "critical":
        return "critical" if percent < 40 else "major"
    return "major" if criticality == "major" and percent < 40 else "minor"


# Outcomes ------------------------------------------------------------------------------------------------------------


def n19(row: Dict, level: str, *, repeat: bool, released: bool) -> int | None:
    """The grade of GHTF/SG3/N19, or None where there is no nonconformity or no device impact is given."""
    impact = row.get("nc_impact")
    if impact is None or PERCENT.get(level, 100) >= 80:
        return None
    absence = row.get("documented_procedure", False) and level in ("absent", "informal")
    return min(5, {"indirect": 1, "direct": 3}[impact] + int(repeat) + int(absence) + int(released))


def clause(full: str, chapter: str) -> str:
    """The clause x.y of a numbered requirement; a slug has none, its chapter stands for it."""
    checklist, _, local = full.partition("/")
    number = re.match(r"\d+\.\d+", local)
    return f"{checklist}/{number.group()}" if number else chapter


def iso_17021(rows: Sequence[Dict]) -> Dict:
    """Majors and minors of a certification audit."""
    findings: list[tuple[str, str]] = []
    for one in rows:
        level = one["level"]
        match one["row"]["criticality"]:
            case "critical":
                grade = "major" if level in ("absent", "informal", "documented") else None
            case "major":
                grade = {"absent": "major", "informal": "minor", "documented": "minor"}.get(level)
            case _:
                grade = "minor" if level in ("absent", "informal") else None
        if grade:
            findings.append((clause(one["full"], one["chapter"]), grade))
    majors = sum(grade == "major" for _, grade in findings)
    minors = len(findings) - majors
    sizes = Counter(place for place, _ in findings)
    systemic = {place for place, size in sizes.items() if size >= 4}
    for place in systemic:
        if (place, "major") not in findings:
            majors, minors = majors + 1, minors - 1
    return {"major": majors, "minor": minors, "systemic": systemic, "withheld": majors > 0}


def n19_model(rows: Sequence[Dict]) -> Dict:
    """Grades of an MDSAP audit and whether they bar a conclusion of compliance."""
    grades = Counter(
        grade
        for one in rows
        if (grade := n19(one["row"], one["level"], repeat=one["repeat"], released=one["released"])) is not None
    )
    return {"grades": dict(grades), "barred": grades[5] >= 1 or grades[4] > 2}


def fda_device_oai(rows: Sequence[Dict]) -> Dict:
    """The rows that put a device inspection in danger of OAI: broken triggers and escaped product, weak ones, others.

    Reading: "released without CAPA" is product let out by a row below conformity while a trigger of practice `capa`
    is below conformity too.
    """
    triggers = [one for one in rows if one["row"].get("oai_trigger", False)]
    criticals = [one for one in rows if not one["row"].get("oai_trigger") and one["row"]["criticality"] == "critical"]
    no_capa = any(one["row"].get("practice") == "capa" and PERCENT[one["level"]] < 80 for one in triggers)
    escaped = {one["full"] for one in rows if no_capa and one["released"] and PERCENT[one["level"]] < 80}
    return {
        "high": escaped | {one["full"] for one in triggers if PERCENT[one["level"]] < 40},
        "medium": {one["full"] for one in triggers if 40 <= PERCENT[one["level"]] < 80},
        "criticals": {one["full"] for one in criticals if PERCENT[one["level"]] < 80},
    }


def oai_tier(found: Dict) -> str:
    """HIGH, MEDIUM or LOW danger, as it follows from those rows."""
    if found["high"]:
        return "high"
    return "medium" if found["medium"] or len(found["criticals"]) >= 2 else "low"


def fda_six_systems(rows: Sequence[Dict]) -> Dict:
    """The systems out of control."""
    out = set()
    for system in {one["row"]["system"] for one in rows if one["row"].get("system")}:
        members = [one for one in rows if one["row"].get("system") == system]
        grades = [gap(one["row"]["criticality"], one["level"]) for one in members]
        if "critical" in grades or sum(grade in ("critical", "major") for grade in grades) >= 3:
            out.add(system)
    return {"out": out, "oai": bool(out)}


def deficiencies(rows: Sequence[Dict]) -> Dict:
    """Critical, major and other deficiencies of an inspection in the manner of PIC/S."""
    found: list[tuple[str, str]] = []
    for one in rows:
        percent, row = PERCENT[one["level"]], one["row"]
        if percent >= 80:
            continue
        if row.get("product_risk", False) and percent < 40:
            grade = "critical"
        elif row["criticality"] == "critical" or (row["criticality"] == "major" and percent < 40):
            grade = "major"
        else:
            grade = "other"
        found.append((one["chapter"], grade))
    counts = Counter(grade for _, grade in found)
    for chapter, size in Counter(place for place, _ in found).items():
        grades = {grade for place, grade in found if place == chapter}
        if size >= 3 and "major" not in grades and "other" in grades:
            counts.update(major=1, other=-1)
    refusal = "possible" if counts["major"] > 5 else "no"
    refusal = "likely" if counts["critical"] else refusal
    return {"critical": counts["critical"], "major": counts["major"], "other": counts["other"], "refusal": refusal}


def acta(rows: Sequence[Dict]) -> Dict:
    """Points of each question of an older acta."""
    points = {"implemented": "2", "effective": "2", "documented": "1", "not-applicable": "N/A"}
    return {"points": {one["full"]: points.get(one["level"], "0") for one in rows}}


MODELS: dict[str, Callable[[Sequence[Dict]], Dict]] = {
    "iso-17021": iso_17021,
    "n19": n19_model,
    "fda-device-oai": fda_device_oai,
    "fda-six-systems": fda_six_systems,
    "pics": deficiencies,
    "eu-gmp": deficiencies,
    "cofepris": deficiencies,
    "acta": acta,
}


def outcome(model: str, rows: Sequence[Dict], unknown: str) -> Dict:
    """What a model concludes when every unknown is settled at the same level."""
    settled = [{**one, "level": unknown if one["level"] == "unknown" else one["level"]} for one in rows]
    if model != "acta":
        settled = [one for one in settled if one["level"] != "not-applicable"]
    return MODELS[model](settled)


# The whole -----------------------------------------------------------------------------------------------------------


def assess(  # noqa: PLR0913, PLR0917 - the whole input
    checklists: Mapping[str, Dict],
    profile: Mapping[str, Any],
    targets: Sequence[str],
    answers: Mapping[str, Dict],
    documents: Mapping[str, Dict],
    on: date,
) -> Dict:
    """Everything section 6 of the design asks of an assessment, unrounded."""
    facts = facts_of(profile, on)
    every = {
        f"{name}/{row['id']}": row
        for name, one in checklists.items()
        for c in one["chapters"]
        for row in c["requirements"]
    }
    pools = {target: pool(checklists, target) for target in dict.fromkeys(targets)}
    open_facts: set[str] = set()
    applies: dict[str, bool] = {}
    binds: dict[str, set[str]] = {}
    for target, members in pools.items():
        verdict, missing = matches(checklists[target].get("applies_when", {}), facts)
        applies[target] = verdict is not False
        open_facts |= missing
        binds[target] = set()
        for full, found in members.items():
            verdict, missing = matches(found["row"].get("applies_when", {}), facts)
            if applies[target] and verdict is not False and in_force(found["row"], on):
                binds[target].add(full)
                open_facts |= missing
    state = stand(every, answers, documents, on)
    return {
        "open_facts": open_facts,
        "targets": {target: _target(checklists[target], pools[target], binds[target], state) for target in pools},
        "applies": applies,
        "requirements": {full: _requirement(full, pools, binds, state) for full in _listed(pools)},
    }


def _listed(pools: Mapping[str, Mapping[str, Dict]]) -> set[str]:
    return {full for members in pools.values() for full in members}


def _target(checklist: Dict, members: Mapping[str, Dict], binding: set[str], state: Mapping[str, Dict]) -> Dict:
    rows = [{"full": full, **members[full], **state[full]} for full in members if full in binding]

    def pairs(of: Iterable[Dict], level: str) -> list[tuple[str, str]]:
        return [(one["row"]["criticality"], one[level]) for one in of]

    def weigh(of: Iterable[Dict]) -> int:
        return sum(WEIGHT[one["row"]["criticality"]] for one in of)

    counted = [one for one in rows if one["level"] != "not-applicable"]
    graded = [gap(one["row"]["criticality"], one["level"]) for one in rows]
    chapters = {one["chapter"] for one in rows}
    return {
        "score": score(pairs(rows, "level")),
        "backed": score(pairs(rows, "backed")),
        "gates": gates({one["full"]: (one["row"]["criticality"], one["level"]) for one in counted}),
        "coverage": Fraction(weigh(o for o in counted if o["level"] != "unknown"), weigh(counted)) if counted else None,
        "not_applicable_share": Fraction(weigh(rows) - weigh(counted), weigh(rows)) if rows else None,
        "counts": counts(rows),
        "gaps": {grade: graded.count(grade) for grade in ("critical", "major", "minor")},
        "chapters": {
            chapter: {
                "rows": score_plain(pairs((o for o in rows if o["chapter"] == chapter), "level")),
                "counts": counts([one for one in rows if one["chapter"] == chapter]),
            }
            for chapter in chapters
        },
        "outcomes": {
            model: (outcome(model, rows, "absent"), outcome(model, rows, "effective"))
            for model in checklist.get("outcome_models", [])
        },
    }


def score_plain(rows: Sequence[tuple[str, str]]) -> tuple[Fraction, Fraction] | None:
    """A chapter's interval: gates act on targets, not on chapters."""
    found = score(rows)
    return None if found is None else found["raw"]


def counts(rows: Sequence[Dict]) -> Dict:
    """How many of the binding rows stand where."""
    levels = Counter(one["level"] for one in rows)
    carried = sum(one["carried"] for one in rows)
    return {
        "binding": len(rows),
        "carried": carried,
        "unknown": levels["unknown"],
        "not_applicable": levels["not-applicable"],
        "answered": len(rows) - carried - levels["unknown"] - levels["not-applicable"],  # the four add up to binding
        "by_level": dict(levels),
    }


def _requirement(
    full: str, pools: Mapping[str, Mapping[str, Dict]], binds: Mapping[str, set[str]], state: Mapping[str, Dict]
) -> Dict:
    one = dict(state[full])
    where = [target for target in pools if full in binds[target]]
    row = next(members[full]["row"] for members in pools.values() if full in members)
    cites = set(row.get("cites", [])).union(*(pools[target][full]["cites"] for target in where))
    binding = bool(where)
    if one["carried"] and not binding:  # what does not bind is not counted as implemented
        one.update(level="unknown", backed="unknown", carried=False, sources=set())
    return {
        "targets": where,
        "cites": cites,
        "level": one["level"],
        "backed": one["backed"],
        "carried": one["carried"],
        "sources": one["sources"],
        "contradiction": one["contradiction"],
        "gap": gap(row["criticality"], one["level"]) if binding else None,
        "n19": n19(row, one["level"], repeat=one["repeat"], released=one["released"]) if binding else None,
    }
