"""Strict YAML: bytes to a tree of nodes that know their place, or faults with a cure.

Text stays as written: `no`, `4.10` and dates are never turned into something else. The loop stands directly on
PyYAML's events, so that what is refused (aliases, depth, repeated keys) is refused before it can do harm.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from certready.diagnostics import Diagnostic
from certready.loading import faults
from certready.loading.encoding import MAX_BYTES, UNWANTED, decode, sign_name
from certready.loading.rule import START, Rule, Spot, shown
from certready.loading.syntax import syntax_fault

if TYPE_CHECKING:
    from yaml.error import Mark

MAX_DEPTH = 32
MAX_TEXT = 20_000
MAX_VALUES = 300_000
"""More than any honest file of 5 MB holds; bounds time and memory."""
MAX_FAULTS = 1_000
_ODD_KEYS = frozenset({"", "<<"})
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

_Event = Any  # PyYAML's events have no types of their own attributes
_GetEvent = Callable[[], _Event]


def _event_source() -> Callable[[str], Any]:
    try:
        from yaml._yaml import CParser  # not every PyYAML has it
    except ImportError:  # libyaml is missing: the same events, 20 times slower
        return yaml.BaseLoader
    return CParser


_parser = _event_source()


class _Placed:
    """Something with a place in the file: from its first mark to its last."""

    __slots__ = ("first", "last")

    first: Mark
    last: Mark

    @property
    def line(self) -> int:
        """Line, from 1."""
        return self.first.line + 1

    @property
    def column(self) -> int:
        """Column, from 1."""
        return self.first.column + 1

    @property
    def start(self) -> int:
        """Offset of its first character in the decoded text."""
        return self.first.index

    @property
    def end(self) -> int:
        """Offset after its last character; in block style that of whatever comes next."""
        return self.last.index


class Scalar(_Placed):
    """A text as written, without its quotes."""

    __slots__ = ("style", "text")

    def __init__(self, text: str, style: str, first: Mark, last: Mark) -> None:
        self.text = text
        self.style = style  # "" plain, ' " quoted, | > block
        self.first = first
        self.last = last

    @property
    def quoted(self) -> bool:
        """Whether it certainly means a text: in quotes or a block."""
        return bool(self.style)

    @property
    def is_null(self) -> bool:
        """Whether it stands for nothing: empty or a plain ~ or null."""
        return not self.style and self.text in NULLS


class Sequence(_Placed):
    """A list of nodes."""

    __slots__ = ("flow", "items")

    def __init__(self, first: Mark, *, flow: bool) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.first = first
        self.last = first


class Mapping(_Placed):
    """Keys and values in the order of the file; of a repeated key the first."""

    __slots__ = ("entries", "flow")

    def __init__(self, first: Mark, *, flow: bool) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.flow = flow
        self.first = first
        self.last = first


Node = Scalar | Sequence | Mapping


class _Refused(Exception):  # noqa: N818 - it is no error, it stops the reading
    """The rest of the file is not worth reading."""


def parse(data: bytes, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The file's tree and all faults of its form; no tree where it cannot be read to the end."""
    if len(data) > MAX_BYTES:
        return None, [faults.TOO_LARGE.at(file, START)]
    decoded, found = decode(data, file)
    if decoded is None:
        return None, found
    return parse_text(decoded.text, file)


def parse_text(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """As `parse`, of text that was decoded already and holds no unwanted characters."""
    builder = _Builder(file)
    root: Node | None
    try:
        parser = _parser(text)
        root = builder.build(parser.get_event, escapes="\\" in text)
    except _Refused:
        root = None
    except yaml.YAMLError as error:
        root = None
        builder.found.append(syntax_fault(error, text, file))
    except (ValueError, OverflowError):  # the pure parser, on an escape beyond Unicode
        root = None
        builder.found.append(faults.SYNTAX.at(file, START, problem="\\U"))
    return root, builder.found


class _Builder:
    """Puts events together to a tree and notes what is refused."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.documents = 0

    def build(self, get_event: _GetEvent, *, escapes: bool) -> Node | None:  # noqa: C901, PLR0912, PLR0915 - for speed
        """The tree of the first document; None when there is nothing in it."""
        root: Node | None = None
        holder: Sequence | Mapping | None = None
        key: Scalar | None = None
        stack: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
        count = 0
        while True:
            event = get_event()
            kind = type(event)
            node: Node
            if kind is ScalarEvent:
                count += 1
                node = Scalar(event.value, event.style or "", event.start_mark, event.end_mark)
                if event.anchor is not None or event.tag is not None:
                    self._adorned(event)
                if len(node.text) > MAX_TEXT or (escapes and node.style == '"'):
                    self._inspect(node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                count += 1
                node = self._opened(event, depth=len(stack), as_key=key is None and type(holder) is Mapping)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                assert holder is not None  # noqa: S101 - the parser closes only what it opened
                holder.last = event.end_mark
                holder, key = stack.pop()
                continue
            elif kind is AliasEvent:
                self._note(faults.ALIAS, event, name=shown(event.anchor))
                node = Scalar("", "'", event.start_mark, event.end_mark)
            elif kind is StreamEndEvent:
                return self._checked(root)
            else:
                self._framed(kind, event)
                continue
            if count > MAX_VALUES:
                self._note(faults.TOO_MANY_VALUES, event, count=f"{MAX_VALUES:,}")
                raise _Refused
            # put the node where it belongs
            if type(holder) is Mapping:
                if key is None:
                    key = node  # type: ignore[assignment]  # _opened refuses any other key
                    continue
                name = key.text
                if name in holder.entries or name in _ODD_KEYS:
                    self._enter(holder, key, node)
                else:
                    holder.entries[name] = (key, node)
                key = None
            elif holder is not None:
                holder.items.append(node)  # type: ignore[union-attr]  # a Sequence
            elif root is None:
                root = node
            if type(node) is not Scalar:
                stack.append((holder, key))
                holder = node  # type: ignore[assignment]
                key = None

    def _opened(self, event: _Event, *, depth: int, as_key: bool) -> Sequence | Mapping:
        if event.anchor is not None or event.tag is not None:
            self._adorned(event)
        if as_key:
            self._note(faults.COMPLEX_KEY, event)
            raise _Refused
        if depth >= MAX_DEPTH:
            self._note(faults.TOO_DEEP, event)
            raise _Refused
        made = Mapping if type(event) is MappingStartEvent else Sequence
        return made(event.start_mark, flow=bool(event.flow_style))

    def _enter(self, holder: Mapping, key: Scalar, node: Node) -> None:
        name = key.text
        if name in holder.entries:
            before = holder.entries[name][0]
            self._add(faults.REPEATED_KEY, key, key=shown(name), line=before.line, column=before.column)
            return
        if name == "<<" and not key.style:
            self._add(faults.MERGE_KEY, key)
        elif not name:
            self._add(faults.EMPTY_KEY, key)
        holder.entries[name] = (key, node)

    def _adorned(self, event: _Event) -> None:
        if event.anchor is not None:
            self._note(faults.ANCHOR, event, name=shown(event.anchor))
        if event.tag is not None:
            self._note(faults.TAG, event, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!", 1)))

    def _inspect(self, node: Scalar) -> None:
        if len(node.text) > MAX_TEXT:
            self._add(faults.TOO_LONG, node, count=f"{len(node.text):,}")
        unwanted = UNWANTED.search(node.text)
        if unwanted is not None:
            self._add(faults.ESCAPED_CONTROL, node, name=sign_name(unwanted.group()))

    def _framed(self, kind: type, event: _Event) -> None:
        if kind is not DocumentStartEvent:
            return
        self.documents += 1
        if self.documents > 1:
            self._note(faults.SECOND_DOCUMENT, event)
            raise _Refused
        if event.tags:
            self._note(faults.TAG, event, tag="%TAG")

    def _checked(self, root: Node | None) -> Node | None:
        if root is None or (type(root) is Scalar and root.is_null):
            self.found.append(faults.EMPTY_FILE.at(self.file, START))
            return None
        return root

    def _note(self, rule: Rule, event: _Event, **values: str | int) -> None:
        mark = event.start_mark
        self._add(rule, Spot(mark.line + 1, mark.column + 1), **values)

    def _add(self, rule: Rule, place: Spot | Scalar, **values: str | int) -> None:
        self.found.append(rule.at(self.file, place, hint=None, **values))
        if len(self.found) >= MAX_FAULTS:
            self.found.append(faults.TOO_MANY_FAULTS.at(self.file, place, count=f"{MAX_FAULTS:,}"))
            raise _Refused


def plain(node: Node) -> object:
    """The tree as dicts, lists and texts; nothing where the file has nothing."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}
