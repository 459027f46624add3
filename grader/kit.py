"""Where the parts of a kit stand on disk."""

from pathlib import Path

import msgspec

from grader.course import Course, Exercise
from grader.errors import UsageError

PACKAGE = Path(__file__).parent
STUBS = PACKAGE / "stubs"
CHECKS = PACKAGE / "checks"
# What the reference answers, by exercise: only in a kit that was released without solutions.
ANSWERS = PACKAGE / "answers"


class Kit(msgspec.Struct, frozen=True):
    """A folder that holds `exercises/` and, for instructors, `solutions/`."""

    root: Path

    @property
    def exercises(self) -> Path:
        """The student's own files."""
        return self.root / "exercises"

    @property
    def solutions(self) -> Path:
        """The reference, at the same relative paths."""
        return self.root / "solutions"

    @property
    def has_solutions(self) -> bool:
        """Whether the reference itself is here; where it is, nothing else judges."""
        return self.solutions.is_dir()

    def mistakes(self, exercise: str) -> list[Path]:
        """Wrong submissions of an exercise, by name."""
        return sorted((self.solutions / "mistakes" / exercise).glob("*.py"))

    def variants(self, exercise: str) -> list[Path]:
        """Right but unusual submissions of an exercise, by name."""
        return sorted((self.solutions / "variants" / exercise).glob("*.py"))


def find_kit(start: Path) -> Kit:
    """Find the kit that a folder lies in; raises UsageError where there is none."""
    for folder in (start, *start.parents, PACKAGE.parent):
        kit = Kit(folder)
        if kit.exercises.is_dir() and (kit.has_solutions or ANSWERS.is_dir()):
            return kit
    raise UsageError(f"No kit here: run grader inside the folder that holds {_parts()}.")


def _parts() -> str:
    return "`exercises`" if ANSWERS.is_dir() else "`exercises` and `solutions`"


def require_solutions(kit: Kit, what: str) -> None:
    """Refuse what cannot be done in a kit as students have it; raises UsageError."""
    if not kit.has_solutions:
        raise UsageError(f"{what} needs the solutions, and this kit was handed out without them.")


def check_file(course: Course, exercise: Exercise) -> Path:
    """Give the file of checks of an exercise."""
    unit = course.file(exercise).split("/")[0]
    return CHECKS / unit / f"test_{exercise.id}.py"


def check_files() -> list[Path]:
    """Give all files of checks, also of no exercise."""
    return sorted(CHECKS.rglob("test_*.py"))


def hidden_folders(kit: Kit, *others: Path) -> tuple[Path, ...]:
    """List the folders that no worker is to see: what is withheld, and other people's work."""
    own = (kit.solutions, kit.exercises, kit.root / "tests")
    return tuple(each.resolve() for each in (*own, *others) if each.is_dir())
