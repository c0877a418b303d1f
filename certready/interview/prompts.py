"""The widgets: questionary behind a guard, so that no key ever gives an answer that nobody meant.

questionary points at the first choice and takes it on Enter, ignores Ctrl-D, speaks English and toggles everything on
"a". Here nothing is pointed at until a person points, and every word is ours.
"""

from __future__ import annotations

import os
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
        ("validation-toolbar", "bold noreverse"),
    ]
)
"""Bold only: readable on black, on white and without colours."""

POINTER = ">"
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
        print_formatted_text(FormattedText(tokens), end="", style=LOOK)

    def choose(self, menu: Menu) -> str:
        """One choice; Enter does nothing before something is pointed at, and no letter or digit accepts."""
        question = self._menu(menu)
        control = _control(question)
        keys = KeyBindings()
        undecided = Condition(control.is_selection_a_separator)

        @keys.add(Keys.ControlM, filter=undecided, eager=True)
        def _(_event: KeyPressEvent) -> None:
            """Nobody has chosen yet."""

        for place, choice in enumerate(menu.choices, start=1):
            if choice.key:
                _point_on(keys, control, choice.key, place)
        if any(choice.value == BACK for choice in menu.choices):
            _go_back_on_left(keys, control)
        return str(self._ask(question, keys))

    def mark(self, checks: Checks) -> list[str]:
        """Any number of choices; a value that stands alone takes the marks off the others."""
        marked = self._mark(checks)
        while checks.required and not marked:
            self.show(Paragraph(MARK_ONE, Manner.WARNING))
            marked = self._mark(checks)
        chosen = [choice for choice in checks.choices if choice.value in marked]
        self.show(*(Paragraph(choice.label, Manner.ITEM) for choice in chosen))
        return [choice.value for choice in chosen]

    def _mark(self, checks: Checks) -> set[str]:
        question = self._checks(checks)
        control = _control(question)
        keys = KeyBindings()

        @keys.add(" ", eager=True)
        def _(event: KeyPressEvent) -> None:
            _toggle(control, checks.alone)

        @keys.add(Keys.ControlM, filter=Condition(lambda: _stands_alone(control, checks.alone)), eager=True)
        def _(event: KeyPressEvent) -> None:
            control.selected_options[:] = [control.get_pointed_at().value]
            event.app.exit(result=list(control.selected_options))

        if any(choice.value == BACK for choice in checks.choices):

            @keys.add(Keys.Left, eager=True)
            def _(event: KeyPressEvent) -> None:
                event.app.exit(result=[BACK])

        @keys.add("a", eager=True)
        @keys.add("i", eager=True)
        def _(event: KeyPressEvent) -> None:
            """Would mark everything at once."""

        question.application.erase_when_done = True  # it would say "done (2 selections)"
        return set(self._ask(question, keys))

    def write(self, line: Line) -> str:
        """One line; refused with a reason until it is right. Pasted line breaks become blanks."""
        start = line.start
        while True:
            question = questionary.text(self._head(line.message), default=start, qmark="", style=LOOK)
            start = " ".join(str(self._ask(question, KeyBindings())).split())
            refused = refuse_unsavable(start) or line.refuse(start)
            if refused is None:
                return start
            self.show(Paragraph(refused, Manner.WARNING))

    def _head(self, message: Text) -> str:
        return "\n ".join(wrap(visible(message.to(self.language)), width() - 2))

    def _label(self, choice: Choice, beside: int) -> str:
        """A label that is wrapped, never cut."""
        head = f"{choice.key}) " if choice.key else ""
        beside += len(head)
        return head + f"\n{' ' * beside}".join(wrap(visible(choice.label.to(self.language)), width() - beside))

    def _menu(self, menu: Menu) -> questionary.Question:
        going_back = any(choice.value == BACK for choice in menu.choices)
        hint = (KEYS_MENU_BACK if going_back else KEYS_MENU).to(self.language)
        question = questionary.select(
            self._head(menu.message),
            choices=[
                questionary.Separator(f"({hint})"),
                *(questionary.Choice(self._label(row, BESIDE_POINTER), value=row.value) for row in menu.choices),
            ],
            default=menu.start,
            qmark="",
            pointer=POINTER,
            style=LOOK,
            use_jk_keys=False,
            use_emacs_keys=False,
            instruction=" ",
        )
        if menu.start is None:
            _control(question).pointed_at = 0  # the hint: nothing is chosen yet
        return question

    def _checks(self, checks: Checks) -> questionary.Question:
        rows = [
            questionary.Choice(self._label(row, BESIDE_CHECK), value=row.value, checked=row.value in checks.marked)
            for row in checks.choices
        ]
        going_back = any(choice.value == BACK for choice in checks.choices)
        return questionary.checkbox(
            self._head(checks.message),
            choices=rows,
            qmark="",
            pointer=POINTER,
            style=LOOK,
            use_jk_keys=False,
            use_emacs_keys=False,
            instruction=f"({(KEYS_CHECKS_BACK if going_back else KEYS_CHECKS).to(self.language)})",
        )

    def _ask(self, question: questionary.Question, keys: KeyBindings) -> Any:  # noqa: ANN401 - as questionary has it
        """Ctrl-D leaves like Ctrl-C, also in the middle of a line."""

        @keys.add(Keys.ControlD, eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt, style="class:aborting")

        application = question.application
        application.key_bindings = merge_key_bindings([*filter(None, [application.key_bindings]), keys])
        return question.unsafe_ask()


def refuse_unsavable(written: str) -> Text | None:
    """Half characters, as a terminal with a wrong encoding sends them, cannot be saved."""
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return NOT_SAVABLE
    return None


def _control(question: questionary.Question) -> InquirerControl:
    controls = question.application.layout.find_all_controls()
    return next(control for control in controls if isinstance(control, InquirerControl))


def _point_on(keys: KeyBindings, control: InquirerControl, key: str, place: int) -> None:
    """A key moves the pointer; it never accepts."""

    @keys.add(key, eager=True)
    def _(_event: KeyPressEvent) -> None:
        control.pointed_at = place


def _go_back_on_left(keys: KeyBindings, control: InquirerControl) -> None:
    """The left arrow goes back at once: nothing is lost by it."""

    @keys.add(Keys.Left, eager=True)
    def _(event: KeyPressEvent) -> None:
        control.pointed_at = next(place for place, row in enumerate(control.choices) if row.value == BACK)
        control.is_answered = True
        event.app.exit(result=BACK)


def _stands_alone(control: InquirerControl, alone: frozenset[str]) -> bool:
    """Whether Enter here can only mean this one line: nothing is marked, and it excludes the others."""
    return not control.selected_options and control.get_pointed_at().value in alone


def _toggle(control: InquirerControl, alone: frozenset[str]) -> None:
    """Mark or unmark; what stands alone and the rest exclude one another."""
    pointed = control.get_pointed_at().value
    if pointed in control.selected_options:
        control.selected_options.remove(pointed)
        return
    kept = [] if pointed in alone else [value for value in control.selected_options if value not in alone]
    control.selected_options[:] = [*kept, pointed]
