"""The data of the labs: the same for the same seed."""

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Examples(msgspec.Struct, frozen=True):
    """Inputs and targets, in float32 as the exercises have them."""

    x: Floats
    y: Floats


def noisy_line(count: int, noise: float, W: float, b: float, seed: int) -> Examples:  # noqa: N803
    """Draw points round a line: inputs of mean 0 and spread 1, noise of this spread."""
    draw = np.random.default_rng(seed)
    x = draw.normal(size=count)
    y = W * x + b + noise * draw.normal(size=count)
    return Examples(x.astype(np.float32), y.astype(np.float32))


def six(*inputs: float) -> Examples:
    """Give six examples, the first three of label 0."""
    return Examples(np.asarray(inputs, np.float32), np.asarray([0, 0, 0, 1, 1, 1], np.float32))


CENTRED = six(-5, -3, -1, 1, 3, 5)
SHIFTED = six(1, 2, 3, 5, 6, 7)


def labelled(count: int, noise: float, low: float, high: float, seed: int) -> Examples:
    """Draw inputs between two bounds; those above the middle have label 1, but for the noise."""
    draw = np.random.default_rng(seed)
    x = np.sort(draw.uniform(low, high, count))
    y = x + noise * draw.normal(size=count) > (low + high) / 2
    return Examples(x.astype(np.float32), y.astype(np.float32))
