"""The one boundary where what went wrong becomes a message in the user's language and an exit code."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Sequence

from typer import Abort
from typer._click.exceptions import (  # the copy inside typer, pinned below 0.29
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from certready import __version__
from certready.cli import REPORT_BUGS
from certready.cli.app import build
from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.language import chosen
from certready.cli.screen import say, silence, tell
from certready.diagnostics import CannotPlan
from certready.model import Text

BUG = Text(
    es="Esto es una falla de certready {version}, no de usted ni de su archivo. Sus archivos quedaron como estaban.\n"
    "Por favor repórtela en {where} con el texto que sigue.",
    en="This is a fault of certready {version}, not of you nor of your file. Your files are as they were.\n"
    "Please report it at {where} with the text that follows.",
)
TRY_HELP = Text(es="Vea la ayuda con: {command} --help", en="For help: {command} --help")
INTERRUPTED = Text(
    es="Interrumpido. Todo lo contestado está guardado.", en="Interrupted. Everything answered is saved."
)
MISSING = Text(es="Falta {name}.", en="{name} is missing.")
NO_OPTION = Text(es="No existe la opción {name}.", en="There is no option {name}.")
NO_COMMAND = Text(es="No existe el comando «{name}».", en="There is no command “{name}”.")
NO_COMMAND_GIVEN = Text(es="Falta el comando.", en="The command is missing.")
BAD_VALUE = Text(es="El valor de {name} no es válido: {detail}", en="The value of {name} is not valid: {detail}")
TOO_MANY = Text(es="Sobran palabras en la orden: {detail}", en="Too many words in the command: {detail}")
CANNOT_WRITE = Text(es="No se pudo leer o escribir «{name}»: {detail}", en="Could not read or write “{name}”: {detail}")

THE_SCREEN = Text(es="la salida", en="the output")
TYPERS_WORDS = {
    r"(.+) is not in the range (\S+)<=x<=(\S+)\.": r"\1 debe estar entre \2 y \3.",
    r"'(.*)' is not a valid (?:float|int|integer).*": r"«\1» no es un número.",
    r"'(.*)' is not one of (.+)\.": r"«\1» no es una de las opciones: \2.",
    r"Option '(.+)' requires an argument\.": r"Falta el valor de \1.",
    r"Option '(.+)' does not take a value\.": r"\1 no lleva valor.",
}
"""What typer says of a wrong value, in Spanish."""


def run(words: Sequence[str]) -> int:  # noqa: PLR0911 - one way out per way to end
    """Run a command line; every way it can end is an exit code."""
    language = chosen()
    try:
        outcome = build(language, words).main(list(words), prog_name="certready", standalone_mode=False)
        sys.stdout.flush()
    except FilesHaveFaults as faults:
        tell(*faults.diagnostics)
        say(faults.message)
        return faults.code
    except Told as told:
        say(told.message)
        return told.code
    except CannotPlan as told:
        say(told.message)
        return Exit.FAULTS
    except (Abort, KeyboardInterrupt, EOFError):
        say(INTERRUPTED)
        return Exit.INTERRUPTED
    except ClickException as error:
        say(usage(error))
        return Exit.USAGE
    except BrokenPipeError:
        raise
    except OSError as error:
        from certready.loading.files import reason

        say(CANNOT_WRITE.format(name=error.filename or THE_SCREEN, detail=reason(error)))
        silence()
        return Exit.USAGE
    except Exception:  # noqa: BLE001 - whatever is left is our bug, and says so
        say(BUG.format(version=__version__, where=REPORT_BUGS))
        traceback.print_exc(file=sys.stderr)
        return 70
    return outcome if isinstance(outcome, int) else Exit.DONE


def usage(error: ClickException) -> Text:
    """A usage error in both languages, with where to find help."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "certready"
    told = _usage(error)
    help_line = TRY_HELP.format(command=command)
    return Text(es=f"{told.es}\n{help_line.es}", en=f"{told.en}\n{help_line.en}")


def _usage(error: ClickException) -> Text:  # noqa: PLR0911 - one sentence per kind
    name = _name(error)
    detail = _in_both(error.message)
    match error:
        case MissingParameter():
            return MISSING.format(name=name)
        case NoSuchOption():
            return NO_OPTION.format(name=error.option_name)
        case BadParameter():
            return BAD_VALUE.format(name=name, detail=detail)
        case UsageError() if detail.en.startswith("No such command"):
            return NO_COMMAND.format(name=detail.en.split("'")[1] if "'" in detail.en else "")
        case UsageError() if detail.en.startswith("Missing command"):
            return NO_COMMAND_GIVEN
        case UsageError() if detail.en.startswith("Got unexpected extra"):
            return TOO_MANY.format(detail=detail.en.partition("(")[2].rpartition(")")[0].partition("(")[2] or detail)
        case _:
            return detail


def _in_both(english: str) -> Text:
    for pattern, spanish in TYPERS_WORDS.items():
        if re.fullmatch(pattern, english, re.DOTALL):
            return Text(es=re.sub(pattern, spanish, english, flags=re.DOTALL), en=english)
    return Text(es=english, en=english)


def _name(error: ClickException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "?"
    return parameter.opts[-1] if parameter.param_type_name == "option" else str(parameter.human_readable_name)
