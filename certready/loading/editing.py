"""Changes to a YAML text that touch nothing but what they are about: comments, order and form of the rest stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from certready.loading.rendering import Value, as_read, block, entry, flow, inline, key_text
from certready.loading.source import Mapping, Node, Scalar, Sequence, parse_text, plain

Key = str | int
Keys = tuple[Key, ...]

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)
_HEADER_COMMENT = re.compile(r"[|>][^\r\n#]*\s(#[^\r\n]*)")
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_ROOM = 60


class CannotEdit(ValueError):  # noqa: N818 - it tells of a text, not of a mistake in the program
    """A place that cannot be changed as asked."""


def tree(text: str) -> Node:
    """The text's nodes; the text must be free of faults."""
    root, found = parse_text(text, "")
    if root is None or found:
        raise CannotEdit(found[0].message.en if found else "empty")
    return root


def put(text: str, keys: Keys, value: Value) -> str:
    """The text with a value at a path; maps on the way are made where they are missing."""
    edit = _Edit.at(text, keys)
    if len(edit.nodes) == len(keys) + 1:
        return _replaced(edit, keys, value)
    return edit.inserted(keys, value)


def remove(text: str, keys: Keys) -> str:
    """The text without the entry at a path; comments inside it stay, on lines of their own."""
    edit = _Edit.at(text, keys)
    return edit.without(keys[-1]) if len(edit.nodes) == len(keys) + 1 else text


def merged(old: object, new: object) -> object:
    """What a value becomes by `put`: as told, with the x- keys that were there before."""
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        kept = {key: item for key, item in old.items() if key.startswith("x-") and key not in new}
        return {key: merged(old.get(key), item) for key, item in new.items()} | kept
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return [merged(old[rank] if rank < len(old) else None, item) for rank, item in enumerate(new)]
    return new


def _replaced(edit: _Edit, keys: Keys, value: Value) -> str:
    node, text = edit.nodes[-1], edit.text
    if plain(node) == as_read(value):
        return text
    if isinstance(node, Mapping) and isinstance(value, MappingType) and node.entries and value:
        for key, item in value.items():
            text = put(text, (*keys, key), item)
        for key in node.entries:
            if key not in value and not key.startswith("x-"):
                text = remove(text, (*keys, key))
        return text
    if isinstance(node, Sequence) and isinstance(value, (list, tuple)) and node.items and value:
        for rank, item in enumerate(value):
            text = put(text, (*keys, rank), item)
        for rank in reversed(range(len(value), len(node.items))):
            text = remove(text, (*keys, rank))
        return text
    return edit.exchanged(value)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A text, and the nodes on the way to the place that is to change, as far as they exist."""

    text: str
    nodes: tuple[Node, ...]
    keys: Keys  # one for each node but the first
    eol: str

    @staticmethod
    def at(text: str, keys: Keys) -> _Edit:
        nodes: list[Node] = [tree(text)]
        for key in keys:
            child = _child(nodes[-1], key)
            if child is None:
                break
            nodes.append(child)
        return _Edit(text, tuple(nodes), keys[: len(nodes) - 1], _eol(text))

    @property
    def in_flow(self) -> bool:
        """Whether the last node stands inside brackets or braces."""
        return any(not isinstance(node, Scalar) and node.flow for node in self.nodes[:-1])

    def up(self) -> _Edit:
        """The same one step higher."""
        return _Edit(self.text, self.nodes[:-1], self.keys[:-1], self.eol)

    # --- a value in the place of another ---

    def exchanged(self, value: Value) -> str:
        """The text with another value in the place of the last node."""
        node = self.nodes[-1]
        comments = list(_comments(self.text, node))
        if self.in_flow or len(self.nodes) == 1:
            return self._spliced(node, flow(value), comments)
        parent = self.nodes[-2]
        if isinstance(parent, Sequence):
            return self._in_line(node, flow(value), comments)
        assert isinstance(parent, Mapping)  # noqa: S101 - a scalar has no children
        key = parent.entries[str(self.keys[-1])][0]
        written = inline(value, _ROOM if parent.column > 1 else 0)
        if key.line == node.line:
            if written is not None:
                return self._in_line(node, written, comments)
            return self._on_own_lines(node, key, value, comments)
        return self._below_key(node, key, value, written, comments)

    def _spliced(self, node: Node, written: str, comments: list[str]) -> str:
        text, start, end = self.text, node.start, _content_end(self.text, node)
        parent = self.nodes[-2] if len(self.nodes) > 1 else None
        if isinstance(parent, Mapping) and start == end:
            key = parent.entries[str(self.keys[-1])][0]
            if ":" not in text[key.end : start]:
                written = ": " + written
        pad = " " * (node.column - 1)
        notes = "".join(f" {comment}{self.eol}{pad}" for comment in comments)
        return text[:start] + _spaced(text, start, written) + notes + text[end:]

    def _in_line(self, node: Node, written: str, comments: list[str]) -> str:
        text, start, end = self.text, node.start, _content_end(self.text, node)
        stop = _line_end(text, end)
        notes = self._notes(comments, node)
        return text[:start] + _spaced(text, start, written) + text[end:stop] + notes + text[stop:]

    def _on_own_lines(self, node: Node, key: Scalar, value: Value, comments: list[str]) -> str:
        text, end = self.text, _content_end(self.text, node)
        stop = _line_end(text, end)
        lines = block(value, key.column + 1)
        tail = text[end:stop].strip()
        head = text[: node.start].rstrip(" ") + (f"  {tail}" if tail else "")
        return head + self.eol + self.eol.join(lines) + self._notes(comments, key) + text[stop:]

    def _below_key(self, node: Node, key: Scalar, value: Value, written: str | None, comments: list[str]) -> str:
        text = self.text
        first, stop = _line_start(text, node.start), _line_end(text, _content_end(text, node))
        between = first - (2 if text[:first].endswith("\r\n") else 1)
        own = text[_content_end(text, node) : stop].strip()  # a comment behind the last line of the old value
        notes = self._notes([*comments, *([own] if own else [])], key)
        if written is None:
            lines = self.eol.join(block(value, key.column + 1))
            return text[:first] + lines + notes + text[stop:]
        colon = _colon(text, key)
        return text[:colon] + " " + written + text[colon:between] + notes + text[stop:]

    def _notes(self, comments: list[str], place: Node) -> str:
        return "".join(f"{self.eol}{' ' * (place.column - 1)}{comment}" for comment in comments)

    # --- something new ---

    def inserted(self, keys: Keys, value: Value) -> str:
        """The text with the missing rest of a path, and the value at its end."""
        key, *rest = keys[len(self.keys) :]
        for step in reversed(rest):
            value = {step: value} if isinstance(step, str) else [value]
        node = self.nodes[-1]
        if isinstance(node, Scalar):
            return self.exchanged(self._promoted(node, key, value))
        if isinstance(node, Sequence):
            return self._appended(node, flow(value), value)
        if not isinstance(key, str):
            raise CannotEdit(str(key))
        return self._appended(node, f"{key_text(key)}: {flow(value)}", {key: value})

    def _promoted(self, node: Scalar, key: Key, value: Value) -> Value:
        """A map or list in the place of nothing, or of an answer in its short form."""
        if node.is_null:
            return {key: value} if isinstance(key, str) else [value]
        if self.keys[:1] == ("answers",) and len(self.keys) == 2 and isinstance(key, str):  # noqa: PLR2004
            return {"level": node.text, key: value}
        raise CannotEdit(node.text)

    def _appended(self, node: Sequence | Mapping, written: str, value: Value) -> str:
        text = self.text
        last = _last(node)
        if node.flow:
            if last is None:
                if not self.in_flow and len(self.nodes) > 1:
                    return self.exchanged(value if isinstance(node, Mapping) else [value])
                return text[: node.start + 1] + written + text[node.start + 1 :]
            end = _content_end(text, last)
            return text[:end] + ", " + written + text[end:]
        assert last is not None  # noqa: S101 - a block without entries is not written
        stop = _line_end(text, _content_end(text, node))
        pad = node.column - 1
        if isinstance(node, Mapping) and isinstance(value, MappingType):
            lines = [line for key, item in value.items() for line in entry(key, item, pad)]
        else:
            lines = [f"{' ' * pad}- {written}"]
        return text[:stop] + self.eol + self.eol.join(lines) + (text[stop:] or self.eol)

    # --- something less ---

    def without(self, key: Key) -> str:
        """The text without the last node and its key."""
        parent, node = self.nodes[-2], self.nodes[-1]
        assert not isinstance(parent, Scalar)  # noqa: S101 - a scalar has no children
        starts = _starts(parent)
        rank = list(parent.entries).index(str(key)) if isinstance(parent, Mapping) else int(key)
        first = _line_start(self.text, starts[rank])
        before = self.text[first : starts[rank]].strip()
        alone = before == ("" if isinstance(parent, Mapping) else "-")
        if parent.flow and len(starts) > 1:
            return self._cut_from_flow(parent, node, starts, rank)
        if parent.flow or len(starts) == 1 or not alone:
            return self.up().exchanged(_less(parent, key))
        text, end = self.text, _content_end(self.text, node)
        stop = _line_end(text, end)
        own = text[end:stop].strip()
        comments = [*self._on_key(), *_comments(text, node), *([own] if own else [])]
        kept = "".join(f"{' ' * (parent.column - 1)}{comment}{self.eol}" for comment in comments)
        return text[:first] + kept + text[_LINE_END.match(text, stop).end() :]  # type: ignore[union-attr]

    def _on_key(self) -> list[str]:
        """The comments between the last node and its key."""
        parent, node = self.nodes[-2], self.nodes[-1]
        if not isinstance(parent, Mapping):
            return []
        return _COMMENT.findall(self.text[parent.entries[str(self.keys[-1])][0].end : node.start])

    def _cut_from_flow(self, parent: Sequence | Mapping, node: Node, starts: list[int], rank: int) -> str:
        text = self.text
        if rank == 0:
            first, last = starts[0], starts[1]
        else:
            first, last = _content_end(text, _nth(parent, rank - 1)), _content_end(text, node)
        comments = [*_COMMENT.findall(text[first : starts[rank]]), *self._on_key(), *_comments(text, node)]
        if rank == 0:
            comments += _COMMENT.findall(text[_content_end(text, node) : last])
        notes = "".join(f" {comment}{self.eol}{' ' * (parent.column - 1)}" for comment in comments)
        return text[:first] + notes + text[last:]


def _less(parent: Sequence | Mapping, key: Key) -> Value:
    whole = plain(parent)
    if isinstance(whole, dict):
        return {name: item for name, item in whole.items() if name != key}
    assert isinstance(whole, list)  # noqa: S101 - plain() of a Sequence
    return [item for rank, item in enumerate(whole) if rank != key]


def _child(node: Node, key: Key) -> Node | None:
    if isinstance(node, Mapping) and isinstance(key, str):
        entry_found = node.entries.get(key)
        return entry_found[1] if entry_found is not None else None
    if isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
        return node.items[key]
    return None


def _nth(node: Sequence | Mapping, rank: int) -> Node:
    return node.items[rank] if isinstance(node, Sequence) else list(node.entries.values())[rank][1]


def _last(node: Sequence | Mapping) -> Node | None:
    size = len(node.items) if isinstance(node, Sequence) else len(node.entries)
    return _nth(node, size - 1) if size else None


def _starts(node: Sequence | Mapping) -> list[int]:
    if isinstance(node, Sequence):
        return [item.start for item in node.items]
    return [key.start for key, _ in node.entries.values()]


def _content_end(text: str, node: Node) -> int:
    """Where a value's own text ends, without the blank lines and comments behind it."""
    if isinstance(node, Scalar):
        if node.style in {"|", ">"}:
            written = text[node.start : node.end]
            keep = "+" in written.split("\n", 1)[0].split("#")[0]
            return node.start + len(written.removesuffix("\n").removesuffix("\r") if keep else written.rstrip())
        return node.end
    last = _last(node)
    if node.flow or last is None:
        return node.end
    return _content_end(text, last)


def _comments(text: str, node: Node) -> Iterator[str]:
    """The comments inside a value."""
    at = node.start
    for leaf in _leaves(node):
        yield from _COMMENT.findall(text[at : leaf.start])
        if leaf.style in {"|", ">"}:
            yield from _HEADER_COMMENT.findall(text[leaf.start : _line_end(text, leaf.start)])
        at = max(at, leaf.end)
    end = _content_end(text, node)
    if at < end:
        yield from _COMMENT.findall(text[at:end])


def _leaves(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _leaves(item)
    else:
        for key, value in node.entries.values():
            yield key
            yield from _leaves(value)


def _colon(text: str, key: Scalar) -> int:
    """The offset after the colon of a key."""
    found = re.compile(r"[ \t]*:").match(text, key.end)
    if found is None:
        raise CannotEdit(key.text)
    return found.end()


def _spaced(text: str, start: int, written: str) -> str:
    return written if start == 0 or text[start - 1] in " \t\r\n[{" or written[:1] == ":" else " " + written


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found is not None else len(text)


def _eol(text: str) -> str:
    found = _LINE_END.search(text)
    return (found.group() if found is not None else "") or "\n"
