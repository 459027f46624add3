"""A class in numbers: a row a submission, and how each exercise went."""

import statistics
from collections import Counter
from collections.abc import Sequence

import msgspec

from grader.course import Course
from grader.page.person import Person, person_of
from grader.render.grades import graded_exercises
from grader.report import ExerciseReport, Report
from grader.verdict import GRAVEST_FIRST, Verdict


class Row(msgspec.Struct, frozen=True):
    """One submission: its exercises in the table's order, None where it was not graded in one."""

    person: Person
    score: int
    max_score: int
    exercises: tuple[ExerciseReport | None, ...]


class Rate(msgspec.Struct, frozen=True):
    """How one exercise went: how many passed, the mean points, and what the others came to."""

    id: str
    title: str
    max_score: int
    count: int
    passed: int
    mean: float
    others: tuple[tuple[Verdict, int], ...]

    @property
    def percent(self) -> int:
        """The share that passed, never 100 unless all did, nor 0 unless nobody did."""
        if self.passed in (0, self.count):
            return 100 * self.passed // self.count
        return min(99, max(1, round(100 * self.passed / self.count)))


class Overview(msgspec.Struct, frozen=True):
    """The whole class."""

    rows: tuple[Row, ...]
    rates: tuple[Rate, ...]
    most: int
    mean: float
    median: float
    full: int

    @property
    def with_submissions(self) -> bool:
        """Whether submissions are called otherwise than their students."""
        return any(row.person.name != row.person.submission for row in self.rows)


def overview_of(reports: Sequence[Report], course: Course) -> Overview:
    """Count what there is to count in at least one report."""
    order = graded_exercises(reports, course)
    scores = [report.score for report in reports]
    return Overview(
        rows=tuple(
            sorted((_row(each, order) for each in reports), key=lambda row: row.person.order)
        ),
        rates=tuple(_rate(name, reports) for name in order),
        most=max(report.max_score for report in reports),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        full=sum(report.score == report.max_score for report in reports),
    )


def _row(report: Report, order: list[str]) -> Row:
    found = {each.id: each for each in report.exercises}
    exercises = tuple(found.get(name) for name in order)
    return Row(person_of(report), report.score, report.max_score, exercises)


def _rate(name: str, reports: Sequence[Report]) -> Rate:
    met = [each for report in reports for each in report.exercises if each.id == name]
    counts = Counter(each.verdict for each in met)
    return Rate(
        id=name,
        title=met[-1].title,
        max_score=max(each.max_score for each in met),
        count=len(met),
        passed=counts.pop(Verdict.PASSED, 0),
        mean=statistics.fmean(each.score for each in met),
        others=tuple(sorted(counts.items(), key=_most_frequent_first)),
    )


def _most_frequent_first(item: tuple[Verdict, int]) -> tuple[int, int]:
    verdict, count = item
    return -count, GRAVEST_FIRST.index(verdict)
