"""How the figures are made and what they rest on: one page."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import TargetAssessment
from certready.model import LADDER, Checklist, Criticality, Period
from certready.phrases import LEVEL_NAMES
from certready.reports import wording_records as words
from certready.reports.blocks import Cell, Column, Entry, Facts, Heading, Paragraph, Section, Stacked, Table
from certready.reports.voice import Voice
from certready.reports.wording import BASIS_NOTE
from certready.scoring import (
    ATTAINMENT,
    CAP_CRITICAL_OPEN,
    CAP_ONE_BROKEN,
    CAP_SEVERAL_BROKEN,
    DEVELOPING_FROM,
    METHOD,
    NEARLY_FROM,
    READY_FROM,
    WEIGHT,
)

SHOWN_OF_CHECKSUM = 12


def method(voice: Voice, version: str) -> Section:
    """The method in plain words, and the editions with their checksums."""
    return Section(
        "method",
        voice.say(words.METHOD_TITLE),
        (
            Paragraph(voice.say(words.METHOD_INTRO, method=METHOD, version=version)),
            Facts(tuple(_entries(voice))),
            Heading(voice.say(words.EDITIONS)),
            _editions(voice),
            Paragraph(voice.say(BASIS_NOTE), quiet=True),
        ),
    )


def _entries(voice: Voice) -> Iterator[Entry]:
    levels = ", ".join(
        voice.say(words.LEVEL_PERCENT, level=LEVEL_NAMES[level], percent=ATTAINMENT[level]) for level in LADDER
    )
    yield Entry(voice.say(words.LEVELS_NAME), voice.say(words.LEVELS_TEXT, levels=levels))
    weights = {grade.value: WEIGHT[grade] for grade in Criticality}
    yield Entry(voice.say(words.WEIGHTS_NAME), voice.say(words.WEIGHTS_TEXT, **weights))
    caps = {"several": CAP_SEVERAL_BROKEN, "one": CAP_ONE_BROKEN, "open": CAP_CRITICAL_OPEN}
    yield Entry(voice.say(words.GATES_NAME), voice.say(words.GATES_TEXT, **caps))
    yield Entry(voice.say(words.INTERVAL_NAME), voice.say(words.INTERVAL_TEXT))
    bands = {"ready": READY_FROM, "nearly": NEARLY_FROM, "developing": DEVELOPING_FROM}
    yield Entry(voice.say(words.BANDS_NAME), voice.say(words.BANDS_TEXT, **bands))
    yield Entry(voice.say(words.TWO_SCORES_NAME), voice.say(words.TWO_SCORES_TEXT))
    yield Entry(voice.say(words.GAP_GRADES_NAME), voice.say(words.GAP_GRADES_TEXT))
    yield Entry(voice.say(words.PLAN_NAME), voice.say(words.PLAN_TEXT))


def _editions(voice: Voice) -> Table:
    columns = (
        Column(voice.say(words.CHECKLIST), 0.31, small=True),
        Column(voice.say(words.EDITION), 0.34, small=True),
        Column(voice.say(words.IN_FORCE), 0.13, small=True),
        Column(voice.say(words.AS_OF), 0.1, small=True),
        Column(voice.say(words.SHA256), 0.12, small=True),
    )
    rows: list[tuple[Cell, ...]] = [_edition(voice, checklist) for checklist in _used(voice)]
    for key, name in (("profile", words.PROFILE_FILE), ("practices", words.PRACTICES_FILE)):
        if key in voice.library.sources:
            as_of = voice.library.book.as_of if key == "practices" else None
            day = as_of.isoformat() if as_of else "–"
            rows.append((Stacked(voice.say(name), key), "–", "–", day, _checksum(voice, key)))
    source = voice.assessment.supplier.source
    if source is not None:
        own = Stacked(voice.say(words.SUPPLIER_FILE), source.name)
        rows.append((own, "–", "–", voice.assessment.on.isoformat(), source.sha256[:SHOWN_OF_CHECKSUM]))
    return Table(columns, tuple(rows))


def _used(voice: Voice) -> Iterator[Checklist]:
    """The checklists of the targets and all that they take requirements from, each once."""
    seen: dict[str, None] = {}
    for target in voice.assessment.targets:
        seen.setdefault(target.checklist.id)
        for name in _owners(target):
            seen.setdefault(name)
    return (voice.library.checklists[name] for name in seen if name in voice.library.checklists)


def _owners(target: TargetAssessment) -> Iterator[str]:
    return (duty.requirement.checklist for duty in target.scope.duties)


def _edition(voice: Voice, checklist: Checklist) -> tuple[Cell, ...]:
    return (
        Stacked(voice.say(checklist.title), checklist.id),
        checklist.edition,
        _in_force(voice, checklist.in_force),
        checklist.as_of.isoformat(),
        _checksum(voice, checklist.id),
    )


def _in_force(voice: Voice, period: Period) -> str:
    said = [voice.say(words.SINCE, day=period.start.isoformat())] if period.start else []
    if period.until:
        said.append(voice.say(words.UNTIL, day=period.until.isoformat()))
    return ", ".join(said) or voice.say(words.ALWAYS_IN_FORCE)


def _checksum(voice: Voice, key: str) -> str:
    source = voice.library.sources.get(key)
    return source.sha256[:SHOWN_OF_CHECKSUM] if source else voice.say(words.UNCHECKED)
