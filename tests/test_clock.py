"""Time in which the machine or the grader stood still is no student's."""

import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT

from grader.worker import clock

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing stops a process")

# Limits of 2 s a call, and a file that takes 1 s to run.
SCRIPT = """
import sys
from pathlib import Path
from grader.course import read_course
from grader.grading import Grader
from grader.kit import find_kit
from grader.limits import Limits
from grader.supply import Supply

if __name__ == "__main__":
    course = read_course()
    exercise = course.exercise("mse")
    supply = Supply(Limits(call_seconds=2.0))
    grader = Grader(find_kit(Path.cwd()), course, (exercise,), supply=supply)
    slow = b"import time\\ntime.sleep(1.0)\\ndef mean_squared_error(a, b): return 0\\n"
    student = grader.student(exercise, slow)
    student._worker = supply.take()
    print("begins", flush=True)
    try:
        print(student.load(), student.used < 2.5)
    finally:
        student.close()
        grader.close()
"""


def test_a_pause_of_the_grader_is_not_the_students():
    """A grader that is stopped for longer than a call may take still waits for its answer."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "begins\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGSTOP)
        time.sleep(4.0)
        process.send_signal(signal.SIGCONT)
        assert process.stdout.read() == "('mean_squared_error',) True\n"
    assert process.returncode == 0


def test_a_pause_counts_for_a_second(monkeypatch):
    """Between two looks at the clock pass as many seconds as did, but never more than one."""
    shown = iter([100.0, 100.25, 100.5, 4000.0, 4000.25])
    monkeypatch.setattr(clock.time, "monotonic", lambda: next(shown))
    watch = clock.Clock()
    assert [watch.now() for _ in range(4)] == [0.25, 0.5, 1.5, 1.75]
