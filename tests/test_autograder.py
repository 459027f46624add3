"""Gradescope's autograder as it is released: what the archive holds, and what it does there."""

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT
from spoofing import SOURCES

MSE = """import tensorflow as tf
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""


@pytest.fixture(scope="module")
def released(command, tmp_path_factory):
    """What `grader release --for gradescope` writes for two exercises."""
    folder = tmp_path_factory.mktemp("released") / "gradescope"
    ran = command("release", folder, "mse", "sigmoid", "--for", "gradescope", "--seed", "77")
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture
def autograder(released, tmp_path):
    """A folder laid out as Gradescope lays out its own, with this environment for the kit's."""
    root = tmp_path / "autograder"
    with zipfile.ZipFile(released / "autograder.zip") as archive:
        archive.extractall(root / "source")
    for name in ("submission", "results"):
        (root / name).mkdir()
    (root / "venv").symlink_to(sys.prefix)
    script = root / "run_autograder"
    script.write_bytes((root / "source" / "run_autograder").read_bytes())
    script.chmod(0o755)
    return root


def run_autograder(root, **environment):
    """Run it as Gradescope does, on the archive's own copy of the kit."""
    own = {"SLOPEWORK_AUTOGRADER": str(root), "PYTHONPATH": str(root / "source" / "kit")}
    return subprocess.run(
        [str(root / "run_autograder")],
        env=os.environ | own | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_archive_holds_scripts_and_the_solutions_it_judges_by(released):
    """Both scripts stand at its root as programs; of solutions there are those that are graded."""
    with zipfile.ZipFile(released / "autograder.zip") as archive:
        entries = {each.filename: each for each in archive.infolist()}
    for name in ("setup.sh", "run_autograder"):
        assert entries[name].external_attr >> 16 == 0o100755
    solutions = {name for name in entries if "/solutions/" in name}
    units = ("linear_regression/mse.py", "logistic_regression/sigmoid.py")
    assert solutions == {f"kit/solutions/{name}" for name in units}
    assert not [name for name in entries if "tests/" in name or "mistakes/" in name]


def test_the_archive_is_the_same_from_the_same(released, command, tmp_path):
    """Released again with the same seed, the archive is the same, byte by byte."""
    again = tmp_path / "again"
    command("release", again, "mse", "sigmoid", "--for", "gradescope", "--seed", "77")
    assert (again / "autograder.zip").read_bytes() == (released / "autograder.zip").read_bytes()


def test_every_archive_draws_other_inputs_than_students_see(command, tmp_path):
    """Without --seed the archive has a seed of its own, which is not the students'."""
    seeds = set()
    for name in ("first", "second"):
        command("release", tmp_path / name, "mse", "--for", "gradescope")
        with zipfile.ZipFile(tmp_path / name / "autograder.zip") as archive:
            script = archive.read("run_autograder").decode()
        seeds.add(int(re.search(r"SLOPEWORK_SEED=(\d+)\n", script)[1]))
        # A command line can be read by student code on some machines.
        assert "--seed" not in script
    assert len(seeds) == 2
    assert 1 not in seeds


@pytest.mark.skipif(os.name != "posix", reason="Gradescope runs Linux")
def test_the_scripts_are_sound_shell(released):
    """A shell reads both scripts without complaint."""
    with zipfile.ZipFile(released / "autograder.zip") as archive:
        for name in ("setup.sh", "run_autograder"):
            checked = subprocess.run(["bash", "-n"], input=archive.read(name), check=False)
            assert checked.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="Gradescope runs Linux")
def test_gradescope_grades_what_was_uploaded(autograder):
    """Laid out as on Gradescope, a flat upload is graded by the solutions, and results are left."""
    (autograder / "submission" / "mse.py").write_text(MSE)
    (autograder / "submission" / "sigmoid.py").write_bytes(SOURCES["sigmoid"])
    ran = run_autograder(autograder)
    assert ran.returncode == 0, ran.stderr
    results = json.loads((autograder / "results" / "results.json").read_text())
    points = dict.fromkeys(("mse", "sigmoid"), 0)
    for test in results["tests"]:
        points[test["name"].split(":")[0]] += test["score"]
    assert (points["mse"], results["extra_data"]["complete"]) == (20, True)
    assert points["sigmoid"] < 20
    assert "forged" not in ran.stdout


@pytest.mark.skipif(os.name != "posix", reason="Gradescope runs Linux")
def test_gradescope_has_partial_results_where_the_time_runs_out(autograder):
    """Ended by its own clock, the autograder succeeds, with what was graded until then."""
    ran = run_autograder(autograder, SLOPEWORK_SECONDS="1")
    assert ran.returncode == 0, ran.stderr
    assert "The time ran out" in ran.stdout


@pytest.mark.skipif(os.name != "posix", reason="Gradescope runs Linux")
def test_a_broken_autograder_fails_aloud(autograder):
    """Where the archive's own solution is broken there are no results, and no success."""
    (autograder / "source/kit/solutions/linear_regression/mse.py").unlink()
    ran = run_autograder(autograder)
    assert ran.returncode == 2
    assert "The grader itself failed" in ran.stdout
    assert not (autograder / "results" / "results.json").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can")
def test_a_worker_can_become_another_user(tmp_path):
    """A worker that became somebody else owns its scratch folder and reads none of root's files."""
    (tmp_path / "secret").write_text("solution")
    (tmp_path / "secret").chmod(0o600)
    scratch = tmp_path / "scratch"
    scratch.mkdir(mode=0o700)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    code = f"""
import os
from grader.worker.confine import become
print(become(65534, {str(scratch)!r}), os.getresuid(), os.getresgid(), os.getgroups())
open(os.path.join({str(scratch)!r}, "mine"), "w").close()
for attempt in (lambda: open({str(tmp_path / "secret")!r}), lambda: os.setuid(0)):
    try:
        attempt()
    except PermissionError:
        print("refused")
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    nobody = (65534,) * 3
    assert ran.stdout.splitlines() == [
        f"('another user',) {nobody} {nobody} []",
        "refused",
        "refused",
    ]


def test_a_user_that_is_not_there_is_named(command):
    """`--worker-user` with nobody's name is wrong usage, in one sentence."""
    ran = command("check", "mse", "--worker-user", "no-such-user")
    assert ran.returncode == 2
    assert "no user 'no-such-user'" in ran.stderr
