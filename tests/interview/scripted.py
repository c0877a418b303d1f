"""An asker that answers from a list, and a folder of small checklists to be asked from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from certready.interview.asking import Checks, Line, Menu, Paragraph
from certready.interview.notebook import Notebook
from certready.loading.shelf import Shelf
from certready.model import Language

LISTS = Path(__file__).parent / "lists"
TODAY = date(2026, 11, 22)

Reply = str | list[str] | Callable[[], str]


class Scripted:
    """Gives the replies one after the other, and keeps what was shown. The list running dry is Ctrl-C."""

    def __init__(self, replies: Iterable[Reply], language: Language = Language.ES) -> None:
        self.replies = list(replies)
        self.language = language
        self.shown: list[str] = []
        self.asked: list[Menu | Checks | Line] = []

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    @property
    def menus(self) -> list[Menu]:
        return [row for row in self.asked if isinstance(row, Menu)]

    def show(self, *paragraphs: Paragraph) -> None:
        self.shown += [paragraph.text.to(self.language) for paragraph in paragraphs]

    def choose(self, menu: Menu) -> str:
        self.asked.append(menu)
        reply = self._next()
        assert isinstance(reply, str)
        assert reply in [choice.value for choice in menu.choices], (reply, menu)
        return reply

    def mark(self, checks: Checks) -> list[str]:
        self.asked.append(checks)
        reply = self._next()
        assert isinstance(reply, list)
        assert set(reply) <= {choice.value for choice in checks.choices}, (reply, checks)
        return reply

    def write(self, line: Line) -> str:
        self.asked.append(line)
        while True:
            reply = self._next()
            assert isinstance(reply, str)
            refused = line.refuse(reply)
            if refused is None:
                return reply
            self.shown.append(refused.to(self.language))

    def _next(self) -> str | list[str]:
        if not self.replies:
            raise KeyboardInterrupt
        reply = self.replies.pop(0)
        return reply() if callable(reply) else reply


def shelf() -> Shelf:
    return Shelf(shipped=LISTS)


def notebook(path: Path) -> Notebook:
    return Notebook(path, shelf(), TODAY)


def begun(folder: Path, text: str = "") -> Notebook:
    """A file with a profile and two certificates, and whatever is added to it."""
    path = folder / "plant.yaml"
    path.write_text(
        "certready: 1\n"
        "supplier: {name: Planta}  # a comment that a person wrote\n"
        "profile: {products: [device], sterile: false, certificates: []}\n"
        "targets: [pool, own]\n" + text,
        encoding="utf-8",
    )
    return notebook(path)
