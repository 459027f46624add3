"""A class graded on a Dask cluster: the same grades, also where a worker dies; clear refusals."""

import json
import shutil
import signal
import subprocess
import sys
import time

import pytest
from cluster_maker import FIT, PATIENCE, Cluster
from conftest import ROOT

pytest.importorskip("distributed")
MSE = "linear_regression/mse.py"
WRONG = "import tensorflow as tf\n\ndef mean_squared_error(y_true, y_pred):\n    return 0.0\n"


@pytest.fixture
def cluster(tmp_path):
    """A scheduler with no worker yet."""
    made = Cluster(tmp_path)
    yield made
    made.end()


@pytest.fixture
def klass(tmp_path):
    """A class of right, wrong and broken answers."""
    folder = tmp_path / "class"
    texts = ((ROOT / "solutions" / MSE).read_text(), WRONG, "raise ValueError(1)\n", "def (\n")
    for number in range(12):
        path = folder / f"student{number:02}" / MSE
        path.parent.mkdir(parents=True)
        path.write_text(texts[number % len(texts)])
    return folder


def grades_in(folder):
    """Read a gradebook's reports, but for how long they took."""
    reports = {}
    for path in sorted((folder / "reports").glob("*.json")):
        reports[path.name] = json.loads(path.read_text())
        del reports[path.name]["seconds"]
    return reports


def test_a_cluster_gives_the_grades_that_this_machine_gives(cluster, klass, command, tmp_path):
    """Reports are equal to the last field but the seconds, and the cluster is left running."""
    cluster.worker(*FIT)
    cluster.worker(*FIT)
    arguments = ("grade", klass, "mse", "--seed", "5", "--output")
    there = command(*arguments, tmp_path / "there", "--scheduler", cluster.address)
    here = command(*arguments, tmp_path / "here", "--jobs", "1")
    assert (there.returncode, here.returncode) == (0, 0), there.stdout + there.stderr
    assert len(grades_in(tmp_path / "there")) == 12
    assert grades_in(tmp_path / "there") == grades_in(tmp_path / "here")
    assert all(each.poll() is None for each in cluster.started)


def test_a_worker_that_is_killed_has_its_work_done_elsewhere(cluster, klass, tmp_path, command):
    """kill -9 on one of two workers loses no report and changes none."""
    victim = cluster.worker(*FIT)
    cluster.worker(*FIT)
    arguments = ["grade", klass, "mse", "--seed", "5", "--output"]
    there = tmp_path / "there"
    running = subprocess.Popen(
        [
            *(sys.executable, "-m", "grader", *map(str, [*arguments, there])),
            *("--scheduler", cluster.address),
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + PATIENCE
    while len(list(there.glob("reports/*.json"))) < 3 and time.monotonic() < end:
        time.sleep(0.05)
    assert running.poll() is None, "the class was graded before a worker could be killed"
    victim.send_signal(signal.SIGKILL)
    assert running.wait(PATIENCE * 2) == 0, running.stderr.read()
    running.stderr.close()
    assert command(*arguments, tmp_path / "here", "--jobs", "1").returncode == 0
    assert grades_in(there) == grades_in(tmp_path / "here")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--nthreads", "1"), "is under a nanny"),
        (("--no-nanny", "--nthreads", "2"), "has 2 threads, not one"),
    ],
)
def test_unfit_workers_are_refused(cluster, klass, command, tmp_path, options, said):
    """A worker that may start no process, or grades two at once, is named, with what to start."""
    cluster.worker(*options)
    ended = command(
        "grade", klass, "mse", "--output", tmp_path / "g", "--scheduler", cluster.address
    )
    assert ended.returncode == 2
    assert said in ended.stderr
    assert "--no-nanny --nthreads 1" in ended.stderr
    assert not list(tmp_path.glob("g/reports/*.json"))


def test_another_kit_on_a_worker_is_refused(cluster, klass, command, tmp_path):
    """Where the solutions differ from the worker's, nothing is graded by the wrong ones."""
    kit = tmp_path / "kit"
    for part in ("exercises", "solutions"):
        shutil.copytree(ROOT / part, kit / part)
    with (kit / "solutions" / MSE).open("a") as solution:
        solution.write("# mended\n")
    cluster.worker(*FIT)
    arguments = ("grade", klass, "mse", "--output", tmp_path / "g")
    ended = command(*arguments, "--scheduler", cluster.address, cwd=kit)
    assert ended.returncode == 2
    assert "has another kit" in ended.stderr
    assert not list(tmp_path.glob("g/reports/*.json"))


def test_no_scheduler_is_one_sentence(klass, command, tmp_path):
    """An address that nobody answers at is told, with what to start."""
    arguments = ("grade", klass, "mse", "--output", tmp_path / "g")
    for address in ("tcp://127.0.0.1:9", "nonsense", "foo://127.0.0.1:9"):
        ended = command(*arguments, "--scheduler", address)
        assert ended.returncode == 2
        assert "There is no Dask scheduler at" in ended.stderr
        assert "Traceback" not in ended.stderr
