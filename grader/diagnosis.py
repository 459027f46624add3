"""Naming the mistake behind wrong answers: the one known mistake that answers everything alike."""

from collections.abc import Callable

from grader.checking import Student
from grader.checking.failures import StudentRaised
from grader.facts import Facts, alike, facts_of, facts_of_error
from grader.mistake import Mistake
from grader.recorded import Question, Recording, Wrong, same, wrong_parts
from grader.worker.messages import Answers, Raised

# Code is asked so often, at most, to see whether what should vary does.
MOST_RUNS = 8
# The share of parts that are drawn at random and may be right in all these runs.
LUCKY = 0.1
Parts = list[tuple[int, str]]
Runs = list[dict[int, Wrong]]


def diagnose(recording: Recording, open_student: Callable[[], Student]) -> Mistake | None:
    """Name the mistake; None where no known one fits in every answer, or more than one does.

    A wrong name is worse than none. Every student that is opened answers in a worker of its own;
    raises what asking raises, where the code ends without an answer.
    """
    found = _wrong_answers(recording, open_student)
    named = closest(recording, fitting(recording, found))
    if named is None or not (parts := recording.varying(named.name)):
        return named
    runs = [found]
    while not all(changes(parts, runs)) and len(runs) < MOST_RUNS:
        runs.append(_wrong_answers(recording, open_student))
        if named not in fitting(recording, runs[-1]) or not any(changes(parts, runs)):
            return None
    return named if varied(parts, runs) else None


def closest(recording: Recording, fits: list[Mistake]) -> Mistake | None:
    """Give the one mistake that fits; what fits in every number goes before what varies."""
    exact = [each for each in fits if not recording.varying(each.name)]
    named = exact or fits
    return named[0] if len(named) == 1 else None


def varied(parts: Parts, runs: Runs) -> bool:
    """Tell whether all that should vary did; few of many parts can be right every time."""
    changed = changes(parts, runs)
    still = [each for each, other in zip(parts, changed, strict=True) if not other]
    lucky = [part not in run.get(number, {}) for number, part in still for run in runs]
    return all(lucky) and len(still) <= LUCKY * len(parts)


def changes(parts: Parts, runs: Runs) -> list[bool]:
    """Tell of each part whether it was another one in another run; right is another than wrong."""
    return [
        any(not _alike_in(runs[0].get(number, {}), run.get(number, {}), part) for run in runs[1:])
        for number, part in parts
    ]


def _alike_in(first: Wrong, second: Wrong, part: str) -> bool:
    return (part in first) == (part in second) and alike(first.get(part), second.get(part))


def _wrong_answers(recording: Recording, open_student: Callable[[], Student]) -> dict[int, Wrong]:
    """Ask one question after another, up to the first answer that no mistake fits."""
    student = open_student()
    found: dict[int, Wrong] = {}
    try:
        for number, question in enumerate(recording.questions):
            found[number] = wrong_parts(question, answers_to(student, question))
            if not fitting(recording, {number: found[number]}):
                break
    finally:
        student.close()
    return found


def fitting(recording: Recording, found: dict[int, Wrong]) -> list[Mistake]:
    """List the mistakes that are wrong in the same way in all these answers."""
    return [
        mistake
        for mistake in recording.mistakes
        if all(same(wrong, recording.wrong(mistake.name, n)) for n, wrong in found.items())
    ]


def answers_to(student: Student, question: Question) -> Facts:
    """Ask a student's code one question, up to the first operation that raises."""
    replies: list[Answers] = []
    try:
        for operations in question.asks:
            replies.append(student.answers(*operations))
            if replies[-1].outcomes and isinstance(replies[-1].outcomes[-1], Raised):
                break
    except StudentRaised as error:
        return facts_of_error(error.raised)
    return facts_of(replies)
