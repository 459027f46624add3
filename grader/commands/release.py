"""`grader release`: a kit to hand out."""

from pathlib import Path

import click

from grader.commands.check import progress_line
from grader.course import read_course
from grader.kit import find_kit, require_solutions


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
def release(folder: Path, names: tuple[str, ...]) -> None:
    """Make a kit for students: the course, or the units and exercises that are named.

    It holds stubs, the grader and the reference's recorded answers, and installs and grades by
    itself. What is withheld stays here: solutions, mistakes and tests.
    """
    from grader.grading import Grader  # noqa: PLC0415  (help needs none of these)
    from grader.release.kit import kit_files  # noqa: PLC0415
    from grader.release.writing import require_vacant, write_kit  # noqa: PLC0415

    course = read_course()
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Releasing a kit")
    require_vacant(folder, kit)
    with progress_line() as progress:
        grader = Grader(kit, course, exercises, progress=progress)
        try:
            files = kit_files(grader, exercises)
        finally:
            grader.close()
    write_kit(folder, files)
    points = sum(each.points for each in exercises)
    click.echo(f"{len(exercises)} exercises, {points} points, {len(files)} files in {folder}.")
