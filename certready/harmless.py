"""Text from somebody's file made harmless: on a screen, in a spreadsheet, as the name of a file."""

from __future__ import annotations

import re
import unicodedata

# C0 but tab and line feed, DEL, C1, bidirectional marks and overrides, line and paragraph separators, surrogates
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

SLUG_BYTES = 80
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


def visible(text: str) -> str:
    r"""The text in NFC with every control and bidirectional character written out, such as `\x1b`."""
    return _ACTING.sub(lambda found: _written_out(found[0]), unicodedata.normalize("NFC", text))


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - two hex digits hold a byte


def formula_proof(text: str) -> str:
    """A text that a spreadsheet cannot take for a formula: with a leading apostrophe where it might."""
    begins = text.lstrip()[:1]
    return f"'{text}" if (begins and begins in "=+-@|%") or text[:1] in ("\t", "\r") else text


def slug(name: str) -> str:
    """A file name that is safe everywhere: [a-z0-9-], no reserved word, at most 80 bytes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:SLUG_BYTES].strip("-")
    return f"{made}-x" if made in RESERVED else made or "x"
