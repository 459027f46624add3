"""Walls round a worker: what a submission cannot see, reach or fill, and what is said of it."""

import json
import multiprocessing
import os
import socket
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT

from grader import bubblewrap
from grader.errors import UsageError
from grader.isolation import NEEDED, Isolation, Mode
from grader.verdict import Verdict
from grader.worker import syscalls

wrapped = pytest.mark.skipif(bool(bubblewrap.trouble()), reason=bubblewrap.trouble() or "usable")
LOOK = """\
import os, socket, sys
import tensorflow as tf
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""


def looked(grade, body):
    """Grade a right answer that first looks about; gives what it printed."""
    report = grade("mse", LOOK + textwrap.dedent(body))
    assert report.verdict is Verdict.PASSED, report.checks[0].message
    return report.output


@wrapped
@pytest.mark.parametrize(
    "folder", ["solutions", "exercises", "tests", "grader/checks", "README.md"]
)
def test_the_kit_is_not_in_a_workers_file_tree(grade, folder):
    """Solutions, checks and tests do not exist where a submission runs."""
    assert looked(grade, f"print(os.path.lexists({str(ROOT / folder)!r}))") == "False\n"


@wrapped
def test_other_files_are_not_in_a_workers_file_tree(grade, tmp_path):
    """A file of another user of the machine, in a temporary folder, does not exist there."""
    path = tmp_path / "other.txt"
    path.write_text("another submission", encoding="utf-8")
    assert looked(grade, f"print(os.path.lexists({str(path)!r}))") == "False\n"


@wrapped
def test_no_process_of_the_machine_is_seen(grade):
    """The process table holds the worker's own family alone, none with the grader's number."""
    seen = looked(grade, "print(*[each for each in os.listdir('/proc') if each.isdigit()])")
    assert len(seen.split()) < 12
    assert str(os.getpid()) not in seen.split()


@wrapped
def test_no_worker_is_ended_by_its_number_inside(warm):
    """Python ends its children when it exits, by numbers that are another process's out here."""
    worker = warm.supply.take()
    try:
        assert worker.process.pid != worker.pid
        assert worker.process not in multiprocessing.active_children()
        assert worker.process.is_alive()
    finally:
        warm.supply.release(worker)


@wrapped
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM], ids=["TCP", "UDP"])
def test_no_network_is_reached(grade, kind):
    """A service on this machine's loopback hears nothing from a worker, by TCP or UDP."""
    with socket.socket(socket.AF_INET, kind) as service:
        service.bind(("127.0.0.1", 0))
        service.settimeout(0.5)
        if kind == socket.SOCK_STREAM:
            service.listen()
        looked(
            grade,
            f"""
            try:
                with socket.socket(socket.AF_INET, {int(kind)}) as out:
                    out.connect({service.getsockname()!r})
                    out.send(b"secret")
            except OSError as error:
                print(error)
            """,
        )
        with pytest.raises(TimeoutError):
            service.accept() if kind == socket.SOCK_STREAM else service.recv(10)


@pytest.mark.parametrize("place", ["/", "/tmp", "/dev", "/dev/shm", "/usr", str(ROOT), "/etc"])
def test_nothing_is_written_outside_the_scratch_folder(grade, place):
    """A file that a submission tries to leave anywhere is not there afterwards."""
    name = "slopework_left_behind"
    looked(
        grade,
        f"""
        try:
            open(os.path.join({place!r}, {name!r}), "w").close()
        except OSError as error:
            print(error)
        """,
    )
    assert not Path(place, name).exists()


@wrapped
def test_a_full_disk_is_the_workers_own(grade):
    """Files without end fill a small disk, and the next exercise finds it empty again."""
    seen = looked(
        grade,
        """
        try:
            for number in range(40):
                with open(str(number), "wb") as file:
                    file.write(bytes(32 * 1024 * 1024))
        except OSError as error:
            print(error.strerror)
        """,
    )
    assert seen == "No space left on device\n"
    free = "x = os.statvfs('.'); print(x.f_bavail * x.f_frsize // 1024 // 1024)"
    assert int(looked(grade, free)) > 200


def without_bubblewrap(folder):
    """Give a search path on which bubblewrap is not found."""
    (folder / "python").symlink_to(sys.executable)
    return {"PATH": str(folder)}


def test_require_refuses_where_isolation_is_incomplete(command, tmp_path):
    """Asked to insist, the grader runs nothing, and says in one sentence what is missing."""
    ran = command("check", "mse", "--sandbox", "require", **without_bubblewrap(tmp_path))
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "the network" in ran.stderr
    assert "bubblewrap is not installed" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@wrapped
def test_require_grades_where_isolation_is_complete(command):
    """Where every wall stands, insisting on them changes nothing."""
    ran = command("check", "mse", "--sandbox", "require", "--submission", "solutions")
    assert ran.returncode == 0, ran.stderr


def test_a_report_names_the_layers_that_held(command, tmp_path):
    """Without bubblewrap, and without any wall, the report does not claim what did not hold."""
    arguments = ("check", "mse", "--submission", "solutions", "--format", "json")
    bare = json.loads(command(*arguments, **without_bubblewrap(tmp_path)).stdout)
    off = json.loads(command(*arguments, "--sandbox", "off").stdout)
    for report in (bare, off):
        assert not set(bubblewrap.LAYERS) & set(report["sandbox"])
        assert report["score"] == 20
    assert not [layer for layer in off["sandbox"] if layer.endswith("wall")]


@pytest.mark.parametrize("missing", NEEDED)
def test_each_missing_guard_is_named(missing):
    """Isolation that lacks one guard is refused by that guard's name, and no other's."""
    layers = [layer for what, by in NEEDED.items() if what != missing for layer in by]
    with pytest.raises(UsageError) as refused:
        Isolation(Mode.REQUIRE).require(set(layers) - NEEDED[missing])
    assert f"nothing guards {missing} (" in str(refused.value)


def test_a_folder_below_the_systems_is_hidden_too(tmp_path):
    """A kit that is kept below a folder that every program may read is covered up."""
    inside = Path(sys.prefix, "share")
    assert str(inside) in bubblewrap.command((inside,), 1 << 20)
    assert str(tmp_path) not in bubblewrap.command((tmp_path,), 1 << 20)


def test_a_process_keeps_its_own_limits_and_processors_in_hand(grade):
    """What the wall of system calls refuses towards others is no error towards oneself."""
    seen = looked(
        grade,
        """
        import resource
        resource.setrlimit(resource.RLIMIT_NOFILE, resource.getrlimit(resource.RLIMIT_NOFILE))
        os.sched_setaffinity(0, os.sched_getaffinity(0))
        print("in hand")
        """,
    )
    assert seen == "in hand\n"


def test_no_system_call_stands_twice_in_the_wall():
    """Each number of the wall is one call's, on each kind of processor."""
    for column in (0, 1):
        numbers = [each[column] for each in {**syscalls.REFUSED, **syscalls.OWN_ONLY}.values()]
        assert len(numbers) == len(set(numbers)) == len(syscalls.REFUSED) + len(syscalls.OWN_ONLY)
