"""How far the grading of a class has come: a bar on a terminal, a line a submission elsewhere."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from grader.report import Report
from grader.text import harmless


class RateColumn(ProgressColumn):
    """Submissions a minute."""

    def render(self, task: Task) -> Text:
        """Show the rate, once there is one."""
        return Text(f"{task.speed * 60:.0f}/min" if task.speed else "starting")


class ClassProgress:
    """Shows each report as it comes, on stderr."""

    def __init__(self, total: int) -> None:
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self.total = total
        self.done = 0
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        """Show the bar, on a terminal."""
        if self.console.is_terminal:
            self._bar = Progress(
                TextColumn("grading"),
                BarColumn(),
                MofNCompleteColumn(),
                RateColumn(),
                TimeRemainingColumn(),
                console=self.console,
            )
            self._bar.add_task("", total=self.total)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def graded(self, report: Report) -> None:
        """Show a report that was made now."""
        self._advance(report, "")

    def kept(self, report: Report) -> None:
        """Show a report that still holds."""
        self._advance(report, ", as before")

    def _advance(self, report: Report, how: str) -> None:
        self.done += 1
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])
            return
        line = f"{self.done}/{self.total} {report.submission}: "
        line += f"{report.score} of {report.max_score}{how}"
        self.console.print(Text(harmless(line)))
