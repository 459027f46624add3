"""The author's commands, in a copy of the whole project: lay out, prove, and name what is wrong."""

import shutil

import pytest
from small_kit import copy_small

MSE = "linear_regression/mse.py"
RIGHT = "import tensorflow as tf\n\n\ndef mean_squared_error(y_true, y_pred):\n"
RIGHT += "    return tf.reduce_mean(tf.square(y_true - y_pred))\n"
STALE = "The recorded answers of mse are stale; run `grader author record mse`."
MISTAKE = '"""The sum is returned.\n\nHint: What about the number?\nCaught by: {check}\n"""\n{code}'


RECORDED = "grader/recorded/linear_regression/mse.jsonl"


@pytest.fixture(scope="module")
def recorded(command, tmp_path_factory):
    """What is recorded where there is one mistake and one variant."""
    place = tmp_path_factory.mktemp("recorded")
    copy_small(place)
    ran = command("author", "record", "mse", cwd=place, PYTHONPATH="")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.endswith(" questions, 1 mistakes\n")
    return (place / RECORDED).read_bytes()


@pytest.fixture
def clone(tmp_path, recorded):
    """A copy of the project, with one mistake and one variant of mse, and their answers."""
    copy_small(tmp_path)
    (tmp_path / RECORDED).write_bytes(recorded)
    return tmp_path


@pytest.fixture
def author(command, clone):
    """Run `grader author` in the copy, so that the copy is what runs."""

    def run(*arguments):
        return command("author", *arguments, cwd=clone, PYTHONPATH="")

    return run


def problems(ran):
    """Give the problems that a proof prints, but that answers were recorded before a change."""
    lines = [line for line in ran.stdout.splitlines() if "PROBLEM" in line]
    return [line.split("PROBLEM ")[1] for line in lines if STALE not in line]


def write_mistake(clone, name, check, code):
    """Add a mistake of mse."""
    path = clone / "solutions/mistakes/mse" / f"{name}.py"
    path.write_text(MISTAKE.format(check=check, code=code))


def write_stub(clone, code):
    """Replace the body of the stub of mse, in the package and among the exercises."""
    for root in ("exercises", "grader/stubs"):
        path = clone / root / MSE
        text = path.read_text(encoding="utf-8")
        start = text.index("    raise NotImplementedError")
        path.write_text(text[:start] + code, encoding="utf-8")


def write_solution(clone, old, new):
    """Change a piece of the solution of mse."""
    path = clone / "solutions" / MSE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_exercise_is_proved(author):
    """A sound exercise is proved with exit 0, and its mistake shown beside the check it names."""
    ran = author("check", "mse")
    assert (ran.returncode, problems(ran)) == (0, [])
    (row,) = [line for line in ran.stdout.splitlines() if line.strip().startswith("halved")]
    assert "[x]" in row
    assert "Every exercise is proved." in ran.stdout


@pytest.mark.parametrize("unit", ["linear_regression", "clustering"])
def test_a_new_exercise_is_proved_at_once(author, clone, unit):
    """What `author new` lays out, in an old unit or a new one, `author check` proves at once."""
    new = author("new", unit, "double")
    assert new.returncode == 0, new.stderr
    written = [line.split()[1] for line in new.stdout.splitlines() if line.startswith("wrote ")]
    assert f"solutions/{unit}/double.py" in written
    assert all((clone / each).is_file() for each in written)
    assert author("record", "double").returncode == 0
    ran = author("check", "double")
    assert (ran.returncode, problems(ran)) == (0, [])
    assert "1 mistakes caught or listed below, 1 variants." in ran.stdout


def test_an_exercise_without_recorded_answers_is_a_problem(author, clone):
    """Mistakes cannot be named before their answers are recorded, and the proof says so."""
    (clone / RECORDED).unlink()
    ran = author("check", "mse")
    assert ran.returncode == 1
    assert problems(ran) == [
        "No answers of mse are recorded; run `grader author record mse`.",
        "Mistake halved is told as nothing, not as halved.",
    ]


@pytest.mark.parametrize("said", ["record", "check"])
def test_a_mistake_that_gives_no_answer_is_named(author, clone, recorded, said):
    """What ends its process cannot be recorded: the file is named, and nothing is written."""
    code = RIGHT.replace("return", "import os; os._exit(0); return")
    write_mistake(clone, "leaving", "worked_example", code)
    ran = author(said, "mse")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "leaving of mse ended without an answer (exit code 0); what a file" in ran.stderr
    assert (clone / RECORDED).read_bytes() == recorded


@pytest.mark.parametrize("part", ["mistake", "sentence", "solution"])
def test_stale_answers_are_a_problem(author, clone, part):
    """Answers that were recorded before a mistake, its sentence or the solution changed."""
    path = clone / "solutions/mistakes/mse/halved.py"
    if part == "mistake":
        text = path.read_text()
        changed = text.replace("2.0", "3.0").replace("/ 2", "/ 3").replace("0.5", "0.25")
        assert changed != text
        path.write_text(changed)
    elif part == "sentence":
        path.write_text(path.read_text().replace('"""', '"""Look: ', 1))
    else:
        write_solution(clone, "y_true - y_pred))\n", "y_true - y_pred)) + 1.0\n")
    ran = author("check", "mse")
    assert ran.returncode == 1
    assert STALE in ran.stdout


def test_two_mistakes_that_answer_alike_are_a_problem(author, clone):
    """Of two mistakes that no question tells apart neither is named, until one is told as other."""
    path = clone / "solutions/mistakes/mse/halved.py"
    twin = clone / "solutions/mistakes/mse/halved_again.py"
    twin.write_text(path.read_text())
    assert author("record", "mse").returncode == 0
    assert problems(author("check", "mse")) == [
        "Mistake halved is told as nothing, not as halved.",
        "Mistake halved_again is told as nothing, not as halved_again.",
    ]
    twin.write_text(path.read_text().replace("Caught by", "Told as: halved\nCaught by"))
    assert author("record", "mse").returncode == 0
    assert author("check", "mse").returncode == 0


def test_a_new_exercise_stands_in_its_unit(author, command, clone):
    """A new exercise is the last of its unit, and the rest of the course stays as it was."""
    before = command("list", cwd=clone, PYTHONPATH="").stdout.splitlines()
    author("new", "linear_regression", "double")
    after = command("list", cwd=clone, PYTHONPATH="").stdout.splitlines()
    place = next(place for place, line in enumerate(after) if line.split()[0] == "double")
    assert after[place - 1].split()[0] == "linear_trainer"
    assert [line for line in after[:-1] if line.split()[0] != "double"] == before[:-1]


@pytest.mark.parametrize(
    ("unit", "name", "says"),
    [
        ("linear_regression", "mse", "has 'mse' already"),
        ("linear_regression", "linear_regression", "has 'linear_regression' already"),
        ("mse", "double", "'mse' is an exercise, not a unit"),
        ("linear_regression", "Double", "cannot be a name"),
        ("../elsewhere", "double", "cannot be a name"),
        ("clustering", "clustering", "clustering"),
        ("clustering", "class", "class"),
    ],
)
def test_a_name_that_cannot_be_is_refused(author, clone, unit, name, says):
    """A name that is taken, or is none, is refused in one sentence, and nothing is written."""
    before = sorted(clone.rglob("*.py"))
    ran = author("new", unit, name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert sorted(clone.rglob("*.py")) == before


def test_a_second_of_the_same_name_is_refused(author, clone):
    """`author new` never writes over an exercise that it has laid out, in any unit."""
    assert author("new", "linear_regression", "double").returncode == 0
    path = clone / "solutions/linear_regression/double.py"
    path.write_text(path.read_text() + "# mine\n")
    for unit in ("linear_regression", "logistic_regression"):
        assert author("new", unit, "double").returncode == 2
    assert path.read_text().endswith("# mine\n")


def test_files_that_lie_there_are_not_overwritten(author, clone):
    """A file that is in no course yet, but in the place of a new one, is left as it is."""
    path = clone / "solutions/linear_regression/double.py"
    path.write_text("# mine\n")
    ran = author("new", "linear_regression", "double")
    assert path.read_text() == "# mine\n"
    assert ran.returncode == 2


def test_a_mistake_that_passes_is_a_problem(author, clone):
    """A mistake that no check catches is reported by its name, with exit 1."""
    write_mistake(clone, "harmless", "worked_example", RIGHT)
    ran = author("check", "mse")
    assert (ran.returncode, problems(ran)) == (1, ["Mistake harmless is not caught."])
    assert "Some exercises are not proved." in ran.stdout


def test_a_mistake_that_another_check_catches_is_a_problem(author, clone):
    """A mistake must be caught by the check that it names, and that check must be there."""
    halved = RIGHT.rstrip() + " / 2.0\n"
    write_mistake(clone, "same_twice", "same_twice", halved)
    write_mistake(clone, "unnamed", "no_such_check", halved)
    first, second = problems(author("check", "mse"))
    assert first.startswith("Mistake same_twice: same_twice passed, but worked_example")
    assert second == "Mistake unnamed names no check of this exercise: 'no_such_check'."


def test_a_variant_that_is_refused_is_a_problem(author, clone):
    """A right answer that a check refuses is reported by its name, with what the check said."""
    path = clone / "solutions/variants/mse/odd.py"
    path.write_text(RIGHT.rstrip() + " + 1.0\n")
    ran = author("check", "mse")
    (problem,) = problems(ran)
    assert ran.returncode == 1
    assert problem.startswith("Variant odd is refused: worked_example")


def test_a_stub_worth_points_is_a_problem(author, clone):
    """A stub that scores before a student has written anything is reported with its points."""
    write_stub(clone, "    return tf.reduce_mean(tf.abs(y_true - y_pred))\n")
    ran = author("check", "mse")
    (problem,) = problems(ran)
    assert ran.returncode == 1
    assert problem.startswith("The stub of mse is worth ")


def test_a_solution_that_is_refused_is_a_problem(author, clone):
    """A solution that its own checks refuse is reported."""
    write_solution(clone, "y_true - y_pred))\n", "y_true - y_pred)) + 1.0\n")
    ran = author("check", "mse")
    assert ran.returncode == 1
    assert any(each.startswith("The solution is refused: ") for each in problems(ran))


def test_an_exercise_without_mistakes_or_variants_is_a_problem(author, clone):
    """An exercise must have a mistake and a variant at least."""
    for kind in ("mistakes", "variants"):
        shutil.rmtree(clone / "solutions" / kind / "mse")
    ran = author("check", "mse")
    assert ran.returncode == 1
    assert [each.split(";")[0] for each in problems(ran)] == [
        "It has no mistake",
        "It has no variant",
    ]


def test_parts_that_disagree_are_wrong_usage(author, clone):
    """A kit whose parts do not say the same is refused before anything is proved."""
    write_solution(clone, "Return the mean", "Give the mean")
    ran = author("check", "mse")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "document mean_squared_error differently" in ran.stderr
