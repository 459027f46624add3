"""A hint for a person."""

from rich.console import Console
from rich.text import Text

from grader.course import Exercise
from grader.hints import Hint


def print_hint(exercise: Exercise, hint: Hint, console: Console) -> None:
    """Print what the last check said, where it failed, and the next thought."""
    if hint.passed:
        console.print(Text(f"{exercise.id} passed at its last check.", "green"))
    if hint.said:
        console.print(Text("Your last check: ", "dim") + Text(hint.said))
    console.print(Text(f"Hint {hint.step} of {hint.of}: ", "bold") + Text(hint.text))
    if hint.step < hint.of:
        console.print(Text(f"For the next one, run `grader hint {exercise.id}` again.", "dim"))
