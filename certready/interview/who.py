"""Who the plant is: name, RFC, state, people, and who answers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import get_close_matches

from certready.harmless import slug
from certready.interview import wording
from certready.interview.asking import Asker, Line, Manner, Paragraph, refuse_empty
from certready.interview.notebook import Notebook
from certready.model import Text

MOST_PEOPLE = 1_000_000
SURE = 0.85
STATES = {
    "Aguascalientes": "ags",
    "Baja California": "bc bcn",
    "Baja California Sur": "bcs",
    "Campeche": "camp",
    "Chiapas": "chis",
    "Chihuahua": "chih",
    "Ciudad de México": "cdmx df mexicodf",
    "Coahuila": "coah coahuiladezaragoza",
    "Colima": "col",
    "Durango": "dgo",
    "Estado de México": "edomex mex edodemexico",
    "Guanajuato": "gto",
    "Guerrero": "gro",
    "Hidalgo": "hgo",
    "Jalisco": "jal",
    "Michoacán": "mich michoacandeocampo",
    "Morelos": "mor",
    "Nayarit": "nay",
    "Nuevo León": "nl",
    "Oaxaca": "oax",
    "Puebla": "pue",
    "Querétaro": "qro",
    "Quintana Roo": "qroo qr",
    "San Luis Potosí": "slp",
    "Sinaloa": "sin",
    "Sonora": "son",
    "Tabasco": "tab",
    "Tamaulipas": "tamps tam",
    "Tlaxcala": "tlax",
    "Veracruz": "ver veracruzdeignaciodelallave",
    "Yucatán": "yuc",
    "Zacatecas": "zac",
}
"""The states with their usual abbreviations."""


def ask_name(asker: Asker) -> str:
    """The name of the company: the first thing, because the file is named after it."""
    asker.show(Paragraph(wording.WHO, Manner.HEADING))
    return asker.write(Line(wording.NAME, refuse=refuse_empty(wording.NAME_NEEDED)))


def ask_who(asker: Asker, notebook: Notebook, *, again: bool = False) -> None:
    """The rest of who the plant is, saved line by line; what is known already is only asked again to be corrected."""
    supplier = notebook.supplier
    if again:
        asker.show(Paragraph(wording.WHO, Manner.HEADING))
        name = asker.write(Line(wording.NAME, supplier.name, refuse_empty(wording.NAME_NEEDED)))
        notebook.put(("supplier", "name"), name)
    if again or not supplier.rfc:
        rfc = asker.write(Line(wording.RFC, supplier.rfc or "", refuse_rfc))
        notebook.put(("supplier", "rfc"), compact_rfc(rfc))
        if rfc and not has_check_digit(rfc):
            asker.show(Paragraph(wording.RFC_DIGIT.format(rfc=compact_rfc(rfc)), Manner.ASIDE))
    if again or not supplier.state:
        state = asker.write(Line(wording.STATE, supplier.state or ""))
        notebook.put(("supplier", "state"), state_named(state))
    if again or supplier.employees is None:
        people = asker.write(Line(wording.EMPLOYEES, str(supplier.employees or ""), refuse_people))
        notebook.put(("supplier", "employees"), whole_number(people) if people else "")
    if again or not supplier.assessed_by:
        notebook.put(("assessed", "by"), asker.write(Line(wording.BY, supplier.assessed_by or "")))


def file_stem(name: str) -> str:
    """A file name from a company's name, its legal form left out."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    without_form = re.sub(r"[, ]+(s\.?\s*a\.?( de c\.?\s*v\.?)?|s\. ?de r\. ?l\.?.*|s\.?a\.?p\.?i\.?.*)\s*$", "", bare)
    return slug(without_form) if re.search("[a-z0-9]", without_form) else "planta"


def compact_rfc(written: str) -> str:
    """The RFC without blanks and hyphens, in capitals."""
    return re.sub(r"[\s_-]", "", written).upper()


def refuse_rfc(written: str) -> Text | None:
    """An RFC may be left out, but not be wrong."""
    if not written.strip():
        return None
    from stdnum.mx import rfc

    if rfc.is_valid(written):
        return None
    digits = re.fullmatch(r"[A-ZÑ&]{3,4}(\d{6})[A-Z0-9]{3}", compact_rfc(written))
    if digits and not _is_date(digits[1]):
        return wording.RFC_DATE.format(rfc=written, digits=digits[1])
    return wording.RFC_WRONG.format(rfc=written)


def has_check_digit(written: str) -> bool:
    """Whether the last character is the one that the SAT computes; a few genuine RFCs fail it."""
    from stdnum.mx import rfc

    return rfc.is_valid(written, validate_check_digits=True)


def _is_date(digits: str) -> bool:
    try:
        date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return False
    return True


def refuse_people(written: str) -> Text | None:
    """A whole number, or nothing."""
    if not written.strip():
        return None
    number = whole_number(written)
    return None if number is not None and 1 <= number <= MOST_PEOPLE else wording.EMPLOYEES_WRONG


def whole_number(written: str) -> int | None:
    """A count as written, also with a comma for the thousands: 1,210."""
    bare = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", "", written.strip())
    return int(bare) if bare.isascii() and bare.isdigit() else None


def state_named(written: str) -> str:
    """One of the 32 states by its full name, where the word or its usual abbreviation can only mean that one."""
    bare = _bare(written)
    names = {_bare(name): name for name in STATES}
    short = {_bare(word): name for name, words in STATES.items() for word in words.split()}
    found = names.get(bare) or short.get(bare)
    if found is None and bare:
        near = get_close_matches(bare, names, n=1, cutoff=SURE)
        found = names[near[0]] if near else None
    return found or written


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", plain)
