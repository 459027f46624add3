"""A supply of fresh workers: TensorFlow imported once, a worker forked ahead of each need.

Where forking is unsafe (macOS, Windows, or an import that started threads) a worker is spawned
instead, imports TensorFlow itself and serves a whole submission.
"""

import multiprocessing
import secrets
import sys
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from grader import bubblewrap
from grader.errors import GraderError
from grader.isolation import Isolation, Mode
from grader.limits import Limits
from grader.preloading import PreloadProcess, surroundings
from grader.removal import remove
from grader.worker import clock, confine, entry
from grader.worker.messages import Reply
from grader.workers import GoneError, Output, Worker, crowded, new_scratch, pair

MOMENT_SECONDS = 0.05
# An exercise can be over before the next worker is made; over two of them the times even out.
AHEAD = 2
# One more after a worker that ended, and one after the process that it came from did.
TRIES = 3


def best_method() -> str:
    """Name the start method that suits this platform."""
    return "forkserver" if sys.platform == "linux" else "spawn"


class Supply:
    """Gives out workers that are ready; close it, or it leaves processes behind."""

    def __init__(
        self, limits: Limits, method: str = "auto", isolation: Isolation | None = None
    ) -> None:
        self.limits = limits
        self.method = best_method() if method == "auto" else method
        self.isolation = isolation or Isolation()
        self.layers: tuple[str, ...] = ()
        self._wrapper: Path | None = None
        self._preload: PreloadProcess | None = None
        self._closed = False
        self._workers: list[Worker] = []
        self._lock = threading.Lock()
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker-starter")
        self._undertaker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="undertaker")
        self._reference: Future[Worker] | None = None
        self._spares: deque[Future[Worker]] = deque()

    @property
    def shared(self) -> bool:
        """Whether one worker serves all exercises of a submission."""
        return self.method == "spawn"

    def open(self) -> None:
        """Begin importing TensorFlow, and return. The reference starts before any student."""
        if self._reference:
            return
        self._wrapper = self.isolation.wrapper()
        if self.method == "forkserver":
            self._preload = PreloadProcess(self._wrapper)
            self._preload.ensure()
        self._reference = self._starter.submit(self._start, shielded=True)
        self.prepare()

    def reference(self) -> Worker:
        """Wait for the worker that the solutions run in."""
        assert self._reference, "open the supply first"
        return self._reference.result()

    def require_isolation(self) -> None:
        """Where isolation has to be complete, wait for a worker and see; raises UsageError."""
        if self._spares and self.isolation.mode is Mode.REQUIRE:
            self.isolation.require(self._layers_of(self._spares[0].result()))

    def _layers_of(self, worker: Worker) -> tuple[str, ...]:
        return (*(bubblewrap.LAYERS if self._wrapper else ()), *worker.ready.layers)

    def take(self, *, ahead: bool = True) -> Worker:
        """Wait for a fresh worker, and begin to make the next ones where they will be needed."""
        worker = self._next()
        for _ in range(AHEAD):
            if worker.process.is_alive():
                break
            # It ended with its preload process, which the submission before it may have killed.
            worker = self._next()
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
        self.layers = self._layers_of(worker)
        if ahead and not self.shared:
            self.prepare(AHEAD)
        return worker

    def _next(self) -> Worker:
        """Wait for a spare; it stays that meanwhile, so that closing finds and ends it."""
        self.prepare()
        try:
            worker = self._spares[0].result()
        except GraderError:
            self._spares.popleft()
            raise
        self._spares.popleft()
        return worker

    def prepare(self, count: int = 1) -> None:
        """Begin to make workers now, so that this many are there when they are asked for."""
        while len(self._spares) < count:
            self._spares.append(self._starter.submit(self._start, shielded=False))

    def release(self, worker: Worker, *, lost: bool = False) -> None:  # noqa: ARG002
        """End a worker and what it started at once; what is left to clear away can wait.

        Unless it has filled the small disk that the next worker lives on too.
        """
        worker.kill()
        if self._wrapper and worker.scratch and crowded(worker.scratch):
            worker.bury()
        self._undertaker.submit(self._bury, worker)

    def _bury(self, worker: Worker) -> None:
        """Clear away an ended worker, and any daemon that it left behind."""
        worker.bury()
        with self._lock:
            if worker in self._workers:
                self._workers.remove(worker)
            if self._preload:
                self._preload.end_orphans({each.pid for each in self._workers})

    def scanned(self, path: str) -> Reply | None:  # noqa: ARG002
        """Nothing was scanned ahead: every file has a fresh worker."""
        return None

    def close(self) -> None:
        """End all workers and the process they were forked from."""
        self._closed = True
        begun = (self._reference, *self._spares)
        starting = [each for each in begun if each and not each.cancel()]
        # Again and again: a start that is under way may begin another process just after.
        while wait(starting, timeout=MOMENT_SECONDS).not_done:
            self._kill_preload()
            for worker in list(self._workers):
                worker.kill()
        self._starter.shutdown(wait=True)
        self._undertaker.shutdown(wait=True)
        for worker in list(self._workers):
            worker.kill()
            self._bury(worker)
        if self._preload:
            self._preload.kill()
        if self._wrapper:
            self._wrapper.unlink(missing_ok=True)

    def _start(self, *, shielded: bool) -> Worker:
        """Start one worker; a preload process that stalls or dies meanwhile is replaced."""
        why: Exception | None = None
        for _ in range(TRIES):
            try:
                return self._start_once(shielded=shielded)
            except GoneError as gone:
                # Not to be ended for that: a student's worker may have come from it too.
                why = gone
            except (OSError, EOFError) as error:
                why = error
                self._kill_preload()
            if self._closed:
                raise GraderError("No worker is started any more.")
        raise GraderError(f"A worker could not be started ({why}).")

    def _start_once(self, *, shielded: bool) -> Worker:
        """Start one worker within a deadline, after which the preload process is killed."""
        seconds = self.limits.restart_seconds if self._workers else self.limits.start_seconds
        watchdog = clock.Alarm(seconds, self._kill_preload)
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
        """Start a process; the reference stays outside the walls that are put up for students."""
        apart = shielded and self._wrapper is not None
        method = "spawn" if apart else self.method
        folder = self._folder(shielded=shielded)
        ours, theirs = pair(self.limits)
        reading, writing = multiprocessing.Pipe(duplex=False)
        orders = confine.Orders(
            str(folder),
            self.limits.memory,
            self.limits.cpu_seconds,
            self.limits.file_size,
            shielded,
            self.isolation.walls,
            # Inside bubblewrap there is no other user, and no need of one.
            0 if self._wrapper else self.isolation.user,
        )
        process = multiprocessing.get_context(method).Process(  # type: ignore[attr-defined]
            target=entry.enter, args=(theirs, writing, orders), daemon=True
        )
        try:
            self._start_process(process, method, apart=apart)
            pid, scratch = self._place(process, folder, apart=apart)
        except (OSError, EOFError):
            remove(folder)
            raise
        theirs.close()
        writing.close()
        output = Output(reading, self.limits.output)
        return Worker(process, pid, ours, output, scratch, self.limits)

    def _folder(self, *, shielded: bool) -> Path:
        """Name a worker's scratch folder; inside bubblewrap the worker makes it."""
        if self._wrapper and not shielded:
            return Path(bubblewrap.SCRATCH, f"slopework-{secrets.token_hex(6)}")
        return new_scratch().resolve()

    def _place(self, process: BaseProcess, folder: Path, *, apart: bool) -> tuple[int, Path | None]:
        """Give a started worker's number and scratch folder, as they are outside."""
        number = process.pid or 0
        if apart or not self._wrapper:
            return number, folder
        if not self._preload:
            return number, None
        root = self._preload.scratch_root()
        return self._preload.outside(number), root / folder.name if root else None

    def _start_process(self, process: BaseProcess, method: str, *, apart: bool) -> None:
        if method == "spawn":
            with surroundings(None if apart else self._wrapper):
                process.start()
        elif self._preload:
            self._preload.fork(process)

    def _kill_preload(self) -> None:
        """End the preload process and the workers forked from it, but keep the reference."""
        reference = self._reference
        there = reference and reference.done() and not reference.exception()
        kept = reference.result().pid if reference and there else None
        if self._preload:
            self._preload.kill(but=kept)
