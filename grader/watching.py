"""Grading on save: one exercise after another, by a grader that is warm before the save."""

import threading
from typing import TYPE_CHECKING, Protocol

from grader.course import Course, Exercise
from grader.errors import GraderError
from grader.interruption import heed
from grader.isolation import Isolation
from grader.kit import Kit
from grader.limits import Limits
from grader.report import ExerciseReport
from grader.saves import Saves, State
from grader.standings import remember
from grader.submission import Submission
from grader.supply import Supply
from grader.verdict import Verdict

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from grader.grading import Grader

LOADING, GRADING = "loading TensorFlow, then grading", "grading"


class Desk:
    """A grader kept warm, with a worker ready before it is needed. Close it."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        seed: int,
        limits: Limits,
        method: str,
        isolation: Isolation,
        *,
        remembers: bool = False,
    ) -> None:
        """Prepare; ``remembers``: whether the files are the kit's own, for hints to speak of."""
        self.remembers = remembers
        self.kit = kit
        self.course = course
        self.seed = seed
        self.limits = limits
        self.method = method
        self.isolation = isolation
        self.doing = LOADING
        self._lock = threading.Lock()
        self._supply: Supply | None = None
        self._grader: Grader | None = None

    def open(self) -> None:
        """Begin to load TensorFlow, and return; not any more where the end was asked for."""
        with self._lock:
            heed()
            self._supply = Supply(self.limits, self.method, self.isolation)
            self._supply.open()

    def grade(self, work: Submission, exercise: Exercise) -> ExerciseReport:
        """Grade one exercise; after a fault of its own once more, by a fresh grader."""
        try:
            return self._grade(work, exercise)
        except GraderError:
            heed()
            self.close()
            return self._grade(work, exercise)

    def _warm(self) -> "Grader":
        """Give the grader, a new one where there is none."""
        if self._supply is None:
            self.open()
        if self._grader is None:
            # pytest and Hypothesis load while TensorFlow does, on another core.
            from grader.grading import Grader  # noqa: PLC0415

            exercises = tuple(self.course.exercises())
            supply = self._supply
            self._grader = Grader(self.kit, self.course, exercises, self.seed, supply=supply)
        return self._grader

    def _grade(self, work: Submission, exercise: Exercise) -> ExerciseReport:
        grader = self._warm()
        report = grader.grade(work, (exercise,))
        grader.supply.prepare()
        if self.remembers:
            remember(self.kit, report, work.sources)
        self.doing = GRADING
        return report.exercises[0]

    def close(self) -> None:
        """End all workers, also while they are at work in another thread."""
        with self._lock:
            self.doing = LOADING
            supply, self._supply, self._grader = self._supply, None, None
            if supply:
                supply.close()


class Screen(Protocol):
    """Where verdicts are shown."""

    def turn(self) -> None:
        """Begin a new page."""

    def busy(self, what: str) -> "AbstractContextManager[object]":
        """Show meanwhile what is going on."""

    def show(self, exercise: ExerciseReport) -> None:
        """Show what came of an exercise."""

    def wait_for(self, exercise: ExerciseReport, path: str) -> None:
        """Say what is waited for."""

    def finish(self) -> None:
        """Say that everything passed."""


class Watch:
    """Turns to an exercise whenever its file is saved, and on to the next when it passes."""

    def __init__(self, desk: Desk, saves: Saves, screen: Screen) -> None:
        self.desk = desk
        self.saves = saves
        self.screen = screen
        self._passed: dict[str, State] = {}

    def run(self, start: Exercise | None) -> None:
        """Grade on every save until everything has passed; from the first that has not."""
        at = self.settle(start or self.saves.exercises[0])
        while at:
            saved = self.saves.wait()
            at = self.settle(at if at in saved else saved[0])
        self.screen.finish()

    def settle(self, exercise: Exercise) -> Exercise | None:
        """Grade from here on, up to what has not passed; gives that."""
        self.screen.turn()
        following: Exercise | None = exercise
        while following:
            exercise = following
            state = self.saves.state(exercise)
            work = self.saves.read(exercise)
            with self.screen.busy(f"{self.desk.doing} {exercise.id}"):
                report = self.desk.grade(work, exercise)
            heed()
            self.screen.show(report)
            if report.verdict is not Verdict.PASSED:
                self.screen.wait_for(report, self.saves.course.file(exercise))
                return exercise
            self._passed[exercise.id] = state
            following = self._next(exercise)
        return None

    def _next(self, exercise: Exercise) -> Exercise | None:
        """Give the next exercise in the course, or before this one, that is not known to pass."""
        all_of_them = self.saves.exercises
        place = all_of_them.index(exercise)
        for each in (*all_of_them[place + 1 :], *all_of_them[: place + 1]):
            if self._passed.get(each.id) != self.saves.state(each):
                return each
        return None
