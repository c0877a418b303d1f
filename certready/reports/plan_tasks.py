"""The steps of a plan as tasks for other programs: one writer each in plan_csv, plan_ics and plan_xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certready.harmless import visible
from certready.model import Level, Text
from certready.packages import Package
from certready.reports.plain import plain
from certready.reports.voice import Voice
from certready.timetable import Span

TASK = Text(es="{practice}: llevar a {level}", en="{practice}: bring to {level}")
LEVELS = {
    Level.DOCUMENTED: Text(es="documentado", en="documented"),
    Level.IMPLEMENTED: Text(es="implementado", en="implemented"),
    Level.EFFECTIVE: Text(es="eficaz", en="effective"),
}
DO = Text(es="Qué hacer", en="What to do")
SHOW = Text(es="Qué queda", en="What is left to show")
CLOSES = Text(es="Cierra", en="Closes")
RIPE = Text(es="Los registros están listos el {day}", en="The records are ripe on {day}")


@dataclass(frozen=True, slots=True)
class Task:
    """A step of a package with its dates."""

    number: int  # from 1, in the order of the packages
    package: Package
    span: Span
    title: str
    owner: str
    description: tuple[str, ...]
    waits_for: tuple[int, ...]  # numbers of the tasks before it
    lag: int  # working days it waits for people after the last of them, or from the start of the plan
    effort: float
    cost: float
    closes: tuple[str, ...]  # what the last step closes

    @property
    def key(self) -> str:
        """What tells this task from every other of its plan, run after run."""
        return f"{self.package.practice.id}.{self.span.job.step.end.value}"

    @property
    def work_days(self) -> int:
        """Working days of work."""
        return self.span.worked - self.span.begins

    @property
    def wait_days(self) -> int:
        """Working days in which records accrue."""
        return self.span.ripe - self.span.worked


def tasks(voice: Voice) -> Iterator[Task]:
    """The steps that have dates, in the order of the packages."""
    plan = voice.plan
    rows = [(package, place) for package in plan.packages for place in range(len(package.spans))]
    spans = list(plan.timetable.spans)
    numbers = {spans.index(package.spans[place]): number for number, (package, place) in enumerate(rows, start=1)}
    for number, (package, place) in enumerate(rows, start=1):
        span, work = package.spans[place], package.works[place]
        before = [spans[one] for one in span.waits_for]
        last = place == len(package.spans) - 1
        titles = tuple(clean(title) for title in _closed(voice, package)) if last else ()
        practice = voice.say(package.practice.title)
        role = voice.library.book.roles.get(package.practice.owner)
        yield Task(
            number=number,
            package=package,
            span=span,
            title=clean(voice.say(TASK, practice=practice, level=LEVELS[span.job.step.end])),
            owner=clean(voice.say(role.title) if role else package.practice.owner),
            description=tuple(clean(line) for line in _described(voice, span, titles)),
            waits_for=tuple(numbers[one] for one in span.waits_for),
            lag=span.begins - max((_free_from(one, span) for one in before), default=0),
            effort=work.effort.likely,
            cost=work.cost.likely,
            closes=titles,
        )


def _free_from(before: Span, span: Span) -> int:
    """The working day from which a task before this one does not hold it up."""
    use = before.job.practice != span.job.practice and before.job.step.end is Level.IMPLEMENTED
    return before.worked if use else before.ripe


def clean(text: str) -> str:
    """A text on one line in which nothing can act."""
    return plain(visible(text))


def day_text(day: date) -> str:
    """A date as programs read it."""
    return day.isoformat()


def _closed(voice: Voice, package: Package) -> Iterator[str]:
    for key in package.closes:
        known = voice.by_id.get(key)
        yield f"{key} {voice.say(known.title)}" if known else key


def _described(voice: Voice, span: Span, closes: tuple[str, ...]) -> Iterator[str]:
    actions, left = voice.items(span.job.step.actions), voice.items(span.job.step.deliverables)
    if actions:
        yield f"{voice.say(DO)}: " + "; ".join(actions)
    if left:
        yield f"{voice.say(SHOW)}: " + "; ".join(left)
    if span.ripe > span.worked:
        yield voice.say(RIPE, day=day_text(span.finish))
    if closes:
        yield f"{voice.say(CLOSES)}: " + "; ".join(closes)
