"""Days as people in Mexico write them: 31/05/2027, 31-5-27, 31 de mayo de 2027, 2027-05-31."""

from __future__ import annotations

import re
from datetime import date

from certready.interview import wording_evidence as wording
from certready.model import Text

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a supplier file may speak of."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})(?:[-/. ]| de )([a-z]{3,10})\.?(?:[-/. ]| del? )(\d{4}|\d{2})", re.ASCII)
_MONTHS = (
    "enero january",
    "febrero february",
    "marzo march",
    "abril april",
    "mayo may",
    "junio june",
    "julio july",
    "agosto august",
    "septiembre setiembre september",
    "octubre october",
    "noviembre november",
    "diciembre december",
)
_BY_NAME = {
    name: number
    for number, names in enumerate(_MONTHS, start=1)
    for word in names.split()
    for name in (word, word[:3], word[:4])
}
_THIS_CENTURY = 80
"""Two digits below this are of 2000 and later; the rest are of the years before."""
_LONGEST = 30


def day_written(text: str) -> date | None:
    """The day that was written, day before month; None where it is no day."""
    parts = _parts(text)
    if parts is None or not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def refuse_day(text: str) -> Text | None:
    """What is wrong with a day as written; nothing for an empty line."""
    if not text.strip() or day_written(text) is not None:
        return None
    parts = _parts(text)
    if parts is None:
        word = text.strip()
        return wording.DATE_FORM.format(word=word if len(word) <= _LONGEST else word[:_LONGEST] + "…")
    year, month, day = parts
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return wording.DATE_YEAR.format(year=year, first=FIRST_YEAR, last=LAST_YEAR)
    if not 1 <= month <= len(_MONTHS):
        return wording.DATE_MONTH.format(month=month)
    return wording.DATE_DAY.format(month=month, year=year, day=day)


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, as far as the form can be told."""
    word = " ".join(text.casefold().split())
    if found := _YEAR_FIRST.fullmatch(word):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DAY_FIRST.fullmatch(word):
        return _year(found[4]), int(found[3]), int(found[1])
    if (found := _IN_WORDS.fullmatch(word)) and found[2] in _BY_NAME:
        return _year(found[3]), _BY_NAME[found[2]], int(found[1])
    return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - the century is written
        return year
    return year + (2000 if year < _THIS_CENTURY else 1900)
