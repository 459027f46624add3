"""A class's failures that no known mistake explains, those with equal answers together."""

from collections.abc import Iterable, Iterator

import msgspec

from grader.causes import first_failure
from grader.likeness import Wrongs, same
from grader.report import CheckReport, ExerciseReport, Report
from grader.verdict import Verdict

WRONG = (Verdict.FAILED, Verdict.ERROR)


class Group(msgspec.Struct, frozen=True):
    """Students whose answers to the recorded questions of an exercise are wrong in one way.

    ``check`` is the first that failed, with the first student's counterexample. Whoever answers
    differently each time, or was not asked, or is right on these questions, is in no company.
    """

    exercise: str
    check: CheckReport | None
    answers: Wrongs
    students: list[str]
    submissions: list[str]


def unexplained(reports: Iterable[Report]) -> list[Group]:
    """Group the failures without a mistake's name, the most frequent first."""
    found: dict[str, list[Group]] = {}
    for report, exercise in _failures(reports):
        known = found.setdefault(exercise.id, [])
        group = next((each for each in known if _equal(each.answers, exercise.answers)), None)
        if group is None:
            group = Group(exercise.id, first_failure(exercise), exercise.answers, [], [])
            known.append(group)
        group.students.append(report.who)
        group.submissions.append(report.submission)
    groups = [each for known in found.values() for each in known]
    return sorted(groups, key=lambda each: -len(each.students))


def _failures(reports: Iterable[Report]) -> Iterator[tuple[Report, ExerciseReport]]:
    for report in reports:
        for exercise in report.exercises:
            if exercise.verdict in WRONG and exercise.mistake is None:
                yield report, exercise


def _equal(first: Wrongs, second: Wrongs) -> bool:
    """Tell whether both are wrong, in the same answers and in the same way."""
    if not (isinstance(first, dict) and isinstance(second, dict) and first):
        return False
    return first.keys() == second.keys() and all(same(first[n], second[n]) for n in first)
