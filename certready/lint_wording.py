"""Lints of prose: both languages, one question, and no words of an edition that is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from certready.lints import NO_QUESTION, OTHER_EDITION, PLACEHOLDER, SAME_TEXT, TWO_QUESTIONS, Finding, Path
from certready.model import Text, Texts

_SHOWN = 70


@dataclass(frozen=True, slots=True)
class _Edition:
    """Words of a former edition, and what stands in their place today."""

    words: re.Pattern[str]
    instead: Text


_EDITIONS = (
    _Edition(
        re.compile(r"\b820\.(?:5|15|2\d|30|40|50|60|65|7[025]|8[06]|90|1[0-9]{2}|2[0-9]{2})\b(?:\([a-z0-9]+\))*"),
        Text(
            es="desde el 2026-02-02 (QMSR) la Parte 820 remite a los numerales de ISO 13485",
            en="since 2026-02-02 (QMSR) Part 820 refers to the clauses of ISO 13485",
        ),
    ),
    _Edition(
        re.compile(r"\bNOM-241-SSA1-20(?:21|12)\b"),
        Text(es="rige NOM-241-SSA1-2025", en="NOM-241-SSA1-2025 is in force"),
    ),
    _Edition(
        re.compile(
            r"\b(?:DHF|DMR|DHR)s?\b|\bdesign history files?\b|\bdevice (?:master|history) records?\b", re.IGNORECASE
        ),
        Text(
            es="hoy es el archivo de diseño (7.3.10), el archivo del dispositivo (4.2.3) o el registro de lote (7.5.1)",
            en="today it is the design file (7.3.10), the medical device file (4.2.3) or the batch record (7.5.1)",
        ),
    ),
    _Edition(
        re.compile(r"\bQSIT\b|\b7382\.845\b"),
        Text(es="la FDA inspecciona con el CP 7382.850", en="FDA inspects by CP 7382.850"),
    ),
    _Edition(
        re.compile(r"\bNOM-059-SSA1-20(?:06|13)\b"),
        Text(es="rige NOM-059-SSA1-2015", en="NOM-059-SSA1-2015 is in force"),
    ),
    _Edition(re.compile(r"\bISO 13485:20(?:03|12)\b"), Text(es="rige ISO 13485:2016", en="ISO 13485:2016 is in force")),
)
_PAST = re.compile(
    r"\bantes\b|anterior|antigu|\bviej[oa]s?\b|reempla|sustitu|derog|abrog|desapare|\bya no\b|\bsigue[n]?\b|todavía"
    r"|former|replac|supersed|no longer|\bold\b|previous|withdrawn|\bstill\b|\bgone\b|used to",
    re.IGNORECASE,
)
"""Signs that a sentence speaks of the past, or of a plant that has stayed there."""

_TWO_VERBS_ES = re.compile(
    r"\by (?:además|también),? (?:(?:se|los|las|lo|la|les|le) )?\w+(?:an|en|ron)\b", re.IGNORECASE
)
_TWO_VERBS_EN = re.compile(r"\band (?:also|in addition|additionally)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"<[^<>]*>")


def lint_both(text: Text, path: Path) -> Iterator[Finding]:
    """A sentence in both languages: written, not the same twice, of today's edition."""
    if text.es == text.en and text.es and not _PLACEHOLDER.fullmatch(text.es):
        yield SAME_TEXT.found(path, word=_short(text.es))
    for language, sentence in (("es", text.es), ("en", text.en)):
        yield from lint_sentence(sentence, (*path, language))


def lint_list(texts: Texts, path: Path) -> Iterator[Finding]:
    """A list of short texts, item by item."""
    for rank, (es, en) in enumerate(zip(texts.es, texts.en, strict=False)):
        if es == en and not _PLACEHOLDER.fullmatch(es):
            yield SAME_TEXT.found((*path, "en", rank), word=_short(es))
        yield from lint_sentence(es, (*path, "es", rank))
        yield from lint_sentence(en, (*path, "en", rank))


def lint_sentence(sentence: str, path: Path) -> Iterator[Finding]:
    """A sentence in one language: written, and of today's edition unless it says that it speaks of the past."""
    if _PLACEHOLDER.fullmatch(sentence):
        yield PLACEHOLDER.found(path, word=_short(sentence))
    for edition in _EDITIONS:
        found = edition.words.search(sentence)
        if found is not None and _PAST.search(sentence) is None:
            yield OTHER_EDITION.found(path, word=found.group(), instead=edition.instead)


def lint_question(question: Text, path: Path) -> Iterator[Finding]:
    """One question: it asks, and it asks one thing."""
    asked = (
        ("es", question.es, _TWO_VERBS_ES, "¿" in question.es and question.es.endswith("?")),
        ("en", question.en, _TWO_VERBS_EN, question.en.endswith("?")),
    )
    for language, sentence, two_verbs, asks in asked:
        if not sentence or _PLACEHOLDER.fullmatch(sentence):
            continue
        joined = two_verbs.search(sentence)
        if not asks:
            yield NO_QUESTION.found((*path, language), word=_short(sentence))
        elif sentence.count("?") > 1:
            second = sentence[sentence.index("?") + 1 :].strip()
            yield TWO_QUESTIONS.found((*path, language), word=_short(second))
        elif joined is not None:
            yield TWO_QUESTIONS.found((*path, language), word=joined.group())


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else sentence[:_SHOWN] + "…"
