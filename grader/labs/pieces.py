"""The pieces of a lab: several files of one student, beside each other in one worker."""

from grader.checking.failures import StudentRaised
from grader.checking.student import Homework, Student, Workers
from grader.limits import Limits
from grader.worker.messages import Graded


class Pieces(Student):
    """A student's side that loads several files; close it."""

    def __init__(self, homework: tuple[Homework, ...], workers: Workers, limits: Limits) -> None:
        super().__init__(homework[0], workers, limits, limits.submission_seconds)
        self._all = {each.exercise: each for each in homework}

    def load(self) -> tuple[str, ...]:
        """Read and run the files; gives the callable names that the first one defines."""
        if not self._loaded:
            super().load()
            for home in list(self._all.values())[1:]:
                self._load(home, beside=True)
        return self.names

    def piece(self, exercise: str, name: str) -> Graded:
        """Name a piece of one of the files, to be called or handed over."""
        return Graded(name, self._all[exercise].path)


def said(error: StudentRaised) -> str:
    """Tell of an exception in one line, with the file that it is in."""
    first = error.message.splitlines()[0]
    return f"{error.raised.file}, {first}" if error.raised.file else first
