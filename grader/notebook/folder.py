"""The folder that a notebook's exercises are written to, and what stood there before."""

from itertools import count
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.files import make_folder, write_whole
from grader.kit import STUBS

MADE = "slopework"


class Folder:
    """A kit's `exercises`; remembers what was written to it."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._written: dict[Path, bytes] = {}

    def find(self, start: Path) -> Path | None:
        """Find the exercises of the kit that a folder lies in, or that was made or cloned in it."""
        for folder in (start, *start.parents, start / MADE):
            exercises = folder / "exercises"
            if any((exercises / unit.id).is_dir() for unit in self._course.units):
                return exercises
        return None

    def make(self, start: Path) -> Path:
        """Make a folder with all stubs; raises UsageError where that cannot be done."""
        root = start / MADE / "exercises"
        for exercise in self._course.exercises():
            path = root / self._course.file(exercise)
            make_folder(path.parent)
            if not path.exists():
                write_whole(path, self.stub(exercise))
        return root

    def stub(self, exercise: Exercise) -> str:
        """Give an exercise as it was handed out."""
        return (STUBS / self._course.file(exercise)).read_text(encoding="utf-8")

    def write(self, root: Path, exercise: Exercise, text: str) -> Path | None:
        """Write an exercise's file; gives where the student's other work that stood there is kept.

        Raises UsageError where it cannot be written.
        """
        path = root / self._course.file(exercise)
        make_folder(path.parent)
        known = (text.encode(), self.stub(exercise).encode(), self._written.get(path))
        kept = None
        try:
            before = path.read_bytes() if path.is_file() else b""
            if before.strip() and before not in known:
                kept = _keep(path, before)
        except OSError as error:
            raise UsageError(
                f"{path.name} cannot be kept ({error.strerror}); move it away."
            ) from None
        write_whole(path, text)
        self._written[path] = path.read_bytes()
        return kept


def _keep(path: Path, data: bytes) -> Path:
    """Write data beside a file, under a name that is free or holds the same already."""
    for number in count(1):
        # No name that anything takes for the exercise itself.
        beside = path.with_name(f"{path.stem}.kept-{number}.txt")
        try:
            with beside.open("xb") as file:
                file.write(data)
        except FileExistsError:
            if not beside.is_file() or beside.read_bytes() != data:
                continue
        return beside
    raise AssertionError
