"""How soon a save has its verdict, in seconds and as a ratio to importing TensorFlow.

Run it with `python tests/benchmarks/watching.py [ROUNDS [EXERCISE]]` in the kit's folder. The real
`grader watch` looks at a copy of the stubs, where a loss is saved wrong, right and wrong again; the
clock runs from before the save until the line with its verdict is read.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import IMPORT, PYTHON, ROOT, run, seconds, show

from grader.course import read_course

TARGET_SECONDS = 1.0
WAITING = "to have it graded"


class Watched:
    """A running `grader watch`, read line by line."""

    def __init__(self, folder: Path, exercise: str) -> None:
        """Start it, and wait until it waits."""
        command = [*PYTHON, "-m", "grader", "watch", exercise, "--submission", str(folder)]
        self.exercise = exercise
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.await_line(WAITING)

    def await_line(self, *parts: str) -> None:
        """Read up to a line that holds all of these."""
        assert self.process.stdout
        for line in self.process.stdout:
            if all(part in line for part in parts):
                return
        raise SystemExit(f"It ended with {self.process.wait()}.")

    def saved(self, path: Path, source: str, verdict: str) -> float:
        """Save a file; gives the seconds until its verdict. Returns when all is quiet again."""
        begun = time.perf_counter()
        path.write_text(source, encoding="utf-8")
        self.await_line(f"{self.exercise} ", verdict)
        spent = time.perf_counter() - begun
        self.await_line(WAITING)
        time.sleep(0.5)
        return spent


def measure(folder: Path, exercise: str, rounds: int) -> tuple[list[float], list[float]]:
    """Time saves of a wrong and of a right answer."""
    course = read_course()
    file = course.file(course.exercise(exercise))
    right = (ROOT / "solutions" / file).read_text(encoding="utf-8")
    wrong = right.replace("return ", "return 2.0 * ")
    wrongs: list[float] = []
    rights: list[float] = []
    watched = Watched(folder, exercise)
    try:
        for _ in range(rounds):
            wrongs.append(watched.saved(folder / file, wrong, "failed"))
            rights.append(watched.saved(folder / file, right, "passed"))
    finally:
        watched.process.terminate()
        watched.process.wait()
    return wrongs, rights


def main() -> None:
    """Measure and print seconds and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    exercise = sys.argv[2] if len(sys.argv) > 2 else "mse"
    run(IMPORT)
    imports = [seconds(lambda: run(IMPORT)) for _ in range(3)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "exercises")
        shutil.copytree(ROOT / "grader" / "stubs", folder)
        wrongs, rights = measure(folder, exercise, rounds)
    imports += [seconds(lambda: run(IMPORT)) for _ in range(2)]
    middle = statistics.median(imports)
    print(f"import of TensorFlow: {middle:.2f} s; {exercise} saved {rounds} times wrong and right")
    show("seconds from saving a wrong answer to its verdict", wrongs, TARGET_SECONDS)
    show("seconds from saving a right answer to its verdict", rights, TARGET_SECONDS)
    show("the first save, in seconds", wrongs[:1])
    show("wrong or right, as a ratio to the import", [each / middle for each in wrongs + rights])


if __name__ == "__main__":
    main()
