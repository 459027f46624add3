"""Grading one submission after another with one supply of workers."""

import gc
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from grader.answerbook import BookBank, Books, book_file, read_book
from grader.assignment import Assignment, versions
from grader.bank import Bank
from grader.checking import Reference, Student
from grader.checking.reference import Solutions
from grader.checking.student import Homework
from grader.contract import read_contract, require_parts
from grader.course import DEFAULT_SEED, Course, Exercise, read_course
from grader.diagnosis import Diagnosis
from grader.errors import GraderError
from grader.judge import Judge
from grader.kit import STUBS, Kit, check_file, find_kit
from grader.limits import Limits
from grader.points import score_exercise
from grader.ready_made import patterns
from grader.recorded import Recording, file_of, read_recording
from grader.report import SCHEMA, ExerciseReport, Report
from grader.run import Progress, Run
from grader.session import run_pytest
from grader.shared import SharedWorker
from grader.submission import Submission, read_submission, untouched
from grader.supply import Supply
from grader.text import harmless
from grader.verdict import Verdict
from grader.worker.messages import Scan

OUTPUT_SHOWN = 2000
STILL_RAISES = (
    "the file is more than the stub, and still says `raise NotImplementedError`: "
    "take that line out where your code stands"
)


class Grader:
    """Grades submissions of one course; keeps workers warm between them. Close it."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        exercises: tuple[Exercise, ...],
        seed: int = DEFAULT_SEED,
        limits: Limits | None = None,
        progress: Progress = lambda _: None,
        supply: Supply | None = None,
        *,
        keep_answers: bool = False,
    ) -> None:
        """Prepare to grade; a supply that was opened before is taken over.

        Keeping the answers of unexplained failures takes time, and is of use to a class alone.
        """
        require_parts(kit, course, exercises)
        self.kit = kit
        self.course = course
        self.exercises = exercises
        self.seed = seed
        self.limits = limits or (supply.limits if supply else Limits())
        self.progress = progress
        self.keep_answers = keep_answers
        self.stubs = {each.id: (STUBS / course.file(each)).read_bytes() for each in exercises}
        self.contracts = {each.id: read_contract(STUBS / course.file(each)) for each in exercises}
        self.waited = 0.0
        self.supply = supply or Supply(self.limits)
        self.supply.open()
        self.bank, self.reference = self._authority()

    @classmethod
    def of(cls, assignment: Assignment, supply: Supply) -> "Grader":
        """Prepare to grade an assignment."""
        course = read_course()
        exercises = assignment.selected(course)
        keep = assignment.keep_answers
        return cls(
            assignment.kit, course, exercises, assignment.seed, supply=supply, keep_answers=keep
        )

    def _authority(self) -> tuple[Bank, Reference]:
        """Choose whom checks compare with: the solutions, or what a kit without any has of them."""
        if self.kit.has_solutions:
            solutions = {each.id: self._solution(each) for each in self.exercises}
            return Bank(), Reference(Solutions(self.supply, solutions))
        books = {each.id: read_book(book_file(self.course, each)) for each in self.exercises}
        return BookBank(books), Reference(Books(books))

    def _solution(self, exercise: Exercise) -> Homework:
        path = self.course.file(exercise)
        source = (self.kit.solutions / path).read_bytes()
        return Homework(exercise.id, path, self.contracts[exercise.id].names, source)

    def homework(self, exercise: Exercise, submission: Submission) -> Homework:
        """Put together what a student's file is and what it must define."""
        return Homework(
            exercise.id,
            self.course.file(exercise),
            self.contracts[exercise.id].names,
            submission.sources.get(exercise.id),
            submission.refused.get(exercise.id, ""),
            patterns(exercise.forbidden),
        )

    def workers_for(self, homework: tuple[Homework, ...]) -> Supply | SharedWorker:
        """Give where a submission's workers come from on this platform."""
        if not self.supply.shared:
            return self.supply
        scans = tuple(
            Scan(each.path, each.source, each.names, each.forbidden)
            for each in homework
            if each.source is not None
        )
        return SharedWorker(self.supply, scans)

    def student(self, exercise: Exercise, source: bytes, kind: type[Student] = Student) -> Student:
        """Put one file in a student's place, in a worker of its own; close it."""
        homework = self.homework(exercise, Submission("known", {exercise.id: source}, {}))
        workers = self.workers_for((homework,))
        return kind(homework, workers, self.limits, self.limits.submission_seconds)

    def begin(
        self,
        submission: Submission,
        exercises: tuple[Exercise, ...],
        turned: Callable[[], None] = lambda: None,
    ) -> Run:
        """Begin a run of one submission; close it."""
        homework = {each.id: self.homework(each, submission) for each in exercises}
        workers = self.workers_for(tuple(homework.values()))
        judge = Judge(self.bank, self.seed)
        worked_on = [each for each in exercises if self._is_worked_on(each, submission)]
        known = {each.id: self.recording(each) for each in worked_on}
        recordings = {name: each for name, each in known.items() if each}
        to_run = (homework, workers, self.reference, judge, self.limits, self.progress)
        return Run(*to_run, recordings, turned, keep_answers=self.keep_answers)

    def _is_worked_on(self, exercise: Exercise, submission: Submission) -> bool:
        """Tell whether a file is more than the stub, whose mistakes are ours."""
        source = submission.sources.get(exercise.id)
        return source is not None and not untouched(source, self.stubs[exercise.id])

    @cache  # noqa: B019  (a grader lives as long as its process grades)
    def recording(self, exercise: Exercise) -> Recording | None:
        """Give an exercise's recorded answers, where there are any."""
        return read_recording(file_of(self.course, exercise))

    def grade(
        self,
        submission: Submission,
        exercises: tuple[Exercise, ...] | None = None,
        so_far: Callable[[Report], None] | None = None,
    ) -> Report:
        """Grade one submission, in some exercises or all; raises GraderError.

        Before every exercise but the first, `so_far` is given the report of those before it.
        """
        begun = time.monotonic()
        self.supply.require_isolation()
        exercises = exercises or self.exercises

        def turned() -> None:
            if so_far:
                done = tuple(each for each in exercises if each.id in run.attempts)
                so_far(self._whole(run, submission, done, begun))

        run = self.begin(submission, exercises, turned)
        try:
            run_pytest(run, [check_file(self.course, each) for each in exercises])
        finally:
            run.close()
        if not self.waited:
            # What is loaded by now stays; looking through it for garbage again and again is slow.
            gc.freeze()
        self.waited = run.used
        return self._whole(run, submission, exercises, begun)

    def _whole(
        self, run: Run, submission: Submission, exercises: tuple[Exercise, ...], begun: float
    ) -> Report:
        reports = tuple(self._report(run, each, submission) for each in exercises)
        return Report(
            schema=SCHEMA,
            submission=submission.name,
            seed=self.seed,
            score=sum(each.score for each in reports),
            max_score=sum(each.max_score for each in reports),
            versions=self.versions(),
            sandbox=self.sandbox(),
            limits=self.limits.stated(),
            exercises=reports,
            seconds=round(time.monotonic() - begun, 3),
            student=submission.student,
        )

    def _report(self, run: Run, exercise: Exercise, submission: Submission) -> ExerciseReport:
        attempt = run.attempts.get(exercise.id)
        if attempt is None or not attempt.outcomes:
            raise GraderError(
                f"No check of {exercise.id} reported; the checks do not fit the course."
            )
        output = harmless(attempt.student.output()[:OUTPUT_SHOWN])
        known = run.diagnoses.get(exercise.id, Diagnosis())
        what = (exercise.id, exercise.title, exercise.points)
        notes = [submission.notes.get(exercise.id, "")]
        scored = score_exercise(*what, attempt.outcomes, output, known.mistake)
        if scored.verdict is Verdict.NOT_STARTED and self._is_worked_on(exercise, submission):
            notes.append(STILL_RAISES)
        note = "; ".join(filter(None, notes))
        return msgspec.structs.replace(scored, note=note, answers=known.answers)

    def versions(self) -> dict[str, str]:
        """Name the versions that equal grades depend on."""
        tensorflow = self.supply.reference().ready.tensorflow
        return dict(sorted((versions() | {"tensorflow": tensorflow}).items()))

    def sandbox(self) -> tuple[str, ...]:
        """Name the layers that stand between a submission and its grade."""
        how = "one process a submission" if self.supply.shared else "one process an exercise"
        return (how, "clean environment", *self.supply.layers)

    def close(self) -> None:
        """End all workers."""
        self.supply.close()


def grader_for(folder: Path, seed: int | None) -> tuple[Grader, Submission]:
    """Prepare to grade a folder in the whole course, as pytest asks for it."""
    course = read_course()
    exercises = course.select(())
    submission = read_submission(folder, course, exercises)
    chosen = DEFAULT_SEED if seed is None else seed
    return Grader(find_kit(Path.cwd()), course, exercises, chosen), submission
