"""What the owner must decide this month, and the first things to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from certready.model import Criticality, Level
from certready.reports import wording_letter as words
from certready.reports.blocks import Point
from certready.reports.content_plan import role_title
from certready.reports.quarters import MONTHS_A_QUARTER, by_quarter
from certready.reports.voice import Voice, amount, money, whole
from certready.reports.wording import MONTHS
from certready.scoring import Verdict

MOST_DECISIONS = 4
FIRST = 3  # things to start
SAFE = 0.8  # share of the cases in which a date is kept that may be promised


def decisions(voice: Voice) -> list[Point]:
    """The gravest first, and no more than a page has room for."""
    found = [*_people(voice), *_money(voice), *_date(voice), *_answers(voice), *_time(voice), *_apply(voice)]
    if not found:
        found = [Point(voice.say(words.DECIDE_KEEP), voice.say(words.DECIDE_KEEP_TEXT))]
    return found[:MOST_DECISIONS]


def _people(voice: Voice) -> Iterator[Point]:
    left = voice.plan.impossible
    if left:
        roles = ", ".join(dict.fromkeys(role_title(voice, role) for row in left for role in row.lacks))
        text = voice.say(words.DECIDE_PEOPLE_TEXT, n=len(left), all=len(voice.plan.packages), roles=roles)
        yield Point(voice.say(words.DECIDE_PEOPLE), text)


def _money(voice: Voice) -> Iterator[Point]:
    plan, sure, limited = voice.plan, voice.sure_of_all, voice.limited
    lead = voice.say(words.DECIDE_MONEY)
    said = []
    quarters = by_quarter(plan)
    if quarters and plan.cost.likely:
        first = quarters[0]
        months = (MONTHS_A_QUARTER * (first.number - 1), MONTHS_A_QUARTER * first.number - 1)
        named = words.QUARTER.format(first=MONTHS[months[0]], last=MONTHS[months[1]], year=first.year)
        most = sure.cost_most if sure else plan.cost.likely
        text = words.DECIDE_MONEY_TEXT if sure else words.DECIDE_MONEY_LIKELY
        said.append(voice.say(text, first=money(first.cost.likely), quarter=named, most=money(most)))
    if limited is not None and limited.limits.budget is not None and limited.short_of_money:
        chosen, everything = (sum(not row.lacks for row in one.packages) for one in (limited.plan, limited.full))
        budget = money(limited.limits.budget)
        said.append(voice.say(words.DECIDE_BUDGET_TEXT, budget=budget, chosen=chosen, all=everything))
    if said:
        yield Point(lead, " ".join(said))


def _date(voice: Voice) -> Iterator[Point]:
    limited, sure = voice.limited, voice.forecast
    if limited is None or limited.limits.ready_by is None or not voice.plan.packages:
        return
    lead, by = voice.say(words.DECIDE_DATE), voice.day(limited.limits.ready_by)
    if limited.done is None:
        yield Point(lead, voice.say(words.DECIDE_DATE_NEVER, by=by))
    elif limited.short_of_time:
        yield Point(lead, voice.say(words.DECIDE_DATE_TEXT, by=by, done=voice.day(limited.done)))
    elif sure is not None and sure.in_time is not None and sure.in_time < SAFE:
        yield Point(lead, voice.say(words.DECIDE_RISK_TEXT, by=by, share=whole(100 * sure.in_time)))


def _answers(voice: Voice) -> Iterator[Point]:
    left = voice.plan.open_questions
    if left:
        text = words.DECIDE_ANSWER_TEXT if left == 1 else words.DECIDE_ANSWERS_TEXT
        yield Point(voice.say(words.DECIDE_ANSWERS), voice.say(text, n=f"{left:,}"))


def _time(voice: Voice) -> Iterator[Point]:
    plan = voice.plan
    load: dict[str, float] = {}
    for work in (work for row in plan.packages if row.spans for work in row.works):
        for role, share in work.step.shares.items():
            load[role] = load.get(role, 0.0) + share * work.effort.likely
    if not load or not plan.timetable.spans:
        return
    role = max(load, key=lambda key: load[key])
    text = voice.say(
        words.DECIDE_TIME_TEXT,
        days=amount(sum(load.values())),
        finish=voice.day(plan.timetable.finish),
        role=role_title(voice, role),
        most=amount(load[role]),
    )
    yield Point(voice.say(words.DECIDE_TIME), " ".join((text, *_relieved(voice))))


def _relieved(voice: Voice) -> Iterator[str]:
    """What more people would bring where the plan waits for them."""
    found = voice.relief
    if found is not None:
        role, figures = role_title(voice, found.role), {"people": f"{found.people:g}", "more": f"{found.more:g}"}
        yield voice.say(words.DECIDE_RELIEF_TEXT, role=role, then=voice.day(found.then), **figures)


def _apply(voice: Voice) -> Iterator[Point]:
    ready = [target for target in voice.assessment.targets if target.verdict is Verdict.READY]
    if ready:
        names = "; ".join(voice.say(target.checklist.certificate) for target in ready)
        yield Point(voice.say(words.DECIDE_APPLY), voice.say(words.DECIDE_APPLY_TEXT, certificates=names))


def starts(voice: Voice) -> tuple[Point, ...]:
    """The packages that begin first, each by its first action; else the chapters to answer first."""
    rows = [row for row in voice.plan.packages if row.start is not None]
    rows.sort(key=lambda row: (row.start or date.max, not row.closes_critical))
    found = []
    for row in rows[:FIRST]:
        action = next((one for work in row.works for one in voice.items(work.step.actions)), "")
        who = role_title(voice, row.practice.owner)
        found.append(Point(voice.say(words.START_LEAD, title=row.practice.title, who=who), _sentence(action)))
    found.extend(_to_answer(voice, FIRST - len(found)))
    return tuple(found) or (Point(voice.say(words.START_REVIEW), voice.say(words.START_REVIEW_TEXT)),)


def _to_answer(voice: Voice, most: int) -> Iterator[Point]:
    """The chapters with most decisive questions open."""
    rows = [row for row in voice.assessment.requirements if row.binding and row.standing.level is Level.UNKNOWN]
    chapters: dict[str, list[bool]] = {}
    for row in rows:
        decisive = row.requirement.criticality is Criticality.CRITICAL
        chapters.setdefault(row.requirement.chapter, []).append(decisive)
    order = sorted(chapters, key=lambda key: (-sum(chapters[key]), -len(chapters[key])))
    titles = {one.id: one.title for known in voice.library.checklists.values() for one in known.chapters}
    for chapter in order[:most]:
        count, critical = len(chapters[chapter]), sum(chapters[chapter])
        title = voice.say(titles[chapter]) if chapter in titles else chapter
        text = words.START_ASK_ONE if count == 1 else words.START_ASK_TEXT
        yield Point(voice.say(words.START_ASK, chapter=title), voice.say(text, n=count, critical=critical))


def _sentence(text: str) -> str:
    return text if not text or text.endswith(".") else f"{text}."
