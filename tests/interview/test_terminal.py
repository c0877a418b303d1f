"""The interview in a real pseudo-terminal: keys, widths, both languages, and every way to be cut short."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from certready.interview import wording, wording_end, wording_evidence
from certready.loading.shelf import Shelf
from certready.loading.suppliers import read_supplier
from certready.model import Answer, Language, Requirement, Text

pexpect = pytest.importorskip("pexpect")

COMMAND = [sys.executable, "-c", "from certready.cli import main; main()"]
ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78])")
LEFT, ENTER, CTRL_C, CTRL_D = "\x1b[D", "\r", "\x03", "\x04"
PLANT = """certready: 1
supplier: {name: Planta}
profile: {products: [device], roles: [device-maker], sterile: false}
targets: [iso-13485]
answers:
  # kept by hand
"""


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """A file whose next questions are those of chapter 4."""
    path = tmp_path / "plant.yaml"
    path.write_text(PLANT + "  iso-13485/4.1.1: absent\n", encoding="utf-8")
    return path


class Person:
    """Reads the screen and presses keys."""

    def __init__(self, folder: Path, arguments: list[str], language: Language, columns: int, **more: str) -> None:
        self.language = language
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("CERTREADY", "LC_", "LANG", "COLUMNS", "LINES"))
        }
        environment = {**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **more}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        self.child = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], "--lang", language.value, "assess", *arguments],
            dimensions=(24, columns),
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.screen = ""

    def sees(self, text: Text | str) -> None:
        """Wait until it has been printed since the last time."""
        wanted = text if isinstance(text, str) else text.to(self.language)
        pattern = r"[\s>]*".join(re.escape(word) for word in wanted.split())
        while not (found := re.search(pattern, self.screen)):
            self.screen += ESCAPE.sub("", self.child.read_nonblocking(size=20000, timeout=20))
        self.screen = self.screen[found.end() :]

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key)

    def answers(self, level: int) -> None:
        """Answer the question on the screen."""
        self.sees(wording.MORE_LABEL)
        self.presses(str(level), ENTER)

    def ends(self) -> int:
        self.screen += ESCAPE.sub("", self.child.read())
        self.child.close()
        status: int = self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus
        return status


@pytest.fixture
def people() -> Iterator[list[Person]]:
    """Whoever is still sitting there at the end of a test is sent home."""
    found: list[Person] = []
    yield found
    for person in found:
        person.child.close(force=True)


def start(
    people: list[Person],
    path: Path,
    *arguments: str,
    language: Language = Language.ES,
    columns: int = 80,
    **more: str,
) -> Person:
    person = Person(path.parent, [path.name, *arguments], language, columns, **more)
    people.append(person)
    return person


def saved(path: Path) -> dict[str, Answer]:
    reading = read_supplier(path, Shelf(), regulations=False)
    assert reading.supplier is not None
    return dict(reading.supplier.answers)


def levels(path: Path) -> list[str]:
    return [answer.level.value for answer in saved(path).values()]


def requirements() -> list[Requirement]:
    library, _ = Shelf().load(["iso-13485"], regulations=False)
    return list(library.checklists["iso-13485"].requirements())


def past_the_plant(person: Person) -> None:
    """Open facts may wait; evidence another day."""
    person.sees(wording.LATER)
    person.presses("2", ENTER)
    person.sees(wording.EVIDENCE_NOT_NOW)
    person.presses("3", ENTER)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("columns", [80, 60])
def test_back_jump_kill_and_resume(plant: Path, people: list[Person], language: Language, columns: int) -> None:
    second, third = requirements()[1:3]
    person = start(people, plant, language=language, columns=columns)
    past_the_plant(person)
    person.sees(second.question)
    person.answers(3)
    person.sees(third.question)
    person.sees(wording.MORE_LABEL)
    person.presses(LEFT)
    person.sees(second.question)
    person.sees(wording.EARLIER_MARK.format(label=wording.LEVEL_LABELS[list(wording.LEVEL_LABELS)[2]]))
    person.answers(4)
    person.sees(third.question)
    person.answers(9)
    person.sees(wording.MORE_RETURN)
    person.presses("3", ENTER)
    person.sees(wording.MORE_RETURN)
    person.presses("\x1b[B", ENTER)
    person.sees(wording.MORE_LABEL)
    person.child.kill(signal.SIGKILL)
    person.ends()
    assert levels(plant) == ["absent", "implemented"]
    again = start(people, plant, language=language, columns=columns)
    past_the_plant(again)
    again.sees(third.question)
    again.answers(1)
    again.sees(wording.MORE_LABEL)
    again.presses(CTRL_C)
    assert again.ends() == 130
    assert levels(plant) == ["absent", "implemented", "absent"]
    assert "certready assess plant.yaml" in " ".join(again.screen.split())
    assert "# kept by hand" in plant.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", list(Language))
def test_no_line_is_wider_than_a_window_of_60_columns(plant: Path, people: list[Person], language: Language) -> None:
    person = start(people, plant, language=language, columns=60)
    past_the_plant(person)
    person.sees(wording.MORE_LABEL)
    person.presses("9", ENTER)
    person.sees(wording.MORE_RETURN)
    person.presses("4", ENTER)
    person.sees(wording.MORE_LABEL)
    person.presses("9", ENTER)
    person.sees(wording.MORE_RETURN)
    person.presses("8", ENTER)
    assert person.ends() == 0
    for line in re.split(r"[\r\n]+", person.screen):
        assert len(line) <= 60, line


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_ctrl_c_and_ctrl_d_leave_with_everything_saved(plant: Path, people: list[Person], key: str) -> None:
    person = start(people, plant)
    past_the_plant(person)
    person.answers(2)
    person.sees(wording.MORE_LABEL)
    person.presses(key)
    assert person.ends() == 130
    assert levels(plant) == ["absent", "informal"]


def test_a_closed_terminal_loses_nothing(plant: Path, people: list[Person]) -> None:
    person = start(people, plant)
    past_the_plant(person)
    person.answers(2)
    person.sees(wording.MORE_LABEL)
    person.child.close(force=False)
    assert levels(plant) == ["absent", "informal"]


def test_enter_letters_and_pasted_words_give_no_answer(plant: Path, people: list[Person]) -> None:
    person = start(people, plant)
    past_the_plant(person)
    person.sees(wording.MORE_LABEL)
    person.presses(ENTER, ENTER, "Parcialmente", ENTER, "yes", ENTER)
    person.presses("2", ENTER)
    person.sees(requirements()[2].question)
    assert levels(plant) == ["absent", "informal"]


def test_a_new_file_from_the_first_word(tmp_path: Path, people: list[Person]) -> None:
    person = Person(tmp_path, ["--target", "iso-13485", "--quick"], Language.ES, 80)
    people.append(person)
    person.sees("Razón social de la empresa:")
    person.presses("Catéteres del Pacífico, S.A. de C.V.", ENTER)
    person.sees("Guardar en:")
    person.presses(ENTER)
    for prompt, reply in (("RFC", ""), ("Estado", "Jalisco"), ("personas", "48"), ("contesta", "Laura")):
        person.sees(prompt)
        person.presses(reply, ENTER)
    for _ in range(60):
        if not _one_fact(person):
            break
    person.answers(2)
    person.sees(wording.MORE_LABEL)
    person.presses(CTRL_C)
    assert person.ends() == 130
    (path,) = tmp_path.glob("*.yaml")
    supplier = read_supplier(path, Shelf(), regulations=False).supplier
    assert supplier is not None
    assert (supplier.employees, supplier.targets) == (48, ("iso-13485",))
    assert list(supplier.profile.facts)[:2] == ["products", "roles"]
    assert len(supplier.answers) == 1


def _one_fact(person: Person) -> bool:
    """Answer one question about the plant with its first option; False once the interview has begun."""
    ends = [wording.KEYS_CHECKS, wording.FACT_OPEN, wording.MORE_LABEL, wording.CERTIFICATE_UNTIL]
    marks = [" ".join(text.to(person.language).split()[-2:]) for text in ends]
    while True:
        seen = " ".join(person.screen.split())
        if marks[2] in seen:
            return False
        if marks[3] in seen:
            person.screen = ""
            person.presses(ENTER)
            return True
        if marks[1] in seen:
            keys = (" ", ENTER) if "espacio marca" in seen else ("2", ENTER)
            person.screen = ""
            person.presses(*keys)
            return True
        person.screen += ESCAPE.sub("", person.child.read_nonblocking(size=20000, timeout=20))


def test_nothing_in_a_file_is_markup(plant: Path, people: list[Person]) -> None:
    name = "<b>[red]{Planta}</b> %s"
    text = plant.read_text(encoding="utf-8").replace("name: Planta", f'name: "{name}"')
    plant.write_text(text, encoding="utf-8")
    start(people, plant).sees(name)


def test_a_dumb_terminal_is_asked_line_by_line(plant: Path, people: list[Person]) -> None:
    person = start(people, plant, TERM="dumb")
    person.sees(wording.LINE_NUMBER)
    person.presses("2\n")
    person.sees(wording.LINE_NUMBER)
    person.presses("3\n")
    person.sees(wording.LINE_NUMBER)
    person.presses("parcialmente\n")
    person.sees(wording.LINE_WRONG)
    person.presses("2\n")
    person.sees(requirements()[2].question)
    person.sees(wording.LINE_NUMBER)
    person.presses(CTRL_D)
    assert person.ends() == 130
    assert levels(plant) == ["absent", "informal"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "CERTREADY_LANG": "es"}
    return subprocess.run(
        [*COMMAND, "assess", *arguments],
        cwd=folder,
        env=environment,
        input="Parcialmente\n" * 50,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_without_a_terminal_it_says_what_to_do_instead(plant: Path) -> None:
    before = plant.read_bytes()
    found = run(plant.parent, plant.name)
    assert found.returncode == 2
    assert "certready score" in found.stderr
    assert found.stdout == ""
    assert plant.read_bytes() == before


def test_a_faulty_file_is_told_and_not_touched(plant: Path, people: list[Person]) -> None:
    plant.write_text(PLANT + "  iso-13485/4.1.1: perhaps\n", encoding="utf-8")
    before = plant.read_bytes()
    person = start(people, plant)
    assert person.ends() == 3
    assert "plant.yaml:7:20" in person.screen
    assert plant.read_bytes() == before


def test_an_unknown_chapter_is_told(plant: Path, people: list[Person]) -> None:
    person = start(people, plant, "--chapter", "77")
    person.sees(wording.LATER)
    person.presses("2", ENTER)
    assert person.ends() == 2
    assert "iso-13485/4" in person.screen


def test_to_the_end_with_score_gaps_and_report(plant: Path, people: list[Person]) -> None:
    by_chapter: dict[str, int] = {}
    for row in requirements():
        if row.applies_when.facts == ():
            by_chapter[row.chapter] = by_chapter.get(row.chapter, 0) + 1
    chapter = next(row.chapter for row in reversed(requirements()) if row.chapter in by_chapter)
    person = start(people, plant, "--chapter", chapter, language=Language.EN)
    past_the_plant(person)
    while True:
        person.screen += ESCAPE.sub("", person.child.read_nonblocking(size=20000, timeout=20))
        seen = " ".join(person.screen.split())
        if wording_end.SCORE_END.en + " - " in seen:
            break
        if wording.MORE_LABEL.en in seen:
            person.screen = ""
            person.presses("1", ENTER)
    assert person.ends() == 0
    seen = " ".join(person.screen.split())
    assert "between 0 and" in seen
    assert "The gravest gaps" in seen
    assert "certready assess plant.yaml" in seen
    assert plant.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_an_unknown_certificate_is_told_before_any_question(tmp_path: Path, people: list[Person]) -> None:
    person = start(people, tmp_path / "new.yaml", "--target", "iso-1")
    assert person.ends() == 2
    assert "iso-13485" in person.screen
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told_before_any_question(tmp_path: Path, people: list[Person]) -> None:
    person = Person(tmp_path, ["nowhere/new.yaml"], Language.ES, 80)
    people.append(person)
    assert person.ends() == 2
    assert "no existe la carpeta" in person.screen


def test_leaving_before_the_first_answer_makes_no_file(tmp_path: Path, people: list[Person]) -> None:
    person = start(people, tmp_path / "new.yaml")
    person.sees(wording.NAME)
    person.presses(CTRL_D)
    assert person.ends() == 130
    assert not list(tmp_path.iterdir())


def test_a_proposed_file_that_exists_is_taken_up_only_if_wanted(tmp_path: Path, people: list[Person]) -> None:
    (tmp_path / "planta.yaml").write_text(PLANT + "  iso-13485/4.1.1: absent\n", encoding="utf-8")
    person = Person(tmp_path, [], Language.EN, 80)
    people.append(person)
    person.sees(wording.NAME)
    person.presses("Planta", ENTER)
    person.sees(wording.FILE_NAME)
    person.presses(ENTER)
    person.sees(wording.FILE_OTHER_NAME)
    person.presses("1", ENTER)
    person.sees("Answers saved in planta.yaml: 1")
    person.presses(CTRL_C)
    assert person.ends() == 130


@pytest.mark.parametrize("language", list(Language))
def test_evidence_by_hand_in_a_narrow_window(plant: Path, people: list[Person], language: Language) -> None:
    person = start(people, plant, language=language, columns=60)
    person.sees(wording.LATER)
    person.presses("2", ENTER)
    person.sees(wording.EVIDENCE_NOT_NOW)
    person.presses("2", ENTER)
    person.answers(4)
    person.sees(wording_evidence.EVIDENCE_STOP)
    person.presses("1", ENTER)
    person.sees(wording_evidence.DOCUMENT_REF)
    person.presses("PNO-1", ENTER)
    person.sees(wording_evidence.DOCUMENT_TITLE)
    person.presses(ENTER)
    person.sees(wording_evidence.DOCUMENT_TITLE_NEEDED)
    person.presses("back" if language is Language.EN else "regresar", ENTER)
    person.sees(wording_evidence.EVIDENCE_STOP)
    assert "PNO-1" not in plant.read_text(encoding="utf-8")
    person.presses("2", ENTER)
    person.sees(wording_evidence.RECORD_TITLE)
    person.presses("Lista maestra", ENTER)
    person.sees(wording_evidence.RECORD_DATE)
    person.presses("30/10/2025", ENTER)
    person.sees(wording_evidence.EVIDENCE_MEND)
    person.presses("1", ENTER)
    person.sees(wording_evidence.DOCUMENT_REF)
    person.presses("PNO-2", ENTER)
    person.sees(wording_evidence.DOCUMENT_TITLE)
    person.presses(CTRL_C)
    assert person.ends() == 130
    evidence = [row for answer in saved(plant).values() for row in answer.evidence]
    assert [(row.title, str(row.dated)) for row in evidence] == [("Lista maestra", "2025-10-30")]
    assert "PNO-2" not in plant.read_text(encoding="utf-8")
