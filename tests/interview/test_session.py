"""A sitting from end to end, with a scripted asker and real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from certready.interview.asked import refuse_reason
from certready.interview.asking import BACK, Checks, Menu
from certready.interview.notebook import Faulty, Notebook
from certready.interview.plant import ask_fact
from certready.interview.session import Ending, Session, Unknown, When
from certready.interview.who import has_check_digit, refuse_rfc, state_named
from certready.model import Language, Level
from certready.questionnaire import Only, Wish
from tests.interview.scripted import TODAY, Reply, Scripted, begun, notebook, shelf

AFTER, NOT_NOW = When.AFTER.value, When.NOT_NOW.value


def sit(book: Notebook, replies: list[Reply], wish: Wish | None = None) -> tuple[Scripted, Ending]:
    asker = Scripted(replies)
    return asker, Session(asker, book, wish or Wish()).run()


def answers(book: Notebook) -> dict[str, str]:
    return {key: answer.level.value for key, answer in notebook(book.path).supplier.answers.items()}


def test_from_nothing_to_the_last_answer(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    book = Notebook.begin(path, shelf(), TODAY, name="Plañta: «S.A.»", language=Language.EN)
    who = ["CPA12", "CPA120315AB1", "Jalisco", "cuarenta", "48", "Laura"]
    plant: list[Reply] = [["device"], "true", ["iso-9001"], "2027-13-1", "1/5/2027"]
    questions = ["documented", "informal", "unknown", "absent", "implemented", "effective"]
    asker, ending = sit(book, [*who, *plant, ["own", "pool"], NOT_NOW, *questions])
    assert ending is Ending.DONE
    supplier = notebook(path).supplier
    assert (supplier.name, supplier.rfc, supplier.employees) == ("Plañta: «S.A.»", "CPA120315AB1", 48)
    assert supplier.assessed_on == TODAY
    assert supplier.assessed_by == "Laura"
    assert supplier.profile.facts == {"products": ("device",), "sterile": ("true",)}
    assert supplier.targets == ("own", "pool")
    assert list(answers(book).values()) == questions
    assert "no es un RFC válido" in asker.text
    assert "vigente hasta" in [row.message.es for row in asker.asked if not isinstance(row, Menu)][-2]


def test_every_answer_is_on_disk_before_the_next_question(tmp_path: Path) -> None:
    book = begun(tmp_path)
    seen: list[dict[str, str]] = []

    def then(level: str) -> Reply:
        def reply() -> str:
            seen.append(answers(book))
            return level

        return reply

    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW, then("absent"), then("informal"), then("absent")])
    assert [len(row) for row in seen] == [0, 1, 2]
    assert len(answers(book)) == 3
    assert "# a comment that a person wrote" in book.path.read_text(encoding="utf-8")


def test_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: unknown, pool/1.2: absent}\n")
    asker, _ = sit(book, [NOT_NOW, "absent", "absent", "absent"])
    assert "Quedan 3 preguntas" in asker.text
    assert list(answers(book)) == ["pool/1.1", "pool/1.2", "pool/2.1", "own/notice", "own/master"]


def test_nothing_is_pointed_at_before_a_person_points(tmp_path: Path) -> None:
    asker, _ = sit(begun(tmp_path), [NOT_NOW, "unknown", "unknown", "unknown", "unknown", "unknown"])
    assert [menu.start for menu in asker.menus] == [None] * 6


def test_back_shows_the_earlier_answer_and_can_change_it(tmp_path: Path) -> None:
    book = begun(tmp_path)
    script: list[Reply] = [NOT_NOW, BACK, "absent", BACK, "documented", "absent", "absent", "absent", "absent"]
    asker, _ = sit(book, script)
    assert "Ésta es la primera pregunta" in asker.text
    numbers = [line.partition(" ·")[0] for line in asker.shown if line.startswith("Pregunta ")]
    assert numbers[:4] == ["Pregunta 1 de 5", "Pregunta 2 de 5", "Pregunta 1 de 5", "Pregunta 2 de 5"]
    assert asker.menus[4].start == "absent"
    assert answers(book)["pool/1.1"] == "documented"


def test_jump_goes_to_a_chapter_and_comes_round_to_what_was_left(tmp_path: Path) -> None:
    book = begun(tmp_path)
    script: list[Reply] = [NOT_NOW, "more", "jump", "own/9", "absent", "absent", "informal", "informal", "informal"]
    sit(book, script)
    assert list(answers(book)) == ["own/notice", "own/master", "pool/1.1", "pool/1.2", "pool/2.1"]


def test_not_applicable_is_offered_only_where_it_is_allowed(tmp_path: Path) -> None:
    asker, _ = sit(begun(tmp_path), [NOT_NOW, *["absent"] * 5])
    assert "not-applicable" not in [choice.value for choice in asker.menus[1].choices]
    assert "not-applicable" in [choice.value for choice in asker.menus[2].choices]


def test_not_applicable_needs_a_reason_which_goes_when_the_answer_changes(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers:\n  pool/1.1: absent\n")
    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW, "not-applicable", "", "regresar", "not-applicable", "No hay registros", BACK])
    assert notebook(book.path).supplier.answers["pool/1.2"].reason == "No hay registros"
    book.answer(next(row for row in book.questions() if row.id == "pool/1.2"), Level.ABSENT)
    assert notebook(book.path).supplier.answers["pool/1.2"].reason == ""


def test_what_another_answer_covers_is_not_asked(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.2: implemented, pool/1.1: absent, pool/2.1: absent}\n")
    asker, ending = sit(book, [NOT_NOW, "absent"])
    assert ending is Ending.DONE
    assert "own/master" not in answers(book)
    assert "ya cumple: 1." in asker.text


def test_an_overlapping_answer_is_a_marked_suggestion(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: documented, pool/1.2: absent, pool/2.1: absent}\n")
    asker, _ = sit(book, [NOT_NOW, "documented", "absent"])
    assert asker.menus[1].start is None, "a suggestion is never one Enter away"
    label = next(row.label.es for row in asker.menus[1].choices if row.value == "documented")
    assert label.endswith("(sugerido)")
    assert "En «Control de documentos», que se le parece, contestó: Documento" in asker.text


def test_a_question_says_where_it_comes_from_and_what_it_saves(tmp_path: Path) -> None:
    asker, _ = sit(begun(tmp_path), [NOT_NOW, *["absent"] * 5])
    assert "ISO 99999:2020 § 1; COFEPRIS NOM-999-SSA1-2030 § 9" in asker.text
    assert "se ahorra 1 pregunta" in asker.text
    assert "§ 2*" in asker.text
    assert "Acta de Control de documentos" in asker.text
    assert "le ahorra 2 preguntas" in asker.text


def test_quick_names_no_evidence_and_ends(tmp_path: Path) -> None:
    book = begun(tmp_path)
    asker, ending = sit(book, ["implemented"] * 4, Wish(quick=True))
    assert ending is Ending.DONE
    assert next(iter(answers(book))) == "pool/2.1"
    assert "Entrevista rápida" in asker.text


def test_only_gaps_asks_again_with_the_earlier_answer_pointed_at(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: informal, pool/1.2: effective}\n")
    asker, _ = sit(book, [NOT_NOW, "implemented"], Wish(only=Only.GAPS))
    assert asker.menus[-1].start == "informal"
    assert answers(book)["pool/1.1"] == "implemented"


@pytest.mark.parametrize("wish", [Wish(chapter="77"), Wish(targets=("drugs",))])
def test_a_name_that_fits_nothing_is_told_before_any_question(tmp_path: Path, wish: Wish) -> None:
    with pytest.raises(Unknown):
        sit(begun(tmp_path), [], wish)


def test_where_chapters_are_many_their_checklist_is_chosen_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("certready.interview.session.MOST_CHAPTERS", 1)
    book = begun(tmp_path)
    script: list[Reply] = [NOT_NOW, "more", "jump", BACK, "more", "jump", "own", BACK, "more", "jump", "own", "own/9"]
    with pytest.raises(KeyboardInterrupt):
        sit(book, [*script, "absent"])
    assert answers(book) == {"own/notice": "absent"}


def test_only_options_that_make_sense_to_this_plant_are_offered(tmp_path: Path) -> None:
    asker, facts = Scripted([["maker"]]), shelf().facts()
    book = begun(tmp_path)
    value = ask_fact(asker, facts["role"], book.supplier.profile, can_go_back=False)
    assert value == ["maker"]
    offered = [row.value for asked in asker.asked if isinstance(asked, Checks) for row in asked.choices]
    assert "maker" in offered
    assert "druggist" not in offered


def test_leaving_keeps_everything(tmp_path: Path) -> None:
    book = begun(tmp_path)
    _, ending = sit(book, [NOT_NOW, "absent", "more", "leave"])
    assert ending is Ending.LEFT
    assert answers(book) == {"pool/1.1": "absent"}


def test_the_score_so_far_is_an_interval_and_the_same_question_follows(tmp_path: Path) -> None:
    asker, _ = sit(begun(tmp_path), [NOT_NOW, "more", "score", "more", "leave"])
    assert "entre 0 y 100 de 100" in asker.text
    assert "Aún no se nombró evidencia" in asker.text
    assert asker.shown[-1] == "¿Control de documentos, sí?"


def test_terms_and_levels_are_explained_on_request(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: absent, pool/1.2: absent}\n")
    asker, _ = sit(book, [NOT_NOW, "more", "terms", "return", "more", "levels", "return", "more", "leave"])
    assert "Calificación de instalación" in asker.text
    assert "conteste por la más atrasada" in asker.text


def test_a_note_on_an_open_question_is_saved_at_once_and_the_question_stays_open(tmp_path: Path) -> None:
    book = begun(tmp_path)
    script: list[Reply] = [NOT_NOW, "more", "note", "falta: el molde #7", "more", "repeat"]
    with pytest.raises(KeyboardInterrupt):
        sit(book, script)
    answer = notebook(book.path).supplier.answers["pool/1.1"]
    assert (answer.level, answer.note, answer.repeat) == (Level.UNKNOWN, "falta: el molde #7", True)
    asker = Scripted([*script, "informal", BACK])
    with pytest.raises(KeyboardInterrupt):
        Session(asker, begun(tmp_path), Wish()).run()
    answer = notebook(book.path).supplier.answers["pool/1.1"]
    assert (answer.level, answer.note, answer.repeat) == (Level.INFORMAL, "falta: el molde #7", True)
    assert "queda en «no sé»" in asker.text
    assert "Su nota: falta: el molde #7" in asker.text
    assert "Marcado: ya nos lo observaron antes." in asker.text


def test_a_note_can_be_deleted_and_a_mark_taken_off(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers:\n  pool/1.1: {level: informal, note: vieja, repeat: true}\n")
    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW, "more", "note", "", "more", "repeat"], Wish(only=Only.GAPS))
    answer = notebook(book.path).supplier.answers["pool/1.1"]
    assert (answer.note, answer.repeat) == ("", False)


def test_what_was_answered_on_another_day_can_be_turned_back_to(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: effective, pool/1.2: absent}\n")
    asker, _ = sit(book, [NOT_NOW, BACK, BACK, "informal", "absent", "absent", "absent", "absent"])
    assert answers(book)["pool/1.1"] == "informal"
    assert "Pregunta 3 de 5" in asker.text
    assert "Pregunta 1 de 5" in asker.text


def test_an_answered_chapter_is_gone_through_again(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: effective, pool/1.2: {level: not-applicable, reason: No hay}}\n")
    asker, ending = sit(book, ["informal", "absent"], Wish(chapter="pool/1"))
    assert ending is Ending.DONE
    assert "Se repasa desde la primera" in asker.text
    assert "Dijo que no aplica: No hay" in asker.text
    assert answers(book) == {"pool/1.1": "informal", "pool/1.2": "absent"}


def test_company_plant_and_certificates_can_be_corrected_in_the_middle(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: absent}\n")
    who = ["Otra S.A.", "", "jal", "1,210", "Laura"]
    plant: list[Reply] = [["device"], "true", ["-"]]
    script: list[Reply] = [NOT_NOW, "absent", "more", "jump", "pool/2", "more", "plant", *who, *plant, ["pool"]]
    asker, _ = sit(book, [*script, "absent", "absent"])
    supplier = notebook(book.path).supplier
    assert (supplier.name, supplier.state, supplier.employees) == ("Otra S.A.", "Jalisco", 1210)
    assert supplier.profile.facts["sterile"] == ("true",)
    assert supplier.targets == ("pool",)
    assert next(row.start for row in asker.menus if row.choices[0].value == "true") == "false"
    assert [row.marked for row in asker.asked if isinstance(row, Checks)][1] == {"-"}, "none of these, as before"
    asked = [line for line in asker.shown if line.startswith("¿") and line.endswith("sí?")]
    assert asked[-2] == asked[-3], "the question that was left comes back"


def test_a_certificate_named_for_this_run_can_be_added_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text(
        "certready: 1\nsupplier: {name: X}\nprofile: {products: [device], sterile: false, certificates: []}\n"
        "targets: [pool]\n"
    )
    with pytest.raises(KeyboardInterrupt):
        sit(notebook(path), ["add"], Wish(targets=("own",)))
    assert notebook(path).supplier.targets == ("pool", "own")


def test_a_certificate_that_does_not_bind_says_why(tmp_path: Path) -> None:
    asker = Scripted([])
    with pytest.raises(Unknown):
        Session(asker, begun(tmp_path), Wish(targets=("drugs",))).run()
    assert "No aplica a esta planta" in asker.text
    assert "Sólo obliga si" in asker.text


@pytest.mark.parametrize("reason", ["no", "x", ".", "no aplica", "porque no."])
def test_a_reason_that_says_nothing_is_refused(reason: str) -> None:
    assert refuse_reason(reason) is not None
    assert refuse_reason("No instalamos producto") is None
    assert refuse_reason("regresar") is None


def test_evidence_in_a_second_pass_from_the_register(tmp_path: Path) -> None:
    known = "documents:\n  PNO-1: {title: Documentos}\n"
    book = begun(tmp_path, known + "answers: {pool/1.2: absent, pool/2.1: absent, own/master: absent}\n")
    script: list[Reply] = [AFTER, "implemented", "absent", "now"]
    evidence: list[Reply] = ["document", "new", "PNO-2", "Registros", "3", "", "1/1/28", "document", "ref:PNO-1"]
    asker, ending = sit(book, [*script, *evidence, "record", "Lista maestra", "", "enough"])
    assert ending is Ending.DONE
    supplier = notebook(book.path).supplier
    assert supplier.documents["PNO-2"].revision == "3"
    assert [item.ref or item.title for item in supplier.answers["pool/1.1"].evidence] == [
        "PNO-2",
        "PNO-1",
        "Lista maestra",
    ]
    assert "Lo nombrado respalda: Se aplica" in asker.text


def test_evidence_alone_can_be_named_on_another_day(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: implemented, pool/1.2: absent}\n")
    asker, ending = sit(book, ["record", "Lista maestra", "", "enough"], Wish(only=Only.EVIDENCE))
    assert ending is Ending.DONE
    assert "1 de 1" in asker.text
    assert notebook(book.path).supplier.answers["pool/1.1"].evidence
    asker, _ = sit(notebook(book.path), [], Wish(only=Only.EVIDENCE))
    assert "no falta evidencia" in asker.text


def test_an_answer_that_an_expired_document_backs_comes_back_in_the_pass(tmp_path: Path) -> None:
    over = "documents:\n  PNO-1: {title: Documentos, expires: 2025-01-01}\n"
    claim = "  pool/1.1: {level: implemented, evidence: [{kind: document, ref: PNO-1}]}\n"
    book = begun(tmp_path, f"{over}answers:\n{claim}")
    assert [row.id for row in book.unbacked()] == ["pool/1.1"]
    asker, _ = sit(book, ["enough"], Wish(only=Only.EVIDENCE))
    assert "1 de 1" in asker.text


def test_evidence_at_once_can_be_left_for_another_day(tmp_path: Path) -> None:
    book = begun(tmp_path)
    script: list[Reply] = [When.AT_ONCE.value, "documented", "stop", "documented", "absent", "absent", "absent"]
    _, ending = sit(book, script)
    assert ending is Ending.DONE
    assert len(answers(book)) == 5


def test_somebody_elses_change_is_told_and_kept(tmp_path: Path) -> None:
    book = begun(tmp_path)
    told: list[bool] = []
    book.changed = lambda: told.append(True)

    def meanwhile() -> str:
        text = book.path.read_text(encoding="utf-8")
        book.path.write_text(text.replace("name: Planta", "name: Otra"), encoding="utf-8")
        return "absent"

    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW, "absent", meanwhile, "absent"])
    assert told == [True]
    assert notebook(book.path).supplier.name == "Otra"
    assert len(answers(book)) == 3


def test_a_file_taken_away_meanwhile_comes_back(tmp_path: Path) -> None:
    book = begun(tmp_path)

    def meanwhile() -> str:
        book.path.unlink()
        return "absent"

    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW, "absent", meanwhile])
    assert len(answers(book)) == 2


def test_a_faulty_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("certready: 1\nsupplier: {name: X}\ntargets: [pool]\nanswers: {pool/1.1: perhaps}\n")
    before = path.read_bytes()
    with pytest.raises(Faulty) as raised:
        notebook(path)
    assert raised.value.diagnostics
    assert path.read_bytes() == before


def test_an_answer_under_a_retired_id_moves_to_the_new_one(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers:\n  pool/old: absent  # why\n")
    question = next(row for row in book.questions() if row.id == "pool/1.1")
    book.answer(question, Level.DOCUMENTED)
    assert answers(book) == {"pool/1.1": "documented"}
    assert "pool/old" not in book.path.read_text(encoding="utf-8")


def test_open_facts_are_offered_once_and_may_wait(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text("certready: 1\nsupplier: {name: X}\nprofile: {products: [device]}\ntargets: [pool]\n")
    asker, _ = sit(notebook(path), ["later", NOT_NOW, *["absent"] * 4])
    assert "Datos de la planta que faltan: 2" in asker.text
    asker, _ = sit(notebook(path), ["now", "false", ["-"]])
    assert notebook(path).supplier.profile.facts["sterile"] == ("false",)
    assert notebook(path).supplier.profile.certificates == ()


def test_going_back_among_the_facts_asks_again(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text("certready: 1\nsupplier: {name: X}\nprofile: {products: [device]}\ntargets: [pool]\n")
    with pytest.raises(KeyboardInterrupt):
        sit(notebook(path), ["now", "true", [BACK], "false", ["?"]])
    assert notebook(path).supplier.profile.facts["sterile"] == ("false",)


def test_new_answers_make_it_an_assessment_of_today(tmp_path: Path) -> None:
    book = begun(tmp_path, "assessed: {on: 2025-12-01, by: Laura}\n")
    assert book.on == date(2025, 12, 1)
    with pytest.raises(KeyboardInterrupt):
        sit(book, [NOT_NOW])
    assert notebook(book.path).supplier.assessed_on == TODAY
    ahead = begun(tmp_path, "assessed: {on: 2027-12-01}\n")
    with pytest.raises(KeyboardInterrupt):
        sit(ahead, [NOT_NOW])
    assert notebook(ahead.path).supplier.assessed_on == date(2027, 12, 1)


@pytest.mark.parametrize(
    ("written", "state"),
    [("jal", "Jalisco"), ("Qro.", "Querétaro"), ("BC", "Baja California"), ("baja calfornia", "Baja California"),
     ("Texas", "Texas"), ("", "")],
)  # fmt: skip
def test_a_state_is_named_in_full_where_the_word_can_only_mean_that_one(written: str, state: str) -> None:
    assert state_named(written) == state


def test_a_wrong_rfc_is_told_what_is_wrong_with_it() -> None:
    month_13 = refuse_rfc("CPA121315AB1")
    assert month_13 is not None
    assert "121315" in month_13.es
    short = refuse_rfc("CPA12")
    assert short is not None
    assert "12 caracteres" in short.es
    assert refuse_rfc("") is None
    assert not has_check_digit("CPA120315AB1")


def test_an_expired_certificate_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text(
        "certready: 1\nsupplier: {name: X}\nprofile: {products: [device], sterile: true}\ntargets: [pool]\n"
    )
    asker = Scripted(["now", ["iso-9001"], "31/10/2026"])
    with pytest.raises(KeyboardInterrupt):
        Session(asker, notebook(path), Wish()).run()
    assert "ISO 9001 venció el 2026-10-31" in asker.text


def test_a_fact_left_open_is_not_asked_again_in_the_same_sitting(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    book = Notebook.begin(path, shelf(), TODAY, name="Planta", language=Language.ES)
    asker = Scripted(["", "", "", "", ["device"], "?", ["-"], ["own", "pool"], NOT_NOW])
    with pytest.raises(KeyboardInterrupt):
        Session(asker, book, Wish()).run()
    assert [row for row in asker.shown if row == "¿Es estéril?"] == ["¿Es estéril?"]
