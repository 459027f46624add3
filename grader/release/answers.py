"""Writing down what the reference answers to all that checks and pictures ask in a kit."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

from grader.answerbook import Entry, Input, Line, input_of
from grader.author.questions import checks_in, checks_of, inner
from grader.bank import Example, draw, is_property, number_for
from grader.checking import Reference
from grader.checking.reference import Oracle
from grader.course import Exercise
from grader.errors import GraderError
from grader.grading import Grader
from grader.plots.answers import asked
from grader.plots.plan import PLANS
from grader.shrink import key_of, size_of
from grader.trial import Explaining, Trial
from grader.worker.messages import Answers, Ask

# Small inputs are looked for among those of so many other seeds, and so many are kept.
OTHER_SEEDS = 20
SPARES = 12
Check = Callable[..., Any]


class Scribe:
    """Asks whoever knows, and writes down every message with its answers."""

    def __init__(self, oracle: Oracle) -> None:
        self.entries: list[Entry] = []
        self._oracle = oracle

    def answer(self, exercise: str, request: Ask) -> Answers:
        """Give the right answers to a message."""
        answers = self._oracle.answer(exercise, request)
        self.entries.append(Entry(request, answers))
        return answers


def answers_for(grader: Grader, exercise: Exercise) -> list[Line]:
    """Run all checks that need the reference on the solution; gives inputs and answers."""
    scribe = Scribe(grader.reference.oracle)
    # One of its own: a reference that remembers asks nobody.
    reference = Reference(scribe)
    reference.turn_to(exercise.id)
    source = (grader.kit.solutions / grader.course.file(exercise)).read_bytes()
    student = grader.student(exercise, source)
    inputs: list[Input] = []
    try:
        for check, function, examples in _compared(grader, exercise):
            inputs += [input_of(check, each, spare=spare) for each, spare in examples if each]
            trial = Trial(function, Explaining(student, reference))
            for example, _ in examples:
                _require_right(f"{exercise.id}.{check}", trial.on(example))
    finally:
        student.close()
    if exercise.id in PLANS:
        asked(reference, PLANS[exercise.id])
    return [*inputs, *scribe.entries]


def _compared(
    grader: Grader, exercise: Exercise
) -> Iterator[tuple[str, Check, list[tuple[Example, bool]]]]:
    """Give the checks that compare with the reference, their inputs, and which of these spare."""
    for check, function in checks_in(checks_of(grader, exercise)):
        if "reference" not in inspect.signature(inner(function)).parameters:
            continue
        examples: list[tuple[Example, bool]] = [({}, False)]
        if is_property(function):
            name = f"{exercise.id}.{check}"
            judging = grader.bank.examples(name, function, grader.seed)
            small = _small(name, function, grader.seed, set(map(key_of, judging)))
            examples = [(each, False) for each in judging] + [(each, True) for each in small]
        yield check, function, examples


def _small(name: str, function: Check, seed: int, taken: set[str]) -> list[Example]:
    """Draw many examples more, and keep the smallest: a failure is best shown on a small input."""
    found: dict[str, Example] = {}
    for other in range(1, OTHER_SEEDS + 1):
        for example in draw(function, number_for(seed, f"{name} {other}")):
            found.setdefault(key_of(example), example)
    fresh = [each for key, each in found.items() if key not in taken]
    return sorted(fresh, key=size_of)[:SPARES]


def _require_right(name: str, failure: Exception | None) -> None:
    if failure is not None:
        why = getattr(failure, "message", failure)
        raise GraderError(f"The solution does not pass {name} ({why}); run `grader author check`.")
