"""Which certificates: proposed from the profile, each with what it adds to the others that are marked."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from certready.applicability import facts_on, scope
from certready.interview import wording
from certready.interview.asking import Asker, Checks, Choice, Manner, Menu, Paragraph
from certready.interview.notebook import Notebook
from certready.interview.presenting import NOTHING, counted
from certready.model import Text
from certready.questionnaire import QUICK_QUESTIONS, Offer, added, minutes, offers, union

ADD, LEAVE = "add", "leave"


def ask_targets(asker: Asker, notebook: Notebook, *, quick: bool = False) -> bool:
    """Choose the certificates; False where no checklist binds this plant."""
    rows = offered(notebook)
    asker.show(Paragraph(NOTHING), Paragraph(wording.TARGETS, Manner.HEADING))
    possible = [row for row in rows if row.binds]
    if not possible:
        asker.show(Paragraph(wording.NO_TARGETS.format(file=notebook.path.name), Manner.WARNING))
        return False
    asker.show(Paragraph(wording.TARGETS_WHY))
    if any(not row.proposed for row in possible):
        asker.show(Paragraph(wording.TARGETS_MORE))
    others = ", ".join(row.target for row in rows if not row.binds)
    if others:
        asker.show(Paragraph(wording.TARGETS_NOT.format(ids=others), Manner.ASIDE))
    asker.show(Paragraph(NOTHING))
    proposed = frozenset(row.target for row in possible if row.proposed)

    def told(marked: AbstractSet[str]) -> tuple[Sequence[Text], Text]:
        return _labels(possible, marked), _sum(possible, marked, quick=quick)

    choices = [Choice(row.target, label) for row, label in zip(possible, _labels(possible, proposed), strict=True)]
    notebook.put(("targets",), list(asker.mark(Checks(wording.MARK, choices, proposed, told=told))))
    return True


def offered(notebook: Notebook) -> tuple[Offer, ...]:
    """All certificates, with what each asks of this plant."""
    library = notebook.whole_library()
    profile = notebook.supplier.profile
    scopes = [scope(library, name, profile, notebook.on) for name in notebook.shelf.ids() if name in library.checklists]
    return offers(scopes, facts_on(profile, notebook.on), notebook.supplier.targets)


def tell_not_binding(asker: Asker, notebook: Notebook, targets: Sequence[str]) -> list[str]:
    """Those of the named certificates that bind this plant; of the others it is told why they do not."""
    if not targets:
        return []
    rows = {row.target: row for row in offered(notebook)}
    for name in targets:
        if not rows[name].binds:
            _tell_why_not(asker, rows[name])
    return [name for name in targets if rows[name].binds]


def offer_target(asker: Asker, notebook: Notebook, target: str) -> bool:
    """Add a certificate to the file, if it binds and is wanted; what more the plant is asked then comes later."""
    row = next(row for row in offered(notebook) if row.target == target)
    if not row.binds:
        _tell_why_not(asker, row)
        return False
    chosen = notebook.supplier.targets
    adds = added(offered(notebook), frozenset(chosen))[target]
    question = wording.TARGET_NOT_CHOSEN.format(title=row.title)
    rows = [
        Choice(ADD, wording.ADD_IT.format(n=counted(adds)), "1"),
        Choice(LEAVE, wording.DO_NOT_ADD, "2"),
    ]
    if asker.choose(Menu(question, rows)) == LEAVE:
        return False
    notebook.put(("targets",), [*chosen, target])
    return True


def _tell_why_not(asker: Asker, row: Offer) -> None:
    told = wording.TARGET_NOT_BINDING.format(title=row.title, why=row.why_not or NOTHING)
    asker.show(Paragraph(told, Manner.WARNING))


def _labels(rows: Sequence[Offer], marked: AbstractSet[str]) -> list[Text]:
    """The first marked one costs all its questions, the others what they add to it."""
    counts = added(rows, marked)
    first = next((row.target for row in rows if row.target in marked), None)
    found = []
    for row in rows:
        count = counts[row.target]
        if row.target == first or not marked:
            text = wording.TARGET_COST
        elif not count:
            text = wording.TARGET_FREE
        else:
            text = wording.TARGET_ADDS if row.target in marked else wording.TARGET_WOULD_ADD
        found.append(text.format(title=row.title, n=counted(count), m=minutes(count)))
    return found


def _sum(rows: Sequence[Offer], marked: AbstractSet[str], *, quick: bool) -> Text:
    count = len(union(rows, marked))
    if quick:
        asked = min(count, QUICK_QUESTIONS)
        return wording.TARGETS_SUM_QUICK.format(n=counted(count), k=asked, m=minutes(asked))
    return wording.TARGETS_SUM.format(n=counted(count), m=minutes(count))
