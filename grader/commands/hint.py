"""`grader hint`: the next thought, one step at a time."""

from pathlib import Path

import click

from grader.commands.delivery import deliver_drawn
from grader.course import read_course
from grader.kit import find_kit


@click.command()
@click.argument("name", metavar="EXERCISE")
@click.option("--first", is_flag=True, help="Begin with the first hint again.")
def hint(name: str, first: bool) -> None:
    """Give the next hint of an exercise: a question, then the idea, then nearly the code.

    Where the last check of the file failed, it begins with what that said.
    """
    from grader.hints import next_hint  # noqa: PLC0415  (help needs none of these)
    from grader.render.hint import print_hint  # noqa: PLC0415

    course = read_course()
    exercise = course.exercise(name)
    given = next_hint(find_kit(Path.cwd()), course, exercise, first=first)
    deliver_drawn(lambda console: print_hint(exercise, given, console), None)
