"""How far apart, in the words that fit: twice as much, the sign is opposite, another order.

A relation between a few numbers can hold by chance. What is said is therefore settled by evidence:
on a property it must hold on every input that fails; on a single input only where chance is out of
the question.
"""

from collections.abc import Callable, Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from grader.checking.digits import digits

Floats = NDArray[np.float64]
BASE_TWO = 1 / np.log(2)
FACTORS = {
    2.0: "twice as much",
    **{float(n): f"{n} times as much" for n in (*range(3, 13), 100, 1000)},
    1 / 2: "half as much",
    1 / 3: "a third as much",
    1 / 4: "a quarter as much",
    1 / 5: "a fifth as much",
    1 / 6: "a sixth as much",
    1 / 7: "a seventh as much",
    1 / 8: "an eighth as much",
    1 / 10: "a tenth as much",
    1 / 100: "a hundredth as much",
    1 / 1000: "a thousandth as much",
    BASE_TWO: "1.443 times as much, as with logarithms to the base 2",
}
# Beyond chance even for two lone numbers: nobody's wrong formula comes out at these for once.
TELLING = (100.0, 1000.0, 1 / 100, 1 / 1000, BASE_TWO)


class Claim(msgspec.Struct, frozen=True):
    """Words for a relation; sure where one input is evidence enough, weak where it is none."""

    words: str
    sure: bool
    weak: bool = False


Claims = dict[str, Claim]


def claims(found: Floats, wanted: Floats, beyond: NDArray[np.bool_] | None = None) -> Claims:
    """Give every relation that holds between what was found and what was wanted, by its sort.

    The arrays are of one size; `beyond` marks the entries that differ by more than is allowed.
    """
    if found.size != wanted.size or not found.size or not np.all(np.isfinite([found, wanted])):
        return {}
    found = found.reshape(wanted.shape)
    differ = ~_near(found, wanted) if beyond is None else beyond.reshape(wanted.shape)
    held = {sort: relation(found, wanted, differ) for sort, relation in RELATIONS.items()}
    return {sort: claim for sort, claim in held.items() if claim}


def settled(shown: Claims, evidence: Iterable[Claims]) -> str:
    """Give the words for the shown input whose sort holds on all other failing inputs too."""
    others = list(evidence)
    for sort, claim in shown.items():
        alike = [each[sort] for each in (shown, *others) if sort in each]
        if len(alike) > len(others) and not all(each.weak for each in alike):
            same = all(each.words == claim.words for each in alike)
            return claim.words if same else f"{claim.words} on this input"
    return ""


def certain(shown: Claims) -> str:
    """Give the words for a single input, where they cannot hold by chance."""
    if len(shown) != 1:
        return ""
    (claim,) = shown.values()
    return claim.words if claim.sure else ""


def _near(a: Floats, b: Floats) -> NDArray[np.bool_]:
    scale = float(np.max(np.abs(b), initial=0.0))
    return np.asarray(np.abs(a - b) <= 2e-4 * np.abs(b) + 1e-6 * scale)


def _sizes(numbers: Floats) -> int:
    """Count the numbers other than zero that differ in size: one shows no pattern."""
    return len({f"{abs(each):.3g}" for each in numbers.reshape(-1) if abs(each) > 1e-9})


def _same(numbers: Floats) -> bool:
    return bool(np.all(_near(numbers, np.full_like(numbers, numbers.flat[0]))))


def _place(index: np.ndarray) -> str:
    return f"[{', '.join(str(int(each)) for each in index)}]"


def _sign(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    flipped = _near(found, -wanted) & (np.abs(wanted) > 1e-9)
    kept = _near(found, wanted)
    if not flipped.any() or not np.all(flipped | kept):
        return None
    if np.all(flipped | (np.abs(wanted) <= 1e-9)):
        return Claim(
            "the sign is opposite" if flipped.sum() == 1 else "all signs are opposite", sure=True
        )
    if flipped.sum() == 1:
        return Claim(f"the sign of {_place(np.argwhere(flipped)[0])} is opposite", sure=True)
    return Claim("some signs are opposite", sure=True)


def _factor(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    largest = np.unravel_index(int(np.argmax(np.abs(wanted))), wanted.shape)
    if abs(wanted[largest]) <= 1e-9 or abs(found[largest]) <= 1e-9:
        return None
    factor = float(found[largest] / wanted[largest])
    if abs(abs(factor) - 1) < 1e-3 or not np.all(_near(found, factor * wanted)):
        return None
    known = next((each for each in FACTORS if abs(abs(factor) / each - 1) < 2e-4), None)
    pattern = _sizes(wanted) > 1
    if known is None and not pattern:
        return None
    words = FACTORS[known] if known else f"{digits(abs(factor), 3)} times as much"
    words += " everywhere" if pattern and not known else ""
    opposite = ", with the opposite sign" if factor < 0 else ""
    return Claim(words + opposite, sure=pattern or known in TELLING)


def _offset(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    distance = found - wanted
    if found.size < 2 or _same(wanted) or abs(distance.flat[0]) < 1e-6 or not _same(distance):
        return None
    way = "large" if distance.flat[0] > 0 else "small"
    return Claim(f"too {way} by {digits(abs(float(distance.flat[0])), 3)} everywhere", sure=True)


def _order(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    ours, theirs = found.reshape(-1), wanted.reshape(-1)
    if _same(wanted) or not np.all(_near(np.sort(ours), np.sort(theirs))):
        return None
    backwards = np.all(_near(ours, theirs[::-1])) and found.size > 2
    order = "in reverse order" if backwards else "in another order"
    return Claim(f"the right numbers {order}", sure=True)


def _alone(found: Floats, _: Floats, differ: NDArray[np.bool_]) -> Claim | None:
    if found.size < 3 or differ.sum() != 1:
        return None
    return Claim(f"only {_place(np.argwhere(differ)[0])} differs", sure=True)


def _constant(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    if found.size < 2 or _same(wanted) or not _same(found):
        return None
    return Claim("the same number everywhere", sure=True)


def _complement(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    if np.any((wanted < 0) | (wanted > 1)) or not np.all(_near(found, 1 - wanted)):
        return None
    weak = bool(np.all(np.isin(wanted, (0, 0.5, 1))))
    return Claim("1 minus what it should be", sure=_sizes(wanted) > 2, weak=weak)


def _root(found: Floats, wanted: Floats, _: NDArray[np.bool_]) -> Claim | None:
    if np.any(wanted < 0) or not np.all(_near(found, np.sqrt(np.maximum(wanted, 0)))):
        return None
    return Claim("the square root of what it should be", sure=_sizes(wanted) > 1)


Relation = Callable[[Floats, Floats, NDArray[np.bool_]], Claim | None]
# The first that holds is told.
RELATIONS: dict[str, Relation] = {
    "sign": _sign,
    "factor": _factor,
    "offset": _offset,
    "root": _root,
    "complement": _complement,
    "order": _order,
    "constant": _constant,
    "alone": _alone,
}
