"""Data, and the line through it before and after training."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from grader.drawing.canvas import page, styled
from grader.drawing.stroke import FAINT, STROKES, Curve, Numbers, draw


@styled
def draw_fit(title: str, x: Numbers, y: Numbers, lines: Sequence[Curve]) -> Figure:
    """Draw points, and lines over them; the first line is the one before training."""
    figure, (axes,) = page(title)
    size = 90 if x.size <= 30 else 18
    axes.scatter(x, y, s=size, color=FAINT, alpha=0.5, linewidths=0)
    # Before is dashed, after is whole: what counts is drawn strongest.
    draw(axes, lines, markers=False, strokes=(STROKES[1], STROKES[0], STROKES[2]))
    axes.set_xlabel("input x")
    axes.set_ylabel("target y")
    return figure
