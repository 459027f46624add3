"""How a worker process is launched: with a clean environment, and nothing of the grader's main."""

import contextlib
import os
import signal
import sys
import threading
import types
from collections.abc import Iterator
from multiprocessing import resource_tracker

from grader.kit import PACKAGE
from grader.worker import confine

PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONHOME", "COMSPEC", "PATHEXT")
WORKER_ENVIRONMENT = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "KERAS_BACKEND": "tensorflow",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    # Not the folder that the grader was started in, where a submission's `numpy.py` may lie.
    "PYTHONSAFEPATH": "1",
    "PYTHONUTF8": "1",
    "LANG": "C.UTF-8",
}
PRELOAD = "grader.worker.preload"


_environment_lock = threading.RLock()


@contextlib.contextmanager
def worker_environment() -> Iterator[None]:
    """Start processes with a clean environment: no secret in it, and no setting of ours.

    Changes what new processes inherit and leaves `os.environ` alone, which other threads use.
    """
    with _environment_lock:
        clean = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        clean |= WORKER_ENVIRONMENT
        if PACKAGE.parent.name not in confine.INSTALLED:
            # A clone; the worker takes it off its path again.
            clean["PYTHONPATH"] = str(PACKAGE.parent)
        _export(list(os.environ), clean)
        try:
            yield
        finally:
            _export(list(clean), dict(os.environ))


@contextlib.contextmanager
def out_of_reach() -> Iterator[None]:
    """Keep from what is started what a terminal sends to all: the grader alone answers to it.

    A new process takes over which signals are blocked. A worker lets them in again, once it has
    left the terminal.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, confine.FROM_TERMINALS)
    # It comes with the first process otherwise, and lets some in again.
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, confine.FROM_TERMINALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _export(hidden: list[str], shown: dict[str, str]) -> None:
    for name in hidden:
        os.unsetenv(name)
    for name, value in shown.items():
        os.putenv(name, value)


@contextlib.contextmanager
def blank_main() -> Iterator[None]:
    """Keep workers from importing the grader's own main module again."""
    with _environment_lock:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
