"""Strategies for inputs: float32, bounded, without NaN or subnormals, never 0-and-1 only.

Numbers are whole multiples of a sixteenth, so that they are exact in float32, short to print, and
shrink to numbers that can be redone by hand.
"""

import math

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pair = tuple[Floats, Floats]
GRID = 16


def floats(low: float, high: float) -> st.SearchStrategy[float]:
    """Multiples of 1/16 between two bounds; they shrink to the simplest: whole, half, quarter."""
    grids = [grid for grid in (1, 2, 4, GRID) if math.ceil(low * grid) <= math.floor(high * grid)]
    return st.one_of(*(_multiples(low, high, grid) for grid in (grids[0], GRID)))


def _multiples(low: float, high: float, grid: int) -> st.SearchStrategy[float]:
    whole = st.integers(math.ceil(low * grid), math.floor(high * grid))
    return whole.map(lambda number: number / grid)


def float_arrays(
    low: float, high: float, min_size: int = 2, max_size: int = 8, *, unique: bool = False
) -> st.SearchStrategy[Floats]:
    """Vectors of multiples of 1/16."""
    entries = st.lists(floats(low, high), min_size=min_size, max_size=max_size, unique=unique)
    return entries.map(lambda values: np.asarray(values, np.float32))


def pairs(
    low: float = -20.0, high: float = 20.0, min_size: int = 2, max_size: int = 8
) -> st.SearchStrategy[Pair]:
    """Targets and predictions of one length, at least one of them off."""

    def build(rows: list[tuple[float, float]]) -> Pair:
        array = np.asarray(rows, np.float32)
        return array[:, 0].copy(), array[:, 1].copy()

    rows = st.lists(
        st.tuples(floats(low, high), floats(low, high)), min_size=min_size, max_size=max_size
    )
    return rows.filter(lambda drawn: any(t != p for t, p in drawn)).map(build)


def labelled(
    low: float = 0.0625, high: float = 0.9375, min_size: int = 2, max_size: int = 8
) -> st.SearchStrategy[Pair]:
    """Labels 0 or 1, often of both classes, and probabilities of one length."""

    def build(rows: list[tuple[int, float]]) -> Pair:
        array = np.asarray(rows, np.float32)
        return array[:, 0].copy(), array[:, 1].copy()

    row = st.tuples(st.integers(0, 1), floats(low, high))
    return st.lists(row, min_size=min_size, max_size=max_size).map(build)


def batches(rank: int = 3, low: float = -4.0, high: float = 4.0) -> st.SearchStrategy[Floats]:
    """Arrays of rank 1 to `rank`, each side 1 to 3."""

    def fill(shape: tuple[int, ...]) -> st.SearchStrategy[Floats]:
        size = int(np.prod(shape))
        entries = st.lists(floats(low, high), min_size=size, max_size=size)
        return entries.map(lambda values: np.asarray(values, np.float32).reshape(shape))

    sides = st.lists(st.integers(1, 3), min_size=1, max_size=rank)
    return sides.map(tuple).flatmap(fill)
