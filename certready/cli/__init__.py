"""The certready command: wires one module per command. Imports what a command needs only when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

ANYWHERE = ("--lang", "--checklists")
REPORT_BUGS = "https://github.com/certready/certready/issues"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:  # answered before anything is imported
        from certready import __version__

        print(f"certready {__version__}")  # noqa: T201
        raise SystemExit(0)
    from certready.cli.language import settle

    words = hoisted(words)
    settle(words)
    raise SystemExit(_run(words))


def hoisted(words: Sequence[str]) -> list[str]:
    """The command line with `--lang` and `--checklists` in front, so that they may stand anywhere."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word in ANYWHERE and waiting:
            front += [word, waiting.pop(0)]
        elif word.partition("=")[0] in ANYWHERE:
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def _run(words: list[str]) -> int:
    from certready.cli.boundary import run
    from certready.cli.screen import prepare_streams

    prepare_streams()
    try:
        return run(words)
    except BrokenPipeError:  # the reader of our pipe has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
