"""The canonical report, as JSON."""

import msgspec

from grader.report import Report
from grader.text import harmless


def render_json(report: Report) -> str:
    """Write a report as indented JSON, with the fields of `grader.report.Report`."""
    report = msgspec.structs.replace(report, submission=harmless(report.submission))
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
