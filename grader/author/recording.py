"""Making recorded answers: what everyone known says to the questions that checks ask."""

from pathlib import Path

import msgspec

from grader.author.mistakes import WrittenMistake, read_mistakes
from grader.author.questions import chosen, heard
from grader.course import Exercise
from grader.diagnosis import answers_to, facts_for
from grader.errors import UsageError
from grader.facts import Facts, facts_of
from grader.grading import Grader
from grader.likeness import Fact, Wrong, agree, alike, merged
from grader.recorded import Question, Recording, file_of, read_recording, wrong_parts
from grader.relations import relations_of
from grader.run import Progress
from grader.worker import messages
from grader.workers import LostError

# Runs that show whether answers vary, and more where they do.
TWICE, MORE = 2, 6
# What a mistake answers, by the number of the question; right answers are left out.
Answers = dict[int, Wrong]
# What came of all operations of one question.
Replies = list[messages.Answers]


class Inquiry:
    """Asks the solution, the variants and the mistakes of one exercise the same questions."""

    def __init__(
        self, grader: Grader, exercise: Exercise, asked: list[Question], progress: Progress
    ) -> None:
        self.written = read_mistakes(grader.kit, exercise)
        self._grader = grader
        self._exercise = exercise
        self._asked = asked
        self._progress = progress
        solution = grader.kit.solutions / grader.course.file(exercise)
        right = [self._answers(each) for each in (solution, *grader.kit.variants(exercise.id))]
        self.questions = tuple(map(_judged, asked, zip(*right, strict=True)))
        self.wrong = {each.path.stem: self._wrong(each) for each in self.written}

    def _answers(self, path: Path) -> list[Replies]:
        self._progress(f"{self._exercise.id}: {path.stem}")
        student = self._grader.student(self._exercise, path.read_bytes())
        try:
            return [answers_to(student, each) for each in self._asked]
        except LostError as lost:
            raise UsageError(
                f"{path.stem} of {self._exercise.id} {lost.message}; what a file answers can be "
                "recorded only where it answers every question, so change it or take it out."
            ) from None
        finally:
            student.close()

    def _wrong(self, written: WrittenMistake) -> Answers:
        runs = [self._run(written) for _ in range(TWICE)]
        if not all(map(agree, *runs)):
            # In so many runs nothing that varies is right every time.
            runs += [self._run(written) for _ in range(MORE)]
        found = map(merged, zip(*runs, strict=True))
        return {number: wrong for number, wrong in enumerate(found) if wrong}

    def _run(self, written: WrittenMistake) -> list[Wrong]:
        facts = map(facts_for, self.questions, self._answers(written.path))
        return list(map(wrong_parts, self.questions, facts))

    def recording(self) -> Recording:
        """Give all answers, but of mistakes that are told by another's name."""
        told = [each.mistake for each in self.written if each.told_as == each.path.stem]
        return Recording(
            self.questions, tuple(told), {each.name: self.wrong[each.name] for each in told}
        )


def _judged(asked: Question, replies: tuple[Replies, ...]) -> Question:
    """Say of a question in which parts all who are right agree."""
    right, free = _agreed([facts_of(each) for each in replies])
    judged = Question(asked.check, asked.asks, right, free)
    right, free = _agreed([relations_of(judged, each) for each in replies])
    return msgspec.structs.replace(judged, right=judged.right | right, free=judged.free + free)


def _agreed(answers: list[Facts]) -> tuple[Facts, tuple[str, ...]]:
    """Give the facts that all answers agree in, and the names of the others."""
    parts = {part: None for each in answers for part in each}
    agreed = {part for part in parts if _all_alike([each.get(part) for each in answers])}
    right = {part: fact for part, fact in answers[0].items() if part in agreed}
    free = [part for part in parts if part not in agreed]
    outer = tuple(part for part in free if not part.startswith(tuple({*free} - {part})))
    return right, outer


def _all_alike(facts: list[Fact | None]) -> bool:
    return all(alike(facts[0], other) for other in facts)


def record(grader: Grader, exercise: Exercise, progress: Progress) -> Recording:
    """Choose questions that tell all mistakes apart, and record the answers to them."""
    whole = Inquiry(grader, exercise, heard(grader, exercise), progress).recording()
    few = [whole.questions[number] for number in chosen(whole)]
    # Once more, since what code that remembers answers depends on what it was asked before.
    return Inquiry(grader, exercise, few, progress).recording()


def problems_of_recording(grader: Grader, exercise: Exercise, progress: Progress) -> list[str]:
    """Say where an exercise's recorded answers are missing or stale."""
    old = read_recording(file_of(grader.course, exercise))
    again = f"run `grader author record {exercise.id}`"
    if old is None:
        return [f"No answers of {exercise.id} are recorded; {again}."]
    now = Inquiry(grader, exercise, list(old.questions), progress)
    if not _equal(old, now.recording()):
        return [f"The recorded answers of {exercise.id} are stale; {again}."]
    return []


def _equal(old: Recording, new: Recording) -> bool:
    numbers = range(len(old.questions))
    return (
        old.mistakes == new.mistakes
        and all(old.questions[n].free == new.questions[n].free for n in numbers)
        and not any(wrong_parts(old.questions[n], new.questions[n].right) for n in numbers)
        and all(
            agree(old.wrong(each.name, n), new.wrong(each.name, n))
            for each in old.mistakes
            for n in numbers
        )
    )
