"""Verdicts, and which is graver."""

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """What came of a check or an exercise, gravest first."""

    FORBIDDEN = "forbidden"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out of memory"
    TIMED_OUT = "timed out"
    ERROR = "error"
    FAILED = "failed"
    NOT_STARTED = "not started"
    BLOCKED = "blocked"
    PASSED = "passed"


GRAVEST_FIRST = list(Verdict)


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the gravest of these verdicts; with none, nothing was shown, so crashed."""
    return min(verdicts, key=GRAVEST_FIRST.index, default=Verdict.CRASHED)
