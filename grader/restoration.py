"""A stub put back in the place of a student's file, which is kept beside it."""

import contextlib
import os
import shutil
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.files import make_folder, write_whole
from grader.kit import STUBS
from grader.submission import open_file


class Restoration:
    """One exercise's file: what it holds now, and the stub that can take its place."""

    def __init__(self, root: Path, course: Course, exercise: Exercise) -> None:
        """Read both; raises UsageError where something else than a file stands there."""
        self.path = root / course.file(exercise)
        self.stub = (STUBS / course.file(exercise)).read_bytes()
        self.old = self._read(root, course.file(exercise))

    def _read(self, root: Path, relative: str) -> bytes | None:
        try:
            with open_file(root, relative) as file:
                return file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UsageError(
                f"{str(self.path)!r} is left alone ({error.strerror}); move it away, and run the "
                "same again."
            ) from None

    @property
    def needless(self) -> bool:
        """Whether the stub is there already."""
        return self.old == self.stub

    def restore(self) -> Path | None:
        """Put the stub there; gives the file that keeps what was there before, if anything was."""
        make_folder(self.path.parent)
        kept = None if self.old is None else keep(self.path, self.old)
        write_whole(self.path, self.stub.decode("utf-8"))
        return kept


def keep(path: Path, data: bytes) -> Path:
    """Write what a file held beside it, under a name that nothing has yet; gives that name.

    Raises UsageError where that cannot be done, and leaves nothing half written.
    """
    number = 0
    while True:
        kept = path.with_name(f"{path.name}.bak{number or ''}")
        number += 1
        try:
            with kept.open("xb") as file:
                _write(file.fileno(), data, kept)
        except FileExistsError:
            continue
        except OSError as error:
            raise UsageError(
                f"{kept.name} cannot be written in {str(kept.parent)!r} ({error.strerror}), so "
                f"{path.name} is left as it is; make room, and run the same again."
            ) from None
        with contextlib.suppress(OSError):
            shutil.copystat(path, kept)
        return kept


def _write(descriptor: int, data: bytes, kept: Path) -> None:
    """Write all of it to the disk, or remove the file again."""
    try:
        while data:
            data = data[os.write(descriptor, data) :]
        os.fsync(descriptor)
    except OSError:
        kept.unlink(missing_ok=True)
        raise
