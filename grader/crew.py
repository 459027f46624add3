"""Processes that grade: each has its own pytest, its own preload process, its own reference.

`grade_here` is all that an executor has to run. It needs no set-up in the process it runs in, so
any executor of `concurrent.futures`' form can stand in for the local processes.
"""

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import connection, util
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from grader.assignment import Assignment
from grader.removal import remove
from grader.report import Report
from grader.submission import Submission
from grader.workers import end_family, new_scratch

if TYPE_CHECKING:
    from grader.grading import Grader
    from grader.supply import Supply

# For clearing away what a process of the crew has started and written.
GRACE_SECONDS = 10.0


class Crew(Protocol):
    """Whoever grades: gives an executor, and a fresh one after the last has failed."""

    @property
    def size(self) -> int:
        """How many submissions are graded at a time."""

    def executor(self) -> Executor:
        """Give the executor at work, a new one where there is none."""

    def dismiss(self) -> None:
        """End the executor and all its processes at once."""


class LocalCrew:
    """Processes on this machine, spawned: a fork would share the grader's threads and pipes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._executor: ProcessPoolExecutor | None = None
        # All that its processes write, in one folder, so that nothing of it is left.
        self._folder = ""

    def executor(self) -> Executor:
        """Give the pool, a new one where there is none."""
        if self._executor is None:
            self._folder = str(new_scratch())
            self._executor = ProcessPoolExecutor(
                self.size,
                multiprocessing.get_context("spawn"),
                initializer=attend,
                initargs=(self._folder,),
            )
        return self._executor

    def dismiss(self) -> None:
        """End the pool, also where its processes hang or are dead."""
        if self._executor is None:
            return
        # No public way ends a pool whose process hangs before Python 3.14.
        processes = list((self._executor._processes or {}).values())  # noqa: SLF001
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(GRACE_SECONDS)
            if process.is_alive():
                end_family(process.pid or 0)
        self._shut_down()

    def _shut_down(self) -> None:
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            remove(Path(self._folder))
        self._executor = None

    def __enter__(self) -> Self:
        """Be at work; processes start when they are needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let the processes end in their own time, or at once where something went wrong."""
        if kind:
            self.dismiss()
        self._shut_down()


def attend(folder: str) -> None:
    """Begin a process of the crew: it leaves Ctrl-C to its parent, and ends when that is gone."""
    tempfile.tempdir = folder
    parent = multiprocessing.parent_process()
    assert parent

    def follow() -> None:
        connection.wait([parent.sentinel])
        leave()

    def leave(*_: object) -> None:
        leave_desk()
        remove(Path(folder))
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, leave)
    threading.Thread(target=follow, daemon=True, name="follows-parent").start()
    util.Finalize(None, leave_desk, exitpriority=100)


class _Desk:
    """The one grader that this process keeps warm, what it is warm for, and its workers."""

    assignment: Assignment | None = None
    supply: "Supply | None" = None
    grader: "Grader | None" = None


def grade_here(
    assignment: Assignment, submission: Submission, names: tuple[str, ...] = ()
) -> Report:
    """Grade a submission in this process, in some of the assignment's exercises or all."""
    with at_desk(assignment) as grader:
        return grader.grade(submission, grader.course.select(names) if names else None)


@contextlib.contextmanager
def at_desk(assignment: Assignment) -> "Iterator[Grader]":
    """Give this process's grader, warm where it can be; begins anew after anything is raised."""
    try:
        if _Desk.assignment != assignment or _Desk.grader is None:
            leave_desk()
            _open(assignment)
        assert _Desk.grader
        yield _Desk.grader
    except BaseException:
        leave_desk()
        raise


def _open(assignment: Assignment) -> None:
    from grader.supply import Supply  # noqa: PLC0415

    # Noted before anything runs, so that whatever ends this process ends the workers too.
    _Desk.supply = Supply(assignment.limits, assignment.start_method, assignment.isolation)
    _Desk.supply.open()
    # Heavy; the parent does without, and here it loads while TensorFlow does.
    from grader.grading import Grader  # noqa: PLC0415

    _Desk.grader = Grader.of(assignment, _Desk.supply)
    _Desk.assignment = assignment


def leave_desk() -> None:
    """End this process's grader and its workers, where there are any."""
    supply, _Desk.supply, _Desk.grader, _Desk.assignment = _Desk.supply, None, None, None
    if supply:
        with contextlib.suppress(Exception):
            supply.close()
