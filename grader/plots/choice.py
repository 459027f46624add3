"""Which exercises of a report are drawn, and which cannot be."""

from collections.abc import Iterator

from grader.errors import StoppedError
from grader.grading import Grader
from grader.plots.figures import Picture, figures_of
from grader.plots.plan import DRAWN, PLANS
from grader.report import Report
from grader.submission import Submission


def pictures_of(grader: Grader, report: Report, work: Submission) -> Iterator[Picture | str]:
    """Draw what went wrong, exercise by exercise, or say in a sentence why there is no picture."""
    verdicts = {each.id: each.verdict for each in report.exercises}
    wrong = [each for each in grader.exercises if verdicts.get(each.id) in DRAWN]
    if not wrong:
        yield "No picture: no exercise failed."
    for exercise in wrong:
        if exercise.id not in PLANS:
            yield f"There is no picture of {exercise.id}."
            continue
        try:
            yield from figures_of(grader, exercise, work.sources[exercise.id])
        except StoppedError as stopped:
            yield str(stopped)
