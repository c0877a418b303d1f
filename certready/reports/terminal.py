"""The report on a screen: what fits a terminal of 60 columns. Draws, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from certready.reports.blocks import (
    Bars,
    Block,
    Bullets,
    Card,
    Cell,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Report,
    Section,
    Sign,
    Signed,
    Stacked,
    Standing,
    Summary,
    Table,
)
from certready.reports.moves_told import MovesTold
from certready.reports.plan_told import Line, PlanTold

LONGEST_STROKE = 100
SCORE_SECTIONS = ("scores", "critical", "outcomes")
PLAN_SECTIONS = ("plan",)
BAR_CELLS = 20
PERCENT = 100
NARROW = 72

MARKS = {
    Sign.READY: "[+]",
    Sign.NEARLY: "[~]",
    Sign.DEVELOPING: "[-]",
    Sign.NOT_READY: "[x]",
    Sign.UNDETERMINED: "[?]",
    Sign.CRITICAL: "(!)",
    Sign.MAJOR: "(*)",
    Sign.MINOR: "( )",
}
"""Told apart by shape in any code page, not by colour."""

COLOURS = {
    Sign.READY: "green",
    Sign.NEARLY: "yellow",
    Sign.DEVELOPING: "yellow",
    Sign.NOT_READY: "red",
    Sign.UNDETERMINED: "cyan",
    Sign.CRITICAL: "red",
    Sign.MAJOR: "yellow",
    Sign.MINOR: "white",
}


def render(report: Report, console: Console | None = None) -> None:
    """What the owner must know, then the scores, the critical gaps and what an inspector would conclude."""
    screen = console or Console(highlight=False)
    screen.print(Text(report.supplier, style="bold"))
    screen.print(Text(" · ".join(part for part in (report.place, report.day) if part)))
    if report.summary:
        _summary(report.summary, screen)
    _sections(report, SCORE_SECTIONS, screen)
    if report.summary:
        screen.print()
        screen.print(Text(report.summary.notice, style="dim"))


def render_whole(report: Report, console: Console | None = None) -> None:
    """Every section, under whose it is."""
    screen = console or Console(highlight=False)
    screen.print(Text(report.supplier, style="bold"))
    for section in report.sections:
        _section(section, screen)


def render_plan(report: Report, console: Console | None = None) -> None:
    """The plan alone."""
    screen = console or Console(highlight=False)
    screen.print(Text(report.supplier, style="bold"))
    _sections(report, PLAN_SECTIONS, screen)


def render_told(told: PlanTold, console: Console | None = None) -> None:
    """A plan: what it works towards, its limits, how sure it is, its packages on a time line."""
    screen = console or Console(highlight=False)
    screen.print(Text(told.supplier, style="bold"))
    for warning in told.warnings:
        screen.print()
        screen.print(Text(warning, style="red"))
    if told.limits:
        _title(told.limits_title, screen)
        _items(told.limits, screen)
    if told.prices:
        _title(told.prices_title, screen)
        _items(told.prices, screen)
    if told.left_out:
        _title(told.left_out_title, screen)
        _items(told.left_out, screen)
    if told.milestones.rows:
        _title(told.milestones_title, screen)
        screen.print(_grid(told.milestones, screen.width))
    for sentence in told.sure:
        screen.print(Text(sentence))
    if told.lines:
        _title(told.timeline_title, screen)
        screen.print(Text(told.legend, style="dim"))
        for line in told.lines:
            _line(line, screen)
    screen.print()
    for note in told.notes:
        screen.print(Text(note, style="dim"))


def render_moves(told: MovesTold, console: Console | None = None) -> None:
    """The next moves."""
    screen = console or Console(highlight=False)
    for title, table in told.tables:
        _title(title, screen)
        screen.print(_grid(table, screen.width))
    screen.print(Text(told.note, style="dim"))


def render_section(section: Section, console: Console | None = None) -> None:
    """One section alone."""
    _section(section, console or Console(highlight=False))


def _line(line: Line, screen: Console) -> None:
    sign = f"{MARKS[Sign.CRITICAL]} " if line.critical else ""
    screen.print()
    screen.print(Text(f"{line.number:>2} {sign}{line.title}", style="bold"))
    for told in line.told:
        screen.print(Padding(Text(told), (0, 0, 0, 3), expand=False))
    if line.strokes:
        screen.print(Padding(Text(_stroke(line, min(screen.width - 6, LONGEST_STROKE))), (0, 0, 0, 3), expand=False))


def _stroke(line: Line, cells: int) -> str:
    """People at work and records accruing, along the whole length of the plan."""
    drawn = [" "] * cells
    for start, worked, ripe in line.strokes:
        first, last = floor(start * cells), max(ceil(worked * cells), floor(start * cells) + 1)
        for place in range(last, min(ceil(ripe * cells), cells)):
            drawn[place] = "."
        for place in range(first, min(last, cells)):
            drawn[place] = "#"
    return "|" + "".join(drawn) + "|"


def _summary(summary: Summary, screen: Console) -> None:
    screen.print()
    screen.print(Text(summary.headline, style="bold"))
    for standing in summary.standings:
        _standing(standing, screen)
    if summary.obstacles:
        _title(summary.obstacles_title, screen)
        for obstacle in summary.obstacles:
            told = f"{MARKS[obstacle.sign]} {obstacle.title}: {obstacle.level} ({obstacle.requirement})"
            screen.print(Padding(Text(told), (0, 0, 0, 2), expand=False))
        if summary.obstacles_more:
            screen.print(Padding(Text(summary.obstacles_more), (0, 0, 0, 2), expand=False))
    _title(summary.needs_title, screen)
    for need in summary.needs:
        note = f" ({need.note})" if need.note else ""
        screen.print(Padding(Text(f"{need.name}: {need.text}{note}"), (0, 0, 0, 2), expand=False))
    for remark in (*summary.needs_notes, *summary.remarks):
        screen.print(Padding(Text(remark, style="dim"), (0, 0, 0, 2), expand=False))


def _standing(standing: Standing, screen: Console) -> None:
    screen.print()
    verdict = standing.verdict
    line = Text(f"{MARKS[verdict.sign]} {verdict.text}", style=COLOURS[verdict.sign])
    screen.print(Text(standing.certificate + "  "), line, sep="")
    if standing.bar is not None:
        figures = f"{_bar(standing.bar.low, standing.bar.high)}  {standing.score.text}  {standing.declared_name}"
        screen.print(Padding(Text(figures.rstrip()), (0, 0, 0, 2), expand=False))
    for told in (standing.backed, standing.coverage):
        if told:
            screen.print(Padding(Text(told), (0, 0, 0, 2), expand=False))


def _bar(low: float, high: float) -> str:
    """Filled up to the low end, dotted up to the high end."""
    sure = round(low * BAR_CELLS / PERCENT)
    open_ = round(high * BAR_CELLS / PERCENT) - sure
    return "|" + "#" * sure + "." * open_ + " " * (BAR_CELLS - sure - open_) + "|"


def _sections(report: Report, wanted: Sequence[str], screen: Console) -> None:
    for section in report.sections:
        if section.id in wanted:
            _section(section, screen)


def _section(section: Section, screen: Console) -> None:
    screen.print()
    screen.print(Text(section.title.upper(), style="bold"))
    for block in section.blocks:
        _block(block, screen)


def _title(text: str, screen: Console) -> None:
    screen.print()
    screen.print(Text(text, style="bold"))


def _block(block: Block, screen: Console) -> None:
    match block:
        case Paragraph():
            screen.print(Text(block.text, style="dim" if block.quiet else ""))
        case Heading():
            _title(f"{block.text}  {block.note}".rstrip(), screen)
        case Bullets():
            _items(block.items, screen)
        case Table() if _fits(block, screen.width):
            screen.print(_grid(block, screen.width))
        case Table():
            _stack(block, screen)
        case Facts():
            _entries(((entry.name, entry.value) for entry in block.entries), screen)
        case Card():
            sign = f"{MARKS[block.sign]} " if block.sign else ""
            _title(f"{block.numbered} {sign}{block.title}  {block.tag}".strip(), screen)
            _entries(((entry.name, entry.value) for entry in block.entries), screen)
        case Bars():
            _bars(block, screen)


def _items(items: Iterable[str], screen: Console, indent: int = 2) -> None:
    for item in items:
        grid = Grid.grid(padding=(0, 1))
        grid.add_row(Text("-"), Text(item))
        screen.print(Padding(grid, (0, 0, 0, indent), expand=False))


def _entries(entries: Iterable[tuple[str, str | tuple[str, ...]]], screen: Console) -> None:
    for name, value in entries:
        if isinstance(value, str):
            screen.print(Padding(Text(f"{name}: {value}"), (0, 0, 0, 2), expand=False))
        else:
            screen.print(Padding(Text(f"{name}:"), (0, 0, 0, 2), expand=False))
            _items(value, screen, indent=4)


def _fits(table: Table, width: int) -> bool:
    """Whether every column can be as wide as its longest word."""
    whole = [row for row in table.rows if len(row) == len(table.columns)]  # the others are titles over rows
    rows = [[column.title for column in table.columns], *([_cell(cell).plain for cell in row] for row in whole)]
    widest = (max(len(word) for text in texts for word in (text.split() or [""])) for texts in zip(*rows, strict=True))
    frame = 3
    return sum(longest + frame for longest in widest) < width


def _stack(table: Table, screen: Console) -> None:
    """A table too wide for the screen, one row under the other: its first text as title, the rest named."""
    for row in table.rows:
        if len(row) < len(table.columns):
            screen.print(_cell(row[0]))
            continue
        named = [(column, _cell(cell)) for column, cell in zip(table.columns, row, strict=True)]
        head = [text for column, text in named if not column.title] + [text for column, text in named if column.title][
            :1
        ]
        screen.print(Text("  ").join(text for text in head if text.plain))
        rest = [f"{column.title}: {text.plain}" for column, text in named if column.title and text.plain][1:]
        if rest:
            screen.print(Padding(Text(" · ".join(rest).replace("\n", "; ")), (0, 0, 0, 4), expand=False))


def _grid(table: Table, width: int) -> Grid:
    grid = Grid(box=box.ASCII2 if width >= NARROW else box.SIMPLE, show_lines=False, expand=False)
    for column in table.columns:
        grid.add_column(
            Text(column.title), justify="right" if column.figures else "left", overflow="fold", no_wrap=False
        )
    for row in table.rows:
        grid.add_row(*(_cell(cell) for cell in row))
    return grid


def _cell(cell: Cell) -> Text:
    match cell:
        case str():
            return Text(cell)
        case Figure():
            return Text(cell.text)
        case Signed():
            return Text(f"{MARKS[cell.sign]} {cell.text}", style=COLOURS[cell.sign])
        case Stacked():
            return Text(f"{cell.text}\n{cell.note}" if cell.note else cell.text)


def _bars(block: Bars, screen: Console) -> None:
    if block.caption:
        _title(block.caption, screen)
    for bar in block.bars:
        style = "bold" if bar.strong else ""
        figures = f"{_bar(bar.low, bar.high)} {bar.text}" + (f"  {bar.note}" if bar.note else "")
        if screen.width >= NARROW:
            grid = Grid.grid(padding=(0, 1))
            grid.add_column(width=screen.width - 52, overflow="fold")
            grid.add_column(width=50, overflow="fold")
            grid.add_row(Text(bar.label, style=style), Text(figures))
            screen.print(Padding(grid, (0, 0, 0, 1), expand=False))
        else:
            screen.print(Text(bar.label, style=style))
            screen.print(Padding(Text(figures), (0, 0, 0, 2), expand=False))
