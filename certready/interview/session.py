"""Asks until nothing is left: who, which plant, which certificates, then question after question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from certready.assessment import assess
from certready.interview import wording
from certready.interview.asked import Outcome, put_question
from certready.interview.asking import BACK, Asker, Choice, Manner, Menu, Paragraph
from certready.interview.evidence import name_evidence
from certready.interview.notebook import Notebook
from certready.interview.plant import ask_plant, open_facts
from certready.interview.presenting import NOTHING, chapter_name, counted, paragraphs
from certready.interview.result import score_paragraphs
from certready.interview.targets import ask_targets
from certready.interview.who import ask_who
from certready.model import Text
from certready.questionnaire import (
    Only,
    Question,
    Walk,
    Wish,
    chapters,
    in_chapter,
    minutes,
    saved,
    wanted,
    without_evidence,
)


class Ending(Enum):
    """How an interview ended."""

    DONE = auto()
    LEFT = auto()  # saved, to go on another day
    NOTHING_BINDS = auto()


class When(Enum):
    """When evidence is named."""

    AFTER = "after"
    AT_ONCE = "at-once"
    NOT_NOW = "not-now"


class Unknown(Exception):  # noqa: N818 - it is news for the user
    """A chapter or certificate was named that this interview does not have."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(slots=True)
class Session:
    """One sitting with one supplier file."""

    asker: Asker
    notebook: Notebook
    wish: Wish
    evidence: When = When.AFTER

    def run(self) -> Ending:
        """From where the file stands to the end of the questions wished for."""
        if not self._settle_plant():
            return Ending.NOTHING_BINDS
        self._check_wish()
        if self._agenda():
            self.notebook.date_it()
        agenda = self._agenda()
        self._tell_ahead(agenda)
        if agenda:
            self._choose_when()
            if not self._walk(Walk(agenda)):
                return Ending.LEFT
        self._evidence_pass()
        return Ending.DONE

    def _settle_plant(self) -> bool:
        """Who, facts and certificates, as far as they are open; an interview cut short goes on there."""
        notebook = self.notebook
        if not notebook.supplier.targets:
            if not notebook.supplier.profile.facts:
                ask_who(self.asker, notebook)
            ask_plant(self.asker, notebook)
            return self._settle_targets()
        still_open = open_facts(notebook)
        if still_open:
            self.asker.show(Paragraph(NOTHING), Paragraph(wording.OPEN_FACTS.format(n=still_open)))
            rows = [Choice("now", wording.NOW, "1"), Choice("later", wording.LATER, "2")]
            if self.asker.choose(Menu(wording.OPEN_FACTS_QUESTION, rows)) == "now":
                ask_plant(self.asker, notebook)
        return True

    def _settle_targets(self) -> bool:
        """The certificates named on the command line, or those chosen from the proposal."""
        if not self.wish.targets:
            return ask_targets(self.asker, self.notebook)
        self.notebook.put(("targets",), list(self.wish.targets))
        return True

    def _check_wish(self) -> None:
        """A name that fits nothing is told before any question is asked."""
        chosen = self.notebook.supplier.targets
        for target in self.wish.targets:
            if target not in chosen:
                raise Unknown(wording.NO_SUCH_TARGET.format(target=target, known=", ".join(chosen)))
        named, questions = self.wish.chapter, self.notebook.questions()
        if named is not None and not any(in_chapter(row, named) for row in questions):
            raise Unknown(wording.NO_SUCH_CHAPTER.format(chapter=named, known=", ".join(chapters(questions))))

    def _covered(self) -> frozenset[str]:
        """What needs no question now; who asks for gaps or new ones sees the covered ones too."""
        return frozenset() if self.wish.only in (Only.GAPS, Only.NEW) else self.notebook.covered()

    def _agenda(self) -> tuple[Question, ...]:
        return wanted(self.notebook.questions(), self.notebook.supplier.answers, self._covered(), self.wish)

    def _tell_ahead(self, agenda: tuple[Question, ...]) -> None:
        self.asker.show(Paragraph(NOTHING))
        if self.wish.quick and agenda:
            self.asker.show(Paragraph(wording.QUICK))
        if not agenda:
            self.asker.show(Paragraph(wording.NOTHING_LEFT))
            return
        count = len(agenda)
        ahead = wording.AHEAD_ONE if count == 1 else wording.AHEAD.format(n=count, m=minutes(count))
        self.asker.show(Paragraph(ahead))
        if saved(agenda):
            self.asker.show(Paragraph(wording.SAVED_BY_ONCE.format(saved=counted(saved(agenda)))))
        covered = self.notebook.covered() & {row.id for row in self.notebook.questions()}
        if covered:
            self.asker.show(Paragraph(wording.COVERED.format(n=len(covered))))

    def _choose_when(self) -> None:
        """In a quick interview evidence is left for another day."""
        if self.wish.quick:
            self.evidence = When.NOT_NOW
            return
        rows = [
            Choice(When.AFTER.value, wording.EVIDENCE_AFTER, "1"),
            Choice(When.AT_ONCE.value, wording.EVIDENCE_AT_ONCE, "2"),
            Choice(When.NOT_NOW.value, wording.EVIDENCE_NOT_NOW, "3"),
        ]
        self.evidence = When(self.asker.choose(Menu(wording.EVIDENCE_WHEN, rows)))

    def _walk(self, walk: Walk) -> bool:
        """Question after question; False when the person leaves before the end."""
        walk, shown = walk.forward(self._covered()), False
        while (question := walk.present) is not None:
            if not shown:
                self._present(walk, question)
            outcome = put_question(self.asker, self.notebook, question)
            shown = outcome in (Outcome.AGAIN, Outcome.SCORE)
            match outcome:
                case Outcome.ANSWERED:
                    if not self._evidence_at_once(question):
                        self.evidence = When.NOT_NOW
                    walk = walk.forward(self._covered())
                case Outcome.BACK:
                    shown = not walk.trail
                    walk = self._back(walk)
                case Outcome.JUMP:
                    walk = self._jump(walk)
                case Outcome.SCORE:
                    self.show_score()
                    self._repeat(question)
                case Outcome.LEAVE:
                    return False
                case Outcome.AGAIN:
                    self._repeat(question)
        return True

    def _present(self, walk: Walk, question: Question) -> None:
        number = 1 if walk.place is None else walk.place + 1
        left = walk.left(self._covered())
        library = self.notebook.cited_library()
        self.asker.show(*paragraphs(library, question, number=number, of=len(walk.agenda), left=left))

    def _repeat(self, question: Question) -> None:
        """After something else was on the screen, what is asked comes back into view."""
        self.asker.show(Paragraph(NOTHING), Paragraph(question.requirement.question, Manner.QUESTION))

    def _back(self, walk: Walk) -> Walk:
        if not walk.trail:
            self.asker.show(Paragraph(wording.FIRST_ALREADY))
        return walk.back()

    def _jump(self, walk: Walk) -> Walk:
        by_chapter = chapters(walk.agenda)
        covered = self._covered()
        choices = []
        for chapter, rows in by_chapter.items():
            left = sum(row.id not in walk.seen and row.id not in covered for row in rows)
            title = chapter_name(self.notebook.library, rows[0])
            choices.append(Choice(chapter, wording.JUMP_LABEL.format(title=title, n=left)))
        choices.append(Choice(BACK, wording.MORE_RETURN))
        present_chapter = walk.present.requirement.chapter if walk.present else None
        return walk.jump(self.asker.choose(Menu(wording.JUMP, choices, present_chapter)))

    def show_score(self) -> None:
        """The score so far, as an interval."""
        assessment = assess(self.notebook.library, self.notebook.supplier, on=self.notebook.on)
        self.asker.show(*score_paragraphs(assessment, wording.SCORE_SO_FAR))

    def _evidence_at_once(self, question: Question) -> bool:
        if self.evidence is not When.AT_ONCE:
            return True
        open_answer = list(without_evidence([question], self.notebook.supplier.answers))
        return not open_answer or name_evidence(self.asker, self.notebook, question)

    def _evidence_pass(self) -> None:
        """The second pass: every answer that claims a document or more and names none."""
        if self.evidence is not When.AFTER or self.wish.quick:
            return
        asked = [row for row in self.notebook.questions() if self._is_wished(row)]
        rows = list(without_evidence(asked, self.notebook.supplier.answers))
        if not rows:
            return
        estimate = minutes(len(rows), with_evidence=True) - minutes(len(rows))
        self.asker.show(Paragraph(NOTHING), Paragraph(wording.EVIDENCE_PASS.format(n=len(rows), m=estimate)))
        choices = [Choice("now", wording.NOW, "1"), Choice("later", wording.LATER, "2")]
        if self.asker.choose(Menu(wording.EVIDENCE_WHEN, choices)) == "later":
            return
        for row in rows:
            if not name_evidence(self.asker, self.notebook, row):
                return

    def _is_wished(self, question: Question) -> bool:
        return bool(wanted([question], {}, frozenset(), replace(self.wish, only=None, quick=False)))
