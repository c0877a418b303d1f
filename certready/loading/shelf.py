"""Where checklists lie: the shipped folder, then a user's own folders, which override it by id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from certready.diagnostics import Diagnostic, in_file_order
from certready.loading import faults
from certready.loading.checklists import Draft, draft_checklist
from certready.loading.fees import read_fees
from certready.loading.files import read_bytes
from certready.loading.links import Known, check_links, find_include_cycles
from certready.loading.practices import read_practices
from certready.loading.profile import read_profile
from certready.loading.regulations import read_regulation
from certready.loading.rule import START
from certready.model import Fact, Fee, Library, PracticeBook, Regulation, Source

NOT_CHECKLISTS = frozenset({"profile", "practices", "fees", "holidays"})
"""Files of a checklist folder that are something else."""


def shipped_folder() -> Path:
    """The checklists that came with the program: inside the package, or beside it in the repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "checklists"
    return inside if inside.is_dir() else package.parent / "checklists"


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every checklist needs: the facts and the practices."""

    facts: dict[str, Fact]
    book: PracticeBook
    sources: dict[str, Source]
    diagnostics: list[Diagnostic]


class Shelf:
    """Folders of checklists, each file read at most once. Own folders come after the shipped one and override it."""

    def __init__(self, folders: Sequence[Path] = (), *, shipped: Path | None = None) -> None:
        first = shipped or shipped_folder()
        self.folders = (first, *(folder for folder in folders if folder != first))
        self._ground_read: _Ground | None = None
        self._fees_read: tuple[tuple[Fee, ...], list[Diagnostic]] | None = None
        self._drafts: dict[str, Draft] = {}
        self._sources: dict[str, Source] = {}
        self._regulations: dict[str, tuple[Regulation | None, list[Diagnostic]]] = {}
        self._loaded: dict[tuple[frozenset[str], bool], tuple[Library, list[Diagnostic]]] = {}
        self.scopes: dict[tuple[int, tuple[str, ...]], object] = {}  # kept for the reader of supplier files
        self._checklist_files = self._listed("")
        self._regulation_files = self._listed("regulations")

    def ids(self) -> list[str]:
        """The ids of all checklists, in alphabetical order."""
        return sorted(self._checklist_files)

    def regulation_ids(self) -> list[str]:
        """The ids of all regulations, in alphabetical order."""
        return sorted(self._regulation_files)

    def path(self, checklist_id: str) -> Path | None:
        """The file that a checklist is read from."""
        return self._checklist_files.get(checklist_id)

    def regulation_path(self, regulation_id: str) -> Path | None:
        """The file that a regulation is read from."""
        return self._regulation_files.get(regulation_id)

    def own_files(self, name: str) -> list[Path]:
        """The files of that name in all folders, the shipped one first: each is laid over those before it."""
        return list(self._own_files(name))

    def facts(self) -> dict[str, Fact]:
        """The questions of the profile, without reading any checklist."""
        return self._ground().facts

    def load(self, ids: Iterable[str] | None = None, *, regulations: bool = True) -> tuple[Library, list[Diagnostic]]:
        """The checklists named (all for None) and whatever they include or link to, with all that is wrong in them.

        Unknown ids are left out: who names them knows the place to complain of. `regulations=False` skips the texts
        behind the cites, and with them the check that each cite exists.
        """
        wanted = frozenset(self._checklist_files).intersection(self._checklist_files if ids is None else ids)
        key = (wanted, regulations)
        if key not in self._loaded:
            self._loaded[key] = self._load(wanted, regulations=regulations)
        library, found = self._loaded[key]
        return library, list(found)

    def read_ahead(self, ids: Iterable[str], *, regulations: bool = True) -> None:
        """Read what a load of these checklists will need, before there are processes that would each read it."""
        drafts = self._closure(sorted(set(ids) & self._checklist_files.keys()))
        for name in self._cited(drafts.values()) if regulations else ():
            self._regulation(name)

    def _load(self, wanted: frozenset[str], *, regulations: bool) -> tuple[Library, list[Diagnostic]]:
        ground = self._ground()
        drafts = self._closure(sorted(wanted))
        checklists = {name: draft.checklist for name, draft in drafts.items() if draft.checklist is not None}
        found = [*ground.diagnostics]
        texts: dict[str, Regulation] = {}
        for name in self._cited(drafts.values()) if regulations else ():
            regulation, faulty = self._regulation(name)
            found.extend(faulty)
            if regulation is not None:
                texts[name] = regulation
        fees, faulty_fees = self._fees() if regulations else ((), [])
        found.extend(faulty_fees)
        library = Library(
            checklists=checklists,
            regulations=texts,
            book=ground.book,
            facts=ground.facts,
            sources={**ground.sources, **{name: self._sources[name] for name in drafts}},
            fees=fees,
        )
        for name, draft in drafts.items():
            found.extend(draft.diagnostics)
            known = Known(self.ids(), self.regulation_ids() if regulations else None)
            found.extend(check_links(str(self._checklist_files[name]), draft, library, known))
        found.extend(find_include_cycles(drafts, {name: str(self._checklist_files[name]) for name in drafts}))
        return library, in_file_order(found)

    def _closure(self, wanted: Iterable[str]) -> dict[str, Draft]:
        found: dict[str, Draft] = {}
        waiting = list(wanted)
        while waiting:
            name = waiting.pop(0)
            if name in found or name not in self._checklist_files:
                continue
            found[name] = draft = self._draft(name)
            waiting.extend(_linked(draft))
        return found

    def _draft(self, name: str) -> Draft:
        if name not in self._drafts:
            path = self._checklist_files[name]
            data, fault = read_bytes(path)
            self._sources[name] = _source(path, data)
            if fault is not None:
                self._drafts[name] = Draft(None, [fault])
            else:
                self._drafts[name] = draft_checklist(data, str(path), self._ground().facts)
        return self._drafts[name]

    def _cited(self, drafts: Iterable[Draft]) -> list[str]:
        cited = {link.target.partition("/")[0] for draft in drafts for link in draft.links if link.key == "cites"}
        return sorted(cited & self._regulation_files.keys())

    def _regulation(self, name: str) -> tuple[Regulation | None, list[Diagnostic]]:
        if name not in self._regulations:
            path = self._regulation_files[name]
            data, fault = read_bytes(path)
            if fault is not None:
                self._regulations[name] = (None, [fault])
            else:
                self._regulations[name] = read_regulation(data, str(path), self._ground().facts)
        return self._regulations[name]

    def regulations(self) -> tuple[dict[str, Regulation], list[Diagnostic]]:
        """All regulations, cited or not."""
        read = {name: self._regulation(name) for name in self.regulation_ids()}
        found = [diagnostic for _, faulty in read.values() for diagnostic in faulty]
        return {name: regulation for name, (regulation, _) in read.items() if regulation is not None}, found

    def _fees(self) -> tuple[tuple[Fee, ...], list[Diagnostic]]:
        if self._fees_read is None:
            fees: tuple[Fee, ...] = ()
            found: list[Diagnostic] = []
            practices = self._ground().book.practices
            for path in self._own_files("fees.yaml"):
                data, fault = read_bytes(path)
                fees, faulty = read_fees(data, str(path), fees, practices) if fault is None else (fees, [fault])
                found.extend(faulty)
            self._fees_read = fees, found
        return self._fees_read

    def _ground(self) -> _Ground:
        if self._ground_read is None:
            self._ground_read = self._read_ground()
        return self._ground_read

    def _read_ground(self) -> _Ground:
        facts: dict[str, Fact] = {}
        book = PracticeBook()
        found = [
            faults.NO_FOLDER.at(str(folder), START, word=str(folder)) for folder in self.folders if not folder.is_dir()
        ]
        digests: dict[str, list[Source]] = {"profile": [], "practices": []}
        for path in self._own_files("profile.yaml"):
            data, fault = read_bytes(path)
            facts, faulty = read_profile(data, str(path), facts) if fault is None else (facts, [fault])
            digests["profile"].append(_source(path, data))
            found.extend(faulty)
        for path in self._own_files("practices.yaml"):
            data, fault = read_bytes(path)
            book, faulty = read_practices(data, str(path), book) if fault is None else (book, [fault])
            digests["practices"].append(_source(path, data))
            found.extend(faulty)
        for name, rows in digests.items():
            if not rows:
                found.append(faults.NO_SHIPPED_FILE.at(str(self.folders[0]), START, word=f"{name}.yaml"))
        sources = {name: _joined(rows) for name, rows in digests.items() if rows}
        return _Ground(facts, book, sources, found)

    def _own_files(self, name: str) -> Iterator[Path]:
        return (path for folder in self.folders if (path := folder / name).is_file())

    def _listed(self, below: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted((folder / below).glob("*.yaml")):
                if (below or path.stem not in NOT_CHECKLISTS) and path.is_file():
                    found[path.stem] = path
        return found


def _linked(draft: Draft) -> Iterator[str]:
    """The checklists that this one's links lead to."""
    for link in draft.links:
        if link.key == "checklist":
            yield link.target
        elif link.key in {"met_by", "see_also", "retired"}:
            yield link.target.partition("/")[0]


def _source(path: Path, data: bytes) -> Source:
    return Source(path.name, hashlib.sha256(data).hexdigest())


def _joined(rows: list[Source]) -> Source:
    """One source for a file and the own files laid over it: with one, its own digest; else that of the digests."""
    if len(rows) == 1:
        return rows[0]
    joined = hashlib.sha256("".join(row.sha256 for row in rows).encode()).hexdigest()
    return Source(rows[0].name, joined)
