"""Naming the mistake behind wrong answers: the one known mistake that answers everything alike."""

from collections.abc import Callable

from grader.checking import Student
from grader.checking.failures import StudentRaised
from grader.facts import Facts, alike, facts_of
from grader.mistake import Mistake
from grader.recorded import Question, Recording, Wrong, same, wrong_parts
from grader.relations import relations_of
from grader.worker.messages import Answers, Raised


def diagnose(recording: Recording, open_student: Callable[[], Student]) -> Mistake | None:
    """Name the mistake; None where no known one fits in every answer, or more than one does.

    A wrong name is worse than none. Every student that is opened answers in a worker of its own;
    raises what asking raises, where the code ends without an answer.
    """
    found = _wrong_answers(recording, open_student)
    named = fitting(recording, found)
    if len(named) != 1:
        return None
    if varying := recording.varying(named[0].name):
        again = _wrong_answers(recording, open_student)
        for number, parts in varying.items():
            if any(alike(found[number][part], again.get(number, {}).get(part)) for part in parts):
                return None
    return named[0]


def _wrong_answers(recording: Recording, open_student: Callable[[], Student]) -> dict[int, Wrong]:
    """Ask one question after another, up to the first answer that no mistake fits."""
    student = open_student()
    found: dict[int, Wrong] = {}
    try:
        for number, question in enumerate(recording.questions):
            found[number] = wrong_parts(
                question, facts_for(question, answers_to(student, question))
            )
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
