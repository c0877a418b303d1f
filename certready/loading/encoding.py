"""Bytes to text: UTF-8, or UTF-16 with its mark; anything else is named, never guessed silently."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from certready.diagnostics import Diagnostic
from certready.loading import faults
from certready.loading.rule import START, Spot

MAX_BYTES = 5_000_000
_MOST_SIGNS = 100

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What no text may hold: controls but tab and line feed, direction signs, line separators, half characters."""

SEEN = re.compile(
    "[^\\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\uffa0]"
)
"""A sign that a reader sees: a text without one says nothing."""

_UNWANTED_RAW = re.compile(UNWANTED.pattern.replace("\x0d", ""))
"""The same in a file as it lies on disk, where a carriage return ends a line."""

_BREAK = re.compile("\r\n|\r|\n")
_LINE_SIGNS = {"\x85", "\u2028", "\u2029"}
_SHORT_NAMES = {"\x00": "NUL", "\x1b": "ESC", "\x85": "NEXT LINE", "\x7f": "DEL", "\x08": "BACKSPACE", "\x0d": "CR"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and what is needed to write it back as it was."""

    text: str
    encoding: str  # utf-8, utf-16-le, utf-16-be
    mark: bytes  # the byte order mark it began with, if any


def decode(data: bytes, file: str) -> tuple[Decoded | None, list[Diagnostic]]:
    """The text, or where and why it is none."""
    encoding, mark = _by_mark(data)
    if encoding is None:
        return None, [faults.NOT_UTF8.at(file, START, likely="UTF-32")]
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place(body[: error.start].decode(encoding, "replace"))
        return None, [faults.NOT_UTF8.at(file, place, likely=_likely(body))]
    if not mark and text[:2].count("\x00") == 1:
        return None, [faults.NOT_UTF8.at(file, START, likely="UTF-16")]
    found = _unwanted(text, file)
    return (None, found) if found else (Decoded(text, encoding, mark), [])


def sign_name(sign: str) -> str:
    """A character's number and name, for a reader who cannot see it."""
    name = _SHORT_NAMES.get(sign) or unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".rstrip()


def _by_mark(data: bytes) -> tuple[str | None, bytes]:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8", codecs.BOM_UTF8
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return None, b""
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le", codecs.BOM_UTF16_LE
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be", codecs.BOM_UTF16_BE
    return "utf-8", b""


_SPANISH = {
    "Windows-1252": b"\xe1\xe9\xed\xf3\xfa\xf1\xd1\xc1\xc9\xcd\xd3\xda\xfc\xbf\xa1\xb0",
    "CP850 (MS-DOS)": b"\xa0\x82\xa1\xa2\xa3\xa4\xa5\xb5\x90\xd6\xe0\xe9\x81\xa8\xad\xf8",
    "Mac Roman": b"\x87\x8e\x92\x97\x9c\x96\x84\xe7\x83\xea\xee\xf2\x9f\xc0\xc1\xa1",
}
"""The bytes of á é í ó ú ñ Ñ Á É Í Ó Ú ü ¿ ¡ ° in what Spanish Windows and Mac programs write."""


def _likely(body: bytes) -> str:
    if body.count(0) * 4 > len(body):
        return "UTF-16"
    foreign = body[:100_000].translate(None, bytes(range(128)))
    return max(_SPANISH, key=lambda name: sum(byte in _SPANISH[name] for byte in foreign))


def _unwanted(text: str, file: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    line, begin = 1, 0  # of the line that the sign stands on
    searched = 0
    for match in _UNWANTED_RAW.finditer(text):
        sign, start = match.group(), match.start()
        for end in _BREAK.finditer(text, searched, start):
            line, begin = line + 1, end.end()
        searched = start
        place = Spot(line, start - begin + 1)
        rule = faults.LINE_SIGN if sign in _LINE_SIGNS else faults.CONTROL
        found.append(rule.at(file, place, name=sign_name(sign)))
        if len(found) == _MOST_SIGNS:
            found.append(faults.TOO_MANY_FAULTS.at(file, place, count=_MOST_SIGNS))
            break
    return found


def _place(before: str) -> Spot:
    """The place after that text, counted as an editor does."""
    lines = _BREAK.split(before)
    return Spot(len(lines), len(lines[-1]) + 1)
