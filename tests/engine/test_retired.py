"""An id that was retired keeps old files valid: its answer counts for the successor, and a note says so."""

from __future__ import annotations

from pathlib import Path

from certready.assessment import assess
from certready.diagnostics import has_faults
from certready.loading.shelf import Shelf
from certready.loading.suppliers import read_supplier
from certready.model import Level
from tests.engine.building import TODAY

CHECKLIST = """
certready: 1
id: own
authority: Own
title: {es: Propia, en: Own}
certificate: {es: Ninguno, en: None}
edition: "2026"
as_of: 2026-11-21
retired: {complaints-old: complaints-1, complaints-1: complaints}
chapters:
  - id: "8"
    title: {es: Quejas, en: Complaints}
    requirements:
      - id: complaints
        cites: ["own/8"]
        title: {es: Quejas, en: Complaints}
        question: {es: ¿Atiende quejas?, en: Do you handle complaints?}
        evidence: {es: [Registro], en: [Log]}
        pitfalls: {es: [Sin plazo], en: [No deadline]}
        criticality: critical
        practice: complaints
"""
SUPPLIER = """
certready: 1
supplier: {name: Planta}
targets: [own]
answers: {own/complaints-old: documented}
"""


def test_the_answer_to_a_retired_requirement_counts_for_its_successor(tmp_path: Path) -> None:
    shelf, plant = tmp_path / "checklists", tmp_path / "plant.yaml"
    shelf.mkdir()
    (shelf / "own.yaml").write_text(CHECKLIST, encoding="utf-8")
    (shelf / "profile.yaml").write_text("certready: 1\nfacts: []\n", encoding="utf-8")
    (shelf / "practices.yaml").write_text("certready: 1\nroles: {}\npractices: []\n", encoding="utf-8")
    plant.write_text(SUPPLIER, encoding="utf-8")
    reading = read_supplier(plant, Shelf(shipped=shelf), regulations=False)
    told = [row for row in reading.diagnostics if row.file == str(plant)]
    assert reading.supplier is not None
    assert [row.code for row in told] != []
    assert not has_faults(told)
    result = assess(reading.library, reading.supplier, on=TODAY)
    assert [(row.requirement.id, row.standing.level) for row in result.requirements] == [
        ("own/complaints", Level.DOCUMENTED)
    ]
    assert result.kept == ()
