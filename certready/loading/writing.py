"""Supplier files back on disk: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from certready.diagnostics import Diagnostic
from certready.loading import editing
from certready.loading.encoding import MAX_BYTES, Decoded, decode
from certready.loading.files import read_bytes, require_regular
from certready.loading.rendering import Value, as_read
from certready.loading.source import parse, parse_text, plain
from certready.model import Language, Text

SCHEMA_FILE = "supplier.schema.json"
_STALE_AFTER = 600.0  # seconds; a temporary file older than this belongs to nobody
_CHANGED = Text(
    es="«{name}» cambió en el disco desde que se leyó; no se sobrescribió nada. Vuelva a abrirlo y repita el cambio.",
    en="“{name}” changed on disk since it was read; nothing was overwritten. Open it again and repeat the change.",
)
_NOT_AS_MEANT = Text(
    es="El cambio en «{keys}» no quedaría como se pidió; el archivo no se tocó.",
    en="The change at “{keys}” would not read back as asked; the file was not touched.",
)


class ChangedOnDisk(Exception):  # noqa: N818 - it tells what happened to the file
    """Somebody else changed the file since it was read."""

    def __init__(self, path: Path) -> None:
        self.message = _CHANGED.format(name=path.name)
        super().__init__(self.message.en)


class FaultyFile(Exception):  # noqa: N818 - it tells what the file is
    """The file's form has faults; it cannot be changed before they are mended."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = diagnostics
        super().__init__(diagnostics[0].message.en if diagnostics else "")


class NotAsMeant(Exception):  # noqa: N818 - it tells what would have happened
    """A change that would have written something else than asked; nothing was changed."""

    def __init__(self, keys: editing.Keys) -> None:
        self.message = _NOT_AS_MEANT.format(keys="/".join(str(key) for key in keys))
        super().__init__(self.message.en)


def replace_file(path: Path, data: bytes) -> None:
    """Put a whole file in the place of another, or leave the other as it was.

    A symbolic link is itself replaced, never followed. The file's permissions stay.
    """
    require_regular(path)
    with _beside(path, data, _mode(path)) as temporary:
        temporary.replace(path)


def _create_file(path: Path, data: bytes) -> None:
    """Put a file where none is yet."""
    with _beside(path, data, None) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise ChangedOnDisk(path) from None
        except OSError:  # a file system without hard links
            if os.path.lexists(path):
                raise ChangedOnDisk(path) from None
            temporary.replace(path)


@contextlib.contextmanager
def _beside(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """A temporary file in the same folder, its data on disk; it is gone afterwards, and so are those of killed runs."""
    temporary = path.parent / f"{_stem(path)}{secrets.token_hex(6)}.tmp"
    try:
        _write(temporary, data, mode)
        yield temporary
    except OSError as error:  # the user knows nothing of the temporary file
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    _sweep(path)


def _mode(path: Path) -> int | None:
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    return stat.S_IMODE(found) if stat.S_ISREG(found) else None


def _stem(path: Path) -> str:
    return f".certready-{hashlib.sha256(path.name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}-"


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666 if mode is None else 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some file systems cannot; the file itself is on disk already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what a killed run left beside this file."""
    now = time.time()
    for left in path.parent.glob(f"{_stem(path)}*.tmp"):
        with contextlib.suppress(OSError):
            if now - left.lstat().st_mtime > _STALE_AFTER:
                left.unlink()


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other certready processes from saving the same file meanwhile, where the system can."""
    try:
        import fcntl  # there is none on Windows
    except ImportError:
        yield
        return
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class SupplierFile:
    """A supplier file open for change. What is not put or removed stays as its writer left it, byte by byte."""

    def __init__(self, path: Path, decoded: Decoded, original: bytes | None) -> None:
        self.path = path
        self._decoded = decoded
        self._original = original  # None: the file is not there yet
        self.text = decoded.text
        self._data = plain(editing.tree(decoded.text))

    @classmethod
    def create(cls, path: Path, language: Language) -> SupplierFile:
        """A new file, on disk once it is saved."""
        if os.path.lexists(path):
            raise ChangedOnDisk(path)
        first = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n" if (path.parent / SCHEMA_FILE).is_file() else ""
        text = f"{first}certready: 1\nlanguage: {language}\n"
        return cls(path, Decoded(text, "utf-8", b""), None)

    @classmethod
    def open(cls, path: Path) -> SupplierFile:
        """A file as it lies on disk; FaultyFile when its form has faults."""
        data, fault = read_bytes(path)
        if fault is not None:
            raise FaultyFile([fault])
        root, found = parse(data, str(path))
        decoded, _ = decode(data, str(path))
        if root is None or found or decoded is None:
            raise FaultyFile(found)
        return cls(path, decoded, data)

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self._original is None or self.text != self._decoded.text

    def get(self, keys: editing.Keys) -> object:
        """The plain value at a path; None where there is nothing."""
        found = self._data
        for key in keys:
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, list) and isinstance(key, int) and key < len(found):
                found = found[key]
            else:
                return None
        return found

    def put(self, keys: editing.Keys, value: Value) -> None:
        """Set a value at a path; what is missing on the way is made."""
        self._accept(editing.put(self.text, keys, value), _with(self._data, keys, as_read(value)), keys)

    def remove(self, keys: editing.Keys) -> None:
        """Take out what is at a path, if it is there."""
        self._accept(editing.remove(self.text, keys), _without(self._data, keys), keys)

    def save(self) -> None:
        """Replace the file on disk, unless somebody changed it since it was read."""
        data = self._decoded.mark + self.text.encode(self._decoded.encoding)
        if self._original is None:
            _create_file(self.path, data)
        elif data != self._original:
            try:
                with _alone(self.path):
                    if self.path.read_bytes() != self._original:
                        raise ChangedOnDisk(self.path)
                    replace_file(self.path.resolve(), data)  # through a link: the file it leads to is the plant's
            except FileNotFoundError:
                raise ChangedOnDisk(self.path) from None
        self._original = data
        self._decoded = Decoded(self.text, self._decoded.encoding, self._decoded.mark)

    def _accept(self, text: str, expected: object, keys: editing.Keys) -> None:
        root, found = parse_text(text, self.path.name)
        if root is None or found or plain(root) != expected or len(text.encode()) > MAX_BYTES:
            raise NotAsMeant(keys)
        self.text, self._data = text, expected


def _with(before: object, keys: editing.Keys, value: object) -> object:
    """What the whole file must say after a put."""
    if not keys:
        return editing.merged(before, value)
    key, rest = keys[0], keys[1:]
    if isinstance(key, int):
        items = list(before) if isinstance(before, list) else []
        if key < len(items):
            items[key] = _with(items[key], rest, value)
        else:
            items.append(_with(None, rest, value))
        return items
    if isinstance(before, str):  # an answer in its short form
        before = {"level": before}
    entries = dict(before) if isinstance(before, dict) else {}
    entries[key] = _with(entries.get(key), rest, value)
    return entries


def _without(before: object, keys: editing.Keys) -> object:
    """What the whole file must say after a removal."""
    key, rest = keys[0], keys[1:]
    if isinstance(before, dict) and key in before:
        if rest:
            return {name: _without(item, rest) if name == key else item for name, item in before.items()}
        return {name: item for name, item in before.items() if name != key}
    if isinstance(before, list) and isinstance(key, int) and key < len(before):
        changed = [_without(before[key], rest)] if rest else []
        return [*before[:key], *changed, *before[key + 1 :]]
    return before
