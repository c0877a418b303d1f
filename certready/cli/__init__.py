"""The certready command: wires one module per command. Imports what a command needs only when it runs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

ANYWHERE = ("--lang", "--checklists")
REPORT_BUGS = "https://github.com/certready/certready/issues"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:  # answered before anything is imported
        from certready import __version__

        try:
            print(f"certready {__version__}", flush=True)  # noqa: T201
        except OSError:
            from certready.cli.screen import silence

            silence()
            raise SystemExit(2) from None
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
        if word in ANYWHERE and not waiting:
            return [*front, word]  # its value is missing, and that is what is told
        if word in ANYWHERE:
            front += [word, waiting.pop(0)]
        elif word.startswith(tuple(f"{option}=" for option in ANYWHERE)):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def _run(words: list[str]) -> int:
    from certready.cli.boundary import run
    from certready.cli.screen import prepare_streams, silence

    prepare_streams()
    gc.set_threshold(100_000, 20, 100)  # hardly anything that a run reads becomes garbage: a tenth of its time
    try:
        return run(words)
    except BrokenPipeError:  # the reader of our pipe has gone: nobody is left to tell
        silence()
        return 141
