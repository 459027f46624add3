"""`grader watch`: grades on save."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.commands.limits import limit_options, limits_of, sandbox_option, start_method_option
from grader.commands.seeds import seed_option, tell_of_seed
from grader.course import Exercise, read_course
from grader.interruption import run_aside
from grader.isolation import Isolation, Mode
from grader.kit import find_kit, hidden_folders
from grader.submission import find_root

if TYPE_CHECKING:
    from grader.watching import Desk

INTERRUPTED = 130


@click.command()
@click.argument("exercise", required=False)
@click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to watch; the kit's own `exercises` where none is named.",
)
@seed_option
@start_method_option
@sandbox_option
@limit_options
def watch(
    exercise: str | None,
    submission: Path | None,
    seed: int,
    start_method: str,
    sandbox: str,
    **limits: Any,
) -> None:
    """Grade an exercise whenever you save it, and go on to the next when it passes.

    Begins with EXERCISE, or with the first that has not passed. Saving another exercise's file
    turns to that one.
    """
    course = read_course()
    start = course.exercise(exercise) if exercise else None
    kit = find_kit(Path.cwd())
    tell_of_seed(kit, seed)
    folder = submission or kit.exercises
    root = find_root(folder, course)
    from grader.watching import Desk  # noqa: PLC0415  (help needs none of it)

    isolation = Isolation(Mode(sandbox), hidden_folders(kit, root))
    own = submission is None
    desk = Desk(kit, course, seed, limits_of(**limits), start_method, isolation, remembers=own)
    try:
        run_aside(lambda: _watch(desk, root, start), desk.close)
    except KeyboardInterrupt:
        click.echo("\nStopped watching; your files are as you saved them.", err=True)
        sys.exit(INTERRUPTED)


def _watch(desk: "Desk", root: Path, start: Exercise | None) -> None:
    """Load what shows and watches while TensorFlow loads."""
    desk.open()
    from rich.console import Console  # noqa: PLC0415

    from grader.render.watching import Page  # noqa: PLC0415
    from grader.saves import Saves  # noqa: PLC0415
    from grader.watching import Watch  # noqa: PLC0415

    page = Page(Console(highlight=False, soft_wrap=True), _shown(root))
    Watch(desk, Saves(root, desk.course), page).run(start)


def _shown(folder: Path) -> Path:
    """Name a folder as somebody who is here would."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
