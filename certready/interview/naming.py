"""One piece of evidence: chosen from what the file knows, or written anew. Nothing is saved here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from certready.interview import wording_evidence as wording
from certready.interview.asking import BACK, Asker, Choice, Line, Manner, Menu, Paragraph
from certready.interview.dates import day_written, refuse_day
from certready.interview.documents import (
    Draft,
    everything,
    is_named,
    known_as,
    listed_name,
    matching,
    paper_of,
    papers,
    refuse_key,
    refuse_revision,
    refuse_title,
)
from certready.interview.notebook import Notebook
from certready.interview.wording import GO_BACK_WORDS
from certready.model import Answer, Document, Evidence, EvidenceKind, Text

NEW, SEARCH, CORRECT, ANYWAY = "new", "search", "correct", "anyway"
KEYS = "123456789"
"""Of the rows of a list: no list is longer, so that it fits a small window."""
SEARCH_KEY, NEW_KEY = "b", "0"
CLEAR = "-"


class GivenUp(Exception):  # noqa: N818 - it tells what the person wants
    """The person wants to go back; what was begun is forgotten."""


def ask_evidence(asker: Asker, notebook: Notebook, answer: Answer, kind: EvidenceKind) -> Draft:
    """What the person can show; GivenUp where it is nothing after all."""
    chosen = _choose(asker, notebook, answer, kind)
    if chosen is not None:
        draft = draft_of(notebook, chosen)
    elif kind is EvidenceKind.DOCUMENT:
        draft = _new_document(asker, notebook)
    else:
        draft = _new_record(asker, notebook, kind)
    return draft if is_named(answer, draft.item) else _until_current(asker, notebook, draft)


def draft_of(notebook: Notebook, item: Evidence) -> Draft:
    """Evidence with the listed document that it rests on."""
    return Draft(item, notebook.supplier.documents.get(item.ref) if item.ref is not None else None)


def ask_dates(asker: Asker, notebook: Notebook, draft: Draft) -> Draft:
    """The dates of a document, or of a record; those that are there may stay or go."""
    document = draft.document
    if document is None:
        issued = _ask_day(asker, wording.RECORD_DATE, draft.item.dated, _not_after(notebook.today))
        has_end = draft.item.expires is not None or draft.item.kind is EvidenceKind.DOCUMENT
        expires = _ask_expiry(asker, issued, draft.item.expires) if has_end else None
        return draft.dated(issued, expires)
    issued = _ask_day(asker, wording.DOCUMENT_DATE, document.dated, _not_after(notebook.today))
    return draft.dated(issued, _ask_expiry(asker, issued, draft.over))


def _choose(asker: Asker, notebook: Notebook, answer: Answer, kind: EvidenceKind) -> Evidence | None:
    """One that the file knows, or None for a new one."""
    supplier, lately = notebook.supplier, notebook.lately_named
    taken = {paper_of(item) for item in answer.evidence}
    rows = [row for row in papers(supplier, lately, kind) if paper_of(row) not in taken]
    every = everything(supplier, lately, kind)
    if not rows:
        return None
    count = sum(paper_of(row) not in taken for row in every)
    while True:
        found = {_value(place, row): row for place, row in enumerate(rows[: len(KEYS)])}
        chosen = asker.choose(_list_menu(notebook, kind, found, count))
        if chosen == BACK:
            raise GivenUp
        if chosen == NEW:
            return None
        if chosen != SEARCH:
            return found[chosen]
        rows = _search(asker, notebook, every) or rows


def _value(place: int, item: Evidence) -> str:
    return f"ref:{item.ref}" if item.ref is not None else f"row:{place}"


def _list_menu(notebook: Notebook, kind: EvidenceKind, found: dict[str, Evidence], of: int) -> Menu:
    documents = notebook.supplier.documents
    choices = [
        Choice(value, listed_name(draft_of(notebook, row), documents, notebook.on), key)
        for (value, row), key in zip(found.items(), KEYS, strict=False)
    ]
    if of > len(found):
        choices.append(Choice(SEARCH, wording.WHICH_SEARCH.format(n=of), SEARCH_KEY))
    choices += [Choice(NEW, wording.WHICH_NEW[kind], NEW_KEY), Choice(BACK, wording.WHICH_RETURN)]
    return Menu(wording.WHICH[kind], choices)


def _search(asker: Asker, notebook: Notebook, every: list[Evidence]) -> list[Evidence]:
    """What has the letters in its code or title; nothing changes where the person goes back."""
    try:
        letters = write(asker, wording.SEARCH_FOR, lambda text: None if text.strip() else wording.SEARCH_NEEDED)
    except GivenUp:
        return []
    found = matching(every, notebook.supplier.documents, letters)
    if not found:
        asker.show(Paragraph(wording.SEARCH_NOTHING.format(letters=letters), Manner.WARNING))
    elif len(found) > len(KEYS):
        asker.show(Paragraph(wording.SEARCH_MANY.format(n=len(found), shown=len(KEYS))))
    return found


def _new_document(asker: Asker, notebook: Notebook) -> Draft:
    """A document that joins the list; one that is there already is used instead."""
    documents = notebook.supplier.documents
    written = write(asker, wording.DOCUMENT_REF, refuse_key)
    known = known_as(documents, written)
    if known is not None:
        asker.show(Paragraph(wording.DOCUMENT_KNOWN.format(ref=known)))
        return draft_of(notebook, Evidence(EvidenceKind.DOCUMENT, known))
    title = write(asker, wording.DOCUMENT_TITLE, lambda text: refuse_title(text, wording.DOCUMENT_TITLE_NEEDED))
    revision = write(asker, wording.DOCUMENT_REVISION, refuse_revision)
    document = Document(written, title=title, revision=revision)
    return ask_dates(asker, notebook, Draft(Evidence(EvidenceKind.DOCUMENT, written), document))


def _new_record(asker: Asker, notebook: Notebook, kind: EvidenceKind) -> Draft:
    asked = wording.EFFECT_TITLE if kind is EvidenceKind.EFFECT else wording.RECORD_TITLE
    title = write(asker, asked, lambda text: refuse_title(text, wording.TITLE_NEEDED))
    dated = _ask_day(asker, wording.RECORD_DATE, None, _not_after(notebook.today))
    return Draft(Evidence(kind, title=title, dated=dated))


def _until_current(asker: Asker, notebook: Notebook, draft: Draft) -> Draft:
    """What has expired is told at once; its dates may be corrected."""
    while draft.over is not None and draft.over < notebook.on:
        asker.show(Paragraph(wording.EXPIRED.format(day=draft.over), Manner.WARNING))
        rows = [
            Choice(CORRECT, wording.EXPIRED_MEND, "1"),
            Choice(ANYWAY, wording.EXPIRED_ANYWAY, "2"),
            Choice(BACK, wording.WHICH_RETURN, "3"),
        ]
        chosen = asker.choose(Menu(wording.EXPIRED_WHAT, rows))
        if chosen == BACK:
            raise GivenUp
        if chosen == ANYWAY:
            break
        draft = ask_dates(asker, notebook, draft)
    return draft


def write(asker: Asker, message: Text, refuse: Callable[[str], Text | None]) -> str:
    """One line; the word for going back gives up what was begun."""
    line = Line(message, refuse=lambda text: None if _goes_back(text) else refuse(_one_line(text)))
    written = _one_line(asker.write(line))
    if _goes_back(written):
        raise GivenUp
    return written


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _goes_back(written: str) -> bool:
    return written.strip(" «»\"'.").casefold() in GO_BACK_WORDS


def _gives_up(written: str) -> bool:
    """Where a day is due, the word may also stand behind a refused day that the screen offers for mending."""
    return written.strip().casefold().endswith(tuple(GO_BACK_WORDS))


def _ask_expiry(asker: Asker, issued: date | None, kept: date | None) -> date | None:
    return _ask_day(asker, wording.DOCUMENT_EXPIRES, kept, _not_before(issued), wording.DAY_NEVER)


def _ask_day(
    asker: Asker,
    what: Text,
    kept: date | None,
    refuse: Callable[[date], Text | None],
    asked: Text = wording.DAY_ASKED,
) -> date | None:
    """A day, or none; an empty line keeps the one that is there."""
    message = asked.format(what=what) if kept is None else wording.DAY_KEPT.format(what=what, day=kept)

    def refuse_written(text: str) -> Text | None:
        day = kept if kept is not None and not text.strip() else day_written(text)
        if text.strip() == CLEAR or _gives_up(text):
            return None
        return refuse_day(text) if day is None else refuse(day)

    written = write(asker, message, refuse_written)
    if _gives_up(written):
        raise GivenUp
    if not written:
        return kept
    return None if written == CLEAR else day_written(written)


def _not_after(today: date) -> Callable[[date], Text | None]:
    return lambda day: wording.DATE_AHEAD.format(day=day) if day > today else None


def _not_before(issued: date | None) -> Callable[[date], Text | None]:
    return lambda day: (
        wording.DATE_BEFORE.format(day=day, issued=issued) if issued is not None and day < issued else None
    )
