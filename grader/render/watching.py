"""What is seen while watching: a page drawn anew on a terminal, text that grows elsewhere."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader.render.text import print_exercise
from grader.report import ExerciseReport
from grader.verdict import Verdict


class Page:
    """Shows the first failure of the exercise that is worked on."""

    def __init__(self, console: Console, folder: Path) -> None:
        """Name files as they lie in this folder."""
        self.console = console
        self.folder = folder
        self._fresh = False
        self._empty = True

    def turn(self) -> None:
        """Begin a new page; what was shown stays until there is something new."""
        self._fresh = True

    def busy(self, what: str) -> AbstractContextManager[object]:
        """Show on a terminal what is going on."""
        if not self.console.is_terminal:
            return nullcontext()
        return self.console.status(what)

    def show(self, exercise: ExerciseReport) -> None:
        """Show an exercise's verdict and its first failure."""
        if self._fresh and self.console.is_terminal:
            self.console.clear()
        elif self._fresh and not self._empty:
            self.console.print()
        self._fresh = self._empty = False
        print_exercise(exercise, self.console, most=1)

    def wait_for(self, exercise: ExerciseReport, path: str) -> None:
        """Say which file is waited for, and how to end."""
        again = "" if exercise.verdict is Verdict.NOT_STARTED else " again"
        line = f"Save {self.folder / path} to have it graded{again}; Ctrl-C ends."
        self.console.print()
        self.console.print(Text(line, "dim"))

    def finish(self) -> None:
        """Say that everything passed."""
        self.console.print()
        self.console.print("Everything passed.")
