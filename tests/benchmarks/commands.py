"""How long the commands take, as ratios from one run: `python tests/benchmarks/commands.py [ROUNDS]`.

Machines are noisy, so every pair is run in turn (A B A B) and the median of the ratios is printed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PLANT = EXAMPLES / "cateteres-del-pacifico.yaml"
PLANTS = 40
ME = [sys.executable, "-c", "from certready.cli import main; main()"]


def seconds(command: Sequence[str]) -> float:
    """Wall time of one run."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - began


def ratio(name: str, one: Sequence[str], other: Sequence[str], rounds: int) -> None:
    """Print the median of one command's time over another's."""
    pairs = [(seconds(one), seconds(other)) for _ in range(rounds)]
    found = [first / second for first, second in pairs]
    middle = statistics.median(first for first, _ in pairs)
    print(f"{name:<62} {statistics.median(found):6.2f}   ({middle:.2f} s here)")


def plants(folder: Path) -> Path:
    """Supplier files: the examples over and over."""
    made = folder / "plants"
    made.mkdir()
    examples = sorted(EXAMPLES.glob("*.yaml"))
    for number in range(PLANTS):
        example = examples[number % len(examples)]
        shutil.copy(example, made / f"{example.stem}-{number}.yaml")
    return made


def main() -> None:
    """Every pair."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    nothing = [sys.executable, "-c", "pass"]
    typer = [sys.executable, "-c", "import typer"]
    score = [*ME, "score", str(PLANT), "--format", "json"]
    ratio("--version / python -c pass", [*ME, "--version"], nothing, rounds)
    ratio("--help / import typer", [*ME, "--help"], typer, rounds)
    ratio("score of three targets, 192 answers / import typer", score, typer, rounds)
    ratio("checklist list / import typer", [*ME, "checklist", "list"], typer, rounds)
    ratio("checklist check / checklist list", [*ME, "checklist", "check"], [*ME, "checklist", "list"], rounds)
    with tempfile.TemporaryDirectory() as folder:
        report = [*ME, "report", str(PLANT), "-o", f"{folder}/r.pdf"]
        ratio("report / score", report, score, rounds)
        table = [*ME, "batch", str(plants(Path(folder))), "-o", folder, "--format", "none", "--jobs"]
        ratio(f"table of {PLANTS} plants, two processes / one (at most 0.7)", [*table, "2"], [*table, "1"], rounds)
        batch = [*ME, "batch", str(EXAMPLES), "-o", folder, "--jobs"]
        ratio("batch of the examples, two processes / one", [*batch, "2"], [*batch, "1"], max(1, rounds // 3))


if __name__ == "__main__":
    main()
