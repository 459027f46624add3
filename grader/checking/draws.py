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


def nonzero(low: float, high: float) -> st.SearchStrategy[float]:
    """Multiples of 1/16 of both signs, their magnitude between two bounds."""
    return st.one_of(floats(low, high), floats(-high, -low))


def pairs(
    low: float = -20.0,
    high: float = 20.0,
    min_size: int = 2,
    max_size: int = 8,
    *,
    targets: st.SearchStrategy[float] | None = None,
    apart: float = 0.0,
) -> st.SearchStrategy[Pair]:
    """Targets and predictions of one length, at least one of them off, or all by that much."""

    def build(rows: list[tuple[float, float]]) -> Pair:
        array = np.asarray(rows, np.float32)
        return array[:, 0].copy(), array[:, 1].copy()

    row = st.tuples(floats(low, high) if targets is None else targets, floats(low, high))
    if apart:
        row = row.filter(lambda drawn: abs(drawn[0] - drawn[1]) >= apart)
    rows = st.lists(row, min_size=min_size, max_size=max_size)
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


def tables(
    low: float = -4.0, high: float = 4.0, max_rows: int = 3, max_columns: int = 4
) -> st.SearchStrategy[Floats]:
    """Arrays of rank 2 with a row or more and two columns or more, square ones among them."""

    def fill(sides: tuple[int, int]) -> st.SearchStrategy[Floats]:
        size = sides[0] * sides[1]
        entries = st.lists(floats(low, high), min_size=size, max_size=size)
        return entries.map(lambda values: np.asarray(values, np.float32).reshape(sides))

    return st.tuples(st.integers(1, max_rows), st.integers(2, max_columns)).flatmap(fill)


def featured(
    targets: st.SearchStrategy[float],
    bound: float = 2.0,
    rows: tuple[int, int] = (2, 4),
    most_features: int = 3,
) -> st.SearchStrategy[Pair]:
    """Rows of features with a target each, not all of them 0; tables of every form."""

    def build(drawn: list[tuple[list[float], float]]) -> Pair:
        table, column = zip(*drawn, strict=True)
        return np.asarray(table, np.float32), np.asarray(column, np.float32)

    def of_features(features: int) -> st.SearchStrategy[Pair]:
        entries = st.lists(floats(-bound, bound), min_size=features, max_size=features)
        row = st.tuples(entries, targets)
        whole = st.lists(row, min_size=rows[0], max_size=rows[1]).map(build)
        return whole.filter(lambda pair: bool(pair[0].any() and pair[1].any()))

    return st.integers(1, most_features).flatmap(of_features)


def crowds(targets: st.SearchStrategy[float], bound: float = 2.0) -> st.SearchStrategy[Pair]:
    """More rows than a batch of 8, 10 or 16, of one kind but for the last: short to write.

    The targets of the two kinds are one or more apart, so that no part of the rows has the mean of
    all of them.
    """

    def of_features(features: int) -> st.SearchStrategy[Pair]:
        kind = st.lists(floats(-bound, bound), min_size=features, max_size=features)
        apart = st.tuples(targets, targets).filter(lambda pair: abs(pair[0] - pair[1]) >= 1)
        return st.builds(_crowd, st.integers(16, 17), st.tuples(kind, kind), apart)

    return st.integers(1, 2).flatmap(of_features)


def _crowd(
    count: int, kinds: tuple[list[float], list[float]], targets: tuple[float, float]
) -> Pair:
    table = np.asarray([kinds[0]] * count + [kinds[1]], np.float32)
    return table, np.asarray([targets[0]] * count + [targets[1]], np.float32)


def classified(
    min_classes: int = 2, max_classes: int = 4, min_rows: int = 2, max_rows: int = 4
) -> st.SearchStrategy[Pair]:
    """One-hot labels and rows of probabilities in sixteenths, none of them 0, that sum to 1."""

    def build(rows: list[tuple[int, int, list[int]]]) -> Pair:
        chosen, likely, weights = zip(*rows, strict=True)
        shares = np.asarray(weights, np.float32) / np.float32(16)
        one_hot = np.eye(shares.shape[1], dtype=np.float32)
        # The likeliest class gets what the others leave.
        shares += (1 - shares.sum(axis=1, keepdims=True)) * one_hot[list(likely)]
        return one_hot[list(chosen)], shares

    def of_classes(classes: int) -> st.SearchStrategy[Pair]:
        # A quarter first: examples shrink to it.
        weights = st.lists(st.sampled_from([4, 2, 1, 3]), min_size=classes, max_size=classes)
        class_ = st.integers(0, classes - 1)
        row = st.tuples(class_, class_, weights)
        return st.lists(row, min_size=min_rows, max_size=max_rows).map(build)

    return st.integers(min_classes, max_classes).flatmap(of_classes)
