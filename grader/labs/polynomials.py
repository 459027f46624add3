"""Polynomials of one degree after another through a few points of a line, and their losses.

What is fitted is known to be a line, so that every degree above the first has only noise to follow.
"""

import msgspec
import numpy as np
from numpy.polynomial import Polynomial
from numpy.typing import NDArray

from grader.labs.examples import Floats
from grader.labs.settings import LinearSettings

TRAINED, HELD_BACK = 12, 1000
DEGREES = range(10)
REACH = 2.0


class Fit(msgspec.Struct, frozen=True):
    """One polynomial's predictions beside what is true, on both halves."""

    training: tuple[Floats, Floats]
    validation: tuple[Floats, Floats]


def polynomial_fits(settings: LinearSettings) -> list[Fit]:
    """Fit a few points by least squares, in every degree; the least is 0, a constant."""
    draw = np.random.default_rng(settings.seed)
    seen = np.linspace(-REACH, REACH, TRAINED)
    unseen = draw.uniform(-REACH, REACH, HELD_BACK)
    targets = [
        settings.W * x + settings.b + settings.noise * draw.normal(size=x.size)
        for x in (seen, unseen)
    ]
    fitted = [Polynomial.fit(seen, targets[0], degree) for degree in DEGREES]
    return [
        Fit(*((_floats(y), _floats(fit(x))) for x, y in zip((seen, unseen), targets, strict=True)))
        for fit in fitted
    ]


def _floats(values: NDArray[np.float64]) -> Floats:
    return values.astype(np.float32)
