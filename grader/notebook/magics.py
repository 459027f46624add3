"""The magic `exercise`: parses, saves and runs a cell, and shows what came of it."""

import atexit
from collections.abc import Iterator
from pathlib import Path

from IPython.core.error import UsageError as CellError
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.display import display

from grader.course import Exercise, read_course
from grader.errors import GraderError, UsageError
from grader.notebook.folder import Folder
from grader.notebook.source import source_of
from grader.notebook.warm import WarmGrader
from grader.render.notebook import (
    Bundle,
    Saved,
    show_contract,
    show_notice,
    show_report,
    show_unjudged,
)

STARTING = "The grader loads TensorFlow, which takes some seconds, the first time only."
GRADING = "The grader is at work."
STOPPED = "Stopped before there was a report; run the cell again."


@magics_class
class ExerciseMagics(Magics):
    """`%exercise NAME` shows what an exercise asks for, `%%exercise NAME` grades a cell."""

    shell: InteractiveShell

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self.course = read_course()
        self.folder = Folder(self.course)
        self.grader = WarmGrader(self.course)
        atexit.register(self.close)

    @line_cell_magic
    def exercise(self, line: str, cell: str | None = None) -> None:
        """Grade a cell: `%%exercise mse`; without a cell, show the exercise: `%exercise mse`."""
        try:
            exercise = self._named(line)
            if cell is None or not cell.strip():
                self._show(exercise)
            else:
                self._take(exercise, cell)
        except UsageError as error:
            raise CellError(str(error)) from None

    def close(self) -> None:
        """End the grader beside the notebook."""
        atexit.unregister(self.close)
        self.grader.close()

    def _named(self, line: str) -> Exercise:
        """Give the one exercise that a line names."""
        names = tuple(line.split())
        found = self.course.select(names)
        if len(found) != 1:
            known = ", ".join(each.id for each in found)
            raise UsageError(f"Name one exercise, as in `%%exercise {found[0].id}`: {known}.")
        return found[0]

    def _show(self, exercise: Exercise) -> None:
        root = self.folder.find(Path.cwd())
        file = _shown(root / self.course.file(exercise)) if root else ""
        display(show_contract(exercise, self.folder.stub(exercise), file), raw=True)

    def _take(self, exercise: Exercise, cell: str) -> None:
        """Save a cell, run it as any other, and show what the grader says of its file."""
        root, saved = self._save(exercise, cell)
        # A comment in the place of the first line, so that errors name lines as they are numbered.
        ran: ExecutionResult = self.shell.run_cell(f"# %%exercise {exercise.id}\n{cell}")
        status = show_notice(GRADING if self.grader.warm else STARTING)
        shown, last = display(status, raw=True, display_id=True), show_notice(STOPPED)
        try:
            for bundle in self._judged(exercise, root, saved):
                shown.update(last := bundle, raw=True)
        except KeyboardInterrupt:
            shown.update(last, raw=True)
            raise
        self._end_like(ran)

    def _save(self, exercise: Exercise, cell: str) -> tuple[Path, Saved]:
        history = self.shell.history_manager
        past = history.input_hist_raw if history else []
        source = source_of(exercise.id, cell, past, self.shell.user_ns)
        there = self.folder.find(Path.cwd())
        root = there or self.folder.make(Path.cwd())
        kept = self.folder.write(root, exercise, source.text)
        return root, Saved(
            _shown(root / self.course.file(exercise)),
            source.added,
            source.missing,
            _shown(kept) if kept else "",
            "" if there else _shown(root),
        )

    def _judged(self, exercise: Exercise, root: Path, saved: Saved) -> Iterator[Bundle]:
        """Show the report as soon as it is there, and again with pictures of what failed."""
        try:
            report = self.grader.grade(root, exercise)
        except (UsageError, GraderError) as error:
            yield show_unjudged(str(error), saved)
            return
        exercises = list(self.course.exercises())
        following = next(iter(exercises[exercises.index(exercise) + 1 :]), None)
        yield show_report(report, saved, following)
        if not report.passed and (pictures := self.grader.draw(root, exercise, report)):
            yield show_report(report, saved, following, pictures)

    def _end_like(self, ran: ExecutionResult) -> None:
        """Let the whole cell end as its code did, so that Run All stops where it would."""

        def end(whole: ExecutionResult) -> None:
            self.shell.events.unregister("post_run_cell", end)
            whole.error_before_exec = ran.error_before_exec
            whole.error_in_exec = ran.error_in_exec

        if not ran.success:
            self.shell.events.register("post_run_cell", end)


def _shown(path: Path) -> str:
    """Give a path as it is reached from the notebook, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
