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


def person_of(report: Report) -> Person:
    """Say who handed in what a report is of."""
    page = f"{STUDENTS}/{file_stem(report.submission)}.html"
    return Person(report.student or report.submission, report.submission, page)
