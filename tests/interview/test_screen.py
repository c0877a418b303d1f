"""Paragraphs on a narrow screen: wrapped on words, harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from certready.interview.asking import Manner, Paragraph
from certready.interview.prompts import refuse_unsavable
from certready.interview.screen import lines
from certready.interview.who import file_stem, refuse_people, refuse_rfc
from certready.model import Language, Text


def shown(text: str, columns: int = 20, manner: Manner = Manner.PLAIN) -> list[str]:
    return list(lines(Paragraph(Text(es=text, en=text), manner), Language.ES, columns))


def test_words_are_kept_whole() -> None:
    assert shown("¿Controlan los documentos externos?") == ["¿Controlan los", "documentos externos?"]


def test_items_hang() -> None:
    assert shown("uno dos tres cuatro", manner=Manner.ITEM) == ["  - uno dos tres", "    cuatro"]


def test_what_could_act_is_written_out() -> None:
    assert shown("a\x1b[2J\u202eb", 40) == ["a\\x1b[2J\\u202eb"]


@given(text=st.text(max_size=200), columns=st.integers(20, 80))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    found = shown(text, columns)
    assert all(len(line) <= columns for line in found)
    assert all(ord(sign) >= 0x20 for line in found for sign in line)


def test_half_characters_are_refused() -> None:
    assert refuse_unsavable("Pi\udcc3\udcb1a") is not None
    assert refuse_unsavable("Piña") is None


def test_a_file_is_named_after_the_company() -> None:
    assert file_stem("Catéteres del Pacífico, S.A. de C.V.") == "cateteres-del-pacifico"
    assert file_stem("Envases Ñandú S. de R.L. de C.V.") == "envases-nandu"
    assert file_stem("../../etc/passwd") == "etc-passwd"
    assert file_stem("株式会社") == "planta"


def test_an_rfc_may_be_left_out_but_not_be_wrong() -> None:
    assert refuse_rfc("") is None
    assert refuse_rfc("cpa-120315-ab1") is None
    assert refuse_rfc("CPA121315AB1") is not None


def test_people_are_a_whole_number_or_nothing() -> None:
    assert refuse_people("") is None
    assert refuse_people("48") is None
    assert refuse_people("0") is not None
    assert refuse_people("²") is not None
    assert refuse_people("cuarenta") is not None
