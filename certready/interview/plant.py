"""The facts about the plant that decide which requirements bind, asked with skip logic."""

from __future__ import annotations

from itertools import zip_longest

from certready.applicability import facts_on
from certready.interview import wording
from certready.interview.asking import BACK, Asker, Checks, Choice, Line, Manner, Menu, Paragraph
from certready.interview.notebook import Notebook
from certready.interview.presenting import NOTHING
from certready.loading.fields import calendar_day
from certready.loading.rendering import Value
from certready.model import Fact, FactKind, Profile, Text
from certready.questionnaire import open_questions

OPEN, NONE, YES, NO = "?", "-", "true", "false"
NONE_WORD = "none"
DIGITS = "12345678"
"""Keys of the first options; 9 goes back and 0 leaves a fact open."""


def ask_plant(asker: Asker, notebook: Notebook) -> None:
    """Every question about the plant that is open and makes sense, one after the other, with a way back."""
    facts = notebook.shelf_facts()
    asker.show(Paragraph(NOTHING), Paragraph(wording.PROFILE, Manner.HEADING), Paragraph(wording.PROFILE_WHY))
    left_open: set[str] = set()
    trail: list[str] = []
    fact = _next(notebook, left_open)
    while fact is not None:
        value = _ask(asker, fact, notebook.supplier.profile, can_go_back=bool(trail))
        if value == BACK:
            fact = facts[trail.pop()]
            continue
        trail.append(fact.id)
        if value is None:
            left_open.add(fact.id)
            notebook.remove(("profile", fact.id))
        else:
            left_open.discard(fact.id)
            notebook.put(("profile", fact.id), value)
            if fact.kind is FactKind.CERTIFICATES:
                _ask_until(asker, notebook, fact)
        fact = _next(notebook, left_open)


def open_facts(notebook: Notebook) -> int:
    """How many questions about the plant are still open."""
    return len(_open(notebook))


def _open(notebook: Notebook) -> list[Fact]:
    return open_questions(notebook.shelf_facts(), facts_on(notebook.supplier.profile, notebook.on))


def _next(notebook: Notebook, left_open: set[str]) -> Fact | None:
    return next((fact for fact in _open(notebook) if fact.id not in left_open), None)


def _ask(asker: Asker, fact: Fact, profile: Profile, *, can_go_back: bool) -> Value | None:
    """A value to save, None to leave the fact open, or back."""
    asker.show(Paragraph(NOTHING), Paragraph(fact.question, Manner.QUESTION))
    given = profile.facts.get(fact.id, ())
    back = [Choice(BACK, wording.FACT_BACK, "9")] if can_go_back else []
    match fact.kind:
        case FactKind.YES_NO:
            return _ask_one(asker, [Choice(YES, wording.FACT_YES), Choice(NO, wording.FACT_NO)], given, back)
        case FactKind.ONE:
            return _ask_one(asker, [Choice(key, text) for key, text in fact.options.items()], given, back)
        case FactKind.MANY:
            return _ask_many(asker, fact, frozenset(given), back)
        case FactKind.CERTIFICATES:
            held = frozenset(row.scheme for row in profile.certificates or ())
            listed = _ask_many(asker, fact, held, back)
            return [{"scheme": key} for key in listed] if isinstance(listed, list) else listed


def _ask_one(asker: Asker, choices: list[Choice], given: tuple[str, ...], back: list[Choice]) -> Value | None:
    keyed = [Choice(row.value, row.label, key) for row, key in zip_longest(choices, DIGITS[: len(choices)])]
    options = [*keyed, Choice(OPEN, wording.FACT_OPEN, "0"), *back]
    chosen = asker.choose(Menu(wording.CHOOSE, options, given[0] if given else None))
    if chosen == OPEN:
        return None
    return chosen == YES if chosen in (YES, NO) else chosen


def _ask_many(asker: Asker, fact: Fact, given: frozenset[str], back: list[Choice]) -> Value | None:
    choices = [Choice(key, text) for key, text in fact.options.items()]
    if NONE_WORD not in fact.options:
        choices.append(Choice(NONE, wording.FACT_NONE))
    choices.append(Choice(OPEN, wording.FACT_OPEN))
    alone = frozenset({NONE, NONE_WORD, OPEN, BACK})
    choices += [Choice(row.value, row.label) for row in back]
    marked = asker.mark(Checks(wording.MARK, choices, given, alone))
    if BACK in marked:
        return BACK
    if OPEN in marked:
        return None
    return [] if NONE in marked else [key for key in marked if key in fact.options]


def _ask_until(asker: Asker, notebook: Notebook, fact: Fact) -> None:
    """Until when each certificate is valid: an expired one counts for nothing."""
    for place, held in enumerate(notebook.supplier.profile.certificates or ()):
        title = fact.options.get(held.scheme, Text(es=held.scheme, en=held.scheme))
        written = asker.write(Line(wording.CERTIFICATE_UNTIL.format(scheme=title), refuse=refuse_date))
        if written:
            notebook.put(("profile", fact.id, place, "until"), written)


def refuse_date(written: str) -> Text | None:
    """A date as 2027-05-31, or nothing."""
    return None if not written or calendar_day(written) else wording.DATE_WRONG
