"""Reports in a notebook: the same telling as elsewhere, as HTML that nothing in it can break."""

import re
from html.parser import HTMLParser

import msgspec
import pytest

from grader.render.html import render_exercise, render_notice
from grader.render.markdown import plain, render_feedback
from grader.render.notebook import Saved, show_contract, show_report, show_unjudged
from grader.render.telling import failures_to_tell
from grader.report import CheckReport, Counterexample, ExerciseReport, Report
from grader.verdict import Verdict

HOSTILE = "</pre><script>alert(1)</script>\"'&amp; $x$ \x1b[31m `a`"
SAVED = Saved("exercises/linear_regression/mse.py")


def check(name, verdict=Verdict.FAILED, **fields):
    """Make a check that says what failed, on which call."""
    shown = Counterexample(f"f({name})", "1.0", "2.0")
    made = {"message": f"{name} is wrong", "counterexample": shown} | fields
    return CheckReport(name, f"holds for {name}", "property", verdict, 0, 5, **made)


def report(*checks, verdict=Verdict.FAILED, **fields):
    """Make a report on one exercise."""
    exercise = ExerciseReport("mse", "Mean error", verdict, 3, 20, None, checks, **fields)
    return Report("1", "exercises", 1, 3, 20, {}, (), {}, (exercise,), 0.0)


class Reader(HTMLParser):
    """Reads a fragment: its text, its tags, and whether they close in order."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.open, self.names = "", set(), [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.names += [name for name, _ in attributes]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def shown(report, saved=SAVED, following=None):
    """Give the HTML of a report, read."""
    return Reader(show_report(report, saved, following)["text/html"])


def test_both_forms_tell_what_feedback_tells():
    """HTML and text name the mistake, its hint and the failures that Markdown names, no others."""
    checks = [check("a"), check("b", same_cause_as="a"), *map(check, "cdefg")]
    blocked = check("never told", Verdict.BLOCKED, blocked_by="a")
    whole = report(*checks, blocked, explanation="It is summed.", hint="Why?", output="printed")
    told = show_report(whole, SAVED, None)
    telling = failures_to_tell(whole.exercises[0])
    titles = [each.title for each in (*telling.told, *telling.same_cause)]
    assert len(titles) == 5
    for text in (Reader(told["text/html"]).text, told["text/plain"]):
        for words in (*titles, "It is summed.", "Why?", "f(a)", "printed", "3", "20"):
            assert words in text
        assert "2 more" in text
        assert "never told" not in text
        assert "holds for g" not in text
    assert all(plain(each) in render_feedback(whole) for each in titles)


def test_the_call_and_both_values_are_shown():
    """A failure has its call, what it gave and what was expected; an error has its line of code."""
    failed = shown(report(check("a")))
    assert re.search(r"f\(a\)gave +1\.0\nexpected +2\.0", failed.text)
    error = check("a", Verdict.ERROR, message="line 3: NameError\n> return x < y")
    html = show_report(report(error), SAVED, None)["text/html"]
    assert re.search(r"<pre[^>]*>return x &lt; y</pre>", html)
    assert "expected" not in html


@pytest.mark.parametrize("field", ["output", "explanation", "hint", "note", "title", "message"])
def test_hostile_text_is_text(field):
    """Nothing that student code says becomes a tag, an attribute, a formula or a sequence."""
    own = field in ("title", "message")
    whole = report(check("a"), **({} if own else {field: HOSTILE}))
    if field == "hint":
        whole = report(check("a"), hint=HOSTILE, explanation="It is.")
    if own:
        bad = msgspec.structs.replace(check("a"), **{field: HOSTILE})
        whole = report(bad)
    found = shown(whole)
    assert "</pre><script>alert(1)</script>\"'&amp; $x$" in found.text
    assert "\x1b" not in found.text
    assert found.tags <= {"section", "div", "p", "ul", "li", "pre", "code", "strong", "span", "br"}
    assert set(found.names) <= {"class", "style", "aria-label"}


@pytest.mark.parametrize("part", ["call", "returned", "expected"])
def test_hostile_values_are_text(part):
    """Nor does anything in a call or its values."""
    values = msgspec.structs.replace(Counterexample("f(1)", "1.0", "2.0"), **{part: HOSTILE})
    found = shown(report(check("a", counterexample=values)))
    assert "<script>" in found.text
    assert "script" not in found.tags


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_a_word(verdict):
    """The verdict stands there as a word, so that its colour says nothing alone."""
    assert verdict.value in shown(report(verdict=verdict)).text


def luminance(colour):
    """Give a colour's relative luminance, as the accessibility guidelines define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_can_be_read_on_light_and_dark(verdict):
    """White on a verdict's colour has the contrast 4.5; other text has the page's own colour."""
    html = render_exercise(report(check("a", verdict), verdict=verdict).exercises[0])
    for colour in set(re.findall(r"background:(#\w{6})", html)):
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5
    assert set(re.findall(r"[;\"]color:([^;\"]+)", html)) == {"#fff", "inherit"}


def test_notebooks_read_no_formulas_in_it():
    """Dollars in a report stay dollars: MathJax is told to leave it alone."""
    assert 'class="mathjax_ignore tex2jax_ignore"' in render_notice("costs $1 or $2")


def test_what_became_of_the_cell_is_said():
    """Imports that came along, a file kept and a folder made are named, each in both forms."""
    saved = Saved("mse.py", ("import a", "import b"), (), "mse.kept-1.txt", "slopework")
    bundle = show_report(report(verdict=Verdict.PASSED), saved, None)
    for text in (Reader(bundle["text/html"]).text, bundle["text/plain"].replace("`", "")):
        assert "Saved to mse.py, with import a and import b from other cells." in text
        assert "kept in mse.kept-1.txt" in text
        assert "a folder slopework was made" in text


@pytest.mark.parametrize("names", [("helper",), ("a", "b", "helper")])
def test_what_is_missing_is_named_where_it_may_matter(names):
    """Names that stayed in other cells are told of, unless everything holds without them."""
    saved = Saved("mse.py", missing=names)
    told = show_report(report(check("a")), saved, None)
    passed = show_report(report(verdict=Verdict.PASSED), saved, None)
    assert all("helper" in each for each in told.values())
    assert not any("helper" in each for each in passed.values())


def test_what_comes_next_is_said(course):
    """After a pass it is the next exercise, after the last one nothing, else the same cell."""
    following = next(course.exercises())
    passed = report(verdict=Verdict.PASSED)
    assert f"%exercise {following.id}" in shown(passed, following=following).text
    assert "last exercise" in shown(passed).text
    assert "run it again" in shown(report(check("a"))).text


def test_a_cell_that_nothing_judged_is_still_saved():
    """Where there is no verdict, the reason stands with where the cell went; no points are."""
    for text in show_unjudged("The solutions are missing.", SAVED).values():
        assert "solutions are missing" in text
        assert SAVED.file in text
        assert "20" not in text


def test_the_contract_is_the_stub_whole(course):
    """An exercise is shown as it was handed out, and how to hand in a cell."""
    (mse,) = course.select(("mse",))
    source = 'def f(x):\n    """Is a < b?"""\n'
    for form, text in show_contract(mse, source, "").items():
        read = Reader(text).text if form == "text/html" else text.replace("`", "")
        assert source.rstrip() in read
        assert "%%exercise mse." in read
