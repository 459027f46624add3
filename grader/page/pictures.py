"""Pictures of what failed, as data that a page holds in itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from grader.errors import StoppedError
from grader.plots.plan import worth_drawing
from grader.report import Report
from grader.submission import Submission

if TYPE_CHECKING:
    from grader.grading import Grader

# Sharp on a screen of two pixels a point, and small enough for a page that travels by mail.
DOTS_PER_INCH = 140
SHOWN_PER_INCH = 84


class Picture(msgspec.Struct, frozen=True):
    """A picture as an address that holds it whole, and its title, which says what to see."""

    title: str
    address: str
    width: int
    height: int


# By submission and exercise.
Album = Mapping[tuple[str, str], tuple[Picture, ...]]


def to_draw(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """List submissions and exercises of which a picture can show what went wrong."""
    return [
        (report.submission, each.id)
        for report in reports
        for each in report.exercises
        if worth_drawing(each)
    ]


def draw_album(
    grader: "Grader", wanted: Iterable[tuple[str, str]], submissions: Mapping[str, Submission]
) -> Iterator[tuple[tuple[str, str], tuple[Picture, ...]]]:
    """Draw one exercise after another; no picture where there is no file, or nothing to draw."""
    for submission, exercise in wanted:
        work = submissions.get(submission)
        source = work.sources.get(exercise) if work else None
        pictures = () if source is None else _pictures(grader, exercise, source)
        yield (submission, exercise), pictures


def _pictures(grader: "Grader", exercise: str, source: bytes) -> tuple[Picture, ...]:
    from grader.drawing.canvas import as_address  # noqa: PLC0415  (Matplotlib loads where needed)
    from grader.plots.figures import figures_of  # noqa: PLC0415

    chosen = grader.course.exercise(exercise)
    made = []
    try:
        for _, figure in figures_of(grader, chosen, source):
            # As large as it is drawn at, so that a page keeps its place while it loads.
            width, height = (round(each * SHOWN_PER_INCH) for each in figure.get_size_inches())
            address = as_address(figure, DOTS_PER_INCH)
            made.append(Picture(figure.get_suptitle(), address, width, height))
    except StoppedError:
        pass
    return tuple(made)
