"""The grader beside a notebook: a process of its own, which stays warm from cell to cell.

The notebook's own process runs the student's code, so nothing is judged in it.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TypeVar

from grader.assignment import Assignment
from grader.course import DEFAULT_SEED, Course, Exercise
from grader.crew import LocalCrew, grade_here
from grader.engine import patience_for
from grader.errors import GraderError, UsageError
from grader.isolation import Isolation
from grader.kit import Kit, find_kit, hidden_folders
from grader.launch import blank_main
from grader.limits import Limits
from grader.plots.here import Drawn, draw_here
from grader.report import Report
from grader.submission import Submission, read_submission

A = TypeVar("A")
R = TypeVar("R")
TRIES = 2
NO_SOLUTIONS = (
    "Nothing can judge this cell here, because the solutions are missing: install the kit "
    "from its own folder with `pip install -e .`, then restart the notebook."
)


class WarmGrader:
    """Grades one exercise after another; starts when it is needed. Close it."""

    def __init__(self, course: Course) -> None:
        self.warm = False
        self._course = course
        self._crew = LocalCrew(1)

    def grade(self, root: Path, exercise: Exercise) -> Report:
        """Grade one exercise as it stands in a folder; raises UsageError or GraderError."""
        assignment, submission = self._work(root, exercise)
        for _ in range(TRIES):
            try:
                report = self._run(assignment, grade_here, submission, (exercise.id,))
            except (BrokenExecutor, TimeoutError):
                self.close()
            except (UsageError, GraderError):
                raise
            except KeyboardInterrupt:
                self.close()
                raise
            except Exception as error:  # noqa: BLE001  (a traceback of ours helps no student)
                what = f"{type(error).__name__}: {error}"
                raise GraderError(f"The grader itself failed: {what}.") from None
            else:
                self.warm = True
                return report
        raise GraderError("The process that grades was lost twice; restart the notebook's kernel.")

    def draw(self, root: Path, exercise: Exercise, report: Report) -> tuple[Drawn, ...]:
        """Draw what a report says failed; nothing where that cannot be done, and never an error."""
        assignment, submission = self._work(root, exercise)
        try:
            return self._run(assignment, draw_here, submission, report)
        except KeyboardInterrupt:
            self.close()
            raise
        except Exception:  # noqa: BLE001  (the report is there; a picture is an addition to it)
            self.close()
            return ()

    def _work(self, root: Path, exercise: Exercise) -> tuple[Assignment, Submission]:
        """Give what is graded, in the whole course, so that one grader is warm for every cell."""
        kit = judging_kit(root)
        names = tuple(each.id for each in self._course.exercises())
        isolation = Isolation(hidden=hidden_folders(kit, root))
        assignment = Assignment(kit.root, names, DEFAULT_SEED, Limits(), isolation)
        return assignment, read_submission(root, self._course, (exercise,))

    def _run(
        self,
        assignment: Assignment,
        work: Callable[[Assignment, Submission, A], R],
        submission: Submission,
        about: A,
    ) -> R:
        # A process that starts would run the notebook's main module again, were there a file of it.
        with blank_main(), _current_folder_last():
            future = self._crew.executor().submit(work, assignment, submission, about)
        return future.result(patience_for(assignment.limits))

    def close(self) -> None:
        """End the process and all that it started."""
        self.warm = False
        self._crew.dismiss()


def judging_kit(root: Path) -> Kit:
    """Find the kit whose solutions judge a folder; raises UsageError where there is none."""
    try:
        return find_kit(root)
    except UsageError:
        raise UsageError(NO_SOLUTIONS) from None


@contextlib.contextmanager
def _current_folder_last() -> Iterator[None]:
    """Let no file beside the notebook stand in for a module of the grader's."""
    path = list(sys.path)
    here = {"", os.getcwd()}  # noqa: PTH109  (as it stands in the path)
    sys.path[:] = [each for each in path if each not in here] + [p for p in path if p in here]
    try:
        yield
    finally:
        sys.path[:] = path
