"""What a gradebook is written out as: a table for the instructor, feedback for each student."""

from collections.abc import Iterable
from pathlib import Path

from grader.course import Course, read_course
from grader.errors import UsageError
from grader.files import make_folder, write_whole
from grader.gradebook import Gradebook, file_stem
from grader.intake import read_roster
from grader.render.gradebooks import render_canvas, render_moodle
from grader.render.grades import render_grades
from grader.render.junit import render_class
from grader.render.markdown import render_feedback
from grader.report import Report
from grader.transcript import transcript

TABLES = {"canvas": render_canvas, "moodle": render_moodle}


def write_outputs(
    book: Gradebook, absent: Iterable[str], course: Course, *, junit: bool = False
) -> list[Path]:
    """Write grades.csv, feedback and, if asked, JUnit beside the reports; gives what was written.

    Raises UsageError where a file cannot be written; the reports are there all the same.
    """
    reports = list(book.all())
    feedback = book.folder / "feedback"
    make_folder(feedback)
    for report in reports:
        write_changed(feedback / f"{file_stem(report.submission)}.md", render_feedback(report))
    written = [book.folder / "grades.csv", feedback]
    write_changed(written[0], render_grades(reports, absent, course))
    if junit:
        written.append(book.folder / "junit.xml")
        write_changed(written[-1], render_class(reports))
    return written


def write_changed(path: Path, text: str) -> None:
    """Write a file unless it says just that already."""
    try:
        if path.read_bytes() == text.encode("utf-8", errors="replace"):
            return
    except FileNotFoundError:
        pass
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}); move it away.") from None
    write_whole(path, text)


def table_for(
    system: str, reports: list[Report], roster: Path | None, column: str | None
) -> tuple[str, list[str]]:
    """Give the table that a course system imports, and remarks; raises UsageError."""
    if roster is None:
        raise UsageError(
            f"--format {system} needs --roster: the table that {system.title()} exports, which "
            "has the columns that it knows the students by."
        )
    course = read_course()
    found = transcript(reports, read_roster(roster))
    text, remarks = TABLES[system](found, course, column or course.title)
    return text, [*found.remarks, *remarks]


def read_reports(folder: Path) -> list[Report]:
    """Give all reports of a gradebook; raises UsageError where there is none."""
    book = Gradebook(folder)
    if not book.reports.is_dir():
        raise UsageError(
            f"{str(folder)!r} is no gradebook: it has no folder `reports`; "
            "name the folder that `grader grade --output` wrote."
        )
    return list(book.all())
