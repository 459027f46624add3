"""Judging what a training function returns as `W, b, losses`: its parameters and its losses."""

import msgspec
import numpy as np

from grader.checking import series as of_series
from grader.checking.compare import FORGOTTEN, LAST_CALL, numbers, related_by, require
from grader.checking.digits import Floats, side_by_side
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.series import Series
from grader.checking.show import as_array, show
from grader.checking.subject import Plain, Subject, packed
from grader.checking.tolerance import MOVED, TRAJECTORY, Tolerance
from grader.worker.messages import Array, Listing, Nothing, Value

PARTS = ("W", "b", "losses")
THREE = "three things: W, b and the list of losses"


class Fit(msgspec.Struct, frozen=True):
    """The parameters that a training came to, flat, and the loss of every epoch."""

    W: Floats
    b: Floats
    losses: Floats

    @property
    def parameters(self) -> Floats:
        """All weights, and the bias behind them."""
        return np.concatenate([self.W, self.b])


def ending(part: str) -> str:
    """Give the ending of code that shows one part of the last call's answer."""
    return f"{{}}[{PARTS.index(part)}]"


LOSSES = Series("losses", ending("losses"))


def train(
    subject: Subject, name: str, rows: Plain, targets: Plain, epochs: int, rate: float
) -> Value:
    """Train by a graded function; gives what it returns."""
    return subject.call(name, rows, targets, epochs, rate).value


def fit(value: Value, features: int) -> Fit:
    """Give a training's numbers; fail where they are not there, or not so many."""
    weights, bias, losses = parts(value)
    return Fit(flat(weights, "W", features), flat(bias, "b", 1), series(losses))


def parts(value: Value) -> tuple[Value, ...]:
    """Give W, b and the losses; fail unless there are three things."""
    items: tuple[Value, ...] = ()
    if isinstance(value, Listing):
        items = value.items
    elif isinstance(value, Array) and value.kind == "list":
        # Three things of one shape arrive as one array.
        items = tuple(packed(each) for each in as_array(value))
    if len(items) == len(PARTS):
        return items
    message = FORGOTTEN if isinstance(value, Nothing) else f"does not give back {THREE}"
    raise CheckFailed(message, show(value), "W, b, losses", focus=LAST_CALL)


def flat(value: Value, part: str, size: int | None) -> Floats:
    """Give the numbers of W or b; fail on another count, where one is given."""
    try:
        return numbers(value, size)
    except CheckFailed as failure:
        failure.message = f"{part} {failure.message}"
        failure.focus = at(part)
        raise


def series(value: Value) -> Floats:
    """Give the losses; fail where they are no list of numbers, one an epoch."""
    return of_series.entries(value, LOSSES, "a list of numbers, one an epoch")


def at(part: str) -> Focus:
    """Let the code of a counterexample end in one part."""
    return Focus(ending(part))


def require_length(losses: Floats, epochs: int) -> None:
    """Fail unless there is one loss an epoch."""
    of_series.require_length(losses, LOSSES, epochs)


def require_parameters(
    found: Fit, wanted: Fit, message: str = "", tolerance: Tolerance = TRAJECTORY
) -> None:
    """Fail unless W and b are the expected ones."""
    for part, ours, right in (("W", found.W, wanted.W), ("b", found.b, wanted.b)):
        if tolerance.allows(ours, right):
            continue
        raise CheckFailed(
            f"{message} {part} is another" if message else f"comes to another {part}",
            *side_by_side(ours, right, tolerance),
            claims=related_by(ours, right, tolerance),
            focus=at(part),
        )


def require_losses(found: Floats, before: Floats, tolerance: Tolerance = TRAJECTORY) -> None:
    """Fail unless the losses are the expected ones, or those recorded after each update.

    `before` is one epoch longer, so that the later ones are known; when they were recorded is
    another check's matter.
    """
    of_series.require_course(found, LOSSES, before, "records other losses", tolerance)


def require_first_loss(losses: Floats, right: float, tolerance: Tolerance = TRAJECTORY) -> None:
    """Fail unless the first loss is that of the state before any update."""
    message = "the first loss is not the one before the first update"
    of_series.require_first(losses, LOSSES, right, message, tolerance)


def require_own_targets(found: Fit, right: Fit, crossed: Fit, what: str) -> None:
    """Fail where a training is the one on the mean of all targets, and not the right one.

    That is what a table of every prediction against every target comes to.
    """
    if TRAJECTORY.allows(found.parameters, right.parameters):
        return
    for part, ours, wanted, wrong in (
        ("W", found.W, right.W, crossed.W),
        ("b", found.b, right.b, crossed.b),
    ):
        if TRAJECTORY.allows(ours, wanted):
            continue
        require(
            not TRAJECTORY.allows(ours, wrong),
            f"compares every prediction with every {what}: minus between shapes (n,) and (n, 1) "
            "gives (n, n)",
            *side_by_side(ours, wanted, TRAJECTORY),
            ending=ending(part),
        )


def require_twice_the_step(once: Fit, twice: Fit, right: Fit) -> None:
    """Fail unless one epoch at twice the rate, the last one asked for, goes twice as far."""
    moves = bool(np.any(np.abs(twice.parameters) > MOVED))
    at_rest = not np.any(np.abs(right.parameters) > MOVED)
    require(moves or at_rest, "does not move at all", show(twice.W), "a step", ending("W"))
    for part, ours, half in (("W", twice.W, once.W), ("b", twice.b, once.b)):
        if not TRAJECTORY.allows(ours, 2 * half):
            found, wanted = side_by_side(ours, 2 * half, TRAJECTORY)
            raise CheckFailed(
                f"{part} does not go twice as far at twice the rate",
                found,
                f"{wanted}, twice that at half the rate",
                focus=at(part),
            )
