"""The answers of a supplier file and the documents they rest on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from certready.loading import faults
from certready.loading.fields import Fields, as_fields, is_nothing
from certready.loading.report import Report
from certready.loading.rule import Place, shown
from certready.loading.source import Mapping, Node, Scalar
from certready.model import Answer, Document, Evidence, EvidenceKind, Level, Library, Requirement, Text

MAX_ANSWERS = 10_000
_MOST_RENAMINGS = 20

_ANSWER = frozenset(["level", "evidence", "reason", "repeat", "released", "note", "by", "on"])
_EVIDENCE = frozenset(["kind", "ref", "title", "date", "expires", "file", "sha256"])
_DOCUMENT = frozenset(["title", "revision", "date", "expires", "file", "sha256", "owner"])
_NAMES_IT = frozenset({"ref", "title", "file"})
_SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
_LEVELS = {str(level): level for level in Level}
_LIKELY = {
    Level.ABSENT: "ausente,no,no existe,no cumple,no se hace,no hay,ninguno,nada,none,missing,not met,unmet,n,cero",
    Level.INFORMAL: "informalmente,costumbre,por costumbre,verbal,habit",
    Level.DOCUMENTED: "documentado,documentada,parcial,parcialmente,parcialmente cumple,partial,partly,escrito,written,"
    "en proceso,en desarrollo",
    Level.IMPLEMENTED: "implementado,implementada,implantado,implantada,aplicado,se aplica,cumple,conforme,met,sí,si,"
    "yes,true,ok,s,done",
    Level.EFFECTIVE: "eficaz,efectivo,efectiva,verificado,comprobado,verified",
    Level.NOT_APPLICABLE: "no aplica,no aplicable,na,n/a,n.a.,not applicable,n-a",
    Level.UNKNOWN: "desconocido,no sé,no se sabe,pendiente,por definir,sin respuesta,pending,tbd,?,null",
}


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[\s_-]+", " ", "".join(sign for sign in bare if not unicodedata.combining(sign))).strip()


_MEANT = {_folded(word): level for level, listed in _LIKELY.items() for word in [*listed.split(","), str(level)]}
"""What people write for a level, without accents and in lower case."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the answers of a file may speak of."""

    library: Library
    requirements: MappingType[str, Requirement]  # of all its checklists
    asked: frozenset[str]  # ids of those that belong to the chosen targets


class AnswerSheet:
    """Reads the answers of one file against the library."""

    def __init__(self, report: Report, scope: Scope, documents: MappingType[str, object]) -> None:
        self.report = report
        self.documents = documents
        self.asked = scope.asked
        self.library = scope.library
        self.requirements = scope.requirements

    def read(self, node: Node | None) -> dict[str, Answer]:
        """All answers by the full id of their requirement, old ids put in place of their successors'."""
        found: dict[str, Answer] = {}
        if node is None or is_nothing(node):
            return found
        if type(node) is not Mapping:
            self.report.add(faults.NOT_A_MAP, node, key="answers")
            return found
        if len(node.entries) > MAX_ANSWERS:
            self.report.add(faults.TOO_MANY_ANSWERS, node, count=f"{len(node.entries):,}")
            return found
        spelled: dict[str, Scalar] = {}
        for key, (place, value) in node.entries.items():
            if key.startswith("x-"):
                continue
            requirement = self.requirements.get(key) or self._renamed(key, place)
            if requirement is not None:
                self._heed(requirement, place, spelled)
            answer = self._answer(key, value, requirement)
            if requirement is not None and answer is not None:
                found.setdefault(requirement.id, answer)
        return found

    def _heed(self, requirement: Requirement, place: Scalar, spelled: dict[str, Scalar]) -> None:
        """Note what is odd about the key of an answer."""
        before = spelled.setdefault(requirement.id, place)
        if before is not place:
            self.report.add(
                faults.ANSWERED_TWICE, place, word=shown(place.text), other=shown(before.text), line=before.line
            )
        elif requirement.id not in self.asked:
            self.report.add(faults.NOT_ASKED, place, word=shown(place.text))

    def _renamed(self, key: str, place: Scalar) -> Requirement | None:
        """The requirement that an old id now stands for."""
        successor, steps = key, 0
        while successor not in self.requirements and steps < _MOST_RENAMINGS:
            checklist = self.library.checklists.get(successor.partition("/")[0])
            following = checklist.retired.get(successor) if checklist is not None else None
            if following is None:
                break
            successor, steps = following, steps + 1
        requirement = self.requirements.get(successor)
        if requirement is None:
            self.report.unknown(faults.UNKNOWN_REQUIREMENT, place, key, self._likely(key))
        else:
            self.report.add(faults.RETIRED_ID, place, word=shown(key), successor=requirement.id)
        return requirement

    def _likely(self, key: str) -> list[str]:
        """Where to look for what was meant: in the checklist named, if there is such a one."""
        own = [known for known in self.requirements if known.startswith(key.partition("/")[0] + "/")]
        return own or list(self.requirements)

    def _answer(self, key: str, node: Node, requirement: Requirement | None) -> Answer | None:
        if type(node) is Scalar:
            level = self._level(node)
            if level is None:
                return None
            self._check_not_applicable(level, "", node, requirement)
            return _SHORT[level]
        fields = as_fields(self.report, node, shown(key), _ANSWER)
        if fields is None:
            return None
        place = fields.get("level")
        if place is None:
            self.report.add(faults.NO_LEVEL, node)
        level = self._level(place) if place is not None else None
        reason = fields.text("reason")
        evidence = tuple(shows for item in fields.items("evidence") if (shows := self._evidence(item)) is not None)
        if level is not None and place is not None:
            self._check_not_applicable(level, reason, place, requirement)
        answer = Answer(
            level=level or Level.UNKNOWN,
            evidence=evidence,
            reason=reason,
            repeat=fields.flag("repeat"),
            released=fields.flag("released"),
            note=fields.text("note"),
            by=fields.text("by"),
            on=fields.date("on"),
        )
        return answer if level is not None else None

    def _level(self, node: Node) -> Level | None:
        if type(node) is not Scalar:
            self.report.add(faults.NOT_A_TEXT, node, key="level")
            return None
        level = _LEVELS.get(node.text)
        if level is not None:
            return level
        if node.is_null:
            self.report.add(faults.NO_LEVEL, node)
            return None
        meant = _MEANT.get(_folded(node.text))
        hint = self.report.near(node.text, _LEVELS) if meant is None else _write(meant)
        self.report.add(faults.UNKNOWN_LEVEL, node, hint=hint, word=shown(node.text))
        return None

    def _check_not_applicable(self, level: Level, reason: str, place: Place, requirement: Requirement | None) -> None:
        if level is not Level.NOT_APPLICABLE:
            return
        if requirement is not None and not requirement.na_allowed:
            self.report.add(faults.NA_NOT_ALLOWED, place, word=requirement.id)
        elif not reason:
            self.report.add(faults.NO_REASON, place)

    def _evidence(self, node: Node) -> Evidence | None:
        fields = as_fields(self.report, node, "evidence", _EVIDENCE)
        if fields is None:
            return None
        fields.missing("kind")
        kind = fields.choice("kind", EvidenceKind)
        ref = fields.text("ref") or None
        if ref is not None and ref not in self.documents:
            self.report.unknown(faults.UNKNOWN_DOCUMENT, fields.place("ref"), ref, self.documents)
        if fields.entries.keys().isdisjoint(_NAMES_IT):
            self.report.add(faults.BARE_EVIDENCE, node)
        return Evidence(
            kind=kind or EvidenceKind.DOCUMENT,
            ref=ref,
            title=fields.text("title"),
            dated=fields.date("date"),
            expires=fields.date("expires"),
            file=fields.text("file"),
            sha256=_sha256(fields),
        )


_SHORT = {level: Answer(level) for level in Level}


def _write(level: Level) -> Text:
    return Text(es=f"¿Quiso decir «{level}»? Los niveles se escriben en inglés.", en=f"Did you mean “{level}”?")


def read_documents(report: Report, node: Node | None) -> dict[str, Document]:
    """The document register by reference."""
    if node is None or is_nothing(node):
        return {}
    register = as_fields(report, node, "documents", None)
    if register is None:
        return {}
    found: dict[str, Document] = {}
    for ref, _, value in register.own():
        fields = as_fields(report, value, ref, _DOCUMENT)
        if fields is not None:
            found[ref] = Document(
                ref=ref,
                title=fields.text("title"),
                revision=fields.text("revision"),
                dated=fields.date("date"),
                expires=fields.date("expires"),
                file=fields.text("file"),
                sha256=_sha256(fields),
                owner=fields.text("owner"),
            )
        else:
            found[ref] = Document(ref=ref)  # its fault is told; who refers to it is not at fault too
    return found


def _sha256(fields: Fields) -> str:
    found = fields.text("sha256")
    if found and not _SHA256.fullmatch(found):
        fields.report.add(faults.BAD_SHA256, fields.place("sha256"), word=shown(found))
    return found.lower()


def answered_checklists(node: Node | None) -> set[str]:
    """The checklists that the keys of the answers name."""
    if type(node) is not Mapping or len(node.entries) > MAX_ANSWERS:
        return set()
    return {key.partition("/")[0] for key in node.entries if not key.startswith("x-")}
