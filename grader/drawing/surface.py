"""The loss over all W and b, and the way down it."""

from collections.abc import Sequence

import msgspec
import numpy as np
from matplotlib import patheffects
from matplotlib.figure import Figure

from grader.drawing.canvas import page, styled
from grader.drawing.stroke import INK, STROKES, Curve, Numbers

# Round numbers for lines of equal loss, in every power of ten.
FINE, COARSE = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0), (1.0, 2.0, 5.0)
MOST_LEVELS = 12
# So that a way can be followed over the lines.
OUTLINE = [patheffects.withStroke(linewidth=5.5, foreground="white")]


class Surface(msgspec.Struct, frozen=True):
    """The loss on a grid: one row a value of b, one column a value of W."""

    W: Numbers
    b: Numbers
    loss: Numbers


@styled
def draw_surface(
    title: str, surface: Surface, ways: Sequence[Curve], star: Curve | None = None
) -> Figure:
    """Draw lines of equal loss, ways over them and a star; an x is W, a y is b."""
    figure, (axes,) = page(title)
    levels = round_levels(surface.loss)
    grid = (surface.W, surface.b, surface.loss)
    axes.contourf(*grid, levels, cmap="Greys_r", alpha=0.35, extend="both")
    lines = axes.contour(*grid, levels, colors=INK, linewidths=0.8)
    axes.clabel(lines, fmt="%g", fontsize=12)
    for stroke, way in zip(STROKES, ways, strict=False):
        axes.plot(
            way.x,
            way.y,
            color=stroke.colour,
            linestyle=stroke.dash,
            marker=stroke.marker,
            label=way.label,
            path_effects=OUTLINE,
            zorder=6,
        )
    if star:
        axes.plot(
            star.x, star.y, marker="*", markersize=20, color=INK, linestyle="", label=star.label
        )
    axes.set_xlim(surface.W[0], surface.W[-1])
    axes.set_ylim(surface.b[0], surface.b[-1])
    axes.set_xlabel("slope W")
    axes.set_ylabel("intercept b")
    axes.legend(loc="center left", bbox_to_anchor=(1.02, 0.5), frameon=False)
    return figure


def round_levels(loss: Numbers) -> list[float]:
    """Choose round numbers between the least and the greatest loss; at least one."""
    greatest = float(loss.max())
    least = max(float(loss.min()), greatest * 1e-4)
    powers = range(int(np.floor(np.log10(least))), int(np.ceil(np.log10(greatest))) + 1)
    for steps in (FINE, COARSE, (1.0,)):
        levels = [step * 10.0**power for power in powers for step in steps]
        inside = [level for level in levels if least < level < greatest]
        if len(inside) <= MOST_LEVELS:
            break
    return inside or [(least + greatest) / 2]
