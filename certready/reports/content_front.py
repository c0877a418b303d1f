"""Page one: what the owner must know in thirty seconds."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import TargetAssessment
from certready.model import Criticality, Level, Requirement
from certready.reports import wording
from certready.reports.blocks import Bar, Figure, Need, Obstacle, Sign, Signed, Standing, Summary
from certready.reports.content_gaps import GRADE_SIGNS
from certready.reports.plan_told import short_day
from certready.reports.voice import MILLION, Voice, amount, millions, money, months
from certready.scoring import READY_FROM, Verdict, percent

MOST_OBSTACLES = 6
DAYS_A_WEEK = 7

SIGNS = {
    Verdict.READY: Sign.READY,
    Verdict.NEARLY: Sign.NEARLY,
    Verdict.DEVELOPING: Sign.DEVELOPING,
    Verdict.NOT_READY: Sign.NOT_READY,
    Verdict.UNDETERMINED: Sign.UNDETERMINED,
}


def summary(voice: Voice) -> Summary:
    """All of page one."""
    known, unknown = _gates(voice)
    shown = known[:MOST_OBSTACLES]
    return Summary(
        headline=_headline(voice),
        standings_title=voice.say(wording.STANDINGS_TITLE),
        standings=tuple(_standing(voice, target) for target in voice.assessment.targets),
        line_text=voice.say(wording.READY_LINE_NOTE),
        obstacles_title=voice.say(wording.OBSTACLES_TITLE),
        obstacles=tuple(_obstacle(voice, row) for row in shown),
        obstacles_more=_more(voice, len(known) - len(shown), len(known), len(unknown)),
        needs_title=voice.say(wording.NEEDS_TITLE),
        needs=tuple(_needs(voice)),
        needs_notes=tuple(_needs_notes(voice)),
        remarks=tuple(_remarks(voice)),
        notice=voice.say(wording.NOTICE),
    )


def verdict(voice: Voice, target: TargetAssessment) -> Signed:
    """Ready or not, in words and with a sign."""
    if not target.scope.ruling.binds:
        return Signed(Sign.UNDETERMINED, voice.say(wording.NOT_FOR_THIS_PLANT))
    if target.declared is None:
        return Signed(Sign.UNDETERMINED, voice.say(wording.NOTHING_TO_SCORE))
    return Signed(SIGNS[target.verdict], voice.say(wording.VERDICTS[target.verdict]))


def _headline(voice: Voice) -> str:
    targets = [target for target in voice.assessment.targets if target.declared is not None]
    ready = sum(target.verdict is Verdict.READY for target in targets)
    rows = [row for row in voice.assessment.requirements if row.binding]
    left = sum(row.standing.level is Level.UNKNOWN for row in rows)
    critical = sum(row.gap is Criticality.CRITICAL for row in rows)
    if not targets:
        return voice.say(wording.HEADLINE_NO_TARGET)
    if ready == len(targets) == 1:
        return voice.say(wording.HEADLINE_ONE_READY)
    if ready:
        return voice.say(wording.HEADLINE_READY, ready=ready, all=len(targets))
    if all(target.verdict is Verdict.UNDETERMINED for target in targets):
        return voice.say(wording.HEADLINE_UNKNOWN, open=f"{left:,}", all=f"{len(rows):,}")
    return voice.say(
        wording.HEADLINE_NOT_READY if left else wording.HEADLINE_ANSWERED_NOT_READY,
        critical=f"{critical:,}",
        gaps=wording.CRITICAL_GAP if critical == 1 else wording.CRITICAL_GAPS,
        open=f"{left:,}",
        questions=wording.QUESTION_LEFT if left == 1 else wording.QUESTIONS_LEFT,
    )


def _standing(voice: Voice, target: TargetAssessment) -> Standing:
    shown = voice.score(target.declared)
    return Standing(
        certificate=voice.say(target.checklist.certificate),
        target=voice.say(target.checklist.title),
        verdict=verdict(voice, target),
        score=Figure(shown.text if target.declared else "", shown.value),
        bar=score_bar(voice, target),
        declared_name=voice.say(wording.SCORE_DECLARED),
        backed=backed(voice, target),
        coverage=coverage(voice, target),
        line=ready_line(),
    )


def backed(voice: Voice, target: TargetAssessment) -> str:
    """The backed score, or that nobody has entered evidence yet."""
    if target.backed is None:
        return ""
    if not voice.assessment.has_evidence:
        return voice.say(wording.NO_EVIDENCE_YET)
    return voice.say(wording.SCORE_BACKED, score=voice.score(target.backed).text)


def coverage(voice: Voice, target: TargetAssessment) -> str:
    """How much of the weight is answered."""
    if target.coverage is None:
        return voice.say(wording.NO_COVERAGE)
    return voice.say(wording.COVERAGE, share=voice.percent(target.coverage))


def score_bar(voice: Voice, target: TargetAssessment) -> Bar | None:
    """The gated interval of a whole target as a bar."""
    if target.declared is None:
        return None
    low, high = percent(target.declared.interval.low), percent(target.declared.interval.high)
    counts = target.counts
    answered = voice.say(
        wording.ANSWERED_OF,
        answered=counts.answered + counts.carried,
        binding=counts.binding - counts.not_applicable,
    )
    text = voice.interval(target.declared.interval)
    return Bar(voice.say(wording.WHOLE_TARGET), low, high, text, note=answered, strong=True)


def _gates(voice: Voice) -> tuple[list[Requirement], list[Requirement]]:
    """What holds the scores down, each once, gravest first: with a known level, and still unanswered."""
    wanted = {
        row.id for target in voice.assessment.targets if target.declared is not None for row in target.declared.gates
    }
    rows = [row for row in voice.assessment.requirements if row.requirement.id in wanted]
    known = [row for row in voice.assessment.gaps() if row.requirement.id in wanted]
    unknown = [row.requirement for row in rows if row.standing.level is Level.UNKNOWN]
    known.sort(key=lambda row: (row.gap is not Criticality.CRITICAL, -len(row.targets)))
    return [row.requirement for row in known], unknown


def _obstacle(voice: Voice, requirement: Requirement) -> Obstacle:
    row = voice.assessment.requirement(requirement.id)
    level = row.standing.level if row else Level.UNKNOWN
    mark = GRADE_SIGNS[row.gap] if row and row.gap else Sign.UNDETERMINED
    return Obstacle(mark, voice.say(requirement.title), voice.level(level), requirement.id)


def _more(voice: Voice, hidden: int, known: int, unknown: int) -> str:
    """What is not named: further gates, and those still unanswered."""
    if not known and not unknown:
        return voice.say(wording.NO_OBSTACLES)
    if not known:
        return voice.say(wording.ONLY_UNKNOWN, n=f"{unknown:,}")
    said = [voice.say(wording.OBSTACLES_MORE, n=f"{hidden:,}") + "."] if hidden else []
    if unknown:
        text = wording.OBSTACLES_ONE_UNKNOWN if unknown == 1 else wording.OBSTACLES_UNKNOWN
        said.append(voice.say(text, n=f"{unknown:,}"))
    return " ".join(said)


def _needs(voice: Voice) -> Iterator[Need]:
    plan = voice.plan
    if not plan.packages:
        return
    effort = plan.effort
    note = voice.say(wording.FROM_CASE_TO_CASE, low=amount(effort.low), high=amount(effort.high))
    text = voice.say(wording.ABOUT_DAYS, likely=amount(effort.likely))
    yield Need(voice.say(wording.NEED_EFFORT), text, note, effort.low, effort.high)
    yield _cost(voice)
    yield _time(voice)


def _cost(voice: Voice) -> Need:
    """What half of the cases cost and what four of five do; the sum of all worst cases never comes about."""
    cost, sure = voice.plan.cost, voice.sure_of_all
    name = voice.say(wording.NEED_COST)
    if sure is None:
        case = voice.say(wording.FROM_CASE_TO_CASE, low=money(cost.low), high=money(cost.high))
        return Need(name, voice.say(wording.ABOUT_COST, likely=money(cost.likely)), case, cost.low, cost.high)
    half, most = sure.cost_half, sure.cost_most
    if most >= MILLION:
        text = voice.say(wording.MILLIONS_RANGE, low=millions(half), high=millions(most))
    else:
        text = voice.say(wording.COST_RANGE, low=money(half), high=money(most))
    return Need(name, text, voice.say(wording.HALF_TO_MOST), half, most)


def _time(voice: Voice) -> Need:
    """The day on which all is done, in half of the cases and in four of five."""
    weeks, sure = voice.plan.weeks, voice.sure_of_all
    name = voice.say(wording.NEED_TIME)
    if sure is not None and sure.done.half is not None and sure.done.most is not None:
        start = voice.plan.timetable.start
        half, most = ((day - start).days / DAYS_A_WEEK for day in (sure.done.half, sure.done.most))
        half_day, most_day = short_day(voice, sure.done.half), short_day(voice, sure.done.most)
        days = voice.say(wording.DONE_BETWEEN, half=half_day, most=most_day)
        return Need(name, days, voice.say(wording.HALF_TO_MOST), half, most)
    text = voice.say(wording.ABOUT_WEEKS, likely=amount(weeks.likely), months=months(weeks.likely))
    case = voice.say(wording.FROM_CASE_TO_CASE, low=amount(weeks.low), high=amount(weeks.high))
    return Need(name, text, case, weeks.low, weeks.high)


def _needs_notes(voice: Voice) -> Iterator[str]:
    plan = voice.plan
    if not plan.packages:
        yield voice.say(wording.NO_GAPS_TO_CLOSE)
    else:
        yield voice.say(wording.ESTIMATES)
        rates = wording.FX_ASSUMED if plan.fx_assumed else wording.FX_GIVEN
        yield voice.say(rates, usd=f"{plan.fx['USD']:.2f}", eur=f"{plan.fx['EUR']:.2f}")
    if plan.impossible:
        text = wording.IMPOSSIBLE_REMARK_ONE if len(plan.impossible) == 1 else wording.IMPOSSIBLE_REMARK
        yield voice.say(text, n=len(plan.impossible))
    if plan.open_questions:
        one = plan.open_questions == 1
        text = wording.PLAN_MAY_GROW_ONE if one else wording.PLAN_MAY_GROW
        yield voice.say(text, n=f"{plan.open_questions:,}")


def _remarks(voice: Voice) -> Iterator[str]:
    if not voice.assessment.targets:
        yield voice.say(wording.NO_TARGETS)
    facts = len(voice.assessment.open_facts)
    if facts:
        text = wording.OPEN_FACT_REMARK if facts == 1 else wording.OPEN_FACTS_REMARK
        yield voice.say(text, n=facts)


def ready_line() -> float:
    """The percent a score must reach, with no gate closed."""
    return float(READY_FROM)
