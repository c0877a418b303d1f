"""What is wrong with a checklist beyond its form: the author's second pair of eyes. Pure: the date is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from certready.applicability import pool
from certready.lint_conditions import Placed, contradiction, lint_narrow_facts
from certready.lint_wording import lint_both, lint_list, lint_question, lint_sentence
from certready.lints import (
    APPLICATION_OF_NOTHING,
    CITE_TWICE,
    ENDED,
    FEE_OF_NO_TARGET,
    FEES_ENDED,
    LOOK_FOR_SUCCESSOR,
    MANY_CRITICAL,
    NEVER_HOLDS,
    NEVER_IN_FORCE,
    NOT_BEGUN,
    NUMBER_UNSURE,
    OLD_WORD_IN_SOURCE,
    OTHER_EDITION,
    REPLACED_BY,
    Finding,
    Path,
)
from certready.model import (
    Basis,
    Checklist,
    Criticality,
    FactKind,
    Fee,
    FeeKind,
    Library,
    Period,
    PracticeBook,
    Regulation,
    Requirement,
    Text,
)

MOST_CRITICAL = 40
"""Per cent of critical requirements above which the word loses its meaning."""
_TOO_FEW_TO_COUNT = 10
_NUMBER = re.compile(r"\d+(?:\.\d+|\([a-z0-9]+\)|-[a-z])*", re.IGNORECASE)
_UNSURE = {Basis.CHAPTER, Basis.GENERAL}


def lint_checklist(library: Library, checklist: Checklist, on: date) -> Iterator[Finding]:
    """Everything an author should look at in one checklist."""
    yield from _lint_head(library, checklist, on)
    yield from _lint_application(library, checklist)
    for rank in range(len(checklist.includes)):
        yield from _lint_inclusion(library, checklist, rank)
    yield from _lint_facts_and_numbers(library, checklist)
    for chapter in checklist.chapters:
        path: Path = ("chapters", chapter.id.partition("/")[2])
        yield from lint_both(chapter.title, (*path, "title"))
        for row in chapter.requirements:
            yield from _lint_requirement(library, checklist, row, on)


def _lint_application(library: Library, checklist: Checklist) -> Iterator[Finding]:
    """Fees, certificates and practices that an application names and nobody has."""
    route = checklist.application
    if route is None:
        return
    held = [key for fact in library.facts.values() if fact.kind is FactKind.CERTIFICATES for key in fact.options]
    for key, words, known, where in (
        ("terms", route.terms, {fee.id for fee in library.fees}, "fees.yaml"),
        ("fees", route.fees, {fee.id for fee in library.fees}, "fees.yaml"),
        ("scheme", (route.scheme,), {"", *held}, "profile.yaml"),
        ("practice", (route.practice,), {"", *library.book.practices}, "practices.yaml"),
    ):
        for word in words:
            if word not in known:
                yield APPLICATION_OF_NOTHING.found(("application", key), word=word, where=where)


def _path(row: Requirement) -> Path:
    return ("chapters", row.chapter.partition("/")[2], "requirements", row.local_id)


def _lint_facts_and_numbers(library: Library, checklist: Checklist) -> Iterator[Finding]:
    """What is told once for the whole checklist, for one cause often shows in many requirements."""
    placed = [Placed(checklist.applies_when, ("applies_when",))]
    unsure = []
    for row in checklist.requirements():
        placed.append(Placed(row.applies_when, (*_path(row), "applies_when"), row.local_id))
        known = [section.basis for cite in row.cites if (section := library.section(cite)) is not None]
        if known and _UNSURE.issuperset(known) and _NUMBER.fullmatch(row.local_id):
            unsure.append(row)
    yield from lint_narrow_facts(placed, checklist.applies_when, library.facts)
    if unsure:
        yield NUMBER_UNSURE.found((*_path(unsure[0]), "id"), word=", ".join(row.local_id for row in unsure))


def _lint_head(library: Library, checklist: Checklist, on: date) -> Iterator[Finding]:
    for key, text in (("title", checklist.title), ("certificate", checklist.certificate)):
        yield from lint_both(text, (key,))
    for key, word in (("authority", checklist.authority), ("edition", checklist.edition)):
        yield from lint_sentence(word, (key,))
    yield from _lint_period(checklist.in_force, checklist.edition, ("in_force",), on)
    fact = contradiction([checklist.applies_when], library.facts)
    if fact is not None:
        yield NEVER_HOLDS.found(("applies_when",), fact=fact)
    rows = list(checklist.requirements())
    critical = sum(row.criticality is Criticality.CRITICAL for row in rows)
    share = round(critical * 100 / len(rows)) if rows else 0
    if len(rows) >= _TOO_FEW_TO_COUNT and share > MOST_CRITICAL:
        yield MANY_CRITICAL.found(("chapters",), share=share, count=critical, all=len(rows), most=MOST_CRITICAL)


def _lint_period(period: Period, word: str, path: Path, on: date) -> Iterator[Finding]:
    if period.until is not None and period.until < on:
        named = period.superseded_by
        successor = REPLACED_BY.format(word=named) if named else LOOK_FOR_SUCCESSOR
        yield ENDED.found((*path, "until"), word=word, day=period.until.isoformat(), successor=successor)
    if period.start is not None and period.start > on:
        yield NOT_BEGUN.found((*path, "from"), word=word, day=period.start.isoformat())


def _lint_inclusion(library: Library, checklist: Checklist, rank: int) -> Iterator[Finding]:
    """What is included must be able to bind, and a numeral that is there already need not be given again."""
    inclusion = checklist.includes[rank]
    included = library.checklists.get(inclusion.checklist)
    if included is None:
        return
    rows = pool(library, included)
    for place, full_id in enumerate(inclusion.only or ()):
        if full_id in rows:
            conditions = [rows[full_id][0].applies_when, checklist.applies_when]
            fact = contradiction(conditions, library.facts)
            if fact is not None and contradiction(conditions[:1], library.facts) is None:
                yield NEVER_HOLDS.found(("includes", rank, "only", place), fact=fact)
    for full_id, cites in inclusion.cites.items():
        for cite in cites:
            if full_id in rows and cite in rows[full_id][1]:
                key = _key(full_id, inclusion.checklist)
                yield CITE_TWICE.found(("includes", rank, "cites", key, cite), requirement=full_id, word=cite)


def _key(full_id: str, checklist: str) -> str:
    """A requirement as its includer writes it."""
    return full_id.removeprefix(f"{checklist}/")


def _lint_requirement(library: Library, checklist: Checklist, row: Requirement, on: date) -> Iterator[Finding]:
    path = _path(row)
    yield from lint_both(row.title, (*path, "title"))
    yield from lint_both(row.question, (*path, "question"))
    yield from lint_question(row.question, (*path, "question"))
    yield from lint_list(row.evidence, (*path, "evidence"))
    yield from lint_list(row.pitfalls, (*path, "pitfalls"))
    yield from _lint_binding(library, checklist, row)
    if row.in_force.until is not None:
        yield from _lint_period(Period(until=row.in_force.until), row.id, (*path, "in_force"), on)


def _lint_binding(library: Library, checklist: Checklist, row: Requirement) -> Iterator[Finding]:
    """Whether it can ever bind."""
    path = _path(row)
    if row.applies_when.facts or row.applies_when.inverted is not None:
        fact = contradiction([row.applies_when, checklist.applies_when], library.facts)
        if fact is not None:
            yield NEVER_HOLDS.found((*path, "applies_when"), fact=fact)
    ended = row.in_force.until and checklist.in_force.start and row.in_force.until < checklist.in_force.start
    late = row.in_force.start and checklist.in_force.until and checklist.in_force.until < row.in_force.start
    if ended or late:
        start, until = (day.isoformat() if day else "…" for day in (checklist.in_force.start, checklist.in_force.until))
        yield NEVER_IN_FORCE.found((*path, "in_force"), period=f"{start} – {until}")


def lint_regulation(regulation: Regulation, on: date) -> Iterator[Finding]:
    """Everything an author should look at in one source document."""
    yield from lint_both(regulation.title, ("title",))
    yield from _lint_period(regulation.in_force, regulation.edition, ("in_force",), on)
    for section in regulation.sections.values():
        for key, text in (("title", section.title), ("gist", section.gist)):
            for language, sentence in (("es", text.es), ("en", text.en)):
                for finding in lint_sentence(sentence, ("sections", section.number, key, language)):
                    yield (
                        replace(finding, lint=OLD_WORD_IN_SOURCE, hint=OLD_WORD_IN_SOURCE.hint)
                        if finding.lint is OTHER_EDITION
                        else finding
                    )


def lint_practices(book: PracticeBook) -> Iterator[Finding]:
    """Words of another edition in what a plan tells a plant to do."""
    for practice in book.practices.values():
        path: Path = ("practices", practice.id)
        yield from lint_both(practice.title, (*path, "title"))
        for rank, step in enumerate(practice.steps):
            yield from lint_list(step.actions, (*path, "steps", rank, "actions"))
            yield from lint_list(step.deliverables, (*path, "steps", rank, "deliverables"))


def lint_fees(fees: Iterable[Fee], targets: Iterable[str], on: date) -> Iterator[Finding]:
    """Fees of targets that nobody has, and prices that have ended with none in their place."""
    rows, known = list(fees), set(targets)
    unknown: dict[str, str] = {}
    for fee in rows:
        yield from lint_both(fee.title, ("fees", fee.id, "title"))
        for target in fee.targets:
            if target not in known:
                unknown.setdefault(target, fee.id)
    for target, name in unknown.items():
        yield FEE_OF_NO_TARGET.found(("fees", name, "targets", target), word=target)
    prices = [fee for fee in rows if fee.kind is FeeKind.FEE]
    current = {(fee.authority, fee.title) for fee in prices if fee.in_force.until is None or fee.in_force.until >= on}
    ended: dict[str, list[Fee]] = {}
    for fee in prices:
        if (fee.authority, fee.title) not in current:
            ended.setdefault(fee.authority, []).append(fee)
    for authority, left in ended.items():
        word: Text = left[0].title
        path = ("fees", left[0].id)
        yield FEES_ENDED.found(path, count=len(left), authority=authority, day=on.isoformat(), word=word)
