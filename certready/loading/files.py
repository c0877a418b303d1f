"""Bytes from disk: regular files only, and no more of them than a file may have."""

from __future__ import annotations

import stat
from pathlib import Path

from certready.diagnostics import Diagnostic
from certready.loading import faults
from certready.loading.encoding import MAX_BYTES
from certready.loading.rule import START
from certready.model import Text

_NOT_THERE = Text(es="no existe", en="it does not exist")
_NOT_A_FILE = Text(es="no es un archivo normal", en="it is not a regular file")
_NOT_ALLOWED = Text(es="no hay permiso para leerlo", en="there is no permission to read it")


def read_bytes(path: Path) -> tuple[bytes, Diagnostic | None]:
    """The file's bytes, or why there are none; one byte more than allowed is enough to know it is too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b"", _unreadable(path, _NOT_A_FILE)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), None
    except FileNotFoundError:
        return b"", _unreadable(path, _NOT_THERE)
    except PermissionError:
        return b"", _unreadable(path, _NOT_ALLOWED)
    except (OSError, ValueError) as error:
        return b"", _unreadable(path, Text(es=str(error), en=str(error)))


def _unreadable(path: Path, why: Text) -> Diagnostic:
    return faults.UNREADABLE.at(str(path), START, why=why)
