"""Critical gaps one by one, and all gaps by practice."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import AssessedRequirement
from certready.gaps import Grade
from certready.reports import wording
from certready.reports.blocks import (
    Block,
    Card,
    Cell,
    Column,
    Entry,
    Paragraph,
    Section,
    Sign,
    Signed,
    Stacked,
    Table,
)
from certready.reports.voice import Voice

GRADE_SIGNS = {Grade.CRITICAL: Sign.CRITICAL, Grade.MAJOR: Sign.MAJOR, Grade.MINOR: Sign.MINOR}


def critical_gaps(voice: Voice) -> Section:
    """What alone stops a certificate, told in full."""
    rows = [row for row in voice.assessment.gaps() if row.gap is Grade.CRITICAL]
    blocks: list[Block] = [Paragraph(voice.say(wording.CRITICAL_INTRO if rows else wording.NO_CRITICAL))]
    blocks.extend(_card(voice, row) for row in rows)
    return Section("critical", voice.say(wording.CRITICAL_TITLE), tuple(blocks))


def _card(voice: Voice, row: AssessedRequirement) -> Card:
    requirement = row.requirement
    return Card(voice.say(requirement.title), requirement.id, tuple(_entries(voice, row)), sign=Sign.CRITICAL)


def _entries(voice: Voice, row: AssessedRequirement) -> Iterator[Entry]:
    requirement, answer = row.requirement, row.standing.answer
    yield Entry(voice.say(wording.ASKED), voice.say(requirement.question))
    yield Entry(voice.say(wording.LEVEL_NOW), voice.level(row.standing.level))
    gravity = _gravity(voice, row)
    if gravity:
        yield Entry(voice.say(wording.GRAVITY), gravity)
    if answer and answer.note:
        yield Entry(voice.say(wording.NOTE_OF_PLANT), answer.note)
    yield Entry(voice.say(wording.TO_SHOW), voice.items(requirement.evidence))
    if voice.items(requirement.pitfalls):
        yield Entry(voice.say(wording.HOW_PLANTS_FAIL), voice.items(requirement.pitfalls))
    yield Entry(voice.say(wording.ASKED_BY), voice.cites(row))
    yield Entry(voice.say(wording.PRACTICE), practice_title(voice, requirement.practice))


def _gravity(voice: Voice, row: AssessedRequirement) -> str:
    answer = row.standing.answer
    said = [voice.say(wording.REPEATED)] if answer and answer.repeat else []
    if answer and answer.released:
        said.append(voice.say(wording.RELEASED))
    if row.n19 is not None:
        said.append(voice.say(wording.N19_GRADE, n=row.n19))
    return "; ".join(said)


def practice_title(voice: Voice, practice: str) -> str:
    """A practice by its title; by its id where the book lacks it."""
    known = voice.library.book.practices.get(practice)
    return voice.say(known.title) if known else practice


def gaps_by_practice(voice: Voice) -> Section:
    """Every gap with the evidence to prepare, gathered as the plan gathers them."""
    title = voice.say(wording.GAPS_TITLE)
    grouped: dict[str, list[AssessedRequirement]] = {package.practice.id: [] for package in voice.plan.packages}
    for row in voice.assessment.gaps():
        grouped.setdefault(row.requirement.practice, []).append(row)
    if not any(grouped.values()):
        return Section("gaps", title, (Paragraph(voice.say(wording.NO_GAPS)),))
    rows: list[tuple[Cell, ...]] = []
    for practice, found in grouped.items():
        if found:
            count = wording.GAP_OF_PRACTICE if len(found) == 1 else wording.GAPS_OF_PRACTICE
            rows.append((f"{practice_title(voice, practice)} · {voice.say(count, n=len(found))}",))
            rows.extend(_row(voice, row) for row in found)
    columns = (
        Column(voice.say(wording.GRADE), 0.1),
        Column(voice.say(wording.REQUIREMENT), 0.36),
        Column(voice.say(wording.LEVEL_NOW), 0.16),
        Column(voice.say(wording.EVIDENCE_TO_PREPARE), 0.38, small=True),
    )
    return Section("gaps", title, (Paragraph(voice.say(wording.GAPS_INTRO)), Table(columns, tuple(rows))))


def _row(voice: Voice, row: AssessedRequirement) -> tuple[Cell, ...]:
    """A gap with the evidence to prepare; that of critical gaps was told one by one."""
    grade = row.gap or Grade.MINOR
    told = grade is Grade.CRITICAL
    evidence = voice.say(wording.TOLD_ABOVE) if told else "; ".join(voice.items(row.requirement.evidence))
    return (
        Signed(GRADE_SIGNS[grade], voice.say(wording.GRADES[grade])),
        Stacked(voice.say(row.requirement.title), voice.cites(row)),
        voice.level(row.standing.level),
        evidence,
    )
