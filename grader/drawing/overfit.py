"""Loss on what was trained on, and on what was held back."""

import numpy as np
from matplotlib.figure import Figure

from grader.drawing.canvas import count_axis, page, styled
from grader.drawing.stroke import INK, Curve, draw


@styled
def draw_overfit(title: str, training: Curve, validation: Curve, across: str) -> Figure:
    """Draw both losses over the degree or the epoch, and mark where the second is least."""
    figure, (axes,) = page(title)
    axes.set_yscale("log")
    draw(axes, [training, validation])
    best = int(np.argmin(validation.y))
    axes.axvline(validation.x[best], color=INK, linewidth=1.5, linestyle=":")
    axes.annotate(
        f"least validation loss\nat {across} {validation.x[best]:g}",
        (validation.x[best], 0.97),
        (8, 0),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        va="top",
        color=INK,
    )
    count_axis(axes, across)
    axes.set_ylabel("mean squared error")
    return figure
