"""Gradescope: its results file, whatever a submission says, and however grading ends."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT
from spoofing import NAMES, SOURCES

from grader.errors import GraderError
from grader.render.gradescope import render_gradescope
from grader.report import SCHEMA, Report
from grader.results import ResultsFile
from grader.submission import Submission

TOP = {"score": int, "execution_time": float, "output": str, "tests": list, "extra_data": dict}
TEST = {"score": int, "max_score": int, "status": str, "name": str, "number": str, "output": str}
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]")
LONGEST = 4100
SLOW = "import time\ndef sigmoid(x):\n    time.sleep(4)\n    return x\n"
MSE = """import tensorflow as tf
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""


@pytest.fixture(scope="module")
def report(warm, course):
    """A report on code that says all it can to mislead whoever reads the results."""
    return warm.grade(Submission("ann", SOURCES, {}), course.select(NAMES))


@pytest.fixture(scope="module")
def results(report):
    """The results file of that report."""
    return json.loads(render_gradescope(report))


def waiting(course, name):
    """Give an exercise that was not graded."""
    return course.select((name,))


def test_results_have_the_fields_that_gradescope_reads(results):
    """The file has every documented field, of its kind, and says that texts are plain."""
    assert {name: type(results[name]) for name in TOP} == TOP
    formats = [results[f"{name}_format"] for name in ("output", "test_output", "test_name")]
    assert formats == ["text"] * 3
    assert (results["visibility"], results["stdout_visibility"]) == ("visible", "hidden")
    for test in results["tests"]:
        assert {name: type(test[name]) for name in TEST} == TEST
        assert test["status"] in ("passed", "failed")
        assert test["output_format"] == "text"


def test_no_test_is_hidden(results):
    """Every test is visible: one hidden test would hide the student's total."""
    assert {test["visibility"] for test in results["tests"]} == {"visible"}


def test_points_are_those_of_the_report(results, report):
    """The total is stated and is the report's, and so is the sum of the tests and of the most."""
    assert results["score"] == report.score > 0
    assert sum(test["score"] for test in results["tests"]) == report.score
    assert sum(test["max_score"] for test in results["tests"]) == report.max_score


def test_tests_are_numbered_by_exercise_and_check(results, report):
    """Tests are numbered 1.1, 1.2, 2.1 in the order of the report, each number once."""
    right = [
        f"{at}.{number}"
        for at, exercise in enumerate(report.exercises, 1)
        for number in range(1, len(exercise.checks) + 1)
    ]
    assert [test["number"] for test in results["tests"]] == right


def test_a_test_passed_where_its_check_has_all_its_points(results, report):
    """What scores less than it could is failed, also a check that a forbidden call zeroed."""
    checks = [check for exercise in report.exercises for check in exercise.checks]
    for test, check in zip(results["tests"], checks, strict=True):
        full = check.verdict.value == "passed" and check.score == check.max_score
        assert test["status"] == ("passed" if full else "failed")
    zeroed = [test for test in results["tests"] if "zeroes the exercise" in test["output"]]
    assert all(test["status"] == "failed" and test["score"] == 0 for test in zeroed)


def test_what_a_submission_says_is_harmless_and_short(results):
    """No control character, half a character or endless text reaches the results."""
    outputs = [results["output"], *(test["output"] for test in results["tests"])]
    assert any("forged" in each for each in outputs)
    assert not any(CONTROLS.search(each) for each in outputs)
    assert max(map(len, outputs[1:])) <= LONGEST
    assert len(results["output"]) < 3 * 20 * 250


def test_the_seed_is_not_told(results, report):
    """The seed that a class is graded with stands nowhere in the file."""
    other = json.loads(render_gradescope(report))
    assert "seed" not in json.dumps(other["extra_data"])
    assert results == other


def test_exercises_that_wait_cost_points_and_say_so(report, course):
    """An exercise that was not graded counts in the most, scores 0, and says why."""
    (late,) = waiting(course, "accuracy")
    partial = json.loads(render_gradescope(report, [late]))
    last = partial["tests"][-1]
    assert (last["number"], last["score"], last["max_score"]) == ("6.1", 0, late.points)
    assert "time ran out" in last["output"]
    assert not partial["extra_data"]["complete"]
    assert f"of {report.max_score + late.points}." in partial["output"]


def test_results_grow_with_every_exercise(warm, course, tmp_path):
    """The file is there before anything is graded, and has each exercise once it is done."""
    exercises = course.select(("mse", "sigmoid", "mae"))
    results = ResultsFile(tmp_path / "results" / "results.json", exercises)
    seen = []

    def write(report):
        results.write(report)
        seen.append([t["output"] for t in json.loads(results.path.read_text())["tests"]])

    work = Submission("ann", {"mse": MSE.encode()}, {})
    with results.kept(work, 1):
        empty = json.loads(results.path.read_text())
        warm.grade(work, exercises, write)
    assert [len(empty["tests"]), empty["score"]] == [3, 0]
    late = [sum("time ran out" in output for output in outputs) for outputs in seen]
    assert late == [2, 1]


def test_a_fault_of_the_grader_leaves_no_results(tmp_path):
    """Where the grader itself fails there is no file, so that nobody gets 0 for it."""
    results = ResultsFile(tmp_path / "results.json", ())
    work = Submission("ann", {}, {})
    seen = []

    def grade():
        with results.kept(work, 1):
            seen.append(results.path.exists())
            raise GraderError("broken")

    with pytest.raises(GraderError):
        grade()
    assert [*seen, results.path.exists()] == [True, False]


def test_an_empty_report_is_a_sound_file():
    """Results before the first exercise are a sound file with 0 points."""
    empty = Report(SCHEMA, "ann", 1, 0, 0, {}, (), {}, (), 0.0)
    assert json.loads(render_gradescope(empty))["score"] == 0


def test_the_command_writes_flat_files_and_hidden_text(command, tmp_path):
    """`grader check --format gradescope` takes files as a student uploads them, in any place."""
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "mse (1).py").write_text(MSE)
    where = tmp_path / "results.json"
    ran = command(
        *("check", "mse", "--submission", tmp_path / "submission"),
        *("--format", "gradescope", "--output", where),
    )
    assert (ran.returncode, ran.stdout) == (0, "")
    results = json.loads(where.read_text())
    assert results["score"] == sum(test["max_score"] for test in results["tests"]) > 0


@pytest.mark.skipif(os.name != "posix", reason="Windows has no polite kill")
def test_who_is_ended_leaves_what_was_graded(tmp_path):
    """Ended in the midst of a slow exercise, the grader leaves the points of those before it."""
    (tmp_path / "mse.py").write_text(MSE)
    (tmp_path / "sigmoid.py").write_text(SLOW)
    where = tmp_path / "results.json"
    call = [sys.executable, "-m", "grader", "check", "mse", "sigmoid", "--submission", tmp_path]
    process = subprocess.Popen(
        [*map(str, call), "--format", "gradescope", "--output", str(where)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 120
        while not (where.exists() and json.loads(where.read_text())["score"]):
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 130
    finally:
        process.kill()
    results = json.loads(where.read_text())
    assert results["score"] == 20
    assert "time ran out" in results["tests"][-1]["output"]
