"""What a command prints: results to stdout, everything else to stderr, and nothing from a file can act."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
import textwrap
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from certready.cli.language import chosen
from certready.diagnostics import Diagnostic
from certready.harmless import visible
from certready.model import Text

_PLAIN = {
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—−─", "-"),
    **dict.fromkeys("·•●", "*"),
    **dict.fromkeys("█▓▒■", "#"),
    **dict.fromkeys("░□○", "."),
    "→": "->",
    "←": "<-",
    "≤": "<=",
    "≥": ">=",
    "✓": "v",
    "✗": "x",
    "×": "x",
    "¿": "",
    "¡": "",
    "␣": "_",
    "§": "S.",
}
"""Signs that a narrow code page may lack, in ASCII."""


def prepare_streams() -> None:
    """No character of a Mexican name may crash a narrow code page: what it lacks is written as near as it can."""
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")  # None where whoever called us has closed it
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    codecs.register_error("certready-nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="certready-nearest")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Letters without their accents and plain signs for typographic ones; anything else written out."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_plain(sign) for sign in error.object[error.start : error.end]), error.end


def _plain(sign: str) -> str:
    if sign in _PLAIN:
        return _PLAIN[sign]
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore")
    return (letters or sign.encode("ascii", "backslashreplace")).decode()


def silence() -> None:
    """What could not be printed is not tried again when the program ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: Text) -> None:
    """A sentence for the user."""
    _tell(message.to(chosen()).rstrip())


def tell(*diagnostics: Diagnostic) -> None:
    """Faults and notices, one after the other."""
    for row in diagnostics:
        _tell(row.render(chosen()))


def show(result: str) -> None:
    """A result to be read by a person: wrapped on words where it meets a screen."""
    _print(result, sys.stdout)


def give(result: str) -> None:
    """A result for a program, as it is."""
    sys.stdout.write(result if result.endswith("\n") else result + "\n")


def _tell(text: str) -> None:
    """To stderr; where that is closed or full the exit code has to do."""
    with suppress(OSError):
        _print(text, sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    lines = visible(text).split("\n")
    if stream.isatty():
        width = shutil.get_terminal_size().columns
        lines = [part for line in lines for part in _wrapped(line, width)]
    print("\n".join(lines), file=stream)


def _wrapped(line: str, width: int) -> list[str]:
    """One line on as many as it takes; what follows the first stands a little to the right of it."""
    if len(line) <= width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
