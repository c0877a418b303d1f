"""Asks until nothing is left: who, which plant, which certificates, then question after question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from certready.assessment import assess
from certready.interview import wording, wording_end
from certready.interview.asked import Outcome, put_question
from certready.interview.asking import BACK, Asker, Choice, Manner, Menu, Paragraph
from certready.interview.evidence import name_evidence
from certready.interview.notebook import Notebook
from certready.interview.plant import ask_plant, open_facts
from certready.interview.presenting import NOTHING, Progress, chapter_name, counted, paragraphs
from certready.interview.result import score_paragraphs
from certready.interview.targets import ask_targets, offer_target, tell_not_binding
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
    minutes_for_evidence,
    saved,
    wanted,
    within,
    without_evidence,
)

MOST_CHAPTERS = 14
"""Chapters that a small screen shows in one list."""
MOST_KEYS = 10


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
    facts_asked: set[str] = field(default_factory=set)  # in this sitting, answered or not

    def run(self) -> Ending:
        """From where the file stands to the end of the questions wished for."""
        if not self._settle_plant():
            return Ending.NOTHING_BINDS
        self._check_wish()
        if self.wish.only is Only.EVIDENCE:
            self._evidence_pass(at_once=True)
            return Ending.DONE
        if self._open():
            self.notebook.date_it()
        walk = self._way()
        self._tell_ahead(walk)
        if walk.left(self._covered()):
            self._choose_when()
        if not self._walk(walk):
            return Ending.LEFT
        self._evidence_pass()
        return Ending.DONE

    def _settle_plant(self) -> bool:
        """Who, facts and certificates, as far as they are open; an interview cut short goes on there."""
        notebook = self.notebook
        if not notebook.supplier.targets:
            if not notebook.supplier.profile.facts:
                ask_who(self.asker, notebook)
            ask_plant(self.asker, notebook, self.facts_asked)
            return self._settle_targets()
        self._settle_wished_targets()
        still_open = open_facts(notebook)
        if still_open:
            self.asker.show(Paragraph(NOTHING), Paragraph(wording.OPEN_FACTS.format(n=still_open)))
            rows = [Choice("now", wording.NOW, "1"), Choice("later", wording.LATER, "2")]
            if self.asker.choose(Menu(wording.OPEN_FACTS_QUESTION, rows)) == "now":
                ask_plant(self.asker, notebook, self.facts_asked)
        return True

    def _settle_targets(self) -> bool:
        """The certificates named on the command line as far as they bind, or those chosen from the proposal."""
        binding = tell_not_binding(self.asker, self.notebook, self.wish.targets)
        if not binding:
            chosen = ask_targets(self.asker, self.notebook, quick=self.wish.quick)
        else:
            self.notebook.put(("targets",), binding)
            chosen = True
        if chosen:
            ask_plant(self.asker, self.notebook, self.facts_asked)  # what only the chosen certificates need to know
        return chosen

    def _settle_wished_targets(self) -> None:
        """A certificate named on the command line that the file does not have may be added to it."""
        for target in self.wish.targets:
            if target not in self.notebook.supplier.targets and not offer_target(self.asker, self.notebook, target):
                raise Unknown(wording.TO_CHOOSE.format(known=", ".join(self.notebook.supplier.targets)))

    def _check_wish(self) -> None:
        """A name that fits nothing is told before any question is asked."""
        named, questions = self.wish.chapter, self.notebook.questions()
        if named is not None and not any(in_chapter(row, named) for row in questions):
            known = [(key, chapter_name(self.notebook.library, rows[0])) for key, rows in chapters(questions).items()]
            listed = Text(
                es="\n".join(f"  {key}: {name.es}" for key, name in known),
                en="\n".join(f"  {key}: {name.en}" for key, name in known),
            )
            raise Unknown(wording.NO_SUCH_CHAPTER.format(chapter=named, known=listed))

    def _covered(self) -> frozenset[str]:
        """What needs no question now; who asks for gaps or new ones sees the covered ones too."""
        return frozenset() if self.wish.only in (Only.GAPS, Only.NEW) else self.notebook.covered()

    def _open(self) -> tuple[Question, ...]:
        """What is to be asked."""
        return wanted(self.notebook.questions(), self.notebook.supplier.answers, self._covered(), self.wish)

    def _way(self) -> Walk:
        """All questions wished for, the answered ones to be turned back to; a chapter all answered is reviewed."""
        if self.wish.only is not None:
            return Walk(self._open())
        agenda = within(self.notebook.questions(), self.wish)
        to_ask = {row.id for row in self._open()}
        again = self.wish.chapter is not None and not to_ask
        answered = frozenset(row.id for row in agenda if row.id in self.notebook.supplier.answers)
        return Walk(agenda, answered - to_ask, reviewed=frozenset(chapters(agenda)) if again else frozenset())

    def _tell_ahead(self, walk: Walk) -> None:
        self.asker.show(Paragraph(NOTHING))
        count = walk.left(self._covered())
        if not count:
            told = wording.AHEAD_REVIEW.format(n=len(walk.agenda)) if walk.reviewed else wording.NOTHING_LEFT
            self.asker.show(Paragraph(told))
            return
        if self.wish.quick:
            self.asker.show(Paragraph(wording.QUICK))
        ahead = wording.AHEAD_GAPS if self.wish.only in (Only.GAPS, Only.UNKNOWN) else wording.AHEAD
        told = wording.AHEAD_ONE if count == 1 else ahead.format(n=count, m=minutes(count))
        self.asker.show(Paragraph(told))
        if self.wish.only is None and not self.wish.quick:
            owed = within(self.notebook.unbacked(), self.wish)
            self.asker.show(Paragraph(wording.AHEAD_EVIDENCE.format(m=minutes_for_evidence(count + len(owed)))))
        if self.wish == Wish() and saved(self._open()):
            self.asker.show(Paragraph(wording.SAVED_BY_ONCE.format(saved=counted(saved(self._open())))))
        covered = self.notebook.covered() & {row.id for row in self.notebook.questions()}
        if covered:
            self.asker.show(Paragraph(wording.COVERED.format(n=len(covered))))
        self.asker.show(Paragraph(wording.WEAKEST))

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
            if outcome is Outcome.LEAVE:
                return False
            after = self._step(walk, question, outcome)
            shown = after is walk
            walk = after
        return True

    def _step(self, walk: Walk, question: Question, outcome: Outcome) -> Walk:
        """Where one stands after an outcome; the same walk where the question stays on the screen."""
        match outcome:
            case Outcome.ANSWERED:
                if not self._evidence_at_once(question):
                    self.evidence = When.NOT_NOW
                return walk.forward(self._covered())
            case Outcome.BACK:
                earlier = walk.back(self._covered())
                if earlier is walk:
                    self.asker.show(Paragraph(wording.FIRST_ALREADY))
                return earlier
            case Outcome.JUMP:
                there = self._jump(walk)
                if there is not walk:
                    return there
            case Outcome.PLANT:
                self._correct_plant()
                return self._way().at_question(question.id) or self._way().forward(self._covered())
            case Outcome.SCORE:
                self.show_score()
        self._repeat(question)
        return walk

    def _present(self, walk: Walk, question: Question) -> None:
        left = walk.left(self._covered())
        takes = minutes(left, with_evidence=self.evidence is When.AT_ONCE)
        progress = Progress((walk.place or 0) + 1, len(walk.agenda), left, takes)
        answer = self.notebook.supplier.answers.get(question.id)
        self.asker.show(*paragraphs(self.notebook.cited_library(), question, progress, answer))

    def _repeat(self, question: Question) -> None:
        """After something else was on the screen, what is asked comes back into view."""
        self.asker.show(Paragraph(NOTHING), Paragraph(question.requirement.question, Manner.QUESTION))

    def _correct_plant(self) -> None:
        """Company, plant and certificates once more, with what was said before."""
        self.facts_asked = set()
        ask_who(self.asker, self.notebook, again=True)
        ask_plant(self.asker, self.notebook, self.facts_asked, again=True)
        ask_targets(self.asker, self.notebook)
        ask_plant(self.asker, self.notebook, self.facts_asked)

    def _jump(self, walk: Walk) -> Walk:
        """To a chapter; where there are too many for a screen, its checklist is chosen first."""
        by_chapter = chapters(walk.agenda)
        checklists = {rows[0].requirement.checklist for rows in by_chapter.values()}
        if len(by_chapter) > MOST_CHAPTERS and len(checklists) > 1:
            checklist = self._choose_checklist(walk)
            if checklist == BACK:
                return walk
            by_chapter = {key: rows for key, rows in by_chapter.items() if rows[0].requirement.checklist == checklist}
        choices = []
        for number, (chapter, rows) in enumerate(by_chapter.items(), start=1):
            label = wording.JUMP_LABEL.format(
                title=chapter_name(self.notebook.library, rows[0]), n=self._left(walk, rows)
            )
            choices.append(Choice(chapter, label, _key(number)))
        choices.append(Choice(BACK, wording.MORE_RETURN, "0"))
        here = walk.present.requirement.chapter if walk.present else None
        return walk.jump(self.asker.choose(Menu(wording.JUMP, choices, here if here in by_chapter else None)))

    def _choose_checklist(self, walk: Walk) -> str:
        by_checklist: dict[str, list[Question]] = {}
        for row in walk.agenda:
            by_checklist.setdefault(row.requirement.checklist, []).append(row)
        choices = []
        for number, (key, rows) in enumerate(by_checklist.items(), start=1):
            title = self.notebook.library.checklists[key].certificate
            label = wording.JUMP_LABEL.format(title=title, n=self._left(walk, rows))
            choices.append(Choice(key, label, _key(number)))
        here = walk.present.requirement.checklist if walk.present else None
        return self.asker.choose(Menu(wording.JUMP_FIRST, [*choices, Choice(BACK, wording.MORE_RETURN, "0")], here))

    def _left(self, walk: Walk, rows: Sequence[Question]) -> int:
        covered = self._covered()
        return sum(row.id not in walk.seen and row.id not in covered for row in rows)

    def show_score(self) -> None:
        """The score so far, as an interval."""
        assessment = assess(self.notebook.library, self.notebook.supplier, on=self.notebook.on)
        named = self.evidence is When.AT_ONCE  # else most of it is still to be named
        self.asker.show(*score_paragraphs(assessment, wording_end.SCORE_SO_FAR, with_backed=named))

    def _evidence_at_once(self, question: Question) -> bool:
        if self.evidence is not When.AT_ONCE:
            return True
        open_answer = list(without_evidence([question], self.notebook.supplier.answers))
        return not open_answer or name_evidence(self.asker, self.notebook, question)

    def _evidence_pass(self, *, at_once: bool = False) -> None:
        """The second pass: every answer that claims more than its evidence shows."""
        if self.evidence is not When.AFTER or self.wish.quick:
            return
        rows = within(self.notebook.unbacked(), replace(self.wish, quick=False))
        if not rows:
            if at_once:
                self.asker.show(Paragraph(NOTHING), Paragraph(wording.EVIDENCE_COMPLETE))
            return
        told = wording.EVIDENCE_PASS.format(n=len(rows), m=minutes_for_evidence(len(rows)))
        self.asker.show(Paragraph(NOTHING), Paragraph(told))
        choices = [Choice("now", wording.NOW, "1"), Choice("later", wording.LATER, "2")]
        if not at_once and self.asker.choose(Menu(wording.EVIDENCE_WHEN, choices)) == "later":
            return
        self.wish = replace(self.wish, only=Only.EVIDENCE, quick=False)  # whoever is cut short goes on here
        for number, row in enumerate(rows, start=1):
            if not name_evidence(self.asker, self.notebook, row, place=(number, len(rows))):
                return


def _key(number: int) -> str | None:
    """The digit of a row, as long as there are digits."""
    return str(number) if number < MOST_KEYS else None
