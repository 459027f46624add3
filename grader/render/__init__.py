"""Reports in the formats that people and programs read; nothing else formats."""

from collections.abc import Callable, Iterable

from grader.course import Course
from grader.render.grades import render_grades
from grader.render.gradescope import render_gradescope
from grader.render.json import render_json, render_json_class
from grader.render.junit import render_class, render_junit
from grader.report import Report

# Formats for programs. Text for a terminal is written as it comes, by `grader.render.text`.
FORMATS: dict[str, Callable[[Report], str]] = {
    "json": render_json,
    "junit": render_junit,
    "gradescope": render_gradescope,
}
CLASS_FORMATS: dict[str, Callable[[Iterable[Report], Course], str]] = {
    "csv": lambda reports, course: render_grades(reports, (), course),
    "json": lambda reports, _: render_json_class(reports),
    "junit": lambda reports, _: render_class(reports),
}
