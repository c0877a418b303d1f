"""A checklist file: what one target asks, with every link it makes to other files."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.conditions import Facts, condition
from certready.loading.fields import Fields, as_fields, choice, is_nothing, open_file, text
from certready.loading.report import Report
from certready.loading.rule import Place, Rule, shown
from certready.loading.source import Mapping, Node, Scalar
from certready.model import (
    Application,
    Chapter,
    Checklist,
    Criticality,
    Impact,
    Inclusion,
    OutcomeModel,
    Period,
    Requirement,
    System,
)

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOCAL_ID = re.compile(r"[\w.()§+-]+")

_ROOT = frozenset(
    [
        "certready",
        "id",
        "authority",
        "title",
        "certificate",
        "edition",
        "in_force",
        "as_of",
        "includes",
        "applies_when",
        "outcome_models",
        "voluntary",
        "application",
        "retired",
        "chapters",
    ]
)
_APPLICATION = frozenset({"terms", "fees", "issued", "scheme", "practice"})
_CHAPTER = frozenset({"id", "title", "requirements"})
_REQUIREMENT = frozenset(
    [
        "id",
        "cites",
        "title",
        "question",
        "evidence",
        "pitfalls",
        "criticality",
        "practice",
        "product_risk",
        "documented_procedure",
        "na_allowed",
        "in_force",
        "applies_when",
        "met_by",
        "see_also",
        "nc_impact",
        "oai_trigger",
        "system",
    ]
)
_INCLUSION = frozenset({"checklist", "only", "cites"})


@dataclass(frozen=True, slots=True)
class Link:
    """A word in a checklist that must exist in another file."""

    key: str  # cites, practice, met_by, see_also, checklist, only, retired
    target: str  # full id
    place: Place


@dataclass(slots=True)
class Draft:
    """A checklist as read, before its links are followed."""

    checklist: Checklist | None
    diagnostics: list[Diagnostic]
    links: list[Link] = field(default_factory=list)


def read_checklist(data: bytes, file: str, facts: Facts) -> tuple[Checklist | None, list[Diagnostic]]:
    """The checklist, and all that is wrong with it by itself; a file with faults may still give a checklist."""
    draft = draft_checklist(data, file, facts)
    return draft.checklist, draft.diagnostics


def draft_checklist(data: bytes, file: str, facts: Facts) -> Draft:
    """As `read_checklist`, with the links to other files for the shelf to follow."""
    report, fields = open_file(data, file, _ROOT)
    if fields is None:
        return Draft(None, in_file_order(report.found))
    reading = _Reading(report, facts, fields.text("id") or PurePath(file).stem)
    checklist = reading.checklist(fields)
    return Draft(checklist, in_file_order(report.found), reading.links)


class _Reading:
    """One checklist being read."""

    def __init__(self, report: Report, facts: Facts, checklist_id: str) -> None:
        self.report = report
        self.facts = facts
        self.id = checklist_id
        self.links: list[Link] = []
        self.seen: dict[str, Place] = {}  # local ids of requirements
        self.seen_chapters: dict[str, Place] = {}

    def checklist(self, fields: Fields) -> Checklist:
        """The whole file."""
        fields.missing("id", "authority", "edition", "as_of", "chapters")
        stem = PurePath(self.report.file).stem
        if "id" in fields and (self.id != stem or not ID.fullmatch(self.id)):
            self.report.add(faults.ID_NOT_FILE, fields.place("id"), word=shown(self.id), stem=shown(stem))
        chapters = tuple(chapter for node in fields.items("chapters") if (chapter := self._chapter(node)) is not None)
        return Checklist(
            id=self.id,
            authority=fields.text("authority"),
            title=fields.both("title"),
            certificate=fields.both("certificate"),
            edition=fields.text("edition"),
            as_of=fields.date("as_of") or date.min,
            in_force=fields.period("in_force"),
            includes=self._includes(fields),
            applies_when=condition(fields, self.facts),
            outcome_models=self._models(fields),
            voluntary=fields.flag("voluntary"),
            application=self._application(fields),
            retired=self._retired(fields),
            chapters=chapters,
        )

    def _models(self, fields: Fields) -> tuple[OutcomeModel, ...]:
        found = (choice(self.report, word, "outcome_models", OutcomeModel) for word in fields.words("outcome_models"))
        return tuple(model for model in found if model is not None)

    def _application(self, fields: Fields) -> Application | None:
        node = fields.get("application")
        row = None if node is None else as_fields(self.report, node, "application", _APPLICATION)
        if row is None:
            return None
        return Application(
            terms=tuple(word.text for word in row.words("terms")),
            fees=tuple(word.text for word in row.words("fees")),
            issued=row.flag("issued", default=True),
            scheme=row.text("scheme"),
            practice=row.text("practice"),
        )

    def _chapter(self, node: Node) -> Chapter | None:
        fields = as_fields(self.report, node, "chapters", _CHAPTER)
        if fields is None:
            return None
        local = self._local_id(fields, self.seen_chapters, faults.REPEATED_CHAPTER)
        full = f"{self.id}/{local}"
        fields.missing("requirements")
        title = fields.both("title")
        requirements = [self._requirement(item, full) for item in fields.items("requirements")]
        return Chapter(full, title, tuple(row for row in requirements if row is not None))

    def _local_id(self, fields: Fields, seen: dict[str, Place], repeated: Rule) -> str:
        if fields.missing("id"):
            return ""
        local, place = fields.text("id"), fields.place("id")
        if not local:
            return ""
        if not LOCAL_ID.fullmatch(local):
            self.report.add(faults.NOT_AN_ID, place, key="id", word=shown(local))
        if local in seen:
            self.report.add(repeated, place, word=shown(local), line=seen[local].line)
        seen.setdefault(local, place)
        return local

    def _requirement(self, node: Node, chapter: str) -> Requirement | None:
        fields = as_fields(self.report, node, "requirements", _REQUIREMENT)
        if fields is None:
            return None
        local = self._local_id(fields, self.seen, faults.REPEATED_REQUIREMENT)
        full = f"{self.id}/{local}"
        fields.missing("cites", "criticality", "practice")
        practice = fields.text("practice")
        if practice:
            self.links.append(Link("practice", practice, fields.place("practice")))
        return Requirement(
            id=full,
            chapter=chapter,
            cites=self._cites(fields),
            title=fields.both("title"),
            question=fields.both("question"),
            evidence=fields.both_lists("evidence"),
            pitfalls=fields.both_lists("pitfalls"),
            criticality=fields.choice("criticality", Criticality) or Criticality.MAJOR,
            practice=practice,
            product_risk=fields.flag("product_risk"),
            documented_procedure=fields.flag("documented_procedure"),
            na_allowed=fields.flag("na_allowed", default=True),
            in_force=fields.period("in_force") if "in_force" in fields else _ANY_TIME,
            applies_when=condition(fields, self.facts),
            met_by=self._others(fields, "met_by", full),
            see_also=self._others(fields, "see_also", full),
            nc_impact=fields.choice("nc_impact", Impact),
            oai_trigger=fields.flag("oai_trigger"),
            system=fields.choice("system", System),
        )

    def _cites(self, fields: Fields) -> tuple[str, ...]:
        words = fields.words("cites")
        if "cites" in fields and not words:
            self.report.add(faults.EMPTY_LIST, fields.place("cites"), key="cites")
        return self._cite_words(words)

    def _cite_words(self, words: list[Scalar]) -> tuple[str, ...]:
        for word in words:
            regulation, slash, number = word.text.partition("/")
            if not slash or not number or not ID.fullmatch(regulation):
                self.report.add(faults.NOT_A_CITE, word, word=shown(word.text))
            else:
                self.links.append(Link("cites", word.text, word))
        return tuple(word.text for word in words)

    def _others(self, fields: Fields, key: str, full: str) -> tuple[str, ...]:
        if key not in fields:
            return ()
        found: list[str] = []
        for word in fields.words(key):
            target = self._full(word.text, self.id)
            if target == full:
                self.report.add(faults.LINKS_TO_ITSELF, word, key=key, word=shown(word.text))
                continue
            self.links.append(Link(key, target, word))
            found.append(target)
        return tuple(found)

    @staticmethod
    def _full(word: str, checklist: str) -> str:
        return word if "/" in word else f"{checklist}/{word}"

    def _includes(self, fields: Fields) -> tuple[Inclusion, ...]:
        found = (self._inclusion(node) for node in fields.items("includes"))
        return tuple(inclusion for inclusion in found if inclusion is not None)

    def _inclusion(self, node: Node) -> Inclusion | None:
        fields = as_fields(self.report, node, "includes", _INCLUSION)
        if fields is None or fields.missing("checklist"):
            return None
        name = fields.text("checklist")
        if not name:
            return None
        self.links.append(Link("checklist", name, fields.place("checklist")))
        only: tuple[str, ...] | None = None
        if "only" in fields:
            listed = fields.words("only")
            only = tuple(self._full(word.text, name) for word in listed)
            self.links.extend(Link("only", target, word) for target, word in zip(only, listed, strict=True))
        return Inclusion(name, only, self._included_cites(fields, name, only))

    def _included_cites(
        self, fields: Fields, name: str, only: tuple[str, ...] | None
    ) -> MappingType[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        cites = fields.fields("cites", None)
        if cites is None:
            return found
        for key, place, _ in cites.own():
            full = self._full(key, name)
            if only is not None and full not in only:
                self.report.add(faults.CITES_NOT_INCLUDED, place, word=shown(key))
            elif only is None:
                self.links.append(Link("only", full, place))
            found[full] = self._cite_words(cites.words(key))
        return found

    def _retired(self, fields: Fields) -> MappingType[str, str]:
        found: dict[str, str] = {}
        node = fields.get("retired")
        if node is None or is_nothing(node):
            return found
        if type(node) is not Mapping:
            self.report.add(faults.NOT_A_MAP, node, key="retired")
            return found
        for old, (place, successor) in node.entries.items():
            word = text(self.report, successor, old)
            if old in self.seen:
                self.report.add(faults.RETIRED_IN_USE, place, word=shown(old))
            if word is not None:
                found[f"{self.id}/{old}"] = self._full(word, self.id)
                self.links.append(Link("retired", self._full(word, self.id), successor))
        return found


_ANY_TIME = Period()
