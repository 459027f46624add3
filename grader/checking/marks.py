"""How a check is declared: its rung, its weight, and what a failure of it blocks."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, TypeVar

import msgspec
from hypothesis import HealthCheck, Phase, Verbosity, settings

Function = TypeVar("Function", bound=Callable[..., Any])
EXAMPLES = 5
ATTRIBUTE = "slopework_mark"


class Rung(IntEnum):
    """Checks of one exercise run in this order; the first three block all that follow."""

    LOADS = 0
    RUNS = 1
    TYPE = 2
    SHAPE = 3
    EXAMPLE = 4
    PROPERTY = 5
    GRADIENT = 6
    CONVERGENCE = 7

    @property
    def gates(self) -> bool:
        """Whether nothing later can be judged where a check of this rung fails."""
        return self <= Rung.TYPE


class Mark(msgspec.Struct, frozen=True):
    """What a check declares of itself."""

    rung: Rung
    weight: int
    extra: bool
    independent: bool


def check(
    rung: Rung,
    weight: int = 1,
    *,
    examples: int = EXAMPLES,
    extra: bool = False,
    independent: bool = False,
) -> Callable[[Function], Function]:
    """Declare a check: its docstring completes the sentence "the function ...".

    Args:
        rung: where it stands among the checks of its exercise.
        weight: its share of the exercise's points; 0 for one that only gates.
        examples: how many inputs a property draws.
        extra: shown, without points and without a part in the verdict.
        independent: blocked by nothing but a file that does not load.
    """

    def declare(function: Function) -> Function:
        mark = Mark(rung, 0 if extra else weight, extra, independent)
        setattr(function, ATTRIBUTE, mark)
        if hasattr(function, "hypothesis"):
            return settings(
                max_examples=examples,
                database=None,
                deadline=None,
                derandomize=False,
                phases=(Phase.generate, Phase.shrink),
                print_blob=False,
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
                verbosity=Verbosity.quiet,
            )(function)
        return function

    return declare


def mark_of(function: Callable[..., Any]) -> Mark | None:
    """Give what a function declared with `check`, if it is one."""
    mark = getattr(function, ATTRIBUTE, None)
    return mark if isinstance(mark, Mark) else None
