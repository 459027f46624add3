"""Gradescope's results.json: one test a check, the total stated, nothing hidden.

A single hidden test would hide the total from students, so every test is visible.
"""

from collections.abc import Iterable

from grader.course import Exercise
from grader.readable import as_json
from grader.render.brief import brief, shortened
from grader.render.telling import exercises_to_tell, output_to_tell, points_told
from grader.report import CheckReport, ExerciseReport, Report
from grader.text import harmless
from grader.verdict import Verdict

VISIBLE = "visible"
LONGEST_LINE = 200
UNGRADED = "The time ran out before this exercise was graded; hand in again, or ask for more time."


def render_gradescope(report: Report, waiting: Iterable[Exercise] = ()) -> str:
    """Write results.json; exercises that still wait to be graded stand in it with 0 points."""
    waiting = list(waiting)
    tests = [
        _test(f"{at}.{number}", check, exercise)
        for at, exercise in enumerate(report.exercises, 1)
        for number, check in enumerate(exercise.checks, 1)
    ]
    tests += [_ungraded(f"{at}.1", each) for at, each in enumerate(waiting, _after(report))]
    return as_json(
        {
            "score": report.score,
            "execution_time": report.seconds,
            "output": _summary(report, waiting),
            "output_format": "text",
            "test_output_format": "text",
            "test_name_format": "text",
            "visibility": VISIBLE,
            "stdout_visibility": "hidden",
            "extra_data": _extra(report, complete=not waiting),
            "tests": tests,
        }
    )


def _after(report: Report) -> int:
    return len(report.exercises) + 1


def _test(number: str, check: CheckReport, exercise: ExerciseReport) -> dict[str, object]:
    passed = check.verdict is Verdict.PASSED and check.score == check.max_score
    extra = "extra: " if check.extra else ""
    return _visible(
        score=check.score,
        max_score=check.max_score,
        status="passed" if passed else "failed",
        name=f"{exercise.id}: {extra}{check.title}",
        number=number,
        output=brief(check, exercise),
    )


def _ungraded(number: str, exercise: Exercise) -> dict[str, object]:
    return _visible(
        score=0,
        max_score=exercise.points,
        status="failed",
        name=f"{exercise.id}: {exercise.title}",
        number=number,
        output=UNGRADED,
    )


def _visible(**fields: object) -> dict[str, object]:
    return fields | {"output_format": "text", "visibility": VISIBLE}


def _summary(report: Report, waiting: list[Exercise]) -> str:
    """Say what an exercise came to, why, and what it printed, for all that did not pass."""
    most = report.max_score + sum(each.points for each in waiting)
    lines = [f"Score {report.score} of {most}."]
    for each in exercises_to_tell(report):
        lines += ["", *_of_exercise(each)]
    return harmless("\n".join(lines))


def _of_exercise(exercise: ExerciseReport) -> list[str]:
    lines = [f"{exercise.id}: {exercise.verdict.value}, {points_told(exercise)}"]
    if exercise.note:
        lines.append(f"    {exercise.note}")
    if exercise.explanation:
        lines += [f"    {exercise.explanation}", f"    Think: {exercise.hint}"]
    if printed := output_to_tell(exercise):
        lines += ["    your code printed or warned:"]
        lines += [f"      {shortened(line, LONGEST_LINE)}" for line in printed.splitlines()]
    return lines


def _extra(report: Report, *, complete: bool) -> dict[str, object]:
    """Give what later runs may read; never the seed, which a class does not know."""
    return {
        "complete": complete,
        "versions": report.versions,
        "sandbox": report.sandbox,
        "verdicts": {each.id: each.verdict.value for each in report.exercises},
    }
