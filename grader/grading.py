"""Grading one submission after another with one supply of workers, through pytest."""

import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from grader import __version__
from grader.contract import read_contract, require_parts
from grader.course import Course, Exercise, read_course
from grader.errors import GraderError
from grader.kit import STUBS, Kit, check_file, find_kit
from grader.limits import Limits
from grader.ready_made import patterns
from grader.report import SCHEMA, ExerciseReport, Outcome, Report, score_exercise
from grader.submission import Submission, read_submission
from grader.supply import SharedWorker, Supply
from grader.text import harmless
from grader.worker.messages import Scan

DEFAULT_SEED = 1
LIBRARIES = ("hypothesis", "msgspec", "numpy", "pytest")
OUTPUT_SHOWN = 2000
Progress = Callable[[str], None]


class Run:
    """One submission on its way through pytest: an attempt an exercise, judged in turn."""

    def __init__(
        self,
        grader: "Grader",
        submission: Submission,
        exercises: tuple[Exercise, ...],
        *,
        owned: bool = False,
    ) -> None:
        from grader.judge import Judge  # noqa: PLC0415  (Hypothesis loads while TensorFlow does)

        self.grader = grader
        self.owned = owned
        self.fault: Exception | None = None
        self.attempts: dict[str, Any] = {}
        self.used = 0.0
        self._judge = Judge(grader.bank, grader.seed)
        self._homework = {each.id: grader.homework(each, submission) for each in exercises}
        self._workers = grader.workers_for(tuple(self._homework.values()))
        self._current: Any = None

    def place(self, exercise: str, function: Any) -> tuple[int, int, int]:
        """Give a check's place: exercise in the course, rung, line."""
        from grader.checking.marks import mark_of  # noqa: PLC0415

        mark = mark_of(function)
        if mark is None or exercise not in self._homework:
            raise GraderError(f"A check of {exercise} declares no rung: {function.__name__}.")
        inner = getattr(getattr(function, "hypothesis", None), "inner_test", function)
        return list(self._homework).index(exercise), int(mark.rung), inner.__code__.co_firstlineno

    def draw(self, exercise: str, check: str, function: Any) -> None:
        """Draw a property's inputs ahead of time."""
        from grader.bank import is_property  # noqa: PLC0415

        if is_property(function):
            self.grader.bank.examples(f"{exercise}.{check}", function, self.grader.seed)

    def attempt(self, exercise: str) -> Any:
        """Give the attempt at an exercise; the one before it is over."""
        from grader.checking.subject import Student  # noqa: PLC0415
        from grader.judge import Attempt  # noqa: PLC0415

        if exercise not in self.attempts:
            self.finish_current()
            left = self.grader.limits.submission_seconds - self.used
            student = Student(self._homework[exercise], self._workers, self.grader.limits, left)
            reference = self.grader.reference
            reference.turn_to(exercise)
            self._current = self.attempts[exercise] = Attempt(exercise, student, reference)
        return self.attempts[exercise]

    def finish_current(self) -> None:
        """End the worker of the exercise that was judged last."""
        if self._current:
            self._current.student.close()
            self.used += self._current.student.used
            self._current = None

    def judge(self, exercise: str, check: str, function: Any) -> Outcome:
        """Judge one check; a fault of the grader's own ends the run."""
        from grader.checking.marks import mark_of  # noqa: PLC0415

        mark = mark_of(function)
        assert mark
        self.grader.progress(f"{exercise}: {check}")
        try:
            return self._judge.judge(self.attempt(exercise), check, function, mark)
        except Exception as error:
            if not isinstance(error, GraderError):
                error = GraderError(
                    f"The check {check} of {exercise} broke: {type(error).__name__}: {error}."
                )
            self.fault = error
            raise error from None

    def close(self) -> None:
        """End all that the run still holds."""
        self.finish_current()
        if isinstance(self._workers, SharedWorker):
            self._workers.close()
        if self.owned:
            self.grader.close()


class Grader:
    """Grades submissions of one course; keeps workers warm between them. Close it."""

    def __init__(
        self,
        kit: Kit,
        course: Course,
        exercises: tuple[Exercise, ...],
        seed: int = DEFAULT_SEED,
        limits: Limits | None = None,
        method: str = "auto",
        progress: Progress = lambda _: None,
    ) -> None:
        require_parts(kit, course, exercises)
        self.kit = kit
        self.course = course
        self.exercises = exercises
        self.seed = seed
        self.limits = limits or Limits()
        self.progress = progress
        self.contracts = {each.id: read_contract(STUBS / course.file(each)) for each in exercises}
        self.waited = 0.0
        self.supply = Supply(self.limits, method)
        self.supply.open()
        from grader.bank import Bank  # noqa: PLC0415  (after TensorFlow has begun to load)
        from grader.checking.subject import Reference  # noqa: PLC0415

        self.bank = Bank()
        self.reference = Reference(
            self.supply, {each.id: self._solution(each) for each in exercises}
        )

    def _solution(self, exercise: Exercise) -> Any:
        from grader.checking.subject import Homework  # noqa: PLC0415

        path = self.course.file(exercise)
        source = (self.kit.solutions / path).read_bytes()
        return Homework(exercise.id, path, self.contracts[exercise.id].names, source)

    def homework(self, exercise: Exercise, submission: Submission) -> Any:
        """Put together what a student's file is and what it must define."""
        from grader.checking.subject import Homework  # noqa: PLC0415

        return Homework(
            exercise.id,
            self.course.file(exercise),
            self.contracts[exercise.id].names,
            submission.sources.get(exercise.id),
            submission.refused.get(exercise.id, ""),
            patterns(exercise.forbidden),
        )

    def workers_for(self, homework: tuple[Any, ...]) -> Supply | SharedWorker:
        """Give where a submission's workers come from on this platform."""
        if not self.supply.shared:
            return self.supply
        scans = tuple(
            Scan(each.path, each.source, each.names, each.forbidden)
            for each in homework
            if each.source is not None
        )
        return SharedWorker(self.supply, scans)

    def grade(
        self, submission: Submission, exercises: tuple[Exercise, ...] | None = None
    ) -> Report:
        """Grade one submission, in some exercises or all; raises GraderError."""
        begun = time.monotonic()
        exercises = exercises or self.exercises
        run = Run(self, submission, exercises)
        try:
            run_pytest(run, [check_file(self.course, each) for each in exercises])
        finally:
            run.close()
        self.waited = run.used
        reports = tuple(self._report(run, exercise) for exercise in exercises)
        return Report(
            schema=SCHEMA,
            submission=submission.name,
            seed=self.seed,
            score=sum(each.score for each in reports),
            max_score=sum(each.max_score for each in reports),
            versions=self.versions(),
            sandbox=self.sandbox(),
            limits=self.stated_limits(),
            exercises=reports,
            seconds=round(time.monotonic() - begun, 3),
        )

    def _report(self, run: Run, exercise: Exercise) -> ExerciseReport:
        attempt = run.attempts.get(exercise.id)
        if attempt is None or not attempt.outcomes:
            raise GraderError(
                f"No check of {exercise.id} reported; the checks do not fit the course."
            )
        output = harmless(attempt.student.output()[:OUTPUT_SHOWN])
        return score_exercise(
            exercise.id, exercise.title, exercise.points, attempt.outcomes, output
        )

    def versions(self) -> dict[str, str]:
        """Name the versions that equal grades depend on."""
        tensorflow = self.supply.reference().ready.tensorflow
        own = {"python": platform.python_version(), "slopework": __version__}
        found = {name: _version(name) for name in LIBRARIES}
        return dict(sorted((own | found | {"tensorflow": tensorflow}).items()))

    def sandbox(self) -> tuple[str, ...]:
        """Name the layers that stand between a submission and its grade."""
        how = "one process a submission" if self.supply.shared else "one process an exercise"
        return (how, "clean environment", *self.supply.layers)

    def stated_limits(self) -> dict[str, float]:
        """Give the limits in the report's own words."""
        return {name: float(each) for name, each in msgspec.structs.asdict(self.limits).items()}

    def close(self) -> None:
        """End all workers."""
        self.supply.close()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def run_pytest(run: Run, files: list[Path]) -> None:
    """Run the checks in this process, apart from any configuration that lies about."""
    import pytest  # noqa: PLC0415  (loads while TensorFlow does)

    from grader.plugin import CHECKS, RUN  # noqa: PLC0415

    class Carrier:
        """Hands the run to the plugin, and reads what collection says."""

        errors: list[str] = []  # noqa: RUF012

        @pytest.hookimpl(tryfirst=True)
        def pytest_configure(self, config: pytest.Config) -> None:
            config.stash[RUN] = run

        def pytest_collectreport(self, report: pytest.CollectReport) -> None:
            if report.failed:
                self.errors.append(str(report.longrepr))

    carrier = Carrier()
    arguments = [
        *map(str, files),
        *("-c", str(CHECKS / "pytest.ini"), "--rootdir", str(CHECKS), "--noconftest"),
        *("--assert=plain", "-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:faulthandler"),
        *("-p", "no:logging", "-p", "no:unraisableexception", "-p", "no:threadexception"),
        *("-p", "no:doctest", "-p", "no:junitxml", "-p", "no:pastebin", "-p", "no:stepwise"),
        *("--capture=no", "-p", "grader.plugin"),
    ]
    with _pytest_environment():
        code = pytest.main(arguments, plugins=[carrier])
    if run.fault:
        raise run.fault
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if carrier.errors or code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        detail = carrier.errors[0].strip().splitlines()[-1] if carrier.errors else f"pytest: {code}"
        raise GraderError(f"The checks could not be collected or run ({detail}).")


@contextmanager
def _pytest_environment() -> Iterator[None]:
    """Keep other plugins and settings of the environment away from the checks."""
    names = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        os.environ.pop("PYTEST_DISABLE_PLUGIN_AUTOLOAD", None)
        os.environ.update(kept)


def run_for_pytest(folder: Path, seed: int | None) -> Run:
    """Prepare a run that pytest itself drives, over the whole course."""
    course = read_course()
    exercises = course.select(())
    submission = read_submission(folder, course, exercises)
    grader = Grader(find_kit(Path.cwd()), course, exercises, DEFAULT_SEED if seed is None else seed)
    return Run(grader, submission, exercises, owned=True)
