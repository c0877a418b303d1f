from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from certready.batch import Row, TargetRow, output_names, portfolio
from certready.harmless import slug
from tests.cli.running import EXAMPLES, Shell


def test_a_bad_file_is_a_row_and_does_not_stop_the_rest(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "clientes"
    folder.mkdir()
    shutil.copy(EXAMPLES / "moldes-del-bajio.yaml", folder)
    shutil.copy(EXAMPLES / "laboratorio-pruebas-occidente.yaml", folder)
    (folder / "malo.yaml").write_text("certready: 2\n", encoding="utf-8")
    outcome = shell.run("batch", folder, "-o", tmp_path / "salida", "--format", "json")
    assert outcome.code == 4
    assert "malo.yaml:1:12" in outcome.err
    with (tmp_path / "salida" / "portfolio.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [Path(row["file"]).name for row in rows] == [
        "laboratorio-pruebas-occidente.yaml", "malo.yaml", "moldes-del-bajio.yaml",
    ]  # fmt: skip
    assert rows[1]["faults"]
    assert rows[2]["low"] == "64.0"
    assert (tmp_path / "salida" / "moldes-del-bajio.json").is_file()


def test_one_process_and_two_write_the_same(shell: Shell, tmp_path: Path) -> None:
    words: list[str | Path] = [EXAMPLES, "--format", "none", "-o"]
    assert shell.run("batch", *words, tmp_path / "uno", "--jobs", "1").code == 0
    assert shell.run("batch", *words, tmp_path / "dos", "--jobs", "2").code == 0
    assert (tmp_path / "uno" / "portfolio.csv").read_bytes() == (tmp_path / "dos" / "portfolio.csv").read_bytes()


def test_a_folder_without_suppliers_is_wrong_usage(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("batch", tmp_path, "-o", tmp_path / "o").code == 2


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Catéteres del Pacífico, S.A.", "cateteres-del-pacifico-s-a"),
        ("../../escape", "escape"),
        ("CON", "con-x"),
        ("a:b?*", "a-b"),
        ("\u202e\x00", "x"),
        ("x" * 300, "x" * 80),
    ],
)
def test_names_of_reports_are_safe_everywhere(name: str, safe: str) -> None:
    assert slug(name) == safe


def test_namesakes_get_different_reports() -> None:
    names = output_names([Path("a/planta.yaml"), Path("b/planta.yaml"), Path("c/otra.yaml")])
    assert len(set(names)) == 3
    assert names[2] == "otra"


def test_no_cell_of_the_portfolio_can_act_as_a_formula() -> None:
    target = TargetRow("iso-13485", "ready", 80.0, 80.0, 15.0, 15.0, 100.0, 0, 0, 0)
    lines = list(
        portfolio([Row("f.yaml", supplier="=cmd|' /C calc'!A0", targets=(target,)), Row("g.yaml", faults=("x",))])
    )
    assert lines[1][1].startswith("'=")
    assert lines[2][-1] == "x"
    assert all(len(line) == len(lines[0]) for line in lines)
