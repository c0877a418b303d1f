"""What the authorities of the chosen targets charge and how long they may take, each figure with year and source."""

from __future__ import annotations

from collections.abc import Iterator

from certready.milestones import filings
from certready.model import Fee
from certready.reports import wording_course as words
from certready.reports.blocks import Block, Cell, Column, Heading, Paragraph, Table
from certready.reports.voice import Voice

MOST_OF_TARGET = 8
SOURCES_TOGETHER = 5  # in one paragraph


def fees(voice: Voice) -> Iterator[Block]:
    """One table, a group of rows for each target, with numbered sources; nothing where no figure is known."""
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    sources: dict[str, int] = {}
    told: set[str] = set()
    for target in voice.assessment.targets:
        name = target.checklist.id
        if target.declared is None:
            continue
        found = [fee for fee in _of_target(voice, name) if fee.id not in told]
        shown = found[:MOST_OF_TARGET]
        told.update(fee.id for fee in shown)
        if shown:
            rows.append((voice.say(target.checklist.certificate),))
            rows.extend(_row(voice, fee, sources) for fee in shown)
        if len(found) > len(shown):
            notes.append(voice.say(words.FEES_MORE, n=len(found) - len(shown), target=name))
    if not rows:
        return
    yield Heading(voice.say(words.FEES))
    yield Paragraph(voice.say(words.FEES_INTRO, day=voice.day(voice.assessment.on)))
    columns = (
        Column(voice.say(words.FEE_ITEM), 0.46, small=True),
        Column(voice.say(words.FEE_KIND), 0.16, small=True),
        Column(voice.say(words.FEE_FIGURE), 0.22, small=True),
        Column(voice.say(words.FEE_YEAR), 0.07, small=True),
        Column(voice.say(words.FEE_SOURCE), 0.09, small=True),
    )
    yield Table(columns, tuple(rows))
    if notes:
        yield Paragraph(". ".join(notes) + ".", quiet=True)
    told_sources = [f"[{number}] {source}." for source, number in sources.items()]
    for at in range(0, len(told_sources), SOURCES_TOGETHER):
        yield Paragraph(" ".join(told_sources[at : at + SOURCES_TOGETHER]), quiet=True)


def _of_target(voice: Voice, target: str) -> list[Fee]:
    """What the application itself costs and takes, then what the plan's packages may file."""
    first = [fee for row in voice.milestones if row.target == target for fee in (*row.fees, *row.terms)]
    on = voice.assessment.on
    filed = [fee for row in voice.plan.packages for fee in filings(voice.library, row, [target], on)]
    return list(dict.fromkeys((*first, *filed)))


def _row(voice: Voice, fee: Fee, sources: dict[str, int]) -> tuple[Cell, ...]:
    kind = voice.say(words.FEE_KINDS[fee.kind])
    per = f" ({voice.say(fee.per)})" if fee.per else ""
    number = sources.setdefault(voice.say(fee.source), len(sources) + 1)
    return (
        f"{voice.say(fee.title)}{per}",
        kind if fee.verified else f"{kind}, {voice.say(words.TO_BE_CHECKED)}",
        figure(voice, fee),
        str(fee.year) if fee.year else "–",
        f"[{number}]",
    )


def figure(voice: Voice, fee: Fee) -> str:
    """Money with its currency, a term with its unit, or a date."""
    if fee.day is not None:
        return voice.day(fee.day)
    known = fee.payable if fee.payable is not None else fee.value
    if known is not None:
        number = _number(known)
    elif fee.low is not None and fee.high is not None:
        number = f"{_number(fee.low)} – {_number(fee.high)}"
    else:
        return voice.say(words.NO_FIGURE)
    if fee.currency:
        return f"{number} {fee.currency}"
    return voice.say(words.FEE_UNITS[fee.unit], n=number) if fee.unit else number


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
