"""Who the plant is: name, RFC, state, people, and who answers."""

from __future__ import annotations

import re
import unicodedata

from certready.harmless import slug
from certready.interview import wording
from certready.interview.asking import Asker, Line, Manner, Paragraph, refuse_empty
from certready.interview.notebook import Notebook
from certready.model import Text

MOST_PEOPLE = 1_000_000


def ask_name(asker: Asker) -> str:
    """The name of the company: the first thing, because the file is named after it."""
    asker.show(Paragraph(wording.WHO, Manner.HEADING))
    return asker.write(Line(wording.NAME, refuse=refuse_empty(wording.NAME_NEEDED)))


def ask_who(asker: Asker, notebook: Notebook) -> None:
    """The rest of who the plant is, saved line by line; what is known already is not asked."""
    supplier = notebook.supplier
    if not supplier.rfc:
        rfc = asker.write(Line(wording.RFC, refuse=refuse_rfc))
        notebook.put(("supplier", "rfc"), compact_rfc(rfc))
    if not supplier.state:
        notebook.put(("supplier", "state"), asker.write(Line(wording.STATE)))
    if supplier.employees is None:
        people = asker.write(Line(wording.EMPLOYEES, refuse=refuse_people))
        notebook.put(("supplier", "employees"), int(people) if people else "")
    if not supplier.assessed_by:
        notebook.put(("assessed", "by"), asker.write(Line(wording.BY)))


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

    return None if rfc.is_valid(written) else wording.RFC_WRONG.format(rfc=written)


def refuse_people(written: str) -> Text | None:
    """A whole number, or nothing."""
    if not written.strip():
        return None
    right = written.isascii() and written.isdigit() and 1 <= int(written) <= MOST_PEOPLE
    return None if right else wording.EMPLOYEES_WRONG
