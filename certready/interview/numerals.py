"""Where a question comes from: every authority's numeral, one line per document."""

from __future__ import annotations

import re

from certready.model import Basis, Language, Library, Text
from certready.phrases import numeral

CODE = re.compile(
    r"NOM-\d+-SSA1-\d{4}|ISO(?:/IEC)? \d+(?:-\d+)*(?::\d{4})?|IEC \d+(?:-\d+)*(?::\d{4})?"
    r"|21 CFR Part(?:e|s|es)? \d+(?: (?:and|y) \d+)?|ICH Q\d+|MDSAP AU P\d+|\(UE\) 2017/745|\(EU\) 2017/745"
)
"""How a document is called in the trade, as its title has it."""

UNSURE = (Basis.CHAPTER, Basis.GENERAL)
MARK = "*"


def document_name(library: Library, regulation: str) -> Text:
    """The document's code with its authority, short enough for a line."""
    known = library.regulations.get(regulation)
    if known is None:
        return Text(es=regulation, en=regulation)
    return Text(
        es=_named(known.authority, known.title.to(Language.ES)), en=_named(known.authority, known.title.to(Language.EN))
    )


def _named(authority: str, title: str) -> str:
    code = CODE.search(title)
    if code is None:
        return authority if " and " not in authority else re.split(r"[,:(]", title)[0]  # a phrase is no name
    short = re.sub(r"21 CFR Part(?:e|s|es)? ", "21 CFR ", code[0])
    givers = re.split(r"\s*/\s*", authority)
    return short if authority in short or short.startswith(tuple(givers)) else f"{authority} {short}"


def numerals(library: Library, cites: tuple[str, ...]) -> tuple[Text, bool]:
    """All numerals by document, and whether one of them is marked as approximate."""
    found: dict[str, dict[str, None]] = {}
    unsure = False
    for cite in cites:
        regulation, _, number = cite.partition("/")
        section = library.section(cite)
        doubtful = section is not None and section.basis in UNSURE
        unsure = unsure or doubtful
        found.setdefault(regulation, {})[numeral(number) + (MARK if doubtful else "")] = None
    rows = [(document_name(library, name), ", ".join(numbers)) for name, numbers in found.items()]
    return Text(
        es="; ".join(f"{name.es} § {listed}" for name, listed in rows),
        en="; ".join(f"{name.en} § {listed}" for name, listed in rows),
    ), unsure
