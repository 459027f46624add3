"""The pytest plugin: checks for those who live in pytest, and nothing for anyone else."""

import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT

from grader import session
from grader.errors import GraderError

CHECKS = "grader/checks/linear_regression/test_mse.py"
WRONG = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred)) / 2.0
"""
PLAIN = """
import pytest


@pytest.fixture
def student():
    return "ann"


def test_mse(student):
    assert student == "ann"


def test_sigmoid():
    assert 1 == 2


@pytest.mark.skip
def test_loads():
    raise AssertionError


class TestAccuracy:
    @pytest.mark.parametrize("n", [1, 2])
    def test_it(self, n):
        assert n
"""


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A submission whose one exercise is wrong by a half."""
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "linear_regression").mkdir()
    (folder / "linear_regression" / "mse.py").write_text(WRONG)
    return folder


def run_pytest(*arguments, cwd=ROOT):
    """Run pytest in a clone with this plugin and no other, as an installed one is."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "grader.plugin", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_solution_passes():
    """The checks of a right file all pass, with pytest's exit 0 and one line a check."""
    ran = run_pytest("-v", "--submission", "solutions", CHECKS)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "test_worked_example PASSED" in ran.stdout
    assert "failed" not in ran.stdout


def test_a_wrong_file_fails_with_the_sentence(wrong):
    """A check that fails shows its sentence, the call and both values, and pytest exits with 1."""
    ran = run_pytest("--submission", wrong, CHECKS)
    assert ran.returncode == 1
    assert "failed: gives 5 for the example worked by hand" in ran.stdout
    assert "mean_squared_error(tf.constant([1.0, 5.0]), tf.constant([2.0, 2.0]))" in ran.stdout
    assert "gave 2.5, expected 5.0" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


def test_what_is_blocked_is_skipped(tmp_path):
    """A check that cannot be judged is skipped, with the name of what blocks it."""
    (tmp_path / "linear_regression").mkdir()
    (tmp_path / "linear_regression" / "mse.py").write_text("def mean(a, b):\n    return 0\n")
    ran = run_pytest("-rs", "--submission", tmp_path, CHECKS)
    assert ran.returncode == 1
    assert "blocked by loads" in ran.stdout
    assert "1 failed" in ran.stdout


def test_checks_need_a_submission():
    """Without a submission the checks are refused in a sentence, with pytest's exit 4."""
    ran = run_pytest(CHECKS)
    assert ran.returncode == 4
    assert "say --submission DIR" in ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("folder", "says"), [("nowhere", "There is no folder 'nowhere'"), ("tests", "no exercise")]
)
def test_a_folder_that_cannot_be_graded_is_exit_4(folder, says):
    """A missing or empty folder is refused in a sentence, with pytest's exit 4."""
    ran = run_pytest("--submission", folder, CHECKS)
    assert ran.returncode == 4
    assert says in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_fault_of_the_grader_is_exit_3(tmp_path):
    """A solution that does not load ends pytest with exit 3 and a sentence, not with verdicts."""
    for name in ("exercises", "solutions", "grader"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "solutions/linear_regression/mse.py").write_text("raise RuntimeError('ours')\n")
    ran = run_pytest("--submission", ROOT / "solutions", CHECKS, cwd=tmp_path)
    assert ran.returncode == 3
    assert "The solution of mse" in ran.stdout + ran.stderr


def outcomes_of(pytester, *arguments):
    """Run a plain project; gives its exit code and outcomes, without the time."""
    ran = pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments)
    counts = {what: n for what, n in ran.parseoutcomes().items() if what != "warnings"}
    return ran.ret, counts


def test_a_plain_project_is_untouched(pytester):
    """Tests that are no checks run with the plugin as without it, whatever their names."""
    pytester.makepyfile(PLAIN)
    without = outcomes_of(pytester)
    assert outcomes_of(pytester, "-p", "grader.plugin") == without
    assert without == (1, {"passed": 3, "failed": 1, "skipped": 1})


def test_the_order_of_other_tests_stays(pytester):
    """The plugin leaves tests that are no checks in the order in which they stand."""
    pytester.makepyfile(PLAIN)
    listed = [
        pytester.runpytest_inprocess("--collect-only", "-q", *extra).outlines
        for extra in ((), ("-p", "grader.plugin"))
    ]
    first, second = ([line for line in lines if "::" in line] for lines in listed)
    assert len(first) == 5
    assert first == second


def test_the_plugin_alone_loads_no_tensorflow(pytester):
    """Without a submission the plugin imports neither the grader's engine nor TensorFlow."""
    pytester.makepyfile(
        "import sys\n\n\ndef test_modules():\n"
        "    loaded = {'tensorflow', 'grader.grading', 'grader.supply'} & set(sys.modules)\n"
        "    assert not loaded\n"
    )
    code = "import pytest, sys; sys.exit(pytest.main(['-q', '-p', 'grader.plugin']))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=pytester.path,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A kit in whose folder lies pytest configuration that would change or break any run."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, folder / name)
    spoiler = "import pytest\n\n\ndef pytest_collection_modifyitems(items):\n    items.clear()\n"
    for place in (folder, folder / "exercises", folder / "solutions"):
        (place / "conftest.py").write_text(spoiler)
        (place / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\npython_files = no\n")
    return folder


@pytest.fixture(scope="module")
def plain_report(command, wrong):
    """The wrong submission's report where nothing lies around."""
    ran = command("check", "mse", "--submission", wrong, "--format", "json")
    return json.loads(ran.stdout) | {"seconds": 0}


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTEST_ADDOPTS": "--collect-only -k nothing"},
        {"PYTEST_PLUGINS": "nothing_of_this_name"},
        {"PYTEST_ADDOPTS": "-p conftest", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": ""},
    ],
)
def test_configuration_around_changes_no_report(command, hostile, wrong, plain_report, settings):
    """Neither pytest's variables nor a conftest.py nor a pytest.ini around changes a report."""
    arguments = ("check", "mse", "--submission", wrong, "--format", "json")
    ran = command(*arguments, cwd=hostile, PYTHONPATH=str(ROOT), **settings)
    assert ran.stderr == ""
    assert json.loads(ran.stdout) | {"seconds": 0} == plain_report
    assert plain_report["exercises"][0]["verdict"] == "failed"


def test_configuration_beside_the_files_changes_no_verdict(command, hostile):
    """A conftest.py and a pytest.ini inside a submission are nobody's."""
    ran = command("check", "mse", "--submission", hostile / "solutions")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Score 20 of 20" in ran.stdout


def test_checks_that_cannot_be_collected_are_a_fault(tmp_path):
    """A file of checks that breaks where it is imported is told as such, not as an interruption."""
    broken = tmp_path / "test_broken.py"
    broken.write_text("import nothing_of_this_name\n", encoding="utf-8")
    with pytest.raises(GraderError, match="No module named 'nothing_of_this_name'"):
        session.run_pytest(SimpleNamespace(fault=None), [broken])
