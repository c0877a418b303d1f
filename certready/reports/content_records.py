"""What lies behind the figures: open questions, carried answers, what does not apply, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from certready.assessment import AssessedRequirement
from certready.backing import is_current
from certready.model import Evidence, Level
from certready.phrases import CRITICALITIES
from certready.reports import wording_records as words
from certready.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Section,
    Sign,
    Signed,
    Stacked,
    Table,
)
from certready.reports.voice import Voice
from certready.reports.wording import EVIDENCE_KINDS, REQUIREMENT

MOST_KEPT = 30


def open_questions(voice: Voice) -> Section:
    """What is still unanswered, by chapter, and the facts of the profile that are missing."""
    rows = [row for row in voice.assessment.requirements if row.binding and row.standing.level is Level.UNKNOWN]
    blocks: list[Block] = [Paragraph(voice.say(words.OPEN_INTRO if rows else words.NO_OPEN))]
    if voice.assessment.open_facts:
        blocks.append(Heading(voice.say(words.OPEN_FACTS)))
        blocks.append(Paragraph(voice.say(words.OPEN_FACTS_INTRO)))
        blocks.append(Bullets(tuple(_fact(voice, fact) for fact in voice.assessment.open_facts)))
    by_chapter: dict[str, list[AssessedRequirement]] = {}
    for row in rows:
        by_chapter.setdefault(row.requirement.chapter, []).append(row)
    table: list[tuple[Cell, ...]] = []
    for chapter, left in by_chapter.items():
        count = words.OPEN_ONE_OF_CHAPTER if len(left) == 1 else words.OPEN_OF_CHAPTER
        table.append((f"{_chapter(voice, chapter)} · {voice.say(count, n=len(left))}",))
        table.extend(_open(voice, row) for row in left)
    if table:
        columns = (
            Column(voice.say(words.QUESTION), 0.56),
            Column(voice.say(REQUIREMENT), 0.33, small=True),
            Column(voice.say(words.WEIGHT), 0.11, small=True),
        )
        blocks.append(Table(columns, tuple(table)))
    return Section("open", voice.say(words.OPEN_TITLE), tuple(blocks))


def _fact(voice: Voice, fact: str) -> str:
    known = voice.library.facts.get(fact)
    return voice.say(known.question) if known else fact


def _open(voice: Voice, row: AssessedRequirement) -> tuple[Cell, ...]:
    requirement = row.requirement
    criticality = voice.say(CRITICALITIES[requirement.criticality])
    return voice.say(requirement.question), Stacked(requirement.id, voice.cites(row)), criticality


def _chapter(voice: Voice, chapter: str) -> str:
    owner, _, number = chapter.partition("/")
    checklist = voice.library.checklists.get(owner)
    found = next((one for one in checklist.chapters if one.id == chapter), None) if checklist else None
    title = voice.say(found.title) if found else chapter
    return f"{number} {title}" if number[:1].isdigit() else title


def carried(voice: Voice) -> Section:
    """Conformity that came from another requirement, and answers at odds with one another."""
    rows = [row for row in voice.assessment.requirements if row.binding and row.standing.carried_from]
    blocks: list[Block] = [Paragraph(voice.say(words.CARRIED_INTRO if rows else words.NO_CARRIED))]
    if rows:
        columns = (
            Column(voice.say(REQUIREMENT), 0.42, small=True),
            Column(voice.say(words.CARRIED_FROM), 0.42, small=True),
            Column(voice.say(words.BACKED_LEVEL), 0.16, small=True),
        )
        blocks.append(Table(columns, tuple(_carried(voice, row) for row in rows)))
    odds = [row for row in voice.assessment.requirements if row.binding and row.standing.contradicts]
    if odds:
        blocks.append(Heading(voice.say(words.CONTRADICTIONS)))
        blocks.append(Paragraph(voice.say(words.CONTRADICTIONS_INTRO)))
        columns = (
            Column(voice.say(REQUIREMENT), 0.4),
            Column(voice.say(words.OWN_ANSWER), 0.2),
            Column(voice.say(words.IMPLIED_BY), 0.4),
        )
        blocks.append(Table(columns, tuple(_at_odds(voice, row) for row in odds)))
    return Section("carried", voice.say(words.CARRIED_TITLE), tuple(blocks))


def _carried(voice: Voice, row: AssessedRequirement) -> tuple[Cell, ...]:
    level = voice.say(words.SHORT_LEVELS[row.standing.backed]) if voice.assessment.has_evidence else "–"
    return _stack(voice, row.requirement.id), _stack(voice, row.standing.carried_from or ""), level


def _at_odds(voice: Voice, row: AssessedRequirement) -> tuple[Cell, ...]:
    own = voice.say(words.SHORT_LEVELS[row.standing.level])
    return _stack(voice, row.requirement.id), own, _stack(voice, row.standing.contradicts or "")


def _stack(voice: Voice, full_id: str) -> Stacked:
    known = voice.by_id.get(full_id)
    return Stacked(voice.say(known.title) if known else full_id, full_id if known else "")


def not_applicable(voice: Voice) -> Section:
    """What left the score, each with its reason, what does not bind, and what was kept for later."""
    rows = voice.assessment.requirements
    left = [row for row in rows if row.binding and row.standing.level is Level.NOT_APPLICABLE]
    blocks: list[Block] = [Paragraph(voice.say(words.NA_INTRO if left else words.NO_NA))]
    if left:
        columns = (
            Column(voice.say(REQUIREMENT), 0.5, small=True),
            Column(voice.say(words.REASON), 0.5, small=True),
        )
        pairs = ((row, row.standing.answer) for row in left)
        blocks.append(
            Table(
                columns,
                tuple((_stack(voice, row.requirement.id), answer.reason if answer else "") for row, answer in pairs),
            )
        )
    blocks.extend(_not_binding(voice))
    kept = voice.assessment.kept
    if kept:
        listed = ", ".join(kept[:MOST_KEPT]) + (" …" if len(kept) > MOST_KEPT else "")
        blocks.append(Heading(voice.say(words.KEPT)))
        blocks.append(Paragraph(f"{voice.say(words.KEPT_INTRO)} {listed}"))
    return Section("not-applicable", voice.say(words.NA_TITLE), tuple(blocks))


def _not_binding(voice: Voice) -> Iterator[Block]:
    """Requirements that do not bind, gathered by their reason."""
    reasons: dict[str, list[str]] = {}
    for row in voice.assessment.requirements:
        if row.why_not is not None:
            reasons.setdefault(voice.say(row.why_not), []).append(row.requirement.id)
    if reasons:
        columns = (
            Column(voice.say(words.REASON), 0.4, small=True),
            Column(voice.say(words.HOW_MANY), 0.6, small=True),
        )
        yield Heading(voice.say(words.NOT_BINDING))
        yield Table(columns, tuple((reason, ", ".join(ids)) for reason, ids in reasons.items()))


def evidence(voice: Voice) -> Section:
    """The register of documents and the evidence named in answers."""
    supplier = voice.assessment.supplier
    if not voice.assessment.has_evidence and not supplier.documents:
        return Section("evidence", voice.say(words.EVIDENCE_TITLE), (Paragraph(voice.say(words.NO_EVIDENCE)),))
    blocks: list[Block] = [Paragraph(voice.say(words.EVIDENCE_INTRO))]
    if supplier.documents:
        blocks += [Heading(voice.say(words.REGISTER)), _register(voice)]
    rows = list(_backed(voice))
    if rows:
        columns = (
            Column(voice.say(REQUIREMENT), 0.4, small=True),
            Column(voice.say(words.PIECE), 0.6, small=True),
        )
        blocks.append(Heading(voice.say(words.BY_REQUIREMENT)))
        blocks.append(Table(columns, tuple(rows)))
        blocks.append(Paragraph(voice.say(words.PIECES_NOTE), quiet=True))
    return Section("evidence", voice.say(words.EVIDENCE_TITLE), tuple(blocks))


def _backed(voice: Voice) -> Iterator[tuple[Cell, ...]]:
    """By chapter, each requirement with what is said to back it."""
    told = ""
    for full_id, answer in voice.assessment.supplier.answers.items():
        if not answer.evidence:
            continue
        known = voice.by_id.get(full_id)
        chapter = known.chapter if known else full_id.partition("/")[0]
        if chapter != told:
            yield (f"{chapter.partition('/')[0]} · {_chapter(voice, chapter)}",)
            told = chapter
        title = f"{known.local_id} {voice.say(known.title)}" if known else full_id
        yield title, "; ".join(_piece(voice, piece) for piece in answer.evidence)


def _register(voice: Voice) -> Table:
    supplier = voice.assessment.supplier
    serves: dict[str, int] = {}
    for answer in supplier.answers.values():
        for ref in {piece.ref for piece in answer.evidence if piece.ref is not None}:
            serves[ref] = serves.get(ref, 0) + 1
    columns = (
        Column(voice.say(words.CODE), 0.17, small=True),
        Column(voice.say(words.REGISTER_COLUMN), 0.37, small=True),
        Column(voice.say(words.REVISION), 0.06, small=True),
        Column(voice.say(words.DATED), 0.1, small=True),
        Column(voice.say(words.EXPIRES), 0.1, small=True),
        Column(voice.say(words.STATE), 0.11, small=True),
        Column(voice.say(words.SERVES), 0.09, figures=True, small=True),
    )
    rows: list[tuple[Cell, ...]] = []
    for ref, document in supplier.documents.items():
        expired = document.expires is not None and document.expires < voice.assessment.on
        rows.append(
            (
                ref,
                document.title,
                document.revision,
                document.dated.isoformat() if document.dated else "–",
                document.expires.isoformat() if document.expires else "–",
                _state(voice, expired=expired),
                Figure(f"{serves.get(ref, 0):,}", serves.get(ref, 0)),
            )
        )
    return Table(columns, tuple(rows))


def _state(voice: Voice, *, expired: bool) -> Cell:
    return Signed(Sign.NOT_READY, voice.say(words.EXPIRED)) if expired else voice.say(words.CURRENT)


def _piece(voice: Voice, piece: Evidence) -> str:
    """What it is, its code in the register or its own title and date, and that it has expired."""
    supplier = voice.assessment.supplier
    kind = voice.say(EVIDENCE_KINDS[piece.kind])
    document = supplier.documents.get(piece.ref) if piece.ref is not None else None
    registered = document.dated if document else None
    title = piece.title or ("" if piece.ref else voice.say(words.UNTITLED))
    dated = piece.dated.isoformat() if piece.dated and piece.dated != registered else ""
    parts = [kind, piece.ref or "", title, dated]
    if not is_current(piece, supplier.documents, voice.assessment.on):
        parts.append(voice.say(words.EXPIRED))
    return " ".join(part for part in parts if part)
