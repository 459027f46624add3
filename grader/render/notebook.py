"""What a notebook shows: everything as HTML, and as plain text where HTML is not shown."""

import io
from collections.abc import Sequence

import msgspec
from rich.console import Console

from grader.course import Exercise
from grader.plots.here import Drawn
from grader.render.html import render_exercise, render_notice, render_source
from grader.render.text import print_exercise
from grader.report import Report
from grader.text import harmless

# By media type, as notebooks exchange what they show.
Bundle = dict[str, str]


class Saved(msgspec.Struct, frozen=True):
    """What became of a cell: its file, and in which ways the file is not the cell alone.

    ``added`` has the imports that came from other cells, ``missing`` the names that stayed there,
    ``kept`` the file that holds what stood in the exercise's file before, ``made`` a new folder.
    """

    file: str
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    kept: str = ""
    made: str = ""


def show_report(
    report: Report, saved: Saved, following: Exercise | None, pictures: Sequence[Drawn] = ()
) -> Bundle:
    """Show a report on one exercise, pictures of it, what became of the cell, what to do next."""
    (exercise,) = report.exercises
    advice = [] if report.passed else _advice(saved)
    closing = [*_remarks(saved), _next(report, following)]
    file = io.StringIO()
    console = Console(file=file, highlight=False, soft_wrap=True, force_jupyter=False)
    print_exercise(exercise, console)
    seen = [f"Picture: {' '.join(each.says.split())}." for each in pictures]
    told = [file.getvalue().rstrip("\n"), *advice, *seen, "", *closing]
    html = render_exercise(
        exercise, advice, closing, [(each.says, each.address) for each in pictures]
    )
    return _bundle("\n".join(map(harmless, told)), html)


def show_notice(sentence: str) -> Bundle:
    """Show one sentence in the place of a report."""
    return _bundle(harmless(sentence), render_notice(sentence))


def show_unjudged(why: str, saved: Saved) -> Bundle:
    """Show that a cell was saved, and why nothing judged it."""
    return show_notice(" ".join([why, *_remarks(saved)]))


def show_contract(exercise: Exercise, source: str, file: str) -> Bundle:
    """Show what an exercise asks for: its stub as it was handed out."""
    points = "an extra" if exercise.extra else f"{exercise.points} points"
    title = f"{exercise.title}: {points}, about {exercise.minutes} minutes"
    where = f"; it is saved to `{file}`" if file else ""
    closing = [f"Write it in a cell that begins with `%%exercise {exercise.id}`{where}."]
    text = "\n".join([title, "", source.rstrip("\n"), "", *closing])
    return _bundle(text, render_source(title, source.rstrip("\n"), closing))


def _bundle(text: str, html: str) -> Bundle:
    return {"text/plain": text, "text/html": html}


def _advice(saved: Saved) -> list[str]:
    if not saved.missing:
        return []
    they, them = ("they come", "them") if len(saved.missing) > 1 else ("it comes", "it")
    sentence = (
        f"This cell uses {_listed(saved.missing)}, but {they} from elsewhere in the notebook, and "
        f"the exercise's file holds this cell alone. Define {them} in this cell too, or use {them} "
        "in a cell that only tries the code out."
    )
    return [sentence]


def _remarks(saved: Saved) -> list[str]:
    found = []
    if saved.made:
        found.append(f"There was no kit here, so a folder `{saved.made}` was made with all stubs.")
    found.append(f"Saved to `{saved.file}`{_with_imports(saved.added)}.")
    if saved.kept:
        found.append(f"What stood there before is kept in `{saved.kept}`.")
    return found


def _with_imports(added: tuple[str, ...]) -> str:
    return f", with {_listed(added)} from other cells" if added else ""


def _next(report: Report, following: Exercise | None) -> str:
    if not report.passed:
        return "Change the cell and run it again."
    if following is None:
        return "That was the last exercise."
    return f"Next: `%exercise {following.id}` shows what it asks for."


def _listed(words: tuple[str, ...]) -> str:
    quoted = [f"`{each}`" for each in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
