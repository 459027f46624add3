"""Checks of a random split: any permutation is right, so properties of the four parts judge."""

from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.checking.compare import FORGOTTEN
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.show import as_array, show
from grader.checking.subject import Plain, ndarray
from grader.worker.messages import Array, Listing, NdArray, Nothing, Value

PARTS = ("X_train", "X_val", "y_train", "y_val")
# A row of X or an entry of y, as it is written.
Key = str
COUNTS = ("none", "one", "two", "three", "four, not all of them arrays", "five", "six")
KINDS = {"tensor": "a tensor", "variable": "a variable", "number": "a number", "list": "a list"}


class Table(NamedTuple):
    """Examples to be split: a row of X and an entry of y each."""

    X: NDArray[np.float64]
    y: NDArray[np.int64]

    @property
    def arrays(self) -> tuple[NdArray, NdArray]:
        """Hand both over as NumPy arrays."""
        return ndarray(self.X), ndarray(self.y)

    def call(self, fraction: float, seed: int) -> tuple[Plain, ...]:
        """Give the arguments of a call."""
        return (*self.arrays, fraction, seed)

    def shapes(self, fraction: float) -> tuple[tuple[int, ...], ...]:
        """Give the shapes of the four parts."""
        count = round(fraction * len(self.y))
        sizes = (len(self.y) - count, count)
        return (*((each, self.X.shape[1]) for each in sizes), *((each,) for each in sizes))


class Split(NamedTuple):
    """The four parts of a split."""

    X_train: NDArray[np.float64]
    X_val: NDArray[np.float64]
    y_train: NDArray[np.float64]
    y_val: NDArray[np.float64]


def numbered(rows: int, columns: int) -> Table:
    """Make examples that can be told apart at sight: the row's number, ten times it, and so on."""
    numbers = np.arange(1, rows + 1)
    return Table(np.outer(numbers, 10.0 ** np.arange(columns)), numbers)


def ending(*parts: int) -> str:
    """Give the ending of code that shows some parts of a split."""
    if len(parts) == 1:
        return f"{{}}[{parts[0]}]"
    return "\n".join([f"{', '.join(PARTS)} = {{}}", *(PARTS[each] for each in parts)])


def parts_of(value: Value) -> tuple[Array, ...]:
    """Give the four arrays of a split; fail where there are not four."""
    if isinstance(value, Nothing):
        raise CheckFailed(FORGOTTEN, "None", ", ".join(PARTS))
    items = value.items if isinstance(value, Listing) else _unstacked(value)
    arrays = tuple(each for each in items if isinstance(each, Array))
    if len(arrays) == len(PARTS) == len(items):
        return arrays
    raise CheckFailed("gives back something else than four arrays", _told(value), ", ".join(PARTS))


def _unstacked(value: Value) -> tuple[Array, ...]:
    """Give the arrays in a list that came as one: they are of one shape."""
    if not isinstance(value, Array) or not value.shape:
        return ()
    return tuple(Array(value.kind, "float64", e.shape, e.tobytes()) for e in as_array(value))


def _told(value: Value) -> str:
    if not isinstance(value, Listing):
        return show(value)
    count = COUNTS[len(value.items)] if len(value.items) < len(COUNTS) else "many"
    return f"a list or tuple of {count}"


def require_shapes(value: Value, table: Table, fraction: float) -> None:
    """Fail unless the four parts have the shapes that follow from the fraction."""
    arrays = parts_of(value)
    for place, (array, wanted) in enumerate(zip(arrays, table.shapes(fraction), strict=True)):
        if array.shape != wanted:
            raise CheckFailed(
                f"{PARTS[place]} has shape {array.shape} instead of {wanted}",
                f"{show(array)}, of shape {array.shape}",
                f"shape {wanted}",
                focus=Focus(ending(place)),
            )


def split_of(value: Value, table: Table, fraction: float) -> Split:
    """Give the numbers of the four parts; a wrong shape is another check's matter."""
    try:
        require_shapes(value, table, fraction)
    except CheckFailed as failure:
        failure.about_shape = True
        raise
    return Split(*map(as_array, parts_of(value)))


def require_types(value: Value, table: Table) -> None:
    """Fail unless all parts are NumPy arrays, of the type of what they are taken from."""
    sources = (table.X, table.X, table.y, table.y)
    for place, (array, source) in enumerate(zip(parts_of(value), sources, strict=True)):
        name = PARTS[place]
        if array.kind != "ndarray":
            kind = KINDS[array.kind]
            raise CheckFailed(
                f"{name} is {kind}, not a NumPy array",
                kind,
                "a NumPy array",
                focus=Focus(f"type({ending(place)})"),
            )
        if array.dtype != source.dtype:
            raise CheckFailed(
                f"{name} is of another type than {name[0]}",
                array.dtype,
                source.dtype.name,
                focus=Focus(f"{ending(place)}.dtype"),
            )


def require_all_once(split: Split, table: Table) -> None:
    """Fail unless every row of X, and every entry of y, is in one part and there once."""
    _require_each("row of X", (0, 1), split, table.X)
    _require_each("entry of y", (2, 3), split, table.y)


def _require_each(
    what: str, places: tuple[int, int], split: Split, source: NDArray[np.generic]
) -> None:
    halves = [split[each] for each in places]
    found = Counter(_key(each) for half in halves for each in half)
    wanted = Counter(map(_key, source))
    if found != wanted:
        raise CheckFailed(
            _count(found, wanted, what),
            ", then ".join(map(_shown, halves)),
            f"every {what}, each in one of the two",
            focus=Focus(ending(*places)),
        )


def _count(found: "Counter[Key]", wanted: "Counter[Key]", what: str) -> str:
    """Say which entry is strange, or missing."""
    strange = [each for each in found if each not in wanted]
    if strange:
        return f"{strange[0]} is no {what}"
    missing = next(each for each in wanted if found[each] < wanted[each])
    times = "is missing once" if found[missing] else "is in neither part"
    return f"the {what} that is {missing} {times}"


def _key(entry: NDArray[np.generic]) -> Key:
    """Write a row of X or an entry of y: equal ones are written alike."""
    return _shown(np.asarray(entry, np.float64))


def _shown(part: NDArray[np.float64]) -> str:
    """Write a part or an entry; labels are whole numbers, and have no point."""
    if part.ndim == 0:
        return f"{part:g}"
    return show(part) if part.ndim > 1 else f"[{', '.join(f'{each:g}' for each in part)}]"


def require_paired(split: Split, table: Table) -> None:
    """Fail unless every row stands where an entry of y of its own does.

    Where rows are equal any of their labels will do, but each only as often as it is theirs.
    """
    labels: dict[Key, list[float]] = {}
    for row, label in zip(table.X, table.y, strict=True):
        labels.setdefault(_key(row), []).append(float(label))
    left = {row: Counter(own) for row, own in labels.items()}
    halves = ((0, split.X_train, split.y_train), (1, split.X_val, split.y_val))
    for place, rows, _ in halves:
        if strange := [row for row in map(_key, rows) if row not in labels]:
            message = f"{strange[0]} in {PARTS[place]} is no row of X"
            raise CheckFailed(message, show(rows), "rows of X", focus=Focus(ending(place)))
    for place, rows, found in halves:
        wanted = [
            _own(label, labels[row], left[row])
            for row, label in zip(map(_key, rows), map(float, found), strict=True)
        ]
        if not np.array_equal(wanted, found):
            raise CheckFailed(
                f"rows and labels do not belong together: {PARTS[place]} and {PARTS[place + 2]}",
                f"{show(rows)}, then {_shown(found)}",
                f"{show(rows)}, then {_shown(np.asarray(wanted))}",
                focus=Focus(ending(place, place + 2)),
            )


def _own(label: float, labels: list[float], left: "Counter[float]") -> float:
    """Give this label where it is one of a row's own that is left, or another one of them.

    Where none is left, a row comes too often; that is not for pairs to tell.
    """
    over = [each for each in labels if left[each] > 0] or labels
    chosen = label if label in over else over[0]
    left[chosen] -= 1
    return chosen
