"""Which certificates: proposed from the profile, each with what it adds."""

from __future__ import annotations

from certready.applicability import facts_on, scope
from certready.interview import wording
from certready.interview.asking import Asker, Checks, Choice, Manner, Paragraph
from certready.interview.notebook import Notebook
from certready.interview.presenting import NOTHING, counted
from certready.model import Text
from certready.questionnaire import Offer, minutes, offers


def ask_targets(asker: Asker, notebook: Notebook) -> bool:
    """Choose the certificates; False where no checklist binds this plant."""
    rows = offered(notebook)
    asker.show(Paragraph(NOTHING), Paragraph(wording.TARGETS, Manner.HEADING))
    possible = [row for row in rows if row.binds]
    if not possible:
        asker.show(Paragraph(wording.NO_TARGETS.format(file=notebook.path.name), Manner.WARNING))
        return False
    asker.show(Paragraph(wording.TARGETS_WHY))
    others = [row.title for row in rows if not row.binds]
    if others:
        titles = Text(es="; ".join(text.es for text in others), en="; ".join(text.en for text in others))
        asker.show(Paragraph(wording.TARGETS_NOT.format(titles=titles), Manner.ASIDE))
    asker.show(Paragraph(NOTHING))
    choices = _choices(possible)
    proposed = frozenset(row.target for row in possible if row.proposed)
    notebook.put(("targets",), list(asker.mark(Checks(wording.MARK, choices, proposed))))
    return True


def offered(notebook: Notebook) -> tuple[Offer, ...]:
    """All certificates, counted with the plant's profile."""
    library = notebook.whole_library()
    profile = notebook.supplier.profile
    scopes = [scope(library, name, profile, notebook.on) for name in notebook.shelf.ids() if name in library.checklists]
    return offers(scopes, facts_on(profile, notebook.on), notebook.supplier.targets)


def _choices(rows: list[Offer]) -> list[Choice]:
    """The first one costs all its questions, the others what they add to it."""
    found = []
    for place, row in enumerate(rows):
        text = wording.TARGET_COST if place == 0 else wording.TARGET_ADDS if row.adds else wording.TARGET_FREE
        found.append(Choice(row.target, text.format(title=row.title, n=counted(row.adds), m=minutes(row.adds))))
    return found
