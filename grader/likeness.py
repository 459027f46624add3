"""Answers as plain data, and when two of them are alike: the same, but for rounding."""

from collections.abc import Mapping, Sequence

# Two ways to write one thing differ by rounding; two mistakes differ by far more.
RELATIVE, ABSOLUTE = 1e-3, 1e-5
# Stands in place of what comes out differently every time.
VARIES = "(varies)"

# Words, or numbers; a number that is not finite is a word.
Fact = str | tuple[float | str, ...]
# The parts of an answer that are not right; a part that is not there is None.
Wrong = dict[str, Fact | None]
# What is wrong by the number of the question; a word where it varies, none where it is not known.
Wrongs = dict[int, Wrong] | str | None


def alike(first: Fact | None, second: Fact | None, relative: float = RELATIVE) -> bool:
    """Tell whether two parts of outcomes are the same, but for rounding."""
    if first is None or second is None or isinstance(first, str) or isinstance(second, str):
        return first == second
    if len(first) != len(second):
        return False
    return all(_close(*pair, relative) for pair in zip(first, second, strict=True))


def _close(first: float | str, second: float | str, relative: float) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    return abs(first - second) <= ABSOLUTE + relative * max(abs(first), abs(second))


def all_alike(
    first: Mapping[str, Fact | None], second: Mapping[str, Fact | None], relative: float = RELATIVE
) -> bool:
    """Tell whether two answers have the same parts, each the same but for rounding."""
    return first.keys() == second.keys() and all(
        alike(first[part], second[part], relative) for part in first
    )


def same(found: Wrong, recorded: Wrong) -> bool:
    """Tell whether an answer is wrong in the same way as a recorded one.

    A part that varies may be right for once, by luck.
    """
    return found.keys() <= recorded.keys() and all(
        fact == VARIES or (part in found and alike(found[part], fact))
        for part, fact in recorded.items()
    )


def agree(first: Wrong, second: Wrong) -> bool:
    """Tell whether two recordings of one mistake's answer can be of the same code."""
    return same(first, second | varying(first)) and same(second, first | varying(second))


def merged(runs: Sequence[Wrong]) -> Wrong:
    """Join what one mistake answered in several runs: what is not the same every time varies."""
    parts = [part for run in runs for part in run]
    return {part: _fact(part, runs) for part in dict.fromkeys(parts)}


def _fact(part: str, runs: Sequence[Wrong]) -> Fact | None:
    always = all(part in run and alike(run[part], runs[0].get(part)) for run in runs)
    return runs[0][part] if always else VARIES


def varying(wrong: Wrong) -> Wrong:
    """Give the parts that come out differently every time."""
    return {part: fact for part, fact in wrong.items() if fact == VARIES}
