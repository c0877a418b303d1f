"""What an inspector of each authority would conclude, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from certready.assessment import OutcomeRange, TargetAssessment
from certready.model import OutcomeModel, System
from certready.outcomes import Outcome
from certready.reports import wording_outcomes as words
from certready.reports.blocks import Block, Cell, Column, Entry, Facts, Heading, Paragraph, Section, Stacked, Table
from certready.reports.voice import Voice

MOST_NAMED = 4


def outcomes(voice: Voice) -> Section:
    """The predicted outcomes of every target, and how each rule decides."""
    title = voice.say(words.TITLE)
    targets = [target for target in voice.assessment.targets if target.outcomes]
    if not targets:
        return Section("outcomes", title, (Paragraph(voice.say(words.NONE_CHOSEN)),))
    blocks: list[Block] = [Paragraph(voice.say(words.INTRO))]
    for target in targets:
        blocks.extend(_target(voice, target))
    used = dict.fromkeys(one.model for target in targets for one in target.outcomes)
    blocks.append(Heading(voice.say(words.HOW_IT_WORKS), listed=False))
    blocks.append(Facts(tuple(Entry(voice.say(words.MODELS[model]), voice.say(words.RULES[model])) for model in used)))
    return Section("outcomes", title, tuple(blocks))


def _target(voice: Voice, target: TargetAssessment) -> Iterator[Block]:
    yield Heading(voice.say(target.checklist.certificate), listed=False)
    settled = all(one.low == one.high for one in target.outcomes)
    yield Table(_columns(voice, settled=settled), tuple(_row(voice, one, settled=settled) for one in target.outcomes))


def _columns(voice: Voice, *, settled: bool) -> tuple[Column, ...]:
    if settled:
        return Column(voice.say(words.RULE), 0.24), Column(voice.say(words.AS_ANSWERED), 0.76)
    return (
        Column(voice.say(words.RULE), 0.24),
        Column(voice.say(words.IF_MISSING), 0.38),
        Column(voice.say(words.IF_MET), 0.38),
    )


def _row(voice: Voice, one: OutcomeRange, *, settled: bool) -> tuple[Cell, ...]:
    model = voice.say(words.MODELS[one.model])
    low = _cell(voice, one.model, one.low)
    return (model, low) if settled else (model, low, _cell(voice, one.model, one.high))


def _cell(voice: Voice, model: OutcomeModel, outcome: Outcome) -> Stacked:
    return Stacked(verdict_words(voice, outcome), " ".join(_details(voice, model, outcome)))


def verdict_words(voice: Voice, outcome: Outcome) -> str:
    """The verdict of a model in words."""
    return voice.say(
        words.VERDICTS[str(outcome["verdict"])], points=outcome.get("points"), maximum=outcome.get("maximum")
    )


def _details(voice: Voice, model: OutcomeModel, outcome: Outcome) -> Iterator[str]:
    match model:
        case OutcomeModel.ISO_17021:
            yield from _iso(voice, outcome)
        case OutcomeModel.N19:
            yield from _grades(voice, outcome)
        case OutcomeModel.FDA_DEVICE_OAI:
            yield from _because(voice, _names(outcome, "triggers"))
        case OutcomeModel.FDA_SIX_SYSTEMS:
            systems = [voice.say(words.SYSTEMS[System(name)]) for name in _names(outcome, "out_of_control")]
            if systems:
                yield voice.say(words.SYSTEMS_OUT, systems=", ".join(systems))
        case OutcomeModel.PICS | OutcomeModel.EU_GMP | OutcomeModel.COFEPRIS:
            yield from _deficiencies(voice, outcome)
        case OutcomeModel.ACTA:
            rated = outcome["rated"]
            if isinstance(rated, dict):
                counts = {"two": rated["2"], "one": rated["1"], "zero": rated["0"], "na": rated["not_applicable"]}
                yield voice.say(words.ACTA_COUNTS, **counts)


def _iso(voice: Voice, outcome: Outcome) -> Iterator[str]:
    yield voice.say(words.ISO_COUNTS, majors=outcome["majors"], minors=outcome["minors"])
    clauses = [clause.partition("/")[2] for clause in _names(outcome, "systemic")]
    if clauses:
        yield voice.say(words.ISO_SYSTEMIC, clauses=", ".join(clauses))


def _deficiencies(voice: Voice, outcome: Outcome) -> Iterator[str]:
    yield voice.say(words.DEFICIENCIES, **{kind: outcome[kind] for kind in ("critical", "major", "other")})
    combined = _names(outcome, "combined")
    if combined:
        yield voice.say(words.COMBINED, n=len(combined))
    yield from _because(voice, _names(outcome, "critical_requirements"))


def _grades(voice: Voice, outcome: Outcome) -> Iterator[str]:
    grades = outcome["grades"]
    if isinstance(grades, dict):
        numbers = ("one", "two", "three", "four", "five")
        yield voice.say(words.N19_COUNTS, **{name: grades[str(at)] for at, name in enumerate(numbers, start=1)})
    if outcome["unannounced_audit"]:
        yield voice.say(words.N19_UNANNOUNCED)
    yield from _because(voice, _names(outcome, "grave_requirements"))


def _because(voice: Voice, ids: Sequence[str]) -> Iterator[str]:
    """The requirements behind a verdict, the first few by name."""
    if not ids:
        return
    listed = voice.titles(ids[:MOST_NAMED])
    if len(ids) > MOST_NAMED:
        listed = voice.say(words.AND_MORE, listed=listed, n=len(ids) - MOST_NAMED)
    yield voice.say(words.BECAUSE_OF, requirements=listed)


def _names(outcome: Outcome, key: str) -> list[str]:
    found = outcome.get(key)
    return [str(name) for name in found] if isinstance(found, (list, tuple)) else []
