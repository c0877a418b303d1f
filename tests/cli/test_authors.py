"""The authors' kit as a shell meets it: new, check, diff, fees."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from certready.cli import shelves
from certready.loading.shelf import shipped_folder
from tests.cli.running import EXAMPLES, Shell

MOULDER = EXAMPLES / "moldes-del-bajio.yaml"
FILLED = {
    "<documento>/<sección>": "iso-13485/4.2.4",
    "<document>/<section>": "iso-13485/4.2.4",
    "<práctica de practices.yaml>": "document-control",
    "<practice of practices.yaml>": "document-control",
    "<¿Pregunta?>": "¿Revisan los planos?",
    "<Question?>": "Do you check the drawings?",
}


def write(file: Path, text: str) -> None:
    """Change a file between two commands: a shell would start anew, and read it again."""
    file.write_text(text, encoding="utf-8")
    shelves._stocked.cache_clear()


def filled(text: str) -> str:
    """The skeleton as an author fills it: every placeholder outside the comments."""
    lines = text.splitlines()
    for rank, line in enumerate(lines):
        if line.lstrip().startswith("#"):
            continue
        for placeholder, words in FILLED.items():
            line = line.replace(placeholder, words)  # noqa: PLW2901
        count = iter(range(99))
        lines[rank] = re.sub(r"<[^<>]*>", lambda _, count=count: f"Texto {rank}.{next(count)}", line)  # type: ignore[misc]  # noqa: B023
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_new_checklist_passes_once_it_is_filled_in(shell: Shell, tmp_path: Path, language: str) -> None:
    outcome = shell.run("--lang", language, "checklist", "new", "casa", "-o", tmp_path)
    assert outcome.code == 0
    assert "checklist check casa" in outcome.err
    file = tmp_path / "casa.yaml"
    raw = shell.run("--checklists", tmp_path, "checklist", "check", "casa")
    assert raw.code == 3
    assert "CR401" in raw.err
    assert raw.out == ""
    write(file, filled(file.read_text(encoding="utf-8")))
    checked = shell.run("--lang", "es", "--checklists", tmp_path, "checklist", "check", "casa")
    assert checked.code == 0, checked.err
    assert checked.err.startswith("1 listas, 1 requisitos, ")
    assert "aviso" not in checked.err


def test_the_skeleton_speaks_the_users_language(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shell.run("checklist", "new", "casa")
    assert "# A quién obliga la lista." in Path("casa.yaml").read_text(encoding="utf-8")
    Path("checklist.schema.json").write_text("{}", encoding="utf-8")
    shell.run("--lang", "en", "checklist", "new", "house")
    text = Path("house.yaml").read_text(encoding="utf-8")
    assert "# Whom the checklist binds." in text
    assert text.startswith("# yaml-language-server: $schema=./checklist.schema.json\n")


def test_new_never_overwrites(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "casa.yaml"
    file.write_text("mine", encoding="utf-8")
    outcome = shell.run("checklist", "new", "casa", "-o", file)
    assert outcome.code == 2
    assert "no se sobrescribe" in outcome.err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "Mi Lista"), "no sirve de identificador"),
        (("new", "profile"), "no sirve de identificador"),
        (("new", "casa", "-o", "otra.yaml"), "debe llamarse casa.yaml"),
        (("new", "casa", "-o", "no-hay/casa.yaml"), "No existe la carpeta"),
        (("check", "iso-13845"), "¿Quiso decir «iso-13485»?"),
        (("check", "--on", "ayer"), "«ayer» no es una fecha"),
        (("fees", "iso-13845"), "¿Quiso decir «iso-13485»?"),
        (("diff", "no.yaml", "hay.yaml"), "No existe «no.yaml»"),
        (("diff", MOULDER, MOULDER, "--format", "xml"), "Hay: table, json"),
    ],
)
def test_wrong_usage_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = shell.run("checklist", *words)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_new_warns_of_a_checklist_it_will_replace(shell: Shell, tmp_path: Path) -> None:
    assert "la suya la sustituirá" in shell.run("checklist", "new", "iso-13485", "-o", tmp_path).err


def test_check_of_one_checklist_on_a_day(shell: Shell) -> None:
    outcome = shell.run("--lang", "en", "checklist", "check", "fda-device", "--on", "2026-01-01")
    assert outcome.code == 0, outcome.err
    assert "CR415" in outcome.err
    assert "comes into force on 2026-02-02" in outcome.err
    assert re.search(r"no faults, \d+ warnings?\.\n$", outcome.err)


def test_check_tells_faults_and_warnings_together(shell: Shell, tmp_path: Path) -> None:
    shell.run("checklist", "new", "casa", "-o", tmp_path)
    file = tmp_path / "casa.yaml"
    text = filled(file.read_text(encoding="utf-8")).replace("¿Revisan los planos?", "¿Revisan el DHF? ¿Y el DMR?")
    write(file, text.replace('practice: "document-control"', "practice: nope"))
    outcome = shell.run("--checklists", tmp_path, "checklist", "check", "casa")
    assert outcome.code == 3
    assert re.findall(r"CR\d+", outcome.err) == ["CR403", "CR411", "CR106"]
    assert outcome.err.endswith("2 fallas, 1 aviso.\n")


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Path, Path]:
    """ISO 13485 as shipped, and with one requirement renamed, one reworded and one made graver."""
    text = (shipped_folder() / "iso-13485.yaml").read_text(encoding="utf-8")
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(text, encoding="utf-8")
    renamed = text.replace('      - id: "4.1.1"\n', '      - id: "system"\n', 1).replace(
        "retired: {}", 'retired: {"4.1.1": "system"}'
    )
    first, mark, rest = renamed.partition('      - id: "7.5.6"\n')
    new.write_text(first + mark + re.sub(r'en: "[^"]*"', 'en: "Anything else?"', rest, count=2), encoding="utf-8")
    return old, new


def test_diff_tells_what_changed_and_what_it_means(shell: Shell, editions: tuple[Path, Path]) -> None:
    outcome = shell.run("--lang", "en", "checklist", "diff", *editions, "--supplier", MOULDER)
    assert outcome.code == 0, outcome.err
    assert "New (1)" in outcome.out
    assert "iso-13485/4.1.1 → iso-13485/system" in outcome.out
    assert "iso-13485/7.5.6  the question, the title" in outcome.out
    assert "For moldes-del-bajio.yaml" in outcome.out
    assert "iso-13485/7.5.6: the question" in outcome.out


def test_diff_as_json(shell: Shell, editions: tuple[Path, Path]) -> None:
    told = json.loads(shell.run("checklist", "diff", *editions, "--supplier", MOULDER, "--format", "json").out)
    assert told["format"] == "certready-checklist-diff/1"
    assert [row["id"] for row in told["added"]] == ["iso-13485/system"]
    assert told["retired"] == [{"id": "iso-13485/4.1.1", "successor": "iso-13485/system"}]
    assert told["changed"][0]["aspects"] == ["question", "title"]
    supplier = told["supplier"]
    assert {"id": "iso-13485/7.5.6", "aspects": ["question"]} in supplier["again"]
    assert supplier["gone"] == []
    assert len(supplier["kept"]) > 10


def test_diff_of_folders_and_of_the_same(shell: Shell, editions: tuple[Path, Path], tmp_path: Path) -> None:
    assert shell.run("checklist", "diff", editions[0], editions[0]).out == "Piden lo mismo.\n"
    folder = tmp_path / "carpeta"
    folder.mkdir()
    (folder / "iso-13485.yaml").write_bytes(editions[1].read_bytes())
    (folder / "profile.yaml").write_text("certready: 1\nfacts: []\n", encoding="utf-8")
    assert "iso-13485/system" in shell.run("checklist", "diff", editions[0], folder).out


def test_diff_refuses_a_broken_edition(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "x.yaml"
    broken.write_text("certready: 1\nid: [x\n", encoding="utf-8")
    assert shell.run("checklist", "diff", broken, broken).code == 3


def test_diff_says_what_a_lost_requirement_does(shell: Shell, editions: tuple[Path, Path]) -> None:
    old, new = editions
    new.write_text(
        new.read_text(encoding="utf-8").replace('retired: {"4.1.1": "system"}', "retired: {}"), encoding="utf-8"
    )
    out = shell.run("checklist", "diff", old, new, "--supplier", MOULDER).out
    assert "dé un sucesor en «retired:»" in out
    assert "iso-13485/4.1.1 (sin sucesor: el archivo tendrá una falla)" in out


def test_fees_of_a_target_on_a_day(shell: Shell) -> None:
    now = shell.run("--lang", "en", "checklist", "fees", "fda-device", "--on", "2026-11-21").out
    assert "Annual establishment registration fee (standard): USD 13,785 (2027)" in now
    assert "11,423" not in now
    assert "* To be checked before you budget." in now
    before = shell.run("--lang", "es", "checklist", "fees", "fda-device", "--on", "2026-09-30").out
    assert "USD 11,423 (2026)" in before
    everything = shell.run("--lang", "es", "checklist", "fees", "--on", "2026-11-21").out
    assert "MXN 164,123" in everything
    assert "13 – 18 meses" in everything
    assert "2026-11-28" in everything
    assert "sin cifra" in everything
    assert shell.run("--lang", "es", "checklist", "fees", "ich-q7").out == "No hay cuotas ni plazos para eso.\n"


def test_check_reads_documents_that_nobody_cites_yet(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "regulations").mkdir()
    (tmp_path / "regulations" / "casa.yaml").write_text("certready: 1\nid: kasa\n", encoding="utf-8")
    outcome = shell.run("--checklists", tmp_path, "checklist", "check")
    assert outcome.code == 3
    assert "CR101" in outcome.err
