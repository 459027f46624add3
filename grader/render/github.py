"""What a job of GitHub Actions shows: annotations beside the student's code, and a summary.

The runner reads everything that a job prints, and takes a line that begins with `::`, also after
spaces, or has `##[` anywhere in it, for a command. So nothing is printed but commands of our own,
whatever a student's code said stands inside them escaped, and `##[` is broken up.
"""

from collections.abc import Iterator, Mapping

from grader.render.brief import brief
from grader.render.markdown import render_feedback
from grader.render.telling import failures_to_tell
from grader.report import CheckReport, ExerciseReport, Report
from grader.verdict import Verdict
from grader.whereabouts import Whereabouts

# GitHub shows no more of a step; the summary has the rest.
MOST_ANNOTATIONS = 10
LONGEST_MESSAGE = 2000
LARGEST_SUMMARY = 900_000
ADVICE = (
    "This run is advice, made in your own repository: "
    "the grade is what your instructor's run of the grader says."
)


def render_annotations(report: Report, places: Mapping[str, Whereabouts]) -> str:
    """Write the log's commands: an annotation a failure, the first of each exercise before all."""
    found = [(each, list(_failures(each))) for each in report.exercises]
    firsts = [(each, checks[0]) for each, checks in found if checks]
    others = [(each, check) for each, checks in found for check in checks[1:]]
    lines = [
        _annotation(exercise, check, places[exercise.id])
        for exercise, check in [*firsts, *others][:MOST_ANNOTATIONS]
    ]
    score = f"Score {report.score} of {report.max_score}. {ADVICE}"
    return "\n".join([*lines, command("notice", {"title": "Slopework"}, score)]) + "\n"


def _failures(exercise: ExerciseReport) -> Iterator[CheckReport]:
    """Give what is worth a mark in the code; nobody is told that a stub is a stub."""
    told = failures_to_tell(exercise).told
    return (each for each in told if each.verdict is not Verdict.NOT_STARTED)


def _annotation(exercise: ExerciseReport, check: CheckReport, place: Whereabouts) -> str:
    message = brief(check, exercise, LONGEST_MESSAGE)
    if exercise.explanation and not check.same_cause_as:
        message = f"{exercise.explanation} Think: {exercise.hint}\n{message}"
    return command(
        "warning" if check.extra else "error",
        {
            "file": place.file,
            "line": str(place.line(check.message)),
            "title": f"{exercise.id}: {check.title}",
        },
        message,
    )


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Write a workflow command on one line, whatever its parts hold."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    whole = text.replace("##[", "## [")
    return whole.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
    return _data(shown).replace(":", "%3A").replace(",", "%2C")


def render_job_summary(report: Report) -> str:
    """Write the job's summary as Markdown, of a size that GitHub takes."""
    text = f"{render_feedback(report)}\n{ADVICE}\n"
    if len(text.encode("utf-8", errors="replace")) <= LARGEST_SUMMARY:
        return text
    return f"Score {report.score} of {report.max_score}, and more feedback than fits here.\n"
