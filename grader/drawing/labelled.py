"""Examples with labels 0 and 1, and the probabilities that a model gives them."""

from collections.abc import Sequence

import msgspec
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from grader.drawing.canvas import page, styled
from grader.drawing.sigmoids import probability_axis
from grader.drawing.stroke import FAINT, INK, Curve, Numbers, draw


class Panel(msgspec.Struct, frozen=True):
    """One view of the examples: curves over them, and a boundary where there is one."""

    heading: str
    curves: Sequence[Curve]
    boundary: float | None = None


@styled
def draw_labelled(title: str, x: Numbers, labels: Numbers, panels: Sequence[Panel]) -> Figure:
    """Draw the examples at their labels, and a model's probabilities over them."""
    figure, all_axes = page(title, len(panels))
    for axes, panel in zip(all_axes, panels, strict=True):
        _draw_panel(axes, x, labels, panel)
    for axes in all_axes[1:]:
        axes.set_ylabel("")
    return figure


def _draw_panel(axes: Axes, x: Numbers, labels: Numbers, panel: Panel) -> None:
    axes.set_title(panel.heading)
    for label, marker, colour in ((1.0, "o", INK), (0.0, "X", FAINT)):
        chosen = x[labels == label]
        axes.scatter(chosen, chosen * 0 + label, s=110, marker=marker, color=colour, zorder=3)
    draw(axes, panel.curves, markers=False)
    probability_axis(axes)
    if panel.boundary is not None:
        axes.axvline(panel.boundary, color=INK, linewidth=1.5, linestyle=":")
        axes.text(
            panel.boundary,
            0.12,
            f" boundary\n -b/W = {panel.boundary:.2f}",
            color=INK,
            va="center",
        )
    axes.set_xlabel("input x")
