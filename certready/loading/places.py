"""Where in a file a value stands: follows a path of keys, ranks and ids down the tree."""

from __future__ import annotations

from pathlib import Path

from certready.loading.files import read_bytes
from certready.loading.rule import START, Place
from certready.loading.source import Mapping, Node, Scalar, Sequence, parse

_IDS = ("id", "number")


class Places:
    """The places of one file."""

    def __init__(self, data: bytes, file: str) -> None:
        self.root, _ = parse(data, file)

    @classmethod
    def of(cls, path: Path) -> Places:
        """The places of a file on disk; of one that cannot be read, its start alone."""
        data, _ = read_bytes(path)
        return cls(data, str(path))

    def has(self, path: tuple[str | int, ...]) -> bool:
        """Whether the file has something at the end of a path."""
        node = self.root
        for step in path:
            node = _below(node, step) if node is not None else None
        return node is not None

    def at(self, path: tuple[str | int, ...]) -> Place:
        """The place at the end of a path, or of the deepest part of it that the file has."""
        node = self.root
        if node is None:
            return START
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return node


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        entry = node.entries.get(str(step))
        return entry[1] if entry is not None else None
    if not isinstance(node, Sequence):
        return None
    if isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return next((item for item in node.items if _called(item, step)), None)


def _called(item: Node, name: str) -> bool:
    """Whether an item of a list is that word, or a map with that id."""
    if isinstance(item, Mapping):
        entries = (item.entries.get(key) for key in _IDS)
        return any(entry is not None and _called(entry[1], name) for entry in entries)
    return isinstance(item, Scalar) and item.text == name
