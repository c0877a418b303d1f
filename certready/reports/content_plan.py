"""The plan: packages in order, what each asks for and what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from certready.phrases import LEVEL_NAMES
from certready.planning import Package
from certready.reports import wording
from certready.reports.blocks import (
    Block,
    Card,
    Cell,
    Column,
    Entry,
    Figure,
    Heading,
    Paragraph,
    Section,
    Sign,
    Table,
)
from certready.reports.content_gaps import practice_title
from certready.reports.voice import Voice, amount, money, span
from certready.scoring import Interval, percent

MOST_TARGETS_ABREAST = 3


def plan(voice: Voice) -> Section:
    """The work packages: all at a glance, the score after each, then one by one."""
    title = voice.say(wording.PLAN_TITLE)
    packages = voice.plan.packages
    if not packages:
        return Section("plan", title, (Paragraph(voice.say(wording.NO_PLAN)),))
    notes = [voice.say(wording.ESTIMATES), _rates(voice)]
    blocks: list[Block] = [
        Paragraph(voice.say(wording.PLAN_INTRO)),
        _glance(voice),
        Paragraph(" ".join(notes), quiet=True),
        Heading(voice.say(wording.SCORES_AFTER)),
        *_scores_after(voice),
        Heading(voice.say(wording.PACKAGES)),
        *(_card(voice, number, package) for number, package in enumerate(packages, start=1)),
    ]
    return Section("plan", title, tuple(blocks))


def _rates(voice: Voice) -> str:
    fx = voice.plan.fx
    text = wording.FX_ASSUMED if voice.plan.fx_assumed else wording.FX_GIVEN
    return voice.say(text, usd=f"{fx['USD']:.2f}", eur=f"{fx['EUR']:.2f}")


def _glance(voice: Voice) -> Table:
    columns = (
        Column("", 0.05, figures=True),
        Column(voice.say(wording.PACKAGE), 0.28),
        Column(voice.say(wording.OWNER), 0.16),
        Column(voice.say(wording.CLOSES), 0.08, figures=True),
        Column(voice.say(wording.EFFORT_DAYS), 0.1, figures=True),
        Column(voice.say(wording.WEEKS), 0.09, figures=True),
        Column(voice.say(wording.COST_MXN), 0.1, figures=True),
        Column(voice.say(wording.COST_RANGE_MXN), 0.18, figures=True),
    )
    late = {package.practice.id for package in voice.limited.left_out} if voice.limited else set()
    numbered = list(enumerate(voice.plan.packages, start=1))
    rows = [_line(voice, number, package) for number, package in numbered if package.practice.id not in late]
    if late:
        rows.append((voice.say(wording.BEYOND_LIMITS),))
        rows.extend(_line(voice, number, package) for number, package in numbered if package.practice.id in late)
    whole = voice.plan
    closed = sum(len(package.closes) for package in whole.packages)
    rows.append(
        (
            "",
            voice.say(wording.TOTAL),
            "",
            Figure(f"{closed:,}", closed),
            Figure(amount(whole.effort.likely), whole.effort.likely),
            Figure(amount(whole.weeks.likely), whole.weeks.likely),
            Figure(money(whole.cost.likely), whole.cost.likely),
            Figure(span(money(whole.cost.low), money(whole.cost.high))),
        )
    )
    return Table(columns, tuple(rows), total=True)


def _line(voice: Voice, number: int, package: Package) -> tuple[Cell, ...]:
    effort, weeks, cost = package.effort, package.weeks, package.cost
    return (
        Figure(str(number), number),
        voice.say(package.practice.title),
        owner(voice, package),
        Figure(f"{len(package.closes):,}", len(package.closes)),
        Figure(amount(effort.likely), effort.likely),
        Figure(amount(weeks.likely), weeks.likely),
        Figure(money(cost.likely), cost.likely),
        Figure(span(money(cost.low), money(cost.high))),
    )


def owner(voice: Voice, package: Package) -> str:
    """Who leads the package."""
    return role_title(voice, package.practice.owner)


def role_title(voice: Voice, role: str) -> str:
    """A role by its title; by its id where the book lacks it."""
    known = voice.library.book.roles.get(role)
    return voice.say(known.title) if known else role


def _scores_after(voice: Voice) -> Iterator[Table]:
    """The recomputed score of every target after each package, a few targets abreast."""
    targets = [target for target in voice.assessment.targets if target.checklist.id in voice.plan.score_before]
    for first in range(0, len(targets), MOST_TARGETS_ABREAST):
        abreast = targets[first : first + MOST_TARGETS_ABREAST]
        share = 0.49 / len(abreast)
        columns = (
            Column("", 0.05, figures=True, small=True),
            Column(voice.say(wording.AFTER_PACKAGES), 0.33, small=True),
            Column(voice.say(wording.FINISH), 0.13, small=True),
            *(Column(voice.say(target.checklist.certificate), share, figures=True, small=True) for target in abreast),
        )
        ids = [target.checklist.id for target in abreast]
        rows: list[tuple[Cell, ...]] = [
            (
                "",
                voice.say(wording.SCORE_NOW),
                voice.assessment.on.isoformat(),
                *(_points(voice, voice.plan.score_before.get(key)) for key in ids),
            )
        ]
        for number, package in _by_finish(voice):
            after = (_points(voice, package.score_after.get(key)) for key in ids)
            finish = package.finish.isoformat() if package.finish else "–"
            rows.append((Figure(str(number), number), voice.say(package.practice.title), finish, *after))
        yield Table(columns, tuple(rows))


def _by_finish(voice: Voice) -> list[tuple[int, Package]]:
    """The numbered packages in the order in which they finish: each score rests on all that finished before."""
    numbered = [(number, one) for number, one in enumerate(voice.plan.packages, start=1) if one.finish]
    return sorted(numbered, key=lambda pair: pair[1].finish or date.max)


def _points(voice: Voice, one: Interval | None) -> Figure:
    if one is None:
        return Figure(voice.say(wording.NO_SCORE))
    return Figure(voice.interval(one), percent(one.low))


def _card(voice: Voice, number: int, package: Package) -> Card:
    sign = Sign.CRITICAL if package.closes_critical else None
    return Card(
        voice.say(package.practice.title),
        voice.say(wording.UNDER_WAY) if package.under_way else "",
        tuple(_entries(voice, package)),
        sign=sign,
        numbered=str(number),
        close=True,
    )


def _entries(voice: Voice, package: Package) -> Iterator[Entry]:
    yield Entry(voice.say(wording.OWNER), owner(voice, package))
    levels = voice.say(wording.FROM_TO, start=LEVEL_NAMES[package.start_level], end=LEVEL_NAMES[package.end_level])
    yield Entry(voice.say(wording.PACKAGE_LEVELS), levels)
    yield Entry(voice.say(wording.MEASURES), _measures(voice, package))
    if package.start and package.finish:
        days = f"{package.start.isoformat()} – {package.finish.isoformat()}"
        yield Entry(voice.say(wording.DATES), days)
    if package.after:
        yield Entry(voice.say(wording.FIRST), "; ".join(practice_title(voice, key) for key in package.after))
    if package.use_after:
        in_use = "; ".join(practice_title(voice, key) for key in package.use_after)
        yield Entry(voice.say(wording.FIRST_IN_USE), in_use)
    if package.lacks:
        yield Entry(voice.say(wording.LACKS), "; ".join(role_title(voice, role) for role in package.lacks))
    closes = wording.CLOSES_CRITICAL if package.closes_critical else wording.CLOSES
    yield Entry(voice.say(closes), voice.titles(package.closes))
    for number, work in enumerate(package.works, start=1):
        yield Entry(voice.say(wording.STEP_ACTIONS, n=number), voice.items(work.step.actions))
        yield Entry(voice.say(wording.STEP_DELIVERABLES, n=number), voice.items(work.step.deliverables))
    basis = voice.say(package.practice.basis)
    if basis:
        yield Entry(voice.say(wording.BASIS), basis)


def _measures(voice: Voice, package: Package) -> str:
    effort, cost, weeks = package.effort, package.cost, package.weeks
    return voice.say(
        wording.MEASURES_LINE,
        effort=wording.EFFORT_RANGE.format(low=amount(effort.low), high=amount(effort.high)),
        cost=wording.COST_RANGE.format(low=money(cost.low), high=money(cost.high)),
        weeks=wording.WEEKS_RANGE.format(low=amount(weeks.low), high=amount(weeks.high)),
    )
