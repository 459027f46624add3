"""The course file: read whole, refused with one sentence, and selected from in its own order."""

from pathlib import Path

import pytest

import grader
from grader.course import COURSE_FILE, read_course
from grader.errors import UsageError
from grader.submission import Submission

EXERCISE = {
    "id": '"one"',
    "title": '"One"',
    "points": "10",
    "difficulty": "1",
    "minutes": "5",
    "forbidden": "[]",
}


def exercise(**changes):
    """Write an exercise's entry, with some of its lines changed; None leaves a line out."""
    lines = {key: value for key, value in (EXERCISE | changes).items() if value is not None}
    return "[[units.exercises]]\n" + "".join(f"{key} = {lines[key]}\n" for key in lines)


def course_of(*exercises, unit="first"):
    """Write a course of one unit."""
    return f'title = "A course"\n[[units]]\nid = "{unit}"\ntitle = "First"\n' + "".join(exercises)


def refusal(tmp_path, text):
    """Give the sentence with which a course file is refused."""
    path = tmp_path / "course.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError) as caught:
        read_course(path)
    return str(caught.value)


def is_one_sentence(message):
    """Tell one sentence: on one line, ended once."""
    return "\n" not in message and message.endswith((".", "?")) and ". " not in message


def test_the_course_reads(course):
    """The kit's course file holds these units, with so many exercises and points each."""
    found = {
        unit.id: (len(unit.exercises), sum(each.points for each in unit.exercises))
        for unit in course.units
    }
    assert found == {
        "linear_regression": (4, 85),
        "logistic_regression": (5, 115),
        "losses": (5, 90),
        "generalization": (5, 95),
    }


def test_files_stand_in_the_folder_of_their_unit(course):
    """An exercise's file lies in its unit's folder, under its id."""
    (mse,) = course.select(("mse",))
    assert course.file(mse) == "linear_regression/mse.py"


@pytest.mark.parametrize(
    ("name", "near"),
    [("msee", "mse"), ("sigmoids", "sigmoid"), ("linear_regresion", "linear_regression")],
)
def test_a_misspelt_name_gets_a_suggestion(course, name, near):
    """An unknown unit or exercise is refused with the nearest known name."""
    with pytest.raises(UsageError) as caught:
        course.select(("mse", name))
    assert f"no unit or exercise {name!r}" in str(caught.value)
    assert f"did you mean {near!r}" in str(caught.value)
    assert is_one_sentence(str(caught.value))


def test_an_unlike_name_is_told_where_to_look(course):
    """An unknown name that is near to none is told which command lists them."""
    with pytest.raises(UsageError, match=r"^There is no .* 'xyzzy'; `grader list` shows them all"):
        course.select(("xyzzy",))


def test_selection_keeps_course_order(course):
    """Exercises come in course order and once each, however they were named."""
    chosen = course.select(("sigmoid", "linear_trainer", "mse", "mse"))
    assert [each.id for each in chosen] == ["mse", "linear_trainer", "sigmoid"]


def test_a_unit_stands_for_its_exercises(course):
    """A unit's name selects its exercises, also beside one of them; no name selects all."""
    both = course.select(("accuracy", "linear_regression"))
    assert [each.id for each in both][:4] == [each.id for each in course.units[0].exercises]
    assert [each.id for each in both][4:] == ["accuracy"]
    assert course.select(()) == tuple(course.exercises())


def test_the_selection_is_the_denominator(warm, course):
    """A report's total is the points of what was selected, handed in or not."""
    chosen = course.select(("mse", "sigmoid"))
    report = warm.grade(Submission("empty", {}, {}), chosen)
    assert report.max_score == sum(each.points for each in chosen) == 40
    assert [(each.id, each.score) for each in report.exercises] == [("mse", 0), ("sigmoid", 0)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (course_of(exercise(), exercise()), "'one' twice"),
        (course_of(exercise(), unit="one"), "'one' twice"),
        (course_of(exercise(forbidden='["magic"]')), "unknown group 'magic' in one"),
        (course_of(exercise(points='"10"')), "points"),
        (course_of(exercise(points="-1")), "points"),
        (course_of(exercise(points="2.5")), "points"),
        (course_of(exercise(difficulty="4")), "difficulty"),
        (course_of(exercise(minutes="0")), "minutes"),
        (course_of(exercise(forbidden='"losses"')), "forbidden"),
        (course_of(exercise(id='"../one"')), "$.units[0].exercises[0].id"),
        (course_of(exercise(id='"One"')), "$.units[0].exercises[0].id"),
        (course_of(exercise(title=None)), "title"),
        (course_of(exercise(colour='"red"')), "colour"),
        (course_of(), "exercises"),
        ("title = 3", "title"),
        ("", "title"),
        ("title = [", "cannot be used"),
        (b'title = "\xff\xfe"', "cannot be used"),
    ],
)
def test_a_broken_course_is_refused_in_one_sentence(tmp_path, text, says):
    """What cannot be meant in a course file is refused in one sentence that names it."""
    message = refusal(tmp_path, text)
    assert says in message
    assert "course.toml" in message or "course file" in message
    assert is_one_sentence(message)


def test_a_missing_course_file_is_refused(tmp_path):
    """Where there is no course file, the sentence says so."""
    with pytest.raises(UsageError, match=r"course\.toml cannot be used"):
        read_course(tmp_path / "course.toml")


def test_forbidden_may_be_left_out(tmp_path):
    """An exercise that forbids nothing need not say so."""
    path = tmp_path / "course.toml"
    path.write_text(course_of(exercise(forbidden=None)))
    (only,) = read_course(path).exercises()
    assert only.forbidden == ()


def test_the_course_file_travels_in_the_package():
    """The course stands inside the package, so that a wheel has it."""
    assert Path(COURSE_FILE).parent == Path(grader.__file__).parent
