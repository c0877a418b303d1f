"""One question put and answered, with all that a person may want instead of answering."""

from __future__ import annotations

from enum import Enum, auto

from certready.interview import wording
from certready.interview.asking import BACK, Asker, Choice, Line, Manner, Menu, Paragraph
from certready.interview.evidence import name_evidence
from certready.interview.glossary import terms_in
from certready.interview.notebook import Notebook
from certready.interview.presenting import MORE, NOTHING, level_menu, suggestion
from certready.model import LADDER, Level, Text
from certready.questionnaire import Question


class Outcome(Enum):
    """What came of a question."""

    ANSWERED = auto()
    BACK = auto()
    JUMP = auto()
    SCORE = auto()  # to be shown before the same question is asked again
    LEAVE = auto()
    PLANT = auto()  # the company, the plant or the certificates are to be corrected
    AGAIN = auto()


TERMS, LEVELS, NOTE, REPEAT, RELEASED, EVIDENCE = "terms", "levels", "note", "repeat", "released", "evidence"
JUMP, SCORE, PLANT, LEAVE, RETURN = "jump", "score", "plant", "leave", "return"
WISHES = {
    JUMP: Outcome.JUMP,
    SCORE: Outcome.SCORE,
    PLANT: Outcome.PLANT,
    LEAVE: Outcome.LEAVE,
    RETURN: Outcome.AGAIN,
}
FEWEST_LETTERS = 8
SAY_NOTHING = frozenset(
    [
        "no aplica",
        "porque no",
        "no aplica a esta planta",
        "no nos toca",
        "no lo hacemos",
        "not applicable",
        "does not apply",
    ]
)


def put_question(asker: Asker, notebook: Notebook, question: Question) -> Outcome:
    """Ask for the level of a question that is on the screen, and save it."""
    earlier = notebook.supplier.answers.get(question.id)
    suggested = None if earlier is not None else suggestion(question.requirement, notebook.standings())
    if suggested is not None:
        level = wording.LEVEL_LABELS[suggested.level]
        note = wording.SUGGESTED.format(other=suggested.requirement.title, level=level)
        asker.show(Paragraph(note, Manner.ASIDE))
    chosen = asker.choose(level_menu(question, earlier, suggested))
    if chosen == BACK:
        return Outcome.BACK
    if chosen == MORE:
        return _more(asker, notebook, question)
    level_chosen = Level(chosen)
    reason = ""
    if level_chosen is Level.NOT_APPLICABLE:
        start = earlier.reason if earlier is not None else ""
        reason = asker.write(Line(wording.REASON, start, refuse_reason))
        if reason.casefold() in wording.GO_BACK_WORDS:
            return Outcome.AGAIN
    notebook.answer(question, level_chosen, reason)
    return Outcome.ANSWERED


def _more(asker: Asker, notebook: Notebook, question: Question) -> Outcome:
    chosen = asker.choose(_more_menu(notebook, question))
    match chosen:
        case "terms":
            _explain_terms(asker, question)
            _wait(asker)
        case "levels":
            asker.show(Paragraph(NOTHING), Paragraph(wording.PERMITS), Paragraph(wording.ELSEWHERE))
            asker.show(Paragraph(wording.WEAKEST))
            asker.show(*(Paragraph(wording.LEVELS_EXPLAINED[level], Manner.ITEM) for level in LADDER))
            _wait(asker)
        case "note":
            _take_note(asker, notebook, question)
        case "repeat":
            _mark(asker, notebook, question, REPEAT, wording.MARKED_REPEAT)
        case "released":
            _mark(asker, notebook, question, RELEASED, wording.MARKED_RELEASED)
        case "evidence":
            name_evidence(asker, notebook, question, alone=True)
    return WISHES.get(chosen, Outcome.AGAIN)


def _wait(asker: Asker) -> None:
    """What was explained stays in sight until it is read."""
    asker.choose(Menu(NOTHING, [Choice(RETURN, wording.MORE_RETURN, "0")], RETURN))


def _more_menu(notebook: Notebook, question: Question) -> Menu:
    answer = notebook.supplier.answers.get(question.id)
    repeat = wording.MORE_NO_REPEAT if notebook.detail_of(question, REPEAT) else wording.MORE_REPEAT
    released = wording.MORE_NO_RELEASED if notebook.detail_of(question, RELEASED) else wording.MORE_RELEASED
    rows: list[tuple[str, Text]] = [
        (TERMS, wording.MORE_TERMS),
        (LEVELS, wording.MORE_LEVELS),
        (JUMP, wording.MORE_JUMP),
        (SCORE, wording.MORE_SCORE),
        (NOTE, wording.MORE_NOTE),
        (REPEAT, repeat),
        (RELEASED, released),
        (LEAVE, wording.MORE_LEAVE),
        (PLANT, wording.MORE_PLANT),
    ]
    choices = [Choice(value, label, str(place)) for place, (value, label) in enumerate(rows, start=1)]
    if answer is not None and answer.level in LADDER:  # last, so that every key keeps its meaning
        choices.append(Choice(EVIDENCE, wording.MORE_EVIDENCE, "e"))
    return Menu(wording.MORE, [*choices, Choice(RETURN, wording.MORE_RETURN, "0")], RETURN)


def _explain_terms(asker: Asker, question: Question) -> None:
    requirement, language = question.requirement, asker.language
    short = (requirement.title.to(language), requirement.question.to(language))
    found = terms_in((*short, *requirement.evidence.to(language), *requirement.pitfalls.to(language)))
    asker.show(Paragraph(NOTHING))
    if not found:
        asker.show(Paragraph(wording.NO_TERMS))
    for term in found:
        meaning = Text(es=f"{term.name.es}: {term.meaning.es}", en=f"{term.name.en}: {term.meaning.en}")
        asker.show(Paragraph(meaning, Manner.ITEM))


def _take_note(asker: Asker, notebook: Notebook, question: Question) -> None:
    earlier = str(notebook.detail_of(question, NOTE) or "")
    written = asker.write(Line(wording.NOTE, earlier))
    if written:
        is_open = question.id not in notebook.supplier.answers
        notebook.detail(question, NOTE, written)
        asker.show(Paragraph(wording.NOTE_SAVED_OPEN if is_open else wording.NOTE_SAVED))
    elif earlier:
        notebook.detail(question, NOTE, None)
        asker.show(Paragraph(wording.NOTE_DELETED))


def _mark(asker: Asker, notebook: Notebook, question: Question, key: str, told: Text) -> None:
    marked = not notebook.detail_of(question, key)
    notebook.detail(question, key, marked or None)
    asker.show(Paragraph(told if marked else wording.UNMARKED))


def refuse_reason(written: str) -> Text | None:
    """A reason that an auditor could weigh, or the word that takes one back."""
    bare = written.strip().casefold()
    if not bare:
        return wording.REASON_NEEDED
    if bare in wording.GO_BACK_WORDS:
        return None
    letters = sum(sign.isalpha() for sign in bare)
    return wording.REASON_TOO_SHORT if letters < FEWEST_LETTERS or bare.rstrip(".") in SAY_NOTHING else None
