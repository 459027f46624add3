"""W and b from epoch to epoch, and where they should come to."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from grader.drawing.canvas import count_axis, page, styled
from grader.drawing.stroke import INK, LABEL_LINE, STROKES, Curve, draw, height_of


@styled
def draw_parameters(
    title: str,
    ways: Sequence[Curve],
    truth: Mapping[str, float],
    up: str = "value of the parameter",
) -> Figure:
    """Draw each parameter's way; `truth` names true values by the parameter's label."""
    figure, (axes,) = page(title)
    for stroke, way in zip(STROKES, ways, strict=False):
        if way.label in truth:
            axes.axhline(truth[way.label], color=stroke.colour, linestyle=":", linewidth=1.5)
    draw(axes, ways)
    _name_truth(axes, ways, truth)
    count_axis(axes, "epoch")
    axes.set_ylabel(up)
    return figure


def _name_truth(axes: Axes, ways: Sequence[Curve], truth: Mapping[str, float]) -> None:
    """Write each true value at its line, or all in a corner where the lines are too close."""
    heights = sorted(height_of(axes, each) for each in truth.values())
    if any(above - below < 3 * LABEL_LINE for below, above in pairwise(heights)):
        names = ", ".join(f"true {name} = {value:g}" for name, value in truth.items())
        _write(axes, 0.97, f"dotted: {names}", INK, "top")
        return
    for stroke, way in zip(STROKES, ways, strict=False):
        if way.label in truth and way.y.size:
            value = truth[way.label]
            # On the side of its line where the parameter does not come from.
            above = way.y[0] < value
            height = height_of(axes, value) + (0.01 if above else -0.015)
            text = f"true {way.label} = {value:g}"
            _write(axes, height, text, stroke.colour, "bottom" if above else "top")


def _write(axes: Axes, height: float, text: str, colour: str, side: str) -> None:
    axes.text(0.02, height, text, color=colour, transform=axes.transAxes, va=side)
