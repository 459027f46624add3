"""GitHub: what a job prints and writes, whatever a submission says."""

import base64
import json
import re
from datetime import UTC, datetime
from urllib.parse import unquote

import msgspec
import pytest
import yaml
from markdown_it import MarkdownIt
from spoofing import NAMES, SOURCES, is_command

from grader.render.classroom import quiet, render_classroom50, render_reporter
from grader.render.github import command, render_annotations, render_job_summary
from grader.submission import Submission
from grader.verdict import Verdict
from grader.whereabouts import Whereabouts, whereabouts

OWN = re.compile(r"::(error|warning) file=[^:,]+,line=\d+,title=[^:,]*::.*|::notice title=\w+::.*")
RESULT = {"version": int, "status": str, "max_score": int, "tests": list}
TEST = {
    "name": str,
    "status": str,
    "score": int,
    "test_code": str,
    "filename": str,
    "line_no": int,
    "duration": int,
}
ORIGIN = "classroom assignment submission commit release review"
FIFTY = f"schema {ORIGIN} datetime score max-score tests"
NOON = datetime(2026, 11, 28, 12, 0, 0, tzinfo=UTC)
HOSTILE_NAMES = ["exercises", "a,line=9::x", "a\n::error::x", "100%", "##[error]x"]


@pytest.fixture(scope="module")
def report(warm, course):
    """A report on code that says all it can to mislead the runner."""
    return warm.grade(Submission("ann", SOURCES, {}), course.select(NAMES))


@pytest.fixture(scope="module")
def places(report):
    """Where the exercises of that report lie."""
    return {
        each.id: whereabouts(f"exercises/{each.id}.py", SOURCES.get(each.id), ["f"])
        for each in report.exercises
    }


def test_a_job_prints_commands_of_our_own_alone(report, places):
    """Every line is a whole command of ours; none is a student's, by the runner's own rules."""
    lines = render_annotations(report, places).splitlines()
    assert all(OWN.fullmatch(line) for line in lines)
    assert "##[" not in "".join(lines)
    assert any("forged" in line for line in lines)
    assert {line.split("::")[1].split(" ")[0] for line in lines} <= {"error", "warning", "notice"}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_folder_cannot_issue_commands(report, places, name):
    """A folder's name with commas, colons or newlines stays one property of one command."""
    hostile = {key: Whereabouts(f"{name}/{key}.py") for key in places}
    for line in render_annotations(report, hostile).splitlines():
        assert OWN.fullmatch(line)
        assert "##[" not in line


def test_escapes_are_undone_to_what_was_said():
    """What the runner decodes is the text that went in, percent signs and newlines included."""
    said = "100%0A\r\n::error::x, y: z"
    line = command("error", {"title": said}, said)
    head, data = line.removeprefix("::error title=").split("::", 1)
    assert unquote(data) == said
    assert "," not in head
    assert ":" not in head


def test_failures_stand_beside_the_code(report, places):
    """An error is shown at the line that raised, a forbidden call at the line that calls."""
    text = render_annotations(report, places)
    raised = SOURCES["mse"].decode().splitlines().index("    raise ValueError(SAID)") + 1
    assert f"file=exercises/mse.py,line={raised},title=mse" in text
    assert "file=exercises/softmax.py,line=3,title=softmax" in text


def test_a_wrong_value_stands_beside_the_definition():
    """Where no line is named, the place is that of the graded name; never beyond the file."""
    source = b"import os\n\ndef other(): ...\nclass Model:\n    pass\n"
    place = whereabouts("x.py", source, ["Model"])
    assert place.line("gives a different value") == 4
    assert place.line("line 2: NameError") == 2
    assert place.line("line 900: forged") == 4
    assert whereabouts("x.py", None, ["f"]).line("there is no file") == 1


def test_lines_are_counted_as_python_counts_them():
    """A form feed, or a separator in a string, ends no line; the ends of every system do."""
    source = "\f\r\nS = 'a\u2028b\x0b'\rdef f():\n    pass\n".encode()
    place = whereabouts("x.py", source, ["f"])
    assert (place.definition, place.lines) == (3, 4)


def test_exercises_that_were_not_begun_are_no_errors(report, places):
    """An exercise without a file has no annotation; it is work to come."""
    assert "linear_trainer" not in render_annotations(report, places)


def test_no_more_annotations_than_github_shows(report, places):
    """At most ten annotations are written, the first of every exercise among them."""
    many = msgspec.structs.replace(report, exercises=report.exercises * 5)
    lines = render_annotations(many, places).splitlines()
    assert len(lines) == 11
    assert {line.split("title=")[1].split("%3A")[0] for line in lines[:3]} == {
        "mse",
        "sigmoid",
        "softmax",
    }


def test_the_summary_shows_text_as_text(report):
    """As HTML the summary has one heading a report, exercise and check, and no image or script."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = markdown.parse(render_job_summary(report))
    inline = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in [*tokens, *inline]}
    assert not kinds & {"html_block", "html_inline", "image", "link_open"}
    assert sum(token.type == "table_open" for token in tokens) == 1
    heads = [tokens[at + 1].content for at, t in enumerate(tokens) if t.type == "heading_open"]
    assert not any("forged" in head for head in heads)


def test_the_summary_fits_and_says_what_it_is(report):
    """The summary is of a size that GitHub takes, and says that it is advice."""
    assert "advice" in render_job_summary(report)
    huge = (msgspec.structs.replace(report.exercises[0], title="x " * 5000),) * 100
    text = render_job_summary(msgspec.structs.replace(report, exercises=huge))
    assert len(text) < 200
    assert f"Score {report.score} of {report.max_score}" in text


def test_the_reporter_gets_what_it_reads(report, places):
    """The step output has every field that the reporter of Classroom reads, and its points."""
    encoded = render_reporter(report, places)
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", encoded)
    result = json.loads(base64.b64decode(encoded))
    assert {name: type(result[name]) for name in RESULT} == RESULT
    assert (result["version"], result["status"]) == (1, "fail")
    for test in result["tests"]:
        assert {name: type(test[name]) for name in TEST} == TEST
        assert test["message"] is None or isinstance(test["message"], str)
        assert test["line_no"] == 0
        assert test["status"] in ("pass", "fail", "error")
    assert sum(test["score"] for test in result["tests"]) == report.score
    assert result["max_score"] == report.max_score


def test_what_the_reporter_prints_is_no_command(report, places):
    """Names and messages are one line each, and no runner takes any part of them for a command."""
    result = json.loads(base64.b64decode(render_reporter(report, places)))
    said = [test[name] or "" for test in result["tests"] for name in ("name", "message")]
    assert any("forged" in each for each in said)
    assert not any("::" in each or "##[" in each or "\n" in each for each in said)
    assert not is_command(quiet(":" * 7))


def test_the_reporter_result_fits_an_environment_variable(report, places):
    """A report that grows too large goes without messages; the points stay."""

    def wordy(check):
        return msgspec.structs.replace(check, verdict=Verdict.ERROR, message="word " * 200)

    many = msgspec.structs.replace(
        report,
        exercises=tuple(
            msgspec.structs.replace(each, checks=tuple(map(wordy, each.checks)))
            for each in report.exercises * 4
        ),
    )
    encoded = render_reporter(many, places)
    assert len(encoded) < 128 * 1024
    tests = json.loads(base64.b64decode(encoded))["tests"]
    assert {test["message"] for test in tests} == {None}
    assert sum(test["score"] for test in tests) == report.score * 4


def test_classroom_50_gets_what_it_reads(report):
    """`result.json` has the documented fields, whole points, and a sum that is its score."""
    result = json.loads(render_classroom50(report, {}, NOON))
    assert set(result) == set(FIFTY.split())
    assert result["schema"] == "classroom50/result/v1"
    assert result["datetime"] == "2026-11-28T12:00:00Z"
    assert sum(test["score"] for test in result["tests"]) == result["score"] == report.score
    assert result["max-score"] == report.max_score
    for test in result["tests"]:
        assert isinstance(test["passed"], bool)
        assert {"test-name", "score", "max-score"} < set(test)
    assert all(result[name] for name in ORIGIN.split())


def test_classroom_50_is_told_what_its_runner_says(report):
    """The classroom, the assignment and the links are those of the job's environment."""
    about = {
        "CLASSROOM": "ml",
        "ASSIGNMENT": "hw1",
        "SUBMISSION_TAG": "submit/1",
        "GITHUB_REPOSITORY": "org/hw1-ann",
        "GITHUB_SHA": "abc",
    }
    result = json.loads(render_classroom50(report, about, NOON))
    assert [result[name] for name in ("classroom", "assignment", "submission")] == [
        "ml",
        "hw1",
        "submit/1",
    ]
    assert result["commit"] == "https://github.com/org/hw1-ann/commit/abc"
    assert result["release"].endswith("/releases/tag/submit%2F1")


def test_the_command_serves_a_job(command, tmp_path):
    """`grader check --format github` prints, appends to the job's files and writes result.json."""
    folder = tmp_path / "repo" / "exercises" / "linear_regression"
    folder.mkdir(parents=True)
    (folder / "mse.py").write_bytes(SOURCES["mse"])
    summary, output = tmp_path / "summary.md", tmp_path / "output.txt"
    summary.write_text("before\n")
    ran = command(
        *("check", "mse", "--format", "github", "--submission", folder.parent),
        *("--output", tmp_path / "result.json"),
        GITHUB_WORKSPACE=str(tmp_path / "repo"),
        GITHUB_STEP_SUMMARY=str(summary),
        GITHUB_OUTPUT=str(output),
    )
    assert ran.returncode == 1
    assert all(OWN.fullmatch(line) for line in ran.stdout.splitlines())
    assert "file=exercises/linear_regression/mse.py," in ran.stdout
    assert not any(is_command(line) for line in ran.stderr.splitlines())
    assert summary.read_text().startswith("before\n# Feedback")
    assert re.fullmatch(r"result=[A-Za-z0-9+/]+=*\n", output.read_text())
    assert json.loads((tmp_path / "result.json").read_text())["max-score"] == 20


@pytest.fixture(scope="module")
def released(command, tmp_path_factory):
    """What `grader release --for github` writes for one exercise."""
    folder = tmp_path_factory.mktemp("released") / "github"
    ran = command("release", folder, "mse", "--for", "github")
    assert ran.returncode == 0, ran.stderr
    return folder


def test_the_workflow_grades_with_the_least_rights(released):
    """The workflow parses, reads contents alone, and pins every action to a major version."""
    workflow = yaml.safe_load((released / ".github/workflows/grade.yml").read_text())
    assert workflow["permissions"] == {"contents": "read"}
    # YAML reads the key `on` as true.
    assert set(workflow[True]) == {"push", "workflow_dispatch"}
    steps = workflow["jobs"]["grade"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)
    graded, kept = steps[-2:]
    assert graded["id"] == "grade"
    assert "--format github --output result.json" in graded["run"]
    assert kept["with"]["path"] == "result.json"
    assert "cancelled()" in kept["if"]


def test_a_kit_on_github_says_that_it_advises(released):
    """Workflow and README say that the grade is the instructor's run."""
    for name in (".github/workflows/grade.yml", "README.md"):
        text = " ".join((released / name).read_text().replace("#", "").split())
        assert "advice" in text
        assert "instructor's" in text
    assert not (released / "solutions").exists()


def test_a_released_kit_grades_as_its_workflow_says(released, command, tmp_path):
    """The command of the workflow runs in the released kit, as a student's push would run it."""
    output = tmp_path / "output.txt"
    ran = command(
        *("check", "--format", "github", "--output", tmp_path / "result.json"),
        cwd=released,
        PYTHONPATH=str(released),
        GITHUB_WORKSPACE=str(released),
        GITHUB_OUTPUT=str(output),
    )
    assert ran.returncode == 1
    assert ran.stdout.startswith("::notice title=Slopework::Score 0 of 20.")
    assert output.read_text().startswith("result=")
