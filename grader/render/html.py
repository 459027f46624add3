"""A report as a piece of HTML for a notebook; whatever the student's code said is shown as text.

Styles stand in the elements, because a notebook keeps no style sheet of ours. Text has the page's
own colour, so that it is right on light and dark; every colour is said in words too.
"""

import re
from collections.abc import Iterable
from html import escape

from grader.render.telling import (
    failures_to_tell,
    output_to_tell,
    points_told,
    quoted,
    values_to_tell,
    why_these_too,
)
from grader.report import CheckReport, ExerciseReport
from grader.text import harmless
from grader.verdict import Verdict

GREEN, RED, GREY = "#1a7f37", "#b42318", "#59636e"
COLOURS = {
    Verdict.PASSED: GREEN,
    Verdict.NOT_STARTED: GREY,
    Verdict.BLOCKED: GREY,
}
# Classes by which notebooks know text that is not to be read for formulas.
NO_FORMULAS = "mathjax_ignore tex2jax_ignore"
BOX = (
    "font-family:system-ui,sans-serif;font-size:14px;line-height:1.5;max-width:56em;"
    "color:inherit;padding:.4em 1em;margin:.5em 0;border-left:4px solid"
)
HEAD = "display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:baseline;margin:.2em 0"
BADGE = "color:#fff;border-radius:4px;padding:0 .5em;font-weight:600;white-space:nowrap;background:"
LINE = "margin:.4em 0;color:inherit"
LIST = "list-style:none;margin:.6em 0;padding:0"
ITEM = "margin:1em 0;padding:0"
BULLETS = "list-style:disc;margin:.2em 0;padding:0 0 0 1.4em"
BULLET = "margin:0;padding:0"
CLOSE = "border-top:1px solid rgba(127,127,127,.4);margin-top:.6em;padding-top:.2em"
CODE = (
    "font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;color:inherit;border:0;margin:.3em 0;"
    "background:rgba(127,127,127,.14);border-radius:4px;padding:.5em .8em;"
    "white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere"
)
PICTURE = "display:block;width:100%;max-width:48em;margin:.8em 0;border-radius:4px"
NAME = "font:13px ui-monospace,Menlo,Consolas,monospace;color:inherit;background:none;padding:0"


def render_exercise(
    exercise: ExerciseReport,
    advice: Iterable[str] = (),
    closing: Iterable[str] = (),
    pictures: Iterable[tuple[str, str]] = (),
) -> str:
    """Write a report on one exercise, with sentences above what failed, and at the end.

    Pictures, each with what it says and its address, come after what failed.
    """
    parts = [_head(exercise), _line(exercise.note)]
    if exercise.explanation:
        parts += [_line(exercise.explanation, bold=True), _line(f"Think: {exercise.hint}")]
    parts += [*map(_line, advice), *_failures(exercise)]
    if shown := output_to_tell(exercise):
        parts += [_line("Your code printed or warned:"), _code(shown)]
    parts += [_picture(*each) for each in pictures]
    parts.append(_close(closing))
    return _box(_colour(exercise.verdict), f"Report on {exercise.id}", *parts)


def render_notice(sentence: str) -> str:
    """Write one sentence where a report would stand."""
    return _box(GREY, "Notice of the grader", _line(sentence))


def render_source(title: str, source: str, closing: Iterable[str]) -> str:
    """Write an exercise's stub, which is its contract."""
    return _box(GREY, title, _line(title, bold=True), _code(source), _close(closing))


def _failures(exercise: ExerciseReport) -> list[str]:
    telling = failures_to_tell(exercise)
    parts = [_items(LIST, ITEM, map(_check, telling.told))]
    if telling.same_cause:
        titles = (escape(harmless(each.title)) for each in telling.same_cause)
        parts.append(_line(why_these_too(exercise).capitalize()))
        parts.append(_items(BULLETS, BULLET, titles))
    if telling.left:
        parts.append(_line(f"And {telling.left} more, once these are right."))
    return parts


def _head(exercise: ExerciseReport) -> str:
    return (
        f'<div style="{HEAD}"><strong>{escape(harmless(exercise.title))}</strong>'
        f'<code style="{NAME}">{escape(exercise.id)}</code>{_badge(exercise.verdict)}'
        f"<span>{points_told(exercise)}</span></div>"
    )


def _check(check: CheckReport) -> str:
    title = escape(("extra: " if check.extra else "") + harmless(check.title))
    head = f'<div style="{HEAD}">{_badge(check.verdict)}<strong>{title}</strong></div>'
    parts = [head, *_message(check.message)]
    if shown := check.counterexample:
        parts.append(_code(shown.call))
        if values_to_tell(check):
            parts.append(_code(f"gave      {shown.returned}\nexpected  {shown.expected}"))
    return "".join(parts)


def _message(message: str) -> list[str]:
    """Write what is wrong; the line of code that it quotes, if any, as code."""
    said, code = quoted(message)
    return [_line(said), _code(code)] if code else [_line(said)]


def _badge(verdict: Verdict) -> str:
    return f'<span style="{BADGE}{_colour(verdict)}">{escape(verdict.value)}</span>'


def _colour(verdict: Verdict) -> str:
    return COLOURS.get(verdict, RED)


def _box(colour: str, label: str, *parts: str) -> str:
    opening = f'<section class="{NO_FORMULAS}" aria-label="{escape(harmless(label))}"'
    return f'{opening} style="{BOX} {colour}">{"".join(parts)}</section>'


def _items(style: str, item: str, items: Iterable[str]) -> str:
    lines = "".join(f'<li style="{item}">{each}</li>' for each in items)
    return f'<ul style="{style}">{lines}</ul>' if lines else ""


def _close(sentences: Iterable[str]) -> str:
    """Set what is no verdict apart from it."""
    return f'<div style="{CLOSE}">{"".join(map(_line, sentences))}</div>'


def _line(text: str, *, bold: bool = False) -> str:
    """Write a paragraph, its line breaks kept and `code` marked; nothing for no text."""
    shown = escape(harmless(text)).replace("\n", "<br>")
    shown = re.sub(r"`([^`]+)`", rf'<code style="{NAME}">\1</code>', shown)
    weight = ";font-weight:600" if bold else ""
    return f'<p style="{LINE}{weight}">{shown}</p>' if shown else ""


def _picture(says: str, address: str) -> str:
    """Write a picture as wide as there is room."""
    said = escape(harmless(" ".join(says.split())))
    return f'<img style="{PICTURE}" alt="{said}" src="{escape(address)}">'


def _code(text: str) -> str:
    return f'<pre style="{CODE}">{escape(harmless(text))}</pre>'
