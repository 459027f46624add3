"""The canonical report, as JSON."""

from collections.abc import Iterable

import msgspec

from grader.readable import as_json
from grader.report import Report
from grader.text import harmless


def render_json(report: Report) -> str:
    """Write a report as indented JSON, with the fields of `grader.report.Report`."""
    report = msgspec.structs.replace(report, submission=harmless(report.submission))
    return as_json(report)


def render_json_class(reports: Iterable[Report]) -> str:
    """Write all reports of a class as one JSON array."""
    return as_json(list(reports))
