"""Lines that are told apart without colour, and named where they end."""

from collections.abc import Iterable
from typing import Any

import msgspec
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.floating[Any]]
# A line of a label, and the room between two labels, as shares of the height of the axes.
LABEL_LINE, LABEL_PAD = 0.057, 0.015
MOST_MARKERS = 12


class Stroke(msgspec.Struct, frozen=True):
    """A colour that is told from the others by the colour-blind, a dash and a marker."""

    colour: str
    dash: str | tuple[int, tuple[float, ...]]
    marker: str


# Okabe and Ito's colours, in the order of their difference in lightness.
STROKES = (
    Stroke("#0072B2", "-", "o"),
    Stroke("#D55E00", "--", "s"),
    Stroke("#009E73", "-.", "^"),
    Stroke("#AA4488", ":", "D"),
    Stroke("#555555", (0, (6, 2, 1, 2, 1, 2)), "v"),
)
INK = "#222222"
FAINT = "#777777"


class Curve(msgspec.Struct, frozen=True):
    """Numbers to draw a line through, and its name in the picture."""

    label: str
    x: Numbers
    y: Numbers


def curve(label: str, x: ArrayLike, y: ArrayLike) -> Curve:
    """Make a curve of anything like arrays; it ends before its first number that is none."""
    across, up = np.asarray(x, np.float64).reshape(-1), np.asarray(y, np.float64).reshape(-1)
    bad = np.flatnonzero(~np.isfinite(across) | ~np.isfinite(up))
    end = int(bad[0]) if bad.size else up.size
    return Curve(label, across[:end], up[:end])


def draw(
    axes: Axes, curves: Iterable[Curve], *, markers: bool = True, strokes: tuple[Stroke, ...] = ()
) -> None:
    """Draw each curve in a stroke of its own, and name it at its right end."""
    drawn = [each for each in curves if each.y.size]
    chosen = strokes or STROKES
    for place, each in enumerate(drawn):
        stroke = chosen[place % len(chosen)]
        axes.plot(
            each.x,
            each.y,
            color=stroke.colour,
            linestyle=stroke.dash,
            marker=stroke.marker if markers else "",
            markevery=max(1, each.x.size // MOST_MARKERS),
            label=each.label,
        )
    colours = [chosen[place % len(chosen)].colour for place in range(len(drawn))]
    name_ends(axes, [(float(e.y[-1]), e.label, c) for e, c in zip(drawn, colours, strict=True)])


def name_ends(axes: Axes, ends: list[tuple[float, str, str]]) -> None:
    """Write names at the right edge, at these heights but never over one another."""
    ordered = sorted(ends)
    heights = [height_of(axes, y) for y, _, _ in ordered]
    sizes = [LABEL_PAD + LABEL_LINE * len(text.splitlines()) for _, text, _ in ordered]
    for height, (_, text, colour) in zip(spread(heights, sizes), ordered, strict=True):
        axes.text(1.02, height, text, color=colour, transform=axes.transAxes, va="center")


def height_of(axes: Axes, y: float) -> float:
    """Give how far up the axes a number lies: from 0 to 1, as it lies inside."""
    axes.set_ylim(axes.get_ylim())
    _, pixels = axes.transData.transform((axes.get_xlim()[0], y))
    return float(np.clip(axes.transAxes.inverted().transform((0.0, pixels))[1], 0.0, 1.0))


def spread(heights: list[float], sizes: list[float]) -> list[float]:
    """Move sorted labels of these sizes apart where they overlap, and into the axes."""
    groups: list[tuple[list[float], list[float]]] = []
    for height, size in zip(heights, sizes, strict=True):
        groups.append(([height], [size]))
        while len(groups) > 1 and _bottom(*groups[-1]) < _bottom(*groups[-2]) + sum(groups[-2][1]):
            above = groups.pop()
            groups[-1] = (groups[-1][0] + above[0], groups[-1][1] + above[1])
    return [
        _bottom(members, parts) + sum(parts[:place]) + parts[place] / 2
        for members, parts in groups
        for place in range(len(parts))
    ]


def _bottom(heights: list[float], sizes: list[float]) -> float:
    """Give where a stack of labels begins that stands about the middle of their heights."""
    middle = sum(heights) / len(heights)
    return float(np.clip(middle - sum(sizes) / 2, 0.0, max(0.0, 1.0 - sum(sizes))))
