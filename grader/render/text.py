"""A report for a person: one line an exercise, and what failed with its smallest input."""

from collections.abc import Collection

from rich.console import Console
from rich.text import Text

from grader.course import Course
from grader.render.telling import (
    MOST_FAILURES,
    failures_to_tell,
    output_to_tell,
    values_to_tell,
    why_these_too,
)
from grader.report import CheckReport, ExerciseReport, Report
from grader.standings import Standing, Standings
from grader.verdict import Verdict

STYLES = {
    Verdict.PASSED: "green",
    Verdict.NOT_STARTED: "dim",
    Verdict.BLOCKED: "dim",
    Verdict.FAILED: "red",
}
GRAVE = "bold red"
WIDTH = 27


def print_report(report: Report, console: Console) -> None:
    """Print a report, its last line the score and what to do next."""
    for exercise in report.exercises:
        print_exercise(exercise, console)
    console.print()
    console.print(closing_line(report))


def print_exercise(exercise: ExerciseReport, console: Console, most: int = MOST_FAILURES) -> None:
    """Print an exercise's line, and under it what failed, so many failures at most."""
    style = STYLES.get(exercise.verdict, GRAVE)
    line = Text(f"{exercise.id:<{WIDTH}}")
    line.append(f"{exercise.verdict.value:<15}", style)
    points = "  extra" if exercise.extra else f"{exercise.score:>3}/{exercise.max_score:<3}"
    line.append(f"{points}  ")
    line.append(exercise.title, "dim")
    console.print(line)
    if exercise.note:
        console.print(indented(Text(exercise.note, "dim"), 4))
    if exercise.explanation:
        console.print(indented(Text(exercise.explanation, "bold"), 4))
        console.print(indented(Text(f"Think: {exercise.hint}"), 4))
    telling = failures_to_tell(exercise, most)
    for check in telling.told:
        print_check(check, console)
    if telling.same_cause:
        console.print(indented(Text(why_these_too(exercise), "dim"), 4))
    for check in telling.same_cause:
        console.print(indented(Text(f"x {check.title}"), 4))
    if telling.left:
        these = "this is" if len(telling.told) == 1 else "these are"
        more = f"and {telling.left} more, once {these} right"
        console.print(indented(Text(more, "dim"), 4))
    if output_to_tell(exercise):
        print_output(exercise.output, console)


def print_check(check: CheckReport, console: Console) -> None:
    """Print what must hold, what is wrong, and the call that shows it."""
    sentence = Text("extra: " if check.extra else "x ", STYLES.get(check.verdict, GRAVE))
    sentence.append(check.title, "bold")
    console.print(indented(sentence, 4))
    console.print(indented(Text(check.message), 6))
    if shown := check.counterexample:
        # From the margin, so that it can be pasted into a prompt as it stands.
        console.print(Text(shown.call, "cyan"))
        if values_to_tell(check):
            console.print(indented(Text(f"gave      {shown.returned}"), 6))
            console.print(indented(Text(f"expected  {shown.expected}"), 6))


def print_output(output: str, console: Console) -> None:
    """Print the first lines that the student's code printed itself."""
    console.print(indented(Text("your code printed or warned:", "dim"), 4))
    lines = output.splitlines()
    for line in lines[:5]:
        console.print(indented(Text(line[:200]), 6))
    if len(lines) > 5:
        console.print(indented(Text("...", "dim"), 6))


def indented(text: Text, columns: int) -> Text:
    """Indent every line of a text."""
    lines = text.split("\n", allow_blank=True)
    return Text("\n").join(Text(" " * columns) + line for line in lines)


def closing_line(report: Report) -> str:
    """Say the score, and what to do next."""
    score = f"Score {report.score} of {report.max_score}." if report.max_score else "No points."
    return f"{score} {next_step(report)}"


def next_step(report: Report) -> str:
    """Say what to do next."""
    open_ones = [each for each in report.exercises if each.verdict is not Verdict.PASSED]
    if report.passed:
        left = ", ".join(each.id for each in open_ones)
        return f"Everything passed{f'; an extra is left: {left}' if left else ''}."
    first = min(open_ones, key=lambda each: each.extra)
    what = "start with" if first.verdict is Verdict.NOT_STARTED else "repair"
    return f"Next: {what} {first.id}, then run `grader check {first.id}`."


def print_course(
    course: Course, standings: Standings, edited: Collection[str], console: Console
) -> None:
    """Print all units and exercises with points, difficulty, minutes and the last verdict.

    What was edited after that is named as that.
    """
    for unit in course.units:
        console.print(Text(f"{unit.id}  {unit.title}", "bold"))
        for each in unit.exercises:
            points = f"{'extra':>11}" if each.extra else f"{each.points:>4} points"
            line = Text(f"  {each.id:<{WIDTH}}{points}  ")
            line.append(f"{'*' * each.difficulty:<5}{each.minutes:>3} min  ")
            stands = _standing(standings.get(each.id), edited=each.id in edited)
            line.append(f"{stands:<14}", "bold")
            line.append(each.title, "dim")
            console.print(line)
    total = sum(each.points for each in course.exercises())
    minutes = sum(each.minutes for each in course.exercises())
    console.print(f"{total} points, about {minutes} minutes. `grader check` grades your exercises.")


def _standing(standing: Standing | None, *, edited: bool) -> str:
    """Say how an exercise stands, where it was begun at all."""
    if standing is None or standing.verdict is Verdict.NOT_STARTED:
        return ""
    if edited:
        return "edited since"
    if standing.verdict is Verdict.PASSED or not standing.max_score:
        return str(standing.verdict.value)
    return f"{standing.score} of {standing.max_score}"
