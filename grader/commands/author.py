"""`grader author`: for those who write exercises."""

import sys
from contextlib import closing
from pathlib import Path

import click

from grader.commands.check import progress_line
from grader.commands.limits import sandbox_option
from grader.commands.seeds import seed_option
from grader.course import read_course
from grader.isolation import Isolation, Mode
from grader.kit import find_kit, hidden_folders, require_solutions


@click.group()
def author() -> None:
    """Write exercises, and prove that their checks catch what they should."""


@author.command()
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
@seed_option
def check(names: tuple[str, ...], seed: int) -> None:
    """Prove every exercise: solution, stub, mistakes, variants.

    The solution passes, the stub is not started, every mistake is caught by the check that it
    names, every variant passes. Prints which check fails on which mistake.
    """
    from grader.author.proof import prove  # noqa: PLC0415
    from grader.contract import require_agreement  # noqa: PLC0415
    from grader.grading import Grader  # noqa: PLC0415
    from grader.render.matrix import print_proof  # noqa: PLC0415

    course = read_course()
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Proving exercises")
    require_agreement(kit, course)
    sound = True
    with progress_line() as progress:
        grader = Grader(kit, course, exercises, seed, progress=progress)
        try:
            for exercise in exercises:
                proof = prove(grader, exercise, progress)
                print_proof(proof)
                sound = sound and not proof.problems
        finally:
            grader.close()
    click.echo("Every exercise is proved." if sound else "Some exercises are not proved.")
    sys.exit(0 if sound else 1)


@author.command()
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
def record(names: tuple[str, ...]) -> None:
    """Record what the solution and every mistake answer, so that mistakes can be told by name."""
    from grader.author.recording import record as record_answers  # noqa: PLC0415
    from grader.grading import Grader  # noqa: PLC0415
    from grader.recorded import file_of, write_recording  # noqa: PLC0415

    course = read_course()
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Recording answers")
    with progress_line() as progress:
        grader = Grader(kit, course, exercises, progress=progress)
        try:
            for exercise in exercises:
                recording = record_answers(grader, exercise, progress)
                write_recording(file_of(course, exercise), recording)
                click.echo(
                    f"{exercise.id}: {len(recording.questions)} questions, "
                    f"{len(recording.mistakes)} mistakes"
                )
        finally:
            grader.close()


@author.command()
@click.argument("unit")
@click.argument("name")
def new(unit: str, name: str) -> None:
    """Lay out a new exercise: stub, solution, checks, a mistake, a variant, a course entry."""
    from grader.author.scaffold import lay_out  # noqa: PLC0415

    kit = find_kit(Path.cwd())
    require_solutions(kit, "Writing an exercise")
    for path in lay_out(kit, unit, name):
        click.echo(f"wrote {path.relative_to(kit.root)}")
    click.echo(f"Fill them in, then run `grader author record {name}`,")
    click.echo(f"and `grader author check {name}`.")


@author.command()
@click.argument("path", metavar="SUBMISSION", type=click.Path(path_type=Path))
@click.argument("name", metavar="EXERCISE")
@click.argument("mistake", metavar="NAME")
@sandbox_option
def promote(path: Path, name: str, mistake: str, sandbox: str) -> None:
    """Make a known mistake of a wrong submission: a student's folder or archive.

    `grader grades DIR --unexplained` lists what is worth it.
    """
    from grader.author.promotion import place_of  # noqa: PLC0415
    from grader.author.promotion import promote as make_mistake  # noqa: PLC0415
    from grader.grading import Grader  # noqa: PLC0415
    from grader.intake import find_entry, read_entry  # noqa: PLC0415
    from grader.limits import Limits  # noqa: PLC0415
    from grader.supply import Supply  # noqa: PLC0415

    course = read_course()
    exercise = course.exercise(name)
    kit = find_kit(Path.cwd())
    require_solutions(kit, "Promoting a mistake")
    place = place_of(kit, exercise, mistake)
    submission = read_entry(find_entry(path, course), course, (exercise,))
    isolation = Isolation(Mode(sandbox), hidden_folders(kit, path))
    of = (kit, course, (exercise,))
    with (
        progress_line() as progress,
        closing(Supply(Limits(), isolation=isolation)) as supply,
    ):
        grader = Grader(*of, progress=progress, supply=supply, keep_answers=True)
        make_mistake(grader, exercise, submission, place)
    click.echo(f"wrote {place.relative_to(kit.root)}, and what it answers")
    click.echo("Fill in its sentence and its hint, and take out whatever names the student;")
    click.echo(f"then run `grader author record {exercise.id}` and the same with `check`.")
