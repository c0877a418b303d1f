from __future__ import annotations

import json
from pathlib import Path

import pytest

from certready import __version__
from certready.cli import hoisted
from certready.cli.app import called
from tests.cli.running import EXAMPLES, Shell

MOULDER = EXAMPLES / "moldes-del-bajio.yaml"
CATHETERS = EXAMPLES / "cateteres-del-pacifico.yaml"
COMMANDS = ("assess", "score", "explain", "plan", "evidence", "report", "batch", "schema", "checklist")


def test_version_is_told_without_loading_anything(shell: Shell) -> None:
    assert shell.run("--version").out == f"certready {__version__}\n"
    assert shell.run("--lang", "en", "--version").out == f"certready {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(shell: Shell, command: str) -> None:
    spanish = shell.run("--lang", "es", command, "--help")
    english = shell.run("--lang", "en", command, "--help")
    assert spanish.code == english.code == 0
    assert spanish.out.startswith("Uso: ")
    assert english.out.startswith("Usage: ")
    assert "Muestra esta ayuda y termina." in spanish.out
    assert "\x1f" not in spanish.out + english.out


def test_the_system_language_decides_when_nothing_else_does(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell.run("--help").out.startswith("Uso: ")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert shell.run("--help").out.startswith("Usage: ")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert shell.run("--help").out.startswith("Uso: ")
    monkeypatch.setenv("CERTREADY_LANG", "en")
    assert shell.run("--help").out.startswith("Usage: ")


def test_language_and_folders_may_stand_anywhere(shell: Shell) -> None:
    assert "Ready" in shell.run("score", EXAMPLES / "laboratorio-pruebas-occidente.yaml", "--lang", "en").out.title()
    assert hoisted(["score", "f", "--lang=en", "--checklists", "d"]) == ["--lang=en", "--checklists", "d", "score", "f"]
    assert hoisted(["score", "--", "--lang", "en"]) == ["score", "--", "--lang", "en"]


def test_the_value_of_an_option_is_not_taken_for_the_command() -> None:
    assert called(["--checklists", "score", "report", "f"]) == "report"
    assert called(["--lang=es", "-h"]) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("score",), "Falta FILE"),
        (("scor", "x"), "No existe el comando «scor»"),
        (("score", "nada.yaml"), "No existe el archivo «nada.yaml»"),
        (("score", MOULDER, "--nope"), "No existe la opción --nope"),
        (("score", MOULDER, "--on", "ayer"), "«ayer» no es una fecha"),
        (("score", MOULDER, "--format", "pdf"), "Hay: table, json"),
        (("plan", MOULDER, "b"), "Sobran palabras en la orden: b"),
        (("score", MOULDER, "--fail-under", "200"), "no es válido"),
        (("report", MOULDER, "-o", "x.docx"), "No hay formato «docx»"),
        (("schema", "suplier"), "¿Quiso decir «supplier»?"),
        (("checklist", "show", "iso-13845"), "¿Quiso decir «iso-13485»?"),
        (("explain", MOULDER, "iso-13485/7.5.66"), "¿Quiso decir «iso-13485/7.5.6»?"),
        (("--checklists", "no-hay", "checklist", "list"), "No existe la carpeta"),
    ],
)
def test_wrong_usage_is_told_in_spanish_and_leaves_with_2(
    shell: Shell, words: tuple[str | Path, ...], told: str
) -> None:
    outcome = shell.run(*words)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""


def test_score_shows_declared_and_backed_side_by_side(shell: Shell) -> None:
    outcome = shell.run("score", MOULDER)
    assert outcome.code == 0
    assert "64.0" in outcome.out
    assert "Respaldado con evidencia" in outcome.out
    assert "iso-13485/7.5.6" in outcome.out


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_of_the_score_is_wider_than_the_screen(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = shell.run("score", CATHETERS).out.splitlines()
    assert max(len(line) for line in lines) <= int(width)


def test_score_as_json_says_what_the_contract_says(shell: Shell) -> None:
    told = json.loads(shell.run("score", CATHETERS, "--format", "json").out)
    assert told["format"] == "certready-assessment/1"
    assert told["on"] == "2026-11-20"
    assert [target["id"] for target in told["targets"]] == ["iso-13485", "fda-device", "cofepris-device"]
    assert set(told["targets"][0]) >= {
        "id", "title", "applies", "why_not", "verdict", "backed_verdict", "score", "backed", "raw", "cap", "gates",
        "coverage", "not_applicable_share", "counts", "gaps", "chapters", "outcomes",
    }  # fmt: skip
    assert set(told["requirements"][0]) >= {
        "id", "cites", "checklist", "chapter", "targets", "criticality", "binding", "why_not", "level", "backed_level",
        "carried_from", "gap", "n19",
    }  # fmt: skip
    assert set(told["plan"]) >= {"start", "finish", "days", "effort", "cost", "packages", "curve"}
    assert told["inputs"][0]["name"] == "cateteres-del-pacifico.yaml"
    ids = [row["id"] for row in told["requirements"]]
    assert len(ids) == len(set(ids))


def test_the_same_file_gives_the_same_bytes(shell: Shell) -> None:
    first = shell.run("score", MOULDER, "--format", "json").out
    assert first == shell.run("score", MOULDER, "--format", "json").out


def test_fail_under_speaks_of_the_low_end_of_every_target(shell: Shell) -> None:
    assert shell.run("score", MOULDER, "--fail-under", "64").code == 0
    below = shell.run("score", MOULDER, "--fail-under", "64.1")
    assert below.code == 1
    assert "iso-13485: 64.0 está por debajo de 64.1." in below.err
    assert shell.run("score", EXAMPLES / "textiles-quirurgicos-de-puebla.yaml", "--fail-under", "1").code == 1


def test_a_faulty_file_leaves_with_3_and_names_every_place(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "malo.yaml"
    file.write_text(
        "certready: 1\nsupplier: {name: X}\ntargets: [iso-13485]\nanswers:\n"
        "  iso-13485/7.5.6: implementado\n  iso-13485/7.5.99: absent\n",
        encoding="utf-8",
    )
    outcome = shell.run("report", file, "-o", tmp_path / "x.pdf")
    assert outcome.code == 3
    assert "malo.yaml:5:" in outcome.err
    assert "malo.yaml:6:" in outcome.err
    assert "2 fallas; no se escribió nada." in outcome.err
    assert not (tmp_path / "x.pdf").exists()


def test_explain_tells_why_it_binds_and_what_it_does(shell: Shell) -> None:
    outcome = shell.run("explain", MOULDER, "iso-13485/7.5.6")
    assert outcome.code == 0
    assert "Obliga en: iso-13485" in outcome.out
    assert "Brecha: crítico" in outcome.out
    assert "topa la calificación en 64.0" in outcome.out
    english = shell.run("--lang", "en", "explain", MOULDER, "iso-13485/7.3.1").out
    assert "Does not bind this plant." in english


def test_plan_is_told_as_a_table_and_as_json(shell: Shell) -> None:
    assert "Validación de procesos" in shell.run("plan", MOULDER).out
    told = json.loads(shell.run("plan", MOULDER, "--format", "json").out)
    practices = [package["practice"] for package in told["packages"]]
    assert "process-validation" in practices
    for package in told["packages"]:
        assert package["effort"]["low"] <= package["effort"]["likely"] <= package["effort"]["high"]
        assert package["start"] <= package["finish"]


def test_evidence_tells_what_is_missing_and_what_expired(shell: Shell) -> None:
    told = shell.run("evidence", MOULDER).out
    assert "NO ESTÁ EL ARCHIVO" in told
    assert "VENCIDO" in told
    assert "FALTA RESPALDO" in told


def test_evidence_never_opens_a_file_outside_the_suppliers_folder(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "secreto.txt").write_text("x", encoding="utf-8")
    folder = tmp_path / "planta"
    folder.mkdir()
    (folder / "p.yaml").write_text(
        "certready: 1\nsupplier: {name: X}\ntargets: [iso-13485]\n"
        "documents:\n  A: {title: A, file: ../secreto.txt}\n"
        "answers:\n  iso-13485/4.2.4: {level: documented, evidence: [{kind: document, ref: A}]}\n",
        encoding="utf-8",
    )
    assert "fuera de la carpeta" in shell.run("evidence", folder / "p.yaml").out


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_report_writes_the_file_that_was_asked(shell: Shell, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"informe.{kind}"
    assert shell.run("report", MOULDER, "-o", out).code == 0
    head = b"%PDF" if kind == "pdf" else b'{\n "format": "certready-assessment/1"'
    assert out.read_bytes().startswith(head)


def test_report_never_overwrites_the_supplier_file(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "planta.yaml"
    file.write_bytes(MOULDER.read_bytes())
    outcome = shell.run("report", file, "-o", file, "--format", "pdf")
    assert outcome.code == 2
    assert file.read_bytes() == MOULDER.read_bytes()


def test_checklists_are_listed_shown_and_checked(shell: Shell) -> None:
    assert "iso-13485" in shell.run("checklist", "list").out
    assert "7.5.6" in shell.run("checklist", "show", "iso-13485").out
    one = shell.run("checklist", "show", "iso-13485/7.5.6").out
    assert "Qué pedirá ver el inspector" in one
    assert shell.run("checklist", "check").code == 0


def test_coverage_finds_nothing_uncited(shell: Shell) -> None:
    outcome = shell.run("checklist", "coverage")
    assert outcome.out == ""
    assert outcome.code == 0
    assert "todas citadas" in outcome.err


def test_a_checklist_of_ones_own_needs_no_code(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "casa.yaml").write_text(
        """certready: 1
id: casa
authority: Cliente
title: {es: "Lista de la casa", en: "House list"}
certificate: {es: "Visto bueno", en: "Approval"}
edition: "1"
as_of: 2026-11-21
includes:
  - checklist: iso-13485
    only: ["4.2.4"]
chapters:
  - id: a
    title: {es: "Uno", en: "One"}
    requirements:
      - id: hello
        cites: ["iso-13485/4.2.4"]
        title: {es: "Saludo", en: "Greeting"}
        question: {es: "¿Saludan?", en: "Do you greet?"}
        evidence: {es: ["Acta"], en: ["Minutes"]}
        pitfalls: {es: ["Nadie saluda"], en: ["Nobody greets"]}
        criticality: minor
        practice: document-control
""",
        encoding="utf-8",
    )
    plant = tmp_path / "plant"
    plant.mkdir()
    (plant / "p.yaml").write_text(
        "certready: 1\nsupplier: {name: X}\ntargets: [casa]\nanswers:\n  casa/hello: implemented\n", encoding="utf-8"
    )
    told = json.loads(shell.run("--checklists", tmp_path, "score", plant / "p.yaml", "--format", "json").out)
    assert [row["id"] for row in told["requirements"]] == ["iso-13485/4.2.4", "casa/hello"]


def test_schema_is_printed_and_written(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = shell.run("schema", "supplier").out
    assert json.loads(printed)["$schema"].endswith("2020-12/schema")
    monkeypatch.chdir(tmp_path)
    assert shell.run("schema", "supplier", "--write").code == 0
    assert json.loads((tmp_path / "supplier.schema.json").read_text(encoding="utf-8")) == json.loads(printed)


def test_an_unknown_failure_is_called_our_bug(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "boom"
        raise RuntimeError(message)

    monkeypatch.setattr("certready.cli.score.assess", broken)
    outcome = shell.run("score", MOULDER)
    assert outcome.code == 70
    assert "no de usted ni de su archivo" in outcome.err
    assert "RuntimeError: boom" in outcome.err
