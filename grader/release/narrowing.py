"""Course and hints narrowed to what is handed out, and written as TOML."""

import json

from grader.course import Course, Exercise, Unit


def narrowed(course: Course, exercises: tuple[Exercise, ...]) -> Course:
    """Give the course with these exercises alone, and the units that hold any."""
    units = [
        Unit(unit.id, unit.title, tuple(each for each in unit.exercises if each in exercises))
        for unit in course.units
    ]
    return Course(course.title, tuple(unit for unit in units if unit.exercises))


def course_text(course: Course) -> str:
    """Write a course file."""
    lines = ["# The course: every unit and exercise, in order.", f"title = {_toml(course.title)}"]
    for unit in course.units:
        lines += ["", "[[units]]", f"id = {_toml(unit.id)}", f"title = {_toml(unit.title)}"]
        for exercise in unit.exercises:
            fields = {name: getattr(exercise, name) for name in exercise.__struct_fields__}
            lines += ["", "[[units.exercises]]"]
            lines += [f"{name} = {_toml(each)}" for name, each in fields.items()]
    return "\n".join(lines) + "\n"


def hints_text(hints: dict[str, tuple[str, ...]]) -> str:
    """Write a file of hints, by exercise."""
    return "".join(
        f"{name} = {json.dumps(each, indent=4, ensure_ascii=False)}\n"
        for name, each in hints.items()
        if each
    )


def _toml(value: object) -> str:
    """Write a string, a number or a list of strings: TOML has them as JSON does."""
    return json.dumps(value, ensure_ascii=False)
