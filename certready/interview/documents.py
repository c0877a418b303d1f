"""The papers that a file knows, most recent first: its list of documents, and all evidence named so far."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from certready.interview import wording_evidence as wording
from certready.loading.encoding import SEEN, UNWANTED, sign_name
from certready.loading.rendering import Value
from certready.loading.writing import SupplierFile
from certready.model import Answer, Document, Evidence, EvidenceKind, Supplier, Text

Paper = tuple[str, ...]
"""What makes a piece of evidence the same as another: the document it names, or its title and date."""

MOST_KEY, MOST_TITLE = 60, 300
"""Characters of a code and of a title; what is longer was pasted by mistake."""
SHOWN_TITLE = 60

_DASHES = re.compile("[\u2010-\u2015\u2212]")


class Gone(Exception):  # noqa: N818 - it tells what somebody else did
    """What was to be changed is not in the file any more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of evidence that is about to be named, with the document of the list that it rests on."""

    item: Evidence
    document: Document | None = None

    @property
    def over(self) -> date | None:
        """The day on which the first of its expiry dates falls."""
        ends = (self.item.expires, self.document.expires if self.document else None)
        return min((end for end in ends if end is not None), default=None)

    def dated(self, issued: date | None, expires: date | None) -> Draft:
        """The same with other dates: those of a listed document stand in the list."""
        if self.document is None:
            return replace(self, item=replace(self.item, dated=issued, expires=expires))
        document = replace(self.document, dated=issued, expires=expires)
        return Draft(replace(self.item, expires=None), document)


def folded(text: str) -> str:
    """Letters without case, accents and outer blanks, for searching."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).split())


def same_key(one: str, other: str) -> bool:
    """Whether two codes are one: case counts for nothing, and a blank may stand for a dash or for nothing."""
    first, second = (_DASHES.sub("-", " ".join(_composed(key).split())) for key in (one, other))
    return first.replace(" ", "") == second.replace(" ", "") or _dashed(first) == _dashed(second)


def _composed(key: str) -> str:
    """Accents count in a code: Ñ is not N."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())


def _dashed(key: str) -> str:
    return re.sub(r"[\s_-]+", "-", key)


def known_as(documents: Iterable[str], written: str) -> str | None:
    """The code under which the list has the document that was written."""
    return next((ref for ref in documents if same_key(ref, written)), None)


def refuse_text(written: str, most: int) -> Text | None:
    """What keeps a text from being saved and read again; an empty one is not its business."""
    unwanted = UNWANTED.search(written)
    if unwanted is not None:
        return wording.BAD_SIGN.format(name=sign_name(unwanted.group()))
    return wording.TOO_LONG.format(n=len(written), most=most) if len(written) > most else None


def refuse_key(written: str) -> Text | None:
    """What is wrong with the code of a new document."""
    if not SEEN.search(written):
        return wording.DOCUMENT_REF_NEEDED
    if written.startswith("x-"):
        return wording.DOCUMENT_REF_RESERVED
    return refuse_text(written, MOST_KEY)


def refuse_title(written: str, needed: Text) -> Text | None:
    """What is wrong with a title, which must be there."""
    return refuse_text(written, MOST_TITLE) if SEEN.search(written) else needed


def refuse_revision(written: str) -> Text | None:
    """What is wrong with a revision, which may be left out."""
    if written.strip() and not SEEN.search(written):
        return wording.REVISION_UNSEEN
    return refuse_text(written, MOST_KEY)


def paper_of(item: Evidence) -> Paper:
    """What this evidence is, whatever it is to show."""
    if item.ref is not None:
        return ("ref", item.ref)
    return ("title", folded(item.title or item.file), item.dated.isoformat() if item.dated else "")


def is_named(answer: Answer, item: Evidence) -> bool:
    """Whether an answer names it already; one listed document cannot be both the rule and its record."""
    same = [row for row in answer.evidence if paper_of(row) == paper_of(item)]
    return any(row.kind is item.kind or row.ref is not None for row in same)


def papers(supplier: Supplier, lately: list[Paper], kind: EvidenceKind) -> list[Evidence]:
    """What was named before and can be named as this kind again, most recent first."""
    wanted = (kind,) if kind is EvidenceKind.DOCUMENT else (kind, *_OTHER[kind])
    rank = {paper: place for place, paper in enumerate(lately, start=1)}
    found: dict[Paper, Evidence] = {}
    for wanted_kind in wanted:
        of_kind = [row for row in _named(supplier) if row.kind is wanted_kind]
        for row in sorted(of_kind, key=lambda row: -rank.get(paper_of(row), 0)):
            found.setdefault(paper_of(row), replace(row, kind=kind))
    if kind is EvidenceKind.DOCUMENT:
        for row in _listed(supplier, kind):
            found.setdefault(paper_of(row), row)
    return list(found.values())


_OTHER = {
    EvidenceKind.RECORD: (EvidenceKind.EFFECT,),
    EvidenceKind.EFFECT: (EvidenceKind.RECORD,),
}


def _named(supplier: Supplier) -> list[Evidence]:
    return [row for answer in reversed(list(supplier.answers.values())) for row in reversed(answer.evidence)]


def _listed(supplier: Supplier, kind: EvidenceKind) -> list[Evidence]:
    """The list of documents, the latest first; those that so far are records of something come last."""
    records = {row.ref for row in _named(supplier) if row.kind is not EvidenceKind.DOCUMENT}
    latest = list(supplier.documents)[::-1]
    refs = [ref for ref in latest if ref not in records] + [ref for ref in latest if ref in records]
    return [Evidence(kind, ref) for ref in refs]


def everything(supplier: Supplier, lately: list[Paper], kind: EvidenceKind) -> list[Evidence]:
    """What a search goes through: what can be named again, and the whole list of documents."""
    found = {paper_of(row): row for row in papers(supplier, lately, kind)}
    for row in _listed(supplier, kind):
        found.setdefault(paper_of(row), row)
    return list(found.values())


def matching(rows: Iterable[Evidence], documents: Mapping[str, Document], letters: str) -> list[Evidence]:
    """Those whose code or title has all the words; those whose code begins with the letters come first."""
    words = folded(letters).split()
    found = [row for row in rows if all(word in _searched(row, documents) for word in words)]
    return sorted(found, key=lambda row: not folded(row.ref or "").startswith(folded(letters)))


def _searched(item: Evidence, documents: Mapping[str, Document]) -> str:
    listed = documents.get(item.ref) if item.ref is not None else None
    return folded(f"{item.ref or ''} {listed.title if listed else ''} {item.title} {item.file}")


def paper_name(item: Evidence, documents: Mapping[str, Document]) -> Text:
    """Its code and title, or its title, short enough for a menu."""
    listed = documents.get(item.ref) if item.ref is not None else None
    title = item.title or (listed.title if listed else "") or item.file
    short = title if len(title) <= SHOWN_TITLE else title[: SHOWN_TITLE - 1].rstrip() + "…"
    if item.ref is None:
        return Text(es=short, en=short)
    return wording.PAPER_TITLED.format(ref=item.ref, title=short) if short else Text(es=item.ref, en=item.ref)


def described(draft: Draft, documents: Mapping[str, Document], on: date) -> Text:
    """Its name with the date that matters: the one that has passed, or else its own."""
    name = paper_name(draft.item, documents)
    dated = draft.item.dated or (draft.document.dated if draft.document else None)
    if dated is not None:
        name = wording.PAPER_DATED.format(paper=name, day=dated)
    elif draft.item.ref is None:
        name = wording.PAPER_UNDATED.format(paper=name)
    if draft.over is None:
        return name
    return (wording.PAPER_OVER if draft.over < on else wording.PAPER_UNTIL).format(paper=name, day=draft.over)


def listed_name(draft: Draft, documents: Mapping[str, Document], on: date) -> Text:
    """As `described`, but short for a document of the list: only that it has expired matters there."""
    if draft.document is None or (draft.over is not None and draft.over < on):
        return described(draft, documents, on)
    return paper_name(draft.item, documents)


def write_named(file: SupplierFile, question_id: str, draft: Draft, known: Document | None) -> None:
    """Put it behind an answer, and its document into the list where that is new or changed."""
    if file.get(("answers", question_id)) is None:
        raise Gone(question_id)
    if draft.document is not None:
        write_document(file, draft.document, known)
    listed = file.get(_evidence(question_id))
    place = len(listed) if isinstance(listed, list) else 0
    file.put((*_evidence(question_id), place), _item_value(draft.item))


def write_document(file: SupplierFile, document: Document, known: Document | None) -> None:
    """A document of the list: all of it where it is new, else only its dates."""
    keys = ("documents", document.ref)
    if file.get(keys) is None:
        file.put(keys, _document_value(document))
    elif known is not None and document != known:
        _write_day(file, (*keys, "date"), document.dated)
        _write_day(file, (*keys, "expires"), document.expires)


def write_dates(file: SupplierFile, question_id: str, before: Evidence, draft: Draft, known: Document | None) -> None:
    """Other dates for evidence that is named already."""
    place = _place(file, question_id, before)
    _write_day(file, (*_evidence(question_id), place, "date"), draft.item.dated)
    _write_day(file, (*_evidence(question_id), place, "expires"), draft.item.expires)
    if draft.document is not None:
        write_document(file, draft.document, known)


def write_removed(file: SupplierFile, question_id: str, item: Evidence, *, document: bool) -> None:
    """Take it away from an answer; its document from the list too, if that is wished."""
    place = _place(file, question_id, item)
    listed = file.get(_evidence(question_id))
    alone = isinstance(listed, list) and len(listed) == 1
    file.remove(_evidence(question_id) if alone else (*_evidence(question_id), place))
    if document and item.ref is not None:
        whole = file.get(("documents",))
        last = isinstance(whole, dict) and len(whole) == 1
        file.remove(("documents",) if last else ("documents", item.ref))


def _evidence(question_id: str) -> tuple[str, str, str]:
    return ("answers", question_id, "evidence")


def _place(file: SupplierFile, question_id: str, item: Evidence) -> int:
    """Where it stands now: somebody else may have changed the list meanwhile."""
    listed, meant = file.get(_evidence(question_id)), _as_read(item)
    for place, row in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(row, dict) and {key: row.get(key) for key in meant} == meant:
            return place
    raise Gone(question_id)


def _as_read(item: Evidence) -> dict[str, str]:
    return {key: str(value) for key, value in _item_value(item).items() if key != "sha256"}


def _write_day(file: SupplierFile, keys: tuple[str | int, ...], day: date | None) -> None:
    if day is None:
        file.remove(keys)
    else:
        file.put(keys, day)


def _item_value(item: Evidence) -> dict[str, Value]:
    rows: dict[str, Value | None] = {
        "kind": item.kind.value,
        "ref": item.ref,
        "title": item.title,
        "date": item.dated,
        "expires": item.expires,
        "file": item.file,
        "sha256": item.sha256,
    }
    return {key: value for key, value in rows.items() if value}


def _document_value(document: Document) -> dict[str, Value]:
    rows: dict[str, Value | None] = {
        "title": document.title,
        "revision": document.revision,
        "date": document.dated,
        "expires": document.expires,
        "file": document.file,
        "sha256": document.sha256,
        "owner": document.owner,
    }
    return {key: value for key, value in rows.items() if value}
