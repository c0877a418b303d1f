"""How a report says figures, dates, ranges and citations in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import floor

from certready.assessment import AssessedRequirement, Assessment
from certready.limiting import Limited
from certready.milestones import Milestone, milestones
from certready.model import Basis, Language, Level, Library, Regulation, Requirement, Text, Texts
from certready.phrases import LEVELS, numeral
from certready.planning import Plan
from certready.relief import Relief, relief
from certready.reports import wording
from certready.reports.blocks import Figure
from certready.scoring import Interval, Score, percent
from certready.uncertainty import Forecast

UNSURE = "†"
"""Stands at every numeral whose official text was not read; see wording.BASIS_NOTE."""

WHOLE_FROM = 10  # person-days and weeks from here on are given without decimals
ROUND_MONEY_FROM = 1000
MILLION = 1_000_000
WEEKS_A_MONTH = 52 / 12
NAME_ENDS = re.compile(r"\s*[,:(;]\s| \(|, ")
DESIGNATION = re.compile(
    r"(?:NOM-\d+-\w+-\d{4}|(?:ISO|IEC)(?:/[A-Z]+)* [\d-]+(?::\d{4})?|21 CFR (?:Parts?|Partes?) \d+(?: (?:and|y) \d+)?)"
)


@dataclass(frozen=True)
class Voice:
    """The assessment, its plan and its library, told in one language."""

    language: Language
    library: Library
    assessment: Assessment
    plan: Plan
    forecast: Forecast | None = None
    limited: Limited | None = None  # what the plant's own budget or date leaves of the plan
    _names: dict[str, str] = field(default_factory=dict, compare=False)

    def say(self, text: Text, **values: object) -> str:
        """A sentence with its figures; a Text among the values is put in the same language."""
        return (text.format(**values) if values else text).to(self.language)

    def items(self, texts: Texts) -> tuple[str, ...]:
        """A list of short texts."""
        return texts.to(self.language)

    def level(self, level: Level) -> str:
        """A level as a plant says it."""
        return LEVELS[level].to(self.language)

    def percent(self, value: Fraction | int) -> str:
        """A share such as "62.5 %"."""
        return f"{percent(value):g} %"

    def points(self, value: Fraction | int) -> str:
        """A score with its one decimal, without the sign."""
        return f"{percent(value):.1f}"

    def interval(self, one: Interval) -> str:
        """An interval, or the one number both ends agree on."""
        low, high = self.points(one.low), self.points(one.high)
        return low if low == high else self.say(wording.INTERVAL, low=low, high=high)

    def score(self, one: Score | None) -> Figure:
        """A score as it is printed; its value is the low end."""
        if one is None:
            return Figure(self.say(wording.NO_SCORE))
        return Figure(self.interval(one.interval), percent(one.interval.low))

    def day(self, day: date) -> str:
        """A date in words."""
        return self.say(wording.DAY, day=day.day, month=wording.MONTHS[day.month - 1], year=day.year)

    @property
    def sure_of_all(self) -> Forecast | None:
        """How sure the whole plan is; nothing where part of it has nobody to do it, which no draw covers."""
        return None if self.plan.impossible else self.forecast

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The days the plan works towards."""
        return milestones(self.library, self.assessment, self.plan)

    @cached_property
    def relief(self) -> Relief | None:
        """Whom the plan waits for, if more people there would end it weeks earlier."""
        return relief(self.library, self.assessment, self.plan)

    @cached_property
    def by_id(self) -> dict[str, Requirement]:
        """Every requirement of the library by its id."""
        return {row.id: row for checklist in self.library.checklists.values() for row in checklist.requirements()}

    @cached_property
    def cited(self) -> dict[str, tuple[str, ...]]:
        """The cites of the assessed requirements, those of the including checklists among them."""
        return {row.requirement.id: row.cites for row in self.assessment.requirements}

    def cites(self, row: AssessedRequirement) -> str:
        """Where the auditors look it up, grouped by document."""
        groups: dict[str, dict[str, None]] = {}
        for cite in row.cites:
            regulation, _, number = cite.partition("/")
            groups.setdefault(self.document(regulation), {})[numeral(number) + self.unsure(cite)] = None
        return "; ".join(f"{name}: {', '.join(numbers)}" for name, numbers in groups.items())

    def unsure(self, cite: str) -> str:
        """The sign at a numeral that was not read in the official text, else nothing."""
        section = self.library.section(cite)
        return UNSURE if section is not None and section.basis in (Basis.CHAPTER, Basis.GENERAL) else ""

    def document(self, regulation: str) -> str:
        """The name by which the trade calls a source document."""
        if regulation not in self._names:
            known = self.library.regulations.get(regulation)
            self._names[regulation] = self._short(known) if known else regulation
        return self._names[regulation]

    def _short(self, regulation: Regulation) -> str:
        title = self.say(regulation.title)
        designation = DESIGNATION.search(title)
        if designation and designation.start() <= title.find(",") % (len(title) + 1):
            return designation[0]
        return NAME_ENDS.split(title, maxsplit=1)[0]

    def named(self, full_id: str) -> str:
        """A requirement by its title, with its id."""
        known = self.by_id.get(full_id)
        return f"{self.say(known.title)} ({full_id})" if known else full_id

    def titles(self, ids: Iterable[str]) -> str:
        """Several requirements by their titles."""
        return "; ".join(self.say(self.by_id[key].title) if key in self.by_id else key for key in ids)


def whole(value: float) -> int:
    """Half up, as the score is rounded."""
    return floor(value + 0.5)


def amount(value: float) -> str:
    """Person-days or weeks: one decimal while small."""
    if value >= WHOLE_FROM:
        return f"{whole(value):,}"
    return f"{whole(value * 10) / 10:g}"


def money(value: float) -> str:
    """Pesos, to the thousand once there are thousands."""
    return f"{whole(value / 1000) * 1000:,}" if value >= ROUND_MONEY_FROM else f"{whole(value):,}"


def millions(value: float) -> str:
    """Pesos in millions, for a first look."""
    return f"{whole(value / MILLION * 10) / 10:g}"


def months(weeks: float) -> str:
    """Weeks as months."""
    return amount(weeks / WEEKS_A_MONTH)


def span(low: str, high: str) -> str:
    """A range for a table."""
    return low if low == high else f"{low} – {high}"
