"""Checks of train_val_split. Which rows are held out is free: properties judge, no reference."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import Rung, Student, check, compare, floats, splits
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.splits import Split, Table, numbered, split_of

NAME = "train_val_split"
FEW = numbered(4, 1)
TABLE = numbered(4, 2)
# Chance holds out the same four of eight rows for all seeds once in 10**13 times.
LINE = numbered(8, 1)
HALF = 0.5
SEEDS = range(8)
SEED = st.integers(0, 99)
# Products that are whole, and exact however they are computed.
SHARES = st.sampled_from(
    [(2, 0.5), (4, 0.25), (4, 0.5), (4, 0.75), (8, 0.125), (8, 0.25), (8, 0.5), (8, 0.75)]
)


def tables(rows: int) -> st.SearchStrategy[Table]:
    """Draw so many rows of one to three features, with labels 0 and 1."""

    def fill(columns: int) -> st.SearchStrategy[Table]:
        row = st.lists(floats(-4.0, 4.0), min_size=columns, max_size=columns)
        lines = st.lists(st.tuples(row, st.integers(0, 1)), min_size=rows, max_size=rows)
        return lines.map(
            lambda drawn: Table(
                np.asarray([each for each, _ in drawn], np.float64),
                np.asarray([label for _, label in drawn], np.int64),
            )
        )

    return st.integers(1, 3).flatmap(fill)


DRAWN = SHARES.flatmap(lambda share: st.tuples(tables(share[0]), st.just(share[1])))


def split(student: Student, table: Table, fraction: float, seed: int) -> Split:
    """Ask for one split."""
    return split_of(student.call(NAME, *table.call(fraction, seed)).value, table, fraction)


def many_splits(student: Student) -> list[Split]:
    """Ask for splits with eight seeds, and with the same eight again, in one message."""
    calls = [LINE.call(HALF, seed) for seed in (*SEEDS, *SEEDS)]
    return [split_of(each, LINE, HALF) for each in student.values(NAME, calls)]


def alike(one: Split, other: Split) -> bool:
    """Tell whether two splits are the same in every part."""
    return all(map(np.array_equal, one, other))


def fail_on(first: Split, second: Split, message: str, expected: str) -> None:
    """Fail with what the last two calls hold out, or with another part that is not the same."""
    place = next(
        (each for each in (1, 0, 3, 2) if not np.array_equal(first[each], second[each])), 1
    )
    shown = ", then ".join(compare.show(each[place]) for each in (first, second))
    code = Focus("\n".join([splits.ending(place)] * 2))
    raise CheckFailed(message, shown, expected, focus=code)


def fail_on_seeds(student: Student, message: str, expected: str) -> None:
    """Fail with what two calls with different seeds hold out."""
    student.begin()
    first, second = (split(student, LINE, HALF, seed) for seed in (0, 1))
    fail_on(first, second, message, expected)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines train_val_split"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on four rows"""
    student.call(NAME, *FEW.call(0.25, 0))


@check(Rung.TYPE, 0)
def test_returns_four_arrays(student: Student) -> None:
    """gives back four arrays of numbers: X_train, X_val, y_train, y_val"""
    splits.parts_of(student.call(NAME, *TABLE.call(0.25, 0)).value)


@check(Rung.SHAPE, 3, examples=6)
@given(share=SHARES, columns=st.integers(1, 3), seed=SEED)
def test_shapes(student: Student, share: tuple[int, float], columns: int, seed: int) -> None:
    """the parts have the right sizes and shapes, in the right order"""
    table = numbered(share[0], columns)
    value = student.call(NAME, *table.call(share[1], seed)).value
    splits.require_shapes(value, table, share[1])


@check(Rung.SHAPE, 1)
def test_types(student: Student) -> None:
    """the parts are NumPy arrays, of the types of X and y"""
    splits.require_types(student.call(NAME, *TABLE.call(0.25, 0)).value, TABLE)


@check(Rung.EXAMPLE, 1)
def test_worked_example(student: Student) -> None:
    """holds out one of four rows, and keeps the other three to train on"""
    found = split(student, FEW, 0.25, 0)
    splits.require_all_once(found, FEW)
    splits.require_paired(found, FEW)


@check(Rung.PROPERTY, 3, examples=6)
@given(drawn=DRAWN, seed=SEED)
def test_all_once(student: Student, drawn: tuple[Table, float], seed: int) -> None:
    """every example is in one of the parts, and there once"""
    table, fraction = drawn
    for each in (numbered(*table.X.shape), table):
        student.begin()
        splits.require_all_once(split(student, each, fraction, seed), each)


@check(Rung.PROPERTY, 4, examples=8)
@given(share=SHARES, columns=st.integers(1, 3), seed=SEED)
def test_rows_stay_paired(
    student: Student, share: tuple[int, float], columns: int, seed: int
) -> None:
    """every row of X keeps its own label"""
    table = numbered(share[0], columns)
    splits.require_paired(split(student, table, share[1], seed), table)


@check(Rung.PROPERTY, 2)
def test_same_seed(student: Student) -> None:
    """gives the same split again for the same seed"""
    first, second = (split(student, LINE, HALF, 0) for _ in range(2))
    if not alike(first, second):
        fail_on(first, second, "gives another split for the same seed", "the same twice")
    found = many_splits(student)
    student.begin()
    message = "gives another split for a seed after calls with other seeds"
    compare.require(all(map(alike, found, found[len(SEEDS) :])), message)


@check(Rung.PROPERTY, 2)
def test_other_seeds(student: Student) -> None:
    """gives another split for another seed"""
    found = many_splits(student)
    if all(alike(found[0], each) for each in found):
        expected = "another split for another seed, of eight that were tried"
        fail_on_seeds(student, "gives the same split whatever the seed", expected)


@check(Rung.PROPERTY, 3)
def test_left_to_chance(student: Student) -> None:
    """holds out rows from all over, not the first, the last or any others in a block"""
    if all(map(in_a_block, many_splits(student))):
        message = "holds out rows that lie side by side in X, whatever the seed"
        fail_on_seeds(student, message, "rows from all over X for some of eight seeds")


def in_a_block(found: Split) -> bool:
    """Tell whether the rows held out follow one another, where the first follows the last."""
    held = np.isin(LINE.X[:, 0], found.X_val)
    return int(np.sum(held != np.roll(held, 1))) <= 2


@check(Rung.PROPERTY, 1)
def test_inputs_unchanged(student: Student) -> None:
    """leaves X and y as they were"""
    compare.require_unchanged(student, NAME, *TABLE.call(0.25, 0))
