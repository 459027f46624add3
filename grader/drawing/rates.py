"""The same training at several learning rates."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from grader.drawing.canvas import count_axis, page, styled
from grader.drawing.stroke import Curve, draw


@styled
def draw_losses(title: str, losses: Sequence[Curve], name: str = "loss") -> Figure:
    """Draw losses by epoch, on a scale where equal steps are equal factors."""
    figure, (axes,) = page(title)
    axes.set_yscale("log")
    draw(axes, losses)
    count_axis(axes, "epoch")
    axes.set_ylabel(f"{name}, in powers of ten")
    return figure
