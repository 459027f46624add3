"""What no known mistake explains, for an instructor: who, an example, and how to give it a name."""

import shlex

from rich.console import Console
from rich.text import Text

from grader.likeness import VARIES
from grader.readable import as_json
from grader.render.text import indented, print_check
from grader.text import harmless
from grader.unexplained import Group

MOST_NAMES = 5
NOTHING = "Nothing is unexplained: no failure here is without the name of a known mistake."
CLOSE = "CLASS is the folder that was graded; put the mistake's new name in the place of NAME."
NOT_ASKED = "Not compared, as it ended, took too long or is the stub as handed out"


def print_unexplained(groups: list[Group], console: Console) -> None:
    """Print every group with an example and the command that makes a known mistake of it."""
    asked = [each for each in groups if each.answers is not None]
    for group in asked:
        _print_group(group, console)
    if any(_promotable(each) for each in asked):
        console.print(CLOSE)
    rest = [f"{each.students[0]} ({each.exercise})" for each in groups if each.answers is None]
    if rest:
        console.print(Text(harmless(f"{NOT_ASKED}: {_named(rest)}.")), soft_wrap=True)
    if not groups:
        console.print(NOTHING)


def _print_group(group: Group, console: Console) -> None:
    line = Text(group.exercise, "bold")
    line.append(harmless(f": {_counted(group)}{_remark(group)}"))
    console.print(line, soft_wrap=True)
    if group.check:
        print_check(group.check, console)
    if _promotable(group):
        place = shlex.quote(f"CLASS/{harmless(group.submissions[0])}")
        command = f"grader author promote {place} {group.exercise} NAME"
        console.print(indented(Text(command, "dim"), 4), soft_wrap=True)
    console.print()


def _counted(group: Group) -> str:
    count = len(group.students)
    return f"{count} student{'s' if count > 1 else ''} ({_named(group.students)})"


def _named(names: list[str]) -> str:
    left = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {left} more" if left > 0 else "")


def _remark(group: Group) -> str:
    if group.answers == VARIES:
        return "; what it answers differs each time"
    return "" if group.answers else "; right on all recorded questions"


def _promotable(group: Group) -> bool:
    return isinstance(group.answers, dict)


def render_unexplained(groups: list[Group]) -> str:
    """Write the groups as indented JSON."""
    return as_json(groups)
