"""The files of one submission while somebody edits them: which were saved, and what is in them.

Events only wake it: what counts is how the files stand, so that an event that never comes (a
network drive, a folder that was replaced) delays a save by a moment and loses none.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from grader.course import Course, Exercise
from grader.interruption import asked, heed
from grader.submission import Submission, read_file
from grader.text import harmless

TICK_SECONDS = 0.5
# Editors on Windows hold a file for a moment while they save it.
TRIES, PAUSE_SECONDS = 5, 0.05

State = tuple[int, ...]


class Saves:
    """Tells which exercises were saved since they were last looked at."""

    def __init__(self, root: Path, course: Course) -> None:
        """Look at all files as they are now."""
        self.root = root
        self.course = course
        self.exercises = tuple(course.exercises())
        self._wakes = self._woken()
        self._seen = self._states()

    def state(self, exercise: Exercise) -> State:
        """Tell how a file stands; another save makes another state. Nothing where there is none."""
        return _stamp(self.root / self.course.file(exercise))

    def _states(self) -> dict[str, State]:
        return {each.id: self.state(each) for each in self.exercises}

    def wait(self) -> tuple[Exercise, ...]:
        """Wait for a save; gives the exercises whose files were written, moved or removed."""
        while True:
            next(self._wakes)
            before, self._seen = self._seen, self._states()
            if saved := tuple(e for e in self.exercises if self._seen[e.id] != before[e.id]):
                return saved

    def read(self, exercise: Exercise) -> Submission:
        """Read one exercise's file as a submission of its own."""
        name = harmless(self.root.resolve().name)
        self._seen[exercise.id] = self.state(exercise)
        try:
            return Submission(name, {exercise.id: self._read(self.course.file(exercise))}, {})
        except FileNotFoundError:
            return Submission(name, {}, {})
        except OSError as error:
            return Submission(name, {}, {exercise.id: error.strerror or str(error)})

    def _read(self, relative: str) -> bytes:
        for _ in range(TRIES):
            try:
                return read_file(self.root, relative)
            except PermissionError:
                time.sleep(PAUSE_SECONDS)
        return read_file(self.root, relative)

    def _woken(self) -> Iterator[None]:
        """Wake at every event about the files, and now and then without one."""
        while True:
            heed()
            folders = self._folders()
            try:
                yield from self._events(folders)
            except OSError:
                # No folder to watch at the moment, or the system gives out no more watches.
                time.sleep(TICK_SECONDS)
                yield

    def _events(self, folders: dict[Path, State]) -> Iterator[None]:
        """Wake as long as these are the folders: one that was replaced has to be watched anew."""
        if not folders:
            raise FileNotFoundError
        settings = {
            "rust_timeout": int(TICK_SECONDS * 1000),
            "yield_on_timeout": True,
            "stop_event": asked,
        }
        # Not recursive: it would follow links to wherever they lead.
        for _ in watch(*folders, watch_filter=None, recursive=False, **settings):  # type: ignore[arg-type]
            yield
            if self._folders() != folders:
                return

    def _folders(self) -> dict[Path, State]:
        """List the folders to watch, each with what tells it from another of its name."""
        units = [self.root / unit.id for unit in self.course.units]
        there = [each for each in (self.root, *units) if each.is_dir() and not each.is_symlink()]
        return {each: _stamp(each)[2:] for each in there}


def _stamp(path: Path) -> State:
    """Give what changes with a save: time and size, or another file in its place."""
    try:
        status = path.lstat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_dev, status.st_mode
