"""The words: both languages, the same placeholders, short enough, and the glossary."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from certready.interview import glossary, wording, wording_end, wording_evidence
from certready.interview.asking import Choice
from certready.interview.glossary import TERMS, terms_in
from certready.model import Text
from certready.phrases import LEVELS

LABEL_ROOM = 50


def texts() -> Iterator[tuple[str, Text]]:
    for name, value in (*vars(wording).items(), *vars(wording_end).items(), *vars(wording_evidence).items()):
        rows = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        for row in rows:
            found = row.label if isinstance(row, Choice) else row
            if isinstance(found, Text):
                yield name, found
    for term in glossary.TERMS:
        yield term.name.en, term.name
        yield term.name.en, term.meaning


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("name", "text"), list(texts()))
def test_both_languages_say_the_same_things(name: str, text: Text) -> None:
    assert text.es.strip(), name
    assert text.en.strip(), name
    assert placeholders(text.es) == placeholders(text.en), name


def test_menu_labels_are_never_cut_in_a_narrow_window() -> None:
    labels = [
        *wording.LEVEL_LABELS.values(),
        wording.UNKNOWN_LABEL,
        wording.NOT_APPLICABLE_LABEL,
        wording.BACK_LABEL,
        wording.MORE_LABEL,
        *(text for name, text in vars(wording).items() if name.startswith("MORE_") and isinstance(text, Text)),
    ]
    for text in labels:
        assert len(text.es) <= LABEL_ROOM, text.es
        assert len(text.en) <= LABEL_ROOM, text.en


def test_the_levels_of_the_menu_are_the_levels_of_the_trade() -> None:
    assert set(wording.LEVEL_LABELS) == set(wording.LEVELS_EXPLAINED) <= set(LEVELS)


def test_terms_are_found_as_whole_words_in_both_languages() -> None:
    found = [term.name.en for term in terms_in(["¿Hay PNO para CAPA y la IQ/OQ?", "capacitación"])]
    assert found == ["SOP", "CAPA", "IQ/OQ/PQ"]
    assert [term.name.en for term in terms_in(["Is every batch released?"])] == ["Lot, batch", "Release"]
    assert terms_in(["Nada que explicar"]) == []


def test_no_term_is_explained_twice() -> None:
    names = [term.name for term in TERMS]
    assert len(names) == len(set(names))
