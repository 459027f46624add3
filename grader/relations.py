"""What holds between arrays whose own numbers are free, as those of a random split are.

Those who are right have different numbers, but the same things hold between them: which come again,
which belong together, what all of them are taken together. Two of a few answers can agree by
chance, so that only a question with many answers is looked at.
"""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from grader.checking.show import as_array
from grader.facts import Facts
from grader.likeness import Fact
from grader.recorded import Question
from grader.worker.messages import Answer, Answers, Array, Ask, Listing, Raised, encode

MANY = 8
# So many numbers in equal steps are no accident.
SEVERAL = 4
# In so many answers every number has its turn in every array.
VERY_MANY = 64
MOST = 64
FREE = re.compile(r"\d+\.value\[\d+\]\.numbers")
Numbers = NDArray[np.float64]
# The arrays of one answer, in order.
Arrays = tuple[Array, ...]


def relations_of(question: Question, replies: Iterable[Answers]) -> Facts:
    """Tell what holds between the arrays that a question's answers list, where they are free."""
    if not any(FREE.fullmatch(part) for part in question.free):
        return {}
    outcomes = [outcome for answers in replies for outcome in answers.outcomes]
    answers = [_listed(each) for each in outcomes]
    if len(answers) < MANY or not all(answers) or len({len(each) for each in answers}) > 1:
        return {}
    asked = [encode(Ask((each,))) for asks in question.asks for each in asks]
    found: dict[str, Fact] = {"again": _again(asked, answers), "together": _together(answers)}
    for place, arrays in enumerate(zip(*answers, strict=True)):
        flat = [_flat(each) for each in arrays]
        found[f"types[{place}]"] = " ".join(sorted({each.dtype for each in arrays}))
        found[f"varies[{place}]"] = _varies(flat)
        found[f"even[{place}]"] = str(all(map(_even, flat)))
        found[f"doubled[{place}]"] = str(any(len(np.unique(each)) < len(each) for each in flat))
        found[f"like[{place}]"] = _like(place, answers)
        if len(answers) >= VERY_MANY:
            found[f"ever[{place}]"] = f"{len(np.unique(np.concatenate(flat)))} numbers"
    if len(answers[0]) % 2 == 0:
        found["beside"] = _beside(answers)
    return {f"between.{name}": fact for name, fact in found.items()}


def _listed(outcome: Answer | Raised) -> Arrays:
    """Give the arrays that an answer lists; none where there is anything else in it."""
    value = outcome.value if isinstance(outcome, Answer) else None
    items = value.items if isinstance(value, Listing) else ()
    arrays = tuple(each for each in items if isinstance(each, Array))
    return arrays if len(arrays) == len(items) else ()


def _flat(array: Array) -> Numbers:
    return as_array(array).reshape(-1)


def _same(arrays: list[Numbers]) -> bool:
    return all(np.array_equal(arrays[0], each) for each in arrays)


def _again(asked: list[bytes], answers: list[Arrays]) -> str:
    """Tell whether equal calls have equal answers."""
    first: dict[bytes, Arrays] = {}
    for key, arrays in zip(asked, answers, strict=True):
        before = first.setdefault(key, arrays)
        if not all(_same([_flat(a), _flat(b)]) for a, b in zip(before, arrays, strict=True)):
            return "others"
    return "the same"


def _together(answers: list[Arrays]) -> Fact:
    """Give all numbers of an answer, sorted, where these are the same in every answer."""
    sums = [np.sort(np.concatenate([_flat(each) for each in arrays])) for arrays in answers]
    if not _same(sums):
        return "another time others"
    return tuple(map(float, sums[0])) if len(sums[0]) <= MOST else f"{len(sums[0])} numbers"


def _varies(arrays: list[Numbers]) -> str:
    """Tell whether an array is another one in every answer, or only in another order."""
    if _same(arrays):
        return "no"
    return "order" if _same([np.sort(each) for each in arrays]) else "numbers"


def _beside(answers: list[Arrays]) -> Fact:
    """Give which numbers of the first half of the arrays stand where which of the second half do.

    Of all these arrays together, as which numbers are in which one is left to chance.
    """
    partners: dict[float, float] = {}
    half = len(answers[0]) // 2
    for arrays in answers:
        for first, second in zip(arrays[:half], arrays[half:], strict=True):
            a, b = _flat(first), _flat(second)
            if len(a) != len(b):
                return "other sizes"
            for one, other in zip(a.tolist(), b.tolist(), strict=True):
                if partners.setdefault(one, other) != other:
                    return "now this, now that"
    pairs = sorted(partners.items())
    return tuple(each for pair in pairs for each in pair) if len(pairs) <= MOST else "many pairs"


def _even(array: Numbers) -> bool:
    """Tell whether numbers run on in equal steps, as rows that nobody has shuffled.

    Few do so by chance, and tell nothing.
    """
    steps = np.diff(array)
    return len(array) >= SEVERAL and bool(np.all(steps == steps[:1]))


def _like(place: int, answers: list[Arrays]) -> str:
    """Name the arrays before this one that hold the same numbers in every answer."""
    return " ".join(
        str(other)
        for other in range(place)
        if all(_same([_flat(arrays[other]), _flat(arrays[place])]) for arrays in answers)
    )
