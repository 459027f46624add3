"""A report as a piece of HTML for a notebook; whatever the student's code said is shown as text.

Styles stand in the elements, because a notebook keeps no style sheet of ours. Text has the page's
own colour, so that it is right on light and dark; every colour is said in words too.
"""

import re
from collections.abc import Iterable
from html import escape

from grader.render.telling import failures_to_tell, why_these_too
from grader.report import CheckReport, ExerciseReport, Report
from grader.text import harmless
from grader.verdict import Verdict

GREEN, RED, GREY = "#1a7f37", "#b42318", "#59636e"
COLOURS = {
    Verdict.PASSED: GREEN,
    Verdict.NOT_STARTED: GREY,
    Verdict.BLOCKED: GREY,
}
OUTPUT_LINES = 20
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
ITEM = "margin:.8em 0;padding:0"
CODE = (
    "font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;color:inherit;border:0;margin:.3em 0;"
    "background:rgba(127,127,127,.14);border-radius:4px;padding:.5em .8em;"
    "white-space:pre-wrap;overflow-wrap:anywhere"
)
NAME = "font:13px ui-monospace,Menlo,Consolas,monospace;color:inherit;background:none;padding:0"


def render_html(report: Report, advice: Iterable[str] = (), closing: Iterable[str] = ()) -> str:
    """Write a report, with sentences of advice above what failed, and sentences that close it."""
    shown = "".join(_exercise(each, advice) for each in report.exercises)
    return shown + _closing(closing)


def render_notice(sentence: str) -> str:
    """Write one sentence where a report would stand."""
    return _box(GREY, "Grader", _line(sentence))


def render_source(title: str, source: str, closing: Iterable[str]) -> str:
    """Write an exercise's stub, which is its contract."""
    return _box(GREY, title, _line(title, bold=True), _code(source), *map(_line, closing))


def _closing(sentences: Iterable[str]) -> str:
    lines = "".join(map(_line, sentences))
    return _box(GREY, "What next", lines) if lines else ""


def _exercise(exercise: ExerciseReport, advice: Iterable[str]) -> str:
    telling = failures_to_tell(exercise)
    parts = [_head(exercise), _line(exercise.note)]
    if exercise.explanation:
        parts += [_line(exercise.explanation, bold=True), _line(f"Think: {exercise.hint}")]
    parts += map(_line, advice)
    parts.append(_items(LIST, map(_check, telling.told)))
    if telling.same_cause:
        parts.append(_line(why_these_too(exercise).capitalize()))
        titles = (escape(harmless(each.title)) for each in telling.same_cause)
        parts.append(_items("margin:.3em 0;padding-left:1.4em", titles))
    if telling.left:
        parts.append(_line(f"And {telling.left} more, once these are right."))
    if exercise.output and exercise.verdict not in (Verdict.PASSED, Verdict.NOT_STARTED):
        shown = "\n".join(exercise.output.splitlines()[:OUTPUT_LINES])
        parts += [_line("Your code printed or warned:"), _code(shown)]
    return _box(_colour(exercise.verdict), f"Report on {exercise.id}", *parts)


def _head(exercise: ExerciseReport) -> str:
    return (
        f'<div style="{HEAD}"><strong>{escape(harmless(exercise.title))}</strong>'
        f'<code style="{NAME}">{escape(exercise.id)}</code>{_badge(exercise.verdict)}'
        f"<span>{exercise.score} of {exercise.max_score} points</span></div>"
    )


def _check(check: CheckReport) -> str:
    title = escape(("extra: " if check.extra else "") + harmless(check.title))
    head = f'<div style="{HEAD}">{_badge(check.verdict)}<strong>{title}</strong></div>'
    parts = [head, _line(check.message)]
    if shown := check.counterexample:
        parts.append(_code(shown.call))
        if check.verdict is Verdict.FAILED:
            parts.append(_code(f"gave      {shown.returned}\nexpected  {shown.expected}"))
    return "".join(parts)


def _badge(verdict: Verdict) -> str:
    return f'<span style="{BADGE}{_colour(verdict)}">{escape(verdict.value)}</span>'


def _colour(verdict: Verdict) -> str:
    return COLOURS.get(verdict, RED)


def _box(colour: str, label: str, *parts: str) -> str:
    opening = f'<section class="{NO_FORMULAS}" aria-label="{escape(harmless(label))}"'
    return f'{opening} style="{BOX} {colour}">{"".join(parts)}</section>'


def _items(style: str, items: Iterable[str]) -> str:
    lines = "".join(f'<li style="{ITEM}">{each}</li>' for each in items)
    return f'<ul style="{style}">{lines}</ul>' if lines else ""


def _line(text: str, *, bold: bool = False) -> str:
    """Write a paragraph, its line breaks kept and `code` marked; nothing for no text."""
    shown = escape(harmless(text)).replace("\n", "<br>")
    shown = re.sub(r"`([^`]+)`", rf'<code style="{NAME}">\1</code>', shown)
    weight = ";font-weight:600" if bold else ""
    return f'<p style="{LINE}{weight}">{shown}</p>' if shown else ""


def _code(text: str) -> str:
    return f'<pre style="{CODE}">{escape(harmless(text))}</pre>'
