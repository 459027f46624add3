"""One submission on its way through pytest: an attempt an exercise, judged check by check."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.course import Exercise
from grader.errors import GraderError
from grader.report import Outcome
from grader.shared import SharedWorker
from grader.submission import Submission

if TYPE_CHECKING:
    from grader.grading import Grader


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
        from grader.checking.student import Student  # noqa: PLC0415
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
