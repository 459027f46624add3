"""Checks of train_val_split. Which rows are held out is free: properties judge, no reference."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

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
# With half of LINE or WIDE held out, for so many small and large seeds, a right split does none of
# these by chance, each but once in so many times:
# - it never holds some row out, or always does: 2 * 10 * (1/2)**100, 10**28 times
# - of LINE, it never holds some two rows out together, or never trains on both:
#   2 * 28 * (11/14)**100, 5 * 10**8 times; or never parts them: 28 * (6/14)**100, 10**35 times
# - it holds out at most 30 of the 70 sets of four of eight: C(70, 30) * (30/70)**100, 10**17 times
# - or at most 50 of the 252 sets of five of ten: C(252, 50) * (50/252)**100, 10**16 times
WIDE = numbered(10, 1)
MANY = (*range(60), *(70_001 + 48_611_239 * each for each in range(40)))
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


@st.composite
def mixed(draw: st.DrawFn) -> tuple[Table, float]:
    """Draw examples with labels from 11, in another order than their rows."""
    rows, fraction = draw(SHARES.filter(lambda share: share[0] >= len(FEW.y)))
    table = numbered(rows, draw(st.sampled_from([1, 1, 2, 3])))
    order = st.permutations(range(rows))
    both = st.tuples(order, order).filter(lambda drawn: drawn[0] != drawn[1])
    rows_at, labels_at = draw(both)
    return Table(table.X[rows_at], table.y[labels_at] + 10), fraction


def with_twins(table: Table) -> Table:
    """Make every two rows equal, with labels that differ."""
    first = table.X[:, :1]
    return Table(np.ceil(first / 2) * (table.X / first), table.y)


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


def held_out(student: Student, table: Table, fraction: float) -> NDArray[np.bool_]:
    """Tell for many seeds which rows are held out, a line a seed; asked in one message."""
    values = student.values(NAME, [table.call(fraction, seed) for seed in MANY])
    parts = [split_of(each, table, fraction).X_val for each in values]
    return np.array([np.isin(table.X[:, 0], each) for each in parts])


def require_held(
    student: Student, place: tuple[Table, float], right: bool, message: str, expected: str
) -> None:
    """Fail with what the first seeds hold out of a table, unless all is right."""
    if not right:
        student.begin()
        both = [split(student, *place, seed) for seed in MANY[:2]]
        shown = ", then ".join(compare.show(each.X_val) for each in both)
        code = Focus("\n".join([splits.ending(1)] * 2))
        raise CheckFailed(f"{message}, for any of {len(MANY)} seeds", shown, expected, focus=code)


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


@check(Rung.SHAPE, 2, examples=6)
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


@check(Rung.PROPERTY, 2, examples=6)
@given(drawn=DRAWN, seed=SEED)
def test_all_once(student: Student, drawn: tuple[Table, float], seed: int) -> None:
    """every example is in one of the parts, and there once"""
    table, fraction = drawn
    usual = numbered(*table.X.shape)
    for each in (usual, table):
        student.begin()
        splits.require_all_once(split(student, each, fraction, seed), each)


@check(Rung.PROPERTY, 1)
@given(drawn=mixed(), seed=SEED)
def test_equal_rows(student: Student, drawn: tuple[Table, float], seed: int) -> None:
    """equal rows with different labels keep all of them"""
    table, fraction = drawn
    twins = with_twins(table)
    splits.require_paired(split(student, twins, fraction, seed), twins)


@check(Rung.PROPERTY, 3)
@given(drawn=mixed(), seed=SEED)
def test_rows_stay_paired(student: Student, drawn: tuple[Table, float], seed: int) -> None:
    """every row of X keeps its own label"""
    table, fraction = drawn
    require_all_paired(student, table, fraction, range(seed, seed + 8))


def require_all_paired(student: Student, table: Table, fraction: float, seeds: range) -> None:
    """Fail unless rows keep their labels for all these seeds; tell it by a call with one."""
    values = student.values(NAME, [table.call(fraction, seed) for seed in seeds])
    for seed, value in zip(seeds, values, strict=True):
        try:
            splits.require_paired(split_of(value, table, fraction), table)
        except CheckFailed:
            student.begin()
            splits.require_paired(split(student, table, fraction, seed), table)
            raise


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
def test_any_rows(student: Student) -> None:
    """can hold out any rows together, up to the seed"""
    held = held_out(student, LINE, HALF)
    require_turns(student, (LINE, HALF), held)
    require_all_pairs(student, held)
    require_sets(student, (LINE, HALF), held, 31)


@check(Rung.PROPERTY, 1)
def test_any_of_more_rows(student: Student) -> None:
    """does so with ten rows as with eight"""
    held = held_out(student, WIDE, HALF)
    require_turns(student, (WIDE, HALF), held)
    require_sets(student, (WIDE, HALF), held, 51)


def require_turns(student: Student, place: tuple[Table, float], held: NDArray[np.bool_]) -> None:
    """Fail unless every row is held out for some seed, and trained on for some."""
    for mask, what in ((held, "held out"), (~held, "trained on")):
        never = np.flatnonzero(~mask.any(axis=0))
        row = f"the row [{never[0] + 1}.0]" if never.size else ""
        expected = f"every row {what} for some seed"
        require_held(student, place, not never.size, f"{row} is never {what}", expected)


def require_all_pairs(student: Student, held: NDArray[np.bool_]) -> None:
    """Fail unless every two rows are held out, trained on and parted for some seed."""
    for a, b in combinations(range(held.shape[1]), 2):
        first, second = held[:, a], held[:, b]
        rows = f"the rows [{a + 1}.0] and [{b + 1}.0] are never"
        for found, what in (
            (first & second, "held out together"),
            (~first & ~second, "trained on together"),
            (first ^ second, "parted"),
        ):
            expected = f"every two rows {what} for some seed"
            require_held(student, (LINE, HALF), bool(found.any()), f"{rows} {what}", expected)


def require_sets(
    student: Student, place: tuple[Table, float], held: NDArray[np.bool_], fewest: int
) -> None:
    """Fail unless so many sets of rows are held out; tell it by two seeds that have the same."""
    sets = len(np.unique(held, axis=0))
    if sets >= fewest:
        return
    same = next(each for each in combinations(range(len(MANY)), 2) if alike_in(held, *each))
    student.begin()
    both = [split(student, *place, MANY[each]) for each in same]
    shown = ", then ".join(compare.show(each.X_val) for each in both)
    raise CheckFailed(
        f"holds out the same rows again and again: {len(MANY)} seeds give only {sets} sets of rows",
        shown,
        "other rows for almost any other seed",
        focus=Focus("\n".join([splits.ending(1)] * 2)),
    )


def alike_in(held: NDArray[np.bool_], first: int, second: int) -> bool:
    """Tell whether two seeds hold out the same rows."""
    return bool(np.array_equal(held[first], held[second]))


@check(Rung.PROPERTY, 1)
def test_inputs_unchanged(student: Student) -> None:
    """leaves X and y as they were"""
    compare.require_unchanged(student, NAME, *TABLE.call(0.25, 0))
