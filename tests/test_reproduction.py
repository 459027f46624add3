"""Counterexamples, pasted into a Python prompt after the mistake's own file, show what they say."""

import json
import re
import subprocess
import sys
from functools import cache

import pytest
from conftest import ROOT

from grader.checking.digits import LEAST, MOST, digits
from grader.course import read_course
from grader.kit import find_kit
from grader.retelling import CHANCE

KIT = find_kit(ROOT)
EXERCISES = [each.id for each in read_course().exercises()]
NUMBER = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)(?![\w.])")
ASIDE = re.compile(r"of shape \([^)]*\)|: \d+ for \d+ epochs|, as before.*|, as for.*")
KINDS = ("a tensor", "a plain number", "a NumPy value", "a list or tuple")
BANNED = ("/", "\\", "hypothesis", "pytest", "Traceback", "site-packages", "grader", "TensorFlow's")


@pytest.fixture(scope="module")
def failures(grade):
    """Give what every failing check of every mistake of an exercise tells; graded once."""

    @cache
    def told(exercise):
        found = []
        for path in KIT.mistakes(exercise):
            source = path.read_text(encoding="utf-8")
            checks = grade(exercise, source).checks
            found += [(path.stem, source, each) for each in checks if each.message]
        return found

    return told


@pytest.fixture(scope="module")
def paste():
    """Paste code after a file's source into a prompt; one process, a namespace a paste."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "prompt.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def ask(source, code):
        process.stdin.write(json.dumps({"source": source, "code": code}) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait(60)


def is_shown(text, number):
    """Tell whether a number, rounded to some digits, is written like this."""
    near = (number, number * (1 + 1e-6), number * (1 - 1e-6))
    dust = text in ("0.0", "-0.0") and abs(number) < 1e-6
    count = text == f"{number:g}" and number.is_integer()
    return (
        dust or count or text in {digits(each, n) for each in near for n in range(LEAST, MOST + 1)}
    )


def disagreement(returned, shown):
    """Say where one value at the prompt is not what a counterexample tells of it, if anywhere."""
    if returned in ("None", "a gradient of None"):
        return "" if shown["none"] else "it is not None"
    if shape := re.search(r"of shape \(([^)]*)\)", returned):
        wanted = [int(each) for each in shape.group(1).split(",") if each.strip()]
        if shown["shape"] != wanted:
            return f"its shape is {shown['shape']}"
    kinds = [each for each in KINDS if f", {each}" in returned]
    if kinds and shown["kind"] not in kinds:
        return f"it is {shown['kind']}"
    if keys := re.fullmatch(r"a dict with (.*)", returned):
        return "" if re.findall(r"'(\w+)'", keys.group(1)) == shown["keys"] else "other keys"
    wanted = NUMBER.findall(ASIDE.sub("", returned))
    found = [float(each) for each in shown["numbers"]]
    if "..." in returned:
        found = found[: len(wanted)]
    same = len(wanted) == len(found) and all(map(is_shown, wanted, found))
    return "" if same else f"the numbers are {found}"


def problem(counterexample, source, paste):
    """Say what a prompt shows otherwise than the counterexample tells, if anything."""
    shown = paste(source, counterexample.call)
    returned = counterexample.returned
    if raised := re.fullmatch(r"raised (\w+)", returned):
        return "" if shown["raised"] == raised.group(1) else f"raised {shown['raised']}"
    if shown["raised"]:
        return f"raised {shown['raised']}"
    if returned == CHANCE:
        again = paste(source, counterexample.call)
        return "" if again != shown else "it is the same each time"
    parts = returned.split(", then ")
    if returned.endswith(" each time"):
        parts = [returned.removesuffix(" each time")] * len(shown["shown"])
    pairs = zip(parts, shown["shown"][-len(parts) :], strict=True)
    return "; ".join(filter(None, (disagreement(*pair) for pair in pairs)))


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_counterexample_reproduces_what_it_says(failures, paste, exercise):
    """Every failing check of every mistake has code that shows what came back, when pasted."""
    found = [each for each in failures(exercise) if each[2].counterexample]
    problems = []
    for mistake, source, check in found:
        shown = check.counterexample
        if said := problem(shown, source, paste):
            problems.append(f"{mistake}.{check.id}: {shown.returned}, but {said}\n{shown.call}")
    assert found
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_counterexample_is_in_the_students_terms(failures, exercise):
    """No text for a student holds a path, a name of the grader's tools, or too many digits."""
    problems = []
    for mistake, _, check in failures(exercise):
        texts = [line for line in check.message.splitlines() if not line.startswith("> ")]
        if shown := check.counterexample:
            texts += [shown.call, shown.returned, shown.expected]
        text = "\n".join(texts)
        numbers = re.findall(r"\d+\.?\d*", text)
        long = [each for each in numbers if len(each.replace(".", "").strip("0")) > MOST]
        found = [each for each in BANNED if each in text] + long
        if found:
            problems.append(f"{mistake}.{check.id}: {found} in {text}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_counterexamples_are_small(failures, exercise):
    """Code of a counterexample is short, and so are the inputs in it."""
    for mistake, _, check in failures(exercise):
        if shown := check.counterexample:
            lines = shown.call.splitlines()
            assert len(lines) <= 16, f"{mistake}.{check.id}: {shown.call}"
            assert max(map(len, lines)) <= 160, f"{mistake}.{check.id}: {shown.call}"
