"""Reports as JSON, JUnit and text: complete, well formed, and free of what a submission says."""

import io
import json
import os
import re
import sys
import threading
from subprocess import Popen
from xml.etree import ElementTree as ET

import msgspec
import pytest
from conftest import ROOT
from rich.console import Console

from grader.render.json import render_json
from grader.render.junit import render_junit
from grader.render.text import print_report
from grader.report import Report
from grader.submission import Submission
from grader.text import harmless
from grader.verdict import Verdict

REPORT_FIELDS = "schema submission seed score max_score versions sandbox limits exercises"
EXERCISE_FIELDS = "id verdict score max_score mistake checks"
CHECK_FIELDS = "id title verdict score max_score message counterexample blocked_by"
RIGHT = b"import tensorflow as tf\ndef mean_squared_error(t, p):\n    return "
RIGHT += b"tf.reduce_mean(tf.square(t - p))\n"
HOSTILE = rb"""
SAID = "\x1b[31mhello\x1b[0m [red]there[/red] ]]> & < \x00 \x07 \ud800 \x9b31m end"
def sigmoid(x):
    print(SAID)
    raise ValueError(SAID)
"""
UNMARKED = re.compile(r"hello \[red\]there\[/red\] \]\]> & <")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*[34]\d(?:;\d+)*m")


@pytest.fixture(scope="module")
def report(warm, course):
    """A report of four exercises: right, hostile, without a file, and not read."""
    sources = {"mse": RIGHT, "sigmoid": HOSTILE}
    submission = Submission("ann", sources, {"accuracy": "it is a link, not a file of its own"})
    return warm.grade(submission, course.select(("mse", "linear_trainer", "sigmoid", "accuracy")))


def text_of(report, **settings):
    """Give a report as it is printed."""
    file = io.StringIO()
    print_report(report, Console(file=file, highlight=False, soft_wrap=True, **settings))
    return file.getvalue()


def named(report, name):
    """Give a report whose submission has another name."""
    return msgspec.structs.replace(report, submission=name)


def test_the_report_is_what_these_tests_are_about(report):
    """One exercise passed, one raised, one has no file, one was refused."""
    verdicts = [each.verdict.value for each in report.exercises]
    assert verdicts == ["passed", "not started", "error", "error"]


def test_json_has_the_documented_fields(report):
    """The JSON report has every field that the design promises, in a report, exercise and check."""
    plain = json.loads(render_json(report))
    assert [each for each in REPORT_FIELDS.split() if each not in plain] == []
    for exercise in plain["exercises"]:
        assert [each for each in EXERCISE_FIELDS.split() if each not in exercise] == []
        for check in exercise["checks"]:
            assert [each for each in CHECK_FIELDS.split() if each not in check] == []


def test_json_reads_back_as_the_same_report(report):
    """A JSON report decodes to a report equal to the one it was written from."""
    text = render_json(report)
    assert msgspec.json.decode(text, type=Report) == report
    assert text.endswith("}\n")


def test_json_says_verdicts_in_words(report):
    """Verdicts stand in the JSON in the words of the design, a missing mistake as null."""
    exercises = json.loads(render_json(report))["exercises"]
    words = {check["verdict"] for each in exercises for check in each["checks"]}
    assert words == {"passed", "not started", "blocked", "error"}
    assert [each["mistake"] for each in exercises] == [None] * 4


def test_json_and_junit_say_the_same_points(report):
    """The points of every check stand in JUnit as they do in the report."""
    suites = ET.fromstring(render_junit(report)).findall("testsuite")
    for exercise, suite in zip(report.exercises, suites, strict=True):
        found = [
            {each.get("name"): int(each.get("value")) for each in case.iter("property")}
            for case in suite.findall("testcase")
        ]
        right = [{"score": each.score, "max_score": each.max_score} for each in exercise.checks]
        assert (suite.get("name"), found) == (exercise.id, right)


def test_junit_counts_what_it_shows(report):
    """The counts of a JUnit suite are those of its cases; nothing that did not pass looks so."""
    for suite in ET.fromstring(render_junit(report)).findall("testsuite"):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for kind, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.get(count)) == len(list(suite.iter(kind)))
    right, missing, hostile, refused = ET.fromstring(render_junit(report)).findall("testsuite")
    assert [int(each.get("errors")) > 0 for each in (right, hostile, refused)] == [0, 1, 1]
    assert missing.get("tests") == missing.get("skipped")


@pytest.mark.parametrize(
    "name", ["\x1b[31mann", "ann]]><&'\"", "ann\udcff", "ann\x01\x0c", "[red]ann"]
)
def test_reports_survive_a_hostile_folder_name(report, name):
    """A folder's name with control characters or broken Unicode leaves every format sound."""
    hostile = named(report, name)
    assert json.loads(render_json(hostile))["score"] == report.score
    root = ET.fromstring(render_junit(hostile).encode())
    assert "ann" in root.get("name")
    assert not CONTROLS.search(text_of(hostile).replace("\n", ""))


def test_junit_holds_hostile_text_as_text(report):
    """What the student's code said stands in JUnit as harmless text."""
    written = render_junit(report)
    assert not CONTROLS.search(written.replace("\n", ""))
    errors = list(ET.fromstring(written.encode()).iter("error"))
    assert any(UNMARKED.search(each.get("message")) for each in errors)


def test_json_holds_hostile_text_as_text(report):
    """What the student's code said or printed stands in the report without control characters."""
    hostile = json.loads(render_json(report))["exercises"][2]
    assert UNMARKED.search(hostile["output"])
    assert UNMARKED.search(json.dumps(hostile["checks"]))
    everything = [hostile["output"], *(each["message"] for each in hostile["checks"])]
    assert not any(CONTROLS.search(each.replace("\n", "")) for each in everything)


def test_text_has_one_line_an_exercise(report):
    """Every exercise has one line, with its verdict and points; the last says score and next."""
    lines = text_of(report).splitlines()
    for exercise in report.exercises:
        (line,) = [each for each in lines if each.startswith(exercise.id + " ")]
        assert exercise.verdict.value in line
        assert f"{exercise.score}/{exercise.max_score}" in line.replace(" ", "")
    assert lines[-1].startswith(
        f"Score {report.score} of {report.max_score}. Next: start with linear_trainer"
    )
    assert "`grader check linear_trainer`" in lines[-1]


def test_text_of_a_passed_report_ends_in_its_score(report):
    """Where everything passed, the last line says the score and that nothing is left."""
    right = msgspec.structs.replace(report, exercises=report.exercises[:1], max_score=report.score)
    assert text_of(right).splitlines()[-1] == "Score 20 of 20. Everything passed."


def test_text_of_untouched_stubs_says_where_to_start(report):
    """Where nothing is begun, the last line names the first exercise to start with."""
    untouched = msgspec.structs.replace(report, exercises=report.exercises[1:2])
    assert "Next: start with linear_trainer" in text_of(untouched).splitlines()[-1]


def test_markup_and_sequences_come_out_as_plain_text(report):
    """Markup of the terminal library in a student's text is printed, and colours nothing."""
    plain = text_of(report)
    assert "\x1b" not in plain
    assert len(UNMARKED.findall(plain)) >= 2
    assert not CONTROLS.search(plain.replace("\n", ""))


def test_student_text_colours_nothing_on_a_terminal(report):
    """Also where the report has colours, the student's own sequences are gone."""
    shown = text_of(report, force_terminal=True, color_system="standard", no_color=False)
    assert COLOUR.search(shown)
    own = [each for each in shown.splitlines() if "[red]" in each]
    assert own
    assert all(UNMARKED.search(each) for each in own)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[2J\x1b]0;title\x07plain", "plain"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[1;31mred\x1b[0m", "red"),
    ],
)
def test_harmless_drops_sequences_and_keeps_text(text, wanted):
    """Terminal sequences go as a whole; lines and tabs stay."""
    assert harmless(text) == wanted


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\r", "\x9b", "\u202e", "\ud800", "\u2028"])
def test_harmless_replaces_control_characters(character):
    """A control character, a turn of direction or half a surrogate becomes a plain mark."""
    cleaned = harmless(f"a{character}b")
    assert character not in cleaned
    assert (cleaned[0], cleaned[-1]) == ("a", "b")
    cleaned.encode()


def on_a_terminal(tmp_path, **environment):
    """Run the real command with a terminal as stdout; gives what it wrote there."""
    pty = pytest.importorskip("pty")
    (tmp_path / "linear_regression").mkdir()
    (tmp_path / "linear_regression" / "mse.py").write_text("def mean_squared_error(t, p): x\n")
    ours, theirs = pty.openpty()
    process = Popen(
        [sys.executable, "-m", "grader", "check", "mse", "--submission", str(tmp_path)],
        cwd=ROOT,
        env={key: os.environ[key] for key in os.environ if key not in ("NO_COLOR", "FORCE_COLOR")}
        | {"TERM": "xterm"}
        | environment,
        stdout=theirs,
    )
    os.close(theirs)
    ender = threading.Timer(120, process.kill)
    ender.start()
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass
    ender.cancel()
    assert process.wait() == 1
    return shown.decode()


@pytest.mark.parametrize("quiet", [False, True])
def test_no_color_is_honoured(tmp_path, quiet):
    """On a terminal the report has colours, and with NO_COLOR it has none."""
    shown = on_a_terminal(tmp_path, **({"NO_COLOR": "1"} if quiet else {}))
    assert "error" in shown
    assert bool(COLOUR.search(shown)) is not quiet


def test_every_verdict_can_be_shown(report):
    """Each verdict has its word in every format."""
    for verdict in Verdict:
        exercise = msgspec.structs.replace(report.exercises[1], verdict=verdict)
        one = msgspec.structs.replace(report, exercises=(exercise,))
        assert verdict.value in text_of(one)
        assert verdict.value in render_json(one)
        ET.fromstring(render_junit(one))
