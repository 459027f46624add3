"""A wrong answer of a real class becomes a known mistake, in a copy of the project."""

import json
import shlex
import zipfile

import pytest
from small_kit import copy_small

from grader.author.mistakes import TO_SAY, TO_THINK
from grader.author.promotion import promote
from grader.errors import UsageError
from grader.intake import find_entry, list_entries, read_entry
from grader.recorded import read_recording
from grader.submission import Submission

MSE = "linear_regression/mse.py"
RECORDED = "grader/recorded/linear_regression/mse.jsonl"
HEAD = "import tensorflow as tf\n\n\ndef mean_squared_error(y_true, y_pred):\n"
ANN = '''"""Homework of Ann Arbor."""
import tensorflow as tf
__author__ = "unknown"

def mean_squared_error(y_true, y_pred):
    """Ann's mean."""
    'Ann says: squares first'
    squares = tf.square(y_true - y_pred)  # Ann was here
    return 1.5 * tf.reduce_mean(squares)
'''
BEN = f"{HEAD}    return tf.reduce_sum((y_pred - y_true) ** 2) * 3 / (2 * len(y_true))\n"
CY = f"{HEAD}    return tf.reduce_mean(tf.square(y_true - y_pred)) + 1.0\n"
DEE = f"{HEAD}    return 0.5 * tf.reduce_mean(tf.square(y_true - y_pred))\n"
EVE = f"{HEAD}    return tf.reduce_mean(tf.square(y_true - y_pred)) + tf.random.uniform(())\n"
RIGHT = f"{HEAD}    return tf.reduce_mean(tf.square(y_true - y_pred))\n"
SENTENCE = "One and a half times the mean is returned."
HINT = "Where does your factor come from?"


def hand_in(folder, **sources):
    """Write a class: an answer to mse each."""
    for name, source in sources.items():
        path = folder / name / MSE
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def clone(command, tmp_path_factory):
    """A copy of the project with one mistake of mse, its answers recorded, and a graded class."""
    place = tmp_path_factory.mktemp("clone")
    copy_small(place)
    hand_in(place / "class", ann=ANN, ben=BEN, cy=CY, dee=DEE)
    for said in ("author record mse", "grade class mse --jobs 1"):
        ran = command(*said.split(), cwd=place, PYTHONPATH="")
        assert ran.returncode == 0, ran.stderr
    return place


@pytest.fixture(scope="module")
def run(command, clone):
    """Run the copy's own grader in the copy."""
    return lambda *arguments: command(*arguments, cwd=clone, PYTHONPATH="")


@pytest.fixture(scope="module")
def promoted(run, clone):
    """The command that the list of unexplained failures gives, carried out."""
    lines = run("grades", "grades", "--unexplained").stdout.splitlines()
    first = next(line for line in lines if "grader author promote" in line)
    said = first.replace("CLASS", "class").replace("NAME", "half_again")
    ran = run(*shlex.split(said)[1:])
    assert ran.returncode == 0, ran.stderr
    return ran


@pytest.fixture(scope="module")
def place(promoted, clone):
    """The file of the promoted mistake."""
    return clone / "solutions/mistakes/mse/half_again.py"


def test_the_mistake_has_code_and_no_name(promoted, place):
    """The file has the student's code, what catches it, places to fill in, and no word of Ann's."""
    text = place.read_text(encoding="utf-8")
    assert text.startswith(f'"""{TO_SAY}\n\nHint: {TO_THINK}\nCaught by: worked_example\n"""\n')
    assert "return 1.5 * tf.reduce_mean(squares)" in text
    assert "Ann" not in text
    assert promoted.stdout.splitlines()[0].startswith("wrote solutions/mistakes/mse/half_again.py")
    assert len(promoted.stdout.splitlines()) == 3


def test_no_student_reads_what_is_to_be_filled_in(place, clone):
    """What the mistake answers is recorded at once, the placeholders are not."""
    mistakes = {each.name: each for each in read_recording(clone / RECORDED).mistakes}
    assert mistakes.keys() == {"halved", "half_again"}
    assert (mistakes["half_again"].sentence, mistakes["half_again"].hint) == ("", "")


def test_what_is_to_be_filled_in_is_a_problem(place, run):
    """The proof fails while sentence or hint is a placeholder, and for nothing else."""
    ran = run("author", "check", "mse")
    assert ran.returncode == 1
    assert [line.strip() for line in ran.stdout.splitlines() if "PROBLEM" in line] == [
        "PROBLEM Mistake half_again needs a sentence and a hint in its docstring."
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("class/cy", "mse", "halved"), "has a mistake 'halved' already"),
        (("class/cy", "mse", "Cy"), "cannot be a name"),
        (("class/cy", "linear_regression", "cy"), "is a unit"),
        (("class/nobody", "mse", "cy"), "no submission 'class/nobody'"),
        (("nowhere/cy", "mse", "cy"), "no folder 'nowhere'"),
        (("class/cy", "sigmoid", "cy"), "it holds no sigmoid"),
        (("class/dee", "mse", "cy"), "mse has it as 'halved'"),
        (("class/ben", "mse", "cy"), "mse has it as 'half_again'"),
    ],
)
def test_what_cannot_be_promoted_is_refused(promoted, run, clone, arguments, says):
    """A name that is taken or none, no submission, and a known mistake: a sentence, no file."""
    before = sorted((clone / "solutions").rglob("*.py")), (clone / RECORDED).read_bytes()
    ran = run("author", "promote", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert before == (sorted((clone / "solutions").rglob("*.py")), (clone / RECORDED).read_bytes())


def test_a_mistake_that_is_not_recorded_yet_is_known_too(promoted, run, clone):
    """Of two mistakes that answer alike neither could be named, so the second is not written."""
    twin = clone / "solutions/mistakes/mse/one_more.py"
    twin.write_text(f'"""One more.\n\nHint: One?\nCaught by: worked_example\n"""\n{CY}')
    before = (clone / RECORDED).read_bytes()
    try:
        ran = run("author", "promote", "class/cy", "mse", "cy")
    finally:
        twin.unlink()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "mse has it as 'one_more'" in ran.stderr
    assert not (clone / "solutions/mistakes/mse/cy.py").exists()
    assert (clone / RECORDED).read_bytes() == before


def test_the_next_class_is_told_by_name(place, run, clone):
    """Once the words are filled in and recorded, another who does the same reads them."""
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(TO_SAY, SENTENCE).replace(TO_THINK, HINT), encoding="utf-8")
    assert run("author", "record", "mse").returncode == 0
    assert run("author", "check", "mse").returncode == 0
    hand_in(clone / "next", gus=BEN)
    assert run("grade", "next", "mse", "--output", "later", "--jobs", "1").returncode == 0
    (exercise,) = json.loads((clone / "later/reports/gus.json").read_text())["exercises"]
    assert (exercise["mistake"], exercise["answers"]) == ("half_again", None)
    feedback = (clone / "later/feedback/gus.md").read_text(encoding="utf-8")
    assert (exercise["explanation"], exercise["hint"]) == (SENTENCE, HINT)
    assert SENTENCE.rstrip(".") in feedback
    assert run("grades", "later", "--unexplained").stdout.startswith("Nothing is unexplained")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (RIGHT, "passes"),
        (EVE, "differs each time"),
        ("def mean_squared_error(y_true, y_pred)\n", "cannot be read as Python"),
        (f"{HEAD}    return __import__('os')._exit(0)\n", "is crashed; only code that answers"),
        (None, "is the stub"),
    ],
)
def test_an_answer_that_is_no_mistake_is_refused(
    warm, course, kit, monkeypatch, tmp_path, source, says
):
    """What is right, differs each time, is no Python, ends by itself or is the stub: no file."""
    monkeypatch.setattr(warm, "keep_answers", True)
    stub = (kit.exercises / MSE).read_bytes()
    submission = Submission("cy", {"mse": source.encode() if source else stub}, {})
    with pytest.raises(UsageError, match=says):
        promote(warm, course.exercise("mse"), submission, tmp_path / "mistakes/cy.py")
    assert list(tmp_path.iterdir()) == []


def test_a_submission_is_found_as_a_class_lists_it(course, tmp_path):
    """Folders, archives and the loose files of one student are what `grade` takes them for."""
    hand_in(tmp_path, ann=ANN)
    with zipfile.ZipFile(tmp_path / "ben.zip", "w") as archive:
        archive.writestr(MSE, BEN)
    for number, name in enumerate(("mse", "mae")):
        (tmp_path / f"coycy_81_{number}_{name}.py").write_text(CY, encoding="utf-8")
    exercises = course.select(("mse",))
    listed = list_entries(tmp_path, course)
    assert [len(each.paths) for each in listed] == [1, 1, 2]
    for entry in listed:
        found = find_entry(tmp_path / entry.name, course)
        wanted = read_entry(entry, course, exercises)
        assert read_entry(found, course, exercises).sources == wanted.sources != {}
    with pytest.raises(UsageError, match="no submission"):
        find_entry(tmp_path / "dee", course)
