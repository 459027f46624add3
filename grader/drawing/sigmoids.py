"""What a weight and what a bias do to the sigmoid."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from grader.drawing.canvas import page, styled
from grader.drawing.stroke import FAINT, Curve, draw

Family = tuple[str, Sequence[Curve]]


@styled
def draw_sigmoids(title: str, families: Sequence[Family]) -> Figure:
    """Draw families of curves, a panel each, under what each family shows."""
    figure, panels = page(title, len(families))
    for axes, (heading, curves) in zip(panels, families, strict=True):
        axes.set_title(heading)
        draw(axes, curves)
        probability_axis(axes)
        axes.set_xlabel("input x")
    for axes in panels[1:]:
        axes.set_ylabel("")
    return figure


def probability_axis(axes: Axes) -> None:
    """Scale an axis from 0 to 1, with the line at a half that decides."""
    axes.axhline(0.5, color=FAINT, linewidth=1.2, linestyle=(0, (2, 2)), zorder=1)
    axes.set_ylim(-0.06, 1.06)
    axes.set_yticks([0.0, 0.25, 0.5, 0.75, 1.0])
    axes.set_ylabel("probability of label 1")
