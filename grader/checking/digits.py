"""Numbers as text, with as few digits as the point needs."""

import numpy as np
from numpy.typing import NDArray

from grader.checking.tolerance import Tolerance

# Significant digits: of two numbers side by side at least, of one alone, and at most.
LEAST, ALONE, MOST = 3, 4, 9
MOST_SHOWN = 12
Floats = NDArray[np.float64]


def digits(number: float, places: int = ALONE) -> str:
    """Write a number with so many significant digits, and a point where it is whole."""
    rounded = float(f"{number:.{places}g}") + 0.0
    if not np.isfinite(rounded) or (rounded and not 1e-4 <= abs(rounded) < 1e7):
        return f"{rounded:.{places}g}"
    text = np.format_float_positional(rounded, trim="-")
    # A zero behind the point is written where it is right, or was rounded to.
    exact = abs(number - rounded) <= 1e-6 * abs(rounded) or abs(rounded) < 10 ** (places - 1)
    return f"{text}.0" if "." not in text and exact else text


def nested(array: Floats, places: int = ALONE) -> str:
    """Write an array as nested lists, shortened where it is long."""
    if array.ndim == 0:
        return digits(float(array), places)
    parts = [nested(each, places) for each in array[:MOST_SHOWN]]
    return f"[{', '.join(parts)}{', ...' if len(array) > MOST_SHOWN else ''}]"


def side_by_side(
    found: Floats, wanted: Floats, tolerance: Tolerance | None = None
) -> tuple[str, str]:
    """Write two arrays of one shape so that it shows where they differ."""
    places = places_for(found, wanted, tolerance)
    return (
        nested(without_dust(found, tolerance), places),
        nested(without_dust(wanted, tolerance), places),
    )


def without_dust(array: Floats, tolerance: Tolerance | None) -> Floats:
    """Give an array with 0 for what is far below the tolerance."""
    dust = tolerance.atol / 100 if tolerance else 0.0
    return np.where(np.abs(array) < dust, 0.0, array)


def places_for(found: Floats, wanted: Floats, tolerance: Tolerance | None = None) -> int:
    """Give the fewest significant digits that show two arrays apart, and about as far as they are.

    Only where they differ beyond the tolerance: 0.999999 beside 1.0 is 1.0 where that is near.
    """
    a, b = found.reshape(-1), wanted.reshape(-1)
    allowed = tolerance.around(b) if tolerance else np.zeros_like(b)
    with np.errstate(invalid="ignore"):
        apart = np.isfinite(a) & np.isfinite(b) & (np.abs(a - b) > allowed)
    pairs = list(zip(a[apart], b[apart], strict=True))
    return next((n for n in range(LEAST, MOST) if all(_shown(*pair, n) for pair in pairs)), MOST)


def _shown(a: float, b: float, places: int) -> bool:
    """Tell whether two numbers, rounded, are as far apart as they are, within a half."""
    distance = abs(float(f"{a:.{places}g}") - float(f"{b:.{places}g}"))
    return bool(abs(distance - abs(a - b)) <= 0.5 * abs(a - b) and distance > 0)
