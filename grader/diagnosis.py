"""Naming the mistake behind wrong answers: the one known mistake that answers everything alike."""

from collections.abc import Callable

import msgspec

from grader.checking import Student
from grader.checking.failures import StudentRaised
from grader.facts import Facts, facts_of
from grader.likeness import VARIES, Wrong, Wrongs, alike, same
from grader.mistake import Mistake
from grader.recorded import Question, Recording, wrong_parts
from grader.relations import relations_of
from grader.text import harmless
from grader.worker.messages import Answers, Raised

# Ten times what ordinary wrong answers come to.
MOST_BYTES = 64 * 1024
# Code is asked so often, at most, to see whether what should vary does.
MOST_RUNS = 8
# The share of parts that are drawn at random and may be right in all these runs.
LUCKY = 0.1
Parts = list[tuple[int, str]]
Runs = list[dict[int, Wrong]]


class Diagnosis(msgspec.Struct, frozen=True):
    """The mistake behind wrong answers, or what is wrong in them where none is known."""

    mistake: Mistake | None = None
    answers: Wrongs = None


def diagnose(
    recording: Recording, open_student: Callable[[], Student], *, keep: bool = False
) -> Diagnosis:
    """Name the mistake; nothing where no known one fits in every answer, or more than one does.

    A wrong name is worse than none. To keep the answers of a failure without a name, all questions
    are asked, and twice. Every student that is opened answers in a worker of its own; raises what
    asking raises, where the code ends without an answer.
    """

    def ask() -> dict[int, Wrong]:
        return _wrong_answers(recording, open_student, to_the_end=keep)

    runs = [ask()]
    named = closest(recording, fitting(recording, runs[0]))
    if named and _holds(recording, named, runs, ask):
        return Diagnosis(named)
    if not keep:
        return Diagnosis()
    return Diagnosis(None, kept(runs[0], runs[1] if len(runs) > 1 else ask()))


def _holds(
    recording: Recording, named: Mistake, runs: Runs, ask: Callable[[], dict[int, Wrong]]
) -> bool:
    """Tell whether a mistake's answers that vary do so; adds what was asked to the runs."""
    parts = recording.varying(named.name)
    while not all(changes(parts, runs)) and len(runs) < MOST_RUNS:
        runs.append(ask())
        if named not in fitting(recording, runs[-1]) or not any(changes(parts, runs)):
            return False
    return varied(parts, runs)


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


def _wrong_answers(
    recording: Recording, open_student: Callable[[], Student], *, to_the_end: bool
) -> dict[int, Wrong]:
    """Ask one question after another, perhaps only up to the first answer that no mistake fits."""
    student = open_student()
    found: dict[int, Wrong] = {}
    try:
        for number, question in enumerate(recording.questions):
            facts = facts_for(question, answers_to(student, question))
            found[number] = wrong_parts(question, facts)
            if not to_the_end and not fitting(recording, {number: found[number]}):
                break
    finally:
        student.close()
    return found


def kept(first: dict[int, Wrong], second: dict[int, Wrong]) -> Wrongs:
    """Give answers as a report keeps them: whole, as rounding would part equal ones somewhere.

    None where they are so many that somebody may have made them so.
    """
    if any(not same(wrong, second[number]) for number, wrong in first.items()):
        return VARIES
    wrongs = {number: _harmless(wrong) for number, wrong in first.items() if wrong}
    return wrongs if len(msgspec.json.encode(wrongs)) <= MOST_BYTES else None


def _harmless(wrong: Wrong) -> Wrong:
    return {
        harmless(part): harmless(fact) if isinstance(fact, str) else fact
        for part, fact in wrong.items()
    }


def fitting(recording: Recording, found: dict[int, Wrong]) -> list[Mistake]:
    """List the mistakes that are wrong in the same way in all these answers."""
    return [
        mistake
        for mistake in recording.mistakes
        if all(same(wrong, recording.wrong(mistake.name, n)) for n, wrong in found.items())
    ]


def answers_to(student: Student, question: Question) -> list[Answers]:
    """Ask a student's code one question, up to the first operation that raises."""
    replies: list[Answers] = []
    try:
        for operations in question.asks:
            replies.append(student.answers(*operations))
            if replies[-1].outcomes and isinstance(replies[-1].outcomes[-1], Raised):
                break
    except StudentRaised as error:
        # Its file did: nothing could be asked.
        return [Answers((error.raised,))]
    return replies


def facts_for(question: Question, replies: list[Answers]) -> Facts:
    """Tell what answers to a question came to, and what holds between those that are free."""
    return facts_of(replies) | relations_of(question, replies)
