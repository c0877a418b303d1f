"""The Report says what the assessment found, in one language, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest

from certready.model import Criticality, Language, Level, OutcomeModel, Text
from certready.outcomes import Finding, conclude
from certready.reports import content, wording, wording_course, wording_letter, wording_outcomes, wording_records
from certready.reports.blocks import Bars, Card, Sign, Table
from certready.reports.content_outcomes import verdict_words
from certready.reports.plain import LONGEST, plain
from certready.reports.voice import Voice, amount, money
from certready.scoring import percent
from certready.uncertainty import forecast
from tests.reports.small_plant import HOSTILE, POOL, everywhere, mixed, page_one, supplier, told, worked_out

LANGUAGES = list(Language)


def strings(part: object) -> Iterator[str]:
    if isinstance(part, str) and not isinstance(part, Enum):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from strings(item)
    elif is_dataclass(part) and not isinstance(part, type):
        for one in fields(part):
            yield from strings(getattr(part, one.name))


def constants() -> Iterator[tuple[str, Text]]:
    for module in (wording, wording_course, wording_letter, wording_outcomes, wording_records):
        for name, value in vars(module).items():
            if isinstance(value, Text):
                yield name, value
            elif isinstance(value, Mapping) and name.isupper():
                yield from ((f"{name}[{key}]", text) for key, text in value.items() if isinstance(text, Text))


@pytest.mark.parametrize(("name", "text"), list(constants()))
def test_both_languages_of_a_sentence_are_there_and_ask_for_the_same_figures(name: str, text: Text) -> None:
    assert text.es.strip(), name
    assert text.en.strip(), name
    assert set(re.findall(r"{(\w+)}", text.es)) == set(re.findall(r"{(\w+)}", text.en)), name


def test_every_way_an_inspector_may_conclude_has_words() -> None:
    voice = Voice(Language.ES, *worked_out(supplier()))
    for model in OutcomeModel:
        for level in Level:
            rows = [Finding(row, level) for row in POOL]
            assert verdict_words(voice, conclude(model, rows))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [{}, mixed(), everywhere(Level.EFFECTIVE), everywhere(Level.ABSENT)])
def test_no_placeholder_is_left_and_no_block_is_silent(answers: dict[str, object], language: Language) -> None:
    report = told(supplier(answers), language)  # type: ignore[arg-type]
    said = list(strings(replace(report, page_of="")))
    assert not [text for text in said if "{" in text or "None" in text]
    assert all(section.title and section.blocks for section in report.sections)
    other = " en" if language is Language.ES else " es"
    assert not [text for text in said if re.search(rf"(title|question|certificate|practice)\b.*{other}\b", text)]


def test_page_one_shows_the_figures_of_the_assessment() -> None:
    plant = supplier(mixed())
    _, found, plan = worked_out(plant)
    front = page_one(told(plant))
    for shown, target in zip(front.standings, found.targets, strict=True):
        assert target.declared is not None
        assert target.backed is not None
        assert shown.bar is not None
        assert shown.bar.low == percent(target.declared.interval.low)
        assert shown.bar.high == percent(target.declared.interval.high)
        assert f"{percent(target.backed.interval.low):.1f}" in shown.backed
    assert amount(plan.effort.likely) in front.needs[0].text
    assert amount(plan.effort.high) in front.needs[0].note
    assert front.obstacles[0].title == "title 1.1 es"
    assert front.obstacles[0].sign is Sign.CRITICAL


def test_page_one_shows_what_holds_in_half_of_the_cases_and_in_four_of_five() -> None:
    plant = supplier(mixed())
    known, found, plan = worked_out(plant)
    sure = forecast(known, found, plan, draws=40)
    assert sure is not None
    assert sure.done.most is not None
    _, cost, time = page_one(told(plant)).needs
    assert (cost.low, cost.high) == (sure.cost_half, sure.cost_most)
    assert cost.high < plan.cost.high, "not the sum of all worst cases"
    assert money(sure.cost_half) in cost.text
    assert money(sure.cost_most) in cost.text
    assert str(sure.done.most.year) in time.text


def test_without_a_simulation_page_one_shows_the_likely_figures() -> None:
    known, found, plan = worked_out(supplier(mixed()))
    _, cost, time = page_one(content.report(known, found, plan, Language.ES, version="0")).needs
    assert money(plan.cost.likely) in cost.text
    assert money(plan.cost.high) in cost.note
    assert amount(plan.weeks.likely) in time.text


def test_without_evidence_no_backed_score_is_shown() -> None:
    front = page_one(told(supplier(everywhere(Level.EFFECTIVE))))
    assert {one.backed for one in front.standings} == {"Aún no se ha capturado evidencia"}
    assert {one.verdict.sign for one in front.standings} == {Sign.READY}


def test_a_plant_without_answers_is_told_that_nothing_can_be_said_yet() -> None:
    front = page_one(told(supplier(), Language.EN))
    assert "cannot be said yet" in front.headline
    assert {one.verdict.sign for one in front.standings} == {Sign.UNDETERMINED}
    assert not front.needs


def test_a_report_promises_no_certificate() -> None:
    assert "no promete certificado" in page_one(told(supplier())).notice
    assert "promises no certificate" in page_one(told(supplier(), Language.EN)).notice


def section_of(name: str, language: Language = Language.ES, word: str = "nota") -> tuple[object, ...]:
    report = told(supplier(mixed(word)), language)
    return next(section.blocks for section in report.sections if section.id == name)


def test_every_critical_gap_is_told_in_full_and_its_unread_numeral_is_marked() -> None:
    cards = [block for block in section_of("critical") if isinstance(block, Card)]
    _, found, _ = worked_out(supplier(mixed()))
    assert [card.tag for card in cards] == [
        row.requirement.id for row in found.gaps() if row.gap is Criticality.CRITICAL
    ]
    said = " | ".join(strings(cards[0]))
    for part in ("question 1.1 es", "evidence 1.1 es", "pitfall 1.1 es", "NOM-000-SSA1-2025: 1.1†", "practice capa es"):
        assert part in said


def test_chapters_with_nothing_to_score_have_no_bar() -> None:
    answers = mixed()
    bars = [block for block in section_of("scores") if isinstance(block, Bars)]
    assert [bar.label for bar in bars[0].bars] == ["Puntaje del certificado", "1 chapter pool es"]
    assert answers


def test_the_scores_after_each_package_follow_the_day_it_finishes() -> None:
    days = [row[2] for row in [block for block in section_of("plan") if isinstance(block, Table)][1].rows]
    assert days == sorted(days, key=str)


@pytest.mark.parametrize(
    ("section", "parts"),
    [
        ("open", ("question 1.3 es", "sterile? es")),
        ("carried", ("title 2.1 es", "pool/1.2")),
        ("not-applicable", ("title 1.4 es", "nota", "route/2.3")),
        ("evidence", ("PNO-1", "VENCIDO", "2026-05-30")),
        ("method", ("certready-score/1", "a1a1a1a1a1a1", "b2b2b2b2b2b2", "NOM-000-SSA1-2025", "desde 2025-11-30")),
        ("outcomes", ("Es de esperarse una negativa", "no hay número oficial", "No es una probabilidad")),
        ("gaps", ("practice capa es", "evidence 2.2 es", "Vea «Brechas críticas, una por una».")),
        ("course", ("Qué tan seguro es", "fee a es", "1,234.50 MXN", "3 meses", "por confirmar", "gazette a es")),
    ],
)
def test_each_section_tells_its_part(section: str, parts: tuple[str, ...]) -> None:
    said = " | ".join(strings(section_of(section)))
    assert not [part for part in parts if part not in said]


def test_every_text_of_a_file_is_harmless_and_bounded() -> None:
    report = told(supplier(mixed(HOSTILE * 50), HOSTILE * 50))
    for text in strings(report):
        assert len(text) <= LONGEST
        assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert "\\u202e" in report.supplier


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200bb\ufeff", "ab"),
        ("n\u0303", "ñ"),
        ("one\n\n  two\tthree ", "one two three"),
        ("\x07", "\\x07"),
        ("x" * 2000, "x" * (LONGEST - 1) + "…"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown
