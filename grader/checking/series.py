"""A series of numbers, one an epoch: what a training records, and when it recorded it."""

from typing import NamedTuple

import numpy as np

from grader.checking.compare import numbers, related_by, require
from grader.checking.digits import Floats, side_by_side
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.show import show
from grader.checking.tolerance import Tolerance
from grader.worker.messages import Array, Listing, Value


class Series(NamedTuple):
    """What a series is called to a student, and the ending of code that shows it."""

    name: str
    ending: str

    @property
    def focus(self) -> Focus:
        """Let the code of a counterexample end in it."""
        return Focus(self.ending)


def entries(value: Value, series: Series, wanted: str = "a list of numbers") -> Floats:
    """Give the numbers of a series; fail where it is no list of them, one an epoch."""
    if isinstance(value, Listing) and not value.items:
        return np.zeros(0)
    if not isinstance(value, Array) or not value.shape:
        message = f"{series.name} is no list of numbers"
        raise CheckFailed(message, show(value), wanted, focus=series.focus)
    rows = numbers(value).reshape(value.shape[0], -1)
    require(
        rows.shape[0] == 0 or rows.shape[1] == 1,
        f"{series.name} has more than one number an epoch",
        f"{show(value)}, of shape {value.shape}",
        "one number an epoch",
        ending=series.ending,
    )
    return rows.reshape(-1)


def require_length(values: Floats, series: Series, epochs: int) -> None:
    """Fail unless a series has one entry an epoch."""
    require(
        len(values) == epochs,
        f"{series.name} has not one entry an epoch",
        f"{show(values)}: {len(values)} for {epochs} epochs",
        "one entry an epoch",
        ending=series.ending,
    )


def require_course(
    values: Floats, series: Series, before: Floats, message: str, tolerance: Tolerance
) -> None:
    """Fail unless a series is the expected one, or that recorded after each update.

    `before` is one epoch longer, so that the later ones are known; when they were recorded is
    another check's matter.
    """
    on_time, late = before[:-1], before[1:]
    require_length(values, series, len(on_time))
    if not any(tolerance.allows(values, right) for right in (on_time, late)):
        raise CheckFailed(
            message,
            *side_by_side(values, on_time, tolerance),
            claims=related_by(values, on_time, tolerance),
            focus=series.focus,
        )


def require_first(
    values: Floats, series: Series, right: float, message: str, tolerance: Tolerance
) -> None:
    """Fail unless the first entry is that of the state before any update."""
    empty = f"{series.name} is empty"
    require(len(values) > 0, empty, "[]", "one entry an epoch", series.ending)
    first, wanted = values[:1], np.asarray([right])
    require(
        tolerance.allows(first, wanted),
        message,
        *side_by_side(first[0], wanted[0], tolerance),
        ending=f"{series.ending}[0]",
    )
