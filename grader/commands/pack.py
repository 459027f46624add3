"""`grader pack`: the archive to hand in."""

from pathlib import Path

import click

from grader.commands.check import progress_line
from grader.course import read_course
from grader.errors import UsageError
from grader.files import write_whole
from grader.isolation import Isolation
from grader.kit import find_kit, hidden_folders
from grader.limits import Limits
from grader.submission import Submission, read_submission
from grader.supply import Supply


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The archive; one called like the kit's folder, here, where none is named.",
)
def pack(output: Path | None) -> None:
    """Grade your files, and put them and the report into one archive to hand in.

    An older pack is replaced, any other file is left alone. Exits with 0 when the archive is
    written, whatever the report says.
    """
    from grader.pack import pack as packed  # noqa: PLC0415  (help needs none of these)
    from grader.pack import require_replaceable  # noqa: PLC0415

    course = read_course()
    exercises = course.select(())
    kit = find_kit(Path.cwd())
    path = output or Path(f"{kit.root.resolve().name}.zip")
    if path.suffix.lower() != ".zip":
        raise UsageError(f"A pack is a zip archive; call it {path.stem}.zip, not {path.name}.")
    require_replaceable(path)
    work = read_submission(kit.exercises, course, exercises)
    _refuse_unread(work)
    supply = Supply(Limits(), isolation=Isolation(hidden=hidden_folders(kit)))
    try:
        with progress_line() as progress:
            progress("loading TensorFlow")
            supply.open()
            from grader.grading import Grader  # noqa: PLC0415

            grader = Grader(kit, course, exercises, progress=progress, supply=supply)
            report = grader.grade(work)
    finally:
        supply.close()
    files = {course.file(course.exercise(name)): data for name, data in work.sources.items()}
    write_whole(path, packed(files, report))
    click.echo(f"{len(files)} files, {report.score} of {report.max_score} points, in {path}.")
    click.echo("Hand that in: it is graded anew there, on other inputs.")


def _refuse_unread(work: Submission) -> None:
    for name, reason in work.refused.items():
        raise UsageError(f"The file of {name} cannot be packed: {reason}; put a plain file there.")
