"""Make a gradebook without grading: reports as the grader writes them, and hostile names."""

import json
import re

from grader.gradebook import Gradebook
from grader.report import SCHEMA, CheckReport, Counterexample, ExerciseReport, Report
from grader.verdict import Verdict

POINTS = {"linear_model": 15, "mse": 20, "sigmoid": 20}
TITLES = {
    "linear_model": "A line with two variables",
    "mse": "Mean squared error",
    "sigmoid": "The sigmoid",
}
SUMMED = ("summed", "The squared errors are summed, not averaged.", "What should an `average` do?")
SCRIPT = "<script>document.title = window.hacked = 'yes'</script>"
IMAGE = '<img src=x onerror="window.hacked=1">'
# A student cannot be called so, but a folder can, and a roster holds what somebody typed.
HOSTILE = (
    SCRIPT,
    IMAGE,
    '"><svg onload=window.hacked=1>',
    "</title></style></table>",
    "\u202eback to front\u202c",
    "\x1b[31mred\x1b[0m {{ 7 * 7 }} {% raw %}",
    "x" * 300,
    "javascript:window.hacked=1",
    "شيماء العربي",
)


def check(name, verdict=Verdict.FAILED, call="f(1)", **fields):
    """Make a check that did not hold, on which call."""
    shown = Counterexample(call, "1.0", "2.0")
    made = {"message": f"{name} is wrong", "counterexample": shown} | fields
    return CheckReport(name, f"holds for {name}", "property", verdict, 0, 5, **made)


def exercise(name, verdict=Verdict.PASSED, score=None, checks=(), mistake=None, **fields):
    """Make an exercise's report; a mistake is its name, sentence and hint."""
    most = POINTS[name]
    score = (most if verdict is Verdict.PASSED else 0) if score is None else score
    if mistake:
        fields |= {"explanation": mistake[1], "hint": mistake[2]}
    checks = tuple(checks)
    title = TITLES[name]
    named = mistake and mistake[0]
    return ExerciseReport(name, title, verdict, score, most, named, checks, **fields)


def report(submission, *exercises, student=""):
    """Make a submission's report; what is not named has passed."""
    given = {each.id: each for each in exercises}
    whole = tuple(given.get(name) or exercise(name) for name in POINTS)
    score = sum(each.score for each in whole)
    most = sum(POINTS.values())
    limits = {"call seconds": 9.0}
    return Report(SCHEMA, submission, 986543, score, most, {}, (), limits, whole, 0.0, student)


def summed(call="f(1)", score=8):
    """Make the report of a named mistake, with a second failure of the same cause."""
    checks = [check("repeats", call=call), check("values", same_cause_as="repeats")]
    return exercise("mse", Verdict.FAILED, score, checks, SUMMED)


def write_book(folder, reports):
    """Write a gradebook of these reports."""
    book = Gradebook(folder)
    with book.for_writing():
        book.seed(986543)
        for each in reports:
            book.store(each)
    return folder


def small_class():
    """Make the reports of a class of six, with two submissions of each kind of failure."""
    return [
        report("ann_1", student="Ann Óscar"),
        report("ben_2", summed("f([0, 1])"), student="Ben Adams"),
        report("cy_10", summed("f(1)", 9), student="cy young"),
        report("dee_9", exercise("sigmoid", Verdict.NOT_STARTED), student="Dee Łuk"),
        report(
            "eve_4",
            exercise("mse", Verdict.ERROR, 0, [_raised()], output="printed by eve"),
            exercise("sigmoid", Verdict.TIMED_OUT, 4, [check("ends", Verdict.TIMED_OUT)]),
            student="Eve Ötker",
        ),
        report("flo_7", exercise("linear_model", note="found in `old/`"), student="Flo Zed"),
    ]


def _raised():
    said = "line 3: NameError: no `y`\n> return x < y"
    return check("runs", Verdict.ERROR, message=said)


def hostile_class():
    """Make a class in which every text that a submission can choose is hostile."""
    made = []
    for number, text in enumerate(HOSTILE):
        shown = Counterexample(f"f({text})", text, text)
        bad = check("a", message=f"{text}\n> {text}", counterexample=shown)
        wrong = exercise("mse", Verdict.FAILED, 1, [bad], ("m", text, text), output=text, note=text)
        made.append(report(f"{text}{number}", wrong, student=f"{text} {number}"))
    return made


def scripts_of(page):
    """Give what stands between a page's script tags."""
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def seed_of(folder):
    """Give a gradebook's seed, which no student is to see."""
    return str(json.loads((folder / "gradebook.json").read_text(encoding="utf-8"))["seed"])
