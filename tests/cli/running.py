"""Runs the command in this process, as a shell would, and tells what came out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from certready.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


class Shell:
    """A shell with nothing set but what a test sets."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        for name in list(os.environ):
            if name.startswith("CERTREADY_"):
                monkeypatch.delenv(name)
        for name in ("LC_ALL", "LC_MESSAGES"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LANG", "es_MX.UTF-8")
        monkeypatch.setenv("CERTREADY_LANG", "")
        monkeypatch.setenv("CERTREADY_LANG_ASKED", "")
        monkeypatch.setenv("CERTREADY_CHECKLISTS", "")
        monkeypatch.setenv("COLUMNS", "80")

    def run(self, *words: str | Path) -> Outcome:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        printed = self._capsys.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, printed.out, printed.err)
