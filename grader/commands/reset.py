"""`grader reset`: the stub again, and the student's file beside it."""

import sys
from pathlib import Path

import click

from grader.course import read_course
from grader.kit import find_kit
from grader.restoration import Restoration


@click.command()
@click.argument("exercise")
@click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
def reset(exercise: str, yes: bool) -> None:
    """Put an exercise's stub back, and keep your own file beside it as .bak."""
    course = read_course()
    kit = find_kit(Path.cwd())
    restoration = Restoration(kit.exercises, course, course.exercise(exercise))
    shown = restoration.path.relative_to(kit.root)
    if restoration.needless:
        click.echo(f"{shown} is as it was handed out; nothing was changed.")
        return
    if restoration.old is not None and not yes and not _agreed(f"Put the stub back as {shown}?"):
        click.echo("Nothing was changed.")
        sys.exit(1)
    kept = restoration.restore()
    click.echo(f"{shown} is the stub again.")
    if kept:
        click.echo(f"Your file is kept beside it as {kept.name}.")


def _agreed(question: str) -> bool:
    """Ask; nobody there to answer is a no."""
    try:
        return click.confirm(f"{question} Your file is kept beside it.")
    except click.Abort:
        click.echo()
        return False
