"""The naming of evidence: what is offered, refused, told and saved; and days as people write them."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certready.interview import wording_evidence
from certready.interview.asking import BACK, Line, Menu
from certready.interview.dates import day_written, refuse_day
from certready.interview.documents import MOST_KEY, MOST_TITLE, known_as
from certready.interview.evidence import name_evidence
from certready.interview.notebook import Faulty, Notebook
from certready.model import Answer, Document, Language, Text
from certready.questionnaire import Question
from tests.interview.scripted import Reply, Scripted, begun, notebook

CLAIM = "answers:\n  pool/1.1: implemented\n"
NEW_DOCUMENT: list[Reply] = ["document", "PNO-1", "Control de documentos", "3", "", ""]
NARROW = 53
"""Columns left for a label in a window of 60."""


def question(book: Notebook, requirement_id: str = "pool/1.1") -> Question:
    return next(row for row in book.questions() if row.id == requirement_id)


def sit(book: Notebook, replies: list[Reply], requirement_id: str = "pool/1.1") -> Scripted:
    """Name evidence until the replies run out."""
    asker = Scripted(replies)
    with pytest.raises(KeyboardInterrupt):
        name_evidence(asker, book, question(book, requirement_id))
    return asker


def answer(book: Notebook, requirement_id: str = "pool/1.1") -> Answer:
    return notebook(book.path).supplier.answers[requirement_id]


def documents(book: Notebook) -> dict[str, Document]:
    return dict(notebook(book.path).supplier.documents)


def named(book: Notebook, requirement_id: str = "pool/1.1") -> list[str]:
    return [row.ref or row.title for row in answer(book, requirement_id).evidence]


def labels(asker: Scripted) -> list[str]:
    return [choice.label.es for choice in asker.menus[-1].choices]


# --- what can never be written


def test_a_document_needs_a_title(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["document", "PNO-1", "", "\u200b", "Control", "", "", ""])
    assert asker.text.count("Hace falta el título") == 2
    assert documents(book)["PNO-1"].title == "Control"


@pytest.mark.parametrize(
    "key",
    ["x-1", "", "\u200b", "PNO\x07-1", "PNO\u202e1", "K" * (MOST_KEY + 1)],
)
def test_a_key_that_the_reader_refuses_is_refused_first(tmp_path: Path, key: str) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["document", key, "PNO-1", "Título", "", "", ""])
    refs = [row for row in asker.asked if isinstance(row, Line) and row.message == wording_evidence.DOCUMENT_REF]
    assert refs[0].refuse(key) is not None
    assert list(documents(book)) == ["PNO-1"]


@pytest.mark.parametrize(
    "key",
    [
        "<<",
        "null",
        "~",
        "no",
        "001",
        "4.10",
        "- a",
        "a: b",
        "#1",
        "SOP NCR 01/á",
        "'",
        '"',
        "{a}",
        "&a",
        "*a",
        "!a",
        "\\",
    ],
)
def test_any_other_key_and_title_is_saved_as_written(tmp_path: Path, key: str) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, ["document", key, key, key, "", ""])
    found = documents(book)[key]
    assert (found.title, found.revision) == (key, key)
    assert named(book) == [key]


@pytest.mark.parametrize("title", ["", "  ", "a\x00b", "a\u202eb", "T" * (MOST_TITLE + 1), "\ud800"])
def test_a_title_that_the_reader_refuses_is_refused_first(tmp_path: Path, title: str) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, ["record", title, "Lista maestra", ""])
    assert named(book) == ["Lista maestra"]


def test_a_revision_may_be_left_out_but_not_be_invisible(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["document", "PNO-1", "Control", "\u200b", "", "", ""])
    assert "no se ven" in asker.text
    assert documents(book)["PNO-1"].revision == ""


SIGNS = st.one_of(st.characters(), st.sampled_from("#:{}[],&*!|>'\"%@`-? ~<x\t\n\r\u0085\u2028\u200b\ufeff\ud800"))


@given(key=st.text(SIGNS, max_size=8), title=st.text(SIGNS, max_size=8), revision=st.text(SIGNS, max_size=8))
def test_whatever_is_not_refused_reads_back(
    tmp_path_factory: pytest.TempPathFactory, key: str, title: str, revision: str
) -> None:
    book = begun(tmp_path_factory.mktemp("any"), CLAIM)
    asker = Scripted([])
    lines = {
        wording_evidence.DOCUMENT_REF: [key, "K"],
        wording_evidence.DOCUMENT_TITLE: [title, "T"],
        wording_evidence.DOCUMENT_REVISION: [revision, ""],
    }

    def write(line: Line) -> str:
        return next(text for text in lines.get(line.message, [""]) if line.refuse(text) is None)

    asker.write = write  # type: ignore[method-assign]
    asker.replies = ["document"]
    with pytest.raises(KeyboardInterrupt):
        name_evidence(asker, book, question(book))
    assert len(documents(book)) == len(named(book)) <= 1  # none where the word for going back was written


def test_a_change_that_would_make_the_file_faulty_is_told_and_not_written(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    before = book.path.read_bytes()
    refused = book.keep_evidence(question(book), lambda file: file.put(("documents", "A"), {"title": ""}))
    assert refused is not None
    assert "vacío" in refused.es
    control = book.keep_evidence(question(book), lambda file: file.put(("documents", "A"), {"title": "\x00"}))
    assert control is not None
    shape = book.keep_evidence(question(book), lambda file: file.put(("supplier", "name", "first"), "X"))
    assert shape is not None
    assert book.path.read_bytes() == before


def test_a_fault_of_somebody_else_is_not_blamed_on_the_evidence(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)

    def spoilt() -> str:
        text = book.path.read_text(encoding="utf-8")
        book.path.write_text(text.replace("implemented", "perhaps"), encoding="utf-8")
        return ""

    with pytest.raises(Faulty):
        name_evidence(Scripted(["record", "Lista", spoilt]), book, question(book))


def test_an_answer_that_somebody_took_away_meanwhile(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM + "  pool/1.2: absent\n")

    def gone() -> str:
        text = book.path.read_text(encoding="utf-8")
        book.path.write_text(text.replace("  pool/1.1: implemented\n", ""), encoding="utf-8")
        return ""

    asker = sit(book, ["record", "Lista", gone])
    assert "No se guardó: alguien más" in asker.text
    assert "pool/1.1" not in notebook(book.path).supplier.answers


def test_an_answer_under_a_retired_id_takes_evidence(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers:\n  pool/old: implemented\n")
    sit(book, ["record", "Lista maestra", ""])
    assert named(book) == ["Lista maestra"]


# --- ways out


@pytest.mark.parametrize(
    "typed",
    [
        ["document", "regresar"],
        ["document", "PNO-9", "Back"],
        ["document", "PNO-9", "Título", "«regresar»"],
        ["document", "PNO-9", "Título", "1", "regresar"],
        ["document", "PNO-9", "Título", "1", "", " REGRESAR "],
        ["document", "PNO-9", "Título", "1", "", "2020-01-01", BACK],
        ["document", "PNO-9", "Título", "1", "", "2020-01-01", "correct", "back"],
        ["record", "regresar"],
        ["effect", "Auditoría", "regresar"],
        ["effect", "Auditoría", "31/02/2026regresar"],
    ],
)
def test_going_back_writes_nothing(tmp_path: Path, typed: list[Reply]) -> None:
    book = begun(tmp_path, CLAIM)
    before = book.path.read_bytes()
    asker = sit(book, typed)
    assert book.path.read_bytes() == before
    assert asker.menus[-1].message == wording_evidence.EVIDENCE_WHAT


@pytest.mark.parametrize("length", range(1, len(NEW_DOCUMENT)))
def test_ctrl_c_leaves_no_half_document(tmp_path: Path, length: int) -> None:
    book = begun(tmp_path, CLAIM)
    before = book.path.read_bytes()
    sit(book, NEW_DOCUMENT[:length])
    assert book.path.read_bytes() == before


def test_the_first_prompt_of_a_form_says_how_to_go_back() -> None:
    for text in (wording_evidence.DOCUMENT_REF, wording_evidence.RECORD_TITLE, wording_evidence.EFFECT_TITLE):
        assert "regresar" in text.es
        assert "back" in text.en


def test_another_day_means_all_that_follow(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = Scripted(["record", "Lista", "", "stop"])
    assert not name_evidence(asker, book, question(book), place=(3, 57))
    assert "3 de 57 · Evidencia de: Control de documentos" in asker.text
    assert "todas las preguntas que siguen" in asker.text
    assert named(book) == ["Lista"]
    asker = Scripted(["enough"])
    assert name_evidence(asker, book, question(book), alone=True)
    assert "stop" not in [choice.value for choice in asker.menus[-1].choices]


# --- the document form


def test_a_document_has_a_date_of_issue_and_an_expiry(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, ["document", "PNO-1", "Control", "3", "10/02/2026", "09/02/2026", "10/02/2028"])
    found = documents(book)["PNO-1"]
    assert (found.dated, found.expires) == (date(2026, 2, 10), date(2028, 2, 10))
    assert "expires: 2028-02-10" in book.path.read_text(encoding="utf-8")


def test_what_has_expired_is_told_at_once_and_can_be_corrected(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["document", "PNO-1", "Control", "", "", "2026-02-03", "correct", "2026-02-03", "-"])
    assert "Ese documento venció el 2026-02-03: no respalda" in asker.text
    found = documents(book)["PNO-1"]
    assert (found.dated, found.expires) == (date(2026, 2, 3), None)


def test_what_has_expired_can_be_named_and_is_shown_as_such(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["document", "PNO-1", "Control", "", "", "2026-02-03", "anyway"])
    assert "Documento: PNO-1 Control: venció el 2026-02-03, no respalda" in asker.text
    assert "Lo nombrado respalda: Se hace por costumbre" in asker.text


def test_a_listed_document_that_has_expired_is_mended_where_it_is_chosen(tmp_path: Path) -> None:
    listed = "documents:\n  PNO-1: {title: Control, expires: 2025-01-01, file: a.pdf}\n"
    book = begun(tmp_path, listed + CLAIM)
    sit(book, ["document", "ref:PNO-1", "correct", "", "1/1/2030"])
    assert documents(book)["PNO-1"] == Document("PNO-1", title="Control", expires=date(2030, 1, 1), file="a.pdf")


@pytest.mark.parametrize("written", ["qm-001", "QM-001", " QM - 001 ", "qm 001", "qm\u2013001"])
def test_keys_are_compared_without_case_and_blanks(tmp_path: Path, written: str) -> None:
    book = begun(tmp_path, "documents:\n  QM-001: {title: Manual}\n" + CLAIM)
    asker = sit(book, ["document", "new", written])
    assert "QM-001 ya está en la lista" in asker.text
    assert named(book) == ["QM-001"]
    assert list(documents(book)) == ["QM-001"]


def test_other_keys_are_others() -> None:
    assert known_as(["PNO-1-1", "PNO-2"], "PNO-11") is None
    assert known_as(["PNO-1-1", "PNO-2"], "pno 1 1") == "PNO-1-1"
    assert known_as(["PNO-Ñ-1"], "pno-n-1") is None
    assert known_as(["PNO-Ñ-1"], "pno-n\u0303-1") == "PNO-Ñ-1"


def test_no_document_twice_in_one_answer(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, [*NEW_DOCUMENT, "document", "pno-1"])
    assert "PNO-1 Control de documentos ya está nombrado" in asker.text
    assert named(book) == ["PNO-1"]
    asker = sit(book, ["record", "Lista", "2026-01-02", "record", "lista", "2/1/2026", "effect"])
    assert "lista ya está nombrado" in asker.text
    assert named(book) == ["PNO-1", "Lista"]
    assert not isinstance(asker.asked[-1], Menu), "the record is not offered as its own proof"


def test_a_record_of_the_future_is_refused(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, ["record", "Lista", "2027-10-30", "30/10/2026"])
    assert "2027-10-30 está en el futuro" in asker.text
    assert answer(book).evidence[0].dated == date(2026, 10, 30)


# --- what is offered again


def test_records_are_offered_again_the_latest_first(tmp_path: Path) -> None:
    other = "  pool/1.2: {level: implemented, evidence: [{kind: record, title: Acta, date: 2026-01-01, file: a.pdf}]}\n"
    book = begun(tmp_path, CLAIM + other)
    asker = sit(book, ["record", "new", "Lista maestra", "", "record"])
    assert labels(asker) == ["Acta, del 2026-01-01", "Otro registro", "Volver sin nombrar nada"]
    asker = sit(book, ["record"], "pool/1.2")
    assert labels(asker)[0].startswith("Lista maestra, sin fecha")
    sit(book, ["effect", "row:0"])
    assert answer(book).evidence[1].file == "a.pdf"


def test_the_latest_named_comes_first_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    listed = "documents:\n  A: {title: Uno}\n  B: {title: Dos}\n  R: {title: Bitácora}\n"
    rest = "  pool/1.2: {level: implemented, evidence: [{kind: record, ref: R}]}\n  pool/2.1: implemented\n"
    book = begun(tmp_path, listed + CLAIM + rest)
    asker = sit(book, ["document"])
    assert [row.split()[0] for row in labels(asker)[:3]] == ["B", "A", "R"]
    sit(book, ["document", "ref:A"])
    asker = sit(book, ["document"], "pool/2.1")
    assert [row.split()[0] for row in labels(asker)[:3]] == ["A", "B", "R"]
    asker = sit(book, ["record"], "pool/2.1")
    assert labels(asker)[0] == "R Bitácora"


def long_list(folder: Path) -> Notebook:
    rows = "".join(f"  PNO-{n:03}: {{title: Operación número {n}}}\n" for n in range(1, 201))
    return begun(folder, "documents:\n" + rows + CLAIM)


def test_a_long_list_stays_usable(tmp_path: Path) -> None:
    book = long_list(tmp_path)
    asker = sit(book, ["document"])
    keys = [choice.key for choice in asker.menus[-1].choices]
    assert keys == [*"123456789", "b", "0", None]
    assert labels(asker)[0] == "PNO-200 Operación número 200"
    assert "hay 200" in labels(asker)[9]


def test_search_by_code_or_title(tmp_path: Path) -> None:
    book = long_list(tmp_path)
    asker = sit(
        book, ["document", "search", "", "zzz", "search", "OPERACION", "search", "regresar", "search", "número 17"]
    )
    assert "Nada contiene «zzz»" in asker.text
    assert "Coinciden 200; aquí van 9" in asker.text
    assert labels(asker)[0].startswith("PNO-179")
    sit(book, ["document", "search", "pno-042", "ref:PNO-042"])
    assert named(book) == ["PNO-042"]


def test_the_list_says_what_has_expired_and_is_short_else(tmp_path: Path) -> None:
    listed = "documents:\n  A: {title: Uno, date: 2020-01-01, expires: 2021-01-01}\n"
    listed += "  B: {title: Dos, date: 2020-01-01, expires: 2031-01-01}\n"
    asker = sit(begun(tmp_path, listed + CLAIM), ["document"])
    assert labels(asker)[:2] == ["B Dos", "A Uno, del 2020-01-01: venció el 2021-01-01, no respalda"]


def test_leaving_the_list_names_nothing(tmp_path: Path) -> None:
    book = long_list(tmp_path)
    sit(book, ["document", BACK])
    assert named(book) == []


# --- what is told


def test_nothing_named_is_told_as_such(tmp_path: Path) -> None:
    asker = sit(begun(tmp_path, CLAIM), [])
    assert "Aún no hay nada nombrado" in asker.text
    assert "respalda:" not in asker.text
    assert "Falta un documento aprobado o un registro" in asker.text


@pytest.mark.parametrize(
    ("replies", "lacking"),
    [
        (NEW_DOCUMENT, "Falta un registro"),
        (["record", "Lista", ""], "Falta una prueba de que funciona"),
        (["effect", "Auditoría", ""], "Falta un documento aprobado o un registro"),
    ],
)
def test_why_what_is_named_backs_no_more(tmp_path: Path, replies: list[Reply], lacking: str) -> None:
    book = begun(tmp_path, CLAIM.replace("implemented", "effective"))
    assert lacking in sit(book, replies).shown[-1]


def test_where_a_procedure_is_due_records_alone_show_habit(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers:\n  own/master: implemented\n")
    asked = question(book, "own/master")
    strict = replace(asked, requirement=replace(asked.requirement, documented_procedure=True))
    asker = Scripted(["record", "Lista", "", "enough"])
    assert name_evidence(asker, book, strict)
    assert "aquí se exige por escrito" in asker.shown[-1]


def test_once_the_claim_is_backed_going_on_is_pointed_at(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, [*NEW_DOCUMENT, "record", "Lista", "2026-01-01"])
    assert [menu.start for menu in asker.menus if menu.message == wording_evidence.EVIDENCE_WHAT] == [
        None,
        None,
        "enough",
    ]
    assert "Registro: Lista, del 2026-01-01" in asker.text


# --- to remove or correct


def test_one_piece_is_removed_and_the_rest_stays(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, [*NEW_DOCUMENT, "record", "Lista", "", "mend", "0", "remove"])
    assert named(book) == ["Lista"]
    assert "PNO-1" in documents(book)
    assert "Se quitó de esta respuesta: PNO-1" in asker.text
    sit(book, ["mend", "remove"])
    assert named(book) == []
    assert "evidence" not in book.path.read_text(encoding="utf-8")


def test_a_document_that_no_other_answer_names_can_leave_the_list(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM + "  pool/1.2: implemented\n")
    sit(book, NEW_DOCUMENT)
    sit(book, ["document", "ref:PNO-1"], "pool/1.2")
    asker = sit(book, ["mend"])
    assert "remove-document" not in [choice.value for choice in asker.menus[-1].choices]
    sit(book, ["mend", "remove"])
    sit(book, ["mend", "remove-document"], "pool/1.2")
    assert documents(book) == {}


def test_the_dates_of_a_document_are_corrected_in_the_list(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    asker = sit(book, [*NEW_DOCUMENT, "mend", "dates", "10/2/26", "10/2/28", "mend", "dates", "", "-"])
    found = documents(book)["PNO-1"]
    assert (found.dated, found.expires) == (date(2026, 2, 10), None)
    assert "valen en todas las respuestas" in asker.text
    assert "hoy dice 2028-02-10" in [row.message.es for row in asker.asked if isinstance(row, Line)][-1]


def test_the_date_of_a_record_is_corrected(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, ["record", "Lista", "", "mend", "dates", "1/2/2026"])
    assert answer(book).evidence[0].dated == date(2026, 2, 1)
    sit(book, ["mend", "dates", "-"])
    assert answer(book).evidence[0].dated is None


def test_expired_evidence_of_its_own_is_corrected(tmp_path: Path) -> None:
    row = "{kind: document, title: Licencia, date: 2020-01-01, expires: 2025-01-01}"
    book = begun(tmp_path, f"answers:\n  pool/1.1: {{level: implemented, evidence: [{row}]}}\n")
    asker = sit(book, ["mend", "dates", "", "01/01/2030"])
    assert "Licencia, del 2020-01-01: venció el 2025-01-01, no respalda" in asker.text
    assert answer(book).evidence[0].expires == date(2030, 1, 1)


def test_leaving_the_corrections_changes_nothing(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, [*NEW_DOCUMENT, "record", "Lista", ""])
    before = book.path.read_bytes()
    sit(book, ["mend", BACK, "mend", "1", BACK, "mend", "0", "dates", "regresar"])
    assert book.path.read_bytes() == before


def test_what_somebody_else_removed_meanwhile_is_told(tmp_path: Path) -> None:
    book = begun(tmp_path, CLAIM)
    sit(book, ["record", "Lista", ""])

    def gone() -> str:
        text = book.path.read_text(encoding="utf-8")
        book.path.write_text(text.replace("Lista", "Otra"), encoding="utf-8")
        return "remove"

    asker = sit(book, ["mend", gone])
    assert "No se guardó" in asker.text
    assert named(book) == ["Otra"]


# --- days


@pytest.mark.parametrize(
    "written",
    [
        "2027-05-31",
        "2027/05/31",
        "31/05/2027",
        "31-05-2027",
        "31.5.2027",
        "31/5/27",
        " 31/05/27 ",
        "31-may-2027",
        "31 mayo 2027",
        "31 de Mayo de 2027",
        "31 de mayo del 2027",
        "31 may. 27",
    ],
)
def test_days_as_people_write_them(written: str) -> None:
    assert day_written(written) == date(2027, 5, 31)
    assert refuse_day(written) is None


def test_two_digits_of_a_year() -> None:
    assert day_written("1/2/79") == date(2079, 2, 1)
    assert day_written("1/2/85") == date(1985, 2, 1)
    assert day_written("3-sept-98") == date(1998, 9, 3)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("mañana", "«mañana» no es una fecha"),
        ("31/05-2027", "no es una fecha"),
        ("05/2027", "no es una fecha"),
        ("31 de floreal de 2027", "no es una fecha"),
        ("٣١/٠٥/٢٠٢٧", "no es una fecha"),
        ("x" * 500, "…»"),
        ("05/31/2027", "No hay mes 31"),
        ("2027-13-01", "No hay mes 13"),
        ("31/06/2028", "El mes 6 de 2028 no tiene día 31"),
        ("29/2/2027", "El mes 2 de 2027 no tiene día 29"),
        ("0/1/2027", "no tiene día 0"),
        ("31/05/0027", "El año 27 no puede ser"),
        ("2300-01-01", "El año 2300 no puede ser"),
    ],
)
def test_what_is_wrong_with_a_day_is_told(written: str, wrong: str) -> None:
    assert day_written(written) is None
    refused = refuse_day(written)
    assert refused is not None
    assert wrong in refused.es


def test_an_empty_line_is_no_wrong_day() -> None:
    assert refuse_day(" ") is None
    assert day_written("") is None


# --- words


def texts() -> list[Text]:
    rows = [
        row
        for value in vars(wording_evidence).values()
        for row in (value.values() if isinstance(value, dict) else [value])
    ]
    return [row for row in rows if isinstance(row, Text)]


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.en[:30])
def test_both_languages_say_the_same_things(text: Text) -> None:
    found = [{name for _, name, _, _ in string.Formatter().parse(text.to(language)) if name} for language in Language]
    assert found[0] == found[1]
    assert text.es.strip()
    assert text.en.strip()


def test_menu_labels_fit_a_narrow_window() -> None:
    for name, value in vars(wording_evidence).items():
        if isinstance(value, Text) and name.startswith(
            ("EVIDENCE_DOC", "EVIDENCE_REC", "EVIDENCE_EFF", "EVIDENCE_ENO")
        ):
            assert max(len(value.es), len(value.en)) <= NARROW, value
    for text in (wording_evidence.EVIDENCE_STOP, wording_evidence.EVIDENCE_MEND, wording_evidence.WHICH_RETURN):
        assert max(len(text.es), len(text.en)) <= NARROW, text
