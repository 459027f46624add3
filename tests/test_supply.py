"""Workers: forked in order, clean, ended with all they started, and never to blame for ours.

All workers of a process come from one preload process, so every test here is a process of its own.
"""

import json
import os
import subprocess
import sys
import textwrap

import pytest
from conftest import ROOT

from grader import bubblewrap
from grader.supply import best_method

forks = pytest.mark.skipif(best_method() != "forkserver", reason="workers are spawned here")
BEFORE = """
import json, os, sys, time
from multiprocessing import forkserver
from pathlib import Path
import psutil
from grader.course import read_course
from grader.errors import GraderError
from grader.grading import Grader
from grader.kit import find_kit
from grader.isolation import Isolation, Mode
from grader.limits import Limits
from grader.preloading import PreloadProcess
from grader.submission import Submission, read_submission
from grader.supply import Supply
from grader.worker.messages import Ask, Call, Graded, Load, Scan

def told(worker, source):
    "What a student's function `look` gives in a worker: a text."
    worker.ask(Scan("look.py", source.encode(), ("look",), ()), 5.0)
    worker.ask(Load("look.py"), 5.0)
    answer = worker.ask(Ask((Call(Graded("look")),)), 5.0).outcomes[0]
    return [each.text for each in answer.value.items]

def grader_of(*names, **settings):
    course = read_course()
    return Grader(find_kit(Path.cwd()), course, course.select(names), **settings)

def solutions(grader):
    return read_submission(Path("solutions"), grader.course, grader.exercises)

def judged(report):
    return [(c.id, c.verdict.value) for each in report.exercises for c in each.checks]

def left():
    "What still runs below this process, but for Python's own tracker, which ends with it."
    lines = [" ".join(each.cmdline()) for each in psutil.Process().children(recursive=True)]
    return [each for each in lines if "resource_tracker" not in each]

def preload():
    return forkserver._forkserver._forkserver_pid

def tell(**found):
    print(json.dumps(found))

if __name__ == "__main__":
"""


def run(code, **environment):
    """Run a script in the clone; gives what it tells."""
    ran = subprocess.run(
        [sys.executable, "-c", BEFORE + textwrap.indent(textwrap.dedent(code), "    ")],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


LOOK = """
import importlib.util, json, os, sys

def look():
    began = "/proc/self/environ"
    told = json.dumps({
        "environment": dict(os.environ),
        "began": open(began, errors="replace").read() if os.path.exists(began) else "",
        "path": sys.path,
        "folder": os.getcwd(),
        "arguments": sys.argv,
        "found": [n for n in ("solutions", "exercises") if importlib.util.find_spec(n)],
        "loaded": [n for n in sys.modules if n.split(".")[0] == "grader"],
        "importable": [n for n in ("grader.checks", "grader.course") if importable(n)],
    })
    return [told[at : at + 200] for at in range(0, len(told), 200)]

def importable(name):
    try:
        return bool(importlib.import_module(name))
    except ImportError:
        return False
"""


@pytest.fixture(scope="module")
def seen():
    """What a student's code sees in a fresh worker, by start method; each is asked once."""
    known = {}

    def look(method):
        if method not in known:
            code = f"""
            supply = Supply(Limits(), {method!r})
            supply.open()
            try:
                tell(found=told(supply.take(ahead=False), {LOOK!r}))
            finally:
                supply.close()
            """
            settings = {"SLOPEWORK_TOKEN": "a-secret", "CUDA_VISIBLE_DEVICES": "0"}
            known[method] = json.loads("".join(run(code, **settings)["found"]))
        return known[method]

    return look


METHODS = [pytest.param("forkserver", marks=forks), "spawn"]


@forks
def test_the_reference_is_forked_before_any_student():
    """The reference is the first fork of a process with TensorFlow, one thread, no operation."""
    found = run("""
    supply = Supply(Limits(), isolation=Isolation(Mode.OFF))
    supply.open()
    try:
        student, reference = supply.take(), supply.reference()
        ready = student.ready
        tell(pids=[reference.process.pid, student.process.pid],
             ready=[ready.preloaded, ready.threads])
    finally:
        supply.close()
    """)
    assert found["pids"] == sorted(found["pids"])
    assert found["ready"] == [True, 1]


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_left_after_closing(method):
    """After closing, no process is left: no worker, no preload process, no daemon of a student."""
    found = run(f"""
    daemon = b'''
    import subprocess, sys
    def sigmoid(x):
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"],
                         start_new_session=True)
        return x
    '''.replace(b"\\n    ", b"\\n")
    grader = grader_of("sigmoid", supply=Supply(Limits(), {method!r}))
    report = grader.grade(Submission("ann", {{"sigmoid": daemon}}, {{}}))
    family = psutil.Process().children(recursive=True)
    scratch = [str(each.scratch) for each in grader.supply._workers]
    grader.close()
    psutil.wait_procs(family, timeout=10)
    tell(began=len(family), left=left(), scratch=[e for e in scratch if Path(e).exists()])
    """)
    assert found["began"] > 1
    assert found["left"] == []
    assert found["scratch"] == []


def test_closing_early_leaves_nothing():
    """A supply that is closed while TensorFlow still loads leaves no process behind either."""
    found = run("""
    supply = Supply(Limits())
    supply.open()
    time.sleep(0.5)
    family = psutil.Process().children(recursive=True)
    supply.close()
    psutil.wait_procs(family, timeout=10)
    tell(began=len(family), left=left())
    """)
    assert found["began"] > 1
    assert found["left"] == []


@forks
def test_a_killed_preload_process_is_never_a_verdict():
    """Where the preload process is killed, grading goes on with the same verdicts."""
    found = run("""
    grader = grader_of("mse", "sigmoid")
    try:
        first = judged(grader.grade(solutions(grader)))
        grader.supply._preload.python().kill()
        time.sleep(0.5)
        for _ in range(2):
            again = judged(grader.grade(solutions(grader)))
            assert again == first, again
    finally:
        grader.close()
    tell(verdicts=[verdict for _, verdict in first])
    """)
    assert set(found["verdicts"]) == {"passed"}


@forks
def test_a_killed_preload_process_is_replaced_by_a_clean_one():
    """Workers of a second preload process see no more of the grader than those of the first."""
    found = run(
        """
    source = "import os\\ndef look():\\n    return sorted(os.environ)\\n"
    supply = Supply(Limits())
    supply.open()
    try:
        before = told(supply.take(), source)
        psutil.Process(preload()).kill()
        time.sleep(0.5)
        worker = supply.take()
        tell(before=before, after=told(worker, source))
    finally:
        supply.close()
    """,
        SLOPEWORK_TOKEN="secret",
    )
    assert found["after"] == found["before"]
    assert "SLOPEWORK_TOKEN" not in found["after"]


@pytest.mark.skipif(bool(bubblewrap.trouble()), reason="numbers inside are numbers outside")
def test_a_worker_that_is_not_found_is_made_again():
    """Of a worker without a number outside nothing could be ended; it gives way to another."""
    found = run("""
    looked = PreloadProcess._children

    def blind(self):
        PreloadProcess._children = looked
        return []

    PreloadProcess._children = blind
    supply = Supply(Limits())
    supply.open()
    try:
        worker = supply.take()
        said = told(worker, "def look():\\n    return ['here']\\n")
        tell(pid=worker.pid, said=said, looked=PreloadProcess._children is looked)
    finally:
        supply.close()
    """)
    assert found["pid"]
    assert (found["said"], found["looked"]) == (["here"], True)


@forks
def test_a_stopped_preload_process_is_a_fault_in_time():
    """A preload process that stops answering is given up at the deadline, or replaced."""
    found = run("""
    supply = Supply(Limits(start_seconds=12.0, restart_seconds=4.0))
    supply.open()
    try:
        supply.take(ahead=False)
        supply._preload.python().suspend()
        try:
            told = supply.take(ahead=False).ready.tensorflow
        except GraderError as error:
            told = str(error)
        tell(told=told)
    finally:
        supply.close()
    """)
    assert found["told"]


@pytest.mark.parametrize("method", METHODS)
def test_workers_do_not_see_the_environment(seen, method):
    """A worker's environment, now and as it began, holds nothing of the grader's, and no GPU."""
    assert seen(method)["environment"]["CUDA_VISIBLE_DEVICES"] == "-1"
    for where in ("environment", "began"):
        assert "a-secret" not in str(seen(method)[where])
        assert "SLOPEWORK_TOKEN" not in str(seen(method)[where])


@pytest.mark.parametrize("method", METHODS)
def test_nothing_withheld_can_be_imported(seen, method):
    """From a worker neither solutions nor exercises nor checks can be imported or found."""
    assert seen(method)["path"]
    assert not {"", ".", str(ROOT)} & set(seen(method)["path"])
    assert seen(method)["found"] == []
    assert seen(method)["importable"] == []
    assert not [name for name in seen(method)["loaded"] if name.startswith("grader.check")]


def test_the_graders_process_never_imports_tensorflow():
    """A process that has graded a submission has imported neither TensorFlow nor an exercise."""
    found = run("""
    grader = grader_of("mse")
    try:
        report = grader.grade(solutions(grader))
    finally:
        grader.close()
    tell(score=report.score, loaded=[each for each in ("tensorflow", "keras", "mse")
                                     if each in sys.modules])
    """)
    assert found == {"score": 20, "loaded": []}


def test_two_supplies_one_after_the_other():
    """After one supply is closed, another in the same process works as the first did."""
    found = run("""
    scores = []
    for _ in range(2):
        grader = grader_of("mse")
        try:
            scores.append(grader.grade(solutions(grader)).score)
        finally:
            grader.close()
    tell(scores=scores)
    """)
    assert found["scores"] == [20, 20]


def test_a_spawned_worker_can_be_prepared():
    """Where workers are spawned, one that was prepared is the one that is taken next."""
    found = run("""
    supply = Supply(Limits(), "spawn")
    supply.open()
    try:
        first = supply.take(ahead=False)
        supply.prepare()
        prepared = supply._spares[0].result()
        supply.prepare()
        second = supply.take(ahead=False)
        tell(same=second is prepared, other=second is not first, alive=second.process.is_alive())
    finally:
        supply.close()
    """)
    assert found == {"same": True, "other": True, "alive": True}


@forks
def test_two_workers_are_made_ahead():
    """While an exercise runs, the workers of the next two are made, and are the ones taken next."""
    found = run("""
    supply = Supply(Limits())
    supply.open()
    try:
        first = supply.take()
        ahead = [spare.result().pid for spare in supply._spares]
        tell(ahead=ahead, first=first.pid, taken=[supply.take().pid, supply.take().pid])
    finally:
        supply.close()
    """)
    assert len(set(found["ahead"]) - {found["first"]}) == 2
    assert found["taken"] == found["ahead"]


@forks
def test_interrupted_waiting_ends_at_once():
    """Whoever is interrupted while waiting for a worker does not wait for TensorFlow in closing."""
    found = run("""
    import signal, threading
    supply = Supply(Limits())
    supply.open()
    supply.reference()
    supply._spares.popleft().result()
    supply._preload.python().kill()
    time.sleep(0.5)
    threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        supply.take()
        waited = False
    except KeyboardInterrupt:
        waited = True
    spare = supply._spares[0]
    supply.close()
    tell(waited=waited, ended=spare.cancelled() or spare.exception() is not None)
    """)
    assert found == {"waited": True, "ended": True}


@forks
def test_a_terminals_interruption_is_the_graders_alone():
    """Ctrl-C, which a terminal sends to all, ends no other process, and is blocked in no worker."""
    found = run("""
    import signal
    source = "import signal\\ndef look():\\n    blocked = signal.pthread_sigmask(0, [])\\n"
    source += "    return [str(each) for each in blocked] or ['none']\\n"
    os.setsid()
    signal.signal(signal.SIGINT, lambda *_: None)
    supply = Supply(Limits(), isolation=Isolation(Mode.OFF))
    supply.open()
    time.sleep(1.0)
    before = preload()
    os.killpg(0, signal.SIGINT)
    try:
        blocked = told(supply.take(), source)
        own = len(signal.pthread_sigmask(0, []))
        tell(blocked=blocked, own=own, same=preload() == before)
    finally:
        supply.close()
    """)
    assert found == {"blocked": ["none"], "own": 0, "same": True}
