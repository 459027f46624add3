"""Recorded answers: what the solution and every known mistake say to a fixed set of questions.

One file an exercise, a line an entry: questions first, each with the solution's answer, then the
mistakes, then what each mistake answers where that is not what the solution does.
"""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from grader.course import Course, Exercise
from grader.errors import GraderError
from grader.facts import Facts
from grader.files import write_whole
from grader.kit import PACKAGE
from grader.likeness import Wrong, alike, varying
from grader.mistake import Mistake
from grader.shorthand import in_full, shortened
from grader.worker.messages import Operation

RECORDED = PACKAGE / "recorded"


class Question(msgspec.Struct, frozen=True, tag="question"):
    """What a check asks of one example, message by message.

    ``right`` has the parts of the answer in which all right answers agree, ``free`` the names of
    those in which they do not, and which are not compared.
    """

    check: str
    asks: tuple[tuple[Operation, ...], ...]
    right: Facts = {}
    free: tuple[str, ...] = ()

    @property
    def operations(self) -> int:
        """How many operations are asked, in all messages together."""
        return sum(map(len, self.asks))


class Answer(msgspec.Struct, frozen=True, tag="answer"):
    """What a mistake answers to the question of this number, where it is not right."""

    mistake: str
    question: int
    wrong: Wrong


Line = Question | Mistake | Answer
_decoder = msgspec.json.Decoder(Line)


class Recording(msgspec.Struct):
    """The questions of one exercise, its mistakes, and their answers by mistake and question."""

    questions: tuple[Question, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    answers: dict[str, dict[int, Wrong]] = msgspec.field(default_factory=dict)

    def wrong(self, mistake: str, number: int) -> Wrong:
        """Give the parts of an answer that are not right where a mistake was made."""
        return self.answers.get(mistake, {}).get(number, {})

    def varying(self, mistake: str) -> list[tuple[int, str]]:
        """List the parts that a mistake answers differently every time, each with its question."""
        return [
            (number, part)
            for number, wrong in self.answers.get(mistake, {}).items()
            for part in varying(wrong)
        ]


def wrong_parts(question: Question, found: Facts) -> Wrong:
    """Give the parts of an answer that differ from what is right, as far as they are compared."""
    right = question.right
    parts = [part for part in {**right, **found} if not part.startswith(question.free)]
    return {part: found.get(part) for part in parts if not alike(found.get(part), right.get(part))}


def file_of(course: Course, exercise: Exercise, root: Path = RECORDED) -> Path:
    """Give the path of an exercise's recorded answers."""
    return root / Path(course.file(exercise)).with_suffix(".jsonl")


def read_recording(path: Path) -> Recording | None:
    """Read recorded answers; None where there are none, GraderError where they cannot be read."""
    try:
        lines = [_decoder.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise GraderError(
            f"The recorded answers {path.name} cannot be read ({error}); "
            f"run `grader author record {path.stem}`."
        ) from None
    questions = tuple(
        replace(line, right=in_full(line.right, line.operations))
        for line in lines
        if isinstance(line, Question)
    )
    recording = Recording(questions, tuple(line for line in lines if isinstance(line, Mistake)))
    for line in lines:
        if isinstance(line, Answer):
            wrong = in_full(line.wrong, questions[line.question].operations)
            recording.answers.setdefault(line.mistake, {})[line.question] = wrong
    return recording


def write_recording(path: Path, recording: Recording) -> None:
    """Write recorded answers, a line an entry."""
    questions = [
        replace(each, right=shortened(each.right, each.operations)) for each in recording.questions
    ]
    answers = [
        Answer(mistake.name, number, shortened(wrong, questions[number].operations))
        for mistake in recording.mistakes
        for number, wrong in sorted(recording.answers.get(mistake.name, {}).items())
    ]
    lines = (*questions, *recording.mistakes, *answers)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, "".join(f"{msgspec.json.encode(line).decode()}\n" for line in lines))
