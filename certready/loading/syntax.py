"""What the YAML parser stumbled over, in words that help whoever typed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from certready.loading import faults
from certready.loading.rule import START, Spot, shown
from certready.model import Text

if TYPE_CHECKING:
    from certready.diagnostics import Diagnostic

_QUOTE_IT = Text(es="Ponga el texto entre comillas.", en="Put the text in quotes.")
_UNCLOSED = Text(
    es="Revise que cada comilla, corchete y llave que se abre también se cierre.",
    en="Check that every quote, bracket and brace that is opened is closed too.",
)
_COLON = Text(
    es="Causa usual: dos puntos dentro de un texto sin comillas, o sangría distinta. "
    'Escriba el texto entre comillas: clave: "uno: dos".',
    en="Usual cause: a colon inside a text without quotes, or uneven indentation. "
    'Write the text in quotes: key: "one: two".',
)
_INDENT = Text(
    es="Causa usual: la sangría no coincide con la de las líneas vecinas, o sobra texto tras una comilla de cierre.",
    en="Usual cause: the indentation differs from the neighbouring lines, or text follows a closing quote.",
)
_ESCAPE = Text(
    es="Dentro de comillas dobles «\\» es especial: escríbala doble o use comillas simples.",
    en="Inside double quotes “\\” is special: double it or use single quotes.",
)

_KINDS: tuple[tuple[str, Text, Text], ...] = (
    (
        "mapping values are not allowed",
        Text(es="dos puntos donde no pueden ir", en="a colon where none can be"),
        _COLON,
    ),
    (
        "could not find expected ':'",
        Text(es="faltan los dos puntos después de una clave", en="the colon after a key is missing"),
        Text(
            es="Escriba «clave: valor» en las líneas anteriores a ésta, o corrija la sangría de un texto largo.",
            en="Write “key: value” in the lines before this one, or mend the indentation of a longer text.",
        ),
    ),
    ("unexpected end of stream", Text(es="una comilla no se cierra", en="a quote is not closed"), _UNCLOSED),
    ("unexpected document indicator", Text(es="una comilla no se cierra", en="a quote is not closed"), _UNCLOSED),
    (
        "',' or ']'",
        Text(es="un corchete no se cierra o falta una coma", en="a bracket is not closed or a comma is missing"),
        _UNCLOSED,
    ),
    (
        "',' or '}'",
        Text(es="una llave no se cierra o falta una coma", en="a brace is not closed or a comma is missing"),
        _UNCLOSED,
    ),
    ("expected key", Text(es="sangría o texto inesperado", en="unexpected indentation or text"), _INDENT),
    ("expected <block end>", Text(es="sangría o texto inesperado", en="unexpected indentation or text"), _INDENT),
    ("'-' indicator", Text(es="falta «-» en una lista", en="“-” is missing in a list"), _INDENT),
    (
        "sequence entries are not allowed",
        Text(es="«- » donde no puede ir", en="“- ” where none can be"),
        Text(es="Ponga la lista en la línea siguiente a la clave.", en="Put the list on the line after the key."),
    ),
    (
        "cannot start any token",
        Text(es="un texto comienza con un signo reservado", en="a text begins with a reserved sign"),
        _QUOTE_IT,
    ),
    (
        "alphabetic or numeric",
        Text(es="un texto comienza con «*» o «&»", en="a text begins with “*” or “&”"),
        _QUOTE_IT,
    ),
    ("node content", Text(es="falta un valor", en="a value is missing"), _UNCLOSED),
    ("escape", Text(es="secuencia «\\» desconocida", en="unknown “\\” sequence"), _ESCAPE),
    ("hexdecimal", Text(es="secuencia «\\» desconocida", en="unknown “\\” sequence"), _ESCAPE),
    ("hexadecimal", Text(es="secuencia «\\» desconocida", en="unknown “\\” sequence"), _ESCAPE),
    ("tag", Text(es="un texto comienza con «!»", en="a text begins with “!”"), _QUOTE_IT),
    (
        "<document start>",
        Text(es="hay texto después del fin del documento («...»)", en="there is text after the document's end (“...”)"),
        Text(es="Quite la línea «...».", en="Remove the line “...”."),
    ),
    (
        "incompatible YAML document",
        Text(es="la línea «%YAML» pide otra versión", en="the line “%YAML” asks for another version"),
        Text(es="Quite la línea «%YAML».", en="Remove the line “%YAML”."),
    ),
    (
        "keys are not allowed",
        Text(es="«? » donde no puede ir", en="“? ” where none can be"),
        _QUOTE_IT,
    ),
    ("indentation indicator", Text(es="texto tras «|» o «>»", en="text after “|” or “>”"), _QUOTE_IT),
    ("digit or '.'", Text(es="una línea comienza con «%»", en="a line begins with “%”"), _QUOTE_IT),
    ("whitespace or line break", Text(es="una línea comienza con «%»", en="a line begins with “%”"), _QUOTE_IT),
    ("unexpected ':'", Text(es="dos puntos donde no pueden ir", en="a colon where none can be"), _COLON),
    ("directive", Text(es="una línea comienza con «%»", en="a line begins with “%”"), _QUOTE_IT),
    ("comment or line break", Text(es="texto tras «|» o «>»", en="text after “|” or “>”"), _QUOTE_IT),
    ("chomping", Text(es="texto tras «|» o «>»", en="text after “|” or “>”"), _QUOTE_IT),
)
"""Part of the parser's sentence (libyaml's or PyYAML's own), what it means, what helps."""


def syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """The parser's complaint with its place; where a tab is to blame, that."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    begun = getattr(error, "context_mark", None)
    if mark is None:
        return faults.SYNTAX.at(file, START, problem=shown(problem))
    tab = _tab_before(text, mark.line, begun.line if begun is not None else mark.line)
    if tab is not None:
        return faults.TAB.at(file, tab)
    place = Spot(mark.line + 1, mark.column + 1)
    for part, meaning, hint in _KINDS:
        if part in problem:
            if hint is _UNCLOSED and begun is not None:
                place = Spot(begun.line + 1, begun.column + 1)
            return faults.SYNTAX.at(file, place, hint=hint, problem=meaning)
    return faults.SYNTAX.at(file, place, problem=shown(problem))


def _tab_before(text: str, line: int, since: int) -> Spot | None:
    """The nearest line at or before the problem that is indented with a tab."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number in range(min(line, len(lines) - 1), max(since, line - 3) - 1, -1):
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if "\t" in indent and lines[number].strip():
            return Spot(number + 1, indent.index("\t") + 1)
    return None
