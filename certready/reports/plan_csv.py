"""The plan as CSV that Jira, Trello and Planner import: one task a line, headings in English as importers expect them.

Jira takes Summary, Description, Issue Type, Priority, Labels, Start date, Due date, Original Estimate (seconds),
Issue Id and Parent; Trello's importers take Name (Summary), Description, Labels, Due date and List; Planner takes
Task name (Summary), Bucket, Labels, Priority, Start date, Due date and Notes (Description).
"""

from __future__ import annotations

import csv
import io

from certready.harmless import formula_proof
from certready.reports.plan_tasks import day_text, tasks
from certready.reports.voice import Voice

COLUMNS = (
    "Issue Id",
    "Summary",
    "Description",
    "Issue Type",
    "Status",
    "Priority",
    "Labels",
    "Owner Role",
    "List",
    "Bucket",
    "Start date",
    "Due date",
    "Records ripe",
    "Original Estimate",
    "Person-days",
    "Cost MXN",
    "Depends on",
    "Closes",
)
SECONDS_A_DAY = 8 * 3600


def render(voice: Voice) -> str:
    """The whole table; every cell as text that cannot act."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for task in tasks(voice):
        urgent = task.package.closes_critical
        practice = task.package.practice
        cells = (
            str(task.number),
            task.title,
            " | ".join(task.description),
            "Task",
            "In Progress" if task.package.under_way and task.span == task.package.spans[0] else "To Do",
            "High" if urgent else "Medium",
            f"certready {practice.id}" + (" critical" if urgent else ""),
            task.owner,
            "To Do",
            voice.say(practice.title),
            day_text(task.span.start),
            day_text(task.span.worked_until),
            day_text(task.span.finish),
            str(round(task.effort * SECONDS_A_DAY)),
            f"{task.effort:.1f}",
            f"{task.cost:.0f}",
            " ".join(str(number) for number in task.waits_for),
            "; ".join(task.closes),
        )
        writer.writerow([formula_proof(cell) for cell in cells])
    return out.getvalue()
