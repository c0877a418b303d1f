"""The plan at a glance: its dates, how sure they are, its pictures, and what the authorities charge."""

from __future__ import annotations

from collections.abc import Iterator

from certready.milestones import Kind
from certready.reports import wording_course as words
from certready.reports.blocks import Block, Bullets, Heading, Paragraph, Section, Table
from certready.reports.content_fees import fees
from certready.reports.content_pictures import amounts, curves, timeline
from certready.reports.plan_told import PlanTold, plan_told
from certready.reports.voice import Voice, money
from certready.reports.wording import NO_PLAN

LEFT_TOGETHER = 10  # packages told in one paragraph


def course(voice: Voice) -> Section:
    """What the owner must see of the plan."""
    told = plan_told(voice, voice.limited, voice.forecast)
    warned = [Bullets(told.warnings)] if told.warnings else []
    blocks = [Paragraph(_intro(voice)), *warned, *_dates(voice, told)]
    if any(package.spans for package in voice.plan.packages):
        blocks.extend(_pictures(voice))
    blocks.extend(fees(voice))
    return Section("course", voice.say(words.TITLE), tuple(blocks), fresh=True, for_owner=True)


def _intro(voice: Voice) -> str:
    plan = voice.plan
    if not plan.packages:
        return voice.say(NO_PLAN)
    if not plan.timetable.spans:
        return voice.say(words.INTRO_NOBODY)
    text = words.INTRO_ONE if len(plan.packages) == 1 else words.INTRO
    table = plan.timetable
    said = voice.say(text, n=len(plan.packages), start=voice.day(table.start), finish=voice.day(table.finish))
    return f"{said} {voice.say(words.INTRO_UNDATED, n=len(plan.impossible))}" if plan.impossible else said


def _dates(voice: Voice, told: PlanTold) -> Iterator[Block]:
    """The milestones, how sure they are in plain words, and what the plant's own limits do to them."""
    if told.milestones.rows:
        yield Heading(told.milestones_title)
        yield told.milestones if voice.forecast else _without_shares(told.milestones)
        notes = [words.MILESTONES_NOTE] if voice.forecast else []
        if any(row.kind is Kind.CERTIFICATE and row.latest and row.why is None for row in voice.milestones):
            notes.append(words.CERTIFICATE_NOTE)
        if notes:
            yield Paragraph(" ".join(voice.say(text) for text in notes), quiet=True)
    if told.sure:
        yield Paragraph(" ".join(told.sure))
    if told.limits and voice.plan.packages:
        yield Heading(voice.say(words.LIMITS), listed=False)
        yield Bullets((*told.limits, *told.prices))
        for at in range(0, len(told.left_out), LEFT_TOGETHER):
            lead = f"{voice.say(words.LEFT_OUT)} " if at == 0 else ""
            yield Paragraph(lead + "; ".join(told.left_out[at : at + LEFT_TOGETHER]) + ".", quiet=True)


def _without_shares(table: Table) -> Table:
    """Where nothing was simulated, the plan's own dates alone."""
    return Table(table.columns[:2], tuple(row[:2] for row in table.rows))


def _pictures(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say(words.TIMELINE))
    yield timeline(voice)
    yield Heading(voice.say(words.CURVES))
    yield curves(voice)
    spent = amounts(voice)
    if spent is not None:
        yield Heading(voice.say(words.QUARTERS))
        yield spent
        sure = voice.sure_of_all
        text = words.QUARTERS_NOTE if sure else words.QUARTERS_NOTE_PLAIN
        note = voice.say(text, most=money(sure.cost_most) if sure else "")
        undated = f" {voice.say(words.QUARTERS_UNDATED)}" if voice.plan.impossible else ""
        yield Paragraph(note + undated, quiet=True)
