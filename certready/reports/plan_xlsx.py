"""The plan as a workbook that goes on planning: change a date, a duration or a shutdown and every later date follows.

Starts are formulas over the finishes of the tasks before, finishes over WORKDAY with the holidays of their own sheet,
and the bars are conditional formats over weeks. No text of the plant is ever a formula.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import xlsxwriter

from certready.milestones import milestones
from certready.model import Level, Text
from certready.planning import calendar_of
from certready.reports import wording_plan
from certready.reports.plan_tasks import LEVELS, Task, clean, tasks
from certready.reports.voice import Voice

PLAN, CLOSED, DATES = (
    Text(es="Plan", en="Plan"),
    Text(es="Inhábiles", en="Holidays"),
    Text(es="Hitos", en="Milestones"),
)
START = Text(es="Inicio del plan (cámbielo)", en="Start of the plan (change it)")
FINISH = Text(es="Todo termina", en="Everything ends")
HINT = Text(
    es="Celdas amarillas: se pueden cambiar. Inicio y fin se recalculan; en Inicio también puede escribir una fecha.",
    en="Yellow cells may be changed. Starts and finishes recompute; a date may also be typed over a start.",
)
HEADINGS = (
    Text(es="N.º", en="No."),
    Text(es="Paquete", en="Package"),
    Text(es="Paso", en="Step"),
    Text(es="Responsable", en="Owner"),
    Text(es="Después de", en="After"),
    Text(es="Espera a la gente (días)", en="Waits for people (days)"),
    Text(es="Trabajo (días hábiles)", en="Work (working days)"),
    Text(es="Registros (días hábiles)", en="Records (working days)"),
    Text(es="Inicio", en="Start"),
    Text(es="Trabajo hasta", en="Work until"),
    Text(es="Fin", en="Finish"),
    Text(es="Días-persona", en="Person-days"),
    Text(es="Costo MXN", en="Cost MXN"),
)
WIDTHS = (5, 52, 15, 30, 9, 12, 12, 12, 12, 12, 12, 10, 12)
NO, PACKAGE, STEP, OWNER, AFTER, LAG, WORK, WAIT, FROM, UNTIL, END, EFFORT, COST = range(13)
FIRST_WEEK = 13
TOP, HEAD, FIRST = 0, 4, 5
HEAD_HEIGHT = 48
MORE_WEEKS = 8  # room for a plan that slips
MORE_YEARS = 730  # days of holidays beyond the end
MOST_WEEKS = 260
DAY_ZERO = date(1899, 12, 30)


def render(voice: Voice) -> bytes:
    """The whole workbook."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "constant_memory": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    stamp = datetime.combine(voice.assessment.on, time(), UTC).replace(tzinfo=None)
    book.set_properties({"created": stamp, "title": clean(voice.assessment.supplier.name)})
    _Sheet(voice, book).draw()
    book.close()
    return out.getvalue()


class _Sheet:
    """One workbook being drawn."""

    def __init__(self, voice: Voice, book: Any) -> None:
        self.voice, self.book = voice, book
        self.rows = list(tasks(voice))
        self.begin = voice.plan.timetable.start
        self.end = max((task.span.finish for task in self.rows), default=self.begin)
        self.closed = calendar_of(voice.assessment).closed(self.end + timedelta(days=MORE_YEARS))
        day = {"num_format": "yyyy-mm-dd", "align": "left"}
        self.plain = book.add_format({"valign": "top"})
        self.bold = book.add_format({"bold": True})
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.day = book.add_format({**day, "valign": "top"})
        self.open_day = book.add_format({**day, "bg_color": "#FFF2CC", "valign": "top"})
        self.open = book.add_format({"bg_color": "#FFF2CC", "valign": "top", "align": "center"})
        self.week = book.add_format({"num_format": "d/m", "rotation": 90, "font_size": 8, "bottom": 1})
        self.figure = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.tenth = book.add_format({"num_format": "#,##0.0", "valign": "top"})

    def draw(self) -> None:
        """All sheets."""
        self.sheet = self.book.add_worksheet(self.voice.say(PLAN))
        self._closed()
        self._top()
        for task in self.rows:
            self._task(task)
        self._weeks()
        self._milestones()

    @property
    def holidays(self) -> str:
        """The cells of the holidays, with room for more."""
        return f"'{self.voice.say(CLOSED)}'!$A$2:$A${len(self.closed) + 60}"

    def _closed(self) -> None:
        sheet = self.book.add_worksheet(self.voice.say(CLOSED))
        sheet.write_string(0, 0, self.voice.say(CLOSED), self.bold)
        sheet.set_column(0, 0, 14)
        for row, day in enumerate(self.closed, start=1):
            sheet.write_datetime(row, 0, _moment(day), self.open_day)

    def _top(self) -> None:
        say, sheet = self.voice.say, self.sheet
        sheet.write_string(TOP, 0, clean(self.voice.assessment.supplier.name), self.bold)
        sheet.write_string(1, PACKAGE, say(START))
        sheet.write_datetime(1, OWNER, _moment(self.begin), self.open_day)
        sheet.write_string(2, PACKAGE, say(FINISH))
        last = FIRST + max(len(self.rows), 1)
        sheet.write_formula(2, OWNER, f"=MAX(K{FIRST + 1}:K{last})", self.day, _serial(self.end))
        sheet.write_string(3, PACKAGE, say(HINT))
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(HEAD, column, say(heading), self.heading)
        sheet.set_row(HEAD, HEAD_HEIGHT)
        sheet.freeze_panes(FIRST, STEP)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)

    def _task(self, task: Task) -> None:
        sheet, row = self.sheet, FIRST + task.number - 1
        at = row + 1  # as formulas count
        practice = clean(self.voice.say(task.package.practice.title))
        sheet.write_number(row, NO, task.number, self.plain)
        sheet.write_string(row, PACKAGE, ("(!) " if task.package.closes_critical else "") + practice, self.plain)
        sheet.write_string(row, STEP, self.voice.say(LEVELS[task.span.job.step.end]), self.plain)
        sheet.write_string(row, OWNER, task.owner, self.plain)
        sheet.write_string(row, AFTER, ", ".join(str(number) for number in task.waits_for), self.plain)
        sheet.write_number(row, LAG, task.lag, self.open)
        sheet.write_number(row, WORK, task.work_days, self.open)
        sheet.write_number(row, WAIT, task.wait_days, self.open)
        start = f"=WORKDAY({self._before(task)},{_cell(LAG, at)}+1,{self.holidays})"
        work = f"=WORKDAY({_cell(FROM, at)}-1,{_cell(WORK, at)},{self.holidays})"
        finish = f"=WORKDAY({_cell(UNTIL, at)},{_cell(WAIT, at)},{self.holidays})"
        sheet.write_formula(row, FROM, start, self.open_day, _serial(task.span.start))
        sheet.write_formula(row, UNTIL, work, self.day, _serial(task.span.worked_until))
        sheet.write_formula(row, END, finish, self.day, _serial(task.span.finish))
        sheet.write_number(row, EFFORT, round(task.effort, 1), self.tenth)
        sheet.write_number(row, COST, round(task.cost), self.figure)

    def _before(self, task: Task) -> str:
        """The last day that holds a task up: finishes of those before it, or the eve of the plan."""
        if not task.waits_for:
            return "$D$2-1"
        spans = {one.number: one for one in self.rows}
        cells = []
        for number in task.waits_for:
            other = spans[number]
            use = other.package is not task.package and other.span.job.step.end is Level.IMPLEMENTED
            cells.append(_cell(UNTIL if use else END, FIRST + number))
        return f"MAX({','.join(cells)})"

    def _weeks(self) -> None:
        """Bars: a column a week, coloured where people work and paler where records accrue."""
        first = self.begin - timedelta(days=self.begin.weekday())
        count = min((self.end - first).days // 7 + 1 + MORE_WEEKS, MOST_WEEKS)
        self.sheet.set_column(FIRST_WEEK, FIRST_WEEK + count - 1, 2.3)
        for week in range(count):
            column, monday = FIRST_WEEK + week, first + timedelta(weeks=week)
            formula = f"=$D$2-WEEKDAY($D$2,2)+1+{7 * week}"
            self.sheet.write_formula(HEAD, column, formula, self.week, _serial(monday))
        if not self.rows:
            return
        area = (FIRST, FIRST_WEEK, FIRST + len(self.rows) - 1, FIRST_WEEK + count - 1)
        week_of = f"{_letters(FIRST_WEEK)}${HEAD + 1}"
        at = FIRST + 1
        bars = (
            (f"=AND({week_of}<=$J{at},{week_of}+6>=$I{at})", "#1F5C99"),
            (f"=AND({week_of}<=$K{at},{week_of}+6>=$I{at})", "#A9C7E8"),
        )
        for formula, colour in bars:
            fill = self.book.add_format({"bg_color": colour, "font_color": colour})
            self.sheet.conditional_format(
                *area, {"type": "formula", "criteria": formula, "format": fill, "stop_if_true": True}
            )

    def _milestones(self) -> None:
        say = self.voice.say
        sheet = self.book.add_worksheet(say(DATES))
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 2, 14)
        for row, one in enumerate(milestones(self.voice.library, self.voice.assessment, self.voice.plan)):
            checklist = self.voice.library.checklists.get(one.target or "")
            target = say(checklist.certificate) if checklist else one.target or ""
            sheet.write_string(row, 0, clean(say(wording_plan.KINDS[one.kind], target=target)))
            for column, day in ((1, one.day), (2, one.latest)):
                if day is not None:
                    sheet.write_datetime(row, column, _moment(day), self.day)
            if one.why is not None:
                sheet.write_string(row, 1, say(wording_plan.WHYS[one.why]))


def _cell(column: int, row: int) -> str:
    return f"{_letters(column)}{row}"


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _moment(day: date) -> datetime:
    return datetime.combine(day, time())


def _serial(day: date) -> int:
    """The number that a spreadsheet keeps for a date."""
    return (day - DAY_ZERO).days
