"""Grades many submissions by an executor, loses none, and blames none for faults of our own."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Future,
    wait,
)

from grader.assignment import Assignment
from grader.course import read_course
from grader.crew import Crew, grade_here
from grader.errors import GraderError, UsageError
from grader.limits import Limits
from grader.report import SCHEMA, CheckReport, ExerciseReport, Report
from grader.submission import Submission
from grader.verdict import Verdict

# Once more after a first fault; after a second one it is asked whose fault that was.
TRIES = 2
# What grading costs beside waiting for the student, generously.
MARGIN_SECONDS = 120.0
ENDED = "the process that graded it was lost, and lost again when it was graded by itself"


class Engine:
    """Hands submissions to a crew, a few more at a time than it has processes."""

    def __init__(self, assignment: Assignment, crew: Crew, patience: float | None = None) -> None:
        """Prepare; patience is how many seconds may pass without any report."""
        self.assignment = assignment
        self.crew = crew
        self.patience = patience or patience_for(assignment.limits)
        # Names and reasons of those that a fault of the grader's own kept from being graded.
        self.ungraded: dict[str, str] = {}
        self._faults: dict[str, int] = {}
        self._suspects: deque[Submission] = deque()

    def grade(self, submissions: Iterable[Submission]) -> Iterator[Report]:
        """Give a report for every submission, as they come; raises GraderError for our faults.

        Submissions are taken one by one, so that a class need not fit into memory.
        """
        waiting = iter(submissions)
        at_work: dict[Future[Report], Submission] = {}
        while True:
            self._hand_out(waiting, at_work)
            if not at_work:
                return
            done, _ = wait(at_work, timeout=self.patience, return_when=FIRST_COMPLETED)
            if not done:
                self.crew.dismiss()
            for future in done or list(at_work):
                report = self._outcome(future, at_work.pop(future))
                if report:
                    yield report

    def _hand_out(
        self, waiting: Iterator[Submission], at_work: dict[Future[Report], Submission]
    ) -> None:
        """Keep the crew busy; whoever was there when it broke is graded by itself."""
        while len(at_work) < self.crew.size + 1:
            if self._suspects:
                if at_work:
                    return
                submission = self._suspects.popleft()
                at_work[self._submit(submission)] = submission
                return
            fresh = next(waiting, None)
            if fresh is None:
                return
            at_work[self._submit(fresh)] = fresh

    def _submit(self, submission: Submission) -> Future[Report]:
        try:
            return self.crew.executor().submit(grade_here, self.assignment, submission)
        except BrokenExecutor:
            self.crew.dismiss()
            return self.crew.executor().submit(grade_here, self.assignment, submission)

    def _outcome(self, future: Future[Report], submission: Submission) -> Report | None:
        """Give a report, or nothing where the submission is to be graded again."""
        try:
            return future.result(timeout=self.patience)
        except CancelledError:
            self._suspects.append(submission)
            return None
        except (BrokenExecutor, TimeoutError):
            self.crew.dismiss()
            fault = GraderError(ENDED)
        except GraderError as error:
            fault = error
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001  (one broken report must not cost the class)
            self.ungraded[submission.name] = f"{type(error).__name__}: {error}"
            return None
        return self._again_or_crashed(submission, fault)

    def _again_or_crashed(self, submission: Submission, fault: GraderError) -> Report | None:
        faults = self._faults[submission.name] = self._faults.get(submission.name, 0) + 1
        if faults < TRIES:
            self._suspects.append(submission)
            return None
        self._require_sound(fault)
        return crashed(self.assignment, submission, str(fault))

    def _require_sound(self, fault: GraderError) -> None:
        """Grade a right answer: where not even that can be done, the fault is our own."""
        course = read_course()
        exercise = self.assignment.selected(course)[0]
        source = (self.assignment.kit.solutions / course.file(exercise)).read_bytes()
        control = Submission("control", {exercise.id: source}, {})
        try:
            report = self._submit(control).result(timeout=self.patience)
        except Exception:  # noqa: BLE001  (whatever it is, it is ours)
            raise GraderError(f"Nothing can be graded here: {fault}") from None
        if report.exercises[0].verdict is not Verdict.PASSED:
            raise GraderError(f"Not even the solution passes here: {fault}")


def patience_for(limits: Limits) -> float:
    """Give the seconds after which no report at all means that something hangs."""
    return limits.start_seconds + limits.submission_seconds + MARGIN_SECONDS


def crashed(assignment: Assignment, submission: Submission, why: str) -> Report:
    """Report on a submission that took the processes that grade it down with it, twice."""
    exercises = assignment.selected()
    return Report(
        schema=SCHEMA,
        submission=submission.name,
        seed=assignment.seed,
        score=0,
        max_score=sum(each.points for each in exercises),
        versions={},
        sandbox=(),
        limits=assignment.limits.stated(),
        exercises=tuple(
            ExerciseReport(
                each.id,
                each.title,
                Verdict.CRASHED,
                0,
                each.points,
                None,
                (
                    CheckReport(
                        "graded",
                        "can be graded",
                        "loads",
                        Verdict.CRASHED,
                        0,
                        each.points,
                        message=why,
                    ),
                ),
            )
            for each in exercises
        ),
        seconds=0.0,
        student=submission.student,
    )
