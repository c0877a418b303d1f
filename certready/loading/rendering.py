"""Values as YAML that the strict loader, and any editor, reads back as the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from certready.loading.encoding import UNWANTED, sign_name
from certready.loading.source import MAX_TEXT
from certready.model import Text

Value = str | bool | int | float | date | Sequence["Value"] | Mapping[str, "Value"]
"""What can be put into a supplier file."""

WIDTH = 100
_PLAIN = re.compile(r"[\w(¿¡«/$](?:[^\x00-\x20,\[\]{}:#\"'\\\x7f-\xa0\u2028\u2029]| (?=\S))*")
_TYPED = re.compile(r"[-+]?[\d.][\d_.,:eExXoObBa-fA-FtTzZ+-]*|true|false|yes|no|on|off|null|y|n", re.IGNORECASE)


class Unwritable(ValueError):  # noqa: N818 - it tells of a value, not of a mistake in the program
    """A value that no supplier file may hold."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


_BAD_SIGN = Text(
    es="El texto contiene un carácter de control ({name}); quítelo.",
    en="The text contains a control character ({name}); remove it.",
)
_TOO_LONG = Text(es="El texto pasa de 20,000 caracteres.", en="The text is longer than 20,000 characters.")


def as_read(value: Value) -> object:
    """What the loader's tree holds once the value is written: texts, lists and dicts."""
    if isinstance(value, Mapping):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_read(item) for item in value]
    return _words(value)


def _words(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10f}".rstrip("0")
    return value.isoformat() if isinstance(value, date) else str(value)


def scalar(value: Value) -> str:
    """One value on one line, in quotes where it needs them."""
    words = _words(value)
    return quoted(words) if isinstance(value, str) else words


def quoted(words: str) -> str:
    """A text in quotes, unless it can be nothing else without."""
    unwanted = UNWANTED.search(words)
    if unwanted is not None:
        raise Unwritable(_BAD_SIGN.format(name=sign_name(unwanted.group())))
    if len(words) > MAX_TEXT:
        raise Unwritable(_TOO_LONG)
    if _PLAIN.fullmatch(words) and not _TYPED.fullmatch(words):
        return words
    inside = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inside}"'


def key_text(key: str) -> str:
    """A key, in quotes where it needs them; `on` and numbers need none, for keys are always text."""
    return key if _PLAIN.fullmatch(key) and not UNWANTED.search(key) else quoted(key)


def flow(value: Value) -> str:
    """A value on one line: {a: 1, b: [x, y]}."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def inline(value: Value, room: int) -> str | None:
    """The value as it stands behind a key on one line; None where lines of its own read better."""
    if isinstance(value, Mapping) and value:
        simple = all(not isinstance(item, (Mapping, list, tuple)) for item in value.values())
        written = flow(value) if simple else ""
        return written if simple and len(written) <= room else None
    if isinstance(value, (list, tuple)) and any(isinstance(item, Mapping) for item in value):
        return None
    return flow(value)


def entry(key: str, value: Value, pad: int) -> list[str]:
    """The lines of a key and its value in a block map whose keys stand at a column."""
    head = " " * pad + key_text(key) + ":"
    room = WIDTH - len(head) if pad else 0  # sections of the file always stand as blocks
    written = inline(value, room)
    if written is not None:
        return [f"{head} {written}"]
    return [head, *block(value, pad + 2)]


def block(value: Value, pad: int) -> list[str]:
    """The lines of a list or a map."""
    if isinstance(value, Mapping):
        return [line for key, item in value.items() for line in entry(key, item, pad)]
    if isinstance(value, (list, tuple)):
        return [f"{' ' * pad}- {flow(item)}" for item in value]
    return [" " * pad + scalar(value)]
