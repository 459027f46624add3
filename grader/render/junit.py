"""JUnit XML: one suite an exercise, one case a check, its points as properties."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from grader.report import CheckReport, ExerciseReport, Report
from grader.text import harmless
from grader.verdict import Verdict

# In JUnit's words: what was not judged is skipped, what ended the code is an error.
SKIPPED = {Verdict.BLOCKED, Verdict.NOT_STARTED}
FAILURES = {Verdict.FAILED, Verdict.FORBIDDEN}


def render_junit(report: Report) -> str:
    """Write a report as JUnit XML."""
    root = ET.Element("testsuites", name=harmless(report.submission))
    for exercise in report.exercises:
        root.append(_suite(exercise, exercise.id))
    return _written(root)


def render_class(reports: Iterable[Report]) -> str:
    """Write the reports of a class as JUnit XML: one suite an exercise of a submission."""
    root = ET.Element("testsuites", name="class")
    for report in reports:
        for exercise in report.exercises:
            root.append(_suite(exercise, f"{harmless(report.submission)}.{exercise.id}"))
    return _written(root)


def _written(root: ET.Element) -> str:
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(exercise: ExerciseReport, name: str) -> ET.Element:
    kinds = [_kind(each) for each in exercise.checks]
    suite = ET.Element("testsuite", name=name, tests=str(len(kinds)))
    for kind, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        suite.set(attribute, str(kinds.count(kind)))
    for check in exercise.checks:
        suite.append(_case(exercise, check))
    return suite


def _case(exercise: ExerciseReport, check: CheckReport) -> ET.Element:
    case = ET.Element("testcase", classname=exercise.id, name=f"{check.id}: {check.title}")
    properties = ET.SubElement(case, "properties")
    for name in ("score", "max_score"):
        ET.SubElement(properties, "property", name=name, value=str(getattr(check, name)))
    kind = _kind(check)
    if kind:
        message = check.message or (f"blocked by {check.blocked_by}" if check.blocked_by else "")
        node = ET.SubElement(case, kind, message=message, type=check.verdict.value)
        if shown := check.counterexample:
            node.text = f"{shown.call}\ngave {shown.returned}\nexpected {shown.expected}"
    return case


def _kind(check: CheckReport) -> str:
    if check.verdict is Verdict.PASSED:
        return ""
    if check.verdict in SKIPPED or check.extra:
        return "skipped"
    return "failure" if check.verdict in FAILURES else "error"
