"""What a class's grading came to, for the one who started it."""

import statistics
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.classroom import Tally
from grader.course import Course
from grader.report import Report
from grader.text import harmless
from grader.verdict import GRAVEST_FIRST, Verdict

LIMITS_HIT = (Verdict.TIMED_OUT, Verdict.OUT_OF_MEMORY, Verdict.CRASHED)


def print_summary(reports: list[Report], course: Course, console: Console) -> None:
    """Print points and, an exercise, how many came to which verdict."""
    if not reports:
        console.print("The gradebook holds no report.")
        return
    scores = [report.score for report in reports]
    most = max(report.max_score for report in reports)
    middle = f"mean {statistics.fmean(scores):.1f}, median {statistics.median(scores):g}"
    console.print(f"{len(reports)} submissions, {middle} of {most} points.")
    console.print(_verdicts(reports, course))
    for report in reports:
        _print_limits(report, console)


def _verdicts(reports: list[Report], course: Course) -> Table:
    counts: dict[str, Counter[Verdict]] = {}
    for report in reports:
        for each in report.exercises:
            counts.setdefault(each.id, Counter())[each.verdict] += 1
    met = [each for each in reversed(GRAVEST_FIRST) if any(each in of for of in counts.values())]
    table = Table(box=None, pad_edge=False)
    # Where the window is narrow, the heads are broken, never the names below them.
    table.add_column("exercise", no_wrap=True, min_width=max(map(len, counts), default=0))
    for verdict in met:
        table.add_column(verdict.value, justify="right")
    order = [each.id for each in course.exercises() if each.id in counts]
    for name in order + sorted(counts.keys() - set(order)):
        table.add_row(name, *(str(counts[name][each] or "") for each in met))
    return table


def _print_limits(report: Report, console: Console) -> None:
    for each in report.exercises:
        if each.verdict in LIMITS_HIT:
            said = next((c.message for c in each.checks if c.verdict is each.verdict), "")
            first = said.splitlines()[0] if said else ""
            line = f"{report.submission}: {each.id} {each.verdict.value}, it {first}"
            console.print(Text(harmless(line)), soft_wrap=True)


def print_grades(reports: list[Report], console: Console) -> None:
    """Print a row a submission: who, points, and the verdicts that are not passed."""
    table = Table(box=None, pad_edge=False)
    for name in ("student", "submission"):
        table.add_column(name, overflow="fold")
    table.add_column("points", justify="right")
    table.add_column("not passed", overflow="fold")
    for report in reports:
        rest = [e for e in report.exercises if e.verdict is not Verdict.PASSED and not e.extra]
        table.add_row(
            Text(harmless(report.student)),
            Text(harmless(report.submission)),
            f"{report.score}/{report.max_score}",
            Text(", ".join(f"{each.id} {each.verdict.value}" for each in rest)),
        )
    console.print(table)


def print_close(
    reports: list[Report],
    tally: Tally,
    remarks: list[str],
    written: list[Path],
    course: Course,
    console: Console,
) -> None:
    """Print what a run came to: the class, what an instructor has to know, what was written."""
    print_summary(reports, course, console)
    console.print()
    console.print(f"{tally.graded} graded now, {tally.kept} as before.")
    for remark in remarks:
        console.print(Text(harmless(remark)), soft_wrap=True)
    for name, why in tally.ungraded.items():
        said = f"{name} could not be graded, which is no fault of its own: {why}"
        console.print(Text(harmless(said), "bold red"), soft_wrap=True)
    names = ", ".join(path.name for path in written)
    console.print(Text(f"Written to {written[0].parent}: reports, {names}."), soft_wrap=True)
