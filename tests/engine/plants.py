"""Large random plants, drawn without Hypothesis: many rows per clause, so that counts and combinations occur."""

from __future__ import annotations

from random import Random

from tests.engine.building import TODAY, Dict
from tests.strategies import FACTS, LADDER, MODELS, TOMORROW, YESTERDAY, Case


def thrown(seed: int) -> Random:
    """Dice that fall the same way every time."""
    return Random(seed)  # noqa: S311 - not for secrets


def large_plant(seed: int) -> Case:
    """Three checklists of some forty rows, almost everything answered."""
    dice = thrown(seed)
    names = ["alpha", "beta", "gamma"]
    checklists = {name: _checklist(dice, name) for name in names}
    checklists["alpha"]["includes"] = [{"checklist": "beta"}, {"checklist": "gamma", "only": ["0.1.1", "0.1.2"]}]
    checklists["beta"]["includes"] = [{"checklist": "gamma"}]
    rows = {
        f"{n}/{row['id']}": row for n in names for part in checklists[n]["chapters"] for row in part["requirements"]
    }
    for row in rows.values():
        row["met_by"] = dice.sample(sorted(rows), k=dice.choice([0, 0, 0, 1, 2]))
    skew = dice.choice([[1, 1, 1, 1, 1], [6, 2, 1, 1, 1], [0, 0, 1, 8, 4], [0, 1, 6, 6, 1]])
    answers = {key: _answer(dice, row, skew) for key, row in rows.items() if dice.random() < dice.choice([0.5, 0.9, 1])}
    values = {fact: dice.sample(values, k=1) for fact, values in FACTS.items() if dice.random() < 0.7}
    return Case(checklists, values, dice.sample(names, k=2), answers, {"P-1": {"expires": YESTERDAY}, "P-2": {}})


def _checklist(dice: Random, name: str) -> Dict:
    chapters = [
        {
            "id": str(chapter),
            "requirements": [_row(dice, f"{chapter}.{n % 2 + 1}.{n}") for n in range(dice.randint(2, 14))],
        }
        for chapter in range(3)
    ]
    return {"id": name, "chapters": chapters, "outcome_models": MODELS}


def _row(dice: Random, name: str) -> Dict:
    row: Dict = {
        "id": name,
        "criticality": dice.choice(["critical", "major", "major", "minor", "minor"]),
        "product_risk": dice.random() < 0.1,
        "documented_procedure": dice.random() < 0.5,
        "na_allowed": dice.random() < 0.8,
        "oai_trigger": dice.random() < 0.1,
        "practice": dice.choice(["capa", "training", "calibration"]),
        "nc_impact": dice.choice(["direct", "indirect", None]),
        "system": dice.choice(["quality", "materials", "laboratory", None]),
    }
    if dice.random() < 0.1:
        row["in_force"] = {"from": dice.choice([YESTERDAY, TODAY, TOMORROW])}
    if dice.random() < 0.2:
        fact = dice.choice(sorted(FACTS))
        condition = {fact: [dice.choice(FACTS[fact])]}
        row["applies_when"] = condition if dice.random() < 0.5 else {"not": condition}
    return row


def _answer(dice: Random, row: Dict, skew: list[int]) -> Dict:
    level = dice.choices(LADDER, skew)[0]
    if row["na_allowed"] and dice.random() < 0.1:
        level = "not-applicable"
    kinds = dice.sample(["document", "record", "effect"], k=dice.randint(0, 3))
    evidence = [{"kind": kind, "ref": dice.choice(["P-1", "P-2"])} for kind in kinds]
    return {"level": level, "evidence": evidence, "repeat": dice.random() < 0.2, "released": dice.random() < 0.1}
