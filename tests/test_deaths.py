"""Workers that die, stall, flood, or speak nonsense: a fair verdict, and nothing left behind."""

import textwrap
import time
from pathlib import Path

import psutil
import pytest

from grader.submission import Submission
from grader.verdict import Verdict

HEAD = """\
import atexit, ctypes, os, signal, socket, stat, struct, subprocess, sys, threading, time
import numpy as np
import tensorflow as tf
"""
PIPE = """\
def is_socket(fd):
    try:
        return stat.S_ISSOCK(os.fstat(fd).st_mode)
    except OSError:
        return False
pipe = next(fd for fd in range(256) if is_socket(fd))
"""
MESSAGES = """\
from grader.worker import messages as m
def say(payload):
    os.write(pipe, struct.pack(">I", len(payload)) + payload)
"""
RIGHT = """\
def mean_squared_error(y_true, y_pred):
{body}
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""
LEFT = "slopeleft"  # the name that left-behind processes give themselves
FORK = f"""\
def stay():
    ctypes.CDLL(None).prctl(15, b"{LEFT}")  # PR_SET_NAME
    os.write(1, b"staying ")
    time.sleep(60)
    os._exit(0)
"""
CHILDREN = FORK + "for _ in range(20):\n    if os.fork() == 0:\n        stay()\n"
DAEMON = FORK + (
    "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        stay()\n    os._exit(0)\n"
)
linux = pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="names processes in /proc")


def in_call(body):
    """Write a right answer that first does this, on every call."""
    return HEAD + PIPE + MESSAGES + RIGHT.format(body=textwrap.indent(body, "    "))


def at_import(body):
    """Write a right answer whose file does this first."""
    return HEAD + PIPE + MESSAGES + body + "\n" + RIGHT.format(body="")


def eventually(condition):
    """Wait for what is cleared away in the background; tells whether it came about."""
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def left_behind():
    """List the processes that call themselves left behind."""
    return [each for each in psutil.process_iter(["name"]) if each.info["name"] == LEFT]


ENDINGS = {
    "endless loop": ("while True: pass", Verdict.TIMED_OUT),
    "os._exit": ("os._exit(0)", Verdict.CRASHED),
    "exit from a thread": (
        "threading.Thread(target=os._exit, args=(0,)).start(); time.sleep(60)",
        Verdict.CRASHED,
    ),
    "exit through atexit": ("atexit.register(os._exit, 0); sys.exit(0)", Verdict.ERROR),
    "sys.exit": ("sys.exit(0)", Verdict.ERROR),
    "own BaseException": ("raise type('Mine', (BaseException,), {})()", Verdict.ERROR),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", Verdict.ERROR),
    "segfault": ("ctypes.string_at(0)", Verdict.CRASHED),
    "os.abort": ("os.abort()", Verdict.CRASHED),
    "SIGKILL": ("os.kill(os.getpid(), signal.SIGKILL)", Verdict.CRASHED),
    "SIGSTOP": ("os.kill(os.getpid(), signal.SIGSTOP)", Verdict.TIMED_OUT),
    "exec of another program": ("os.execv('/bin/true', ['true'])", Verdict.CRASHED),
    "all descriptors closed": ("os.closerange(0, 256)", Verdict.CRASHED),
}


@pytest.mark.parametrize("name", ENDINGS)
@pytest.mark.parametrize("place", [at_import, in_call])
def test_a_worker_that_ends_early_earns_nothing(grade, place, name):
    """Ending early, at import or in a call, gives its own verdict and no point."""
    body, verdict = ENDINGS[name]
    report = grade("mse", place(body))
    assert report.verdict is verdict
    assert report.score == 0


@pytest.mark.parametrize(
    "body",
    [
        "hoard = []\nwhile True: hoard.append([0.0] * 1_000_000)",
        "hoard = [np.ones(50_000_000) for _ in range(40)]",
        "hoard = [tf.ones([100_000_000]) for _ in range(40)]",
    ],
    ids=["lists", "numpy", "tensorflow"],
)
@pytest.mark.parametrize("place", [at_import, in_call])
def test_memory_by_the_gigabyte_is_out_of_memory(grade, place, body):
    """A submission that takes more memory than the limit is told just that."""
    report = grade("mse", place(body))
    assert report.verdict is Verdict.OUT_OF_MEMORY
    assert report.score == 0


SHARED = """\
import mmap
hoard = mmap.mmap(-1, 6 << 30)
for place in range(0, 6 << 30, 1 << 20):
    hoard[place:place + (1 << 20)] = bytes(1 << 20)
"""
MANY = """\
for _ in range(8):
    if os.fork() == 0:
        hoard = np.ones(100_000_000)
        time.sleep(60)
        os._exit(0)
time.sleep(60)
"""


FILES = """\
for _ in range(60):
    os.posix_fallocate(os.memfd_create("hoard"), 0, 48 << 20)
time.sleep(60)
"""


@linux
@pytest.mark.parametrize("body", [SHARED, MANY, FILES], ids=["shared", "many processes", "files"])
def test_memory_that_no_process_has_for_itself_counts(grade, body):
    """Memory that is shared, taken by many children, or in files counts against the same limit."""
    report = grade("mse", in_call(body))
    assert report.verdict is Verdict.OUT_OF_MEMORY
    assert "ran out of the 1024 MiB of memory" in report.checks[1].message


@linux
def test_processes_without_end_are_a_crash(grade):
    """A flood of processes is ended when there are too many of them, and named."""
    body = (
        "for _ in range(200):\n    if os.fork() == 0:\n        time.sleep(60)\n        os._exit(0)"
    )
    report = grade("mse", in_call(body + "\ntime.sleep(60)"))
    assert report.verdict is Verdict.CRASHED
    assert "started more than 64 processes" in report.checks[1].message


@pytest.mark.parametrize(
    "body",
    [
        "print('x' * 100_000)",
        "os.write(2, b'y' * 100_000)",
        "threading.Thread(target=time.sleep, args=(60,)).start()",
        "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "atexit.register(os._exit, 1)",
        "atexit.register(time.sleep, 60)",
    ],
)
def test_a_right_answer_with_noise_passes(grade, body):
    """Much output, stray threads and exit handlers take nothing from a right answer."""
    assert grade("mse", in_call(body)).verdict is Verdict.PASSED


def test_an_endless_flood_of_output_times_out(grade):
    """Printing without end is ended like any endless loop, and only its start is kept."""
    report = grade("mse", in_call("while True: print('x' * 1000)"))
    assert report.verdict is Verdict.TIMED_OUT
    assert 0 < len(report.output) <= 2000


PIPE_ABUSES = {
    "half a message, then silence": (
        "os.write(pipe, struct.pack('>I', 100) + b'half'); time.sleep(60)",
        Verdict.TIMED_OUT,
    ),
    "half a header, then silence": ("os.write(pipe, b'12'); time.sleep(60)", Verdict.TIMED_OUT),
    "a header that claims 4 GB": (
        "os.write(pipe, b'\\xff\\xff\\xff\\xff'); time.sleep(60)",
        Verdict.CRASHED,
    ),
    "text where a message should be": ("say(b'all checks passed')", Verdict.CRASHED),
    "an empty message": ("say(b'')", Verdict.CRASHED),
    "another kind of message": ("say(m.encode(m.Scanned(())))", Verdict.CRASHED),
    "a pickle": ("import pickle; say(pickle.dumps(print))", Verdict.CRASHED),
    "garbage into every descriptor": (
        """\
for fd in range(256):
    try:
        os.write(fd, b"garbage" * 9)
    except OSError:
        pass""",
        Verdict.CRASHED,
    ),
}


@pytest.mark.parametrize("name", PIPE_ABUSES)
@pytest.mark.parametrize("place", [at_import, in_call])
def test_nonsense_in_the_pipe_is_no_answer(grade, place, name):
    """Bytes that are no whole, valid, awaited reply cost the worker and earn nothing."""
    body, verdict = PIPE_ABUSES[name]
    report = grade("mse", place(body))
    assert report.verdict is verdict
    assert report.score == 0


FORGED = {
    "fewer bytes than its shape": "m.Array('tensor', 'float32', (3,), b'')",
    "a shape beyond any memory": "m.Array('tensor', 'float32', (10**18,) * 2, b'')",
    "a negative shape": "m.Array('tensor', 'float32', (-1,), b'1234')",
    "too many dimensions": "m.Array('tensor', 'float32', (1,) * 99, b'1234')",
    "an unknown dtype": "m.Array('tensor', 'nonsense', (), b'1234')",
    "an object dtype": "m.Array('tensor', 'object', (), b'12345678')",
    "a text dtype": "m.Array('tensor', '<U1', (), b'\\xff\\xff\\xff\\xff')",
    "a record dtype": "m.Array('tensor', 'i4,i4', (), b'12345678')",
    "no gradient where one is asked": "m.Array('tensor', 'float32', (), bytes(4)), ()",
    "an altered argument without its value": "m.Nothing(), (m.Nothing(),), (0,)",
    "an altered argument that is unsound": (
        "m.Nothing(), (m.Nothing(),), (0,), (m.Array('tensor', 'float32', (3,), b''),)"
    ),
}
FORGE = """\
from grader.worker import perform
honest = perform.Desk.call
perform.Desk.call = lambda desk, call: m.Answer({}) if call.sources else honest(desk, call)
"""
NESTED = """\
nothing, whole = m.encode(m.Nothing()), m.encode(m.Answers((m.Answer(m.Nothing()),)))
one = m.encode(m.Listing((m.Nothing(),))).removesuffix(nothing)
say(whole.replace(nothing, one * 20_000 + nothing))
time.sleep(60)
"""


@pytest.mark.parametrize("name", FORGED)
def test_an_unsound_answer_is_no_fault_of_the_grader(grade, name):
    """A reply that decodes, but holds what no worker of ours says, is the worker's crash."""
    report = grade("mse", at_import(FORGE.format(FORGED[name])))
    assert report.verdict is Verdict.CRASHED


def test_an_answer_nested_without_end_is_no_fault_of_the_grader(grade):
    """A reply nested deeper than can be decoded is the worker's crash."""
    assert grade("mse", in_call(NESTED)).verdict is Verdict.CRASHED


def test_a_forged_error_message_stays_short(grade):
    """A reply with megabytes of message does not make a report of megabytes."""
    body = "say(m.encode(m.Answers((m.Raised('E' * 10**6, 'x' * 10**6),)))); time.sleep(60)"
    report = grade("mse", in_call(body))
    assert report.score == 0
    assert all(len(check.message) < 10_000 for check in report.checks)


@linux
@pytest.mark.parametrize(("body", "count"), [(CHILDREN, 20), (DAEMON, 1)], ids=["fork", "daemon"])
@pytest.mark.parametrize("ending", ["", "os._exit(0)", "while True: pass"])
def test_no_process_outlives_its_worker(grade, body, count, ending):
    """Children and detached daemons of a worker are gone once its exercise is graded."""
    report = grade("mse", at_import(body + "time.sleep(0.5)\n" + ending))
    assert report.output.count("staying") >= count
    assert eventually(lambda: not left_behind())
    assert (report.verdict is Verdict.PASSED) == (ending == "")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "os._exit(0)",
        "while True: pass",
        "os.makedirs('a/b'); open('a/b/c', 'w').close(); os.chmod('a', 0)",
        "os.chdir('/')",
        "os.symlink('/', 'root')",
        "for _ in range(3000):\n    os.mkdir('deeper'); os.chdir('deeper')",
    ],
)
def test_scratch_folders_are_removed(grade, body):
    """The folder that a worker lived in is removed afterwards, whatever was done to it."""
    report = grade("mse", at_import("print(os.getcwd()[::-1], flush=True)\n" + body))
    folder = Path(report.output.splitlines()[0][::-1])  # reports leave the path itself out
    assert folder.name.startswith("slopework-")
    assert eventually(lambda: not folder.exists())


def test_hostile_files_change_nothing_for_their_neighbours(warm, kit, course):
    """Right answers pass beside files of one submission that crash, hang, hoard and fork."""
    hostile = {
        "linear_model": (at_import("os._exit(0)"), Verdict.CRASHED),
        "train_step": (at_import("while True: pass"), Verdict.TIMED_OUT),
        "sigmoid": (at_import("hoard = np.ones(10**10)"), Verdict.OUT_OF_MEMORY),
        "logistic_model": (at_import("say(b'nonsense')"), Verdict.CRASHED),
        "accuracy": (at_import("os.kill(os.getpid(), signal.SIGSTOP)"), Verdict.TIMED_OUT),
    }
    exercises = tuple(course.exercises())
    sources = {each.id: (kit.solutions / course.file(each)).read_bytes() for each in exercises}
    sources |= {name: source.encode() for name, (source, _) in hostile.items()}
    report = warm.grade(Submission("mixed", sources, {}), exercises)
    wanted = {each.id: Verdict.PASSED for each in exercises}
    wanted |= {name: verdict for name, (_, verdict) in hostile.items()}
    assert {each.id: each.verdict for each in report.exercises} == wanted
    assert all(each.score == 0 for each in report.exercises if each.id in hostile)
