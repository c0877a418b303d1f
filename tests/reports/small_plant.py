"""A library of two targets, a practice book, and plants to report on; hostile words on demand."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from certready.assessment import Assessment, assess
from certready.limiting import Limits, plan_within
from certready.model import (
    Answer,
    Basis,
    Chapter,
    Checklist,
    Condition,
    Cost,
    Criticality,
    Document,
    Evidence,
    EvidenceKind,
    Fact,
    FactKind,
    Fee,
    FeeKind,
    Impact,
    Inclusion,
    Language,
    Level,
    Library,
    OutcomeModel,
    Period,
    Practice,
    PracticeBook,
    Profile,
    Range,
    Regulation,
    Requirement,
    Role,
    Section,
    Source,
    Step,
    Supplier,
    Text,
    Texts,
    TimeUnit,
)
from certready.planning import Plan, make_plan
from certready.reports import content, pdf
from certready.reports.blocks import Report, Summary
from certready.uncertainty import forecast

TODAY = date(2026, 11, 21)
HOSTILE = '<b>Ñandú</b> & <img src="/etc/passwd"> <font size="9999">{name} %s [red]x[/] a<b </b> \x1b[31m\u202eabc'
ALL_MODELS = tuple(OutcomeModel)


def both(word: str) -> Text:
    """The same word in both languages, told apart."""
    return Text(es=f"{word} es", en=f"{word} en")


def texts(*words: str) -> Texts:
    """A list of words in both languages."""
    return Texts(es=tuple(f"{word} es" for word in words), en=tuple(f"{word} en" for word in words))


def requirement(
    full_id: str,
    criticality: Criticality,
    *,
    practice: str = "capa",
    met_by: tuple[str, ...] = (),
    applies_when: Condition | None = None,
) -> Requirement:
    """A requirement of chapter 1 that cites its own number."""
    checklist, _, number = full_id.partition("/")
    return Requirement(
        id=full_id,
        chapter=f"{checklist}/1",
        cites=(f"norm/{number}",),
        title=both(f"title {number}"),
        question=both(f"question {number}"),
        evidence=texts(f"evidence {number}", "a record"),
        pitfalls=texts(f"pitfall {number}"),
        criticality=criticality,
        practice=practice,
        product_risk=criticality is Criticality.CRITICAL,
        nc_impact=Impact.DIRECT,
        met_by=met_by,
        applies_when=applies_when or Condition(),
    )


POOL = (
    requirement("pool/1.1", Criticality.CRITICAL),
    requirement("pool/1.2", Criticality.CRITICAL, practice="training"),
    requirement("pool/1.3", Criticality.MAJOR),
    requirement("pool/1.4", Criticality.MINOR, applies_when=Condition((("sterile", frozenset({"true"})),))),
)
OWN = (
    requirement("route/2.1", Criticality.MAJOR, met_by=("pool/1.2",)),
    requirement("route/2.2", Criticality.MINOR),
    requirement("route/2.3", Criticality.MAJOR, applies_when=Condition((("products", frozenset({"drug"})),))),
)


def checklist(name: str, rows: tuple[Requirement, ...], *, includes: tuple[Inclusion, ...] = ()) -> Checklist:
    """A target with one chapter and every outcome model."""
    return Checklist(
        id=name,
        authority="COFEPRIS",
        title=both(f"list {name}"),
        certificate=both(f"certificate {name}"),
        edition="NOM-000-SSA1-2025",
        as_of=TODAY,
        in_force=Period(date(2025, 11, 30)),
        includes=includes,
        outcome_models=ALL_MODELS,
        chapters=(Chapter(f"{name}/1", both(f"chapter {name}"), rows),),
    )


def practice(name: str, after: tuple[str, ...] = ()) -> Practice:
    """Two steps up to implemented."""

    def step(start: Level, end: Level) -> Step:
        effort, weeks = Range(2, 4, 8), Range(1, 2, 4)
        cost = Cost(Range(0, 300, 1200), "USD")
        return Step(start, end, texts("act"), texts("deliver"), effort, {"quality": 1.0}, 1, weeks, cost)

    steps = (step(Level.ABSENT, Level.DOCUMENTED), step(Level.DOCUMENTED, Level.IMPLEMENTED))
    return Practice(name, both(f"practice {name}"), "quality", steps, after=after, basis=both("estimate"))


def section(number: str, basis: Basis) -> Section:
    """A section of the only norm."""
    return Section(number, both(number), both(number), assessable=True, basis=basis)


def fee(name: str, kind: FeeKind, *, verified: bool = True) -> Fee:
    """A price in pesos, or a term in months, for the pool."""
    price = kind is FeeKind.FEE
    return Fee(
        id=name,
        authority="COFEPRIS",
        kind=kind,
        title=both(f"fee {name}"),
        source=both(f"gazette {name}"),
        value=1234.5 if price else 3,
        currency="MXN" if price else None,
        unit=None if price else TimeUnit.MONTHS,
        year=2026,
        verified=verified,
        targets=("pool",),
        practice="capa",
    )


FEES = (fee("a", FeeKind.FEE), fee("b", FeeKind.LEGAL_TIME, verified=False), fee("c", FeeKind.ESTIMATE))


def library() -> Library:
    """The pool, a route that includes it, one norm and two practices."""
    rows = (*POOL, *OWN)
    bases = {row.local_id: Basis.CHAPTER if row.local_id == "1.1" else Basis.TEXT for row in rows}
    sections = {number: section(number, basis) for number, basis in bases.items()}
    norm = Regulation("norm", Text("NOM-000-SSA1-2025, Prueba", "NOM-000-SSA1-2025, Test"), "2025", sections=sections)
    book = PracticeBook(
        roles={"quality": Role("quality", both("Quality"), 1.0)},
        practices={"training": practice("training"), "capa": practice("capa", ("training",))},
        as_of=TODAY,
    )
    return Library(
        checklists={"pool": checklist("pool", POOL), "route": checklist("route", OWN, includes=(Inclusion("pool"),))},
        regulations={"norm": norm},
        book=book,
        facts={
            "sterile": Fact("sterile", FactKind.YES_NO, both("sterile?")),
            "products": Fact("products", FactKind.MANY, both("products?"), {"drug": both("drugs")}),
        },
        fees=FEES,
        sources={"pool": Source("pool.yaml", "a1" * 32), "route": Source("route.yaml", "b2" * 32)},
    )


def supplier(
    answers: Mapping[str, Answer] | None = None, word: str = "Catéteres del Pacífico, S.A. de C.V."
) -> Supplier:
    """A plant with these answers; the word stands in every free text of its file."""
    return Supplier(
        name=word,
        state=word,
        employees=1200,
        profile=Profile({"products": ("device",)}),
        targets=("pool", "route"),
        answers=answers or {},
        documents={"PNO-1": Document("PNO-1", word, word, date(2024, 1, 2), date(2025, 1, 2))},
        assessed_by=word,
        source=Source(word, "c3" * 32),
    )


def mixed(word: str = "nota") -> dict[str, Answer]:
    """One answer of each kind that a report tells of."""
    evidence = (
        Evidence(EvidenceKind.DOCUMENT, ref="PNO-1"),
        Evidence(EvidenceKind.RECORD, title=word, dated=date(2026, 5, 30)),
    )
    return {
        "pool/1.1": Answer(Level.ABSENT, note=word, repeat=True),
        "pool/1.2": Answer(Level.IMPLEMENTED, evidence),
        "pool/1.4": Answer(Level.NOT_APPLICABLE, reason=word),
        "route/2.2": Answer(Level.INFORMAL),
        "route/2.3": Answer(Level.EFFECTIVE),
    }


def everywhere(level: Level) -> dict[str, Answer]:
    """The same level for every requirement."""
    return {row.id: Answer(level) for row in (*POOL, *OWN)}


def worked_out(plant: Supplier) -> tuple[Library, Assessment, Plan]:
    """The engine's part."""
    known = library()
    found = assess(known, plant, on=TODAY)
    return known, found, make_plan(known, found)


def told(plant: Supplier, language: Language = Language.ES, *, limits: Limits | None = None) -> Report:
    """The plant's report, with how sure its plan is."""
    known, found, plan = worked_out(plant)
    sure = forecast(known, found, plan, draws=40)
    limited = plan_within(known, found, limits) if limits else None
    return content.report(known, found, plan, language, version="0.1.0", forecast=sure, limited=limited)


def page_one(report: Report) -> Summary:
    """What the owner must know in thirty seconds."""
    assert report.summary is not None
    return report.summary


def printed(report: Report, paper: pdf.Paper = "letter", edition: pdf.Edition = "whole") -> bytes:
    """The report as a PDF."""
    out = io.BytesIO()
    pdf.render(report, out, paper=paper, edition=edition)
    return out.getvalue()
