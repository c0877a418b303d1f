"""certready assess [FILE]: the interview, a new file or where it stopped; ends with score, gaps and report."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from certready.cli import language as speech
from certready.cli.exits import Exit, FilesHaveFaults, Told
from certready.cli.language import both, chosen
from certready.cli.shelves import shelf
from certready.interview import wording, wording_end
from certready.interview.asking import Asker, Choice, Line, Manner, Menu, Paragraph, refuse_empty
from certready.interview.who import ask_name, file_stem
from certready.loading.files import reason
from certready.model import Language, Text
from certready.questionnaire import Only, Wish, chapters

if TYPE_CHECKING:
    from certready.interview.notebook import Notebook
    from certready.interview.session import Session

SUFFIXES = (".yaml", ".yml")
NOTICES_SHOWN = 3


def assess_command(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help=both(
                es="Archivo del proveedor, nuevo o empezado; sin él se propone un nombre.",
                en="Supplier file, new or begun; without it a name is proposed.",
            ),
            show_default=False,
        ),
    ] = None,
    quick: Annotated[  # noqa: FBT002 - typer's way to write a flag
        bool,
        typer.Option(
            "--quick",
            help=both(
                es="Primero lo crítico: 35 preguntas o menos, unos 20 minutos.",
                en="The critical first: 35 questions or fewer, some 20 minutes.",
            ),
        ),
    ] = False,
    target: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help=both(
                es="Sólo este certificado; se puede repetir. En un archivo nuevo, los elige.",
                en="This certificate only; may be repeated. In a new file it chooses them.",
            ),
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        Only | None,
        typer.Option(
            help=both(
                es="Sólo las brechas (gaps), lo que no se sabe (unknown), lo nunca contestado (new) o la evidencia por"
                " nombrar (evidence).",
                en="Only gaps, what is unknown, what is new: never answered, or evidence still to be named.",
            ),
            show_default=False,
        ),
    ] = None,
    chapter: Annotated[
        str | None,
        typer.Option(
            metavar="CHAPTER",
            help=both(
                es="Sólo este capítulo: 7, iso-13485/7, una lista o parte de su título.",
                en="This chapter only: 7, iso-13485/7, a checklist or part of its title.",
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Interview a supplier, or take up where it stopped."""
    require_terminal()
    wish = Wish(quick=quick, only=only, chapter=chapter, targets=tuple(target or ()))
    sitting = Sitting(file, wish, date.today())  # noqa: DTZ011 - the plant's own calendar day is meant
    try:
        sitting.hold()
    except (KeyboardInterrupt, EOFError):
        raise Told(sitting.farewell(), Exit.INTERRUPTED) from None


def require_terminal() -> None:
    """Without a keyboard and a screen nothing is asked: an answer read from a pipe may be nobody's."""
    for stream in (sys.stdin, sys.stdout):
        if stream is None or stream.closed or not stream.isatty():
            raise Told(wording.NO_TERMINAL, Exit.USAGE)


@dataclass
class Sitting:
    """One run of the interview, with what must be said when it is cut short."""

    file: Path | None
    wish: Wish
    today: date
    notebook: Notebook | None = None
    session: Session | None = None

    def hold(self) -> None:
        """Open or begin the file, ask, and tell what it comes to."""
        from certready.interview.notebook import Faulty
        from certready.interview.session import Ending, Session, Unknown
        from certready.loading.writing import ChangedOnDisk

        known = shelf().ids()
        for target in self.wish.targets:
            if target not in known:
                raise Told(wording.NO_SUCH_CHECKLIST.format(target=target, known=", ".join(known)))
        try:
            asker, notebook = self._open()
            self.session = Session(asker, notebook, self.wish)
            ending = self.session.run()
            if ending is Ending.NOTHING_BINDS:
                return
            self._conclude(asker, notebook, at_the_end=ending is Ending.DONE)
        except Faulty as faulty:
            raise FilesHaveFaults(faulty.diagnostics) from None
        except (Unknown, ChangedOnDisk) as news:
            raise Told(news.message, Exit.USAGE) from None

    def farewell(self) -> Text:
        """What to say when the person leaves in the middle."""
        if self.notebook is None:
            return wording.LEFT_BEFORE_FILE
        return wording.LEFT_EARLY.format(file=self.notebook.path, command=self._command(*self._options()))

    def _command(self, *options: str) -> str:
        file = shlex.quote(str(self.notebook.path if self.notebook else self.file))
        return " ".join(("certready assess", file, *options))

    def _options(self) -> list[str]:
        """How the same part of the questions is asked for again."""
        wish = self.session.wish if self.session else self.wish
        found = ["--quick"] if wish.quick else []
        for target in wish.targets:
            found += ["--target", target]
        if wish.only is not None:
            found += ["--only", wish.only.value]
        return found + (["--chapter", shlex.quote(wish.chapter)] if wish.chapter is not None else [])

    def _open(self) -> tuple[Asker, Notebook]:
        """The file that is there, or a new one."""
        if self.file is not None and self.file.exists():
            return self._resume(self.file)
        asker = choose_language()
        asker.show(Paragraph(wording.WELCOME))
        if self.file is not None:
            require_writable(self.file)
        name = ask_name(asker)
        path = self.file or choose_path(asker, name)
        if path.exists():
            return self._resume(path)
        from certready.interview.notebook import Notebook

        self.notebook = Notebook.begin(path, shelf(), self.today, name=name, language=asker.language)
        asker.show(Paragraph(wording.SAVED_IN.format(file=path)))
        self._tell_of_changes(asker, self.notebook)
        return asker, self.notebook

    def _resume(self, path: Path) -> tuple[Asker, Notebook]:
        from certready.interview.notebook import Notebook

        require_writable(path.resolve())
        notebook = Notebook(path, shelf(), self.today)
        spoken = notebook.supplier.language
        if speech.VARIABLE not in os.environ and spoken is not None:
            os.environ[speech.VARIABLE] = spoken.value
        asker = asker_for(chosen())
        asker.show(Paragraph(wording.WELCOME_BACK.format(name=notebook.supplier.name), Manner.HEADING))
        asker.show(Paragraph(wording.ANSWERED_SO_FAR.format(file=path, n=len(notebook.supplier.answers))))
        tell_notices(asker, notebook)
        self.notebook = notebook
        self._tell_of_changes(asker, notebook)
        return asker, notebook

    @staticmethod
    def _tell_of_changes(asker: Asker, notebook: Notebook) -> None:
        text = wording.CHANGED_ON_DISK.format(file=notebook.path.name)
        notebook.changed = lambda: asker.show(Paragraph(text, Manner.WARNING))

    def _conclude(self, asker: Asker, notebook: Notebook, *, at_the_end: bool) -> None:
        from certready.assessment import assess
        from certready.interview.presenting import NOTHING
        from certready.interview.result import gap_paragraphs, left_open, score_paragraphs

        assessment = assess(notebook.library, notebook.supplier, on=notebook.on)
        asker.show(*score_paragraphs(assessment, wording_end.SCORE_END if at_the_end else wording_end.SCORE_SO_FAR))
        unasked, unknown = left_open(assessment)
        if not at_the_end:
            if unknown:
                command = self._command("--only", "unknown")
                asker.show(Paragraph(NOTHING), Paragraph(wording_end.LEFT_UNKNOWN.format(n=unknown, command=command)))
            asker.show(Paragraph(wording_end.ALL_SAVED.format(file=notebook.path)))
            asker.show(Paragraph(wording_end.TO_GO_ON.format(command=self._command(*self._options()))))
            return
        asker.show(*gap_paragraphs(assessment))
        unbacked = len(notebook.unbacked())
        asker.show(Paragraph(NOTHING))
        if unasked:
            asker.show(Paragraph(wording_end.LEFT_UNASKED.format(n=unasked, command=self._command())))
        if unknown:
            command = self._command("--only", "unknown")
            asker.show(Paragraph(wording_end.LEFT_UNKNOWN.format(n=unknown, command=command)))
        if unbacked:
            command = self._command("--only", "evidence")
            asker.show(Paragraph(wording_end.LEFT_UNBACKED.format(n=unbacked, command=command)))
        if not unasked and not unknown:
            review = self._command("--chapter", next(iter(chapters(notebook.questions())), ""))
            asker.show(Paragraph(wording.HOW_TO_REVIEW.format(command=review)))
        asker.show(Paragraph(wording_end.WHAT_NEXT.format(file=shlex.quote(str(notebook.path)))))
        asker.show(Paragraph(wording_end.ALL_SAVED.format(file=notebook.path)))
        write_pdf(asker, notebook.path)


def tell_notices(asker: Asker, notebook: Notebook) -> None:
    """What is odd about the file, wrapped; the first few, so that the question stays in sight."""
    told = notebook.notices[:NOTICES_SHOWN]
    for row in told:
        text = Text(es=row.render(Language.ES), en=row.render(Language.EN))
        asker.show(Paragraph(text, Manner.ASIDE))
    if len(notebook.notices) > len(told):
        more = wording.AND_NOTICES.format(n=len(notebook.notices) - len(told), file=notebook.path)
        asker.show(Paragraph(more, Manner.ASIDE))


def asker_for(language: Language) -> Asker:
    """The screen that this terminal is good for."""
    from certready.interview.plain import LineByLine, must_be_plain

    if must_be_plain():
        return LineByLine(language)
    from certready.interview.prompts import Terminal

    return Terminal(language)


def choose_language() -> Asker:
    """The language named for this run, or the one chosen now."""
    asker = asker_for(chosen())
    if speech.VARIABLE in os.environ:
        return asker
    picked = asker.choose(Menu(wording.LANGUAGE, wording.LANGUAGES, chosen().value))
    os.environ[speech.VARIABLE] = picked
    return asker_for(Language(picked))


def choose_path(asker: Asker, name: str) -> Path:
    """A file in the current folder, named after the company; one that exists is taken up only if that is wanted."""
    proposal = f"{file_stem(name)}.yaml"
    while True:
        written = asker.write(Line(wording.FILE_NAME, proposal, refuse_empty(wording.FILE_NEEDS_NAME)))
        path = Path(written if written.endswith(SUFFIXES) else f"{written}.yaml")
        if not path.exists():
            require_writable(path)
            return path
        asker.show(Paragraph(wording.FILE_EXISTS.format(file=path), Manner.WARNING))
        rows = [Choice("go-on", wording.FILE_GO_ON, "1"), Choice("other", wording.FILE_OTHER_NAME, "2")]
        if asker.choose(Menu(wording.FILE_EXISTS_QUESTION, rows)) == "go-on":
            return path
        proposal = f"{path.stem}-2.yaml"


def require_writable(path: Path) -> None:
    """A folder that takes no file is told before the first question, not after the last."""
    folder = path.parent
    if not folder.is_dir():
        detail = Text(es="no existe la carpeta", en="there is no such folder")
    elif not os.access(folder, os.W_OK):
        detail = Text(es="no hay permiso", en="no permission")
    else:
        return
    raise Told(wording.NOT_WRITABLE.format(file=path, detail=detail), Exit.USAGE)


def write_pdf(asker: Asker, file: Path) -> None:
    """The report beside the supplier file; if it cannot be written, the answers are safe all the same."""
    try:
        from certready.cli.report import write_report
    except ImportError:
        return
    out = file.with_suffix(".pdf")
    asker.show(Paragraph(wording_end.REPORT_BEGUN.format(file=out)))
    try:
        write_report(file, out)
    except OSError as error:
        command = f"certready report {shlex.quote(str(file))} -o {shlex.quote(str(out))}"
        failed = wording_end.REPORT_FAILED.format(file=out, detail=reason(error), command=command)
        asker.show(Paragraph(failed, Manner.WARNING))
