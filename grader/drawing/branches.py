"""The two branches of the cross-entropy: what a probability costs, by the label."""

from matplotlib.figure import Figure

from grader.drawing.canvas import page, styled
from grader.drawing.stroke import Curve, draw


@styled
def draw_branches(title: str, one: Curve, zero: Curve) -> Figure:
    """Draw the loss of a single example by its predicted probability, for either label."""
    figure, (axes,) = page(title)
    axes.set_ylim(0.0, 1.05 * float(max(one.y.max(), zero.y.max())))
    draw(axes, [one, zero], markers=False)
    axes.set_xlabel("predicted probability of label 1")
    axes.set_ylabel("loss of one example")
    axes.set_xlim(0.0, 1.0)
    return figure
