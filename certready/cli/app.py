"""The typer app: every command with its help, in the language of this run."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.core import Command, Context, Parameter  # the copy inside typer, pinned below 0.29
from typer.core import TyperCommand, TyperGroup

from certready import __version__
from certready.cli import ANYWHERE
from certready.cli.language import both, chosen, one
from certready.cli.screen import give
from certready.model import Language

COMMANDS = {
    "assess": both(
        es="Entrevista a la planta: pregunta lo que preguntaría un auditor, guarda cada respuesta y la califica.",
        en="Interview the plant: asks what an auditor would ask, saves every answer and scores them.",
    ),
    "score": both(
        es="La calificación en pantalla: declarada y respaldada, brechas y lo que concluiría un inspector.",
        en="The score on screen: declared and backed, gaps, and what an inspector would conclude.",
    ),
    "explain": both(
        es="Por qué un requisito obliga, de dónde sale su respuesta y qué le hace a la calificación.",
        en="Why a requirement binds, where its answer comes from and what it does to the score.",
    ),
    "plan": both(
        es="El plan: paquetes de trabajo con fechas, gente y costo; qué conviene primero y qué pasaría si.",
        en="The plan: work packages with dates, people and cost; what to do first, and what if.",
    ),
    "compare": both(
        es="Lo que se movió entre dos archivos de la misma planta: brechas, puntaje, plan; si hubo retroceso.",
        en="What moved between two files of one plant: gaps, score, plan; whether anything got worse.",
    ),
    "evidence": both(
        es="Los documentos que deben estar en la sala el día de la auditoría, por responsable; lo que falta o venció.",
        en="The documents to have in the room on audit day, by owner; what is missing or has expired.",
    ),
    "report": both(
        es="El informe: PDF para el dueño y el inspector, o JSON para otros programas.",
        en="The report: PDF for the owner and the inspector, or JSON for other programs.",
    ),
    "batch": both(
        es="Califica una carpeta de archivos de proveedor: un informe por planta y una tabla de todas.",
        en="Score a folder of supplier files: one report per plant and a table of all.",
    ),
    "schema": both(
        es="El JSON Schema de un tipo de archivo, para que el editor avise de los errores mientras se escribe.",
        en="The JSON Schema of a kind of file, so that an editor tells of mistakes while you write.",
    ),
    "checklist": both(
        es="Las listas de verificación: cuáles hay, qué piden, si están bien escritas y completas.",
        en="The checklists: which there are, what they ask, whether they are well written and complete.",
    ),
}
"""What each command does. Its code is the function NAME_command of certready.cli.NAME, imported when it runs."""

FOLDERS = "CERTREADY_CHECKLISTS"

HELP = both(
    es="Diga en una tarde qué tan lista está su planta para un certificado: preguntas, calificación, informe y plan.",
    en="Tell in an afternoon how ready your plant is for a certificate: questions, score, report and plan.",
)

HEADINGS = {
    r"^Usage: ": "Uso: ",
    r"^Options:$": "Opciones:",
    r"^Arguments:$": "Argumentos:",
    r"^Commands:$": "Comandos:",
    r"\[required\]": "[obligatorio]",
    r"\[default: ": "[por omisión: ",
    r"\[OPTIONS\]": "[OPCIONES]",
    r"\[ARGS\]": "[ARGUMENTOS]",
    r"COMMAND \[ARGUMENTOS\]": "COMANDO [ARGUMENTOS]",
    r"Show this message and exit\.": "Muestra esta ayuda y termina.",
    r"Install completion for the current shell\.": "Instala el autocompletado en esta terminal.",
    r"Show completion for the current shell, to copy it or\s+customize the installation\.": (
        "Muestra el autocompletado, para copiarlo o adaptarlo."
    ),
}
"""What typer itself says, in Spanish."""


class Bilingual:
    """Help in the language of this run, typer's own words included."""

    def get_help(self, ctx: Context) -> str:
        """The help text of a command."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        if chosen() is Language.ES:
            for english, spanish in HEADINGS.items():
                text = re.sub(english, spanish, text, flags=re.MULTILINE)
        return text


class BilingualCommand(Bilingual, TyperCommand):
    """A command."""


class BilingualGroup(Bilingual, TyperGroup):
    """A group of commands."""


def build(language: Language, words: Sequence[str]) -> Command:
    """The command line, its help in one language; of the commands, only the one that these words call is imported."""
    wanted = called(words)
    app = typer.Typer(
        cls=BilingualGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(certready)
    for name, help_text in COMMANDS.items():
        if name == wanted == "checklist":
            app.add_typer(_group(name), name=name, help=help_text)
        else:
            app.command(name, cls=BilingualCommand, help=help_text)(_function(name) if name == wanted else _named_only)
    built: Any = typer.main.get_command(app)
    _speak(built, language)
    return built  # type: ignore[no-any-return]


def called(words: Sequence[str]) -> str | None:
    """The command that a command line names: its first word that is neither an option nor the value of one."""
    waiting = iter(words)
    for word in waiting:
        if word in ANYWHERE:
            next(waiting, None)
        elif not word.startswith("-"):
            return word
    return None


def _function(name: str) -> Callable[..., None]:
    module = import_module(f"certready.cli.{name}")
    return getattr(module, f"{name}_command")  # type: ignore[no-any-return]


def _group(name: str) -> typer.Typer:
    module = import_module(f"certready.cli.{name}")
    return getattr(module, f"{name}_app")(BilingualGroup, BilingualCommand)  # type: ignore[no-any-return]


def _named_only() -> None:
    """Stand in the list of commands without being imported."""


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer's way to call back
    if value:
        give(f"certready {__version__}")
        raise typer.Exit


def certready(
    lang: Annotated[
        Language | None,
        typer.Option(
            case_sensitive=False,
            help=both(
                es="Idioma de pantallas e informes: es o en.",
                en="Language of screens and reports: es or en.",
            ),
            show_default=False,
        ),
    ] = None,
    checklists: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FOLDER",
            help=both(
                es="Carpeta con listas propias, que se suman a las de certready o las sustituyen. Se puede repetir.",
                en="Folder of your own checklists, added to certready's or replacing them. May be repeated.",
            ),
            show_default=False,
        ),
    ] = None,
    version: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help=both(es="Muestra la versión y termina.", en="Show the version and exit."),
        ),
    ] = False,
) -> None:
    """Take the options that stand before any command."""
    del lang, version  # settled before typer gets here
    if checklists:
        os.environ[FOLDERS] = os.pathsep.join(checklists)


def _speak(command: Any, language: Language) -> None:
    """Leave one language in every help text of a command and those below it."""
    for name in ("help", "short_help", "epilog"):
        text = getattr(command, name, None)
        if text:
            setattr(command, name, one(text, language))
    for parameter in command.params:
        _speak_parameter(parameter, language)
    for below in getattr(command, "commands", {}).values():
        _speak(below, language)


def _speak_parameter(parameter: Parameter, language: Language) -> None:
    text = getattr(parameter, "help", None)
    if text:
        parameter.help = one(text, language)  # type: ignore[attr-defined]
