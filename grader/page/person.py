"""Who a submission is of, and where that student's page lies."""

import msgspec

from grader.gradebook import file_stem
from grader.report import Report

STUDENTS = "students"


class Person(msgspec.Struct, frozen=True):
    """What to call somebody, the submission's own name, and the page, seen from the class's."""

    name: str
    submission: str
    page: str

    @property
    def order(self) -> tuple[str, str]:
        """What people are sorted by."""
        return self.name.casefold(), self.submission


def person_of(report: Report) -> Person:
    """Say who handed in what a report is of."""
    page = f"{STUDENTS}/{file_stem(report.submission)}.html"
    return Person(report.who, report.submission, page)
