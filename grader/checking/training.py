"""Checks of training functions: steps and trajectories on the worker's own models and losses."""

import numpy as np
from numpy.typing import ArrayLike

from grader.checking import series as of_series
from grader.checking.compare import FORGOTTEN, LAST_CALL, numbers, related_by, require
from grader.checking.digits import Floats, digits, places_for, side_by_side, without_dust
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.series import Series
from grader.checking.show import show, show_kind
from grader.checking.subject import Subject, argument
from grader.checking.tolerance import MOVED, TRAJECTORY, Tolerance
from grader.worker.messages import (
    Array,
    Call,
    Graded,
    Mapping,
    Nothing,
    Number,
    Object,
    Probe,
    Read,
    Value,
)


def steps(
    subject: Subject,
    start: tuple[float, float],
    loss: str,
    data: tuple[np.ndarray, np.ndarray],
    rates: list[float],
    probe: str = "line",
) -> list[np.ndarray]:
    """Take one train_step a rate; gives W and b after each."""
    answers = step_values(subject, start, loss, data, rates, probe)
    return [np.concatenate([numbers(each, 1) for each in pair]) for pair in answers]


def step_values(
    subject: Subject,
    start: tuple[float, float],
    loss: str,
    data: tuple[np.ndarray, np.ndarray],
    rates: list[float],
    probe: str = "line",
) -> list[tuple[Value, ...]]:
    """Take one train_step a rate; gives the attributes W and b after each, as they are."""
    operations = [Call(Probe(probe), tuple(map(Number, start)), keep="model")]
    for rate in rates:
        arguments = (Object("model"), Probe(loss), *map(argument, data), Number(rate))
        operations.append(Call(Graded("train_step"), arguments))
        operations.append(Read("model", ("W", "b")))  # type: ignore[arg-type]
    answers = subject.ask(*operations)
    return [each.gradients for each in answers[2::2]]


def require_variables_left(values: tuple[Value, ...]) -> None:
    """Fail unless W and b are still variables after a step."""
    for name, value in zip(("W", "b"), values, strict=True):
        if not isinstance(value, Array) or value.kind != "variable":
            raise CheckFailed(
                f"model.{name} is no longer a variable after the step",
                show_kind(value),
                "the variable itself, changed in place, as by W.assign_sub(...)",
                focus=Focus(f"model.{name}"),
            )


def require_pair(
    found: tuple[Value, ...],
    expected: ArrayLike,
    tolerance: Tolerance,
    message: str = "takes a different step",
    start: tuple[float, float] | None = None,
) -> None:
    """Fail unless W and b have the expected values, compared together.

    Where the start is known, how far each moved is told.
    """
    wanted = np.asarray(expected, np.float64)
    pair = np.concatenate([numbers(each, 1) for each in found])
    if tolerance.allows(pair, wanted):
        return
    places = places_for(pair, wanted, tolerance)
    shown = [
        f"W = {digits(W, places)}, b = {digits(b, places)}"
        for W, b in (without_dust(each, tolerance) for each in (pair, wanted))
    ]
    if start is None or not np.all(np.isfinite(pair)):
        raise CheckFailed(message, *shown)
    moves = (pair - start, wanted - start)
    related = related_by(*moves, tolerance)
    raise CheckFailed(message, *shown, detail=_moved(*moves, tolerance), claims=related)


def _moved(found: Floats, wanted: Floats, tolerance: Tolerance) -> str:
    """Say how far W and b moved, and how far they should, where these differ."""
    places = places_for(found, wanted, tolerance)
    wrong = np.abs(found - wanted) > tolerance.around(wanted)
    moves = zip(("W", "b"), found, wanted, wrong, strict=True)
    return ", ".join(
        f"{name} {_move('moved', mine, places)} where it should {_move('move', right, places)}"
        for name, mine, right, apart in moves
        if apart
    )


def _move(verb: str, distance: float, places: int) -> str:
    stays = "did not move" if verb == "moved" else "not move"
    return f"{verb} by {digits(distance, places)}" if abs(distance) > MOVED else stays


def require_twice_the_step(
    once: np.ndarray,
    twice: np.ndarray,
    start: tuple[float, ...],
    names: tuple[str, ...] = ("W", "b"),
    *,
    at_rest: bool = False,
) -> None:
    """Fail unless a step at twice the rate, the last one asked for, goes twice as far.

    Only a model that is `at_rest`, with a gradient of 0, need not move.
    """
    ending = ", ".join(f"model.{name} - {old!r}" for name, old in zip(names, start, strict=True))
    moves = bool(np.any(np.abs(twice) > MOVED))
    require(moves or at_rest, "does not move at all", f"a step of {show(twice)}", "a step", ending)
    if np.any(np.abs(twice - 2 * once) > 1e-4 + 1e-3 * np.abs(twice)):
        found, wanted = side_by_side(twice, 2 * once, Tolerance(1e-3, 1e-4))
        raise CheckFailed(
            "does not take twice the step at twice the rate",
            f"a step of {found}",
            f"a step of {wanted}, twice that at half the rate",
            focus=Focus(ending),
        )


def history(value: Value, *names: str) -> dict[str, np.ndarray]:
    """Give the numbers of a history by name; fail where they are not there."""
    if not isinstance(value, Mapping):
        message = FORGOTTEN if isinstance(value, Nothing) else "gives back no dictionary"
        wanted = ", ".join(f'"{name}": [...]' for name in names)
        raise CheckFailed(message, show(value), f"{{{wanted}}}", focus=LAST_CALL)
    series = {}
    for name in names:
        if name not in value.entries:
            message = f"the history has no {name!r}"
            raise CheckFailed(message, show(value), f"a key {name!r}", focus=LAST_CALL)
        series[name] = of_series.entries(value.entries[name], _series(name))
    return series


def entry(name: str) -> str:
    """Give the ending of code that shows one series of a history."""
    return f'{{}}["{name}"]'


def _series(name: str) -> Series:
    return Series(f"history[{name!r}]", entry(name))


def require_length(series: dict[str, np.ndarray], epochs: int) -> None:
    """Fail unless every series has one entry an epoch."""
    for name, values in series.items():
        of_series.require_length(values, _series(name), epochs)


def require_trajectory(
    found: dict[str, np.ndarray],
    before: dict[str, np.ndarray],
    tolerance: Tolerance = TRAJECTORY,
) -> None:
    """Fail unless every series is the reference's, or the same recorded after the update.

    `before` is the reference over one epoch more, so that the shifted series is known as well.
    When it was recorded is another check's matter.
    """
    for name, values in found.items():
        message = f"{name} takes different values"
        of_series.require_course(values, _series(name), before[name], message, tolerance)


def require_on_time(
    found: dict[str, np.ndarray], start: dict[str, float], tolerance: Tolerance = TRAJECTORY
) -> None:
    """Fail unless entry 0 of every series is the state before any update."""
    for name, number in start.items():
        message = f"history[{name!r}][0] is not the state before the first update"
        of_series.require_first(found[name], _series(name), number, message, tolerance)
