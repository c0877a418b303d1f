"""What a shell may put in our way: odd files, full disks, closed screens, narrow code pages, half commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell

MOULDER = EXAMPLES / "moldes-del-bajio.yaml"
POSIX = pytest.mark.skipif(os.name != "posix", reason="there is none on Windows")
COMMAND = [sys.executable, "-c", "from certready.cli import main; main()"]


def run(*words: str | Path, out: str | None = None, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent), "CERTREADY_LANG": "es", **variables}
    with Path(out or os.devnull).open("wb") as screen:
        stdout = screen if out else subprocess.PIPE
        return subprocess.run(
            [*COMMAND, *map(str, words)],
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=30,
            check=False,
        )


@POSIX
@pytest.mark.parametrize("command", ["score", "plan", "evidence", "report"])
def test_what_is_no_regular_file_is_a_fault_of_it(shell: Shell, tmp_path: Path, command: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    for name in ("folder.yaml", "pipe.yaml", "loop.yaml"):
        outcome = shell.run(command, tmp_path / name)
        assert outcome.code == 3
        assert f"{name}:1:1: CR001" in outcome.err


@POSIX
def test_a_report_replaces_neither_folder_nor_pipe_nor_device(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    for name, why in (("folder.json", "es una carpeta"), ("pipe.json", "no es un archivo normal")):
        outcome = shell.run("report", MOULDER, "-o", tmp_path / name)
        assert outcome.code == 2
        assert f"{name}»: {why}" in outcome.err
    assert (tmp_path / "pipe.json").is_fifo()
    outcome = shell.run("report", MOULDER, "-o", tmp_path / "nowhere" / "x.json")
    assert outcome.code == 2
    assert "x.json»: no existe" in outcome.err
    assert ".tmp" not in outcome.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("score", MOULDER, "--lang"), "Falta el valor de --lang."),
        (("--lang", "fr", "score", MOULDER), "«fr» no es una de las opciones"),
        (("score", MOULDER, "--fail-under", "101"), "101.0 debe estar entre 0 y 100."),
        (("score", MOULDER, "--fail-under", "x"), "«x» no es un número."),
        (("score", MOULDER, "--on", "20261121"), "«20261121» no es una fecha"),
        (("score", MOULDER, "--on", "9999-12-31"), "«9999-12-31» no es una fecha"),
        (("batch", "nowhere", "-o", "out"), "No existe «nowhere»."),
        (("batch", MOULDER, "-o", "out", "--on", "ayer"), "«ayer» no es una fecha"),
    ],
)
def test_wrong_usage_is_told_in_spanish_and_writes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = shell.run(*words)
    assert outcome.code == 2
    assert told in outcome.err
    assert not list(tmp_path.iterdir())


def test_the_language_may_be_written_in_capitals(shell: Shell) -> None:
    assert "There is no file" in shell.run("--lang", "EN", "score", "nowhere.yaml").err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("score", MOULDER, "--format", "json")])
def test_a_full_disk_behind_the_screen_is_no_traceback(words: tuple[str | Path, ...]) -> None:
    ended = run(*words, out="/dev/full")
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr
    assert b"Exception ignored" not in ended.stderr


def test_a_narrow_code_page_gets_the_nearest_letters() -> None:
    ended = run("score", MOULDER, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii", COLUMNS="80")
    assert ended.returncode == 0, ended.stderr
    assert b"Moldes e Inyeccion Torrenueva del Bajio" in ended.stdout
    assert b"\\x" not in ended.stdout
