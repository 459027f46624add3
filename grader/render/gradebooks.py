"""Grades as tables that Canvas and Moodle import; they know students by what identifies them there.

Canvas reads the columns that its own export begins with, and finds a student by ID, SIS user ID or
SIS login ID, and by name only where none of these fits. Moodle reads whatever columns it is told to
and finds a student by one of them; a row in which that one is empty gives its grade to the student
before, so a column stands in the table only where it identifies everyone.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from grader.course import Course
from grader.errors import UsageError
from grader.intake import Row
from grader.render.grades import cell
from grader.transcript import Line, Transcript

# By the header that the system writes: the roster's columns that hold it.
CANVAS: dict[str, tuple[str, ...]] = {
    "ID": ("id",),
    "SIS User ID": ("sis user id",),
    "SIS Login ID": ("sis login id",),
}
MOODLE: dict[str, tuple[str, ...]] = {
    "Username": ("username",),
    "ID number": ("id number", "idnumber"),
    "Email address": ("email address", "email"),
}
POINTS_POSSIBLE = "    Points Possible"
# What Moodle takes of a grade, unless its administrator allows more.
MOODLE_MOST = 100
Rendered = tuple[str, list[str]]


def render_canvas(transcript: Transcript, _: Course, column: str) -> Rendered:
    """Write the table that Canvas imports, and what it leaves out, a sentence each."""
    _require(transcript, CANVAS, "Canvas", "the gradebook that Canvas exports")
    header = ["Student", *CANVAS, "Section", cell(column)]
    possible: list[object] = [POINTS_POSSIBLE, *("" for _ in CANVAS), "", transcript.max_score]
    kept, remarks = _identified(transcript.lines, list(CANVAS.values()), any)
    rows: list[list[object]] = [
        [
            cell(each.row.student),
            *(_identifier(each.row, names) for names in CANVAS.values()),
            cell(each.row.cells.get("section", "")),
            each.score,
        ]
        for each in kept
    ]
    return _written([header, possible, *rows]), remarks


def render_moodle(transcript: Transcript, course: Course, column: str) -> Rendered:
    """Write the table that Moodle imports, with a column an exercise, and what it leaves out."""
    _require(transcript, MOODLE, "Moodle", "the grades that Moodle exports")
    columns = _complete(transcript.lines)
    kept, remarks = _identified(transcript.lines, list(columns.values()), all)
    graded = {name for each in transcript.lines for name in each.exercises}
    exercises = [each.id for each in course.exercises() if each.id in graded]
    rows: list[list[object]] = [
        [
            cell(each.row.student),
            *(_identifier(each.row, names) for names in columns.values()),
            each.score,
            *(each.exercises.get(name, 0) for name in exercises),
        ]
        for each in kept
    ]
    if transcript.max_score > MOODLE_MOST:
        remarks.append(
            f"The total is of {transcript.max_score} points, and Moodle refuses a grade above "
            f"{MOODLE_MOST} unless its administrator allows that; import the exercises instead."
        )
    return _written([["Name", *columns, cell(column), *exercises], *rows]), remarks


def _complete(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """Choose the columns that identify everyone, or else the one that identifies most."""
    counts = {
        header: sum(bool(_identifier(each.row, names)) for each in lines)
        for header, names in MOODLE.items()
    }
    most = max(counts.values())
    best = [header for header, count in counts.items() if count == most]
    chosen = best if most == len(lines) else best[:1]
    return {header: MOODLE[header] for header in chosen}


def _identifier(row: Row, names: Iterable[str]) -> str:
    """Give what identifies a student; nothing that a spreadsheet would take for a formula."""
    found = next((row.cells[name] for name in names if row.cells.get(name)), "")
    return found if cell(found) == found else ""


def _identified(
    lines: Sequence[Line],
    columns: list[tuple[str, ...]],
    enough: Callable[[Iterable[bool]], bool],
) -> tuple[list[Line], list[str]]:
    kept = [
        each for each in lines if enough(bool(_identifier(each.row, names)) for names in columns)
    ]
    remarks = [
        f"{each.row.student} is left out: the roster has nothing usable that identifies them."
        for each in lines
        if each not in kept
    ]
    return kept, remarks


def _require(
    transcript: Transcript, columns: dict[str, tuple[str, ...]], system: str, where: str
) -> None:
    names = [name for each in columns.values() for name in each]
    if not any(_identifier(each.row, names) for each in transcript.lines):
        raise UsageError(
            f"{system} needs to know students by one of {', '.join(columns)}, and the roster has "
            f"none of these columns; name {where} with --roster."
        )


def _written(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
