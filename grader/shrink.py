"""From a failing example to the smallest one that fails in the same way."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import numpy as np

from grader.bank import Example, Property, run_hypothesis, without_subjects

MOST_BODIES = 150
Failure = TypeVar("Failure", bound=Exception)


class _StillFails(Exception):  # noqa: N818
    """Tells Hypothesis that an example is worth shrinking; raised at one place only."""


def shrink(
    function: Property,
    number: int,
    try_example: Callable[[Example], Exception | None],
    failure: Failure,
) -> Exception:
    """Find the failure on the smallest example.

    `try_example` runs the body and gives what it raised. Only failures alike to the first count, so
    that a wrong value does not shrink into another mistake. After a number of bodies, counted and
    not timed, what is unknown counts as passing, and Hypothesis ends soon.
    """
    known: dict[str, Exception | None] = {}
    smallest: list[Exception] = [failure]

    def body(**arguments: Any) -> None:
        example = without_subjects(arguments)
        key = key_of(example)
        if key not in known:
            known[key] = try_example(example) if len(known) < MOST_BODIES else None
        found = known[key]
        if found is not None and kind(found) == kind(failure):
            smallest.append(found)
            raise _StillFails

    try:
        run_hypothesis(function, number, body)
    except _StillFails:
        return smallest[-1]
    return smallest[0]


def smallest_of(
    examples: list[Example],
    try_example: Callable[[Example], Exception | None],
    failure: Failure,
) -> Exception:
    """Find the failure on the smallest of these examples, where no others can be judged."""
    for example in sorted(examples, key=size_of):
        found = try_example(example)
        if found is not None and kind(found) == kind(failure):
            return found
    return failure


def size_of(example: Example) -> tuple[int, int, float]:
    """Measure an example: how many numbers, how long they are to write, how large they are."""
    numbers = list(_numbers(list(example.values())))
    written = sum(len(f"{abs(each):g}") for each in numbers)
    return len(numbers), written, sum(map(abs, numbers))


def _numbers(thing: Any) -> Iterator[float]:
    if isinstance(thing, np.ndarray):
        yield from map(float, thing.reshape(-1))
    elif isinstance(thing, tuple | list):
        for each in thing:
            yield from _numbers(each)
    elif isinstance(thing, int | float):
        yield float(thing)


def kind(failure: Exception) -> tuple[str, str]:
    """Tell failures apart by class and, where the student's code raised, by what it raised."""
    raised = getattr(failure, "raised", None)
    return type(failure).__name__, raised.type_name if raised else ""


def key_of(example: Example) -> str:
    """Write an example so that equal ones are written alike."""
    return repr({name: _plain(each) for name, each in sorted(example.items())})


def _plain(thing: Any) -> Any:
    if isinstance(thing, np.ndarray):
        return (thing.shape, thing.tolist())
    if isinstance(thing, tuple | list):
        return [_plain(each) for each in thing]
    return thing
