"""Inputs of properties: drawn once by Hypothesis, then replayed for every submission.

A property is a pytest function under `hypothesis.given`. Its examples are the same for every
submission graded with the same seed, so they are collected once, by putting a collector in
the place of the property's body (`hypothesis.inner_test`, which Hypothesis documents for this).
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import hypothesis
import numpy as np
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

Example = dict[str, Any]
Property = Callable[..., Any]
SUBJECTS = ("student", "reference")


def is_property(function: Callable[..., Any]) -> bool:
    """Tell a property from a plain check."""
    return hasattr(function, "hypothesis")


def number_for(seed: int, name: str) -> int:
    """Give each property its own number, from the run's seed and the check's name."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{name}".encode()).digest()[:8])


@contextmanager
def only_our_draws() -> Iterator[None]:
    """Keep Hypothesis from mixing constants of imported modules into what it draws.

    They differ between an editable install and a wheel, and with whatever else is imported.
    """
    original = providers._get_local_constants  # noqa: SLF001
    empty = Constants()
    providers._get_local_constants = lambda: empty  # noqa: SLF001
    providers.CONSTANTS_CACHE.cache.clear()
    try:
        yield
    finally:
        providers._get_local_constants = original  # noqa: SLF001
        providers.CONSTANTS_CACHE.cache.clear()


@contextmanager
def body(function: Property, replacement: Callable[..., None]) -> Iterator[None]:
    """Put another body into a property for a while."""
    handle = function.hypothesis  # type: ignore[attr-defined]
    original = handle.inner_test
    handle.inner_test = replacement
    try:
        yield
    finally:
        handle.inner_test = original


def run_hypothesis(function: Property, number: int, replacement: Callable[..., None]) -> None:
    """Let Hypothesis drive a replacement of a property's body, from this number."""
    parameters = function.hypothesis.inner_test.__code__.co_varnames  # type: ignore[attr-defined]
    subjects = dict.fromkeys(name for name in SUBJECTS if name in parameters)
    with only_our_draws(), body(function, replacement):
        hypothesis.seed(number)(function)(**subjects)


def without_subjects(arguments: Example) -> Example:
    """Keep what was drawn, read-only, and drop the student and the reference."""
    drawn = {name: each for name, each in arguments.items() if name not in SUBJECTS}
    for each in drawn.values():
        freeze(each)
    return drawn


def freeze(thing: Any) -> None:
    """Make arrays read-only, also inside tuples and lists."""
    if isinstance(thing, np.ndarray):
        thing.flags.writeable = False
    elif isinstance(thing, tuple | list):
        for each in thing:
            freeze(each)


class Bank:
    """The drawn examples of every property, by check and seed."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int], list[Example]] = {}

    def examples(self, name: str, function: Property, seed: int) -> list[Example]:
        """Give a property's examples, drawn at the first call."""
        if (name, seed) not in self._drawn:
            self._drawn[name, seed] = draw(function, number_for(seed, name))
        return self._drawn[name, seed]

    def spares(self, name: str) -> list[Example] | None:  # noqa: ARG002
        """Give the only other examples that a failure may be shown on; None where any may."""
        return None


def draw(function: Property, number: int) -> list[Example]:
    """Draw a property's examples without running it."""
    collected: list[Example] = []

    def collect(**arguments: Any) -> None:
        collected.append(without_subjects(arguments))

    run_hypothesis(function, number, collect)
    return collected
