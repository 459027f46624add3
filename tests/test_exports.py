"""Exports of a gradebook for Canvas and Moodle: their columns, their students, and no formula."""

import csv
import io

import pytest

from grader.gradebook import Gradebook
from grader.report import SCHEMA, ExerciseReport, Report
from grader.verdict import Verdict

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Old work (7)
    Points Possible,,,,,10
"Smith, Ann",11,S11,asmith,"A, first",
"Bell, Bob",12,S12,bbell,A,
"=HYPERLINK(""x"")",13,S13,ccole,B,
"Student, Test",99,,test,A,
"""
MOODLE = """First name,Last name,ID number,Email address
Ann,Smith,11,Ann.Smith@example.org
Bob,Bell,12,bob@example.org
@Cy,=cmd|'/c calc'!A0,13,cy@example.org
"""


def graded(submission, student, score, most=45):
    """Give a report of two exercises, as grading would leave it."""
    exercises = (
        ExerciseReport("mse", "MSE", Verdict.FAILED, score - 5, 20, None, ()),
        ExerciseReport("sigmoid", "Sigmoid", Verdict.FAILED, 5, most - 20, None, ()),
    )
    return Report(SCHEMA, submission, 5, score, most, {}, (), {}, exercises, 1.0, student)


@pytest.fixture
def book(tmp_path):
    """A gradebook's folder, and a way to put reports into it and rosters beside it."""

    class Shelf:
        folder = tmp_path / "grades"

        def put(self, *reports):
            book = Gradebook(self.folder)
            with book.for_writing():
                for report in reports:
                    book.store(report)

        def roster(self, text):
            path = tmp_path / "roster.csv"
            path.write_text(text, encoding="utf-8")
            return path

    return Shelf()


def table(ran):
    """Give the rows of an export, and what was said beside it."""
    assert ran.returncode == 0, ran.stderr
    return list(csv.reader(io.StringIO(ran.stdout))), ran.stderr


def test_canvas_has_the_columns_that_its_import_checks(command, book):
    """Student and ID come first, Section last before the points, then a row of points possible."""
    book.put(graded("asmith_11_1_mse", "asmith", 30))
    roster = book.roster(CANVAS)
    rows, _ = table(command("grades", book.folder, "--format", "canvas", "--roster", roster))
    head, possible, *students = rows
    assert head[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert len(head) == 6
    assert "Points Possible" in possible[0]
    assert possible[5] == "45"
    assert students[0] == ["Smith, Ann", "11", "S11", "asmith", "A, first", "30"]


def test_a_column_is_called_as_the_assignment(command, book):
    """`--column` names the assignment, so that points go to the one that is there already."""
    book.put(graded("bbell", "bbell", 30))
    roster = book.roster(CANVAS)
    call = ("grades", book.folder, "--format", "canvas", "--roster", roster)
    rows, _ = table(command(*call, "--column", "Old work (7)"))
    assert rows[0][5] == "Old work (7)"


def test_who_handed_in_nothing_has_0(command, book):
    """Every student of the roster has a row, and the course system's own test student has none."""
    book.put(graded("bbell", "bbell", 30))
    roster = book.roster(CANVAS)
    rows, _ = table(command("grades", book.folder, "--format", "canvas", "--roster", roster))
    assert [(row[1], row[5]) for row in rows[2:]] == [("11", "0"), ("12", "30"), ("13", "0")]


@pytest.mark.parametrize(("form", "text"), [("canvas", CANVAS), ("moodle", MOODLE)])
def test_no_cell_is_a_formula(command, book, form, text):
    """A student called like a formula is shown as text in either table."""
    book.put(graded("bob", "Bob Bell", 30))
    roster = book.roster(text)
    rows, _ = table(command("grades", book.folder, "--format", form, "--roster", roster))
    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell or "calc" in cell for cell in cells)
    assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@", "|") for cell in cells if cell)


def test_moodle_has_what_identifies_everyone(command, book, course):
    """The identifying columns are Moodle's own, filled in every row, letter case kept."""
    book.put(graded("Ann Smith_1_assignsubmission_file_", "Ann Smith", 30))
    roster = book.roster(MOODLE)
    rows, _ = table(command("grades", book.folder, "--format", "moodle", "--roster", roster))
    assert rows[0] == [
        *("Name", "ID number", "Email address"),
        *(course.title, "mse", "sigmoid"),
    ]
    assert rows[1] == ["Ann Smith", "11", "Ann.Smith@example.org", "30", "25", "5"]
    assert all(all(row) for row in rows)


def test_moodle_gets_no_row_with_an_empty_identifier(command, book):
    """Moodle would give such a row's points to the student above, so it is left out, and said."""
    book.put(graded("ann", "Ann Smith", 30))
    text = MOODLE.replace(",12,bob@example.org", ",,").replace(",13,cy@example.org", ",13,")
    roster = book.roster(text)
    rows, said = table(command("grades", book.folder, "--format", "moodle", "--roster", roster))
    assert [row[1] for row in rows] == ["ID number", "11", "13"]
    assert "Bob Bell is left out" in said


def test_an_identifier_like_a_formula_is_not_written(command, book):
    """An ID that a spreadsheet would compute identifies nobody; its row is left out, and said."""
    book.put(graded("ann", "Ann Smith", 30))
    roster = book.roster(MOODLE.replace("13,cy@example.org", "=1+1,@cy"))
    rows, said = table(command("grades", book.folder, "--format", "moodle", "--roster", roster))
    assert [row[1] for row in rows] == ["ID number", "11", "12"]
    assert "left out" in said


def test_moodle_says_what_it_will_refuse(command, book):
    """A total above 100 is more than Moodle takes as it is set up; that is said beforehand."""
    book.put(graded("ann", "Ann Smith", 130, most=145))
    roster = book.roster(MOODLE)
    _, said = table(command("grades", book.folder, "--format", "moodle", "--roster", roster))
    assert "145 points" in said
    assert "100" in said


def test_whoever_handed_in_twice_is_not_guessed(command, book):
    """Of a student with two reports none is written: which one counts is the instructor's word."""
    book.put(graded("bbell", "bbell", 30), graded("Bob Bell", "Bob Bell", 40))
    book.put(graded("asmith", "asmith", 20))
    roster = book.roster(CANVAS)
    rows, said = table(command("grades", book.folder, "--format", "canvas", "--roster", roster))
    assert [row[1] for row in rows[2:]] == ["11", "13"]
    assert "Bell, Bob handed in 2 times" in said


def test_a_report_of_nobody_is_named(command, book):
    """A report that fits no student is named, and so is one of another assignment."""
    book.put(graded("bbell", "bbell", 30), graded("zed", "Zed", 40, most=60))
    roster = book.roster(CANVAS)
    _, said = table(command("grades", book.folder, "--format", "canvas", "--roster", roster))
    assert "zed is of nobody on the roster" in said
    assert "bbell was graded on another assignment, of 45 points instead of 60" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "needs --roster"),
        ("name\nAnn Smith\n", "none of these columns"),
        ("name,id\nZoe Zed,1\n", "no student in common"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(command, book, text, said):
    """Without a roster, identifiers or common students there is exit code 2 and a sentence."""
    book.put(graded("ann", "Ann Smith", 30))
    call = ["grades", book.folder, "--format", "canvas"]
    ran = command(*call, *(("--roster", book.roster(text)) if text else ()))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
