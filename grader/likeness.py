"""Answers as plain data, and when two of them are alike: the same, but for rounding."""

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


def alike(first: Fact | None, second: Fact | None) -> bool:
    """Tell whether two parts of outcomes are the same, but for rounding."""
    if first is None or second is None or isinstance(first, str) or isinstance(second, str):
        return first == second
    return len(first) == len(second) and all(map(_close, first, second))


def _close(first: float | str, second: float | str) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    return abs(first - second) <= ABSOLUTE + RELATIVE * max(abs(first), abs(second))


def same(found: Wrong, recorded: Wrong) -> bool:
    """Tell whether an answer is wrong in the same way as a recorded one."""
    return found.keys() == recorded.keys() and all(
        recorded[part] == VARIES or alike(found[part], recorded[part]) for part in recorded
    )


def merged(first: Wrong, second: Wrong) -> Wrong:
    """Join what one mistake answered in two runs: what is not the same twice varies."""
    return {part: fact if alike(fact, second.get(part)) else VARIES for part, fact in first.items()}
