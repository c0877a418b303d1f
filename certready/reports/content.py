"""The Report: every figure and every sentence once, in one language, settled before any pen moves."""

from __future__ import annotations

from dataclasses import replace

from certready.assessment import Assessment
from certready.limiting import Limited
from certready.model import Language, Library, Text
from certready.planning import Plan
from certready.reports import wording
from certready.reports.blocks import Report, Section
from certready.reports.content_course import course
from certready.reports.content_front import summary
from certready.reports.content_gaps import critical_gaps, gaps_by_practice
from certready.reports.content_letter import letter
from certready.reports.content_method import method
from certready.reports.content_outcomes import outcomes
from certready.reports.content_plan import plan as work_plan
from certready.reports.content_records import carried, evidence, not_applicable, open_questions
from certready.reports.content_scores import scores
from certready.reports.plain import through_the_gate
from certready.reports.voice import Voice
from certready.uncertainty import Forecast

__all__ = ["Report", "report", "titled"]


def report(  # noqa: PLR0913 - everything a report tells of
    library: Library,
    assessment: Assessment,
    plan: Plan,
    language: Language,
    *,
    version: str,
    forecast: Forecast | None = None,
    limited: Limited | None = None,
) -> Report:
    """What every pen draws: the assessment and its plan told in one language, as plain text.

    The forecast says how sure the plan's dates and costs are; `limited` what the plant's own limits leave of it.
    """
    voice = Voice(language, library, assessment, plan, forecast, limited)
    certificates = "; ".join(voice.say(target.checklist.certificate) for target in assessment.targets)
    told = titled(voice, wording.REPORT_TITLE, version, _sections(voice, version))
    subject = f"{told.subject}: {certificates}" if certificates else told.subject
    return through_the_gate(replace(told, subject=subject, summary=summary(voice), letter=letter(voice)))


def titled(voice: Voice, title: Text, version: str, sections: tuple[Section, ...]) -> Report:
    """Sections with what stands around them: whose they are, of what day, and by whom assessed."""
    assessment = voice.assessment
    supplier, day = assessment.supplier, assessment.on
    place = [supplier.state, voice.say(wording.PEOPLE, n=f"{supplier.employees:,}") if supplier.employees else ""]
    by = supplier.assessed_by
    return Report(
        language=voice.language.value,
        title=voice.say(title),
        supplier=supplier.name.strip() or voice.say(wording.NO_NAME),
        place=" · ".join(part for part in place if part),
        day=voice.day(day),
        on=day.isoformat(),
        assessed=f"{voice.say(wording.ASSESSED_BY)} {by}" if by else voice.say(wording.ASSESSED_BY_NOBODY),
        subject=voice.say(wording.SUBJECT),
        generator=f"certready {version}",
        footer=voice.say(wording.FOOTER, day=voice.day(day)),
        page_of=voice.say(wording.PAGE_OF),
        contents_title=voice.say(wording.CONTENTS),
        basis_note=voice.say(wording.BASIS_NOTE),
        sections=sections,
    )


def _sections(voice: Voice, version: str) -> tuple[Section, ...]:
    return (
        course(voice),
        scores(voice),
        critical_gaps(voice),
        outcomes(voice),
        gaps_by_practice(voice),
        work_plan(voice),
        open_questions(voice),
        carried(voice),
        not_applicable(voice),
        evidence(voice),
        method(voice, version),
    )
