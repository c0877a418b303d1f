"""The plan's pictures and the letter say what the plan says, and the letter stays one page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from rich.console import Console

from certready.assessment import assess
from certready.limiting import Limits
from certready.model import Answer, Language, Level, Role
from certready.planning import make_plan
from certready.reports import content, terminal
from certready.reports.blocks import Block, Letter, Paragraph, Passage, Point, Report, Section, Table
from certready.reports.blocks_pictures import (
    Amount,
    Amounts,
    Curve,
    Curves,
    Lane,
    Moment,
    Stroke,
    Tick,
    Timeline,
)
from certready.reports.content_pictures import axis_of
from certready.reports.quarters import by_quarter, quarter_of
from certready.reports.voice import Voice, money
from certready.scoring import percent
from certready.uncertainty import forecast
from tests.reports.small_plant import (
    HOSTILE,
    TODAY,
    both,
    everywhere,
    mixed,
    page_one,
    printed,
    supplier,
    told,
    worked_out,
)
from tests.reports.test_content import strings
from tests.reports.test_pdf import read, squeezed

LANGUAGES = list(Language)
Kind = TypeVar("Kind")


def course(report: Report) -> tuple[Block, ...]:
    return next(section.blocks for section in report.sections if section.id == "course")


def only(blocks: tuple[Block, ...], kind: type[Kind]) -> Kind:
    return next(block for block in blocks if isinstance(block, kind))


def test_every_package_has_its_lane_in_order_and_on_its_dates() -> None:
    plant = supplier(mixed())
    known, found, plan = worked_out(plant)
    axis = axis_of(Voice(Language.ES, known, found, plan))
    line = only(course(content.report(known, found, plan, Language.ES, version="0")), Timeline)
    lanes = [lane for lane in line.lanes if lane.milestone is None]
    assert [lane.label for lane in lanes] == [row.practice.title.es for row in plan.packages]
    for lane, package in zip(lanes, plan.packages, strict=True):
        assert package.start is not None
        assert lane.strokes[0].start == axis.at(package.start)
        assert lane.urgent == package.closes_critical
        for stroke, span in zip(lane.strokes, package.spans, strict=True):
            assert stroke.critical == span.critical
            assert 0 <= stroke.start < stroke.worked <= stroke.ripe <= 1
    assert max(stroke.ripe for lane in lanes for stroke in lane.strokes) == 1


def test_milestones_stand_before_the_packages_with_the_days_they_may_slip_to() -> None:
    line = only(course(told(supplier(mixed()))), Timeline)
    kinds = [lane.milestone is not None for lane in line.lanes]
    assert kinds == sorted(kinds, reverse=True)
    done = next(lane for lane in line.lanes if lane.label == "Todo el plan terminado")
    assert done.slips is not None
    assert done.slips[0] <= done.slips[1] <= 1


def test_the_curve_ends_at_the_score_after_the_last_package() -> None:
    known, found, plan = worked_out(supplier(mixed()))
    drawn = only(course(content.report(known, found, plan, Language.ES, version="0")), Curves)
    for curve, target in zip(drawn.curves, plan.score_before, strict=True):
        first, last = curve.points[0], curve.points[-1]
        before, after = plan.score_before[target], plan.score_at_end[target]
        assert (first.low, first.high) == (percent(before.low), percent(before.high))
        assert (last.low, last.high) == (percent(after.low), percent(after.high))
        assert [point.at for point in curve.points] == sorted({point.at for point in curve.points})


def test_the_quarters_add_up_to_the_plan() -> None:
    _, _, plan = worked_out(supplier(mixed()))
    quarters = by_quarter(plan)
    assert sum(quarter.cost.likely for quarter in quarters) == pytest.approx(plan.cost.likely)
    assert sum(quarter.cost.high for quarter in quarters) == pytest.approx(plan.cost.high)
    assert (quarters[0].year, quarters[0].number) == quarter_of(plan.timetable.start)
    names = [(quarter.year, quarter.number) for quarter in quarters]
    assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), (2026, 1)),
        (date(2026, 3, 31), (2026, 1)),
        (date(2026, 4, 1), (2026, 2)),
        (date(2026, 12, 31), (2026, 4)),
    ],
)
def test_quarter_of(day: date, quarter: tuple[int, int]) -> None:
    assert quarter_of(day) == quarter


def test_a_plan_without_packages_has_dates_but_no_pictures() -> None:
    blocks = course(told(supplier()))
    assert not [block for block in blocks if isinstance(block, (Timeline, Curves, Amounts))]
    table = only(blocks, Table)
    assert len(table.columns) == 2, "nothing was simulated"


def test_the_plants_own_limits_are_told() -> None:
    late = date(2026, 11, 23) + timedelta(days=1)
    said = " | ".join(strings(course(told(supplier(mixed()), limits=Limits(1.0, late)))))
    assert "Con el presupuesto y la fecha de la planta" in said
    assert "Quedaría fuera" in said


def test_what_the_plants_own_limits_leave_out_stands_apart_in_the_table_of_packages() -> None:
    report = told(supplier(mixed()), limits=Limits(1.0))
    table = only(next(section.blocks for section in report.sections if section.id == "plan"), Table)
    apart = next(place for place, row in enumerate(table.rows) if len(row) == 1)
    title = str(table.rows[apart][0])
    assert title.startswith("Fuera de su presupuesto")
    assert len(table.rows[apart + 1 :]) > 1
    assert re.sub(r"\s", "", title) in squeezed(read(printed(report)))
    for width in (60, 100):
        screen = io.StringIO()
        terminal.render_whole(report, Console(file=screen, width=width))
        assert "Fuera de su" in screen.getvalue()


def letter_of(report: Report) -> Letter:
    assert report.letter is not None
    return report.letter


ANSWERS = [{}, mixed(), everywhere(Level.EFFECTIVE), everywhere(Level.ABSENT)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", ANSWERS)
def test_the_letter_has_all_its_parts_and_promises_nothing(answers: dict[str, object], language: Language) -> None:
    letter = letter_of(told(supplier(answers), language))  # type: ignore[arg-type]
    assert len(letter.passages) == 6
    assert all(passage.title and (passage.text or passage.points) for passage in letter.passages)
    assert 1 <= len(letter.passages[-1].points) <= 3
    said = " ".join(strings(letter))
    assert "nadie puede prometerlo" in said or "nobody can promise it" in said
    assert not re.search(r"garanti|guarant|CAPA|PNO|candado|gate\b", said.replace("practice capa", ""))


def test_the_letter_names_what_stops_the_sale_and_what_to_decide() -> None:
    report = told(supplier(mixed()), limits=Limits(1.0, date(2026, 11, 24)))
    stand, stops, costs, when, decide, start = (" ".join(strings(part)) for part in letter_of(report).passages)
    assert "certificate pool es" in stand
    assert "title 1.1 es" in stops
    assert "en cuatro de cada cinco" in costs
    assert "1,234.50 MXN" not in costs, "only what the application itself costs"
    assert "Lo más grave, resuelto" in when
    assert "Dinero." in decide
    assert "La fecha." in decide
    assert "act es" in start
    assert "practice capa es (Quality es)" in start


def test_a_plant_without_answers_is_asked_to_answer() -> None:
    said = " ".join(strings(letter_of(told(supplier()))))
    assert "Nombrar a quien responda" in said
    assert "Responder sus" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["nota", HOSTILE * 50])
def test_the_letter_is_page_two_and_one_page(language: Language, word: str) -> None:
    report = told(supplier(mixed(word), word), language)
    pages = [page.extract_text() for page in read(printed(replace(report, sections=()))).pages]
    assert len(pages) == 2
    assert pages[1].lstrip().startswith(letter_of(report).title)
    assert re.sub(r"\s", "", letter_of(report).notice) in re.sub(r"\s", "", pages[1])


def test_a_letter_longer_than_a_page_is_cut() -> None:
    report = told(supplier())
    points = tuple(Point("lead", "word " * 300) for _ in range(9))
    letter = Letter("Letter", "hello", tuple(Passage("title", "text", points) for _ in range(2)), "notice")
    pages = read(printed(replace(report, letter=letter, sections=()))).pages
    assert len(pages) == 2
    assert "…" in pages[1].extract_text()


def test_the_owners_edition_is_page_one_the_letter_and_the_plan_at_a_glance() -> None:
    report = told(supplier(mixed()))
    short = squeezed(read(printed(report, edition="owner")))
    whole = read(printed(report))
    assert len(read(printed(report, edition="owner")).pages) < len(whole.pages)
    for title in (letter_of(report).title, "El plan de un vistazo", "Calendario y ruta crítica"):
        assert re.sub(r"\s", "", title) in short
    for section in report.sections:
        shown = re.sub(r"\s", "", section.title) in short
        assert shown == section.for_owner, section.title


TICKS = tuple(Tick(number / 12, "ene 2027") for number in range(12))


def long_timeline(lanes: int) -> Timeline:
    stroke = Stroke(0.1, 0.4, 0.9, critical=True)
    rows = (Lane(f"package {number} " + "word " * 20, "1 ene 2027 – 3 mar 2027", str(number), (stroke,), urgent=True)
            for number in range(lanes))  # fmt: skip
    first = Lane("milestone", "1 ene", milestone=0.5, slips=(0.6, 0.7))
    legend = ("work", "wait", "chain", "day", "slip", "urgent")
    return Timeline("caption", TICKS, (first, *rows), legend, "Rows", "Dates")


def curves(count: int) -> Curves:
    points = (Moment(0, 10, 60), Moment(0.4, 40, 80), Moment(1.0, 90, 90))
    rows = tuple(Curve(f"target {number} " + "W" * 60, points, "from to", 0.4, "ready") for number in range(count))
    return Curves("caption", TICKS, rows, 75, "the line", ("low", "high"))


def amounts(count: int) -> Amounts:
    rows = tuple(Amount(f"T{number}", 0, number + 1, 9 + number, "1 (0 – 9)", "so far") for number in range(count))
    return Amounts("caption", rows, ("likely", "range"), "Quarter", "Cost", "Sum")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 13, 120])
def test_pictures_of_any_length_are_split_over_pages(count: int) -> None:
    blocks = (long_timeline(count), curves(count), amounts(count), Paragraph("the end", quiet=True))
    report = replace(told(supplier()), letter=None, sections=(Section("x", "X", blocks),))
    pages = [page.extract_text() for page in read(printed(report)).pages[1:]]
    text = " ".join(pages)
    assert all(f"package {number}" in text for number in range(count))
    assert all(f"target {number}" in text for number in range(count))
    assert "the end" in pages[-1]
    for page in pages:
        assert "package" not in page or "Dates" in page, "the axis stands on every page of the time line"


def test_where_part_of_the_plan_has_nobody_no_simulated_sum_stands_for_the_whole() -> None:
    plant = supplier(mixed())
    known, found, _ = worked_out(plant)
    step = known.book.practices["capa"].steps[0]
    alone = replace(known.book.practices["capa"], after=(), steps=(replace(step, shares={"design": 1.0}),))
    roles = {**known.book.roles, "design": Role("design", both("Design"), 0.0)}
    book = replace(known.book, roles=roles, practices={**known.book.practices, "capa": alone})
    short = replace(known, book=book)
    found = assess(short, replace(plant, answers={**plant.answers, "pool/1.2": Answer(Level.ABSENT)}), on=TODAY)
    plan = make_plan(short, found)
    assert plan.impossible
    sure = forecast(short, found, plan, draws=20)
    report = content.report(short, found, plan, Language.ES, version="0", forecast=sure)
    assert money(plan.cost.likely) in page_one(report).needs[1].text
    said = " ".join(strings(letter_of(report)))
    assert "en cuatro de cada cinco; aparte" not in said
    assert "Quién." in said
    assert "Lo que tiene quién lo haga" in said
    whole_course = " ".join(strings(course(report)))
    assert "Sin fecha quedan 1" in whole_course
    assert "No hay quien lo haga" in whole_course
    assert "sólo de lo que hay quien haga" in whole_course


@pytest.mark.parametrize(
    ("language", "said"), [(Language.ES, "Lo que más frena es"), (Language.EN, "What holds most up")]
)
def test_the_letter_and_the_plan_say_whom_the_work_waits_for(language: Language, said: str) -> None:
    plant = supplier(mixed())
    alone = replace(plant, plan=replace(plant.plan, team={"quality": 0.1}))
    report = told(alone, language)
    assert said in " ".join(strings(letter_of(report)))
    assert "--team quality=0.2" in " ".join(strings(course(report)))
    many = replace(plant, plan=replace(plant.plan, team={"quality": 9.0}))
    assert said not in " ".join(strings(letter_of(told(many, language))))
