"""What `checklist check` can find in a checklist beyond its form: each rule's code, sentence and cure.

Faults stop the check; notices are told and the check goes on. Codes CR40x are faults, CR41x and CR42x notices; a code
keeps its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from certready.diagnostics import Diagnostic, Severity
from certready.model import Text

Path = tuple[str | int, ...]
"""The way to a value in a file: keys of maps, places in lists, or the id of an item of a list."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author should look at, and where in the file it stands."""

    lint: Lint
    path: Path
    message: Text
    hint: Text | None

    def at(self, file: str, line: int, column: int) -> Diagnostic:
        """The diagnostic for the place that the path leads to."""
        return Diagnostic(file, line, column, self.lint.code, self.message, self.hint, self.lint.severity)


@dataclass(frozen=True, slots=True)
class Lint:
    """One rule; the placeholders of its sentences are filled in by `found`."""

    code: str
    message: Text
    hint: Text | None = None
    severity: Severity = Severity.FAULT

    def found(self, path: Path, **values: str | int | Text) -> Finding:
        """A finding at the end of a path."""
        hint = self.hint.format(**values) if self.hint is not None else None
        return Finding(self, path, self.message.format(**values), hint)


PLACEHOLDER = Lint(
    "CR401",
    Text(es="«{word}» está por escribirse", en="“{word}” is still to be written"),
    Text(
        es="Ponga su texto en lugar de lo que está entre < y >.",
        en="Put your text in place of what stands between < and >.",
    ),
)
SAME_TEXT = Lint(
    "CR402",
    Text(es="El texto es igual en los dos idiomas: «{word}»", en="The text is the same in both languages: “{word}”"),
    Text(
        es="Tradúzcalo; si es un nombre propio o una sigla, diga en cada idioma qué es.",
        en="Translate it; if it is a name or an abbreviation, say in each language what it is.",
    ),
)
OTHER_EDITION = Lint(
    "CR403",
    Text(es="«{word}» es de una edición anterior: {instead}", en="“{word}” is of another edition: {instead}"),
    Text(
        es="Use el término vigente; si habla del pasado, dígalo en la misma frase (antes, anterior, reemplaza).",
        en="Use the current term; if it speaks of the past, say so in the same sentence (former, replaces).",
    ),
)
OLD_WORD_IN_SOURCE = Lint(
    "CR421",
    OTHER_EDITION.message,
    Text(
        es="Si el documento citado lo dice así, diga que es un término anterior.",
        en="If the cited document says so, say that it is a former term.",
    ),
    Severity.NOTICE,
)
NEVER_HOLDS = Lint(
    "CR404",
    Text(
        es="applies_when: ninguna planta puede cumplirla; se contradice en «{fact}»",
        en="applies_when: no plant can ever meet it; it contradicts itself on “{fact}”",
    ),
    Text(
        es="Compare con el applies_when de la lista, con «not» y con el del propio dato en profile.yaml.",
        en="Compare with the checklist's applies_when, with “not”, and with the fact's own in profile.yaml.",
    ),
)
NEVER_IN_FORCE = Lint(
    "CR405",
    Text(
        es="in_force: este requisito nunca coincide con la vigencia de la lista ({period})",
        en="in_force: this requirement never meets the time in which the checklist is in force ({period})",
    ),
)
TWO_QUESTIONS = Lint(
    "CR411",
    Text(es="La pregunta parece preguntar dos cosas: «{word}»", en="The question seems to ask two things: “{word}”"),
    Text(
        es="Una pregunta, una respuesta: haga dos requisitos o deje la parte que importa.",
        en="One question, one answer: make two requirements, or keep the part that matters.",
    ),
    Severity.NOTICE,
)
NO_QUESTION = Lint(
    "CR412",
    Text(es="La pregunta no pregunta: «{word}»", en="The question does not ask: “{word}”"),
    Text(es="Escríbala entre ¿ y ?, dirigida a la planta.", en="End it with a question mark, and address the plant."),
    Severity.NOTICE,
)
NARROW_FACT = Lint(
    "CR413",
    Text(
        es="applies_when usa «{fact}» sin «{broad}» ({count}): sin respuesta obliga a plantas a las que no se pregunta",
        en="applies_when uses “{fact}” without “{broad}” ({count}): unanswered, it binds plants that are never asked",
    ),
    Text(
        es="«{fact}» sólo se pregunta cuando {condition}: agregue «{broad}» a la condición de {where}.",
        en="“{fact}” is only asked when {condition}: add “{broad}” to the condition of {where}.",
    ),
    Severity.NOTICE,
)
ENDED = Lint(
    "CR414",
    Text(es="«{word}» dejó de estar en vigor después del {day}", en="“{word}” ceased to be in force after {day}"),
    Text(es="{successor}", en="{successor}"),
    Severity.NOTICE,
)
NOT_BEGUN = Lint(
    "CR415",
    Text(es="«{word}» entra en vigor el {day}", en="“{word}” comes into force on {day}"),
    severity=Severity.NOTICE,
)
CITE_TWICE = Lint(
    "CR416",
    Text(
        es="cites: «{requirement}» ya se cita con «{word}»; aquí no agrega nada",
        en="cites: “{requirement}” is cited under “{word}” already; here it adds nothing",
    ),
    severity=Severity.NOTICE,
)
NUMBER_UNSURE = Lint(
    "CR417",
    Text(
        es="id: parecen numerales, pero lo que citan sólo se conoce por capítulo o en general: {word}",
        en="id: these look like clause numbers, but what they cite is known by chapter or in general only: {word}",
    ),
    Text(
        es="Un identificador no cambia nunca: use una palabra en inglés (complaints) hasta leer el texto oficial.",
        en="An id never changes: use an English slug (complaints) until the official text has been read.",
    ),
    Severity.NOTICE,
)
MANY_CRITICAL = Lint(
    "CR418",
    Text(
        es="{share} % de los requisitos son críticos ({count} de {all}); arriba de {most} % «crítico» ya no distingue",
        en="{share} % of the requirements are critical ({count} of {all}); above {most} % “critical” tells nothing",
    ),
    Text(
        es="Crítico es lo que por sí solo detiene el certificado o puede dañar a un paciente.",
        en="Critical is what by itself stops the certificate or can hurt a patient.",
    ),
    Severity.NOTICE,
)
FEE_OF_NO_TARGET = Lint(
    "CR419",
    Text(
        es="targets: no hay lista «{word}»; la cifra no se muestra con ella",
        en="targets: there is no checklist “{word}”; the figure is not shown with it",
    ),
    severity=Severity.NOTICE,
)
APPLICATION_OF_NOTHING = Lint(
    "CR422",
    Text(
        es="application: no hay «{word}» en {where}; el plan no dirá cuándo se espera el certificado",
        en="application: there is no “{word}” in {where}; the plan will not say when the certificate is expected",
    ),
    severity=Severity.NOTICE,
)
FEES_ENDED = Lint(
    "CR420",
    Text(
        es="{count} cuotas de {authority} ya no rigen el {day} y no hay otra en su lugar; la primera es «{word}»",
        en="{count} fees of {authority} have ended by {day} with none in their place; the first is “{word}”",
    ),
    Text(
        es="Agregue las cuotas del año con su fuente; las anteriores pueden quedarse.",
        en="Add the fees of the year with their source; the former ones may stay.",
    ),
    Severity.NOTICE,
)
REPLACED_BY = Text(es="La reemplaza: {word}.", en="It is replaced by: {word}.")
LOOK_FOR_SUCCESSOR = Text(
    es="Busque la edición que la reemplaza y revise la lista contra ella.",
    en="Find the edition that replaces it and check the checklist against that.",
)
