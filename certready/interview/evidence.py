"""The evidence behind an answer: named at once or in a second pass, from the register of documents."""

from __future__ import annotations

from certready.backing import backed
from certready.interview import wording
from certready.interview.asking import BACK, Asker, Choice, Line, Manner, Menu, Paragraph, refuse_empty
from certready.interview.notebook import Notebook
from certready.interview.plant import refuse_date
from certready.interview.presenting import NOTHING
from certready.loading.rendering import Value
from certready.model import EvidenceKind, Text
from certready.questionnaire import Question

NEW, ENOUGH, STOP = "new", "enough", "stop"


def name_evidence(asker: Asker, notebook: Notebook, question: Question) -> bool:
    """Name what backs one answer; False when the person wants to leave evidence for another day."""
    requirement = question.requirement
    asker.show(
        Paragraph(NOTHING),
        Paragraph(wording.EVIDENCE_FOR.format(title=requirement.title), Manner.HEADING),
        Paragraph(wording.WILL_ASK, Manner.LABEL),
        *(
            Paragraph(Text(es=spanish, en=english), Manner.ITEM)
            for spanish, english in zip(requirement.evidence.es, requirement.evidence.en, strict=False)
        ),
    )
    while True:
        answer = notebook.supplier.answers[question.id]
        by_evidence = backed(requirement, answer, notebook.supplier.documents, notebook.on)
        claimed, supported = wording.LEVEL_LABELS[answer.level], wording.LEVEL_LABELS[by_evidence]
        asker.show(Paragraph(wording.EVIDENCE_BACKS.format(claimed=claimed, backed=supported)))
        chosen = asker.choose(_menu(ENOUGH if by_evidence is answer.level else None))
        if chosen in (ENOUGH, STOP):
            return chosen == ENOUGH
        item = _ask_item(asker, notebook, EvidenceKind(chosen))
        if item is not None:
            notebook.add_evidence(question, item)


def _menu(start: str | None) -> Menu:
    """What can be shown; once the claim is backed, going on is pointed at."""
    return Menu(
        wording.EVIDENCE_WHAT,
        [
            Choice(EvidenceKind.DOCUMENT, wording.EVIDENCE_DOCUMENT, "1"),
            Choice(EvidenceKind.RECORD, wording.EVIDENCE_RECORD, "2"),
            Choice(EvidenceKind.EFFECT, wording.EVIDENCE_EFFECT, "3"),
            Choice(ENOUGH, wording.EVIDENCE_ENOUGH, "4"),
            Choice(STOP, wording.EVIDENCE_STOP, "5"),
        ],
        start,
    )


def _ask_item(asker: Asker, notebook: Notebook, kind: EvidenceKind) -> dict[str, Value] | None:
    if kind is EvidenceKind.DOCUMENT:
        ref = _ask_document(asker, notebook)
        return None if ref is None else {"kind": kind.value, "ref": ref}
    asked = wording.EFFECT_TITLE if kind is EvidenceKind.EFFECT else wording.RECORD_TITLE
    title = asker.write(Line(asked, refuse=refuse_empty(wording.TITLE_NEEDED)))
    written = asker.write(Line(wording.RECORD_DATE, refuse=refuse_date))
    return {"kind": kind.value, "title": title, **({"date": written} if written else {})}


def _ask_document(asker: Asker, notebook: Notebook) -> str | None:
    """One of the register, or a new one, which joins the register."""
    known = notebook.supplier.documents
    if known:
        choices = [
            Choice(f"ref:{ref}", wording.DOCUMENT_LABEL.format(ref=ref, title=row.title)) for ref, row in known.items()
        ]
        choices = [*choices, Choice(NEW, wording.DOCUMENT_NEW, "0"), Choice(BACK, wording.MORE_RETURN)]
        chosen = asker.choose(Menu(wording.DOCUMENT_WHICH, choices))
        if chosen == BACK:
            return None
        if chosen != NEW:
            return chosen.removeprefix("ref:")
    return _register(asker, notebook)


def _register(asker: Asker, notebook: Notebook) -> str:
    ref = asker.write(Line(wording.DOCUMENT_REF, refuse=refuse_empty(wording.DOCUMENT_REF_NEEDED)))
    if ref in notebook.supplier.documents:
        asker.show(Paragraph(wording.DOCUMENT_KNOWN.format(ref=ref)))
        return ref
    entry: dict[str, Value] = {"title": asker.write(Line(wording.DOCUMENT_TITLE, start=""))}
    revision = asker.write(Line(wording.DOCUMENT_REVISION))
    expires = asker.write(Line(wording.DOCUMENT_EXPIRES, refuse=refuse_date))
    entry |= {key: value for key, value in (("revision", revision), ("expires", expires)) if value}
    notebook.put(("documents", ref), entry)
    return ref
