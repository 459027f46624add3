"""Where pictures go: into a folder, and before the user's eyes where that is asked."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.course import Course
from grader.errors import UsageError
from grader.files import make_folder
from grader.report import Report
from grader.submission import Submission

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from grader.grading import Grader

# Where pictures go that nobody named a folder for.
PLOTS = "pictures"
Command = Callable[..., Any]


def picture_options(command: Command) -> Command:
    """Add the options that say where pictures go."""
    command = click.option("--show", is_flag=True, help="Open the saved pictures.")(command)
    return click.option(
        "--save",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="Draw, and write the pictures there as PNG.",
    )(command)


def plot_options(command: Command) -> Command:
    """Add the options that ask for pictures of what failed."""
    command = click.option(
        "--plot-format", type=click.Choice(["png", "svg"]), default="png", show_default=True
    )(command)
    return click.option(
        "--plot",
        type=click.Path(path_type=Path, file_okay=False),
        is_flag=False,
        flag_value=PLOTS,
        metavar="[DIR]",
        help=f"Draw failing exercises beside what is expected, into DIR or `{PLOTS}`.",
    )(command)


def require_plot_folder(folder: Path | None, course: Course) -> None:
    """Refuse an exercise where a folder should be, and make the folder; raises UsageError."""
    if folder is None:
        return
    names = [unit.id for unit in course.units] + [each.id for each in course.exercises()]
    if str(folder) in names and not folder.is_dir():
        raise UsageError(
            f"--plot takes a folder, and {str(folder)!r} is of the course; "
            f"say `grader check {folder} --plot`, or --plot=./{folder} for a folder of that name."
        )
    make_folder(folder)


def deliver_plots(
    grader: "Grader", report: Report, work: Submission, folder: Path, form: str, *, aside: bool
) -> None:
    """Draw the exercises that failed, and say where each picture is; aside, on stderr."""
    from grader.plots.choice import pictures_of  # noqa: PLC0415  (Matplotlib loads where needed)

    for told in pictures_of(grader, report, work):
        if isinstance(told, str):
            click.echo(told, err=aside)
        else:
            deliver_pictures([told], folder, form=form, aside=aside)


def require_place(folder: Path | None, *, show: bool) -> None:
    """Refuse early what cannot be done with pictures; raises UsageError."""
    if show and folder is None:
        raise UsageError("--show opens what --save writes; name a folder with --save DIR as well.")
    if show and not has_windows():
        raise UsageError("No window can be opened here; leave --show out, and open the files.")
    if folder:
        make_folder(folder)


def has_windows() -> bool:
    """Tell whether there is a screen to open a window on."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return named or sys.platform in ("darwin", "win32")


def deliver_pictures(
    pictures: "Iterable[tuple[str, Figure]]",
    folder: Path,
    *,
    form: str = "png",
    show: bool = False,
    aside: bool = False,
) -> None:
    """Write each picture as soon as it is drawn, and say where."""
    from grader.drawing.canvas import write  # noqa: PLC0415  (Matplotlib loads where it is needed)

    for name, figure in pictures:
        path = folder / f"{name}.{form}"
        write(figure, path)
        click.echo(f"wrote {path}", err=aside)
        if show:
            click.launch(str(path))
