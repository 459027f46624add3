"""What all pictures stand on: a page of a slide's size, its style, and how it is written."""

import io
import textwrap
from base64 import b64encode
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from grader.errors import UsageError

# A slide of 16 to 9; at this size the smallest text is a thirtieth of the picture's height.
INCHES = (9.6, 5.4)
DOTS_PER_INCH = 200
FORMATS = ("png", "svg")
# As many letters of a title as fit across a page.
TITLE_LETTERS = 62
STYLE: dict[str, Any] = {
    "font.size": 14,
    "axes.titlesize": 15,
    "axes.labelsize": 14,
    "xtick.labelsize": 13,
    "ytick.labelsize": 13,
    "figure.titlesize": 17,
    "lines.linewidth": 2.5,
    "lines.markersize": 7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.35,
    # Equal pictures are equal files.
    "svg.hashsalt": "slopework",
    # Text stays text, for whoever reads or searches it.
    "svg.fonttype": "none",
}

P = ParamSpec("P")
R = TypeVar("R")


def styled(function: Callable[P, R]) -> Callable[P, R]:
    """Draw in the pictures' own style, whatever a `matplotlibrc` about here says."""

    @wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context(), style.context(["default", STYLE], after_reset=True):
            return function(*args, **kwargs)

    return inside


def page(title: str, panels: int = 1) -> tuple[Figure, list[Axes]]:
    """Make a page with a title that says what to see, and panels side by side."""
    figure = Figure(figsize=INCHES, dpi=DOTS_PER_INCH, layout="constrained")
    FigureCanvasAgg(figure)
    figure.get_layout_engine().set(w_pad=0.12, h_pad=0.1)  # type: ignore[union-attr, call-arg]
    figure.suptitle(textwrap.fill(title, TITLE_LETTERS), fontweight="bold")
    grid = figure.subplots(1, panels, squeeze=False)
    return figure, list(grid[0])


def count_axis(axes: Axes, name: str) -> None:
    """Name the axis across, along which something is counted: no epoch is half."""
    axes.set_xlabel(name)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))


@styled
def write(figure: Figure, path: Path) -> None:
    """Write a picture in the format that its name ends in; raises UsageError."""
    form = path.suffix.removeprefix(".")
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    try:
        figure.savefig(path, format=form, dpi=DOTS_PER_INCH, metadata=metadata)
    except OSError as error:
        raise UsageError(
            f"{path.name} cannot be written in {str(path.parent)!r} ({error.strerror}); "
            "make room or name another folder."
        ) from None


@styled
def as_address(figure: Figure, dots_per_inch: int) -> str:
    """Give a picture as an address that holds its PNG whole, for a page that loads nothing."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=dots_per_inch, metadata={"Software": None})
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode('ascii')}"
