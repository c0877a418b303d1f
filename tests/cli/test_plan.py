"""certready plan and compare, as a shell sees them."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from certready.harmless import formula_proof
from tests.cli.running import EXAMPLES, Shell

MOULDER = EXAMPLES / "moldes-del-bajio.yaml"
STERILIZER = EXAMPLES / "esterilizadora-del-norte.yaml"
pytestmark = pytest.mark.usefixtures("quick_search")
HOSTILE = """certready: 1
supplier: {name: "=cmd|'/c calc'!A1\\nBEGIN:VEVENT\\nSUMMARY:x"}
targets: [iso-13485]
answers:
  iso-13485/7.5.6: absent
  iso-13485/4.2.4: documented
  iso-13485/8.2.4: {level: informal, note: "=1+1"}
"""


@pytest.mark.parametrize(("width", "language"), [("60", "es"), ("60", "en"), ("80", "es")])
def test_no_line_of_a_plan_is_wider_than_the_screen(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, width: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for words in (("plan", MOULDER), ("plan", MOULDER, "--next", "3"), ("compare", STERILIZER, MOULDER)):
        outcome = shell.run("--lang", language, *words)
        assert outcome.code == 0, outcome.err
        assert max(len(line) for line in outcome.out.splitlines()) <= int(width)


def test_a_plan_tells_dates_limits_and_how_sure_it_is(shell: Shell) -> None:
    told = shell.run("plan", MOULDER).out
    assert "Con 600,000 MXN se hacen 10 de 11 paquetes" in told
    assert "en cuatro de cada cinco" in told
    assert "Sin brechas críticas" in told
    assert "en curso desde el 1 oct 2026" in told
    whole = shell.run("plan", MOULDER, "--no-limits").out
    assert "Dentro de los límites" not in whole
    assert "En total: 11 paquetes" in whole


def test_options_stand_above_the_file(shell: Shell) -> None:
    told = " ".join(shell.run("plan", MOULDER, "--budget", "1,000", "--ready-by", "2027-01-01").out.split())
    assert "Con 1,000 MXN" in told
    assert "Cerrar todas las brechas críticas cuesta al menos 258,000 MXN" in told
    assert "La fecha más próxima en que todo queda listo es el" in told
    rich = " ".join(shell.run("plan", MOULDER, "--budget", "$ 5000000").out.split())
    assert "alcanza para todo" in rich


def test_a_role_without_people_is_told_with_the_number_that_would_do(shell: Shell) -> None:
    outcome = shell.run("plan", MOULDER, "--team", "engineering=0")
    assert outcome.code == 0
    told = " ".join(outcome.out.split())
    assert "el equipo tiene 0 personas de Ingeniería y validación" in told
    assert "--team engineering=0.5" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--budget", "mucho"), "«mucho» no es una cantidad"),
        (("--budget", "nan"), "no es una cantidad"),
        (("--budget=-5",), "no es una cantidad"),
        (("--ready-by", "pronto"), "«pronto» no es una fecha"),
        (("--team", "quality"), "no dice cuánta gente hay"),
        (("--team", "qualiti=1"), "¿Quiso decir «quality»?"),
        (("--team", "quality=inf"), "no dice cuánta gente hay"),
        (("--what-if", "capa"), "no dice qué cambiaría"),
        (("--what-if", "capa=perfect"), "no dice qué cambiaría"),
        (("--what-if", "kapa=effective"), "¿Quiso decir «capa»?"),
        (("--format", "xslx"), "¿Quiso decir «xlsx»?"),
        (("--format", "xlsx"), "-o plan.xlsx"),
    ],
)
def test_wrong_options_are_told_and_leave_with_2(shell: Shell, words: tuple[str, ...], told: str) -> None:
    outcome = shell.run("plan", MOULDER, *words)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_the_plan_as_json_has_the_keys_of_the_contract_and_its_dates(shell: Shell) -> None:
    told = json.loads(shell.run("plan", MOULDER, "--no-limits", "--format", "json").out)
    assert set(told) >= {"start", "finish", "days", "effort", "cost", "packages", "curve", "milestones", "forecast"}
    assert date.fromisoformat(told["start"]) < date.fromisoformat(told["finish"])
    assert told["days"] > 0
    assert told["finish"] == max(row["finish"] for row in told["packages"])
    assert set(told["packages"][0]) >= {
        "practice", "title", "closes", "from_level", "to_level", "after", "start", "finish", "effort", "cost", "owner",
        "score_after",
    }  # fmt: skip
    scored = json.loads(shell.run("score", MOULDER, "--format", "json").out)["plan"]
    assert {key: told[key] for key in scored} == scored
    limited = json.loads(shell.run("plan", MOULDER, "--format", "json").out)
    assert limited["limits"]["budget"] == 600000
    assert len(limited["limits"]["left_out"]) == 1


def test_what_if_shows_score_verdict_and_outcomes_before_and_after(shell: Shell) -> None:
    words = ("--what-if", "process-validation=implemented", "--what-if", "iso-13485/8.2.4=effective")
    told = " ".join(shell.run("--lang", "en", "plan", MOULDER, *words).out.split())
    assert "64.0, developing" in told
    assert "What an inspector would" in told
    data = json.loads(shell.run("plan", MOULDER, *words, "--format", "json").out)
    target = data["targets"][0]
    assert target["after"]["low"] > target["before"]["low"]
    assert target["before"]["outcomes"] != target["after"]["outcomes"]
    assert [row["level"] for row in data["changes"]] == ["implemented", "effective"]


def test_the_next_moves_are_told_by_peso_and_by_week(shell: Shell) -> None:
    told = json.loads(shell.run("plan", MOULDER, "--next", "5", "--format", "json").out)
    assert set(told) == {"money", "time"}
    assert len(told["money"]) == len(told["time"]) == 5
    assert told["money"] == json.loads(shell.run("plan", MOULDER, "--next", "9", "--format", "json").out)["money"][:5]


def test_a_table_for_jira_trello_and_planner_holds_every_step(shell: Shell) -> None:
    told = shell.run("plan", MOULDER, "--no-limits", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(told)))
    data = json.loads(shell.run("plan", MOULDER, "--no-limits", "--format", "json").out)
    assert len(rows) == sum(len(package["steps"]) for package in data["packages"])
    first = rows[0]
    assert set(first) >= {"Summary", "Description", "Priority", "Labels", "Start date", "Due date", "Bucket", "List"}
    assert {row["Priority"] for row in rows if "process-validation" in row["Labels"]} == {"High"}
    assert all(date.fromisoformat(row["Start date"]) <= date.fromisoformat(row["Due date"]) for row in rows)
    known = {row["Issue Id"] for row in rows}
    assert all(set(row["Depends on"].split()) <= known for row in rows)


@pytest.mark.parametrize(("kind", "language"), [("csv", "es"), ("ics", "en"), ("xlsx", "en")])
def test_the_same_plan_gives_the_same_bytes(shell: Shell, tmp_path: Path, kind: str, language: str) -> None:
    files = [tmp_path / f"{number}.{kind}" for number in (1, 2)]
    for file in files:
        assert shell.run("--lang", language, "plan", MOULDER, "-o", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_calendar_holds_steps_and_milestones_as_whole_days(shell: Shell) -> None:
    calendar = Calendar.from_ical(shell.run("--lang", "en", "plan", MOULDER, "--format", "ics").out)
    events = list(calendar.walk("VEVENT"))
    titles = [str(event["summary"]) for event in events]
    assert "Process validation: bring to implemented (Engineering and validation)" in titles
    assert "No critical gap" in titles
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)
    assert {event.decoded("dtstamp").date() for event in events} == {date(2026, 10, 23)}


def test_a_workbook_recomputes_by_formulas_that_agree_with_the_plan(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    assert shell.run("plan", MOULDER, "--no-limits", "-o", out).code == 0
    formulas, values = openpyxl.load_workbook(out), openpyxl.load_workbook(out, data_only=True)
    sheet, known = formulas.worksheets[0], values.worksheets[0]
    rows = [row for row in range(6, sheet.max_row + 1) if sheet.cell(row, 1).value]
    assert rows
    assert formulas.sheetnames == ["Plan", "Inhábiles", "Hitos"]
    closed = {row[0].value.date() for row in values["Inhábiles"].iter_rows(min_row=2) if row[0].value}
    assert date(2026, 12, 25) in closed
    ends = {}
    for row in rows:
        start, until, finish = (sheet.cell(row, column).value for column in (9, 10, 11))
        assert start.startswith("=WORKDAY(")
        assert until.startswith("=WORKDAY(")
        assert finish.startswith("=WORKDAY(")
        begins, worked, ripe = (known.cell(row, column).value for column in (9, 10, 11))
        assert begins <= worked <= ripe
        ends[sheet.cell(row, 1).value] = worked
        before = [ends[int(number)] for number in str(sheet.cell(row, 5).value or "").split(", ") if number]
        assert all(begins > end for end in before)
    assert sheet.conditional_formatting


@pytest.mark.parametrize("kind", ["csv", "ics", "xlsx", "table", "json"])
def test_nothing_in_a_name_can_act(shell: Shell, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "malo.yaml"
    file.write_text(HOSTILE, encoding="utf-8")
    assert "=cmd" in shell.run("plan", file).out
    if kind == "xlsx":
        out = tmp_path / "x.xlsx"
        assert shell.run("plan", file, "-o", out).code == 0
        cell = openpyxl.load_workbook(out).worksheets[0]["A1"]
        assert cell.data_type == "s"
        assert "\n" not in str(cell.value)
        return
    told = shell.run("plan", file, "--format", kind).out
    assert "\x1b" not in told
    if kind == "csv":
        assert all(cell[:1] not in "=+@" for row in csv.reader(io.StringIO(told)) for cell in row if cell)
    if kind == "ics":
        lines = [line for line in told.split("\r\n") if line == "BEGIN:VEVENT"]
        assert len(lines) == len(list(Calendar.from_ical(told).walk("VEVENT")))
        assert "\n" not in told.replace("\r\n", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "|x", "  =1"])
def test_a_title_is_never_a_formula(text: str) -> None:
    assert formula_proof(text).startswith("'")
    assert formula_proof("Calidad (ISO)") == "Calidad (ISO)"


def test_a_plan_never_overwrites_the_supplier_file(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "planta.yaml"
    file.write_bytes(MOULDER.read_bytes())
    assert shell.run("plan", file, "-o", file, "--format", "json").code == 2
    assert file.read_bytes() == MOULDER.read_bytes()


def test_compare_tells_what_moved_and_fails_only_on_a_regression(shell: Shell, tmp_path: Path) -> None:
    better, text = tmp_path / "ahora.yaml", MOULDER.read_text(encoding="utf-8")
    start = text.index("iso-13485/7.5.6:")
    better.write_text(text[:start] + text[start:].replace("level: informal", "level: implemented", 1), encoding="utf-8")
    forward = shell.run("compare", MOULDER, better, "--fail-on-regression")
    assert forward.code == 0, forward.err
    assert "BRECHAS CERRADAS: 1" in forward.out
    assert "No hay retroceso." in forward.out
    back = shell.run("--lang", "en", "compare", better, MOULDER, "--fail-on-regression")
    assert back.code == 1
    assert "THERE IS A REGRESSION" in back.out
    assert shell.run("compare", better, MOULDER).code == 0
    data = json.loads(shell.run("compare", better, MOULDER, "--format", "json").out)
    assert data["regressed"]
    assert [(row["id"], row["reason"]) for row in data["opened"]] == [("iso-13485/7.5.6", "fell")]
    assert data["plan"]["added"] == ["process-validation"]


def test_a_comparison_on_paper_says_what_the_screen_says(shell: Shell, tmp_path: Path) -> None:
    better, text = tmp_path / "ahora.yaml", MOULDER.read_text(encoding="utf-8")
    start = text.index("iso-13485/7.5.6:")
    better.write_text(text[:start] + text[start:].replace("level: informal", "level: implemented", 1), encoding="utf-8")
    paper = tmp_path / "c.pdf"
    assert shell.run("compare", MOULDER, better, "-o", paper).code == 0
    told = re.sub(r"\s+", " ", "".join(page.extract_text() for page in PdfReader(paper).pages))
    for words in (
        "Lo que cambió",
        "Brechas cerradas: 1",
        "Validación de procesos (iso-13485/7.5.6)",
        "No hay retroceso.",
    ):
        assert words in told
    worse = tmp_path / "worse.yaml"
    worse.write_text(text, encoding="utf-8")
    assert shell.run("--lang", "en", "compare", better, worse, "--format", "pdf", "--fail-on-regression").code == 1
    beside = PdfReader(tmp_path / "worse-compare.pdf").pages[0].extract_text()
    assert "THERE IS A REGRESSION" in re.sub(r"\s+", " ", beside)
    assert shell.run("compare", MOULDER, better, "-o", better).code == 2
    assert shell.run("compare", MOULDER, better, "-o", better, "--format", "pdf").code == 2
    assert better.read_text(encoding="utf-8").startswith("# Moldes")


def test_a_cost_without_a_rate_is_a_fault_in_words(shell: Shell, tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    shipped = (Path(__file__).resolve().parents[2] / "checklists" / "practices.yaml").read_text(encoding="utf-8")
    (lists / "practices.yaml").write_text(shipped.replace("currency: USD", "currency: CHF"), encoding="utf-8")
    for command in (("plan", MOULDER), ("score", MOULDER)):
        outcome = shell.run("--checklists", lists, *command)
        assert outcome.code == 3
        assert "no hay tipo de cambio" in outcome.err


@pytest.mark.parametrize("command", ["plan", "compare"])
def test_both_commands_explain_themselves_in_both_languages(shell: Shell, command: str) -> None:
    spanish, english = (shell.run("--lang", language, command, "--help").out for language in ("es", "en"))
    assert spanish.startswith("Uso: ")
    assert english.startswith("Usage: ")
    assert "\x1f" not in spanish + english
