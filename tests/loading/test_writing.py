"""Files on disk: whole or not at all, and nobody's change is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from certready.loading import writing
from certready.loading.rendering import Unwritable
from certready.loading.shelf import Shelf
from certready.loading.suppliers import read_supplier
from certready.loading.writing import ChangedOnDisk, FaultyFile, NotAsMeant, SupplierFile, replace_file
from certready.model import Language, Level

TEXT = "certready: 1\nsupplier: {name: X}   # who\ntargets: [iso-13485]\nanswers:\n  iso-13485/7.5.6: absent # why\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "planta.yaml"
    found.write_text(TEXT, encoding="utf-8")
    return found


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_file_is_replaced_whole_and_keeps_its_permissions(path: Path) -> None:
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names(path) == ["planta.yaml"]


def test_a_link_is_replaced_and_its_target_left(path: Path) -> None:
    link = path.parent / "link.yaml"
    link.symlink_to(path)
    replace_file(link, b"new")
    assert not link.is_symlink()
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_change_through_a_link_reaches_the_file(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path.name)
    file = SupplierFile.open(link)
    file.put(("answers", "x-mine"), "yes")
    file.save()
    assert link.is_symlink()
    assert "x-mine" in path.read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert path.read_text(encoding="utf-8") == TEXT
    assert names(path) == ["planta.yaml"]


def test_what_a_killed_run_left_is_swept(path: Path) -> None:
    left = path.parent / f"{writing._stem(path)}dead.tmp"
    fresh = path.parent / f"{writing._stem(path)}live.tmp"
    other = path.parent / ".certready-other.tmp"
    for one in (left, fresh, other):
        one.write_text("x")
    os.utime(left, (time.time() - 3600,) * 2)
    replace_file(path, b"new")
    assert not left.exists()
    assert fresh.exists()
    assert other.exists()


def test_an_answer_is_written_and_its_comment_stays(path: Path) -> None:
    file = SupplierFile.open(path)
    file.put(("answers", "iso-13485/7.5.6"), {"level": "documented", "note": "falta: el molde #7"})
    file.put(("answers", "iso-13485/4.2.4"), "implemented")
    assert file.changed
    file.save()
    assert not file.changed
    assert path.read_text(encoding="utf-8") == (
        "certready: 1\nsupplier: {name: X}   # who\ntargets: [iso-13485]\nanswers:\n"
        '  iso-13485/7.5.6: {level: documented, note: "falta: el molde #7"} # why\n'
        "  iso-13485/4.2.4: implemented\n"
    )
    supplier = read_supplier(path, Shelf(), regulations=False).supplier
    assert supplier is not None
    assert supplier.answers["iso-13485/7.5.6"].note == "falta: el molde #7"


def test_somebody_elses_change_is_not_overwritten(path: Path) -> None:
    mine, theirs = SupplierFile.open(path), SupplierFile.open(path)
    theirs.put(("language",), "en")
    theirs.save()
    mine.put(("language",), "es")
    with pytest.raises(ChangedOnDisk) as caught:
        mine.save()
    assert "planta.yaml" in caught.value.message.es
    assert "language: en" in path.read_text(encoding="utf-8")
    path.unlink()
    with pytest.raises(ChangedOnDisk):
        mine.save()
    assert not path.exists()


def test_a_new_file_does_not_take_an_old_ones_place(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    file = SupplierFile.create(path, Language.ES)
    assert not path.exists()
    path.write_text("mine")
    with pytest.raises(ChangedOnDisk):
        file.save()
    assert path.read_text() == "mine"
    assert names(path) == ["new.yaml"]
    with pytest.raises(ChangedOnDisk):
        SupplierFile.create(path, Language.ES)


def test_a_new_file_grows_answer_by_answer(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    file = SupplierFile.create(path, Language.EN)
    file.put(("supplier", "name"), "Ñandú, S.A.")
    file.put(("targets",), ["iso-13485"])
    for number in ("4.2.4", "7.5.6"):
        file.put(("answers", f"iso-13485/{number}"), {"level": "informal"})
        file.save()
    reading = read_supplier(path, Shelf(), regulations=False)
    assert reading.diagnostics == []
    assert reading.supplier is not None
    assert [answer.level for answer in reading.supplier.answers.values()] == [Level.INFORMAL, Level.INFORMAL]


def test_a_new_file_names_the_schema_that_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "supplier.schema.json").write_text("{}")
    file = SupplierFile.create(tmp_path / "new.yaml", Language.ES)
    assert file.text.startswith("# yaml-language-server: $schema=./supplier.schema.json\ncertready: 1\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_encodings_and_line_ends_stay(path: Path, encoding: str) -> None:
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    file = SupplierFile.open(path)
    file.put(
        ("answers", "iso-13485/4.2.4"),
        {"level": "absent", "note": "ñ" * 90, "evidence": [{"kind": "record", "title": "x"}]},
    )
    file.save()
    text = path.read_bytes().decode(encoding)
    assert text.startswith(TEXT.replace("\n", "\r\n"))
    assert text.count("\n") == text.count("\r\n")
    assert path.read_bytes()[:2] == TEXT.encode(encoding)[:2]


def test_faulty_files_are_not_opened(path: Path) -> None:
    path.write_text("a: 1\na: 2\n")
    with pytest.raises(FaultyFile) as caught:
        SupplierFile.open(path)
    assert [row.code for row in caught.value.diagnostics] == ["CR007"]


def test_what_cannot_be_read_back_is_not_written(path: Path) -> None:
    file = SupplierFile.open(path)
    for bad in ("\x1b[31m", "a\u202eb", "x" * 20_001):
        with pytest.raises((Unwritable, NotAsMeant)):
            file.put(("answers", "iso-13485/7.5.6", "note"), bad)
    assert file.text == TEXT


def test_removing_keeps_comments(path: Path) -> None:
    file = SupplierFile.open(path)
    file.put(("answers", "iso-13485/4.2.4"), "absent")
    file.remove(("answers", "iso-13485/7.5.6"))
    file.remove(("no", "such"))
    assert file.text == TEXT.replace("  iso-13485/7.5.6: absent # why\n", "  # why\n  iso-13485/4.2.4: absent\n")
    file.remove(("answers", "iso-13485/4.2.4"))
    assert file.get(("answers",)) == {}


KILLED = """
import sys
from pathlib import Path
from certready.loading.writing import SupplierFile
file = SupplierFile.open(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(10_000):
    file.put(("answers", "iso-13485/7.5.6", "note"), "x" * 3000 + str(number))
    file.save()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_kill_during_a_save_leaves_a_whole_file(path: Path) -> None:
    for round_ in range(5):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + 0.013 * round_)
            process.kill()
        assert read_supplier(path, Shelf(), regulations=False).diagnostics == []
