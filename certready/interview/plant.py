"""The facts about the plant that decide which requirements bind, asked with skip logic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from certready.applicability import facts_on, holds
from certready.interview import wording
from certready.interview.asking import BACK, Asker, Checks, Choice, Line, Manner, Menu, Paragraph
from certready.interview.dates import day_written, refuse_day
from certready.interview.notebook import Notebook
from certready.interview.presenting import NOTHING
from certready.loading.rendering import Value
from certready.model import ALWAYS, Checklist, Fact, FactKind, Profile, Text
from certready.questionnaire import needed_facts, sensible

OPEN, NONE, YES, NO = "?", "-", "true", "false"
NONE_WORD = "none"
DIGITS = "12345678"
"""Keys of the first options; 9 goes back and 0 leaves a fact open."""


def ask_plant(asker: Asker, notebook: Notebook, done: set[str], *, again: bool = False) -> None:
    """Every question about the plant that is open, needed and makes sense, one after the other, with a way back.

    `done` are those asked in this sitting, which grow; with `again` also those answered before are asked, each with
    its answer pointed at.
    """
    facts = notebook.shelf_facts()
    trail: list[str] = []
    fact = _next(notebook, done, again=again)
    if fact is not None:
        asker.show(Paragraph(NOTHING), Paragraph(wording.PROFILE, Manner.HEADING), Paragraph(wording.PROFILE_WHY))
    while fact is not None:
        left = sum(row.id not in done for row in _wanted(notebook, again=again))
        asker.show(Paragraph(NOTHING), Paragraph(wording.FACT_NUMBER.format(n=len(trail) + 1, left=max(left, 1))))
        value = ask_fact(asker, fact, notebook.supplier.profile, can_go_back=bool(trail))
        if value == BACK:
            fact = facts[trail.pop()]
            continue
        trail.append(fact.id)
        done.add(fact.id)
        if value is None:
            notebook.remove(("profile", fact.id))
        else:
            notebook.put(("profile", fact.id), value)
            if fact.kind is FactKind.CERTIFICATES:
                _ask_until(asker, notebook, fact)
        fact = _next(notebook, done, again=again)


def open_facts(notebook: Notebook) -> int:
    """How many questions about the plant are still open that the chosen certificates hang on."""
    return len(_wanted(notebook, again=False))


def _next(notebook: Notebook, done: set[str], *, again: bool) -> Fact | None:
    return next((fact for fact in _wanted(notebook, again=again) if fact.id not in done), None)


def _wanted(notebook: Notebook, *, again: bool) -> list[Fact]:
    questions = notebook.shelf_facts()
    known = facts_on(notebook.supplier.profile, notebook.on)
    held = {fact.id for fact in questions.values() if fact.kind is FactKind.CERTIFICATES}
    told = set(notebook.supplier.profile.facts) if again else set()
    rows = sensible(questions, known, _needed(notebook) | held | told)
    return [fact for fact in rows if again or fact.id not in known]


def _needed(notebook: Notebook) -> frozenset[str]:
    """What the chosen certificates hang on; before there are any, what may lead to one, and those likely ones ask."""
    library, questions = notebook.whole_library(), notebook.shelf_facts()
    if notebook.supplier.targets:
        chosen = [name for name in notebook.supplier.targets if name in library.checklists]
        return needed_facts(library, chosen, questions)
    every = library.checklists.values()
    leading = {fact for checklist in every for fact in checklist.applies_when.fact_ids()}
    return needed_facts(library, _likely(notebook, every), questions) | leading


def _likely(notebook: Notebook, checklists: Iterable[Checklist]) -> list[str]:
    known = facts_on(notebook.supplier.profile, notebook.on)
    return [row.id for row in checklists if not row.voluntary and holds(row.applies_when, known) is not False]


def ask_fact(asker: Asker, fact: Fact, profile: Profile, *, can_go_back: bool) -> Value | None:
    """A value to save, None to leave the fact open, or back."""
    asker.show(Paragraph(fact.question, Manner.QUESTION))
    given = profile.facts.get(fact.id, ())
    fact = _narrowed(fact, profile)
    back = [Choice(BACK, wording.FACT_BACK, "9")] if can_go_back else []
    match fact.kind:
        case FactKind.YES_NO:
            return _ask_one(asker, [Choice(YES, wording.FACT_YES), Choice(NO, wording.FACT_NO)], given, back)
        case FactKind.ONE:
            return _ask_one(asker, [Choice(key, text) for key, text in fact.options.items()], given, back)
        case FactKind.MANY:
            return _ask_many(asker, fact, _marked(given, answered=fact.id in profile.facts), back)
        case FactKind.CERTIFICATES:
            held = {row.scheme: row.until for row in profile.certificates or ()}
            listed = _ask_many(asker, fact, _marked(held, answered=profile.certificates is not None), back)
            if not isinstance(listed, list):
                return listed
            return [{"scheme": key, **({"until": held[key]} if held.get(key) else {})} for key in listed]  # type: ignore[dict-item]


def _narrowed(fact: Fact, profile: Profile) -> Fact:
    """The same question with the options that make sense to this plant, and those chosen before."""
    given = profile.facts.get(fact.id, ())
    fits = {
        key: text
        for key, text in fact.options.items()
        if key in given or holds(fact.options_when.get(key, ALWAYS), profile.facts) is not False
    }
    return replace(fact, options=fits)


def _marked(given: Iterable[str], *, answered: bool) -> frozenset[str]:
    """What was marked before; an empty answer was "none of these"."""
    return frozenset(given) or (frozenset({NONE}) if answered else frozenset())


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
        start = held.until.isoformat() if held.until else ""
        written = asker.write(Line(wording.CERTIFICATE_UNTIL.format(scheme=title), start, refuse_day))
        day = day_written(written)
        if day is not None:
            notebook.put(("profile", fact.id, place, "until"), day)
            if day < notebook.on:
                told = wording.CERTIFICATE_OVER.format(scheme=title, day=day.isoformat())
                asker.show(Paragraph(told, Manner.WARNING))
