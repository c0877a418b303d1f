"""Bytes from disk: regular files only, and no more of them than a file may have."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from certready.diagnostics import Diagnostic
from certready.loading import faults
from certready.loading.encoding import MAX_BYTES
from certready.loading.rule import START
from certready.model import Text

_NOT_A_FILE = Text(es="no es un archivo normal", en="it is not a regular file")
_REASONS = {
    errno.ENOENT: Text(es="no existe", en="it does not exist"),
    errno.EACCES: Text(es="no hay permiso", en="there is no permission"),
    errno.EPERM: Text(es="no hay permiso", en="there is no permission"),
    errno.EROFS: Text(es="el disco es sólo de lectura", en="the disk is read-only"),
    errno.ENOSPC: Text(es="el disco está lleno", en="the disk is full"),
    errno.EDQUOT: Text(es="se acabó el espacio asignado", en="the quota is used up"),
    errno.ENOTDIR: Text(es="una parte de la ruta no es una carpeta", en="part of the path is not a folder"),
    errno.EISDIR: Text(es="es una carpeta", en="it is a folder"),
    errno.EEXIST: Text(es="ya existe", en="it exists already"),
    errno.ENAMETOOLONG: Text(es="el nombre es demasiado largo", en="the name is too long"),
    errno.ELOOP: Text(es="los enlaces dan vueltas", en="the links go round in circles"),
    errno.EINVAL: _NOT_A_FILE,
}


def read_bytes(path: Path) -> tuple[bytes, Diagnostic | None]:
    """The file's bytes, or why there are none; one byte more than allowed is enough to know it is too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b"", _unreadable(path, _NOT_A_FILE)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), None
    except OSError as error:
        return b"", _unreadable(path, reason(error))
    except ValueError as error:  # a NUL in the name
        return b"", _unreadable(path, Text(es=str(error), en=str(error)))


def reason(error: OSError) -> Text:
    """What the system would not do, in both languages."""
    told = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(es=told, en=told))


def require_regular(path: Path) -> None:
    """A folder, a pipe or a device is not to be replaced by a file."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not (stat.S_ISREG(kind) or stat.S_ISLNK(kind)):
        number = errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL
        raise OSError(number, os.strerror(number), str(path))


def _unreadable(path: Path, why: Text) -> Diagnostic:
    return faults.UNREADABLE.at(str(path), START, why=why)
