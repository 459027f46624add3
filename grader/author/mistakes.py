"""Known mistakes as an author writes them: wrong submissions whose docstring says what is wrong."""

import ast
import re
from pathlib import Path

import msgspec

from grader.course import Exercise
from grader.kit import Kit
from grader.mistake import Mistake

# What a promoted mistake has in the place of words that only a person can find.
TO_SAY = "(Say here in one sentence what is wrong.)"
TO_THINK = "(Ask here what leads to it.)"
PART = re.compile(r"^(Hint|Caught by|Told as):", re.MULTILINE)


class WrittenMistake(msgspec.Struct, frozen=True):
    """A mistake and its file; one that answers as another does is told by that one's name."""

    mistake: Mistake
    path: Path
    told_as: str


def read_mistake(path: Path) -> WrittenMistake:
    """Read a mistake: its docstring has a sentence, a hint and the check that catches it.

    Where sentence and hint are still to be filled in there are none, so that no student reads that.
    """
    text = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    sentence, *rest = PART.split(text)
    parts = {name: _said(each) for name, each in zip(rest[::2], rest[1::2], strict=True)}
    mistake = Mistake(path.stem, _said(sentence), parts.get("Hint", ""), parts.get("Caught by", ""))
    return WrittenMistake(mistake, path, parts.get("Told as", path.stem))


def _said(text: str) -> str:
    words = " ".join(text.split())
    return "" if words in (TO_SAY, TO_THINK) else words


def read_mistakes(kit: Kit, exercise: Exercise) -> list[WrittenMistake]:
    """Read all mistakes of an exercise, by name."""
    return [read_mistake(path) for path in kit.mistakes(exercise.id)]
