"""The plan as a calendar (iCalendar): each step as whole days, each milestone on its day.

The stamp of every event is the date of the assessment, so that the same plan gives the same bytes; ids stay from run
to run, so that a calendar updates what it has instead of adding it again.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from certready.milestones import milestones
from certready.reports import wording_plan
from certready.reports.plan_tasks import clean, tasks
from certready.reports.voice import Voice


def render(voice: Voice, *, version: str) -> bytes:
    """The whole calendar."""
    name = clean(voice.assessment.supplier.name)
    calendar = Calendar()
    calendar.add("prodid", f"-//certready//{version}//{voice.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for task in tasks(voice):
        event = _event(voice, f"{task.key}", f"{task.title} ({task.owner})", task.span.start, task.span.worked_until)
        event.add("description", "\n".join(task.description))
        event.add("categories", [task.package.practice.id])
        calendar.add_component(event)
    for row in milestones(voice.library, voice.assessment, voice.plan):
        day = row.day or row.latest
        if day is None or row.why is not None:
            continue
        checklist = voice.library.checklists.get(row.target or "")
        target = voice.say(checklist.certificate) if checklist else ""
        title = clean(voice.say(wording_plan.KINDS[row.kind], target=target))
        calendar.add_component(_event(voice, f"milestone.{row.kind.value}.{row.target or ''}", title, day, day))
    return bytes(calendar.to_ical())


def _event(voice: Voice, key: str, title: str, first: date, last: date) -> Event:
    whose = f"{voice.assessment.supplier.name}\x1f{key}"
    event = Event()
    event.add("uid", f"{hashlib.sha256(whose.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}@certready")
    event.add("dtstamp", datetime.combine(voice.assessment.on, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event["summary"] = vText(title)
    event.add("transp", "TRANSPARENT")
    return event
