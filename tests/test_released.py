"""A released kit: installs by itself, and judges as the solutions do, with none of them there."""

import json
import os
import re
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from conftest import ROOT
from kits import CLIPPED, RAISING, RIGHT, SUBTLE, copied, in_kit, run_in, submission, verdicts

from grader.answerbook import read_book
from grader.shrink import size_of

ASSIGNMENT = ("mse", "sigmoid")
# By another seed a single check can find less, too: that of a gradient where it is right.
SEED = "7"


@pytest.fixture(scope="module")
def whole(released):
    """The whole course, released."""
    return released()


@pytest.fixture(scope="module")
def assignment(released):
    """Two exercises of two units, released."""
    return released(*ASSIGNMENT)


def test_the_whole_course_passes_on_its_solutions(whole, command, course):
    """With recorded answers alone, every solution has every point."""
    ran = in_kit(command, whole, "check", "--submission", ROOT / "solutions")
    assert ran.stderr == ""
    total = sum(each.points for each in course.exercises())
    assert ran.stdout.splitlines()[-1] == f"Score {total} of {total}. Everything passed."


@pytest.fixture(params=[True, False], ids=["editable", "wheel"])
def installed(request, assignment, tmp_path):
    """A kit installed into a fresh virtual environment, with this interpreter's libraries."""
    kit = copied(assignment, tmp_path / "week1")
    venv.create(tmp_path / "venv", symlinks=os.name == "posix")
    names = {"base": str(tmp_path / "venv"), "platbase": str(tmp_path / "venv")}
    site = Path(sysconfig.get_path("purelib", vars=names))
    (site / "all.pth").write_text(
        "\n".join(each for each in sys.path if each.endswith("-packages"))
    )
    scripts = Path(sysconfig.get_path("scripts", vars=names))
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall")
    where = ("-e", kit) if request.param else (kit,)
    install = ("-m", "pip", "install", *offline, *where)
    run_in(tmp_path, scripts / "python", *install).check_returncode()
    return kit, scripts / "grader"


@pytest.fixture(scope="module")
def judged(command, tmp_path_factory):
    """Two submissions, right and wrong in either exercise, and what the solutions say to them."""
    folder = tmp_path_factory.mktemp("judged")
    works = [
        submission(folder / "first", mse=RIGHT, sigmoid=CLIPPED),
        submission(folder / "second", mse=SUBTLE, sigmoid=""),
    ]
    arguments = ("check", *ASSIGNMENT, "--format", "json", "--submission")
    return {work: verdicts(command(*arguments, work).stdout) for work in works}


def test_an_installed_kit_judges_as_the_solutions_do(installed, judged):
    """In a fresh environment every check has the verdict that it has beside solutions."""
    kit, grader = installed
    for work, wanted in judged.items():
        ran = run_in(kit, grader, "check", "--format", "json", "--submission", work)
        assert (ran.returncode, ran.stderr) == (1, "")
        assert verdicts(ran.stdout) == wanted
    own = run_in(kit, grader, "check", "mse")
    assert "not started" in own.stdout


def test_a_failure_is_shown_on_the_smallest_recorded_input(assignment, command, tmp_path):
    """Of all recorded inputs that fail, the smallest is shown: here the smallest error above 3."""
    work = submission(tmp_path, mse=SUBTLE)
    arguments = ("check", "mse", "--format", "json", "--submission", work)
    report = json.loads(in_kit(command, assignment, *arguments).stdout)
    checks = {each["id"]: each for each in report["exercises"][0]["checks"]}
    shown = checks["matches_reference"]["counterexample"]["call"]
    book = read_book(assignment / "grader/answers/linear_regression/mse.jsonl")
    recorded = [
        each
        for spare in (False, True)
        for each in book.inputs("matches_reference", spare=spare)
        if max(abs(each["pair"][0] - each["pair"][1])) > 3.0
    ]
    smallest = min(recorded, key=size_of)["pair"]
    numbers = [float(each) for each in re.findall(r"-?\d+\.\d+", shown)]
    assert numbers == [*smallest[0].tolist(), *smallest[1].tolist()]


def test_another_seed_compares_on_the_recorded_inputs(assignment, command, tmp_path):
    """With --seed the comparison is as ever, the rest is drawn anew; one sentence says so."""
    work = submission(tmp_path, mse=SUBTLE, sigmoid=CLIPPED)
    arguments = ("check", "--format", "json", "--submission", work)
    first = in_kit(command, assignment, *arguments)
    other = in_kit(command, assignment, *arguments, "--seed", "7")
    assert first.stderr == ""
    assert other.stderr.count("\n") == 1
    assert "recorded inputs, of seed 1" in other.stderr
    assert json.loads(other.stdout)["seed"] == 7
    for name in ("matches_reference", "gradient_matches_reference"):
        assert found(other, "mse", name) == found(first, "mse", name)
    assert found(other, "sigmoid", "slope")["verdict"] == "failed"


def found(ran, exercise, check):
    """Give a check's report, without what words follow from other inputs."""
    (report,) = [each for each in json.loads(ran.stdout)["exercises"] if each["id"] == exercise]
    (told,) = [each for each in report["checks"] if each["id"] == check]
    return {key: told[key] for key in ("verdict", "message", "counterexample")}


def test_the_instructor_comes_to_the_same_verdicts(assignment, command, tmp_path):
    """A class graded beside the solutions, on a seed that finds as much, has the verdicts seen."""
    klass = tmp_path / "class"
    works = {"ann": (RIGHT, CLIPPED), "ben": (SUBTLE, ""), "cem": (RAISING, CLIPPED)}
    seen = {}
    for name, (mse, sigmoid) in works.items():
        work = submission(klass / name, mse=mse, sigmoid=sigmoid)
        ran = in_kit(command, assignment, "check", "--format", "json", "--submission", work)
        seen[name] = verdicts(ran.stdout)
    how = ("--jobs", "1", "--seed", SEED, "--output", tmp_path / "grades")
    ran = command("grade", klass, *ASSIGNMENT, *how)
    assert ran.returncode == 0, ran.stderr
    for name, before in seen.items():
        text = (tmp_path / "grades/reports" / f"{name}.json").read_text(encoding="utf-8")
        assert json.loads(text)["seed"] == int(SEED)
        after = verdicts(text)
        more = {key for key in before if after[key] != before[key]}
        assert all(before[key] == "passed" for key in more), more


def test_solutions_judge_wherever_they_are(assignment, command, tmp_path):
    """A kit that has solutions compares with them, whatever is recorded."""
    kit = copied(assignment, tmp_path / "kit")
    other = submission(kit / "solutions", mse=SUBTLE, sigmoid=CLIPPED)
    ran = in_kit(command, kit, "check", "--format", "json", "--submission", other)
    assert verdicts(ran.stdout)["mse", "matches_reference"] == "passed"
    recorded = in_kit(command, assignment, "check", "--format", "json", "--submission", other)
    assert verdicts(recorded.stdout)["mse", "matches_reference"] == "failed"


def test_answers_that_do_not_fit_are_no_verdict(assignment, command, tmp_path):
    """Where a recorded answer is missing the grader fails, with exit 3, and nobody passes."""
    kit = copied(assignment, tmp_path / "kit")
    book = kit / "grader/answers/linear_regression/mse.jsonl"
    kept = [line for line in book.read_text().splitlines() if '"type":"entry"' not in line]
    book.write_text("\n".join(kept))
    work = submission(tmp_path / "work", mse=RIGHT)
    ran = in_kit(command, kit, "check", "mse", "--submission", work)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "do not fit" in ran.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("grade", "."),
        ("author", "check"),
        ("author", "record"),
        ("author", "promote", ".", "mse", "mine"),
        ("lab", "linear", "--solution"),
    ],
)
def test_what_needs_solutions_says_so(whole, command, arguments):
    """A command that cannot work without solutions says that in one sentence, with exit 2."""
    ran = in_kit(command, whole, *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "handed out without" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_lab_names_what_an_assignment_lacks(assignment, command):
    """A lab whose exercises are not all in the kit says which are missing."""
    ran = in_kit(command, assignment, "lab", "linear")
    assert ran.returncode == 2
    assert "without linear_model, train_step." in ran.stderr


def test_a_kit_draws_pictures(whole, command, tmp_path):
    """A failing function is drawn beside the recorded reference; what is not recorded is named."""
    work = submission(tmp_path / "work", sigmoid=CLIPPED)
    arguments = ("--submission", work, "--plot", tmp_path / "pictures")
    ran = in_kit(command, whole, "check", "sigmoid", *arguments)
    assert ran.returncode == 1
    assert (tmp_path / "pictures/sigmoid_function.png").stat().st_size > 10_000
    train_step = (ROOT / "solutions/mistakes/train_step/uphill.py").read_text(encoding="utf-8")
    (work / "linear_regression").mkdir()
    (work / "linear_regression/train_step.py").write_text(train_step, encoding="utf-8")
    ran = in_kit(command, whole, "check", "train_step", *arguments)
    assert (tmp_path / "pictures/train_step_epochs.png").exists()
    assert "drawn only where the solutions are" in ran.stdout
