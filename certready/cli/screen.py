"""What a command prints: results to stdout, everything else to stderr, and nothing from a file can act."""

from __future__ import annotations

import sys
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


def say(message: Text, stream: TextIO | None = None) -> None:
    """A sentence for the user, on stderr unless told otherwise."""
    print(visible(message.to(chosen())), file=stream or sys.stderr)


def tell(*diagnostics: Diagnostic) -> None:
    """Faults and notices, one after the other."""
    for row in diagnostics:
        print(visible(row.render(chosen())), file=sys.stderr)  # noqa: T201


def give(result: str) -> None:
    """A result, on stdout."""
    sys.stdout.write(result if result.endswith("\n") else result + "\n")
