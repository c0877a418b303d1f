"""Random checklists and random plants, in the dict form of the files."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import combinations
from math import prod
from typing import Any

from hypothesis import strategies as st

from certready.assessment import Assessment, assess
from certready.model import Library, Supplier
from tests.engine import building, reference
from tests.engine.building import TODAY, Dict

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
DAYS = [YESTERDAY, TODAY, TOMORROW]
FACTS: dict[str, list[Any]] = {
    "products": ["device", "drug"],
    "roles": ["maker", "packer"],
    "sterile": [True, False],
    "software": [True, False],
}
SCHEMES = ["iso-9001", "mdsap"]
MODELS = list(reference.MODELS)
LADDER = list(reference.LADDER)


@dataclass(frozen=True)
class Case:
    """Checklists and a plant, as their files would say it."""

    checklists: dict[str, Dict]
    profile: Dict
    targets: list[str]
    answers: dict[str, Dict]
    documents: dict[str, Dict] = field(default_factory=dict)

    def library(self) -> Library:
        """The checklists as the engine takes them."""
        return building.library(self.checklists.values())

    def supplier(self) -> Supplier:
        """The plant as the engine takes it."""
        return building.supplier(self.targets, self.answers, self.profile, self.documents)

    def assess(self) -> Assessment:
        """What the engine makes of it."""
        return assess(self.library(), self.supplier(), on=TODAY)

    def reference(self) -> Dict:
        """What the method as written makes of it."""
        return reference.assess(self.checklists, self.profile, self.targets, self.answers, self.documents, TODAY)

    def answered(self, key: str, **changes: object) -> Case:
        """The same with one answer changed."""
        return replace(self, answers={**self.answers, key: {**self.answers.get(key, {}), **changes}})

    def edited(self) -> Case:
        """A copy whose checklists may be changed in place."""
        return replace(self, checklists=deepcopy(self.checklists))

    def rows(self) -> dict[str, Dict]:
        """Every requirement's dict by full id."""
        return {f"{name}/{row['id']}": row for name, chapter in self.chapters() for row in chapter["requirements"]}

    def chapters(self) -> list[tuple[str, Dict]]:
        """Every chapter with the id of its checklist."""
        return [(name, chapter) for name, one in self.checklists.items() for chapter in one["chapters"]]

    def binding(self) -> list[str]:
        """The ids of the requirements that bind somewhere."""
        return [row.requirement.id for row in self.assess().requirements if row.binding]


def decoded(**options: Sequence[Any]) -> st.SearchStrategy[Dict]:
    """One of each, from a single number: many times faster than a draw for each."""
    size = prod(len(values) for values in options.values())

    def pick(number: int) -> Dict:
        found = {}
        for key, values in options.items():
            number, place = divmod(number, len(values))
            found[key] = deepcopy(values[place])
        return found

    return st.integers(0, size - 1).map(pick)


def _conditions() -> list[Dict]:
    """`applies_when` maps: one fact, two facts, and `not` around, beside and within."""
    ones: list[Dict] = [{fact: [value]} for fact, values in FACTS.items() for value in values]
    ones += [{"certificates": [scheme]} for scheme in SCHEMES]
    ones += [{"products": ["device", "drug"]}, {"certificates": SCHEMES}]
    twos: list[Dict] = [one | other for one, other in combinations(ones, 2) if one.keys() != other.keys()]
    inverted: list[Dict] = [{"not": one} for one in (*ones, *twos)]
    beside: list[Dict] = [one | no for one, no in zip(twos, reversed(inverted), strict=False)]
    within: list[Dict] = [{"not": no} for no in (*inverted[:5], *beside[:20])]
    return [*ones, *twos, *inverted, *beside, *within]


CONDITIONS = _conditions()


def profiles() -> st.SearchStrategy[Dict]:
    """Facts of a plant, any of them missing."""
    held: list[Dict] = [
        {"scheme": scheme, **end} for scheme in SCHEMES for end in ({}, *({"until": day} for day in DAYS))
    ]
    options: dict[str, Sequence[Any]] = {
        **{fact: [None, [FACTS[fact][0]], [FACTS[fact][1]], FACTS[fact]] for fact in ("products", "roles")},
        **{fact: [None, True, False] for fact in ("sterile", "software")},
        "certificates": [None, [], *([one] for one in held), held],
    }
    return decoded(**options).map(lambda facts: {key: value for key, value in facts.items() if value is not None})


_BODIES = decoded(
    criticality=["critical", "major", "minor"],
    documented_procedure=[False, True],
    na_allowed=[True, False],
    product_risk=[False, False, True],
    oai_trigger=[False, False, True],
    practice=["capa", "training", "calibration"],
    nc_impact=[None, "direct", "indirect"],
    system=[None, "quality", "laboratory"],
)
_PERIODS: list[Dict] = [{"from": day} for day in DAYS] + [{"until": day} for day in DAYS]
_BOUNDS = decoded(in_force=[None, *_PERIODS], applies_when=[None, None, *CONDITIONS])


@st.composite
def checklists(draw: st.DrawFn, *, carrying: bool = True) -> dict[str, Dict]:
    """A few checklists; earlier ones may include later ones."""
    names = ["alpha", "beta", "gamma"][: draw(st.integers(1, 3))]
    found: dict[str, Dict] = {}
    for name in names:
        chapters = []
        for number in range(draw(st.integers(0, 2))):
            bodies = draw(st.lists(_BODIES, max_size=7))
            duties = [{"id": _local(number, place), **body} for place, body in enumerate(bodies)]
            chapters.append({"id": str(number), "requirements": duties})
        models = MODELS[draw(st.integers(0, 3)) :]
        found[name] = {"id": name, "chapters": chapters, "outcome_models": models}
        if draw(st.integers(0, 3)) == 1:
            found[name]["applies_when"] = deepcopy(draw(st.sampled_from(CONDITIONS)))
    rows = Case(found, {}, [], {}).rows()
    _include(draw, names, found)
    for key, row in rows.items():
        row["cites"] = [f"law/{key}"]
        if draw(st.integers(0, 3)) == 1:
            row.update({name: value for name, value in draw(_BOUNDS).items() if value is not None})
        if carrying and draw(st.booleans()):
            links = draw(st.lists(st.sampled_from(sorted(rows)), max_size=2, unique=True))
            row["met_by"] = [link for link in links if link != key]
    return found


def _local(chapter: int, number: int) -> str:
    return f"{chapter}.{number // 6 + 1}.{number}" if chapter % 2 == 0 else f"duty-{chapter}-{number}"


def _include(draw: st.DrawFn, names: list[str], found: dict[str, Dict]) -> None:
    for place, name in enumerate(names):
        for other in names[place + 1 :]:
            if not draw(st.booleans()):
                continue
            keys = list(reference.pool(found, other))
            part: Dict = {"checklist": other}
            if draw(st.booleans()) and keys:
                part["only"] = draw(st.lists(st.sampled_from(keys), unique=True, max_size=5))
            if draw(st.booleans()) and keys:
                part["cites"] = {draw(st.sampled_from(part.get("only") or keys)): [f"{name}-law/{other}"]}
            found[name].setdefault("includes", []).append(part)


def _pieces() -> list[list[Dict]]:
    """Pieces of evidence: every set of kinds, and each kind expired, expiring or lent by the register."""
    kinds = ["document", "record", "effect"]
    sets: list[list[Dict]] = [
        [{"kind": kind} for kind in chosen] for size in range(4) for chosen in combinations(kinds, size)
    ]
    dated = [[*rest, {**piece, "expires": day}] for *rest, piece in sets[1:] for day in DAYS]
    lent = [[{**piece, "ref": ref}, *rest] for piece, *rest in sets[1:] for ref in ("P-1", "P-2", "P-3")]
    return [*sets, *dated, *lent]


_ANSWERS = decoded(
    level=[None, *LADDER, "unknown", "not-applicable", *LADDER],
    evidence=_pieces(),
    repeat=[False, True],
    released=[False, False, True],
)
DOCUMENTS = {"P-1": {}, "P-2": {"expires": TODAY}, "P-3": {"expires": YESTERDAY}}


@st.composite
def cases(draw: st.DrawFn, *, carrying: bool = True) -> Case:
    """Random checklists and a plant that answers some of them."""
    found = draw(checklists(carrying=carrying))
    targets = draw(st.lists(st.sampled_from(sorted(found)), min_size=1, max_size=4))
    bare = Case(found, draw(profiles()), targets, {}, DOCUMENTS)
    given = {key: draw(_ANSWERS) for key in bare.rows()}
    for key, row in bare.rows().items():
        forbidden = given[key]["level"] == "not-applicable" and not row["na_allowed"]
        if given[key]["level"] is None or forbidden:
            del given[key]
    return replace(bare, answers=given)
