"""A supply of fresh workers: TensorFlow imported once, a worker forked ahead of each need.

Where forking is unsafe (macOS, Windows, or an import that started threads) a worker is spawned
instead, imports TensorFlow itself and serves a whole submission.
"""

import contextlib
import multiprocessing
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess

import psutil

from grader.errors import GraderError
from grader.launch import PRELOAD, blank_main, ensure_preloaded, worker_environment
from grader.limits import Limits
from grader.worker import confine, entry
from grader.worker.messages import Reply
from grader.workers import Output, Worker, end_family, new_scratch, pair, remove


def best_method() -> str:
    """Name the start method that suits this platform."""
    return "forkserver" if sys.platform == "linux" else "spawn"


class Supply:
    """Gives out workers that are ready; close it, or it leaves processes behind."""

    def __init__(self, limits: Limits, method: str = "auto") -> None:
        self.limits = limits
        self.method = best_method() if method == "auto" else method
        self.layers: tuple[str, ...] = ()
        self._closed = False
        self._workers: list[Worker] = []
        self._lock = threading.Lock()
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker-starter")
        self._reference: Future[Worker] | None = None
        self._spare: Future[Worker] | None = None

    @property
    def shared(self) -> bool:
        """Whether one worker serves all exercises of a submission."""
        return self.method == "spawn"

    def open(self) -> None:
        """Begin importing TensorFlow, and return. The reference is forked before any student."""
        if self._reference:
            return
        if self.method == "forkserver":
            multiprocessing.get_context("forkserver").set_forkserver_preload([PRELOAD])
            ensure_preloaded()
        self._reference = self._starter.submit(self._start, shielded=True)
        self._spare = self._starter.submit(self._start, shielded=False)

    def reference(self) -> Worker:
        """Wait for the worker that the solutions run in."""
        assert self._reference, "open the supply first"
        return self._reference.result()

    def take(self, *, ahead: bool = True) -> Worker:
        """Wait for a fresh worker, and begin to make the next where one will be needed."""
        future = self._spare or self._starter.submit(self._start, shielded=False)
        self._spare = None
        worker = future.result()
        if not worker.process.is_alive():
            # It ended with its preload process, which the submission before it may have killed.
            worker = self._starter.submit(self._start, shielded=False).result()
        if worker.ready.threads > 1 and self.method == "forkserver":
            raise GraderError(
                "TensorFlow started threads while it was imported, so workers cannot be forked; "
                "run again with --start-method spawn."
            )
        if not worker.ready.preloaded and self.method == "forkserver":
            raise GraderError(
                "The process that workers are forked from could not import TensorFlow; "
                "run again with --start-method spawn."
            )
        self.layers = worker.ready.layers
        if ahead and not self.shared:
            self._spare = self._starter.submit(self._start, shielded=False)
        return worker

    def release(self, worker: Worker, *, lost: bool = False) -> None:  # noqa: ARG002
        """End a worker and what it started at once; what is left to clear away can wait."""
        worker.kill()
        self._starter.submit(self._bury, worker)

    def _bury(self, worker: Worker) -> None:
        """Clear away an ended worker, and any daemon that it left behind."""
        with self._lock:
            worker.bury()
            if worker in self._workers:
                self._workers.remove(worker)
            self._end_orphans()

    def scanned(self, path: str) -> Reply | None:  # noqa: ARG002
        """Nothing was scanned ahead: every file has a fresh worker."""
        return None

    def close(self) -> None:
        """End all workers and the process they were forked from."""
        self._closed = True
        for future in (self._spare, self._reference):
            if future and not future.done():
                future.cancel()
                if self.method == "forkserver":
                    self._kill_preload()
        self._starter.shutdown(wait=True)
        for worker in list(self._workers):
            worker.kill()
            self._bury(worker)
        if self.method == "forkserver" and (pid := self._preload_pid()):
            end_family(pid)

    def _start(self, *, shielded: bool) -> Worker:
        """Start one worker; a preload process that stalls or dies meanwhile is replaced once."""
        try:
            return self._start_once(shielded=shielded)
        except (OSError, EOFError):
            self._kill_preload()
        if self._closed:
            raise GraderError("No worker is started any more.")
        try:
            return self._start_once(shielded=shielded)
        except (OSError, EOFError) as error:
            raise GraderError(f"A worker could not be started ({error}).") from None

    def _start_once(self, *, shielded: bool) -> Worker:
        """Start one worker within a deadline, after which the preload process is killed."""
        seconds = self.limits.restart_seconds if self._workers else self.limits.start_seconds
        watchdog = threading.Timer(seconds, self._kill_preload)
        watchdog.start()
        try:
            with self._lock:
                worker = self._launch(shielded=shielded)
                self._workers.append(worker)
        finally:
            watchdog.cancel()
        worker.greet(self.limits.start_seconds)
        return worker

    def _launch(self, *, shielded: bool) -> Worker:
        context = multiprocessing.get_context(self.method)
        scratch = new_scratch()
        ours, theirs = pair(self.limits)
        reading, writing = multiprocessing.Pipe(duplex=False)
        orders = confine.Orders(
            str(scratch.resolve()),
            self.limits.memory,
            int(self.limits.submission_seconds) + 30,
            self.limits.file_size,
            shielded,
        )
        process = context.Process(  # type: ignore[attr-defined]
            target=entry.enter, args=(theirs, writing, orders), daemon=True
        )
        try:
            self._start_process(process)
        except (OSError, EOFError):
            remove(scratch)
            raise
        theirs.close()
        writing.close()
        return Worker(process, ours, Output(reading, self.limits.output), scratch)

    def _start_process(self, process: BaseProcess) -> None:
        if self.shared:
            with worker_environment(), blank_main():
                process.start()
        else:
            ensure_preloaded()
            with blank_main():
                process.start()

    def _preload_pid(self) -> int | None:
        return getattr(forkserver._forkserver, "_forkserver_pid", None)  # noqa: SLF001

    def _kill_preload(self) -> None:
        """End the preload process and the workers forked from it, but keep the reference."""
        reference = self._reference
        there = reference and reference.done() and not reference.exception()
        kept = reference.result().process.pid if reference and there else None
        if pid := self._preload_pid():
            end_family(pid, but=kept)

    def _end_orphans(self) -> None:
        """Kill children of the preload process that are no worker of ours: left-behind daemons."""
        pid = self._preload_pid()
        if not pid or self.method != "forkserver":
            return
        known = {worker.process.pid for worker in self._workers}
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(pid).children():
                if child.pid not in known:
                    end_family(child.pid)
