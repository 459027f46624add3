"""The grades of a class as a table for spreadsheets: one row a submission."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable

from grader.course import Course
from grader.report import Report
from grader.text import harmless
from grader.verdict import Verdict

# What a spreadsheet would take for a formula; it is shown as text with a quote before it.
_FORMULA = re.compile(r"^[\s']*[=+\-@|%]")
FIRST = ("student", "submission", "score", "max_score")


def render_grades(reports: Iterable[Report], absent: Iterable[str], course: Course) -> str:
    """Write a table: who, points, a column an exercise, verdict counts, where files were found.

    Students of a roster who handed in nothing have a row with 0.
    """
    reports, absent = list(reports), list(absent)
    exercises = graded_exercises(reports, course)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*FIRST, *exercises, *(each.value for each in Verdict), "remarks"])
    for report in reports:
        writer.writerow(_row(report, exercises))
    most = max((report.max_score for report in reports), default=0)
    for student in absent:
        nothing = [0 for _ in exercises] + [0 for _ in Verdict]
        writer.writerow([cell(student), "", 0, most, *nothing, "handed in nothing"])
    return out.getvalue()


def graded_exercises(reports: Iterable[Report], course: Course) -> list[str]:
    """List what was graded, in the course's order; what is no longer in it comes last."""
    graded = {each.id for report in reports for each in report.exercises}
    known = [each.id for each in course.exercises() if each.id in graded]
    return known + sorted(graded - set(known))


def _row(report: Report, exercises: list[str]) -> list[object]:
    points = {each.id: each.score for each in report.exercises}
    counts = Counter(each.verdict for each in report.exercises)
    remarks = "; ".join(f"{each.id}: {each.note}" for each in report.exercises if each.note)
    return [
        cell(report.student),
        cell(report.submission),
        report.score,
        report.max_score,
        *(points.get(name, "") for name in exercises),
        *(counts[each] for each in Verdict),
        cell(remarks),
    ]


def cell(text: str) -> str:
    """Write text so that a spreadsheet shows it and computes nothing."""
    text = " ".join(harmless(text).split())
    return f"'{text}" if _FORMULA.match(text) else text
