"""Terms of the trade explained in two lines, offered where a question uses them."""

from __future__ import annotations

from collections.abc import Iterable

from certready.interview import terms_medicines, terms_quality
from certready.interview.term import Term

TERMS = (*terms_quality.TERMS, *terms_medicines.TERMS)


def terms_in(texts: Iterable[str]) -> list[Term]:
    """The terms used in these texts, in the order of the glossary."""
    whole = "\n".join(texts)
    return [term for term in TERMS if term.occurs_in(whole)]
