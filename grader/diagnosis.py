"""Naming the mistake behind wrong answers: the one known mistake that answers everything alike."""

from grader.checking import Student
from grader.checking.failures import StudentRaised
from grader.facts import Facts, facts_of, facts_of_error
from grader.recorded import Mistake, Question, Recording, Wrong, same, wrong_parts
from grader.worker.messages import Answers, Raised


def diagnose(student: Student, recording: Recording) -> Mistake | None:
    """Name the mistake; None where no known one fits in every answer, or more than one does.

    A wrong name is worse than none. Raises LostError where the code ends without an answer.
    """
    found: dict[int, Wrong] = {}
    for number, question in enumerate(recording.questions):
        found[number] = wrong_parts(question, answers_to(student, question))
        if not fitting(recording, {number: found[number]}):
            return None
    left = fitting(recording, found)
    return left[0] if len(left) == 1 else None


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
