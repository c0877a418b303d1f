"""Which sections of a regulation no requirement asks: an author's list of what is still to be written."""

from __future__ import annotations

from collections.abc import Mapping

from certready.model import Library, Section


def cited(library: Library) -> frozenset[str]:
    """Every cite of every checklist: of its own requirements, and of those it includes under its own numerals."""
    own = {cite for one in library.checklists.values() for row in one.requirements() for cite in row.cites}
    through = {
        cite
        for one in library.checklists.values()
        for inclusion in one.includes
        for cites in inclusion.cites.values()
        for cite in cites
    }
    return frozenset(own | through)


def uncited(library: Library) -> Mapping[str, tuple[Section, ...]]:
    """Per regulation, its assessable sections that nobody cites; a paragraph is asked with its parent."""
    known = cited(library)
    return {
        regulation.id: tuple(
            section
            for section in regulation.sections.values()
            if section.assessable
            and f"{regulation.id}/{section.number}" not in known
            and f"{regulation.id}/{section.parent}" not in known
        )
        for regulation in library.regulations.values()
    }
