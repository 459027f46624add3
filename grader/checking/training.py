"""Checks of training functions: steps and trajectories on the worker's own models and losses."""

import numpy as np
from numpy.typing import ArrayLike

from grader.checking.compare import digits, numbers, require
from grader.checking.failures import CheckFailed
from grader.checking.show import show
from grader.checking.subject import Subject, argument
from grader.checking.tolerance import TRAJECTORY, Tolerance
from grader.worker.messages import Array, Call, Graded, Mapping, Number, Object, Probe, Read, Value


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
            kind = value.kind if isinstance(value, Array) else show(value)
            raise CheckFailed(
                f"model.{name} is no longer a variable after the step",
                f"model.{name} is a {kind}",
                "the variable itself, changed in place",
            )


def require_pair(
    found: tuple[Value, ...],
    expected: ArrayLike,
    tolerance: Tolerance,
    message: str = "W and b are not where the step should take them",
) -> None:
    """Fail unless W and b have the expected values, compared together."""
    wanted = np.asarray(expected, np.float64)
    pair = np.concatenate([numbers(each, 1) for each in found])
    if not tolerance.allows(pair, wanted):
        raise CheckFailed(
            message,
            f"W = {digits(pair[0])}, b = {digits(pair[1])}",
            f"W = {digits(wanted[0])}, b = {digits(wanted[1])}",
        )


def history(value: Value, *names: str) -> dict[str, np.ndarray]:
    """Give the numbers of a history by name; fail where they are not there."""
    if not isinstance(value, Mapping):
        wanted = ", ".join(f'"{name}": [...]' for name in names)
        raise CheckFailed("gives back no dictionary", show(value), f"{{{wanted}}}")
    series = {}
    for name in names:
        require(
            name in value.entries, f"the history has no {name!r}", show(value), f"a key {name!r}"
        )
        series[name] = entries(value.entries[name], name)
    return series


def entries(value: Value, name: str) -> np.ndarray:
    """Give the numbers of one series."""
    if not isinstance(value, Array) or not value.shape:
        raise CheckFailed(
            f"history[{name!r}] is no list of numbers", show(value), "a list of numbers"
        )
    rows = numbers(value).reshape(value.shape[0], -1)
    require(
        rows.shape[0] == 0 or rows.shape[1] == 1,
        f"history[{name!r}] has more than one number an epoch",
        f"shape {value.shape}",
        "one number an epoch",
    )
    return rows.reshape(-1)


def require_length(series: dict[str, np.ndarray], epochs: int) -> None:
    """Fail unless every series has one entry an epoch."""
    for name, values in series.items():
        require(
            len(values) == epochs,
            f"the number of entries in history[{name!r}] is not the number of epochs",
            f"{len(values)} for {epochs}",
            f"{epochs}, one an epoch",
        )


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
        epochs = len(before[name]) - 1
        require_length({name: values}, epochs)
        on_time, late = before[name][:-1], before[name][1:]
        if not any(tolerance.allows(values, right) for right in (on_time, late)):
            raise CheckFailed(f"{name} takes different values", show(values), show(on_time))


def require_on_time(
    found: dict[str, np.ndarray], start: dict[str, float], tolerance: Tolerance = TRAJECTORY
) -> None:
    """Fail unless entry 0 of every series is the state before any update."""
    for name, number in start.items():
        values = found[name]
        require(len(values) > 0, f"history[{name!r}] is empty", "[]", "one entry an epoch")
        first = values[:1]
        require(
            tolerance.allows(first, np.asarray([number])),
            f"history[{name!r}][0] is not the state before the first update",
            show(float(first[0])),
            show(number),
        )
