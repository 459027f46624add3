"""`grader grades --html`: the class page, with pictures where the submissions are at hand."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.commands.check import progress_line
from grader.course import Course, read_course
from grader.errors import UsageError
from grader.isolation import Isolation, Mode
from grader.kit import find_kit, hidden_folders
from grader.limits import Limits
from grader.report import Report
from grader.supply import Supply

if TYPE_CHECKING:
    from grader.page.pictures import Album
    from grader.submission import Submission

# What --html means where no folder follows it; no folder has an empty name.
BESIDE = ""
FOLDER = "page"
Command = Callable[..., Any]


def page_options(command: Command) -> Command:
    """Add the options that ask for the class page."""
    command = click.option(
        "--submissions",
        type=click.Path(path_type=Path, exists=True),
        metavar="CLASS",
        help="With --html: the folder that was graded, to draw what failed into students' pages.",
    )(command)
    return click.option(
        "--html",
        is_flag=False,
        flag_value=BESIDE,
        metavar="[FOLDER]",
        help=f"Write web pages of the class and of each student into FOLDER or DIR/{FOLDER}.",
    )(command)


def require_page_alone(html: str | None, submissions: Path | None, others: Sequence[str]) -> None:
    """Refuse options that do not go together; raises UsageError."""
    if html is None and submissions is not None:
        raise UsageError("--submissions is for pictures in web pages; say --html as well.")
    if html is not None and others:
        raise UsageError(f"--html writes a folder of its own; leave {' and '.join(others)} out.")


def deliver_page(book: Path, html: str, submissions: Path | None, sandbox: str) -> None:
    """Write the pages of a gradebook, and say where."""
    from grader.outputs import read_reports  # noqa: PLC0415  (help needs none of these)
    from grader.page.site import require_site, write_site  # noqa: PLC0415

    course = read_course()
    folder = Path(html) if html else book / FOLDER
    reports = read_reports(book)
    require_site(folder, reports)
    album: Album = {}
    if submissions:
        album = _drawn(reports, course, submissions, book, Mode(sandbox))
    index = write_site(folder, reports, course, album)
    click.echo(f"wrote {index}, and a page for each of {len(reports)} submissions beside it.")


def _drawn(
    reports: list[Report], course: Course, submissions: Path, book: Path, mode: Mode
) -> "Album":
    """Draw what failed, from the files as they are now; says how much of it was drawn."""
    from grader.grading import Grader  # noqa: PLC0415
    from grader.page.pictures import draw_album, to_draw  # noqa: PLC0415

    known = {each.id for each in course.exercises()}
    wanted = [each for each in to_draw(reports) if each[1] in known]
    if not wanted:
        click.echo("No picture: no exercise failed that there is a picture of.")
        return {}
    found = _submissions(submissions, course, book)
    kit = find_kit(Path.cwd())
    isolation = Isolation(mode, hidden_folders(kit, submissions, book))
    names = {name for _, name in wanted}
    exercises = tuple(each for each in course.exercises() if each.id in names)
    album = {}
    with (
        closing(Supply(Limits(), isolation=isolation)) as supply,
        progress_line() as progress,
    ):
        grader = Grader(kit, course, exercises, supply=supply)
        for place, pictures in draw_album(grader, wanted, found):
            album[place] = pictures
            progress(f"drew {len(album)} of {len(wanted)}")
    drawn = sum(map(bool, album.values()))
    click.echo(f"drew {drawn} of {len(wanted)} failed exercises.")
    return album


def _submissions(folder: Path, course: Course, book: Path) -> "dict[str, Submission]":
    from grader.classroom import list_class  # noqa: PLC0415
    from grader.intake import read_entry  # noqa: PLC0415

    exercises = course.select(())
    return {
        entry.name: read_entry(entry, course, exercises)
        for entry in list_class(folder, course, book)
    }
