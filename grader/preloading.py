"""The process that workers are forked from, as the grader sees it: it has imported TensorFlow.

Under bubblewrap it lives in a process tree of its own, whose numbers mean nothing outside, and on a
small disk of its own, which the grader reaches through `/proc`.
"""

import contextlib
import multiprocessing
from collections.abc import Iterator
from multiprocessing import forkserver, spawn
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil

from grader import bubblewrap
from grader.launch import PRELOAD, blank_main, out_of_reach, worker_environment
from grader.workers import GoneError, end_family


@contextlib.contextmanager
def in_place_of_python(wrapper: Path | None) -> Iterator[None]:
    """Let multiprocessing start this program, where there is one, instead of Python."""
    original = spawn.get_executable()
    if wrapper:
        spawn.set_executable(str(wrapper))
    try:
        yield
    finally:
        spawn.set_executable(original)


@contextlib.contextmanager
def surroundings(wrapper: Path | None) -> Iterator[None]:
    """Be where a worker or the process it is forked from may be started."""
    with worker_environment(), blank_main(), in_place_of_python(wrapper), out_of_reach():
        yield


class PreloadProcess:
    """Python's fork server with TensorFlow in it; there is one in a process."""

    def __init__(self, wrapper: Path | None) -> None:
        self._wrapper = wrapper
        # What was started, and the Python process in it.
        self._found: tuple[int, psutil.Process] | None = None
        multiprocessing.get_context("forkserver").set_forkserver_preload([PRELOAD])

    def ensure(self) -> None:
        """Start it, where it does not run already."""
        with surroundings(self._wrapper):
            forkserver.ensure_running()

    def fork(self, process: BaseProcess) -> None:
        """Fork a worker from it; where it is gone, another is started on the way, as clean."""
        with surroundings(self._wrapper):
            process.start()
        if self._wrapper:
            # Whoever is on this list when the grader exits is ended by number, and the number that
            # it has inside is another process's out here.
            multiprocessing.process._children.discard(process)  # type: ignore[attr-defined]  # noqa: SLF001

    def root(self) -> int | None:
        """Give the number of the process that was started: Python, or bubblewrap round it."""
        return getattr(forkserver._forkserver, "_forkserver_pid", None)  # noqa: SLF001

    def python(self) -> psutil.Process | None:
        """Give the Python process; inside bubblewrap it is the only child of the first process.

        It is looked for once: whose child a process is goes by the time of day, which may be set.
        """
        root = self.root()
        if root and (self._found is None or self._found[0] != root):
            self._found = None
            with contextlib.suppress(psutil.Error, IndexError):
                process = psutil.Process(root)
                inner = process.children()[0].children()[0] if self._wrapper else process
                self._found = (root, inner)
        return self._found[1] if self._found else None

    def kill(self, but: int | None = None) -> None:
        """End it and the workers forked from it, but one."""
        if root := self.root():
            end_family(root, but)

    def outside(self, number: int) -> int:
        """Give the number that a worker has out here; raises GoneError where it is not found."""
        if not self._wrapper:
            return number
        for child in self._children():
            if _number_inside(child.pid) == number:
                return int(child.pid)
        raise GoneError("it was not among the processes of this machine")

    def scratch_root(self) -> Path | None:
        """Give the folder that workers' scratch folders are made in; none for the usual one."""
        python = self.python() if self._wrapper else None
        return Path(f"/proc/{python.pid}/root{bubblewrap.SCRATCH}") if python else None

    def end_orphans(self, known: set[int]) -> None:
        """Kill children that are no worker of ours: daemons that a worker left behind."""
        for child in self._children():
            if child.pid not in known:
                end_family(child.pid)

    def _children(self) -> list[psutil.Process]:
        python = self.python()
        with contextlib.suppress(psutil.Error):
            return python.children() if python else []
        return []


def _number_inside(pid: int) -> int:
    """Read the number that a process has in the innermost process tree that it is in."""
    with contextlib.suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        for line in status.splitlines():
            if line.startswith("NSpid:"):
                return int(line.split()[-1])
    return 0
