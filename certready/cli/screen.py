"""What a command prints: results to stdout, everything else to stderr, and nothing from a file can act."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TextIO

from certready.cli.language import chosen
from certready.diagnostics import Diagnostic
from certready.harmless import visible
from certready.model import Text


def prepare_streams() -> None:
    """No character of a Mexican name may crash a narrow code page: unknown ones are written out."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(message: Text) -> None:
    """A sentence for the user."""
    _print(message.to(chosen()), sys.stderr)


def tell(*diagnostics: Diagnostic) -> None:
    """Faults and notices, one after the other."""
    for row in diagnostics:
        _print(row.render(chosen()), sys.stderr)


def show(result: str) -> None:
    """A result to be read by a person: wrapped on words where it meets a screen."""
    _print(result, sys.stdout)


def give(result: str) -> None:
    """A result for a program, as it is."""
    sys.stdout.write(result if result.endswith("\n") else result + "\n")


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
