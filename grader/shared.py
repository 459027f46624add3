"""The fallback where forking is unsafe: one spawned worker serves a whole submission."""

from grader.supply import Supply
from grader.worker.messages import Reply, Scan
from grader.workers import LostError, Worker


class SharedWorker:
    """One worker for all files of a submission, all of them scanned before the first one runs."""

    def __init__(self, supply: Supply, scans: tuple[Scan, ...]) -> None:
        self.shared = True
        self._supply = supply
        self._scans = scans
        self._worker: Worker | None = None
        self._found: dict[str, Reply] = {}

    def take(self) -> Worker:
        """Give the worker, a fresh one where the last was lost."""
        while self._worker is None:
            self._worker = self._supply.take(ahead=False)
            self._found = {}
            for scan in self._scans:
                try:
                    self._found[scan.path] = self._worker.ask(
                        scan, self._supply.limits.call_seconds
                    )
                except LostError:
                    # This file kills the reader; it will be asked for, and judged, by itself.
                    self._scans = tuple(each for each in self._scans if each is not scan)
                    self.release(self._worker, lost=True)
                    break
        return self._worker

    def release(self, worker: Worker, *, lost: bool = False) -> None:
        """Keep a worker that is alive for the next file."""
        if lost:
            self._supply.release(worker)
            self._worker = None

    def scanned(self, path: str) -> Reply | None:
        """Give what was found in a file before any file ran."""
        return self._found.get(path)

    def close(self) -> None:
        """End the worker with its submission."""
        if self._worker:
            self.release(self._worker, lost=True)
