"""How totals spread: from points to the bars of a histogram."""

import math
from collections.abc import Sequence

import msgspec

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
MOST_BARS = 12
# The picture's own measures, in pixels from above: where the tallest bar ends and where all begin.
TOP, GROUND = 24, 184
# The share of its place that a bar leaves free.
GAP = 0.04


class Bar(msgspec.Struct, frozen=True):
    """How many have points from low to high; across in percent of the width, up in pixels."""

    low: int
    high: int
    count: int
    left: float
    width: float
    top: float
    height: float


class Distribution(msgspec.Struct, frozen=True):
    """Bars of equal width, and points with their place in percent to write under the axis."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]


def distribution_of(scores: Sequence[int], most: int) -> Distribution:
    """Count scores from 0 to the most in steps of a round number; the last bar holds the most."""
    most = max(most, *scores, 1)
    step = next((each for each in STEPS if most / each <= MOST_BARS), most)
    number = math.ceil(most / step)
    counts = [0] * number
    for score in scores:
        counts[min(score // step, number - 1)] += 1
    bars = [_bar(place, count, step, most, counts) for place, count in enumerate(counts)]
    ticks = tuple((place * step, 100 * place / number) for place in range(number + 1))
    return Distribution(tuple(bars), ticks)


def _bar(place: int, count: int, step: int, most: int, counts: Sequence[int]) -> Bar:
    low = place * step
    high = most if place == len(counts) - 1 else low + step - 1
    height = (GROUND - TOP) * count / max(counts)
    width = 100 / len(counts)
    left = (place + GAP / 2) * width
    return Bar(low, high, count, left, (1 - GAP) * width, GROUND - height, height)
