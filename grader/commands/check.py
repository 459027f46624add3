"""`grader check` and `grader list`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from grader.commands.delivery import deliver, deliver_drawn
from grader.commands.limits import (
    limit_options,
    limits_of,
    sandbox_option,
    start_method_option,
    worker_user_option,
)
from grader.commands.pictures import deliver_plots, plot_options, require_plot_folder
from grader.commands.platforms import deliver_to_job, grade_for, read_for
from grader.commands.seeds import seed_option, tell_of_seed
from grader.course import read_course
from grader.isolation import Isolation, Mode, user_number
from grader.kit import find_kit, hidden_folders
from grader.report import Report
from grader.supply import Supply

FORMATS = ("text", "json", "junit", "gradescope", "github")


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
    help="Write the report there instead of printing it; with github, Classroom 50's result.json.",
)
@seed_option
@start_method_option
@plot_options
@sandbox_option
@worker_user_option
@limit_options
def check(
    names: tuple[str, ...],
    submission: Path | None,
    form: str,
    output: Path | None,
    seed: int,
    start_method: str,
    plot: Path | None,
    plot_format: str,
    sandbox: str,
    worker_user: str | None,
    **limits: Any,
) -> None:
    """Grade one submission: all exercises, or the units and exercises that are named."""
    course = read_course()
    require_plot_folder(plot, course)
    exercises = course.select(names)
    kit = find_kit(Path.cwd())
    tell_of_seed(kit, seed)
    folder = submission or kit.exercises
    work = read_for(form, folder, course, exercises)
    isolation = Isolation(Mode(sandbox), hidden_folders(kit), user_number(worker_user))
    supply = Supply(limits_of(**limits), start_method, isolation)
    try:
        with progress_line() as progress:
            progress("loading TensorFlow")
            supply.open()
            # pytest and Hypothesis load while TensorFlow does, on another core.
            from grader.grading import Grader  # noqa: PLC0415

            grader = Grader(kit, course, exercises, seed, progress=progress, supply=supply)
            report = grade_for(form, grader, work, output)
        if submission is None:
            from grader.standings import remember  # noqa: PLC0415

            remember(kit, report, work.sources)
        if form == "github":
            deliver_to_job(report, grader, work, folder, output)
        else:
            show(report, form, output)
        if plot:
            deliver_plots(grader, report, work, plot, plot_format, aside=form != "text")
    finally:
        supply.close()
    sys.exit(0 if report.passed else 1)


def show(report: Report, form: str, output: Path | None) -> None:
    """Print a report in a format, or write it to a file."""
    if form == "text":
        from grader.render.text import print_report  # noqa: PLC0415

        deliver_drawn(lambda console: print_report(report, console), output)
        return
    from grader.render import FORMATS as RENDERERS  # noqa: PLC0415

    deliver(RENDERERS[form](report), output)


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
    """Show all units and exercises, with points, minutes, and how you stand in them."""
    from rich.console import Console  # noqa: PLC0415

    from grader.render.text import print_course  # noqa: PLC0415
    from grader.standings import is_current, read_standings  # noqa: PLC0415

    kit, course = find_kit(Path.cwd()), read_course()
    standings = read_standings(kit)
    edited = {
        each.id
        for each in course.exercises()
        if each.id in standings and not is_current(standings[each.id], kit, course.file(each))
    }
    print_course(course, standings, edited, Console(highlight=False, soft_wrap=True))
