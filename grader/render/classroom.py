"""Points for classrooms on GitHub: the reporter that Classroom used, and Classroom 50.

Both print what they are given into a job's log, so that no text in it may look like a command.
"""

import base64
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

import msgspec

from grader.readable import as_json
from grader.render.brief import brief
from grader.report import CheckReport, ExerciseReport, Report
from grader.verdict import Verdict
from grader.whereabouts import Whereabouts

SCHEMA_50 = "classroom50/result/v1"
LONGEST_MESSAGE = 300
# An environment variable of a Linux process holds 128 KiB at most, and the result travels in one.
LARGEST_RESULT = 96 * 1024
ERRORS = (Verdict.ERROR, Verdict.CRASHED, Verdict.TIMED_OUT, Verdict.OUT_OF_MEMORY)


def render_reporter(report: Report, places: Mapping[str, Whereabouts]) -> str:
    """Write the step output `result`: JSON as base64; without messages where it grows too large."""
    for longest in (LONGEST_MESSAGE, 0):
        encoded = base64.b64encode(msgspec.json.encode(_result(report, places, longest))).decode()
        if len(encoded) <= LARGEST_RESULT:
            break
    return encoded


def _result(report: Report, places: Mapping[str, Whereabouts], longest: int) -> dict[str, object]:
    return {
        "version": 1,
        "status": "pass" if report.passed else "fail",
        "max_score": report.max_score,
        "tests": [
            {
                "name": _name(exercise, check),
                "status": _status(check),
                "score": check.score,
                "message": quiet(brief(check, exercise, longest)) or None if longest else None,
                "test_code": "",
                "filename": places[exercise.id].file,
                "line_no": 0,
                "duration": 0,
            }
            for exercise, check in _counted(report)
        ],
    }


def _counted(report: Report) -> list[tuple[ExerciseReport, CheckReport]]:
    """List the checks that count; an extra would look like a point lost."""
    pairs = [(exercise, check) for exercise in report.exercises for check in exercise.checks]
    return [(exercise, check) for exercise, check in pairs if not check.extra]


def _name(exercise: ExerciseReport, check: CheckReport) -> str:
    return quiet(f"{exercise.id}: {check.title}")


def _status(check: CheckReport) -> str:
    if check.verdict is Verdict.PASSED and check.score == check.max_score:
        return "pass"
    return "error" if check.verdict in ERRORS else "fail"


def quiet(text: str) -> str:
    """Write text on one line that no runner takes for a command."""
    line = " ".join(text.split())
    return line.replace("::", ": :").replace("##[", "## [")


def render_classroom50(report: Report, about: Mapping[str, str], now: datetime) -> str:
    """Write Classroom 50's result.json; `about` is the job's environment."""
    result = _origin(about) | {
        "datetime": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": report.score,
        "max-score": report.max_score,
        "tests": [
            {
                "test-name": _name(exercise, check),
                "passed": _status(check) == "pass",
                "score": check.score,
                "max-score": check.max_score,
                "verdict": check.verdict.value,
            }
            for exercise, check in _counted(report)
        ],
    }
    return as_json(result)


def _origin(about: Mapping[str, str]) -> dict[str, object]:
    """Say what was graded, as Classroom 50's runner or else GitHub itself names it."""
    repository = about.get("GITHUB_REPOSITORY") or "local/local"
    owner, _, name = repository.partition("/")
    base = f"{about.get('GITHUB_SERVER_URL') or 'https://github.com'}/{repository}"
    tag = about.get("SUBMISSION_TAG") or about.get("GITHUB_REF_NAME") or "local"
    commit = about.get("COMMIT_URL") or f"{base}/commit/{about.get('GITHUB_SHA') or 'HEAD'}"
    return {
        "schema": SCHEMA_50,
        "classroom": about.get("CLASSROOM") or owner,
        "assignment": about.get("ASSIGNMENT") or name,
        "submission": tag,
        "commit": commit,
        "release": about.get("RELEASE_URL") or f"{base}/releases/tag/{quote(tag, safe='')}",
        "review": about.get("REVIEW_URL") or commit,
    }
