"""The scheduler on PSPLIB single-mode files: `python tests/benchmarks/psplib.py DIR [SCHEDULES]`.

DIR holds `.sm` files and `optima.csv` (instance, makespan). Prints how far above the optimum the plans end on average,
and how long an instance took on this machine.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from pathlib import Path

from certready.scheduling import Activity, Project, schedule

SCHEDULES = 6000  # about half a second an instance


def read_sm(text: str) -> Project:
    """A PSPLIB single-mode instance."""
    after: dict[int, list[int]] = {}
    for line in _between(text, "PRECEDENCE RELATIONS:", "REQUESTS/DURATIONS:"):
        job, _modes, _count, *successors = line
        for successor in successors:
            after.setdefault(successor - 1, []).append(job - 1)
    jobs = list(_between(text, "REQUESTS/DURATIONS:", "RESOURCEAVAILABILITIES:"))
    capacity = next(iter(_between(text, "RESOURCEAVAILABILITIES:", "")))
    activities = tuple(
        Activity(duration, tuple(demand), tuple(after.get(job - 1, ()))) for job, _mode, duration, *demand in jobs
    )
    return Project(activities, tuple(capacity))


def _between(text: str, first: str, last: str) -> list[list[int]]:
    part = text.partition(first)[2]
    part = part.partition(last)[0] if last else part
    lines = [re.findall(r"\d+", line) for line in part.splitlines() if re.fullmatch(r"[\d\s]+", line) and line.strip()]
    return [[int(word) for word in line] for line in lines]


def main() -> None:
    """Schedule every instance and compare."""
    folder = Path(sys.argv[1])
    schedules = int(sys.argv[2]) if len(sys.argv) > 2 else SCHEDULES
    with (folder / "optima.csv").open(encoding="utf-8") as stream:
        rows = list(csv.reader(stream))
    optima = {row[0]: int(row[1]) for row in rows if row[1].isdigit()}
    deviations, began = [], time.perf_counter()
    for name, optimum in optima.items():
        file = folder / (name if name.endswith(".sm") else f"{name}.sm")
        found = schedule(read_sm(file.read_text(encoding="latin-1")), schedules=schedules)
        deviations.append(100 * (found.value[-1] - optimum) / optimum)
    seconds = (time.perf_counter() - began) / len(optima)
    print(f"instances: {len(optima)}  schedules each: {schedules}  solved: {sum(d == 0 for d in deviations)}")
    print(f"seconds an instance on this machine: {seconds:.2f}")
    print(f"mean deviation above optimum: {sum(deviations) / len(deviations):.2f} %")


if __name__ == "__main__":
    main()
