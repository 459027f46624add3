"""Notebooks: an exercise's source out of the code cells, where no file was handed in for it.

Taken is what the notebook's graded names need, and nothing else: the last definition of each
name, and, as far as they are used, the imports, helpers and constants of all cells, in order.
So a cell that plots, trains, installs or raises does not spoil an exercise, as it would if the
cells ran one after another, and a notebook with the whole course holds each exercise by itself.
"""

import ast
import json
import warnings
from typing import Any

import msgspec
import nbformat

from grader.contract import read_contract
from grader.course import Course, Exercise
from grader.intake.cells import Statement, read_cell
from grader.intake.choice import Choice
from grader.intake.labels import shown
from grader.intake.members import Member, Unusable, content
from grader.intake.places import LARGEST_NOTEBOOK, is_notebook
from grader.intake.slices import Graded, cut_out
from grader.kit import STUBS
from grader.submission import LARGEST_FILE
from grader.text import harmless

MOST_NOTEBOOKS = 12
MOST_STATEMENTS = 10_000


class Notebook(msgspec.Struct, frozen=True):
    """A notebook's path, the statements of its cells in order, and the cells left out.

    Of a cell left out, a clause that says why, and its code.
    """

    path: str
    statements: list[Statement]
    left_out: list[tuple[str, str]]


class Notebooks:
    """The notebooks of one submission, each read once."""

    def __init__(self, members: list[Member], course: Course) -> None:
        self.troubles: list[str] = []
        paths = sorted((each for each in members if is_notebook(each.path)), key=lambda m: m.path)
        exercises = course.exercises() if paths else ()
        self._graded = {each.id: _graded(course, each) for each in exercises}
        if len(paths) > MOST_NOTEBOOKS:
            self.troubles.append(f"it holds more than {MOST_NOTEBOOKS} notebooks; hand in one")
        self._notebooks = [
            found for each in paths[:MOST_NOTEBOOKS] if (found := self._read(each)) is not None
        ]
        self._found = {exercise: self._sources(exercise) for exercise in self._graded}

    @property
    def defined(self) -> bool:
        """Whether any exercise of the course is defined in a notebook."""
        return any(self._found.values())

    def find(self, exercise: Exercise) -> Choice | None:
        """Find an exercise in the notebooks; None where none of them defines all its names."""
        found = self._found.get(exercise.id)
        if not found:
            return self._broken(exercise.id)
        notebook, source = found[0]
        for other, data in found:
            if data != source:
                both = f"{shown(notebook.path)} and {shown(other.path)}"
                return Choice(refused=f"the notebooks {both} define it differently; hand in one")
        left_out = f", without {notebook.left_out[0][0]}" if notebook.left_out else ""
        return Choice(source, f"taken from {shown(notebook.path)}{left_out}")

    def _broken(self, exercise: str) -> Choice | None:
        """Name a cell that speaks of the exercise and does not parse; None where there is none."""
        for notebook in self._notebooks:
            for what, code in notebook.left_out:
                if any(name in code for name in self._graded[exercise]):
                    return Choice(refused=f"in {shown(notebook.path)} it is in {what}")
        return None

    def _sources(self, exercise: str) -> list[tuple[Notebook, bytes]]:
        found = [
            (each, cut_out(each.statements, exercise, self._graded)) for each in self._notebooks
        ]
        return [(notebook, source.encode()) for notebook, source in found if source]

    def _read(self, member: Member) -> Notebook | None:
        try:
            notebook = read_notebook(member.path, content(member, LARGEST_NOTEBOOK))
        except Unusable as reason:
            self.troubles.append(f"{shown(member.path)}: {reason}")
            return None
        return notebook


def _graded(course: Course, exercise: Exercise) -> Graded:
    contract = read_contract(STUBS / course.file(exercise))
    return {name: _arity(contract.signatures[name]) for name in contract.names}


def _arity(signature: str) -> int | None:
    """Count the arguments of a function's signature; None for a class, which has none."""
    expression = ast.parse(f"lambda {signature}: 0", mode="eval").body
    return len(expression.args.args) or None if isinstance(expression, ast.Lambda) else None


def read_notebook(path: str, data: bytes) -> Notebook:
    """Read a notebook's code cells; raises Unusable where it is no notebook."""
    notebook = Notebook(path, [], [])
    codes = _codes(data)
    if sum(map(len, codes)) > LARGEST_FILE:
        raise Unusable("its code cells are larger than 512 KiB")
    for number, code in enumerate(codes, 1):
        try:
            notebook.statements.extend(read_cell(code))
        except ValueError as error:
            why = harmless(str(error)).replace("\n", " ")
            what = f"code cell {number}, which does not parse ({why})"
            notebook.left_out.append((what, code))
        if len(notebook.statements) > MOST_STATEMENTS:
            raise Unusable(f"its code cells hold more than {MOST_STATEMENTS} statements")
    return notebook


def _codes(data: bytes) -> list[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cells = _cells(data.decode("utf-8-sig"))
        sources = [each.get("source") for each in cells if each.get("cell_type") == "code"]
        codes = ["".join(each) if isinstance(each, list) else each for each in sources]
    except Exception:  # noqa: BLE001  (nbformat raises whatever a damaged notebook leads to)
        raise Unusable("it is no notebook, or damaged") from None
    return [each for each in codes if isinstance(each, str)]


def _cells(text: str) -> list[dict[str, Any]]:
    """Read the cells of a notebook of any format.

    Of today's format without `nbformat.reads`, which would refuse one that lacks a field that
    does not matter here, and print what it thinks of it.
    """
    whole = json.loads(text)
    if whole["nbformat"] < 4:
        old = nbformat.reader.reads(text)  # type: ignore[no-untyped-call]
        whole = nbformat.convert(old, 4)  # type: ignore[no-untyped-call]
    found: list[dict[str, Any]] = whole["cells"]
    return found
