"""Time in which the machine or the grader stood still is no student's."""

import signal
import subprocess
import sys
import threading
import time

import pytest
from conftest import ROOT

from grader.worker import clock

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing stops a process")

# Limits of 2 s a call, and a file that takes 1 s to run.
SCRIPT = """
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


ALARM = """
import time
from grader.worker import clock

fired = []
alarm = clock.Alarm(2.5, fired.append, ["too late"])
alarm.start()
due = time.monotonic() + 2.5
print("begins", flush=True)
while time.monotonic() < due:
    time.sleep(0.1)
time.sleep(0.3)
alarm.cancel()
alarm.join()
print(fired)
"""


def paused(script):
    """Run a script that says when it begins, and pause it for 4 s; gives what else it printed."""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "begins\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGSTOP)
        time.sleep(4.0)
        process.send_signal(signal.SIGCONT)
        said = process.stdout.read()
    assert process.returncode == 0
    return said


def test_a_pause_of_the_grader_is_not_the_students():
    """A grader that is stopped for longer than a call may take still waits for its answer."""
    assert paused(SCRIPT) == "('mean_squared_error',) True\n"


def test_a_pause_sets_no_alarm_off():
    """What must be done in time is not given up because the grader was stopped."""
    assert paused(ALARM) == "[]\n"


def test_an_alarm_goes_off_in_time():
    """Without a pause it goes off when it is due, once."""
    fired = threading.Event()
    begun = time.monotonic()
    alarm = clock.Alarm(0.5, fired.set)
    alarm.start()
    alarm.join(10.0)
    assert fired.is_set()
    assert time.monotonic() - begun >= 0.5


def test_a_pause_counts_for_a_second(monkeypatch):
    """Between two looks at the clock pass as many seconds as did, but never more than one."""
    shown = iter([100.0, 100.25, 100.5, 4000.0, 4000.25])
    monkeypatch.setattr(clock.time, "monotonic", lambda: next(shown))
    watch = clock.Clock()
    assert [watch.now() for _ in range(4)] == [0.25, 0.5, 1.5, 1.75]
