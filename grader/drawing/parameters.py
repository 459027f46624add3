"""W and b from epoch to epoch, and where they should come to."""

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from grader.drawing.canvas import count_axis, page, styled
from grader.drawing.stroke import STROKES, Curve, draw, height_of


@styled
def draw_parameters(
    title: str,
    ways: Sequence[Curve],
    truth: Mapping[str, float],
    up: str = "value of the parameter",
) -> Figure:
    """Draw each parameter's way; `truth` names true values by the parameter's label."""
    figure, (axes,) = page(title)
    strokes = [stroke for stroke, _ in zip(STROKES, ways, strict=False)]
    for stroke, way in zip(strokes, ways, strict=True):
        if way.label in truth:
            axes.axhline(truth[way.label], color=stroke.colour, linestyle=":", linewidth=1.5)
    draw(axes, ways)
    for stroke, way in zip(strokes, ways, strict=True):
        if way.label in truth and way.y.size:
            value = truth[way.label]
            # On the side of its line where the parameter does not come from.
            above = way.y[0] < value
            axes.text(
                0.02,
                height_of(axes, value) + (0.01 if above else -0.015),
                f"true {way.label} = {value:g}",
                color=stroke.colour,
                transform=axes.transAxes,
                va="bottom" if above else "top",
            )
    count_axis(axes, "epoch")
    axes.set_ylabel(up)
    return figure
