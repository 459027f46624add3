"""Gradescope's results file: there from the start, and better with every exercise graded.

Whoever is ended for taking too long leaves the points of all that was graded until then. Where the
grader itself fails it leaves no file, which Gradescope shows as the autograder's fault, not as 0.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from grader.course import Exercise
from grader.files import make_folder, write_whole
from grader.render.gradescope import render_gradescope
from grader.report import SCHEMA, Report
from grader.submission import Submission


class ResultsFile:
    """Writes results.json for some exercises, whole every time."""

    def __init__(self, path: Path, exercises: tuple[Exercise, ...]) -> None:
        self.path = path
        self._exercises = exercises

    @contextmanager
    def kept(self, submission: Submission, seed: int) -> Iterator[None]:
        """Keep the file while grading; a polite request to end leaves it, a fault removes it."""
        make_folder(self.path.parent)
        self.write(Report(SCHEMA, submission.name, seed, 0, 0, {}, (), {}, (), 0.0))
        before = signal.signal(signal.SIGTERM, _stop)
        try:
            yield
        except Exception:
            self.path.unlink(missing_ok=True)
            raise
        finally:
            signal.signal(signal.SIGTERM, before)

    def write(self, report: Report) -> None:
        """Write what is graded, and say of the rest that it is not."""
        graded = {each.id for each in report.exercises}
        waiting = [each for each in self._exercises if each.id not in graded]
        write_whole(self.path, render_gradescope(report, waiting))


def _stop(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
