"""`grader check` and `grader list`."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader.course import DEFAULT_SEED, read_course
from grader.errors import UsageError
from grader.kit import find_kit
from grader.limits import Limits
from grader.report import Report
from grader.submission import read_submission
from grader.supply import Supply

FORMATS = ("text", "json", "junit")


@click.command()
@click.argument("names", nargs=-1, metavar="[UNIT|EXERCISE]...")
@click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to grade; the kit's own `exercises` where none is named.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report there instead of printing it.",
)
@click.option("--seed", type=int, default=DEFAULT_SEED, help="Draw inputs from this seed.")
@click.option(
    "--start-method",
    type=click.Choice(["auto", "forkserver", "spawn"]),
    default="auto",
    help="How workers start: forked from one process with TensorFlow, or one spawned in all.",
)
def check(
    names: tuple[str, ...],
    submission: Path | None,
    form: str,
    output: Path | None,
    seed: int,
    start_method: str,
) -> None:
    """Grade one submission: all exercises, or the units and exercises that are named."""
    course = read_course()
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    work = read_submission(submission or kit.exercises, course, exercises)
    supply = Supply(Limits(), start_method)
    try:
        with progress_line() as progress:
            progress("loading TensorFlow")
            supply.open()
            # pytest and Hypothesis load while TensorFlow does, on another core.
            from grader.grading import Grader  # noqa: PLC0415

            grader = Grader(kit, course, exercises, seed, progress=progress, supply=supply)
            report = grader.grade(work)
    finally:
        supply.close()
    deliver(report, form, output)
    sys.exit(0 if report.passed else 1)


def deliver(report: Report, form: str, output: Path | None) -> None:
    """Print a report, or write it to a file, whole."""
    if form == "text":
        from rich.console import Console  # noqa: PLC0415  (loads while TensorFlow does)

        from grader.render.text import print_report  # noqa: PLC0415

        if output is None:
            print_report(report, Console(highlight=False, soft_wrap=True))
            return
        console = Console(highlight=False, record=True, file=io.StringIO(), soft_wrap=True)
        print_report(report, console)
        write_whole(output, console.export_text())
        return
    from grader.render import FORMATS as RENDERERS  # noqa: PLC0415

    text = RENDERERS[form](report)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)


def write_whole(path: Path, text: str) -> None:
    """Write a file by way of a temporary one, so that no reader sees half of it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise UsageError(f"The report cannot be written to {path}: {error.strerror}.") from None


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """Show what is going on, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("starting") as status:
        yield status.update


@click.command("list")
def list_course() -> None:
    """Show all units and exercises, with points, difficulty and minutes."""
    from rich.console import Console  # noqa: PLC0415

    from grader.render.text import print_course  # noqa: PLC0415

    print_course(read_course(), Console(highlight=False, soft_wrap=True))
