"""A plan told: milestones, limits, how sure it is, packages on a time line, next moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from certready.limiting import Limited
from certready.milestones import Kind, Milestone, Why, filings, milestones
from certready.model import Fee, TimeUnit
from certready.packages import Package
from certready.planning import Plan, make_plan
from certready.reports import wording, wording_plan
from certready.reports.blocks import Cell, Column, Table
from certready.reports.plain import through_the_gate
from certready.reports.voice import Voice, amount, money, whole
from certready.scoring import Interval
from certready.uncertainty import Days, Forecast

MOST_FEES = 6
INITIALS = re.compile(r"\(([A-Z]{3,})\)(.*)")
AFTERTHOUGHT = re.compile(r"[,;]| y | and ")


@dataclass(frozen=True, slots=True)
class Line:
    """One package on the time line; places are shares of the whole length, work and waiting of each step in turn."""

    number: str
    title: str
    critical: bool
    told: tuple[str, ...]
    strokes: tuple[tuple[float, float, float], ...]  # start, end of work, end of waiting


@dataclass(frozen=True, slots=True)
class PlanTold:
    """Everything a pen needs to draw a plan, as plain text in one language."""

    supplier: str
    title: str
    warnings: tuple[str, ...]
    limits_title: str
    limits: tuple[str, ...]
    prices_title: str
    prices: tuple[str, ...]
    left_out_title: str
    left_out: tuple[str, ...]
    milestones_title: str
    milestones: Table
    sure: tuple[str, ...]
    timeline_title: str
    legend: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]


def plan_told(voice: Voice, limited: Limited | None, forecast: Forecast | None, *, from_file: bool = False) -> PlanTold:
    """The plan of a voice, with the limits it was made under and how sure it is."""
    plan, assessment = voice.plan, voice.assessment
    found = milestones(voice.library, assessment, plan)
    told = PlanTold(
        supplier=assessment.supplier.name.strip() or voice.say(wording.NO_NAME),
        title=voice.say(wording.PLAN_TITLE),
        warnings=tuple(_nobody(voice)),
        limits_title=voice.say(wording_plan.LIMITS),
        limits=tuple(_limits(voice, limited, from_file=from_file)) if limited else (),
        prices_title=voice.say(wording_plan.SCORE_THEN),
        prices=tuple(_prices(voice, limited)) if limited and limited.left_out else (),
        left_out_title=voice.say(wording_plan.LEFT_OUT),
        left_out=tuple(_left_out(voice, limited.left_out)) if limited else (),
        milestones_title=voice.say(wording_plan.MILESTONES),
        milestones=_milestones(voice, found, forecast),
        sure=(*_sure(voice, limited, forecast), *_relief(voice)),
        timeline_title=voice.say(wording_plan.TIMELINE),
        legend=_legend(voice),
        lines=tuple(_lines(voice)),
        notes=tuple(_notes(voice, found, limited)),
    )
    return through_the_gate(told)


def short_day(voice: Voice, day: date) -> str:
    """A date in few letters."""
    return voice.say(wording_plan.SHORT_DAY, day=day.day, month=wording_plan.SHORT_MONTHS[day.month - 1], year=day.year)


def in_short(certificate: str) -> str:
    """A certificate's name for a narrow column: by its initials where it has some, without what follows a comma."""
    initials = INITIALS.search(certificate)
    name = f"{initials[1]}{initials[2]}" if initials else certificate
    return AFTERTHOUGHT.split(name, maxsplit=1)[0].removesuffix(" y").removesuffix(" and")


def _certificate(voice: Voice, target: str | None) -> str:
    checklist = voice.library.checklists.get(target or "")
    return voice.say(checklist.certificate) if checklist else target or ""


def _titles(voice: Voice, packages: Iterable[Package]) -> str:
    return "; ".join(voice.say(row.practice.title) for row in packages)


def _nobody(voice: Voice) -> Iterator[str]:
    """For every role with too few people: who waits for it, and what its usual number of people would do."""
    plan, book = voice.plan, voice.library.book
    for role in dict.fromkeys(role for row in plan.impossible for role in row.lacks):
        waiting = [row for row in plan.impossible if role in row.lacks]
        effort = sum(work.step.shares.get(role, 0.0) * work.effort.likely for row in waiting for work in row.works)
        enough = max(book.roles[role].capacity, 0.1)
        yield voice.say(
            wording_plan.NOBODY,
            people=f"{plan.team[role]:g}",
            role=book.roles[role].title,
            n=len(waiting),
            effort=amount(effort),
            names=_titles(voice, waiting),
            enough=f"{enough:g}",
            option=role,
            done=voice.day(_done_with(voice, plan)),
        )


def _done_with(voice: Voice, plan: Plan) -> date:
    """The day the plan would end if every role that lacks people had its usual number."""
    assessment, roles = voice.assessment, voice.library.book.roles
    lacking = {role for row in plan.impossible for role in row.lacks}
    team = {**assessment.supplier.plan.team, **{role: max(roles[role].capacity, 0.1) for role in lacking}}
    supplier = replace(assessment.supplier, plan=replace(assessment.supplier.plan, team=team))
    return make_plan(voice.library, replace(assessment, supplier=supplier)).timetable.finish


def _limits(voice: Voice, limited: Limited, *, from_file: bool) -> Iterator[str]:
    limits = limited.limits
    if limits.budget is not None:
        yield from _budget(voice, limited, money(limits.budget))
    if limits.ready_by is not None:
        yield _date(voice, limited, voice.day(limits.ready_by))
    if from_file and limited.left_out:
        yield voice.say(wording_plan.IGNORE_LIMITS)


def _budget(voice: Voice, limited: Limited, budget: str) -> Iterator[str]:
    plan, full = limited.plan, limited.full
    if not limited.short_of_money:
        yield voice.say(wording_plan.BUDGET_FITS, budget=budget, cost=money(limited.full_cost))
        return
    if not plan.packages and limited.left_out and limited.limits.ready_by is None:
        first = limited.left_out[0].practice.title
        yield voice.say(wording_plan.BUDGET_NOTHING, budget=budget, first=first, cost=money(limited.first_cost))
    else:
        figures = {"cost": money(limited.cost), "full": money(limited.full_cost)}
        chosen, everything = _doable(plan), _doable(full)
        yield voice.say(wording_plan.BUDGET_SHORT, budget=budget, chosen=chosen, all=everything, **figures)
    if limited.critical_cost is not None:
        yield voice.say(wording_plan.CRITICAL_COSTS, cost=money(limited.critical_cost))
    if not plan.packages and limited.cheapest:
        cost = money(sum(row.cost.likely for row in limited.cheapest))
        yield voice.say(wording_plan.CHEAPEST, names=_titles(voice, limited.cheapest), cost=cost)
    if limited.affordable:
        yield voice.say(wording_plan.STILL_AFFORDABLE, names=_titles(voice, limited.affordable))


def _date(voice: Voice, limited: Limited, by: str) -> str:
    if limited.done is None:
        return voice.say(wording_plan.DATE_NEVER, by=by)
    chosen, everything = _doable(limited.plan), _doable(limited.full)
    open_ = limited.plan.open_questions
    sure = not open_ or all(limited.full.ready.values())
    sentence = wording_plan.DATE_FITS if sure else wording_plan.DATE_FITS_KNOWN
    if limited.short_of_time:
        sentence = wording_plan.DATE_SHORT if chosen else wording_plan.DATE_NOTHING
    return voice.say(sentence, by=by, done=voice.day(limited.done), chosen=chosen, all=everything, n=open_)


def _doable(plan: Plan) -> int:
    return sum(not row.lacks for row in plan.packages)


def _prices(voice: Voice, limited: Limited) -> Iterator[str]:
    for target, price in limited.prices.items():
        same = price.chosen == price.full and price.chosen_verdict is price.full_verdict
        yield voice.say(
            wording_plan.NO_PRICE if same else wording_plan.PRICE,
            target=_certificate(voice, target),
            chosen=voice.interval(price.chosen),
            full=voice.interval(price.full),
            chosen_verdict=wording_plan.VERDICTS[price.chosen_verdict],
            full_verdict=wording_plan.VERDICTS[price.full_verdict],
        )


def _left_out(voice: Voice, packages: Sequence[Package]) -> Iterator[str]:
    for row in packages:
        yield voice.say(
            wording_plan.LEFT_LINE,
            title=row.practice.title,
            cost=money(row.cost.likely),
            weeks=amount(row.weeks.likely),
            n=len(row.closes),
        )


def _milestones(voice: Voice, found: Sequence[Milestone], forecast: Forecast | None) -> Table:
    columns = (
        Column(voice.say(wording_plan.MILESTONE), 0.4),
        Column(voice.say(wording_plan.BY_PLAN), 0.24),
        Column(voice.say(wording_plan.HALF), 0.18),
        Column(voice.say(wording_plan.MOST), 0.18),
    )
    rows: list[tuple[Cell, ...]] = []
    for row in found:
        if row.why in {Why.DOES_NOT_APPLY, Why.NO_CERTIFICATE}:
            continue
        name = voice.say(wording_plan.KINDS[row.kind], target=in_short(_certificate(voice, row.target)))
        days = _days(row, forecast)
        rows.append((name, _when(voice, row), *(short_day(voice, day) if day else "" for day in days)))
    return Table(columns, tuple(rows))


def _days(row: Milestone, forecast: Forecast | None) -> tuple[date | None, date | None]:
    days: Days | None = None
    if forecast is not None and row.day is not None:
        if row.kind is Kind.NO_CRITICAL_GAP:
            days = forecast.no_critical_gap
        elif row.kind is Kind.READY:
            days = forecast.ready.get(row.target or "")
    return (days.half, days.most) if days else (None, None)


def _when(voice: Voice, row: Milestone) -> str:
    if row.why is Why.HELD and row.latest is not None:
        return voice.say(wording_plan.HELD_UNTIL, day=short_day(voice, row.latest))
    if row.why is not None:
        return voice.say(wording_plan.WHYS[row.why])
    first = short_day(voice, row.day) if row.day else ""
    if row.latest is None:
        return voice.say(wording_plan.SO_FAR, day=first) if row.so_far else first
    last = short_day(voice, row.latest)
    sentence = wording_plan.RANGE_OF_DAYS if first else wording_plan.AT_THE_LATEST
    return voice.say(sentence, first=first, last=last)


def _sure(voice: Voice, limited: Limited | None, forecast: Forecast | None) -> Iterator[str]:
    if forecast is None or forecast.done.half is None or forecast.done.most is None:
        return
    yield voice.say(
        wording_plan.HOW_SURE_DOABLE if voice.plan.impossible else wording_plan.HOW_SURE,
        draws=forecast.draws,
        half=voice.day(forecast.done.half),
        most=voice.day(forecast.done.most),
        cost_half=money(forecast.cost_half),
        cost_most=money(forecast.cost_most),
    )
    limits = limited.limits if limited else None
    if limits and limits.ready_by and forecast.in_time is not None:
        share = whole(100 * forecast.in_time)
        yield voice.say(wording_plan.IN_TIME, day=voice.day(limits.ready_by), share=share)
    if limits and limits.budget is not None and forecast.in_budget is not None:
        share = whole(100 * forecast.in_budget)
        yield voice.say(wording_plan.IN_BUDGET, money=money(limits.budget), share=share)


def _relief(voice: Voice) -> Iterator[str]:
    """Whom the plan waits for, where more people would end it weeks earlier."""
    found = voice.relief
    if found is not None:
        yield voice.say(
            wording_plan.RELIEF,
            role=voice.library.book.roles[found.role].title,
            people=f"{found.people:g}",
            more=f"{found.more:g}",
            then=voice.day(found.then),
            finish=voice.day(found.finish),
            option=found.role,
        )


def _legend(voice: Voice) -> str:
    table = voice.plan.timetable
    return voice.say(wording_plan.LEGEND, start=short_day(voice, table.start), finish=short_day(voice, table.finish))


def _lines(voice: Voice) -> Iterator[Line]:
    plan = voice.plan
    length = max(plan.timetable.days, 1)
    before = _scores_before(plan)
    for number, row in enumerate(plan.packages, start=1):
        yield Line(
            number=str(number),
            title=voice.say(row.practice.title),
            critical=row.closes_critical,
            told=tuple(_facts(voice, row, before.get(row.practice.id, plan.score_before))),
            strokes=tuple((span.begins / length, span.worked / length, span.ripe / length) for span in row.spans),
        )


def _scores_before(plan: Plan) -> dict[str, Mapping[str, Interval]]:
    """For each package, the scores on the day before it finishes."""
    last = plan.score_before
    found: dict[str, Mapping[str, Interval]] = {}
    for row in sorted((row for row in plan.packages if row.finish), key=lambda row: row.finish or date.max):
        found[row.practice.id] = last
        last = row.score_after
    return found


def _facts(voice: Voice, row: Package, before: Mapping[str, Interval]) -> Iterator[str]:
    role = voice.library.book.roles.get(row.practice.owner)
    owner = voice.say(role.title) if role else row.practice.owner
    if row.start and row.finish:
        days = voice.say(
            wording_plan.FROM_TO_DAYS, start=short_day(voice, row.start), finish=short_day(voice, row.finish)
        )
        yield f"{days} · {owner}"
    elif row.lacks:
        roles = ", ".join(voice.say(voice.library.book.roles[key].title) for key in row.lacks)
        yield voice.say(wording_plan.UNDATED, roles=roles)
    if row.since and row.head_start:
        share = f"{whole(100 * row.head_start)} %"
        yield voice.say(wording_plan.UNDER_WAY_SINCE, day=short_day(voice, row.since), share=share)
    elif row.under_way:
        yield voice.say(wording_plan.UNDER_WAY)
    yield voice.say(
        wording_plan.PACKAGE_LINE,
        effort=amount(row.effort.likely),
        cost=money(row.cost.likely),
        n=len(row.closes),
    )
    moved = [
        f"{target} {voice.interval(before[target])} → {voice.interval(after)}"
        for target, after in row.score_after.items()
        if target in before and voice.interval(before[target]) != voice.interval(after)
    ]
    if moved:
        yield "; ".join(moved)


def _notes(voice: Voice, found: Sequence[Milestone], limited: Limited | None) -> Iterator[str]:
    plan = voice.plan
    if not plan.packages:
        if limited is None or not limited.full.packages:
            yield voice.say(wording.NO_PLAN)
        yield from _open_questions(voice)
        return
    yield voice.say(
        wording_plan.WHOLE,
        n=len(plan.packages),
        effort=amount(plan.effort.likely),
        cost=money(plan.cost.likely),
        start=short_day(voice, plan.timetable.start),
        finish=short_day(voice, plan.timetable.finish),
    )
    terms = list(dict.fromkeys(term for row in found for term in row.terms))
    if terms:
        names = "; ".join(_term(voice, term) for term in terms)
        yield voice.say(wording_plan.CERTIFICATE_BASIS, terms=names)
    fees = list(dict.fromkeys(fee for row in found for fee in row.fees if fee.currency))
    fees += [fee for fee in _filed(voice) if fee not in fees]
    if fees:
        names = "; ".join(_fee(voice, fee) for fee in fees[:MOST_FEES])
        yield voice.say(wording_plan.FEES_LEFT_OUT, fees=names + ("; …" if len(fees) > MOST_FEES else ""))
    rates = wording.FX_ASSUMED if plan.fx_assumed else wording.FX_GIVEN
    yield voice.say(rates, usd=f"{plan.fx['USD']:.2f}", eur=f"{plan.fx['EUR']:.2f}")
    yield from _open_questions(voice)


def _open_questions(voice: Voice) -> Iterator[str]:
    plan = voice.plan
    if plan.open_questions:
        one = plan.open_questions == 1
        text = wording.PLAN_MAY_GROW_ONE if one else wording.PLAN_MAY_GROW
        yield voice.say(text, n=f"{plan.open_questions:,}")


def _filed(voice: Voice) -> Iterator[Fee]:
    targets = [target.checklist.id for target in voice.assessment.targets if target.declared is not None]
    for package in voice.plan.packages:
        for fee in filings(voice.library, package, targets, voice.assessment.on):
            if fee.currency and fee.verified:
                yield fee


def _term(voice: Voice, fee: Fee) -> str:
    figure = f"{fee.value:g}" if fee.value is not None else f"{fee.low:g}–{fee.high:g}"
    unit = wording_plan.MONTHS_TERM if fee.unit is TimeUnit.MONTHS else wording_plan.DAYS_TERM
    return voice.say(wording_plan.TERM, title=fee.title, figure=unit.format(figure=figure))


def _fee(voice: Voice, fee: Fee) -> str:
    known = fee.payable if fee.payable is not None else fee.value
    figure = f"{known:,.0f}" if known is not None else f"{fee.low or 0:,.0f}–{fee.high or 0:,.0f}"
    unsure = "" if fee.verified else voice.say(wording_plan.TO_BE_CHECKED)
    return voice.say(wording_plan.FEE, title=fee.title, amount=figure, currency=fee.currency, unsure=unsure)
