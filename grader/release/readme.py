"""A kit's README: how to begin, and what there is to do."""

from grader.course import Course
from grader.release.templates import template


def readme_text(course: Course) -> str:
    """Write the README of a kit for students."""
    first = next(course.exercises())
    return template(
        "readme",
        title=course.title,
        table=_table(course),
        first=first.id,
        file=course.file(first),
        unit=course.units[0].id,
    )


def _table(course: Course) -> str:
    rows = [
        (f"`exercises/{course.file(each)}`", each.title, each.points or "extra", each.minutes)
        for each in course.exercises()
    ]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in rows)
