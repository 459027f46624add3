"""`grader grade`: a class into a gradebook."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.commands.delivery import deliver_drawn
from grader.commands.limits import limit_options, limits_of, sandbox_option
from grader.course import read_course
from grader.isolation import Isolation, Mode
from grader.kit import find_kit, hidden_folders, require_solutions

if TYPE_CHECKING:
    from grader.cluster import ClusterCrew
    from grader.crew import LocalCrew

GRADER_FAILED = 3
INTERRUPTED = 130
STOPPED = "What is finished is kept; the same command again goes on from there."


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("grades"),
    show_default=True,
    metavar="DIR",
    help="The gradebook: reports, grades.csv and feedback.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    metavar="N",
    help="Processes that grade, about 1 GiB of memory each; one a processor by default.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Grade on the Dask cluster of this scheduler, instead of in processes here.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="The students of the class; whoever handed in nothing is listed with 0.",
)
@click.option(
    "--seed", type=int, default=None, help="Draw inputs from this seed; else one a gradebook."
)
@click.option("--again", is_flag=True, help="Grade all, not only what is new or changed.")
@click.option("--junit", is_flag=True, help="Write junit.xml too.")
@sandbox_option
@limit_options
def grade(
    path: Path,
    names: tuple[str, ...],
    output: Path,
    jobs: int,
    scheduler: str | None,
    roster: Path | None,
    seed: int | None,
    again: bool,
    junit: bool,
    sandbox: str,
    **limits: Any,
) -> None:
    """Grade a class: a folder of submissions, each a folder or an archive.

    Only what is new or changed is graded; what is finished is kept, however the grader ends. The
    units and exercises that are named are the assignment, and make up the total.
    """
    from grader.assignment import Assignment  # noqa: PLC0415  (help needs none of these)
    from grader.attendance import strays, take_attendance  # noqa: PLC0415
    from grader.classroom import Classroom, list_class  # noqa: PLC0415
    from grader.gradebook import Gradebook  # noqa: PLC0415
    from grader.outputs import write_outputs  # noqa: PLC0415
    from grader.render.progress import ClassProgress  # noqa: PLC0415
    from grader.render.summary import print_close  # noqa: PLC0415

    course = read_course()
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Grading a class")
    selected = tuple(each.id for each in course.select(names))
    entries = list_class(path, course, output)
    attendance = take_attendance(roster, entries)
    book = Gradebook(output)
    with book.for_writing():
        isolation = Isolation(Mode(sandbox), hidden_folders(kit, path, output))
        settings = (book.seed(seed), limits_of(**limits), isolation)
        assignment = Assignment(kit.root, selected, *settings, keep_answers=True)
        classroom = Classroom(assignment, course, book)
        try:
            with _crew(scheduler, jobs) as crew, ClassProgress(len(entries)) as progress:
                tally = classroom.grade(attendance.entries, crew, progress, again=again)
        except KeyboardInterrupt:
            click.echo(f"\nStopped. {STOPPED}", err=True)
            sys.exit(INTERRUPTED)
        written = write_outputs(book, attendance.absent, course, junit=junit)
        remarks = [*attendance.remarks, *strays(book, entries)]
        close = (list(book.all()), tally, remarks, written, course)
        deliver_drawn(lambda console: print_close(*close, console), None)
    sys.exit(GRADER_FAILED if tally.ungraded else 0)


def _crew(scheduler: str | None, jobs: int) -> "LocalCrew | ClusterCrew":
    """Give whoever grades: a cluster where one is named, else processes here."""
    if scheduler is None:
        from grader.crew import LocalCrew  # noqa: PLC0415

        return LocalCrew(jobs)
    from grader.cluster import ClusterCrew  # noqa: PLC0415

    return ClusterCrew(scheduler)
