"""Which question comes next: pure, without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certready.applicability import facts_on, scope
from certready.loading.shelf import Shelf
from certready.model import Answer, Criticality, Level, Library, Profile
from certready.questionnaire import (
    QUICK_FOR_EACH,
    QUICK_QUESTIONS,
    Only,
    Question,
    Walk,
    Wish,
    added,
    all_questions,
    chapters,
    minutes,
    needed_facts,
    offers,
    saved,
    sensible,
    union,
    wanted,
    without_evidence,
)
from tests.interview.scripted import TODAY, begun, shelf

NOTHING: frozenset[str] = frozenset()
DEVICE = Profile({"products": ("device",), "sterile": ("false",)}, ())


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf().load()[0]


def questions_for(library: Library, targets: list[str], profile: Profile = DEVICE) -> tuple[Question, ...]:
    return all_questions(library, [scope(library, name, profile, TODAY) for name in targets])


def ids(rows: tuple[Question, ...]) -> list[str]:
    return [row.id for row in rows]


def test_what_several_certificates_demand_is_asked_once_under_every_numeral(library: Library) -> None:
    found = questions_for(library, ["pool", "own"])
    assert ids(found) == ["pool/1.1", "pool/1.2", "pool/2.1", "own/notice", "own/master"]
    assert found[0].targets == ("pool", "own")
    assert found[0].cites == ("norm/1", "law/9")
    assert saved(found) == 2


def test_the_order_is_that_of_the_checklist_though_the_first_certificate_takes_only_a_part(library: Library) -> None:
    assert ids(questions_for(library, ["own", "pool"]))[:3] == ["pool/1.1", "pool/1.2", "pool/2.1"]


def test_what_the_profile_rules_out_is_not_asked_and_an_open_fact_is_asked(library: Library) -> None:
    assert "pool/2.2" not in ids(questions_for(library, ["pool"]))
    assert "pool/2.2" in ids(questions_for(library, ["pool"], Profile({"products": ("device",)})))


def test_by_default_an_answer_is_not_asked_again_not_even_i_dont_know(library: Library) -> None:
    rows = questions_for(library, ["pool", "own"])
    answers = {"pool/1.1": Answer(Level.UNKNOWN), "pool/2.1": Answer(Level.ABSENT)}
    assert ids(wanted(rows, answers, NOTHING)) == ["pool/1.2", "own/notice", "own/master"]
    assert ids(wanted(rows, answers, frozenset({"own/master"}))) == ["pool/1.2", "own/notice"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only.GAPS, ["pool/2.1"]),
        (Only.UNKNOWN, ["pool/1.1"]),
        (Only.NEW, ["own/notice", "own/master"]),
    ],
)
def test_only_gaps_unknown_or_new(library: Library, only: Only, expected: list[str]) -> None:
    rows = questions_for(library, ["pool", "own"])
    answers = {
        "pool/1.1": Answer(Level.UNKNOWN),
        "pool/1.2": Answer(Level.EFFECTIVE),
        "pool/2.1": Answer(Level.DOCUMENTED),
    }
    assert ids(wanted(rows, answers, NOTHING, Wish(only=only))) == expected


def test_a_chapter_is_named_in_full_or_by_its_number(library: Library) -> None:
    rows = questions_for(library, ["pool", "own"])
    assert ids(wanted(rows, {}, NOTHING, Wish(chapter="pool/1"))) == ["pool/1.1", "pool/1.2"]
    assert ids(wanted(rows, {}, NOTHING, Wish(chapter="9"))) == ["own/notice", "own/master"]
    assert list(chapters(rows)) == ["pool/1", "pool/2", "own/9"]
    assert ids(wanted(rows, {}, NOTHING, Wish(chapter="own"))) == ["own/notice", "own/master"]
    title = rows[0].chapter.es
    assert ids(wanted(rows, {}, NOTHING, Wish(chapter=title.upper()))) == ["pool/1.1", "pool/1.2"]
    assert ids(wanted(rows, {}, NOTHING, Wish(chapter=title[:2]))) == []


def test_one_certificate_alone(library: Library) -> None:
    rows = questions_for(library, ["pool", "own"])
    assert ids(wanted(rows, {}, NOTHING, Wish(targets=("own",))))[:2] == ["pool/1.1", "pool/2.1"]


def test_quick_asks_the_critical_first_then_what_serves_most_certificates(library: Library) -> None:
    rows = questions_for(library, ["pool", "own"])
    assert ids(wanted(rows, {}, NOTHING, Wish(quick=True)))[:3] == ["pool/2.1", "pool/1.1", "own/notice"]


def test_quick_of_the_shipped_checklists_keeps_to_35_questions_and_20_minutes() -> None:
    shipped = Shelf()
    library, _ = shipped.load(regulations=False)
    rows = questions_for(library, [name for name in shipped.ids() if name in library.checklists], Profile())
    found = wanted(rows, {}, NOTHING, Wish(quick=True))
    assert len(found) == QUICK_QUESTIONS == 35
    assert minutes(len(found)) <= 20
    again = wanted(rows, {row.id: Answer(Level.UNKNOWN) for row in found}, NOTHING, Wish(quick=True))
    assert again == ()


def test_a_quick_interview_leaves_no_certificate_out() -> None:
    shipped = Shelf()
    library, _ = shipped.load(regulations=False)
    printer = Profile({"products": ("packaging",), "roles": ("packaging-maker",), "markets": ("mx", "us")}, ())
    rows = questions_for(library, ["device-supplier", "supply-chain"], printer)
    found = wanted(rows, {}, NOTHING, Wish(quick=True))
    assert len(found) == QUICK_QUESTIONS
    for target in ("device-supplier", "supply-chain"):
        assert sum(target in row.targets for row in found) >= QUICK_FOR_EACH
    chapters_of = {row.requirement.chapter for row in found if row.requirement.criticality is Criticality.CRITICAL}
    assert len(chapters_of) > 8, "the critical ones are not all of the first chapters"


def test_a_sterile_device_maker_is_asked_at_once_for_process_and_sterilization_validation() -> None:
    shipped = Shelf()
    library, _ = shipped.load(regulations=False)
    facts = {"products": ("device",), "roles": ("device-maker",), "markets": ("mx", "us"), "sterile": ("true",)}
    rows = questions_for(library, ["iso-13485", "fda-device", "cofepris-device"], Profile(facts, ()))
    found = ids(wanted(rows, {}, NOTHING, Wish(quick=True)))
    assert {"iso-13485/7.5.6", "iso-13485/7.5.7", "fda-device/807.20"} <= set(found)


def test_certificates_are_proposed_by_the_profile_with_what_each_adds(library: Library) -> None:
    scopes = [scope(library, name, DEVICE, TODAY) for name in ("drugs", "own", "pool")]
    found = {row.target: row for row in offers(scopes, facts_on(DEVICE, TODAY))}
    assert [name for name, row in found.items() if row.proposed] == ["own", "pool"]
    assert not found["drugs"].binds
    assert found["drugs"].why_not is not None
    assert len(found["own"].questions) == 4
    assert added(found.values(), {"own", "pool"}) == {"own": 4, "pool": 1, "drugs": 0}
    assert added(found.values(), {"pool"}) == {"own": 2, "pool": 3, "drugs": 0}
    assert len(union(found.values(), {"own", "pool"})) == 5


def test_a_voluntary_certificate_is_offered_and_not_proposed(library: Library) -> None:
    scopes = [scope(library, name, DEVICE, TODAY) for name in ("own", "pool")]
    own, pool = scopes
    asked = [replace(own, checklist=replace(own.checklist, voluntary=True)), pool]
    found = {row.target: row for row in offers(asked, facts_on(DEVICE, TODAY))}
    assert found["own"].binds
    assert not found["own"].proposed
    assert found["pool"].proposed


def test_only_facts_that_the_chosen_certificates_hang_on_are_asked(library: Library) -> None:
    facts = shelf().facts()
    assert needed_facts(library, ["pool"], facts) == {"products", "sterile"}, "sterile is asked of devices only"
    assert [row.id for row in sensible(facts, {}, frozenset({"products"}))] == ["products"]


def test_a_pool_is_proposed_where_nothing_else_is(library: Library) -> None:
    nobody = Profile({"products": ()}, ())
    scopes = [scope(library, name, nobody, TODAY) for name in ("drugs", "own", "pool")]
    assert [row.target for row in offers(scopes, facts_on(nobody, TODAY)) if row.proposed] == ["pool"]


def test_a_claim_without_evidence_comes_back_in_the_second_pass(tmp_path: Path) -> None:
    book = begun(tmp_path, "answers: {pool/1.1: documented, pool/1.2: informal, own/notice: effective}\n")
    found = without_evidence(book.questions(), book.supplier.answers)
    assert [row.id for row in found] == ["pool/1.1", "own/notice"]


@given(moves=st.lists(st.sampled_from(["on", "back", "pool/1", "pool/2", "own/9"]), max_size=40))
def test_whatever_way_one_walks_every_question_is_shown_before_the_end(moves: list[str]) -> None:
    agenda = questions_for(shelf().load(regulations=False)[0], ["pool", "own"])
    walk, shown = Walk(agenda).forward(), set()
    for move in [*moves, *["on"] * (2 * len(agenda) + len(moves))]:
        if walk.present is None:
            break
        shown.add(walk.present.id)
        walk = walk.forward() if move == "on" else walk.back() if move == "back" else walk.jump(move)
    assert walk.present is None
    assert shown == set(ids(agenda))
    assert walk.left() == 0


def test_back_retraces_the_way_and_stops_at_the_first(library: Library) -> None:
    walk = Walk(questions_for(library, ["pool", "own"])).forward()
    first = walk.present
    there = walk.forward().jump("own/9")
    assert there.present is not None
    assert there.present.id == "own/notice"
    assert there.back().back().present == first
    assert there.back().back().back().present == first


def test_after_turning_back_nothing_is_passed_over_either_way(library: Library) -> None:
    walk = Walk(questions_for(library, ["pool", "own"])).forward().forward().forward().forward()
    assert walk.place == 3
    twice = walk.back().back()
    assert twice.place == 1
    again = twice.forward()
    assert again.place == 2
    assert again.back().place == 1
    assert again.forward().place == 3
    assert again.forward().forward().place == 4


def test_from_the_first_question_of_today_one_turns_back_to_those_of_another_day(library: Library) -> None:
    agenda = questions_for(library, ["pool", "own"])
    walk = Walk(agenda, seen=frozenset({agenda[0].id, agenda[1].id})).forward()
    assert walk.place == 2
    assert walk.back().place == 1
    assert walk.back().back().place == 0
    assert walk.back().back().back().place == 0
    assert walk.back().back().forward().forward().place == 2
    assert walk.back().left() == 3


def test_a_chapter_that_is_answered_is_gone_through_from_its_first_question_to_its_last(library: Library) -> None:
    agenda = questions_for(library, ["pool", "own"])
    walk = Walk(agenda, seen=frozenset(row.id for row in agenda if row.requirement.chapter == "pool/1")).forward()
    assert walk.place == 2
    there = walk.jump("pool/1")
    assert (there.place, there.forward().place, there.forward().forward().place) == (0, 1, 2)


def test_a_whole_agenda_can_be_gone_through_again(library: Library) -> None:
    agenda = questions_for(library, ["pool", "own"])
    walk = Walk(agenda, frozenset(row.id for row in agenda), reviewed=frozenset(chapters(agenda))).forward()
    places = []
    while walk.place is not None:
        places.append(walk.place)
        walk = walk.forward()
    assert places == list(range(len(agenda)))


def test_the_trail_keeps_what_was_left_behind(library: Library) -> None:
    walk = Walk(questions_for(library, ["pool", "own"])).forward().jump("own/9").forward().forward()
    assert walk.present is not None
    assert walk.present.id == "pool/1.1"
