"""Feedback for one student, as Markdown; whatever the student's code said is shown as text."""

import re

from grader.render.telling import (
    exercises_to_tell,
    failures_to_tell,
    output_to_tell,
    points_of,
    values_to_tell,
    why_these_too,
)
from grader.report import CheckReport, ExerciseReport, Report
from grader.text import harmless

# What Markdown or HTML would read as more than text.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&@:])")


def render_feedback(report: Report) -> str:
    """Write what a student is told, without the seed that the class was graded with."""
    lines = [f"# Feedback for {plain(report.who)}", ""]
    lines += [f"Score: **{report.score} of {report.max_score}**", ""]
    lines += ["| exercise | verdict | points |", "|---|---|---|"]
    for each in report.exercises:
        row = (f"{plain(each.title)} (`{each.id}`)", each.verdict.value, points_of(each))
        lines.append(f"| {' | '.join(row)} |")
    for each in exercises_to_tell(report):
        lines += ["", *_exercise(each)]
    return "\n".join(lines) + "\n"


def _exercise(exercise: ExerciseReport) -> list[str]:
    telling = failures_to_tell(exercise)
    lines = [f"## {plain(exercise.title)}: {exercise.verdict.value}"]
    if exercise.note:
        lines += ["", f"{plain(exercise.note)}."]
    if exercise.explanation:
        lines += ["", f"**{plain(exercise.explanation)}**", "", f"Think: {plain(exercise.hint)}"]
    for check in telling.told:
        lines += ["", *_check(check)]
    if telling.same_cause:
        lines += ["", plain(why_these_too(exercise)).capitalize(), ""]
        lines += [f"- {plain(check.title)}" for check in telling.same_cause]
    if telling.left:
        lines += ["", f"And {telling.left} more, once these are right."]
    if shown := output_to_tell(exercise):
        lines += ["", "Your code printed or warned:", "", *fenced(shown, "text")]
    return lines


def _check(check: CheckReport) -> list[str]:
    extra = "Extra: " if check.extra else ""
    lines = [f"### {extra}{plain(check.title)}", "", plain(check.message)]
    if shown := check.counterexample:
        lines += ["", *fenced(shown.call, "python")]
        if values_to_tell(check):
            both = f"gave      {shown.returned}\nexpected  {shown.expected}"
            lines += ["", *fenced(both, "text")]
    return lines


def plain(text: str) -> str:
    """Write text so that Markdown and HTML show it as it is, on one line a line."""
    lines = harmless(text).splitlines() or [""]
    return "  \n".join(_SPECIAL.sub(r"\\\1", line.strip()) for line in lines)


def fenced(text: str, language: str) -> list[str]:
    """Write a block of code within a fence that nothing in it can close."""
    text = harmless(text)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{language}", text, fence]
