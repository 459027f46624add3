"""An exercise of 0 points: shown everywhere, scored nowhere, and no reason to say no."""

import csv
import shutil

import pytest
from conftest import ROOT

EXTRA = "generalization/learning_rate.py"
MSE = "linear_regression/mse.py"
WRONG = "import tensorflow as tf\n\n\ndef largest_stable_learning_rate(inputs):\n"
WRONG += "    return 1 / tf.reduce_mean(tf.square(inputs))\n"


@pytest.fixture
def work(tmp_path):
    """A submission with a right mse, and an extra that is wrong."""
    for path in (MSE, EXTRA):
        (tmp_path / "class/ada" / path).parent.mkdir(parents=True)
    shutil.copy(ROOT / "solutions" / MSE, tmp_path / "class/ada" / MSE)
    (tmp_path / "class/ada" / EXTRA).write_text(WRONG)
    return tmp_path / "class/ada"


def test_an_extra_that_fails_keeps_nothing_from_passing(command, work):
    """What is worth points passed, so everything did; the extra is told, and named as left."""
    ran = command("check", "mse", "learning_rate", "--submission", work)
    assert ran.returncode == 0
    assert "learning_rate              failed           extra  " in ran.stdout
    assert "Only W is looked at" in ran.stdout
    closing = "Score 20 of 20. Everything passed; an extra is left: learning_rate.\n"
    assert ran.stdout.endswith(closing)


def test_an_extra_by_itself_is_judged(command, work):
    """Whoever asks for the extra alone is told whether it passed."""
    ran = command("check", "learning_rate", "--submission", work)
    assert ran.returncode == 1
    assert "No points. Next: repair learning_rate" in ran.stdout
    shutil.copy(ROOT / "solutions" / EXTRA, work / EXTRA)
    ran = command("check", "learning_rate", "--submission", work)
    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (0, "No points. Everything passed.")


def test_an_extra_stands_in_the_list_without_points(command):
    """The list shows it among the others, and says that it is an extra."""
    lines = command("list").stdout.splitlines()
    (line,) = [each for each in lines if each.split()[:1] == ["learning_rate"]]
    assert line.split()[1] == "extra"
    assert "0 points" not in line


def test_an_extra_adds_nothing_to_grades(command, work, tmp_path):
    """A class's table has a column for it, with 0 of no points; it is not among what is missing."""
    grades = tmp_path / "grades"
    ran = command("grade", work.parent, "mse", "learning_rate", "--output", grades)
    assert ran.returncode == 0, ran.stderr
    (row,) = csv.DictReader((grades / "grades.csv").read_text().splitlines())
    assert (row["score"], row["max_score"], row["learning_rate"]) == ("20", "20", "0")
    feedback = next((grades / "feedback").iterdir()).read_text()
    assert "(`learning_rate`) | failed | extra |" in feedback
    assert "learning_rate" not in command("grades", grades).stdout.split("not passed")[-1]
