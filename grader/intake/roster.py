"""A class's roster: who should have handed in, read from the table that a course system exports."""

import csv
import io
import re
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.intake.labels import shown
from grader.submission import read_file

LARGEST_ROSTER = 8 * 1024 * 1024
_NAMES = ("name", "student", "full name", "student name")
_PARTS = ("first name", "last name")
_LOGINS = (
    "sis login id",
    "login",
    "username",
    "github username",
    "github",
    "email",
    "email address",
)
_IDS = ("identifier", "id", "student id", "sid", "sis user id")
# Canvas's made-up student, and the row below its header that holds what points are possible.
_NOBODY = ("student, test", "test student", "points possible")


class Row(msgspec.Struct, frozen=True):
    """One student: the name to show, and every normalised key that may stand for them.

    `cells` are what the table says of them, by column in lower case without underscores.
    """

    student: str
    keys: frozenset[str]
    cells: dict[str, str] = {}


class Roster(msgspec.Struct, frozen=True):
    """The rows of a roster, in its order."""

    rows: tuple[Row, ...]


def read_roster(path: Path) -> Roster:
    """Read a roster's CSV file; raises UsageError that says what is wrong in it and where."""
    try:
        # Whoever grades may name a link; it is not a student's file.
        real = path.resolve()
        data = read_file(real.parent, real.name, LARGEST_ROSTER)
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"The roster {str(path)!r} cannot be read: {why}.") from None
    rows = _table(_text(data, path), path)
    header = [cell.strip().casefold().replace("_", " ") for cell in rows[0]] if rows else []
    if not {*_NAMES, *_LOGINS, *_IDS} & {*header} and not {*_PARTS} <= {*header}:
        raise UsageError(
            f"The roster {str(path)!r} names no student in its first line; it should have a "
            "column such as name, or first name and last name, or username."
        )
    table = [
        {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
        for cells in rows[1:]
    ]
    students = tuple(row for row in map(_row, table) if row is not None)
    if not students:
        raise UsageError(f"The roster {str(path)!r} lists no student below its header.")
    _refuse_doubles(students, table, path)
    return Roster(students)


def _text(data: bytes, path: Path) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeError:
        raise UsageError(
            f"The roster {str(path)!r} is not saved as UTF-8; save it again as CSV UTF-8."
        ) from None


def _table(text: str, path: Path) -> list[list[str]]:
    """Split a table by the separator that its first line has most of; blank lines are left out."""
    lines = text.strip().splitlines()
    separator = max(",;\t", key=lines[0].count) if lines else ","
    try:
        rows = list(csv.reader(io.StringIO(text.strip(), newline=""), delimiter=separator))
    except csv.Error as error:
        raise UsageError(f"The roster {str(path)!r} is no CSV table: {error}.") from None
    return [row for row in rows if any(cell.strip() for cell in row)]


def _row(cells: dict[str, str]) -> Row | None:
    """Read one student; None for a row that is nobody."""
    whole = [cells[each] for each in _NAMES if cells.get(each)]
    if all(cells.get(each) for each in _PARTS):
        whole.append(f"{cells['first name']} {cells['last name']}")
    others = [cells[each] for each in (*_LOGINS, *_IDS) if cells.get(each)]
    if (not whole and not others) or (whole and whole[0].casefold() in _NOBODY):
        return None
    logins = [each.partition("@")[0] for each in others if "@" in each]
    exact = {normal(each) for each in (*others, *logins)}
    keys = exact.union(*(spellings(each) for each in whole)) - {""}
    return Row(shown((whole or others)[0]), frozenset(keys), cells)


def normal(text: str) -> str:
    """Drop case, accents and punctuation: "Ann Smith" and "ann-smith" are "annsmith"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]", "", "".join(c for c in plain if not unicodedata.combining(c)))


def spellings(name: str) -> set[str]:
    """Give the ways in which systems write a name: in its order, and with the last name first."""
    last, comma, first = name.partition(",")
    words = name.split()
    if comma:
        return {normal(first + last), normal(last + first)}
    return {
        normal(name),
        *(normal("".join(words[at:] + words[:at])) for at in range(1, len(words))),
    }


def _refuse_doubles(rows: tuple[Row, ...], table: list[dict[str, str]], path: Path) -> None:
    """Refuse a student with two lines, and two students with one id or login."""
    seen: set[frozenset[str]] = set()
    for row in rows:
        if row.keys in seen:
            raise UsageError(
                f"The roster {str(path)!r} has {row.student} twice; give each student one line, "
                "and those of one name a username each."
            )
        seen.add(row.keys)
    for column in (*_LOGINS, *_IDS):
        counted = Counter(cells[column] for cells in table if cells.get(column))
        double = next((value for value, count in counted.items() if count > 1), None)
        if double is not None:
            raise UsageError(
                f"The roster {str(path)!r} has the {column} {shown(double)} twice; "
                "it must be one student's."
            )
