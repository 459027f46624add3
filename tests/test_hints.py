"""Hints in steps, and what a kit remembers of its student: by the real commands."""

import shutil

import pytest
from conftest import ROOT

from grader.hints import LEAST, read_hints

SUM = "import tensorflow as tf\n\n\ndef mean_squared_error(y_true, y_pred):\n"
SUM += "    return tf.reduce_sum(tf.square(y_true - y_pred))\n"
MSE = "exercises/linear_regression/mse.py"


@pytest.fixture
def student(command, tmp_path):
    """A student's kit, and the command run in it."""
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, tmp_path / name)

    def run(*arguments):
        return command(*arguments, cwd=tmp_path, PYTHONPATH=str(ROOT))

    run.root = tmp_path
    return run


def test_every_exercise_has_hints_in_steps(course):
    """Each exercise has three hints at least, all different, and none is one of the others."""
    for exercise in course.exercises():
        hints = read_hints(exercise)
        assert len(set(hints)) == len(hints) >= LEAST, exercise.id
        assert "?" in hints[0], f"the first hint of {exercise.id} should be a question"


def test_hints_come_one_after_the_other(student, course):
    """Each call gives the next hint, the last one stays, and `--first` begins again."""
    (exercise,) = course.select(("mse",))
    hints = read_hints(exercise)
    said = [student("hint", "mse").stdout for _ in range(len(hints) + 1)]
    for number, hint in enumerate((*hints, hints[-1])):
        step = min(number + 1, len(hints))
        assert f"Hint {step} of {len(hints)}: {hint}\n" in said[number]
    assert f"Hint 1 of {len(hints)}" in student("hint", "mse", "--first").stdout


def test_a_hint_begins_with_what_the_last_check_said(student):
    """After a failure the hint speaks of it, until the file is another one; hints start anew."""
    (student.root / MSE).write_text(SUM)
    student("hint", "mse")
    assert student("check", "mse").returncode == 1
    said = student("hint", "mse").stdout
    assert said.startswith("Your last check: The squared errors are summed, not averaged.")
    assert "Hint 2 of" in said
    (student.root / MSE).write_text(SUM.replace("sum", "max"))
    assert "Your last check" not in student("hint", "mse").stdout
    shutil.copy(ROOT / "solutions/linear_regression/mse.py", student.root / MSE)
    assert student("check", "mse").returncode == 0
    said = student("hint", "mse").stdout
    assert said.startswith("mse passed at its last check.\nHint 1 of")


def test_the_list_shows_how_a_student_stands(student):
    """After a check the list shows its verdicts; a submission from elsewhere changes nothing."""
    before = student("list").stdout
    student("check", "linear_regression", "--submission", ROOT / "solutions")
    assert student("list").stdout == before
    (student.root / MSE).write_text(SUM)
    student("check", "mse", "linear_model")
    lines = {line.split()[0]: line for line in student("list").stdout.splitlines()}
    assert " 8 of 20 " in lines["mse"]
    assert lines["linear_model"] in before


def test_unknown_exercises_and_units_get_a_sentence(student):
    """A misspelt exercise gets a suggestion, a unit the names of its exercises."""
    wrong, unit = student("hint", "mze"), student("hint", "losses")
    assert (wrong.returncode, unit.returncode) == (2, 2)
    assert "did you mean 'mse'?" in wrong.stderr
    assert "name one of its exercises: mae, msle, mape" in unit.stderr


@pytest.mark.parametrize("damage", ["garbled", "folder"])
def test_a_damaged_memory_is_no_failure(student, damage):
    """What a kit remembers is a convenience: where it cannot be read or written, all else works."""
    path = student.root / ".slopework/standings.json"
    if damage == "garbled":
        path.parent.mkdir()
        path.write_text("{")
    else:
        path.mkdir(parents=True)
    ran = student("hint", "mse")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Hint 1 of" in ran.stdout
