"""The terminal: questionary behind a guard, so that no key ever gives an answer that nobody meant.

questionary ignores Ctrl-D, speaks English, and marks everything on "a". Here every word is ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from certready.harmless import visible
from certready.interview.asking import BACK, Checks, Choice, Line, Manner, Menu, Paragraph
from certready.interview.menus import POINTER, control_of, exit_on, menu_question
from certready.interview.screen import lines, style, width, wrap
from certready.interview.wording import KEYS_CHECKS, KEYS_CHECKS_BACK, KEYS_MENU, KEYS_MENU_BACK, MARK_ONE, NOT_SAVABLE
from certready.model import Language, Text

LOOK = questionary.Style(
    [
        ("qmark", ""),
        ("question", "bold"),
        ("answer", "bold"),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", ""),
        ("instruction", ""),
        ("separator", ""),
    ]
)
"""Bold only: readable on black, on white and without colours."""

BESIDE_POINTER = 3
BESIDE_CHECK = 5


class Terminal:
    """A real terminal; the only place where keys are read."""

    def __init__(self, language: Language) -> None:
        self.language = language
        # Asking a terminal where its cursor is costs a second wherever nobody answers, and the menus need not know.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

    def show(self, *paragraphs: Paragraph) -> None:
        """Print paragraphs, wrapped; nothing in them is markup."""
        columns = width()
        tokens = [
            (style(paragraph.manner), f"{line}\n")
            for paragraph in paragraphs
            for line in lines(paragraph, self.language, columns)
        ]
        print_formatted_text(FormattedText(tokens), end="", include_default_pygments_style=False)

    def choose(self, menu: Menu) -> str:
        """One choice; Enter does nothing before something is pointed at, and no letter or digit accepts."""
        can_go_back = any(choice.value == BACK for choice in menu.choices)
        hint = (KEYS_MENU_BACK if can_go_back else KEYS_MENU).to(self.language)
        question, keys = menu_question(
            self._head(menu.message),
            f"({hint})",
            [(row.value, self._label(row, BESIDE_POINTER), row.key) for row in menu.choices],
            menu.start,
            LOOK,
        )
        if can_go_back:
            exit_on(keys, Keys.Left, BACK)
        chosen = str(_ask(question, keys))
        label = next(choice.label for choice in menu.choices if choice.value == chosen)
        self.show(Paragraph(label, Manner.ECHO))
        return chosen

    def mark(self, checks: Checks) -> list[str]:
        """Any number of choices; a value that stands alone takes the marks off the others."""
        marked = self._mark(checks)
        chosen = [choice for choice in checks.choices if choice.value in marked]
        labels, last = _anew(checks, marked)
        said = [label for choice, label in zip(checks.choices, labels, strict=True) if choice.value in marked]
        self.show(*(Paragraph(label, Manner.ECHO) for label in said))
        if last:
            self.show(Paragraph(last))
        return [choice.value for choice in chosen]

    def write(self, line: Line) -> str:
        """One line; refused with a reason until it is right. Pasted line breaks become blanks."""
        start = line.start
        while True:
            question = questionary.text(self._head(line.message), default=start, qmark="", style=LOOK)
            start = " ".join(str(_ask(question, KeyBindings())).split())
            refused = refuse_unsavable(start) or line.refuse(start)
            if refused is None:
                return start
            self.show(Paragraph(refused, Manner.WARNING))

    def _mark(self, checks: Checks) -> set[str]:
        can_go_back = any(choice.value == BACK for choice in checks.choices)
        hint = KEYS_CHECKS_BACK if can_go_back else KEYS_CHECKS
        head = Text(es=f"{checks.message.es} ({hint.es})", en=f"{checks.message.en} ({hint.en})")
        _, last = _anew(checks, checks.marked)
        rows: list[questionary.Choice] = [
            questionary.Choice(self._label(row, BESIDE_CHECK), value=row.value, checked=row.value in checks.marked)
            for row in checks.choices
        ]
        question = questionary.checkbox(
            self._head(head),
            choices=[*rows, questionary.Separator(self._below(last))],
            qmark="",
            pointer=POINTER,
            style=LOOK,
            use_jk_keys=False,
            use_emacs_keys=False,
            instruction="",
        )
        question.application.erase_when_done = True  # it would say "done (2 selections)"
        control = control_of(question)

        def refresh() -> None:
            labels, last = _anew(checks, frozenset(control.selected_options))
            for row, choice, label in zip(control.choices, checks.choices, labels, strict=False):
                row.title = self._label(replace(choice, label=label), BESIDE_CHECK)
            control.choices[-1].title = self._below(last)

        def refuse() -> None:
            control.choices[-1].title = self._below(MARK_ONE)

        keys = _marking(control, checks.alone, refresh)
        if checks.required:
            _refuse_nothing(keys, control, checks.alone, refuse)
        if can_go_back:
            exit_on(keys, Keys.Left, [BACK])
        return set(_ask(question, keys))

    def _head(self, message: Text) -> str:
        return "\n ".join(wrap(visible(message.to(self.language)), width() - 2))

    def _below(self, told: Text | None) -> str:
        """A line under a list of checks."""
        if told is None:
            return " "  # an empty one is drawn as a line
        return "\n".join(["", *wrap(visible(told.to(self.language)), width() - BESIDE_POINTER, "", "   ")])

    def _label(self, choice: Choice, beside: int) -> str:
        """A label that is wrapped, never cut."""
        head = f"{choice.key}) " if choice.key else ""
        beside += len(head)
        return head + f"\n{' ' * beside}".join(wrap(visible(choice.label.to(self.language)), width() - beside))


def _ask(question: questionary.Question, keys: KeyBindings) -> Any:
    """Ctrl-D leaves like Ctrl-C, also in the middle of a line."""

    @keys.add(Keys.ControlD, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt, style="class:aborting")

    application = question.application
    if application.key_bindings is not keys:
        application.key_bindings = merge_key_bindings([*filter(None, [application.key_bindings]), keys])
    return question.unsafe_ask()


def _anew(checks: Checks, marked: AbstractSet[str]) -> tuple[Sequence[Text], Text | None]:
    """The labels and the line below them, for what is marked."""
    if checks.told is None:
        return [choice.label for choice in checks.choices], None
    return checks.told(marked)


def _marking(control: InquirerControl, alone: frozenset[str], refresh: Callable[[], None]) -> KeyBindings:
    """Space marks; Enter on a line that excludes the others can only mean that line; "a" and "i" mark nothing."""
    keys = KeyBindings()

    @keys.add(" ", eager=True)
    def _(_event: KeyPressEvent) -> None:
        _toggle(control, alone)
        refresh()

    @Condition
    def means_this_line() -> bool:
        return not control.selected_options and control.get_pointed_at().value in alone

    @keys.add(Keys.ControlM, filter=means_this_line, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=[control.get_pointed_at().value])

    @keys.add("a", eager=True)
    @keys.add("i", eager=True)
    def _(_event: KeyPressEvent) -> None:
        """Would mark everything at once."""

    return keys


def _refuse_nothing(
    keys: KeyBindings, control: InquirerControl, alone: frozenset[str], refuse: Callable[[], None]
) -> None:
    """Enter with nothing marked is refused where one stands, so that the next mark falls on the line meant."""

    @Condition
    def means_nothing() -> bool:
        return not control.selected_options and control.get_pointed_at().value not in alone

    @keys.add(Keys.ControlM, filter=means_nothing, eager=True)
    def _(_event: KeyPressEvent) -> None:
        refuse()


def _toggle(control: InquirerControl, alone: frozenset[str]) -> None:
    """Mark or unmark; what stands alone and the rest exclude one another."""
    pointed = control.get_pointed_at().value
    if pointed in control.selected_options:
        control.selected_options.remove(pointed)
        return
    kept = [] if pointed in alone else [value for value in control.selected_options if value not in alone]
    control.selected_options[:] = [*kept, pointed]


def refuse_unsavable(written: str) -> Text | None:
    """Half characters, as a terminal with a wrong encoding sends them, cannot be saved."""
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return NOT_SAVABLE
    return None
