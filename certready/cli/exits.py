"""Exit codes, and the one exception that means "tell the user"; any other is our bug and keeps its traceback."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from certready.diagnostics import Diagnostic
from certready.model import Text


class Exit(IntEnum):
    """What the shell is told."""

    DONE = 0
    BELOW = 1  # below what was asked, a regression, or a report that does not verify
    USAGE = 2
    FAULTS = 3  # a file has faults: printed, nothing was written
    BATCH_FAULTS = 4  # a batch finished, some files had faults
    INTERRUPTED = 130  # everything answered is saved


class Told(Exception):  # noqa: N818 - it is news for the user, not an error of ours
    """Something the user must know, with the exit code it ends in."""

    def __init__(self, message: Text, code: Exit = Exit.USAGE) -> None:
        """Keep both languages: the boundary chooses."""
        super().__init__(message.en)
        self.message = message
        self.code = code


class FilesHaveFaults(Told):
    """Files with faults: all of them are printed, in file order."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Keep the diagnostics for the boundary."""
        faults = len(diagnostics)
        super().__init__(
            Text(
                es=f"{faults} fallas; no se escribió nada." if faults != 1 else "1 falla; no se escribió nada.",
                en=f"{faults} faults; nothing was written." if faults != 1 else "1 fault; nothing was written.",
            ),
            Exit.FAULTS,
        )
        self.diagnostics = diagnostics
