"""Failures that no mistake explains: kept with the report, grouped by equal answers, listed."""

import json
import shutil

import msgspec
import pytest
from conftest import ROOT

from grader.diagnosis import MOST_BYTES, kept
from grader.likeness import VARIES
from grader.outputs import read_reports
from grader.report import SCHEMA, ExerciseReport, Report
from grader.unexplained import unexplained
from grader.verdict import Verdict

HEAD = "import tensorflow as tf\n\n\ndef mean_squared_error(y_true, y_pred):\n    return "
# Two students make one mistake in their own words, one another, one a known one; one draws lots.
CLASS = {
    "ann": "1.5 * tf.reduce_mean(tf.square(y_true - y_pred))\n",
    "ben": "tf.reduce_sum((y_pred - y_true) ** 2) * 3 / (2 * len(y_true))\n",
    "cy": "tf.reduce_mean(tf.square(y_true - y_pred)) + 1.0\n",
    "dee": "tf.reduce_mean(tf.square(y_true - y_pred)) / 2.0\n",
    "eve": "tf.reduce_mean(tf.square(y_true - y_pred)) + tf.random.uniform(())\n",
    "fay": "tf.reduce_mean(tf.square(y_true - y_pred))\n",
}


@pytest.fixture(scope="module")
def book(command, tmp_path_factory):
    """The gradebook of the class, as the real command writes it."""
    place = tmp_path_factory.mktemp("unexplained")
    for name, body in CLASS.items():
        path = place / "class" / name / "linear_regression/mse.py"
        path.parent.mkdir(parents=True)
        path.write_text(HEAD + body, encoding="utf-8")
    ran = command("grade", place / "class", "mse", "--output", place / "grades", "--jobs", "1")
    assert ran.returncode == 0, ran.stderr
    return place / "grades"


@pytest.fixture
def keeping(warm, grade, monkeypatch):
    """Grade one exercise's source as in a class, with the answers of unexplained failures kept."""
    monkeypatch.setattr(warm, "keep_answers", True)
    return grade


def test_equal_answers_stand_together_the_most_frequent_first(command, book):
    """Two students who are wrong in one way, in other words, are a group, and the first one."""
    ran = command("grades", book, "--unexplained", "--format", "json")
    groups = json.loads(ran.stdout)
    assert [each["students"] for each in groups] == [["ann", "ben"], ["cy"], ["eve"]]
    assert {each["exercise"] for each in groups} == {"mse"}
    assert groups[2]["answers"] == VARIES
    assert groups[0]["check"]["counterexample"]["returned"] == "7.5"


def test_a_group_is_shown_with_an_example_and_what_to_do(command, book):
    """An instructor reads who, the first failure with its input, and the command to go on with."""
    ran = command("grades", book, "--unexplained")
    assert ran.returncode == 0, ran.stderr
    first, second, third, close = ran.stdout.split("\n\n")
    assert first.startswith("mse: 2 students (ann, ben)\n    x gives 5 for the example")
    assert "\nmean_squared_error(tf.constant([1.0, 5.0]), tf.constant([2.0, 2.0]))\n" in first
    assert first.endswith("\n    grader author promote CLASS/ann mse NAME")
    assert "promote CLASS/cy mse NAME" in second
    assert third.startswith("mse: 1 student (eve); what it answers differs each time\n")
    assert "promote" not in third
    assert close.startswith("CLASS is the folder that was graded")


def test_nothing_unexplained_is_said_so(command, book, tmp_path):
    """Where every failure has a name, a sentence says that nothing is unexplained."""
    (tmp_path / "reports").mkdir()
    for name in ("dee", "fay"):
        shutil.copy(book / "reports" / f"{name}.json", tmp_path / "reports")
    ran = command("grades", tmp_path, "--unexplained")
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 1)
    assert ran.stdout.startswith("Nothing is unexplained: ")


def test_a_format_that_it_has_not_is_refused(command, book):
    """Unexplained failures have no table: that is said in a sentence, with exit code 2."""
    ran = command("grades", book, "--unexplained", "--format", "csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "text or json" in ran.stderr


def test_other_seeds_make_no_other_groups(command, book, tmp_path):
    """Classes graded with other inputs can be put together: all answer the same questions."""
    shutil.copytree(book.parent / "class/ben", tmp_path / "class/gus")
    ran = command("grade", tmp_path / "class", "mse", "--output", tmp_path / "g", "--jobs", "1")
    assert ran.returncode == 0, ran.stderr
    both = [*read_reports(book), *read_reports(tmp_path / "g")]
    assert len({each.seed for each in both}) == 2
    assert unexplained(both)[0].students == ["ann", "ben", "gus"]


def made(student, answers, verdict=Verdict.FAILED, mistake=None):
    """Make a report of one failure of mse."""
    exercise = ExerciseReport("mse", "MSE", verdict, 0, 1, mistake, (), answers=answers)
    return Report(SCHEMA, student, 1, 0, 1, {}, (), {}, (exercise,), 0.0)


def test_rounding_parts_no_group():
    """Answers that differ by rounding are equal, on whichever side of a rounded digit they lie."""
    near = [{0: {"value": (number, 1.0)}} for number in (0.123499, 0.123501)]
    other = {0: {"value": (0.125, 1.0)}}
    reports = [made(name, each) for name, each in zip("abc", [*near, other], strict=True)]
    assert [each.students for each in unexplained(reports)] == [["a", "b"], ["c"]]


@pytest.mark.parametrize("answers", [None, {}, VARIES])
def test_what_cannot_be_compared_stands_alone(answers):
    """Nobody is put beside another whose answers are not known to be the same wrong ones."""
    reports = [made("a", answers), made("b", answers)]
    assert [each.students for each in unexplained(reports)] == [["a"], ["b"]]


def test_only_failures_without_a_name_are_listed():
    """What passed, has a name, was not started, or ended by itself is explained."""
    reports = [made("a", None, mistake="halved")]
    reports += [made(each.value, None, each) for each in Verdict if each is not Verdict.FAILED]
    assert [each.students for each in unexplained(reports)] == [["error"]]


def test_a_report_with_answers_is_read_as_it_was_written(book):
    """Answers come back from a report's file as they were."""
    for report in read_reports(book):
        again = msgspec.json.decode(msgspec.json.encode(report), type=Report)
        assert again == report
        answers = {each.id: each.answers for each in report.exercises}
        assert (answers["mse"] is None) == (report.submission in ("dee", "fay"))


def test_alone_at_home_no_answers_are_kept(grade):
    """A student's own check does not take the time that keeping answers takes."""
    assert grade("mse", HEAD + CLASS["cy"]).answers is None


@pytest.mark.parametrize(
    "body",
    [
        "{str(each) * 500: tf.reduce_sum(y_true) for each in range(2000)}\n",
        "tf.reduce_sum(y_true) if len(y_true) < 3 else __import__('os')._exit(0)\n",
    ],
)
def test_what_is_too_much_or_ends_is_not_kept(keeping, body):
    """Nobody can fill a gradebook, and who ends the process has no answers to compare."""
    report = keeping("mse", HEAD + body)
    assert report.verdict is not Verdict.PASSED
    assert report.answers is None


def test_the_stub_of_the_debugging_exercise_is_not_asked(keeping):
    """Bugs that were handed out are nobody's unknown mistake."""
    stub = (ROOT / "exercises/logistic_regression/logistic_trainer.py").read_bytes()
    report = keeping("logistic_trainer", stub.replace(b"\n", b"\r\n"))
    assert report.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert report.answers is None


def test_kept_answers_are_harmless():
    """Words of a submission are kept without what would move a terminal's cursor."""
    wrong = {0: {"0.value[\x1b[2J]": "\x1b[31mred\ud800"}, 1: {}}
    assert kept(wrong, wrong) == {0: {"0.value[]": "red?"}}
    long = {0: {"0.raised": "x" * MOST_BYTES}}
    assert kept(long, long) is None
