"""A term of the trade, and how it is found in a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from certready.model import Text


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a newcomer to the trade may not know; `forms` are patterns of how it is written."""

    name: Text
    meaning: Text
    forms: str

    def occurs_in(self, text: str) -> bool:
        """Whether the term is used there, as a whole word."""
        return re.search(rf"(?<!\w)(?:{self.forms})(?!\w)", text, re.IGNORECASE) is not None


def term(es: str, en: str, meaning_es: str, meaning_en: str, forms: str) -> Term:
    """A term by its names, meanings and forms."""
    return Term(Text(es=es, en=en), Text(es=meaning_es, en=meaning_en), forms)
