"""What a class is graded on, and in which way: all that a grade depends on but the submission."""

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from grader import __version__
from grader.course import Course, Exercise, read_course
from grader.isolation import Isolation
from grader.kit import PACKAGE, Kit
from grader.limits import Limits
from grader.submission import Submission

# The parts of this package that no verdict depends on.
APART = (
    "commands",
    "render",
    "page",
    "author",
    "release",
    "stubs",
    "hints.toml",
    "hints.py",
    "standings.py",
)
LIBRARIES = ("hypothesis", "msgspec", "numpy", "pytest")
TENSORFLOWS = ("tensorflow", "tensorflow-cpu", "tensorflow-macos", "tf-nightly")


class Assignment(msgspec.Struct, frozen=True):
    """Plain data, so that it can travel to whoever grades.

    Answers of failures that nobody knows the mistake of are kept for a class, which has more of
    the same; that changes no grade.
    """

    root: Path
    exercises: tuple[str, ...]
    seed: int
    limits: Limits
    isolation: Isolation
    start_method: str = "auto"
    keep_answers: bool = False

    @property
    def kit(self) -> Kit:
        """The kit whose solutions and checks are meant."""
        return Kit(self.root)

    def selected(self, course: Course | None = None) -> tuple[Exercise, ...]:
        """Give the exercises, which make up the total."""
        return (course or read_course()).select(self.exercises)

    def digest(self, submission: Submission) -> str:
        """Stand for everything that a report on this submission depends on, in 64 digits."""
        theirs = msgspec.json.encode([submission.refused, submission.notes], order="deterministic")
        found = hashlib.sha256(self._own_part() + theirs)
        for exercise in self.exercises:
            source = submission.sources.get(exercise)
            found.update(f"\n{exercise} {-1 if source is None else len(source)}\n".encode())
            found.update(source or b"")
        return found.hexdigest()

    def _own_part(self) -> bytes:
        """Stand for checks, solutions, seed, limits and versions."""
        course = read_course()
        solutions = [self.kit.solutions / course.file(each) for each in self.selected(course)]
        settings = [self.exercises, self.seed, self.limits, self.start_method, versions()]
        return _of_files((*_sources(), *solutions)) + msgspec.json.encode(
            settings, order="deterministic"
        )


@cache
def versions() -> dict[str, str]:
    """Name the versions that equal grades depend on, without importing TensorFlow."""
    found = {name: _version(name) for name in LIBRARIES}
    tensorflows = [known for name in TENSORFLOWS if (known := _version(name)) != "unknown"]
    own = {"python": platform.python_version(), "slopework": __version__}
    return own | found | {"tensorflow": tensorflows[0] if tensorflows else "unknown"}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


@cache
def _sources() -> tuple[Path, ...]:
    """List the files of this package that decide verdicts."""
    files = [path for kind in ("py", "toml", "jsonl") for path in PACKAGE.rglob(f"*.{kind}")]
    return tuple(sorted(each for each in files if each.relative_to(PACKAGE).parts[0] not in APART))


@cache
def _of_files(paths: tuple[Path, ...]) -> bytes:
    found = hashlib.sha256()
    for path in paths:
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.digest()
