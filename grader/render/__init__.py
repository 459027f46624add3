"""Reports in the formats that people and programs read; nothing else formats."""

from collections.abc import Callable

from grader.render.json import render_json
from grader.render.junit import render_junit
from grader.report import Report

# Formats for programs. Text for a terminal is written as it comes, by `grader.render.text`.
FORMATS: dict[str, Callable[[Report], str]] = {"json": render_json, "junit": render_junit}
