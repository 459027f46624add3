"""Pictures for whoever does not draw them: a notebook, beside which a grader is warm."""

import msgspec

from grader.assignment import Assignment
from grader.crew import at_desk
from grader.report import Report
from grader.submission import Submission

# Sharp on a page as wide as a notebook, and a quarter of the file that a slide needs.
DOTS_PER_INCH = 100


class Drawn(msgspec.Struct, frozen=True):
    """A picture as it is shown: what it says, for those who do not see it, and its address."""

    says: str
    address: str


def draw_here(assignment: Assignment, submission: Submission, report: Report) -> tuple[Drawn, ...]:
    """Draw in this process what a report says failed; nothing where nothing can be drawn."""
    from grader.drawing.canvas import as_address  # noqa: PLC0415  (whoever only asks needs no Matplotlib)
    from grader.plots.choice import pictures_of  # noqa: PLC0415

    with at_desk(assignment) as grader:
        told = list(pictures_of(grader, report, submission))
    figures = [each[1] for each in told if not isinstance(each, str)]
    return tuple(Drawn(each.get_suptitle(), as_address(each, DOTS_PER_INCH)) for each in figures)
