"""What the options of certready plan mean: money, days, people and what-ifs; a word that means nothing is told."""

from __future__ import annotations

import math
from dataclasses import replace

from certready.assessment import Assessment
from certready.cli.exits import Exit, Told
from certready.diagnostics import did_you_mean
from certready.model import LADDER, Level, Library, Supplier, Text
from certready.moves import of_practice

MOST_MONEY, MOST_PEOPLE = 1e12, 10_000
NOT_MONEY = Text(
    es="«{word}» no es una cantidad en pesos. Escríbala como 600000.",
    en="“{word}” is not an amount in pesos. Write it as 600000.",
)
NOT_A_TEAM = Text(
    es="«{word}» no dice cuánta gente hay. Escríbalo como quality=1.5,production=0.5.",
    en="“{word}” does not say how many people there are. Write it as quality=1.5,production=0.5.",
)
UNKNOWN_ROLE = Text(
    es="No hay función «{name}». Hay: {known}. {hint}", en="There is no role “{name}”. There are: {known}. {hint}"
)
NOT_A_CHANGE = Text(
    es="«{word}» no dice qué cambiaría. Escríbalo como process-validation=implemented o iso-13485/8.2.4=effective;"
    " niveles: {levels}.",
    en="“{word}” does not say what would change. Write it as process-validation=implemented or"
    " iso-13485/8.2.4=effective; levels: {levels}.",
)
NOT_ASKED = Text(
    es="«{name}» no es una práctica ni un requisito que obligue a esta planta en los objetivos elegidos. {hint}",
    en="“{name}” is neither a practice nor a requirement that binds this plant in the chosen targets. {hint}",
)


def pesos(word: str | None) -> float | None:
    """An amount of money as people write it: 600000, 600,000 or $600,000."""
    if word is None:
        return None
    try:
        value = float(word.replace(",", "").replace("$", "").replace(" ", ""))
    except ValueError:
        value = math.nan
    if not 0 <= value <= MOST_MONEY:
        raise Told(NOT_MONEY.format(word=word), Exit.USAGE)
    return value


def with_team(library: Library, supplier: Supplier, asked: str | None) -> Supplier:
    """The supplier with the people of the option; roles that it leaves out stay as they are."""
    if asked is None:
        return supplier
    team = dict(supplier.plan.team)
    roles = library.book.roles
    for part in asked.split(","):
        name, _, number = (word.strip() for word in part.partition("="))
        try:
            people = float(number)
        except ValueError:
            people = math.nan
        if not 0 <= people <= MOST_PEOPLE:
            raise Told(NOT_A_TEAM.format(word=part.strip()), Exit.USAGE)
        if name not in roles:
            hint = did_you_mean(name, roles) or Text(es="", en="")
            raise Told(UNKNOWN_ROLE.format(name=name, known=", ".join(roles), hint=hint), Exit.USAGE)
        team[name] = people
    return replace(supplier, plan=replace(supplier.plan, team=team))


def changes_of(library: Library, assessment: Assessment, words: list[str]) -> list[tuple[str, Level]]:
    """Practices or requirements with the level each would stand at."""
    found = []
    levels = [level.value for level in LADDER]
    binding = {row.requirement.id for row in assessment.requirements if row.binding}
    for word in words:
        name, _, level = (part.strip() for part in word.rpartition("="))
        if level not in levels or not name:
            raise Told(NOT_A_CHANGE.format(word=word, levels=", ".join(levels)), Exit.USAGE)
        if name not in binding and not of_practice(assessment, name):
            hint = did_you_mean(name, [*binding, *library.book.practices]) or Text(es="", en="")
            raise Told(NOT_ASKED.format(name=name, hint=hint), Exit.USAGE)
        found.append((name, Level(level)))
    return found
