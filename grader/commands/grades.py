"""`grader grades`: what a gradebook holds, and what it is written out as."""

from pathlib import Path

import click

from grader.commands.delivery import deliver, deliver_drawn
from grader.commands.limits import sandbox_option
from grader.commands.page import deliver_page, page_options, require_page_alone
from grader.course import read_course
from grader.errors import UsageError
from grader.report import Report


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json", "junit", "canvas", "moodle"]),
    default="text",
    show_default=True,
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="For canvas and moodle: the table that it exports, which identifies the students.",
)
@click.option(
    "--column",
    metavar="TITLE",
    help="For canvas and moodle: what the assignment is called there; else the course's title.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it there instead of printing it.",
)
@click.option(
    "--unexplained",
    is_flag=True,
    help="List the failures that no known mistake explains, the most frequent first.",
)
@page_options
@sandbox_option
def grades(
    folder: Path,
    form: str,
    roster: Path | None,
    column: str | None,
    output: Path | None,
    unexplained: bool,
    html: str | None,
    submissions: Path | None,
    sandbox: str,
) -> None:
    """Show what a gradebook holds, or export it."""
    named = (("--format", form != "text"), ("--output", output), ("--unexplained", unexplained))
    require_page_alone(html, submissions, [name for name, there in named if there])
    if html is not None:
        deliver_page(folder, html, submissions, sandbox)
        return
    from grader.outputs import read_reports  # noqa: PLC0415

    reports = read_reports(folder)
    if unexplained:
        _deliver_unexplained(reports, form, output)
    elif form in ("canvas", "moodle"):
        _deliver_table(form, reports, roster, column, output)
    else:
        _deliver_grades(form, reports, output)


def _deliver_unexplained(reports: list[Report], form: str, output: Path | None) -> None:
    """List what no known mistake explains, in the formats that it has."""
    from grader.render.unexplained import print_unexplained, render_unexplained  # noqa: PLC0415
    from grader.unexplained import unexplained  # noqa: PLC0415

    groups = unexplained(reports)
    if form == "text":
        deliver_drawn(lambda console: print_unexplained(groups, console), output)
    elif form == "json":
        deliver(render_unexplained(groups), output)
    else:
        raise UsageError("Unexplained failures are listed as text or json; name one of these.")


def _deliver_table(
    form: str, reports: list[Report], roster: Path | None, column: str | None, output: Path | None
) -> None:
    from grader.outputs import table_for  # noqa: PLC0415

    text, remarks = table_for(form, reports, roster, column)
    for remark in remarks:
        click.echo(remark, err=True)
    deliver(text, output)


def _deliver_grades(form: str, reports: list[Report], output: Path | None) -> None:
    from grader.render import CLASS_FORMATS  # noqa: PLC0415
    from grader.render.summary import print_grades  # noqa: PLC0415

    if form == "text":
        deliver_drawn(lambda console: print_grades(reports, console), output)
    else:
        deliver(CLASS_FORMATS[form](reports, read_course()), output)
