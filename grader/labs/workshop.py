"""Where a lab is run: the exercises it needs are graded first, then lie in one worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import StoppedError, UsageError
from grader.grading import Grader
from grader.kit import Kit
from grader.labs.pieces import Pieces
from grader.limits import Limits
from grader.run import Progress
from grader.submission import read_submission
from grader.supply import Supply
from grader.verdict import Verdict

# A lab may train for as long as its student likes to wait; each call is limited as ever.
LAB_LIMITS = Limits(exercise_seconds=600.0, submission_seconds=600.0)


class Workshop:
    """The files of one folder that a lab needs, and a grader for them."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        needs: tuple[str, ...],
        folder: Path,
        supply: Supply,
        progress: Progress,
    ) -> None:
        exercises = _needed(course, needs)
        self._work = read_submission(folder, course, exercises)
        self._grader = Grader(kit, course, exercises, progress=progress, supply=supply)

    def require_passed(self, lab: str) -> None:
        """Grade what a lab is made of; raises StoppedError that names what is not passed."""
        report = self._grader.grade(self._work)
        missing = [each for each in report.exercises if each.verdict is not Verdict.PASSED]
        if missing:
            what = " and ".join(f"{each.id} ({each.verdict.value})" for each in missing)
            raise StoppedError(
                f"The {lab} lab runs on your own code, and needs {what} to pass first: "
                f"run `grader check {' '.join(each.id for each in missing)}`."
            )

    @contextmanager
    def pieces(self) -> Iterator[Pieces]:
        """Lay the files beside each other in a worker, which ends afterwards."""
        homework = [self._grader.homework(each, self._work) for each in self._grader.exercises]
        pieces = Pieces(tuple(homework), self._grader.supply, LAB_LIMITS)
        try:
            yield pieces
        finally:
            pieces.close()


def _needed(course: Course, needs: tuple[str, ...]) -> tuple[Exercise, ...]:
    """Give the exercises that a lab is made of; raises UsageError where some are not there."""
    known = {each.id for each in course.exercises()}
    if missing := [name for name in needs if name not in known]:
        raise UsageError(
            f"This lab runs on {', '.join(needs)}, and this kit was handed out "
            f"without {', '.join(missing)}."
        )
    return course.select(needs)
