"""Typed reading of a tree: each question returns a value or None, and what is wrong is noted with its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from certready.loading import faults
from certready.loading.encoding import SEEN
from certready.loading.report import Report
from certready.loading.rule import Place, shown
from certready.loading.source import NULLS, Mapping, Node, Scalar, Sequence, parse
from certready.model import Period, Range, Text, Texts

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_LIKELY_TRUE = {"yes", "y", "on", "sí", "si", "verdadero", "cierto"}
_LIKELY_FALSE = {"no", "n", "off", "falso"}
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Days beyond these are slips of the pen, and calendars end."""
_NO_KEYS: frozenset[str] = frozenset()

Choice = TypeVar("Choice", bound=StrEnum)


def is_nothing(node: Node | None) -> bool:
    """Whether a section is left out or left empty."""
    return node is None or (type(node) is Scalar and node.is_null)


class Fields:
    """The entries of one map, read by name and type; unknown keys are noted at once."""

    __slots__ = ("entries", "node", "report")

    def __init__(self, report: Report, node: Mapping, known: frozenset[str]) -> None:
        self.report = report
        self.node = node
        self.entries = node.entries
        if not self.entries.keys() <= known:
            for key, (place, _) in self.entries.items():
                if key not in known and not key.startswith("x-"):
                    hint = report.near(key, known)
                    listed = ", ".join(sorted(known))
                    report.add(faults.UNKNOWN_KEY, place, hint=hint, key=shown(key), known=listed)

    def __contains__(self, key: str) -> bool:
        """Whether the map has the key."""
        return key in self.entries

    def own(self) -> Iterator[tuple[str, Scalar, Node]]:
        """All entries whose keys are not the writer's own."""
        for key, (place, node) in self.entries.items():
            if not key.startswith("x-"):
                yield key, place, node

    def missing(self, *keys: str) -> bool:
        """Note the keys that must be there and are not."""
        if self.entries.keys() >= set(keys):
            return False
        for key in keys:
            if key not in self.entries:
                self.report.add(faults.MISSING_KEY, self.node, key=key)
        return True

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        entry = self.entries.get(key)
        return entry[1] if entry is not None else None

    def place(self, key: str) -> Place:
        """Where a value is, or the map itself when it is not there."""
        entry = self.entries.get(key)
        return entry[1] if entry is not None else self.node

    def text(self, key: str, default: str = "") -> str:
        """A text; the default where the key is left out."""
        entry = self.entries.get(key)
        if entry is None:
            return default
        return text(self.report, entry[1], key) or default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        entry = self.entries.get(key)
        if entry is None:
            return default
        found = yes_no(self.report, entry[1], key)
        return default if found is None else found

    def date(self, key: str) -> date | None:
        """A day."""
        entry = self.entries.get(key)
        return None if entry is None else day(self.report, entry[1], key)

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        """One of the words of an enumeration."""
        entry = self.entries.get(key)
        return None if entry is None else choice(self.report, entry[1], key, kind)

    def number(self, key: str, low: float, high: float) -> float | None:
        """A plain decimal number within bounds."""
        entry = self.entries.get(key)
        return None if entry is None else number(self.report, entry[1], key, low, high)

    def fields(self, key: str, known: frozenset[str] | None = _NO_KEYS) -> Fields | None:
        """A map under a key; None for `known` lets any key pass."""
        entry = self.entries.get(key)
        if entry is None or is_nothing(entry[1]):
            return None
        return as_fields(self.report, entry[1], key, known)

    def items(self, key: str) -> list[Node]:
        """The items of a list under a key."""
        entry = self.entries.get(key)
        if entry is None or is_nothing(entry[1]):
            return []
        return items(self.report, entry[1], key)

    def words(self, key: str, *, lone: bool = False) -> list[Scalar]:
        """A list of texts, none twice; `lone` lets one text stand for a list of one."""
        entry = self.entries.get(key)
        if entry is None or is_nothing(entry[1]):
            return []
        return words(self.report, entry[1], key, lone=lone)

    def both(self, key: str) -> Text:
        """A sentence in both languages."""
        found = self.fields(key, _LANGUAGES)
        if found is None:
            self._one_language(key)
            return Text("", "")
        found.missing("es", "en")
        return Text(es=found.text("es"), en=found.text("en"))

    def both_lists(self, key: str) -> Texts:
        """A list of short texts in both languages, item by item."""
        found = self.fields(key, _LANGUAGES)
        if found is None:
            self._one_language(key)
            return Texts()
        if found.missing("es", "en"):
            return Texts()
        es = tuple(word.text for word in found.words("es"))
        en = tuple(word.text for word in found.words("en"))
        if len(es) != len(en):
            self.report.add(faults.ITEMS_DIFFER, found.node, key=key, es=len(es), en=len(en))
        return Texts(es=es, en=en)

    def _one_language(self, key: str) -> None:
        if key not in self.entries:
            self.missing(key)
        elif is_nothing(self.get(key)):
            self.report.add(faults.NOT_A_MAP, self.place(key), key=key, hint=_BOTH_LANGUAGES)

    def period(self, key: str) -> Period:
        """A time in force."""
        found = self.fields(key, _PERIOD)
        if found is None:
            return Period()
        start, until = found.date("from"), found.date("until")
        if start and until and until < start:
            self.report.add(faults.PERIOD_REVERSED, found.node)
        return Period(start, until, found.text("superseded_by") or None)

    def range(self, key: str, high: float) -> Range:
        """An estimate: low, likely, high."""
        found = self.fields(key, _RANGE)
        if found is None:
            self.missing(key)
            return Range(0, 0, 0)
        return found.as_range(key, high)

    def as_range(self, name: str, high: float) -> Range:
        """The low, likely and high of this map itself."""
        self.missing("low", "likely", "high")
        low, likely, top = (self.number(key, 0, high) or 0.0 for key in ("low", "likely", "high"))
        if not low <= likely <= top:
            self.report.add(faults.RANGE_REVERSED, self.node, key=name)
        return Range(low, likely, top)


_LANGUAGES = frozenset({"es", "en"})
_PERIOD = frozenset({"from", "until", "superseded_by"})
_RANGE = frozenset({"low", "likely", "high"})
_BOTH_LANGUAGES = Text(
    es="Escriba el texto en los dos idiomas: {es: …, en: …}.",
    en="Write the text in both languages: {es: …, en: …}.",
)


def as_fields(report: Report, node: Node, name: str, known: frozenset[str] | None) -> Fields | None:
    """A node that must be a map."""
    if type(node) is not Mapping:
        report.add(faults.NOT_A_MAP, node, key=name)
        return None
    return Fields(report, node, frozenset(node.entries) if known is None else known)


def items(report: Report, node: Node, name: str) -> list[Node]:
    """The items of a node that must be a list."""
    if type(node) is not Sequence:
        report.add(faults.NOT_A_LIST, node, key=name)
        return []
    return node.items


def words(report: Report, node: Node, name: str, *, lone: bool = False) -> list[Scalar]:
    """The texts of a list, none twice."""
    if lone and type(node) is Scalar and not node.is_null:
        return [node]
    found: dict[str, Scalar] = {}
    for item in items(report, node, name):
        word = text(report, item, name)
        if word is None:
            continue
        if word in found:
            report.add(faults.REPEATED_ITEM, item, key=name, word=shown(word))
        elif type(item) is Scalar:
            found[word] = item
    return list(found.values())


def text(report: Report, node: Node, name: str) -> str | None:
    """A text as written; neither a collection nor nothing."""
    if type(node) is not Scalar:
        report.add(faults.NOT_A_TEXT, node, key=name)
        return None
    found = node.text
    if (not node.style and found in NULLS) or not found or found.isspace() or not SEEN.search(found):
        report.add(faults.NULL, node, key=name)
        return None
    return found


def yes_no(report: Report, node: Node, name: str) -> bool | None:
    """True or false, unquoted; any other word for it is told how to be written."""
    if type(node) is Scalar and not node.style:
        if node.text == "true":
            return True
        if node.text == "false":
            return False
    word = text(report, node, name)
    if word is not None:
        hint = None
        if word.casefold() in _LIKELY_TRUE or word.casefold() == "true":
            hint = Text(es="Escriba true, sin comillas.", en="Write true, without quotes.")
        elif word.casefold() in _LIKELY_FALSE or word.casefold() == "false":
            hint = Text(es="Escriba false, sin comillas.", en="Write false, without quotes.")
        report.add(faults.NOT_YES_NO, node, hint=hint, key=name, word=shown(word))
    return None


def day(report: Report, node: Node, name: str) -> date | None:
    """A real day, written YYYY-MM-DD."""
    word = text(report, node, name)
    if word is None:
        return None
    found = calendar_day(word)
    if found is not None:
        return found
    rule = faults.NOT_A_DATE if _real_day(word) is None else faults.FAR_DATE
    report.add(rule, node, key=name, word=shown(word), first=_FIRST_DAY.year, last=_LAST_DAY.year)
    return None


def calendar_day(word: str) -> date | None:
    """The day that a word of the form YYYY-MM-DD names, within the years that a file may speak of."""
    found = _real_day(word)
    return found if found is not None and _FIRST_DAY <= found <= _LAST_DAY else None


@lru_cache(maxsize=4096)
def _real_day(word: str) -> date | None:
    if not _DATE.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def choice(report: Report, node: Node, name: str, kind: type[Choice]) -> Choice | None:
    """One of the words of an enumeration."""
    word = text(report, node, name)
    if word is None:
        return None
    try:
        return kind(word)
    except ValueError:
        known = [str(member) for member in kind]
        hint = report.near(word, known)
        report.add(faults.NOT_A_CHOICE, node, hint=hint, key=name, word=shown(word), choices=", ".join(known))
        return None


def number(report: Report, node: Node, name: str, low: float, high: float) -> float | None:
    """A plain decimal number within bounds; no exponent, no infinity, no separators."""
    word = text(report, node, name)
    if word is None or type(node) is not Scalar:
        return None
    if node.quoted or not _NUMBER.fullmatch(word):
        report.add(faults.NOT_A_NUMBER, node, key=name, word=shown(word))
        return None
    return _bounded(report, node, name, float(word), low, high)


def whole(report: Report, node: Node, name: str, low: int, high: int) -> int | None:
    """A whole number within bounds."""
    word = text(report, node, name)
    if word is None or type(node) is not Scalar:
        return None
    if node.quoted or not _WHOLE.fullmatch(word):
        report.add(faults.NOT_WHOLE, node, key=name, word=shown(word))
        return None
    found = _bounded(report, node, name, int(word), low, high)
    return None if found is None else int(found)


def _bounded(  # noqa: PLR0913, PLR0917 - the value and its bounds belong together
    report: Report, node: Scalar, name: str, value: float, low: float, high: float
) -> float | None:
    if low <= value <= high:
        return value
    report.add(faults.OUT_OF_BOUNDS, node, key=name, word=node.text, low=_bound(low), high=_bound(high))
    return None


def _bound(bound: float) -> str:
    return f"{bound:,.6f}".rstrip("0").rstrip(".") if math.isfinite(bound) else "∞"


def open_file(data: bytes, file: str, known: frozenset[str]) -> tuple[Report, Fields | None]:
    """A file's outermost map, and the report that takes up what is wrong with it."""
    root, found = parse(data, file)
    report = Report(file)
    report.found.extend(found)
    return report, root_fields(report, root, known)


def root_fields(report: Report, node: Node | None, known: frozenset[str]) -> Fields | None:
    """The file's outermost map, of the one format version that there is."""
    if node is None:
        return None
    if type(node) is not Mapping:
        report.add(faults.NOT_A_MAP, node, key=report.file.replace("\\", "/").rpartition("/")[2])
        return None
    version = node.entries.get("certready")
    if version is None:
        report.add(faults.MISSING_KEY, node, key="certready", hint=_VERSION)
    elif type(version[1]) is not Scalar or version[1].text != "1" or version[1].quoted:
        written = version[1].text if type(version[1]) is Scalar else "…"
        report.add(faults.FORMAT_VERSION, version[1], word=shown(written))
        return None
    return Fields(report, node, known)


_VERSION = Text(es="Escriba «certready: 1» en la primera línea.", en="Write “certready: 1” on the first line.")
