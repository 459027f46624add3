"""Feedback as it is printed, for ten wrong submissions that nobody has recorded."""

import re

import pytest
from conftest import ROOT

from grader.course import read_course

FOLDER = ROOT / "tests/feedback"
PRINTED = FOLDER / "README.md"
EXAMPLES = sorted(FOLDER.glob("*.py"))
SECTION = re.compile(r"^## (\w+)\n.*?```console\n(.*?)```", re.MULTILINE | re.DOTALL)


def exercise_of(path):
    """Give the exercise that an example answers: the longest id that its name begins with."""
    ids = [each.id for each in read_course().exercises() if path.stem.startswith(each.id)]
    return max(ids, key=len)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_feedback_is_printed_as_it_is_documented(command, course, tmp_path, path):
    """The documentation shows what the real command prints, word for word."""
    exercise = course.exercise(exercise_of(path))
    place = tmp_path / course.file(exercise)
    place.parent.mkdir()
    place.write_bytes(path.read_bytes())
    ran = command("check", exercise.id, "--submission", tmp_path)
    assert ran.returncode == 1
    shown = dict(SECTION.findall(PRINTED.read_text(encoding="utf-8")))[path.stem]
    assert shown == f"$ grader check {exercise.id}\n{ran.stdout}"


def test_none_of_these_is_known():
    """There are ten of them, and none is among the known mistakes of its exercise."""
    assert len(EXAMPLES) == 10
    for path in EXAMPLES:
        known = ROOT / "solutions/mistakes" / exercise_of(path)
        assert path.read_bytes() not in [each.read_bytes() for each in known.glob("*.py")]
