"""How fast grading is, as ratios to importing TensorFlow, measured in turn within one run.

Run it with `python tests/benchmarks/speed.py [ROUNDS]` in the kit's folder.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from grader.course import read_course
from grader.grading import Grader
from grader.kit import find_kit
from grader.submission import read_submission

ROOT = Path(__file__).parents[2]
FIVE = ("mse", "binary_cross_entropy", "sigmoid", "train_step", "logistic_trainer")
PYTHON = [sys.executable]
IMPORT = [*PYTHON, "-c", "import tensorflow"]
COLD = [*PYTHON, "-m", "grader", "check", *FIVE, "--submission", "solutions"]


def seconds(action: Callable[[], object]) -> float:
    """Time one action."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def run(command: list[str]) -> None:
    """Run a command as a user would, its output apart."""
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def warm_and_own(rounds: int) -> tuple[list[float], list[float]]:
    """Time further submissions of all exercises, and the share of it in the student's process."""
    course, kit = read_course(), find_kit(ROOT)
    exercises = course.select(())
    submission = read_submission(kit.solutions, course, exercises)
    grader = Grader(kit, course, exercises)
    spent: list[float] = []
    shares: list[float] = []
    try:
        grader.grade(submission)
        for _ in range(rounds):
            spent.append(seconds(lambda: grader.grade(submission)))
            shares.append(grader.waited / spent[-1])
    finally:
        grader.close()
    return spent, shares


def show(name: str, ratios: list[float], target: float | None = None) -> None:
    """Print a ratio's median with its range."""
    goal = f"   (target: at most {target})" if target else ""
    low, high = min(ratios), max(ratios)
    print(f"{name:<52}{statistics.median(ratios):6.2f}   {low:.2f} to {high:.2f}{goal}")


def main() -> None:
    """Measure in turn and print ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    run(IMPORT)
    run(COLD)
    imports: list[float] = []
    colds: list[float] = []
    for _ in range(rounds):
        imports.append(seconds(lambda: run(IMPORT)))
        colds.append(seconds(lambda: run(COLD)))
    spent, shares = warm_and_own(rounds)
    imports.append(seconds(lambda: run(IMPORT)))
    middle = statistics.median(imports)
    print(f"import of TensorFlow: {middle:.2f} s, the unit of what follows; {rounds} rounds")
    show("cold check of five exercises", [c / i for c, i in zip(colds, imports, strict=False)], 1.4)
    show("further submission of all exercises, warm", [each / middle for each in spent], 0.35)
    show("share of that spent waiting for the student's code", shares)


if __name__ == "__main__":
    main()
