"""A class: every submission of a folder on its way into the gradebook, each graded once."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from grader.assignment import Assignment
from grader.course import Course
from grader.crew import Crew
from grader.engine import Engine
from grader.gradebook import Gradebook
from grader.intake import Entry, list_entries, read_entry
from grader.report import Report
from grader.submission import Submission


def list_class(path: Path, course: Course, output: Path) -> tuple[Entry, ...]:
    """List the submissions of a class's folder, the gradebook apart where it lies among them."""
    place = output.resolve()
    return tuple(
        each
        for each in list_entries(path, course)
        if not any(part.resolve() == place for part in each.paths)
    )


class Observer(Protocol):
    """Whoever wants to know how far the grading has come."""

    def graded(self, report: Report) -> None:
        """Take note of a report that was made now."""

    def kept(self, report: Report) -> None:
        """Take note of a report that still holds."""


class Tally(msgspec.Struct):
    """How many reports were made and kept; names and reasons of what could not be graded."""

    graded: int = 0
    kept: int = 0
    ungraded: dict[str, str] = msgspec.field(default_factory=dict)


class Classroom:
    """Grades the entries of a class on one assignment, into one gradebook."""

    def __init__(self, assignment: Assignment, course: Course, book: Gradebook) -> None:
        self.assignment = assignment
        self.course = course
        self.book = book
        self._digests: dict[str, str] = {}

    def grade(
        self, entries: Iterable[Entry], crew: Crew, observer: Observer, *, again: bool = False
    ) -> Tally:
        """Grade what is new or changed, or all of it again; every report is stored as it comes."""
        tally = Tally()
        engine = Engine(self.assignment, crew)
        for made in engine.grade(self._due(entries, tally, observer, again=again)):
            digest = self._digests.pop(made.submission)
            report = msgspec.structs.replace(made, digest=digest)
            self.book.store(report)
            tally.graded += 1
            observer.graded(report)
        tally.ungraded = engine.ungraded
        return tally

    def _due(
        self, entries: Iterable[Entry], tally: Tally, observer: Observer, *, again: bool
    ) -> Iterator[Submission]:
        """Read submissions one by one, and give those whose report does not hold any more."""
        exercises = self.assignment.selected(self.course)
        for entry in entries:
            submission = read_entry(entry, self.course, exercises)
            digest = self.assignment.digest(submission)
            kept = self.book.find(submission.name)
            if kept and kept.digest == digest and not again:
                tally.kept += 1
                observer.kept(self._renamed(kept, submission.student))
                continue
            self._digests[submission.name] = digest
            yield submission

    def _renamed(self, kept: Report, student: str) -> Report:
        """Keep a report under the name that its student has now: a roster may have come since."""
        if kept.student == student:
            return kept
        report = msgspec.structs.replace(kept, student=student)
        self.book.store(report)
        return report
