"""Text from somebody's file made harmless for a screen: what could act is shown instead of obeyed."""

from __future__ import annotations

import re
import unicodedata

# C0 but tab and line feed, DEL, C1, bidirectional marks and overrides, line and paragraph separators, surrogates
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text in NFC with every control and bidirectional character written out, such as `\x1b`."""
    return _ACTING.sub(lambda found: _written_out(found[0]), unicodedata.normalize("NFC", text))


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - two hex digits hold a byte
