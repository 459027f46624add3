"""What the reference answers, written down: how a kit without solutions compares with it.

One file an exercise, a line an entry: the inputs that checks draw, then every message that is sent
to the reference for them, each with its answers. Inputs are written down too, so that they do not
depend on the version of what drew them.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from grader.bank import Bank, Example, Property, freeze
from grader.checking.subject import packed, unpacked
from grader.course import Course, Exercise
from grader.errors import GraderError
from grader.kit import ANSWERS
from grader.outline import Outline
from grader.worker.messages import Answers, Array, Ask


class Row(msgspec.Struct, frozen=True, tag="row"):
    """A tuple among what was drawn, or a list."""

    entries: tuple["Thing", ...]
    is_list: bool = False


Thing = Array | Row | int | float | str | bool | None


class Input(msgspec.Struct, frozen=True, tag="input"):
    """One example of a property; a ``spare`` one judges nothing, and may only show a failure."""

    check: str
    values: dict[str, Thing]
    spare: bool = False


class Entry(msgspec.Struct, frozen=True, tag="entry"):
    """A message to the reference, and its answers."""

    asked: Ask
    answers: Answers


Line = Input | Entry
_decoder = msgspec.json.Decoder(Line)


class UnrecordedError(GraderError):
    """The reference was asked what nobody wrote down."""


class Book:
    """What is written down of one exercise."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._answers: dict[bytes, list[tuple[Outline, Answers]]] = {}
        self._inputs: dict[tuple[str, bool], list[Example]] = {}
        for line in lines:
            if isinstance(line, Entry):
                asked = Outline(line.asked)
                self._answers.setdefault(asked.text, []).append((asked, line.answers))
            else:
                self._inputs.setdefault((line.check, line.spare), []).append(example_of(line))

    def answer(self, request: Ask) -> Answers | None:
        """Give the answers to the nearest message; None where none is the same but for rounding."""
        wanted = Outline(request)
        known = self._answers.get(wanted.text, [])
        near = [(wanted.distance(asked), place) for place, (asked, _) in enumerate(known)]
        distance, place = min(near, default=(1.0, 0))
        return known[place][1] if distance < 1.0 else None

    def inputs(self, check: str, *, spare: bool = False) -> list[Example]:
        """Give the examples of a property, none where the reference has no part in it."""
        return self._inputs.get((check, spare), [])


class Books:
    """The books of a course: the reference's answers, where there are no solutions to ask."""

    def __init__(self, books: dict[str, Book]) -> None:
        self.books = books

    def answer(self, exercise: str, request: Ask) -> Answers:
        """Give what is written down; raises UnrecordedError where nothing is."""
        answers = self.books[exercise].answer(request)
        if answers is None:
            raise UnrecordedError(
                f"The recorded answers of {exercise} do not fit its checks; get this kit anew."
            )
        return answers


class BookBank(Bank):
    """The inputs of properties, those that are written down before any that is drawn."""

    def __init__(self, books: dict[str, Book]) -> None:
        super().__init__()
        self._books = books

    def examples(self, name: str, function: Property, seed: int) -> list[Example]:
        """Give the recorded examples of a property that compares with the reference."""
        exercise, check = name.split(".")
        return self._books[exercise].inputs(check) or super().examples(name, function, seed)

    def spares(self, name: str) -> list[Example] | None:
        """Give the examples beside them that may show a failure, where no others may."""
        exercise, check = name.split(".")
        book = self._books[exercise]
        return book.inputs(check, spare=True) if book.inputs(check) else None


def example_of(line: Input) -> Example:
    """Give an example as it was drawn, arrays read-only."""
    example = {name: _drawn(each) for name, each in line.values.items()}
    for each in example.values():
        freeze(each)
    return example


def input_of(check: str, example: Example, *, spare: bool = False) -> Input:
    """Write an example down; raises GraderError for what cannot be written."""
    return Input(check, {name: _plain(each) for name, each in example.items()}, spare)


def _plain(drawn: Any) -> Thing:
    if isinstance(drawn, np.ndarray):
        return packed(drawn)
    if isinstance(drawn, tuple | list):
        return Row(tuple(map(_plain, drawn)), isinstance(drawn, list))
    if drawn is None or type(drawn) in (int, float, str, bool):
        return drawn  # type: ignore[no-any-return]
    raise GraderError(
        f"A check draws a {type(drawn).__name__}, which cannot be recorded; "
        "let it draw arrays, numbers, text, tuples or lists."
    )


def _drawn(thing: Thing) -> Any:
    if isinstance(thing, Array):
        return unpacked(thing)
    if isinstance(thing, Row):
        return (list if thing.is_list else tuple)(map(_drawn, thing.entries))
    return thing


def book_file(course: Course, exercise: Exercise) -> Path:
    """Give the path of an exercise's book."""
    return ANSWERS / Path(course.file(exercise)).with_suffix(".jsonl")


def read_book(path: Path) -> Book:
    """Read a book; raises GraderError where there is none, or it cannot be read."""
    try:
        return Book(_decoder.decode(line) for line in path.read_bytes().splitlines())
    except (OSError, msgspec.MsgspecError) as error:
        raise GraderError(
            f"The recorded answers {path.name} cannot be read ({error}); get this kit anew."
        ) from None


def written(lines: Iterable[Line]) -> bytes:
    """Write a book, a line an entry."""
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
