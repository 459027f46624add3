"""How far a right answer may be from the reference: each tolerance once, with its reason."""

import msgspec
import numpy as np
from numpy.typing import NDArray


class Tolerance(msgspec.Struct, frozen=True):
    """Allowed deviation: ``atol + rtol * abs(expected)``."""

    rtol: float
    atol: float

    def around(self, expected: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the allowed deviation at each expected number."""
        return self.atol + self.rtol * np.abs(expected)

    def allows(self, found: NDArray[np.float64], expected: NDArray[np.float64]) -> bool:
        """Tell whether all numbers agree with the expected ones; NaN agrees with nothing."""
        return bool(np.all(np.abs(found - expected) <= self.around(expected)))


# float32 means of a few hundred terms are off by 1e-6; the expanded form t^2 - 2tp + p^2 by 1e-4.
LOSS = Tolerance(1e-4, 1e-4)
# An epsilon of 1e-5 added inside the logarithm moves the value by 2e-4 for p in [.05, .95].
CROSS_ENTROPY = Tolerance(1e-3, 1e-5)
# The tanh form has 1e-7 absolute error at large negative x, where a relative one would be 20 %.
PROBABILITY = Tolerance(0.0, 1e-5)
# float32 numbers near 1000 are 6e-5 apart, which `exp(x - logsumexp(x))` shows in its result.
FAR_OUT = Tolerance(0.0, 1e-3)
# Tape gradients of right code agree to 1e-5; an epsilon moves those of the cross-entropy more.
GRADIENT = Tolerance(1e-3, 1e-4)
# Central differences in float32 with a step of 1e-2: rounding and the third derivative.
DIFFERENCES = Tolerance(2e-2, 5e-3)
# The same in float64 with a step of 1e-5: 1e-11 by measurement.
EXACT_DIFFERENCES = Tolerance(1e-6, 1e-7)
# One step of descent in float32 is off by 2e-8 for parameters of order one.
STEP = Tolerance(1e-4, 1e-5)
# A trajectory of a few dozen epochs.
TRAJECTORY = Tolerance(1e-3, 1e-4)
# Inequalities: `log(p + 1e-7)` at p = 1 is -1.2e-7, the tanh sigmoid steps back by 2.4e-7.
INEQUALITY = 1e-5
# Values that must be told apart to show that something moved at all.
MOVED = 1e-6
