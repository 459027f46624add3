"""What `grader check` does differently where a platform runs it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commands.delivery import deliver
from grader.course import Course, Exercise
from grader.report import Report
from grader.submission import Submission, find_root, read_submission

if TYPE_CHECKING:
    from grader.grading import Grader


def read_for(
    form: str, folder: Path, course: Course, exercises: tuple[Exercise, ...]
) -> Submission:
    """Read a submission; on Gradescope it lies as the student uploaded it."""
    if form != "gradescope":
        return read_submission(folder, course, exercises)
    from grader.intake import read_alone  # noqa: PLC0415  (reads notebooks, which takes a moment)

    return read_alone(folder, course, exercises)


def grade_for(form: str, grader: "Grader", work: Submission, output: Path | None) -> Report:
    """Grade; for Gradescope the file of results is written with every exercise."""
    if form != "gradescope" or output is None:
        return grader.grade(work)
    from grader.results import ResultsFile  # noqa: PLC0415

    results = ResultsFile(output, grader.exercises)
    with results.kept(work, grader.seed):
        return grader.grade(work, so_far=results.write)


def deliver_to_job(
    report: Report, grader: "Grader", work: Submission, folder: Path, output: Path | None
) -> None:
    """Print a job's annotations, and write its summary, its output and Classroom 50's file."""
    from grader.actions import classroom50, places_of, report_to_job  # noqa: PLC0415
    from grader.render.github import render_annotations  # noqa: PLC0415

    names = {each.id: grader.contracts[each.id].names for each in grader.exercises}
    root = find_root(folder, grader.course)
    places = places_of(work, root, grader.course, grader.exercises, names)
    click.echo(render_annotations(report, places), nl=False)
    report_to_job(report, places)
    if output:
        deliver(classroom50(report), output)
