"""The folder of pages: the class's, and one for each student that can be handed on by itself."""

from collections.abc import Sequence
from pathlib import Path

from grader.course import Course
from grader.errors import UsageError
from grader.files import make_folder
from grader.outputs import write_changed
from grader.page.distribution import GROUND, distribution_of
from grader.page.feedback import feedback_of
from grader.page.mistakes import mistakes_of
from grader.page.overview import overview_of
from grader.page.paper import GENERATOR, Paper
from grader.page.person import STUDENTS, person_of
from grader.page.pictures import Album
from grader.report import Report

INDEX = "index.html"


def require_site(folder: Path, reports: Sequence[Report]) -> None:
    """Refuse to write over somebody's own page, or of no report; raises UsageError."""
    if not reports:
        raise UsageError("The gradebook holds no report yet; `grader grade` writes some.")
    try:
        known = GENERATOR in (folder / INDEX).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        known = True
    except OSError as error:
        raise UsageError(
            f"{str(folder / INDEX)!r} cannot be read ({error.strerror}); name another folder."
        ) from None
    if not known:
        raise UsageError(
            f"{str(folder)!r} holds an {INDEX} that is not of the grader; "
            "name another folder with --html FOLDER."
        )
    make_folder(folder / STUDENTS)


def write_site(folder: Path, reports: Sequence[Report], course: Course, album: Album) -> Path:
    """Write all pages; gives the class's. Raises UsageError where one cannot be written."""
    paper = Paper()
    for report in reports:
        page = paper.fill_still("student.html", feedback=feedback_of(report, album))
        write_changed(folder / person_of(report).page, page)
    write_changed(folder / INDEX, class_page(paper, reports, course, pictures=bool(album)))
    return folder / INDEX


def class_page(paper: Paper, reports: Sequence[Report], course: Course, *, pictures: bool) -> str:
    """Write the class's page."""
    overview = overview_of(reports, course)
    return paper.fill(
        "class.html",
        overview=overview,
        distribution=distribution_of([report.score for report in reports], overview.most),
        mistakes=mistakes_of(reports, course),
        ground=GROUND,
        pictures=pictures,
    )
