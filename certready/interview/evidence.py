"""The evidence behind an answer: named, looked over and put right, at once or in a second pass."""

from __future__ import annotations

from certready.backing import backed, is_current
from certready.interview import wording_evidence as wording
from certready.interview.asking import BACK, Asker, Choice, Manner, Menu, Paragraph
from certready.interview.documents import (
    described,
    is_named,
    paper_name,
    paper_of,
    write_dates,
    write_named,
    write_removed,
)
from certready.interview.naming import KEYS, GivenUp, ask_dates, ask_evidence, draft_of
from certready.interview.notebook import Notebook
from certready.interview.presenting import NOTHING
from certready.interview.wording import LEVEL_LABELS, WILL_ASK
from certready.model import LADDER, Answer, Evidence, EvidenceKind, Requirement, Text
from certready.questionnaire import Question

ENOUGH, STOP, MEND = "enough", "stop", "mend"
REMOVE, REMOVE_DOCUMENT, DATES = "remove", "remove-document", "dates"


def name_evidence(
    asker: Asker,
    notebook: Notebook,
    question: Question,
    *,
    place: tuple[int, int] | None = None,
    alone: bool = False,
) -> bool:
    """Name what backs one answer; False when the person wants to leave evidence for another day.

    `place` is where one is in a pass through many answers; `alone` says that no other answer follows.
    """
    _head(asker, question.requirement, place)
    while (answer := notebook.supplier.answers.get(question.id)) is not None and answer.level in LADDER:
        _tell(asker, notebook, question.requirement, answer)
        by_evidence = backed(question.requirement, answer, notebook.supplier.documents, notebook.on)
        start = ENOUGH if by_evidence is answer.level else None
        chosen = asker.choose(_menu(start, mend=bool(answer.evidence), alone=alone))
        if chosen == ENOUGH:
            break
        if chosen == STOP:
            asker.show(Paragraph(wording.EVIDENCE_STOPPED))
            return False
        try:
            if chosen == MEND:
                _mend(asker, notebook, question, answer)
            else:
                _name(asker, notebook, question, answer, EvidenceKind(chosen))
        except GivenUp:
            continue
    return True


def _head(asker: Asker, requirement: Requirement, place: tuple[int, int] | None) -> None:
    title = wording.EVIDENCE_FOR.format(title=requirement.title)
    if place is not None:
        title = wording.EVIDENCE_PLACE.format(n=place[0], of=place[1], title=title)
    asked = zip(requirement.evidence.es, requirement.evidence.en, strict=False)
    asker.show(
        Paragraph(NOTHING),
        Paragraph(title, Manner.HEADING),
        Paragraph(WILL_ASK, Manner.LABEL),
        *(Paragraph(Text(es=spanish, en=english), Manner.ITEM) for spanish, english in asked),
    )


def _tell(asker: Asker, notebook: Notebook, requirement: Requirement, answer: Answer) -> None:
    """What is named, what that backs, and why it backs no more."""
    documents, on = notebook.supplier.documents, notebook.on
    by_evidence = backed(requirement, answer, documents, on)
    claimed, supported = LEVEL_LABELS[answer.level], LEVEL_LABELS[by_evidence]
    said = wording.EVIDENCE_BACKS.format(claimed=claimed, backed=supported)
    asker.show(Paragraph(NOTHING))
    if answer.evidence:
        asker.show(
            Paragraph(wording.EVIDENCE_NAMED, Manner.LABEL),
            *(Paragraph(_row(notebook, item), Manner.ITEM) for item in answer.evidence),
        )
    else:
        said = wording.EVIDENCE_NOTHING.format(claimed=claimed)
    asker.show(Paragraph(said))
    if by_evidence is not answer.level:
        current = {item.kind for item in answer.evidence if is_current(item, documents, on)}
        asker.show(Paragraph(_lacking(requirement, current)))


def _row(notebook: Notebook, item: Evidence) -> Text:
    paper = described(draft_of(notebook, item), notebook.supplier.documents, notebook.on)
    return wording.KINDS[item.kind].format(paper=paper)


def _lacking(requirement: Requirement, current: set[EvidenceKind]) -> Text:
    """What the next level asks for, by the rules of `backing.supported`."""
    if EvidenceKind.DOCUMENT not in current and requirement.documented_procedure:
        return wording.LACKS_PROCEDURE
    if EvidenceKind.RECORD in current:
        return wording.LACKS_EFFECT
    return wording.LACKS_RECORD if EvidenceKind.DOCUMENT in current else wording.LACKS_PAPER


def _menu(start: str | None, *, mend: bool, alone: bool) -> Menu:
    """What can be shown; once the claim is backed, going on is pointed at. Each key means always the same."""
    choices = [
        Choice(EvidenceKind.DOCUMENT, wording.EVIDENCE_DOCUMENT, "1"),
        Choice(EvidenceKind.RECORD, wording.EVIDENCE_RECORD, "2"),
        Choice(EvidenceKind.EFFECT, wording.EVIDENCE_EFFECT, "3"),
        Choice(ENOUGH, wording.EVIDENCE_ENOUGH, "4"),
    ]
    if not alone:
        choices.append(Choice(STOP, wording.EVIDENCE_STOP, "5"))
    if mend:
        choices.append(Choice(MEND, wording.EVIDENCE_MEND, "6"))
    return Menu(wording.EVIDENCE_WHAT, choices, start)


def _name(asker: Asker, notebook: Notebook, question: Question, answer: Answer, kind: EvidenceKind) -> None:
    """Ask for one piece, and save it with its document in one go."""
    draft = ask_evidence(asker, notebook, answer, kind)
    documents = notebook.supplier.documents
    if is_named(answer, draft.item):
        paper = paper_name(draft.item, documents)
        asker.show(Paragraph(wording.ALREADY_NAMED.format(paper=paper), Manner.WARNING))
        return
    known = documents.get(draft.item.ref) if draft.item.ref is not None else None
    refused = notebook.keep_evidence(question, lambda file: write_named(file, question.id, draft, known))
    if refused is None:
        notebook.lately_named.append(paper_of(draft.item))
    _tell_refused(asker, refused)


def _mend(asker: Asker, notebook: Notebook, question: Question, answer: Answer) -> None:
    """Take one piece away, or correct its dates."""
    item = _which(asker, notebook, answer)
    paper = paper_name(item, notebook.supplier.documents)
    choices = [Choice(REMOVE, wording.MEND_REMOVE, "1"), Choice(DATES, wording.MEND_DATES, "2")]
    if _only_here(notebook, item):
        choices.append(Choice(REMOVE_DOCUMENT, wording.MEND_REMOVE_DOCUMENT, "3"))
    choices.append(Choice(BACK, wording.MEND_RETURN, "0"))
    chosen = asker.choose(Menu(wording.MEND_WHAT.format(paper=paper), choices))
    if chosen == BACK:
        raise GivenUp
    if chosen == DATES:
        _mend_dates(asker, notebook, question, item)
        return
    whole = chosen == REMOVE_DOCUMENT
    refused = notebook.keep_evidence(question, lambda file: write_removed(file, question.id, item, document=whole))
    _tell_refused(asker, refused)
    if refused is None:
        asker.show(Paragraph(wording.REMOVED.format(paper=paper)))


def _which(asker: Asker, notebook: Notebook, answer: Answer) -> Evidence:
    if len(answer.evidence) == 1:
        return answer.evidence[0]
    keys = [*KEYS, *[None] * len(answer.evidence)]
    choices = [Choice(str(place), _row(notebook, item), keys[place]) for place, item in enumerate(answer.evidence)]
    chosen = asker.choose(Menu(wording.MEND_WHICH, [*choices, Choice(BACK, wording.MEND_RETURN, "0")]))
    if chosen == BACK:
        raise GivenUp
    return answer.evidence[int(chosen)]


def _only_here(notebook: Notebook, item: Evidence) -> bool:
    """Whether a listed document would be named nowhere without this."""
    naming = [row for answer in notebook.supplier.answers.values() for row in answer.evidence if row.ref == item.ref]
    return item.ref is not None and len(naming) == 1


def _mend_dates(asker: Asker, notebook: Notebook, question: Question, item: Evidence) -> None:
    before = draft_of(notebook, item)
    if before.document is not None:
        asker.show(Paragraph(wording.MEND_DATES_HINT, Manner.ASIDE))
    draft = ask_dates(asker, notebook, before)
    refused = notebook.keep_evidence(
        question, lambda file: write_dates(file, question.id, item, draft, before.document)
    )
    _tell_refused(asker, refused)


def _tell_refused(asker: Asker, refused: Text | None) -> None:
    if refused is not None:
        asker.show(Paragraph(wording.NOT_WRITTEN.format(detail=refused), Manner.WARNING))
