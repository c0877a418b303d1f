"""Whether what a checklist names in other files exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certready.diagnostics import Diagnostic
from certready.loading import faults
from certready.loading.checklists import Draft, Link
from certready.loading.report import Report
from certready.loading.rule import shown
from certready.model import Checklist, Library

_REQUIREMENT_LINKS = frozenset({"met_by", "see_also", "only", "retired"})


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of all files on the shelf, read or not."""

    checklists: Sequence[str]
    regulations: Sequence[str] | None  # None: cites are not followed


def check_links(file: str, draft: Draft, library: Library, known: Known) -> list[Diagnostic]:
    """The links of one checklist that lead nowhere."""
    report = Report(file)
    requirements = {name: requirement_ids(checklist) for name, checklist in library.checklists.items()}
    for link in draft.links:
        if link.key == "cites":
            if known.regulations is not None:
                _cite(report, link, library, known.regulations)
        elif link.key == "practice":
            if library.book.practices and link.target not in library.book.practices:
                report.unknown(faults.UNKNOWN_PRACTICE, link.place, link.target, library.book.practices)
        elif link.key == "checklist":
            if link.target not in known.checklists:
                report.unknown(faults.UNKNOWN_CHECKLIST, link.place, link.target, known.checklists)
        elif link.key in _REQUIREMENT_LINKS:
            _requirement(report, link, library, requirements)
    return report.found


def requirement_ids(checklist: Checklist) -> frozenset[str]:
    """The full ids of a checklist's own requirements."""
    return frozenset(row.id for row in checklist.requirements())


def _requirement(report: Report, link: Link, library: Library, requirements: Mapping[str, frozenset[str]]) -> None:
    name = link.target.partition("/")[0]
    own = requirements.get(name)
    if own is not None and link.target in own:
        return
    if link.key == "retired":
        if not _retired_too(link.target, library):
            report.unknown(faults.NO_SUCCESSOR, link.place, link.target, own or ())
        return
    if own is None and link.key == "only":
        return  # the checklist itself is unknown or unreadable, and that is noted already
    report.unknown(faults.UNKNOWN_LINK, link.place, link.target, own or (), key=link.key)


def _retired_too(target: str, library: Library) -> bool:
    """A successor may have been retired later; then its own successor is checked in its place."""
    checklist = library.checklists.get(target.partition("/")[0])
    return checklist is not None and target in checklist.retired


def _cite(report: Report, link: Link, library: Library, known: Sequence[str]) -> None:
    name, _, number = link.target.partition("/")
    regulation = library.regulations.get(name)
    if regulation is None:
        if name not in known:
            report.unknown(faults.UNKNOWN_REGULATION, link.place, name, known)
    elif number not in regulation.sections:
        report.add(
            faults.UNKNOWN_SECTION,
            link.place,
            hint=report.near(number, regulation.sections),
            regulation=name,
            word=shown(number),
        )


def find_include_cycles(drafts: Mapping[str, Draft], files: Mapping[str, str]) -> list[Diagnostic]:
    """Checklists that include one another in a circle, each circle told once."""
    found: list[Diagnostic] = []
    told: set[frozenset[str]] = set()
    for start in drafts:
        cycle = _cycle(start, drafts)
        if cycle is None or frozenset(cycle) in told:
            continue
        told.add(frozenset(cycle))
        place = next(link.place for link in _includes(drafts[start]) if link.target == cycle[1])
        path = " → ".join(cycle)
        found.append(faults.INCLUDE_CYCLE.at(files[start], place, path=path))
    return found


def _includes(draft: Draft) -> list[Link]:
    return [link for link in draft.links if link.key == "checklist"]


def _cycle(start: str, drafts: Mapping[str, Draft]) -> list[str] | None:
    """A way from a checklist by includes back to itself."""
    waiting = [[start]]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        for link in _includes(drafts[path[-1]]):
            if link.target == start:
                return [*path, start]
            if link.target in drafts and link.target not in seen:
                seen.add(link.target)
                waiting.append([*path, link.target])
    return None
