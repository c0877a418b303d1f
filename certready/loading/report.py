"""What is wrong with one file, collected while it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from certready.diagnostics import Diagnostic, did_you_mean
from certready.loading import faults
from certready.loading.encoding import sign_name
from certready.loading.rule import Place, Rule, shown
from certready.loading.source import MAX_FAULTS
from certready.model import Text

_MAX_GUESSES = 50
_LONGEST_GUESS = 80


class Report:
    """Collects what is wrong with one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self._guesses = 0

    def add(self, rule: Rule, place: Place, *, hint: Text | None = None, **values: str | int | Text) -> None:
        """Note a fault; after very many only that there are more."""
        if len(self.found) < MAX_FAULTS:
            self.found.append(rule.at(self.file, place, hint=hint, **values))
        elif len(self.found) == MAX_FAULTS:
            self.found.append(faults.TOO_MANY_FAULTS.at(self.file, place, count=f"{MAX_FAULTS:,}"))

    def near(self, word: str, known: Iterable[str]) -> Text | None:
        """A "did you mean"; looked for a bounded number of times, for a file may hold thousands of wrong words."""
        self._guesses += 1
        if self._guesses > _MAX_GUESSES or len(word) > _LONGEST_GUESS:
            return None
        near = did_you_mean(word, known)
        return near if near is None or word.isascii() else _named_signs(word, near)

    def unknown(self, rule: Rule, node: Place, word: str, among: Iterable[str], **values: str) -> None:
        """Note an unknown word, with the nearest known one as hint."""
        self.add(rule, node, hint=self.near(word, among), word=shown(word), **values)


def _named_signs(word: str, near: Text) -> Text:
    """The hint with the signs of a word that are of no Latin alphabet: they may look like the right ones."""
    signs = ", ".join(sign_name(sign) for sign in dict.fromkeys(word) if not sign.isascii() and not _is_latin(sign))
    if not signs:
        return near
    return Text(es=f"{near.es} Aquí hay {signs}.", en=f"{near.en} Here it has {signs}.")


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
