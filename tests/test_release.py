"""A kit for students: holds what they need, nothing that is withheld, and grades by itself."""

import ast
import re
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT
from kits import in_kit

from grader.answerbook import Entry, Line
from grader.errors import UsageError
from grader.kit import Kit, check_file
from grader.release.writing import write_kit
from grader.worker.messages import Answer, Array, Listing, Mapping, Nothing, Opaque

ASSIGNMENT = ("mse", "sigmoid")
TOP = {".gitignore", "LICENSE", "README.md", "exercises", "grader", "pyproject.toml"}
# `train_step` is handed a line, and reports show it to students as code.
HANDED_OVER = "return self.W * inputs + self.b"
# Lines that say nothing of a solution: imports, and what every class begins with.
PLAIN = re.compile(r"\s*(import|from) .*|super\(\).__init__\(\)|self\.(\w+) = \2")
SHORTEST = 16
STUBS = {each: each.read_text(encoding="utf-8") for each in (ROOT / "grader/stubs").rglob("*.py")}


@pytest.fixture(scope="module")
def whole(released):
    """The whole course, released."""
    return released()


@pytest.fixture(scope="module")
def assignment(released):
    """Two exercises of two units, released."""
    return released(*ASSIGNMENT)


def files(kit):
    """List a kit's files, by path, without what running it left."""
    paths = [each for each in kit.rglob("*") if each.is_file() and "__pycache__" not in each.parts]
    return {each.relative_to(kit).as_posix(): each for each in paths}


def lines_of(text):
    """Give a file's lines of code, written alike, without docstrings and what says nothing."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        has_text = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if has_text and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    code = [line.strip() for line in ast.unparse(tree).splitlines()]
    return {
        "".join(line.split())
        for line in code
        if len("".join(line.split())) >= SHORTEST and not PLAIN.fullmatch(line)
    }


def withheld_lines():
    """Give the lines of solutions, mistakes and variants that no stub has."""
    known = set().union(*map(lines_of, STUBS.values())) | {"".join(HANDED_OVER.split())}
    everyone = set()
    for path in (ROOT / "solutions").rglob("*.py"):
        try:
            everyone |= lines_of(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
    stubs = "".join("".join(STUBS.values()).split())
    return {line for line in everyone - known if line not in stubs}


def test_a_kit_holds_what_students_need_and_pristine_stubs(whole, course):
    """At its top stand six things; every exercise is the stub, and nothing else is there."""
    found = files(whole)
    assert {each.name for each in whole.iterdir()} == TOP
    given = {each for each in found if each.startswith("exercises/")}
    assert {each for each in given if each.endswith(".py")} == {
        f"exercises/{course.file(each)}" for each in course.exercises()
    }
    for each in course.exercises():
        stub = (ROOT / "grader/stubs" / course.file(each)).read_bytes()
        assert found[f"exercises/{course.file(each)}"].read_bytes() == stub
    names = " ".join(found).lower()
    assert not re.search(r"solution|mistakes/|variants/|tests/|\.pyc|\.git/", names)


def test_the_page_about_the_course_comes_with_all_of_it(whole, assignment):
    """The whole course comes with its page and every picture on it; a part of it without both."""
    page = (ROOT / "exercises" / "README.md").read_text(encoding="utf-8")
    links = {f"exercises/{each}" for each in re.findall(r"\]\(([^)]+)\)", page)}
    assert {"exercises/README.md", *links} <= set(files(whole))
    assert not [
        each for each in files(assignment) if each.endswith((".png", "exercises/README.md"))
    ]


def test_no_solution_stands_in_a_kit(whole):
    """No line of a solution, a mistake or a variant is anywhere but in the hints."""
    withheld = withheld_lines()
    assert len(withheld) > 500
    for name, path in files(whole).items():
        text = "".join(path.read_text(encoding="utf-8", errors="replace").split())
        found = [line for line in withheld if line in text]
        assert name == "grader/hints.toml" or not found, name


def is_value(thing):
    """Tell numbers, and the bare name of a kept object's class, from anything that says more."""
    if isinstance(thing, Answer):
        parts = (thing.value, *thing.gradients, *thing.altered)
        return all(map(is_value, parts))
    if isinstance(thing, Mapping):
        return all(map(is_value, thing.entries.values()))
    if isinstance(thing, Listing):
        return all(map(is_value, thing.items))
    if isinstance(thing, Opaque):
        return thing.type_name.isidentifier() and not thing.note
    return isinstance(thing, Array | Nothing)


def test_recorded_answers_are_values(whole, course):
    """A book is inputs and answers in plain values: nothing in it is code, or raises."""
    for each in course.exercises():
        path = (whole / "grader/answers" / course.file(each)).with_suffix(".jsonl")
        lines = [msgspec.json.decode(line, type=Line) for line in path.read_bytes().splitlines()]
        entries = [line for line in lines if isinstance(line, Entry)]
        # Who is right about a random split is judged without a reference.
        text = check_file(course, each).read_text(encoding="utf-8")
        assert entries or "reference: Reference" not in text
        for entry in entries:
            assert all(map(is_value, entry.answers.outcomes))


def test_an_assignment_holds_only_its_exercises(assignment, command):
    """Stubs, checks, answers, mistakes, hints and the course are of these exercises alone."""
    found = [each for each in files(assignment) if each.startswith(("exercises/", "grader/"))]
    for folder, prefix in (("exercises", ""), ("grader/stubs", ""), ("grader/checks", "test_")):
        there = {Path(each).stem for each in found if each.startswith(f"{folder}/")}
        assert there - {"__init__", "pytest"} == {f"{prefix}{name}" for name in ASSIGNMENT}
    for folder in ("grader/recorded", "grader/answers"):
        there = {Path(each).stem for each in found if each.startswith(f"{folder}/")}
        assert there == set(ASSIGNMENT)
    ran = in_kit(command, assignment, "list")
    assert [word for word in ("mse", "sigmoid", "accuracy") if word in ran.stdout] == [*ASSIGNMENT]
    hint = in_kit(command, assignment, "hint", "mse")
    assert "docstring" in hint.stdout
    assert "accuracy" not in (assignment / "grader/hints.toml").read_text(encoding="utf-8")
    assert "accuracy" not in (assignment / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (lambda place: (place.mkdir(), (place / "notes").touch()), "is not empty"),
        (lambda place: place.touch(), "is no folder"),
    ],
)
def test_a_place_that_is_taken_is_refused(command, tmp_path, prepare, says):
    """A folder that holds something, and a file, are left as they are, with exit 2."""
    place = tmp_path / "kit"
    prepare(place)
    before = sorted(tmp_path.rglob("*"))
    ran = command("release", place, "mse")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_kit_is_not_released_into_itself(command):
    """A folder inside the kit is refused, with exit 2, and not made."""
    ran = command("release", "handed_out", "mse")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "inside this kit itself" in ran.stderr
    assert not (ROOT / "handed_out").exists()


def test_nothing_is_left_half_done(tmp_path):
    """Where writing fails on the way, neither the folder nor a part of it is left."""
    with pytest.raises(UsageError, match="nothing was left"):
        write_kit(tmp_path / "kit", {"README.md": b"read", "a" * 300: b"too long a name"})
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_is_filled(tmp_path):
    """An empty folder that is there already becomes the kit."""
    (tmp_path / "kit").mkdir()
    write_kit(tmp_path / "kit", {"a/b.txt": b"text"})
    assert (tmp_path / "kit/a/b.txt").read_bytes() == b"text"
    assert [each.name for each in tmp_path.iterdir()] == ["kit"]
    assert not Kit(tmp_path / "kit").has_solutions
