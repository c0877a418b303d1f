"""The menu that asks for a level: questionary's list in a layout of its own.

questionary.select builds two prompts that nobody sees, a tenth of a second of keys and styles for every question; it
also points at the first choice and takes it on Enter. Here nothing is taken that nobody pointed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.application import application as of_prompt_toolkit
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.styles import BaseStyle
from questionary.prompts.common import Choice, InquirerControl, Separator
from questionary.question import Question

POINTER = ">"

# The keys that every application of prompt_toolkit begins with are the same each time, and take 10 ms to gather.
of_prompt_toolkit.load_key_bindings = cache(of_prompt_toolkit.load_key_bindings)  # type: ignore[attr-defined]


def menu_question(
    head: str,
    hint: str,
    rows: Sequence[tuple[str, str, str | None]],
    start: str | None,
    look: BaseStyle,
) -> tuple[Question, KeyBindings]:
    """A list of (value, label, key) below a head and a hint; without a start only the hint is pointed at."""
    control = InquirerControl(
        [Separator(hint), *(Choice(label, value=value, shortcut_key=False) for value, label, _ in rows)],
        default=start,
        initial_choice=start,
        pointer=POINTER,
        use_indicator=False,
        show_description=False,
    )
    if start is None:
        control.pointed_at = 0
    bindings = _moves(control)
    for place, (_, _, key) in enumerate(rows, start=1):
        if key:
            _point_on(bindings, control, key, place)
    layout = Layout(
        HSplit(
            [
                Window(FormattedTextControl(FormattedText([("class:question", f" {head}")])), dont_extend_height=True),
                Window(control, dont_extend_height=True),
            ]
        )
    )
    application: Application[str] = Application(
        layout=layout, key_bindings=bindings, style=look, include_default_pygments_style=False, erase_when_done=True
    )
    return Question(application), bindings


def _moves(control: InquirerControl) -> KeyBindings:
    """Up and down pass over the hint; Enter takes what is pointed at, unless that is the hint."""
    bindings = KeyBindings()

    @bindings.add(Keys.Down, eager=True)
    def _(_event: KeyPressEvent) -> None:
        control.select_next()
        if control.is_selection_a_separator():
            control.select_next()

    @bindings.add(Keys.Up, eager=True)
    def _(_event: KeyPressEvent) -> None:
        control.select_previous()
        if control.is_selection_a_separator():
            control.select_previous()

    @bindings.add(Keys.ControlM, eager=True)
    def _(event: KeyPressEvent) -> None:
        if not control.is_selection_a_separator():
            event.app.exit(result=control.get_pointed_at().value)

    @bindings.add(Keys.ControlC, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add(Keys.Any)
    def _(_event: KeyPressEvent) -> None:
        """No other key does anything."""

    return bindings


def _point_on(bindings: KeyBindings, control: InquirerControl, key: str, place: int) -> None:
    """A key moves the pointer; it never accepts."""

    @bindings.add(key, eager=True)
    def _(_event: KeyPressEvent) -> None:
        control.pointed_at = place


def exit_on(bindings: KeyBindings, key: Keys, result: object) -> None:
    """A key that leaves at once with a result: for going back, by which nothing is lost."""

    @bindings.add(key, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=result)


def control_of(question: questionary.Question) -> InquirerControl:
    """The list inside a question of questionary's own making."""
    controls = question.application.layout.find_all_controls()
    return next(control for control in controls if isinstance(control, InquirerControl))
