"""The typer app: every command with its help, in the language of this run."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer
from typer._click.core import Command, Context, Parameter  # the copy inside typer, pinned below 0.29
from typer.core import TyperCommand, TyperGroup

from certready import __version__
from certready.cli import assess, batch, evidence, explain, plan, report, schema, score, shelves
from certready.cli.checklist import checklist_app
from certready.cli.language import both, chosen, one
from certready.cli.screen import give
from certready.model import Language

COMMANDS: Mapping[str, tuple[Callable[..., None], str]] = {
    "assess": (assess.assess_command, assess.HELP),
    "score": (score.score_command, score.HELP),
    "explain": (explain.explain_command, explain.HELP),
    "plan": (plan.plan_command, plan.HELP),
    "evidence": (evidence.evidence_command, evidence.HELP),
    "report": (report.report_command, report.HELP),
    "batch": (batch.batch_command, batch.HELP),
    "schema": (schema.schema_command, schema.HELP),
}

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


def build(language: Language) -> Command:
    """The whole command line, its help in one language."""
    app = typer.Typer(
        cls=BilingualGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(certready)
    for name, (command, help_text) in COMMANDS.items():
        app.command(name, cls=BilingualCommand, help=help_text)(command)
    app.add_typer(checklist_app(BilingualGroup, BilingualCommand), name="checklist")
    built: Any = typer.main.get_command(app)
    _speak(built, language)
    return built  # type: ignore[no-any-return]


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer's way to call back
    if value:
        give(f"certready {__version__}")
        raise typer.Exit


def certready(
    lang: Annotated[
        Language | None,
        typer.Option(
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
        os.environ[shelves.VARIABLE] = os.pathsep.join(checklists)


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
