"""Where pictures go: into a folder, and before the user's eyes where that is asked."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.errors import UsageError
from grader.files import make_folder

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
    pictures: "Iterable[tuple[str, Figure]]", folder: Path, *, form: str = "png", show: bool = False
) -> list[Path]:
    """Write each picture as soon as it is drawn, and say where."""
    from grader.drawing.canvas import write  # noqa: PLC0415  (Matplotlib loads where it is needed)

    written = []
    for name, figure in pictures:
        path = folder / f"{name}.{form}"
        write(figure, path)
        click.echo(f"wrote {path}")
        written.append(path)
        if show:
            click.launch(str(path))
    return written
