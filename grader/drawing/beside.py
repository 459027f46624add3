"""Two curves beside each other: what came, and what was expected."""

from collections.abc import Sequence

import msgspec
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from grader.drawing.canvas import count_axis, page, styled
from grader.drawing.stroke import FAINT, STROKES, Curve, name_ends

# How many heights above or below what was expected are shown of what came: few, so that it is not
# flattened, and more where most of what came lies there.
NEAR, FAR = 1.0, 6.0
MARGIN = 0.06
POWERS = 5.0
DARK = "#444444"


class Pair(msgspec.Struct, frozen=True):
    """One panel; whatever is counted across (epochs) has a marker each."""

    heading: str
    across: str
    up: str
    expected: Curve
    yours: Curve
    counted: bool = False


@styled
def draw_beside(title: str, pairs: Sequence[Pair]) -> Figure:
    """Draw what was expected broad and faint, and what came over it."""
    figure, panels = page(title, len(pairs))
    for axes, pair in zip(panels, pairs, strict=True):
        axes.set_title(pair.heading)
        _draw_pair(axes, pair)
    return figure


def _draw_pair(axes: Axes, pair: Pair) -> None:
    expected, yours = pair.expected, pair.yours
    axes.plot(expected.x, expected.y, color=FAINT, linewidth=7, alpha=0.5, label=expected.label)
    stroke = STROKES[1]
    axes.plot(
        yours.x,
        yours.y,
        color=stroke.colour,
        linestyle=stroke.dash,
        marker=stroke.marker if pair.counted else "",
        label=yours.label,
    )
    if pair.counted and in_powers(expected, yours):
        axes.set_yscale("log")
    else:
        axes.set_ylim(*limits(expected, yours))
        axes.ticklabel_format(useOffset=False)
    ends = [
        (each, colour) for each, colour in ((expected, DARK), (yours, stroke.colour)) if each.y.size
    ]
    name_ends(axes, [(float(each.y[-1]), _name(axes, each), colour) for each, colour in ends])
    if pair.counted:
        count_axis(axes, pair.across)
    axes.set_xlabel(pair.across)
    axes.set_ylabel(pair.up)


def _name(axes: Axes, drawn: Curve) -> str:
    """Name a curve, with an arrow where it leaves the picture."""
    low, high = axes.get_ylim()
    arrow = " ↑" if drawn.y[-1] > high else " ↓" if drawn.y[-1] < low else ""
    return drawn.label + arrow


def in_powers(expected: Curve, yours: Curve) -> bool:
    """Tell whether what came, a loss for instance, is too large by powers of ten."""
    if not yours.y.size or min(expected.y.min(), yours.y.min()) <= 0:
        return False
    return bool(yours.y.max() > POWERS * expected.y.max())


def limits(expected: Curve, yours: Curve) -> tuple[float, float]:
    """Choose what is shown so that what was expected is never flattened by what came."""
    low, high = float(expected.y.min()), float(expected.y.max())
    span = max(high - low, 0.2 * abs(high), 0.2 * abs(low), 1e-3)
    near = np.abs(yours.y - (low + high) / 2) <= (NEAR + 0.5) * span
    reach = (NEAR if np.mean(near) >= 0.5 else FAR) * span if yours.y.size else 0.0
    seen = np.clip(yours.y, low - reach, high + reach)
    low, high = min([low, *seen]), max([high, *seen])
    margin = MARGIN * max(high - low, span)
    return low - margin, high + margin
