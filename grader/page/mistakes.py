"""The named mistakes that a class made: how often, by whom, and one failure that shows each."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from grader.course import Course
from grader.page.person import Person, person_of
from grader.render.grades import graded_exercises
from grader.render.telling import failures_to_tell, values_to_tell
from grader.report import CheckReport, ExerciseReport, Report

Made = tuple[Person, ExerciseReport]


class Example(msgspec.Struct, frozen=True):
    """One student's failure."""

    person: Person
    check: CheckReport


class ClassMistake(msgspec.Struct, frozen=True):
    """A mistake of one exercise, and who of so many made it."""

    exercise: str
    title: str
    name: str
    sentence: str
    hint: str
    people: tuple[Person, ...]
    of: int
    example: Example | None


def mistakes_of(reports: Sequence[Report], course: Course) -> tuple[ClassMistake, ...]:
    """Collect them, the most frequent first, then in the course's order."""
    made: dict[tuple[str, str], list[Made]] = defaultdict(list)
    tried: dict[str, int] = defaultdict(int)
    for report in reports:
        for each in report.exercises:
            tried[each.id] += 1
            if each.mistake:
                made[each.id, each.mistake].append((person_of(report), each))
    order = graded_exercises(reports, course)
    found = [_mistake(those, tried[exercise]) for (exercise, _), those in made.items()]
    return tuple(
        sorted(found, key=lambda each: (-len(each.people), order.index(each.exercise), each.name))
    )


def _mistake(made: list[Made], of: int) -> ClassMistake:
    made = sorted(made, key=lambda each: each[0].order)
    _, first = made[0]
    return ClassMistake(
        exercise=first.id,
        title=first.title,
        name=first.mistake or "",
        sentence=first.explanation,
        hint=first.hint,
        people=tuple(person for person, _ in made),
        of=of,
        example=_example(made),
    )


def _example(made: list[Made]) -> Example | None:
    """Choose the failure whose call is the shortest, of those that each student is told first."""
    told = [
        Example(person, check)
        for person, exercise in made
        for check in failures_to_tell(exercise).told[:1]
    ]
    with_values = [each for each in told if each.check.counterexample]
    return min(with_values or told, key=_length, default=None)


def _length(example: Example) -> tuple[bool, int]:
    shown = example.check.counterexample
    return not values_to_tell(example.check), len(shown.call) if shown else 0
