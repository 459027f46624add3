"""How fast a class is graded, as ratios to importing TensorFlow, measured in turn within one run.

Run it with `python tests/benchmarks/throughput.py [COUNT [ROUNDS]]` in the kit's folder. A class of
right answers is graded by the real command, with one job and with two, and with half the class, so
that what is paid once can be told from what a further submission costs.
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from speed import IMPORT, PYTHON, ROOT, run, seconds, show

from grader.course import read_course

NINE = ("linear_regression", "logistic_regression")


def make(folder: Path, count: int) -> None:
    """Write a class of right answers, no two alike, so that each is graded."""
    course = read_course()
    for number in range(count):
        for exercise in course.exercises():
            path = folder / f"s{number:04}" / course.file(exercise)
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "solutions" / course.file(exercise), path)


def grade(folder: Path, jobs: int, names: tuple[str, ...]) -> float:
    """Time a whole run over a class, into a gradebook of its own."""
    with tempfile.TemporaryDirectory() as output:
        command = [*PYTHON, "-m", "grader", "grade", str(folder), *names, "--again"]
        return seconds(lambda: run([*command, "--jobs", str(jobs), "--output", output]))


def further(whole: Path, half: Path, count: int, jobs: int, names: tuple[str, ...]) -> float:
    """Give the seconds that a further submission costs: the difference that half a class makes."""
    return (grade(whole, jobs, names) - grade(half, jobs, names)) / (count - count // 2)


def main() -> None:
    """Measure in turn and print ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    ratios: dict[str, list[float]] = {"one": [], "two": [], "whole course": [], "scaling": []}
    with tempfile.TemporaryDirectory() as place:
        whole, half = Path(place, "whole"), Path(place, "half")
        make(whole, count)
        make(half, count // 2)
        run(IMPORT)
        for _ in range(rounds):
            unit = statistics.median(seconds(lambda: run(IMPORT)) for _ in range(3))
            one = further(whole, half, count, 1, NINE)
            two = further(whole, half, count, 2, NINE)
            ratios["one"].append(one / unit)
            ratios["two"].append(two / unit)
            ratios["scaling"].append(one / two)
            ratios["whole course"].append(further(whole, half, count, 1, ()) / unit)
    print(f"a class of {count}, {rounds} rounds; the unit is an import of TensorFlow")
    show("a further submission of the nine, one job", ratios["one"], 0.35)
    show("a further submission of the nine, two jobs", ratios["two"])
    show("one job's time against two jobs'", ratios["scaling"])
    show("a further submission of the whole course, one job", ratios["whole course"], 0.6)


if __name__ == "__main__":
    main()
