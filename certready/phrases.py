"""Interface sentences of the engine in both languages. Each layer keeps its own beside it; these are shared."""

from __future__ import annotations

import re

from certready.model import Criticality, Level, Text

YES = Text(es="sí", en="yes")
NO = Text(es="no", en="no")

FACT_REQUIRED = Text(
    es="Sólo obliga si a «{fact}» se responde: {values}",
    en="Binds only if the answer to “{fact}” is: {values}",
)
FACT_EXCLUDES = Text(
    es="No obliga porque a «{fact}» se respondió: {values}",
    en="Does not bind because the answer to “{fact}” is: {values}",
)
NOT_IN_FORCE_YET = Text(es="Entra en vigor el {day}", en="Comes into force on {day}")
NOT_IN_FORCE_ANY_MORE = Text(es="Dejó de estar en vigor después del {day}", en="Ceased to be in force after {day}")

LEVELS = {
    Level.ABSENT: Text(es="No se hace", en="Not done"),
    Level.INFORMAL: Text(es="Se hace por costumbre, sin documento", en="Done by habit, not written"),
    Level.DOCUMENTED: Text(es="Hay documento aprobado, faltan registros", en="Approved document, records missing"),
    Level.IMPLEMENTED: Text(es="Se aplica y hay registros vigentes", en="In use, with current records"),
    Level.EFFECTIVE: Text(es="Se aplica y se comprobó que funciona", en="In use, and shown to work"),
    Level.NOT_APPLICABLE: Text(es="No aplica", en="Not applicable"),
    Level.UNKNOWN: Text(es="No sé", en="I don't know"),
}
"""The levels as a plant says them."""

LEVEL_NAMES = {
    Level.ABSENT: Text(es="ausente", en="absent"),
    Level.INFORMAL: Text(es="informal", en="informal"),
    Level.DOCUMENTED: Text(es="documentado", en="documented"),
    Level.IMPLEMENTED: Text(es="implementado", en="implemented"),
    Level.EFFECTIVE: Text(es="eficaz", en="effective"),
    Level.NOT_APPLICABLE: Text(es="no aplica", en="not applicable"),
    Level.UNKNOWN: Text(es="sin respuesta", en="unanswered"),
}

CRITICALITIES = {
    Criticality.CRITICAL: Text(es="crítico", en="critical"),
    Criticality.MAJOR: Text(es="mayor", en="major"),
    Criticality.MINOR: Text(es="menor", en="minor"),
}

_LETTERED = re.compile(r"(\d+(?:\.\d+)*)-([a-z])")
_WORDED = re.compile(r"(\d+(?:\.\d+)*)-[a-z][a-z-]+")


def numeral(number: str) -> str:
    """A section's number as its document prints it: "4.1.2-a" is "4.1.2 a)", "7.1-risk" is a part of "7.1"."""
    if found := _LETTERED.fullmatch(number):
        return f"{found[1]} {found[2]})"
    found = _WORDED.fullmatch(number)
    return found[1] if found else number
