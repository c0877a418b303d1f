"""What the interview asks of a screen: a few nouns and one protocol, so that a test can answer from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from certready.model import Language, Text

BACK = "back"
"""The choice that a screen may also offer as a key."""


class Manner(Enum):
    """How a paragraph is meant; a screen decides what that looks like."""

    PLAIN = auto()
    HEADING = auto()  # where one is
    QUESTION = auto()  # what is asked
    LABEL = auto()  # names the list that follows
    ITEM = auto()  # one of a list
    ASIDE = auto()  # may be skipped
    WARNING = auto()
    ECHO = auto()  # what the person has just said


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text to be wrapped and made harmless by the screen."""

    text: Text
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu; the key moves the pointer to it and never accepts it."""

    value: str
    label: Text
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """Choose one. Without a start nothing is pointed at, and Enter does nothing until something is."""

    message: Text
    choices: Sequence[Choice]
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """Mark any number; `alone` are values that exclude the others, such as "none of these".

    `told` gives, for what is marked, the labels anew and a line below them.
    """

    message: Text
    choices: Sequence[Choice]
    marked: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    required: bool = True
    told: Callable[[AbstractSet[str]], tuple[Sequence[Text], Text]] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Write one line. `refuse` says what is wrong with it, or None."""

    message: Text
    start: str = ""
    refuse: Callable[[str], Text | None] = lambda _: None


class Asker(Protocol):
    """A screen and a keyboard."""

    @property
    def language(self) -> Language:
        """The language it speaks."""

    def show(self, *paragraphs: Paragraph) -> None:
        """Print paragraphs."""

    def choose(self, menu: Menu) -> str:
        """The value chosen."""

    def mark(self, checks: Checks) -> list[str]:
        """The values marked, in the order of the choices."""

    def write(self, line: Line) -> str:
        """The line written, without blanks at its ends."""


def refuse_empty(text: Text) -> Callable[[str], Text | None]:
    """A line that must not be empty."""
    return lambda written: None if written.strip() else text
