"""One submission on its way through its checks: an attempt an exercise, judged check by check."""

from collections.abc import Callable

from grader.bank import Property, is_property
from grader.checking import Reference, Student
from grader.checking.marks import mark_of
from grader.checking.student import Homework
from grader.diagnosis import Diagnosis, diagnose
from grader.errors import GraderError
from grader.judge import Attempt, Judge
from grader.limits import Limits
from grader.recorded import Recording
from grader.report import Outcome
from grader.shared import SharedWorker
from grader.supply import Supply
from grader.trial import FAILURES

Progress = Callable[[str], None]
# For naming a mistake, apart from an exercise's own time.
DIAGNOSIS_SECONDS = 5.0


class Run:
    """Makes an attempt at each exercise in turn, in the time that the submission has."""

    def __init__(
        self,
        homework: dict[str, Homework],
        workers: Supply | SharedWorker,
        reference: Reference,
        judge: Judge,
        limits: Limits,
        progress: Progress,
        recordings: dict[str, Recording],
        turned: Callable[[], None] = lambda: None,
        *,
        keep_answers: bool = False,
    ) -> None:
        """Prepare; `turned` is called when an exercise is done and the next one begins."""
        self.fault: GraderError | None = None
        self.attempts: dict[str, Attempt] = {}
        self.used = 0.0
        self._homework = homework
        self._workers = workers
        self._reference = reference
        self._judge = judge
        self._limits = limits
        self._progress = progress
        self._recordings = recordings
        self._turned = turned
        self._keep_answers = keep_answers
        self.diagnoses: dict[str, Diagnosis] = {}
        self._current: Attempt | None = None

    def place(self, exercise: str, function: Property) -> tuple[int, int, int]:
        """Give a check's place: exercise in the course, rung, line."""
        mark = mark_of(function)
        if mark is None or exercise not in self._homework:
            raise GraderError(f"A check of {exercise} declares no rung: {function.__name__}.")
        inner = getattr(getattr(function, "hypothesis", None), "inner_test", function)
        return list(self._homework).index(exercise), int(mark.rung), inner.__code__.co_firstlineno

    def draw(self, exercise: str, check: str, function: Property) -> None:
        """Draw a property's inputs ahead of time."""
        if is_property(function):
            self._judge.examples(exercise, check, function)

    def _attempt(self, exercise: str) -> Attempt:
        """Give the attempt at an exercise; the one before it is over."""
        if exercise not in self.attempts:
            if self._current:
                self.finish_current()
                self._turned()
            left = self._limits.submission_seconds - self.used
            student = Student(self._homework[exercise], self._workers, self._limits, left)
            self._reference.turn_to(exercise)
            self._current = Attempt(exercise, student, self._reference)
            self.attempts[exercise] = self._current
        return self.attempts[exercise]

    def finish_current(self) -> None:
        """End the worker of the exercise that was judged last, and name the mistake in it."""
        if self._current:
            attempt, self._current = self._current, None
            attempt.student.close()
            self.used += attempt.student.used
            self.diagnoses[attempt.exercise] = self._diagnosis_of(attempt)

    def _diagnosis_of(self, attempt: Attempt) -> Diagnosis:
        """Ask the recorded questions where answers were wrong; costs the submission no time."""
        recording = self._recordings.get(attempt.exercise)
        if recording is None or not attempt.wrong:
            return Diagnosis()

        def open_student() -> Student:
            homework = self._homework[attempt.exercise]
            return Student(homework, self._workers, self._limits, DIAGNOSIS_SECONDS)

        try:
            return diagnose(recording, open_student, keep=self._keep_answers)
        except FAILURES:
            return Diagnosis()

    def judge(self, exercise: str, check: str, function: Property) -> Outcome:
        """Judge one check; a fault of the grader's own ends the run."""
        mark = mark_of(function)
        assert mark
        self._progress(f"{exercise}: {check}")
        try:
            return self._judge.judge(self._attempt(exercise), check, function, mark)
        except GraderError as error:
            self.fault = error
        except Exception as error:  # noqa: BLE001  (a broken check is no student's fault)
            what = f"{type(error).__name__}: {error}"
            self.fault = GraderError(f"The check {check} of {exercise} broke: {what}.")
        raise self.fault

    def close(self) -> None:
        """End all that the run still holds."""
        self.finish_current()
        if isinstance(self._workers, SharedWorker):
            self._workers.close()
