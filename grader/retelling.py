"""Telling a failure so that whoever repeats it sees the same.

A counterexample is pasted into a fresh prompt, where no other check has called the code before. So
the failing example is tried again; where the answer is another one, on the file run anew.
"""

import re

from grader.bank import Example
from grader.checking.failures import CheckFailed, StudentRaised
from grader.checking.student import Student
from grader.checking.words import certain, settled
from grader.facts import Facts, facts_of
from grader.likeness import all_alike
from grader.shrink import kind
from grader.trial import Trial
from grader.verdict import Verdict

# A file that takes longer to run is not run again for the sake of a message.
SLOW = 1.0
# So often an example is repeated, to see whether an answer depends on the calls before it.
REPEATS = 3
# How far apart one calculation's numbers can come when it is done again.
REPEATED = 1e-5
# Where something may be kept between calls: containers, objects and variables that are made once,
# with the module, a class or a function. Most files have none.
KEEPER = re.compile(
    rb"\b(global|nonlocal|cache|lru_cache)\b"
    rb"|^\w+[ \t]*=[ \t]*([\[{(]|.*\()"
    rb"|^[ \t]+\w+[ \t]*=[ \t]*([\[{]|.*Variable\()"
    rb"|^[ \t]*def .*=[ \t]*([\[{]|[\w.]+\()",
    re.MULTILINE,
)
CHANCE = "something else each time"
LATER = "on a later call only; what does the code keep from one call to the next?"
ELSEWHERE = "after other calls only; what does the code keep from one call to the next?"


def worth_retelling(failure: Exception) -> bool:
    """Tell whether a failure shows what is wrong by an example: not what is lost or not there."""
    if isinstance(failure, StudentRaised):
        return failure.verdict is Verdict.ERROR
    return isinstance(failure, CheckFailed)


def retold(failure: Exception, trial: Trial) -> Exception:
    """Give the failure as a fresh prompt shows it, in the words that fit."""
    evidence = [each.claims for each in trial.failed if _alike(each, failure)]
    told = _repeatable(failure, trial)
    if isinstance(told, CheckFailed):
        told.words = settled(told.claims, evidence) if trial.drawn else certain(told.claims)
    return told


def _alike(one: CheckFailed, other: Exception) -> bool:
    return isinstance(other, CheckFailed) and one.message == other.message


def _repeatable(failure: Exception, trial: Trial) -> Exception:
    """Try a failing example again, and where that may differ, on a fresh run of the file."""
    student, example = trial.student, _example_of(failure)
    lives = student.losses
    if student.load_seconds > SLOW:
        return failure
    if not _may_keep(student) and _same(trial.aside(example), failure):
        return failure
    first = trial.afresh(example)
    if _same(first, failure):
        return failure
    student.remembers = True
    second = trial.afresh(example)
    later = _later(trial, example) if first is None else None
    if trial.explaining.spent or student.losses > lives:
        return failure
    if first is not None and kind(first) == kind(failure):
        alike = len({_told(each) for each in (failure, first, second)}) == 1
        return first if alike or _same(first, second) else _by_chance(failure)
    return later if later and kind(later) == kind(failure) else _without_example(failure)


def _may_keep(student: Student) -> bool:
    """Tell whether a file has kept something from call to call, or looks as if it could."""
    return student.remembers or bool(KEEPER.search(student.homework.source or b""))


def _example_of(failure: Exception) -> Example:
    return getattr(failure, "example", {})


def _told(failure: Exception | None) -> tuple[str, ...]:
    """Give all that a student is told of a failure."""
    if isinstance(failure, CheckFailed):
        return failure.sentence, failure.returned, failure.expected
    return (failure.message,) if isinstance(failure, StudentRaised) else ()


def _same(one: Exception | None, other: Exception | None) -> bool:
    """Tell whether two failures are told alike, and not by luck: from the same answers."""
    return _told(one) == _told(other) and all_alike(_answers_of(one), _answers_of(other), REPEATED)


def _answers_of(failure: Exception | None) -> Facts:
    return facts_of(getattr(failure, "answers", ()))


def _later(trial: Trial, example: Example) -> Exception | None:
    """Look for a failure after some repeats on a fresh run of the file, and tell all its calls."""
    found = trial.afresh(example)
    for _ in range(REPEATS):
        found = found or trial.aside(example)
    if found is not None:
        found.transcript = tuple(trial.student.story or ())  # type: ignore[attr-defined]
    if isinstance(found, CheckFailed):
        found.detail, found.claims = LATER, {}
    return found


def _by_chance(failure: Exception) -> Exception:
    """Say of an answer that is another one each time no more than that."""
    if isinstance(failure, CheckFailed):
        failure.returned, failure.detail, failure.claims = CHANCE, "", {}
    return failure


def _without_example(failure: Exception) -> Exception:
    """Say of a failure that no fresh run shows where it comes from, without code that misleads."""
    failure.transcript = ()  # type: ignore[attr-defined]
    if isinstance(failure, CheckFailed):
        failure.detail, failure.claims = ELSEWHERE, {}
    return failure
