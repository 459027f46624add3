"""A job of GitHub Actions: the files that it names for its summary and its outputs.

See GitHub's "Workflow commands for GitHub Actions".
"""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.render.classroom import render_classroom50, render_reporter
from grader.render.github import render_job_summary
from grader.report import Report
from grader.submission import Submission
from grader.whereabouts import Whereabouts, whereabouts


def places_of(
    submission: Submission,
    root: Path,
    course: Course,
    exercises: Iterable[Exercise],
    names: Mapping[str, Iterable[str]],
) -> dict[str, Whereabouts]:
    """Say by exercise where its file is in the repository, and where in it what is graded."""
    repository = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    folder = root.resolve()
    inside = folder.is_relative_to(repository)
    base = folder.relative_to(repository).as_posix() if inside else folder.name
    return {
        each.id: whereabouts(
            f"{base}/{course.file(each)}".removeprefix("./"),
            submission.sources.get(each.id),
            names[each.id],
        )
        for each in exercises
    }


def report_to_job(report: Report, places: Mapping[str, Whereabouts]) -> None:
    """Write the job's summary and the step's output `result`, where this is a job."""
    _append("GITHUB_STEP_SUMMARY", render_job_summary(report))
    _append("GITHUB_OUTPUT", f"result={render_reporter(report, places)}\n")


def classroom50(report: Report) -> str:
    """Give Classroom 50's result.json for this job."""
    return render_classroom50(report, os.environ, datetime.now(UTC))


def _append(variable: str, text: str) -> None:
    name = os.environ.get(variable)
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(
            f"The file {name!r} that ${variable} names cannot be written ({error.strerror})."
        ) from None
