"""Where a command's result goes: to the terminal, or whole into a file."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.files import write_whole

if TYPE_CHECKING:
    from rich.console import Console


def deliver(text: str, output: Path | None) -> None:
    """Print a text for programs, or write it to a file."""
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)


def deliver_drawn(draw: "Callable[[Console], None]", output: Path | None) -> None:
    """Draw on the terminal, or into a file as plain text."""
    from rich.console import Console  # noqa: PLC0415  (loads while TensorFlow does)

    if output is None:
        draw(Console(highlight=False, soft_wrap=True))
        return
    console = Console(highlight=False, record=True, file=io.StringIO(), soft_wrap=True)
    draw(console)
    write_whole(output, console.export_text())
