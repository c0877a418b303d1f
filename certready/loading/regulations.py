"""A regulation file: a source document and its numbered sections, in our own words."""

from __future__ import annotations

from pathlib import PurePath

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import ID
from certready.loading.conditions import Facts, condition
from certready.loading.fields import Fields, as_fields, open_file
from certready.loading.rule import Place, shown
from certready.model import Basis, Regulation, Section

_ROOT = frozenset(["certready", "id", "title", "edition", "authority", "in_force", "url", "as_of", "sections"])
_SECTION = frozenset(["number", "title", "gist", "assessable", "basis", "formerly", "applies_when", "parent"])


def read_regulation(data: bytes, file: str, facts: Facts) -> tuple[Regulation | None, list[Diagnostic]]:
    """The regulation, and all that is wrong with its file."""
    report, fields = open_file(data, file, _ROOT)
    if fields is None:
        return None, in_file_order(report.found)
    fields.missing("id", "edition", "sections")
    stem = PurePath(file).stem
    own = fields.text("id") or stem
    if "id" in fields and (own != stem or not ID.fullmatch(own)):
        report.add(faults.ID_NOT_FILE, fields.place("id"), word=shown(own), stem=shown(stem))
    regulation = Regulation(
        id=own,
        title=fields.both("title"),
        edition=fields.text("edition"),
        authority=fields.text("authority"),
        in_force=fields.period("in_force"),
        url=fields.text("url"),
        as_of=fields.date("as_of"),
        sections=_sections(fields, facts),
    )
    return regulation, in_file_order(report.found)


def _sections(fields: Fields, facts: Facts) -> dict[str, Section]:
    report = fields.report
    found: dict[str, Section] = {}
    places: dict[str, Place] = {}
    parents: list[tuple[str, Place]] = []
    for node in fields.items("sections"):
        row = as_fields(report, node, "sections", _SECTION)
        if row is None or row.missing("number"):
            continue
        section = _section(row, facts)
        if not section.number:
            continue
        if section.number in found:
            line = places[section.number].line
            report.add(faults.REPEATED_ID, row.place("number"), word=shown(section.number), line=line)
            continue
        found[section.number], places[section.number] = section, row.place("number")
        if section.parent is not None:
            parents.append((section.parent, row.place("parent")))
    for parent, place in parents:
        if parent not in found:
            report.unknown(faults.UNKNOWN_PARENT, place, parent, found)
    return found


def _section(row: Fields, facts: Facts) -> Section:
    row.missing("assessable", "basis")
    return Section(
        number=row.text("number"),
        title=row.both("title"),
        gist=row.both("gist"),
        assessable=row.flag("assessable"),
        basis=row.choice("basis", Basis) or Basis.GENERAL,
        formerly=tuple(word.text for word in row.words("formerly")),
        applies_when=condition(row, facts),
        parent=row.text("parent") or None,
    )
