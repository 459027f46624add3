"""`grader release`: a kit to hand out."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commands.check import progress_line
from grader.course import Course, Exercise, read_course
from grader.kit import Kit, find_kit, require_solutions

if TYPE_CHECKING:
    from grader.release.kit import Files


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
@click.option(
    "--for",
    "platform",
    type=click.Choice(["gradescope", "github"]),
    help="An autograder to upload to Gradescope, or a kit that GitHub grades with every push.",
)
@click.option(
    "--seed", type=int, default=None, help="What Gradescope draws inputs from; else one drawn now."
)
def release(folder: Path, names: tuple[str, ...], platform: str | None, seed: int | None) -> None:
    """Make a kit for students: the course, or the units and exercises that are named.

    It holds stubs, the grader and the reference's recorded answers, and installs and grades by
    itself. What is withheld stays here: solutions, mistakes and tests. With --for gradescope it is
    the instructor's: an autograder that holds the solutions, and how to upload it.
    """
    from grader.gradebook import drawn_seed  # noqa: PLC0415  (help needs none of these)
    from grader.release.github import with_workflow  # noqa: PLC0415
    from grader.release.gradescope import gradescope_files  # noqa: PLC0415
    from grader.release.writing import require_vacant, write_kit  # noqa: PLC0415

    course = read_course()
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Releasing a kit")
    require_vacant(folder, kit)
    if platform == "gradescope":
        files = gradescope_files(kit, course, exercises, drawn_seed() if seed is None else seed)
    else:
        files = _student_files(kit, course, exercises)
    if platform == "github":
        files = with_workflow(files)
    write_kit(folder, files)
    points = sum(each.points for each in exercises)
    click.echo(f"{len(exercises)} exercises, {points} points, {len(files)} files in {folder}.")


def _student_files(kit: Kit, course: Course, exercises: tuple[Exercise, ...]) -> "Files":
    """Ask the reference what a kit without it has to know."""
    from grader.grading import Grader  # noqa: PLC0415
    from grader.release.kit import kit_files  # noqa: PLC0415

    with (
        progress_line() as progress,
        closing(Grader(kit, course, exercises, progress=progress)) as grader,
    ):
        return kit_files(grader, exercises)
