"""The language of this run: option, then CERTREADY_LANG, then the system's if Spanish or English, then Spanish."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence

from certready.model import Language, Text

VARIABLE = "CERTREADY_LANG"
ASKED = "CERTREADY_LANG_ASKED"  # set by settle() alone
LANGUAGES = frozenset(language.value for language in Language)
SEPARATOR = "\x1f"


def chosen() -> Language:
    """The language that main() has settled for this run."""
    named = os.environ.get(VARIABLE, "").lower()[:2]
    return Language(named) if named in LANGUAGES else _of_system()


def settle(arguments: Sequence[str]) -> None:
    """Read `--lang` before anything else, so that even a usage error speaks the right language."""
    os.environ.pop(ASKED, None)
    for position, word in enumerate(arguments):
        if word == "--lang" and position + 1 < len(arguments):
            named = arguments[position + 1]
        elif word.startswith("--lang="):
            named = word.partition("=")[2]
        else:
            continue
        if named.lower() in LANGUAGES:
            os.environ[VARIABLE] = os.environ[ASKED] = named.lower()
        return


def asked() -> Language | None:
    """The language of `--lang`, if it was given: it also decides the language of reports."""
    named = os.environ.get(ASKED, "")
    return Language(named) if named in LANGUAGES else None


def _of_system() -> Language:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        named = os.environ.get(variable, "")
        if named:
            return Language.EN if named.lower().startswith("en") else Language.ES
    if sys.platform == "win32":  # Windows names no variable; its locale is "English_United States" or "en_US"
        return Language.EN if (locale.getlocale()[0] or "").lower().startswith("en") else Language.ES
    return Language.ES


def both(*, es: str, en: str) -> str:
    """A help text in both languages in one string, as typer wants one; `one` takes it apart again."""
    return f"{es}{SEPARATOR}{en}"


def one(text: str, language: Language) -> str:
    """The half of a help text that is in this language; any other text as it is."""
    spanish, found, english = text.partition(SEPARATOR)
    if not found:
        return text
    return Text(es=spanish, en=english).to(language)
