"""The questions that checks ask, and the few of them that tell all known mistakes apart."""

import importlib
import inspect
from collections.abc import Callable
from itertools import combinations
from types import ModuleType
from typing import Any

from grader.bank import Example, is_property
from grader.checking import Student
from grader.checking.marks import mark_of
from grader.course import Exercise
from grader.grading import Grader
from grader.likeness import all_alike
from grader.recorded import Question, Recording
from grader.worker.messages import Answers, Ask, Operation, encode

# How many questions are to tell any two mistakes apart, where so many do.
TWICE = 2


class Listener(Student):
    """The solution in a student's place, with every question that it is asked written down."""

    heard: list[tuple[Operation, ...]]

    def answers(self, *operations: Operation) -> Answers:
        """Answer, and remember the question."""
        self.heard.append(operations)
        return super().answers(*operations)


def heard(grader: Grader, exercise: Exercise) -> list[Question]:
    """Run all checks on the solution; gives what they ask, each once."""
    source = (grader.kit.solutions / grader.course.file(exercise)).read_bytes()
    listener = grader.student(exercise, source, Listener)
    assert isinstance(listener, Listener)
    grader.reference.turn_to(exercise.id)
    subjects = {"student": listener, "reference": grader.reference}
    found: dict[bytes, Question] = {}
    try:
        for check, function in checks_in(checks_of(grader, exercise)):
            for example in _examples(grader, exercise, check, function):
                listener.begin()
                listener.heard = []
                body = inner(function)
                wanted = inspect.signature(body).parameters
                body(**{name: subjects[name] for name in wanted if name in subjects}, **example)
                if listener.heard:
                    question = Question(check, tuple(listener.heard), {})
                    found.setdefault(
                        b"".join(encode(Ask(asked)) for asked in listener.heard), question
                    )
    finally:
        listener.close()
    return list(found.values())


def checks_of(grader: Grader, exercise: Exercise) -> ModuleType:
    """Import the checks of an exercise."""
    unit = grader.course.file(exercise).split("/")[0]
    return importlib.import_module(f"grader.checks.{unit}.test_{exercise.id}")


def checks_in(module: ModuleType) -> list[tuple[str, Callable[..., Any]]]:
    """Give the checks of a module, by their ids."""
    return [
        (name.removeprefix("test_"), each)
        for name, each in vars(module).items()
        if name.startswith("test_") and mark_of(each)
    ]


def inner(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a check's own body, without the drawing round it."""
    return function.hypothesis.inner_test if is_property(function) else function  # type: ignore[attr-defined]


def _examples(
    grader: Grader, exercise: Exercise, check: str, function: Callable[..., Any]
) -> list[Example]:
    if not is_property(function):
        return [{}]
    return grader.bank.examples(f"{exercise.id}.{check}", function, grader.seed)


def chosen(recording: Recording) -> list[int]:
    """Choose questions greedily until any two mistakes, and right from wrong, are told apart twice.

    Every check keeps one question at least.
    """
    names = ["", *(each.name for each in recording.mistakes)]
    numbers = range(len(recording.questions))
    told = [_pairs_told_apart(recording, number, names) for number in numbers]
    need = {pair: min(TWICE, sum(pair in each for each in told)) for pair in combinations(names, 2)}
    few: list[int] = []
    while any(need.values()):
        left = [number for number in numbers if number not in few]
        best = max(left, key=lambda number: sum(need[pair] > 0 for pair in told[number]))
        few.append(best)
        for pair in told[best]:
            need[pair] = max(0, need[pair] - 1)
    for number, question in enumerate(recording.questions):
        if question.right and question.check not in {recording.questions[n].check for n in few}:
            few.append(number)
    return sorted(few)


def _pairs_told_apart(recording: Recording, number: int, names: list[str]) -> set[tuple[str, str]]:
    wrong = {name: recording.wrong(name, number) for name in names}
    return {(a, b) for a, b in combinations(names, 2) if not all_alike(wrong[a], wrong[b])}
