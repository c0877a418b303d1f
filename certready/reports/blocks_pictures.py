"""The plan's pictures as figures: places are shares of a common axis, so that a pen needs no calendar."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis; only some carry words."""

    at: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A step of a package: people at work from `start` to `worked`, records accruing up to `ripe`."""

    start: float
    worked: float
    ripe: float
    critical: bool  # on the critical path


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the time line: the steps of a package, or a milestone with the days it may slip to."""

    label: str
    note: str  # its dates
    number: str = ""
    strokes: tuple[Stroke, ...] = ()
    milestone: float | None = None
    slips: tuple[float, float] | None = None  # kept in half of the cases, and in four of five
    urgent: bool = False  # closes what alone stops a certificate


@dataclass(frozen=True, slots=True)
class Timeline:
    """The packages and milestones on a calendar.

    The legend names work, waiting, the critical path, the milestone, its slip and what is urgent.
    """

    caption: str
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[str, str, str, str, str, str]
    label_heading: str
    note_heading: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A score from a day on, low and high end."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The score of one target over time; `reached` is the day it is ready, with its words."""

    title: str
    points: tuple[Moment, ...]
    note: str
    reached: float | None = None
    reached_text: str = ""


@dataclass(frozen=True, slots=True)
class Curves:
    """A small chart for each target on the same axis; `line` is the score that matters; legend: low end, high end."""

    caption: str
    ticks: tuple[Tick, ...]
    curves: tuple[Curve, ...]
    line: float
    line_text: str
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Amount:
    """What falls to one span of time: low, likely and high."""

    label: str
    low: float
    likely: float
    high: float
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Sums by span of time as bars up to the likely figure, with a whisker from low to high."""

    caption: str
    rows: tuple[Amount, ...]
    legend: tuple[str, str]  # the bar, the whisker
    label_heading: str
    text_heading: str
    note_heading: str
