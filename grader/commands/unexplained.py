"""`grader grades --unexplained`."""

from pathlib import Path

from grader.commands.delivery import deliver, deliver_drawn
from grader.errors import UsageError
from grader.report import Report


def deliver_unexplained(reports: list[Report], form: str, output: Path | None) -> None:
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
