"""What the tests share: the kit, one warm grader, and the real command."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.course import Course, read_course
from grader.grading import Grader
from grader.kit import Kit, find_kit
from grader.limits import Limits
from grader.report import ExerciseReport
from grader.submission import Submission

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The kit that these tests stand in."""
    return find_kit(ROOT)


@pytest.fixture(scope="session")
def course() -> Course:
    """The course as it is."""
    return read_course()


@pytest.fixture(scope="session")
def warm(kit: Kit, course: Course) -> Iterator[Grader]:
    """A grader with TensorFlow loaded, and short limits, so that endless loops end soon.

    Not shorter: what ends by itself, only slowly, has to come to its end on a busy machine too.
    """
    limits = Limits(call_seconds=4.0, exercise_seconds=12.0, memory=1024 * 1024 * 1024)
    grader = Grader(kit, course, tuple(course.exercises()), limits=limits)
    yield grader
    grader.close()


@pytest.fixture(scope="session")
def grade(warm: Grader, course: Course) -> Callable[[str, str | bytes], ExerciseReport]:
    """Grade one exercise's source as its whole submission."""

    def grade_source(exercise: str, source: str | bytes) -> ExerciseReport:
        data = source.encode() if isinstance(source, str) else source
        (chosen,) = course.select((exercise,))
        return warm.grade(Submission("test", {exercise: data}, {}), (chosen,)).exercises[0]

    return grade_source


@pytest.fixture(scope="session")
def command() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the real `grader` in the kit's folder."""

    def run(
        *arguments: str | Path, cwd: Path = ROOT, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "grader", *map(str, arguments)],
            cwd=cwd,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def released(
    command: Callable[..., "subprocess.CompletedProcess[str]"],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., Path]:
    """Release a kit of some units and exercises, once; nothing is to be changed in it."""
    kits: dict[tuple[str, ...], Path] = {}

    def release(*names: str) -> Path:
        if names not in kits:
            folder = tmp_path_factory.mktemp("released") / "week1"
            ran = command("release", folder, *names)
            assert (ran.returncode, ran.stderr) == (0, "")
            kits[names] = folder
        return kits[names]

    return release
