"""The supplier file while it is being filled in: every answer is on disk before the next question is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from certready.applicability import Scope, scope
from certready.backing import backed
from certready.carrying import Standing, standings
from certready.diagnostics import Diagnostic, Severity
from certready.interview import wording_evidence
from certready.interview.documents import Gone
from certready.loading import faults
from certready.loading.editing import CannotEdit
from certready.loading.rendering import Unwritable, Value
from certready.loading.shelf import Shelf
from certready.loading.suppliers import Reading, read_supplier, read_supplier_bytes
from certready.loading.writing import ChangedOnDisk, FaultyFile, NotAsMeant, SupplierFile, replace_file
from certready.model import LADDER, Fact, Language, Level, Library, Supplier, Text
from certready.questionnaire import Question, all_questions

Keys = tuple[str | int, ...]

TRIES = 5
ASKED_LATER = (faults.MISSING_KEY.code, faults.EMPTY_LIST.code)


class Faulty(Exception):  # noqa: N818 - it is news for the user, not an error of ours
    """The file has faults: nothing may be written to it."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} faults")
        self.diagnostics = diagnostics


class _Refused(Exception):  # noqa: N818 - it tells what would have been wrong
    """A change after which the file would have a fault; nothing was written."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class Notebook:
    """One supplier file, open for an interview."""

    def __init__(self, path: Path, shelf: Shelf, on: date, changed: Callable[[], None] = lambda: None) -> None:
        self.path = path
        self.shelf = shelf
        self._today = on
        self.changed = changed  # told when somebody else has changed the file
        self._reading = self._read()
        self.on = self.supplier.assessed_on or on
        self.lately_named: list[tuple[str, ...]] = []  # evidence of this sitting, the latest last
        self._scopes: list[Scope] | None = None
        self._questions: tuple[Question, ...] | None = None

    @classmethod
    def begin(cls, path: Path, shelf: Shelf, on: date, *, name: str, language: Language) -> Notebook:
        """A new file, which must not exist yet."""
        file = SupplierFile.create(path, language)
        file.put(("supplier",), {"name": name})
        file.put(("assessed",), {"on": on})
        file.save()
        return cls(path, shelf, on)

    @property
    def supplier(self) -> Supplier:
        """What the file says."""
        found = self._reading.supplier
        if found is None:  # _read has refused it
            raise Faulty(self._reading.diagnostics)
        return found

    @property
    def library(self) -> Library:
        """The checklists that the file names."""
        return self._reading.library

    def cited_library(self) -> Library:
        """The same with the texts behind the cites: read when the first question is shown, not before."""
        return self.shelf.load(self.library.checklists)[0]

    @property
    def notices(self) -> list[Diagnostic]:
        """What is odd about the file without stopping anything."""
        return [row for row in self._reading.diagnostics if row.severity is Severity.NOTICE]

    def shelf_facts(self) -> dict[str, Fact]:
        """The questions about a plant."""
        return self.shelf.facts()

    def whole_library(self) -> Library:
        """All checklists, without the texts behind their cites."""
        return self.shelf.load(None, regulations=False)[0]

    def scopes(self) -> list[Scope]:
        """What each chosen certificate asks of this plant."""
        if self._scopes is None:
            supplier = self.supplier
            chosen = [name for name in supplier.targets if name in self.library.checklists]
            self._scopes = [scope(self.library, name, supplier.profile, self.on) for name in chosen]
        return self._scopes

    def questions(self) -> tuple[Question, ...]:
        """Every question that this plant has to answer, each once."""
        if self._questions is None:
            self._questions = all_questions(self.library, self.scopes())
        return self._questions

    def unbacked(self) -> list[Question]:
        """The questions whose answer claims a document or more, and more than the evidence named for it shows."""
        documents, found = self.supplier.documents, []
        for row in self.questions():
            answer = self.supplier.answers.get(row.id)
            if answer is None or answer.level not in LADDER[2:]:
                continue
            if backed(row.requirement, answer, documents, self.on) is not answer.level:
                found.append(row)
        return found

    def standings(self) -> dict[str, Standing]:
        """Where the plant stands on every requirement."""
        return standings(self.library, self.supplier, self.on)

    def covered(self) -> frozenset[str]:
        """Requirements that need no question: another answer carries over to them."""
        return frozenset(key for key, row in self.standings().items() if row.carried_from is not None)

    def date_it(self) -> None:
        """Answers given today make it an assessment of today; a date set ahead stays."""
        if self.supplier.assessed_on is None or self.supplier.assessed_on < self._today:
            self.on = self._today
            self.put(("assessed", "on"), self._today)

    def put(self, keys: Keys, value: Value | None) -> None:
        """Write one value and save; nothing is written for an empty line."""
        if value is None or value == "":
            return
        self._change(lambda file: file.put(keys, value))

    def remove(self, keys: Keys) -> None:
        """Take one value out and save."""
        self._change(lambda file: file.remove(keys))

    def answer(self, question: Question, level: Level, reason: str = "") -> None:
        """Write a level down; evidence, notes and comments of an earlier answer stay."""
        keys = ("answers", question.id)

        def write(file: SupplierFile) -> None:
            self._forget_old_ids(file, question.id)
            if not isinstance(file.get(keys), dict):
                file.put(keys, {"level": level.value, "reason": reason} if reason else level.value)
                return
            file.put((*keys, "level"), level.value)
            if reason:
                file.put((*keys, "reason"), reason)
            else:
                file.remove((*keys, "reason"))

        self._change(write)

    def detail(self, question: Question, key: str, value: Value | None) -> None:
        """Something beside the level of an answer, or None to take it out; an open question is then at "unknown"."""
        keys = ("answers", question.id)

        def write(file: SupplierFile) -> None:
            if value is None:
                file.remove((*keys, key))
                return
            if file.get(keys) is None:
                self._forget_old_ids(file, question.id)
                file.put(keys, {"level": Level.UNKNOWN.value})
            file.put((*keys, key), value)

        self._change(write)

    def detail_of(self, question: Question, key: str) -> object:
        """What was said beside the level."""
        return getattr(self.supplier.answers.get(question.id), key, None)

    @property
    def today(self) -> date:
        """The day of this sitting, whatever day the assessment is of."""
        return self._today

    def keep_evidence(self, question: Question, write: Callable[[SupplierFile], None]) -> Text | None:
        """Change the evidence of an answer and the documents behind it, at once or not at all.

        What the reader would refuse is never written: the reason comes back instead.
        """

        def write_checked(file: SupplierFile) -> None:
            before = file.text
            self._forget_old_ids(file, question.id)
            write(file)
            found = self._faults_of(file.text)
            if found:
                raise Faulty(self._faults_of(before)) if self._faults_of(before) else _Refused(found[0].message)

        try:
            self._change(write_checked)
        except (_Refused, Unwritable, NotAsMeant) as refused:
            return refused.message
        except CannotEdit:
            return wording_evidence.NOT_EDITABLE
        except Gone:
            return wording_evidence.ANSWER_GONE
        return None

    def _faults_of(self, text: str) -> list[Diagnostic]:
        reading = read_supplier_bytes(text.encode(), str(self.path), self.shelf, regulations=False)
        return [row for row in reading.diagnostics if row.severity is Severity.FAULT and not _asked_later(row)]

    def _forget_old_ids(self, file: SupplierFile, requirement_id: str) -> None:
        """An answer under a retired id would stand in the way of the new one: it moves to the new id."""
        checklist = self.library.checklists.get(requirement_id.partition("/")[0])
        for old, successor in (checklist.retired if checklist else {}).items():
            before = file.get(("answers", old))
            if successor == requirement_id and before is not None:
                file.remove(("answers", old))
                if file.get(("answers", requirement_id)) is None:
                    file.put(("answers", requirement_id), before)  # type: ignore[arg-type]

    def _change(self, write: Callable[[SupplierFile], None]) -> None:
        """Change the file as it lies on disk now, so that nobody's work is lost, and read it again."""
        for _ in range(TRIES):
            file = self._open()
            if file.text != self._reading.text:
                self.changed()
            write(file)
            try:
                file.save()
            except ChangedOnDisk:
                continue
            break
        else:
            raise ChangedOnDisk(self.path)
        self._reading = self._read()
        self._scopes = self._questions = None

    def _open(self) -> SupplierFile:
        if not self.path.exists():  # somebody took it away: what was answered is still here
            replace_file(self.path, self._reading.text.encode())
        try:
            return SupplierFile.open(self.path)
        except FaultyFile as error:
            raise Faulty(error.diagnostics) from None

    def _read(self) -> Reading:
        """The file as it is; that it names no certificate yet is no fault in an interview."""
        reading = read_supplier(self.path, self.shelf, regulations=False)
        found = [row for row in reading.diagnostics if row.severity is Severity.FAULT and not _asked_later(row)]
        if found or reading.supplier is None:
            raise Faulty(found or reading.diagnostics)
        return reading


def _asked_later(row: Diagnostic) -> bool:
    return row.code in ASKED_LATER and "«targets»" in row.message.es
