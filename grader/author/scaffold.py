"""The layout of a new exercise: every file that it needs, working, ready to be filled in."""

import keyword
import re
from pathlib import Path
from string import Template

from grader.course import COURSE_FILE, read_course
from grader.errors import UsageError
from grader.hints import HINTS_FILE
from grader.kit import PACKAGE, Kit

ENTRY = Template("""
[[units.exercises]]
id = "$name"
title = "$title"
points = 10
difficulty = 1
minutes = 10
forbidden = []
""")
HINTS = Template("""
$name = [
    "What is asked for each entry, taken by itself?",
    "Say the idea here.",
    "Say nearly the code here.",
]
""")
UNIT = Template("""
[[units]]
id = "$unit"
title = "$unit_title"
""")
CONTRACT = Template('''"""$title: one line that says what for."""

import tensorflow as tf


def $name(x):
    """Double every entry of x.

    Formula, for each entry by itself: 2 * x

    Args:
        x: float32 tensor of shape (n,).

    Returns:
        Tensor of the same shape as x, float32.

    Example:

        >>> $name(tf.constant([1.0, 2.0])).numpy()
        array([2., 4.], dtype=float32)

    Watch out: say here what learners get wrong.
    """
''')
STUB = '    raise NotImplementedError("$name: write $name")\n'
SOLUTION = "    return 2.0 * x\n"
MISTAKE = Template('''"""The entries are squared, not doubled.

Hint: What is twice 3, and what is 3 squared?
Caught by: matches_reference
"""

import tensorflow as tf


def $name(x):
    return tf.square(x)
''')
VARIANT = Template('''"""Adds x to itself."""


def $name(x):
    return x + x
''')
CHECKS = Template('''"""Checks of $name."""

import numpy as np
from hypothesis import given

from grader.checking import Reference, Rung, Student, check, compare, float_arrays
from grader.checking.tolerance import STEP

NAME = "$name"
FEW = np.asarray([1.0, 3.0], np.float32)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines $name"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on a short vector"""
    student.call(NAME, FEW)


@check(Rung.TYPE, 0)
def test_returns_numbers(student: Student) -> None:
    """gives back numbers"""
    compare.require_numeric(student.call(NAME, FEW).value)


@check(Rung.PROPERTY, 1)
@given(x=float_arrays(-10, 10))
def test_matches_reference(student: Student, reference: Reference, x: np.ndarray) -> None:
    """gives 2 * x for any x"""
    expected = compare.numbers(reference.exact(NAME, x).value)
    compare.require_close(student.call(NAME, x).value, expected, STEP)
''')


def lay_out(kit: Kit, unit: str, name: str) -> list[Path]:
    """Write the files of a new exercise and its entry in the course; gives the paths written."""
    _refuse(kit, unit, name)
    words = {"unit": unit, "name": name, "title": _title(name), "unit_title": _title(unit)}
    contract = CONTRACT.substitute(words)
    stub = contract + Template(STUB).substitute(words)
    files = {
        kit.exercises / unit / f"{name}.py": stub,
        PACKAGE / "stubs" / unit / f"{name}.py": stub,
        kit.solutions / unit / f"{name}.py": contract + SOLUTION,
        PACKAGE / "checks" / unit / f"test_{name}.py": CHECKS.substitute(words),
        kit.solutions / "mistakes" / name / "squared.py": MISTAKE.substitute(words),
        kit.solutions / "variants" / name / "added_to_itself.py": VARIANT.substitute(words),
    }
    for path in files:
        if path.exists():
            raise UsageError(f"{path.relative_to(kit.root)} is there already; move it away first.")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    package = PACKAGE / "checks" / unit / "__init__.py"
    package.touch()
    COURSE_FILE.write_text(
        insert_entry(COURSE_FILE.read_text(encoding="utf-8"), words), encoding="utf-8"
    )
    read_course()
    with HINTS_FILE.open("a", encoding="utf-8") as hints:
        hints.write(HINTS.substitute(words))
    return [*files, package, COURSE_FILE, HINTS_FILE]


def insert_entry(text: str, words: dict[str, str]) -> str:
    """Put an exercise's entry at the end of its unit, in a new unit where there is none."""
    entry = ENTRY.substitute(words)
    parts = re.split(r"(?m)^(?=\[\[units\]\])", text)
    for index, part in enumerate(parts):
        if re.search(rf'(?m)\A\[\[units\]\]\nid = "{words["unit"]}"$', part):
            parts[index] = part.rstrip("\n") + "\n" + entry + "\n"
            return "".join(parts).rstrip("\n") + "\n"
    return text.rstrip("\n") + "\n" + UNIT.substitute(words) + entry


def _title(identifier: str) -> str:
    return identifier.replace("_", " ").capitalize()


def _refuse(kit: Kit, unit: str, name: str) -> None:
    require_name(unit)
    require_name(name)
    course = read_course()
    if name in {each.id for each in course.exercises()} | {each.id for each in course.units}:
        raise UsageError(f"The course has {name!r} already; choose another name.")
    if unit in {each.id for each in course.exercises()}:
        raise UsageError(f"{unit!r} is an exercise, not a unit; `grader list` shows the units.")
    if name == unit:
        raise UsageError(f"Unit and exercise cannot both be {name!r}; choose another name.")
    require_own(kit)


def require_name(word: str) -> None:
    """Refuse what cannot be the name of a file that is imported."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", word) or keyword.iskeyword(word):
        raise UsageError(
            f"{word!r} cannot be a name here; use small letters, digits and underscores, "
            "and no word of Python."
        )


def require_own(kit: Kit) -> None:
    """Refuse a kit that is not the one whose grader runs."""
    if PACKAGE.parent.resolve() != kit.root.resolve():
        raise UsageError(
            "New exercises and mistakes are written in a clone that is installed with "
            "`pip install -e`; the grader that runs here is another copy."
        )
