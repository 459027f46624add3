"""A crew on other machines: the workers of a Dask cluster, reached through its scheduler.

Submissions travel as bytes and reports come back as bytes; both are data, read as such. Whoever
grades there has this kit and its solutions already, and says so where they are not the same.
"""

import tempfile
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import cache
from multiprocessing import util
from pathlib import Path
from typing import Any, Self

import msgspec

from grader.assignment import Assignment
from grader.crew import grade_here, leave_desk
from grader.errors import UsageError
from grader.kit import find_kit, hidden_folders
from grader.removal import remove
from grader.report import Report
from grader.submission import Submission
from grader.workers import new_scratch

try:
    import distributed
    from distributed.comm.addressing import get_address_host_port
    from distributed.comm.core import CommClosedError
    from distributed.scheduler import KilledWorker
except ImportError:
    distributed = None  # type: ignore[assignment]

JOIN_SECONDS = 15.0
HOW = "start it with `dask worker ADDRESS --no-nanny --nthreads 1`"


class Parcel(msgspec.Struct, frozen=True):
    """What travels to whoever grades: the digest stands for the kit that is meant."""

    assignment: Assignment
    submission: Submission
    digest: str


class ClusterCrew:
    """All workers of a cluster, those that join later too; it is left as it was found."""

    def __init__(self, address: str) -> None:
        """Join the cluster; raises UsageError where there is none, or its workers are unfit."""
        if distributed is None:
            raise UsageError("--scheduler needs Dask; run `pip install 'slopework[cluster]'`.")
        self._client = _join(address)
        self._executor: Executor | None = None
        for worker in self._workers().values():
            _require_fit(worker)

    def _workers(self) -> dict[str, Any]:
        found: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return found

    @property
    def size(self) -> int:
        """How many workers there are now; at least one, so that work waits for those to come."""
        return max(1, len(self._workers()))

    def executor(self) -> Executor:
        """Give the cluster as an executor."""
        if self._executor is None:
            self._executor = Posting(self._client.get_executor(pure=False))
        return self._executor

    def dismiss(self) -> None:
        """Ask for none of what was handed out any more; what is at work there ends by itself."""
        if self._executor:
            self._executor.shutdown(wait=False)
        self._executor = None

    def __enter__(self) -> Self:
        """Be at work."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster."""
        self.dismiss()
        self._client.close()


class Posting(Executor):
    """Hands `grade_here` to a cluster, as data."""

    def __init__(self, cluster: Executor) -> None:
        self._cluster = cluster

    def submit(self, fn: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        """Send an assignment and a submission to whoever is free."""
        assert fn is grade_here
        assignment, submission = arguments
        parcel = Parcel(assignment, submission, assignment.digest(submission))
        sent = self._cluster.submit(grade_there, msgspec.msgpack.encode(parcel, enc_hook=str))
        answer: Future[Any] = Future()
        answer.set_running_or_notify_cancel()
        sent.add_done_callback(lambda done: _pass_on(done, answer))
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take back what has not begun."""
        self._cluster.shutdown(wait=wait and not cancel_futures)


def _pass_on(sent: Future[bytes], answer: Future[Any]) -> None:
    """Read what came back; where nothing did, the workers were lost, as in a broken pool."""
    try:
        answer.set_result(msgspec.msgpack.decode(sent.result(), type=Report))
    except (KilledWorker, CommClosedError) as error:
        answer.set_exception(BrokenExecutor(str(error)))
    except BaseException as error:  # noqa: BLE001  (whatever it is, the engine decides)
        answer.set_exception(error)


def grade_there(parcel: bytes) -> bytes:
    """Grade what was sent, in this worker's process, with this machine's kit."""
    sent = msgspec.msgpack.decode(parcel, type=Parcel, dec_hook=lambda kind, value: kind(value))
    kit = find_kit(Path.cwd())
    isolation = msgspec.structs.replace(sent.assignment.isolation, hidden=hidden_folders(kit))
    assignment = msgspec.structs.replace(sent.assignment, root=kit.root, isolation=isolation)
    worker = distributed.get_worker()
    if assignment.digest(sent.submission) != sent.digest:
        raise UsageError(
            f"The worker {worker.address} has another kit than this one (checks, solutions or "
            "versions differ); install the same there."
        )
    settle()
    return msgspec.msgpack.encode(grade_here(assignment, sent.submission))


@cache
def settle() -> None:
    """Make this worker's process fit for grading: what it writes and starts ends with it.

    Not in Dask's own folder, whose path is longer than a socket's may be.
    """
    tempfile.tempdir = str(new_scratch())
    util.Finalize(None, leave_desk, exitpriority=100)
    # After multiprocessing has removed its own folder in there, which it does at -100.
    util.Finalize(None, remove, (Path(tempfile.tempdir),), exitpriority=-200)


def _join(address: str) -> Any:
    try:
        # A client that cannot be made of its address takes half a minute to go away.
        get_address_host_port(address)
        client: Any = distributed.Client(  # type: ignore[no-untyped-call]
            address, timeout=JOIN_SECONDS, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            f"There is no Dask scheduler at {address!r} ({error or 'no answer'}); "
            "start one with `dask scheduler`, and name the address that it prints."
        ) from None
    try:
        client.wait_for_workers(1, timeout=JOIN_SECONDS)
    except TimeoutError:
        client.close()
        raise UsageError(f"The scheduler at {address!r} has no worker; {HOW}.") from None
    return client


def _require_fit(worker: dict[str, Any]) -> None:
    """Refuse a worker that may not have processes of its own, or grades two things at once."""
    name = worker.get("id", "?")
    if worker.get("nanny"):
        raise UsageError(f"The worker {name} is under a nanny, which lets it start none; {HOW}.")
    if worker["nthreads"] != 1:
        raise UsageError(f"The worker {name} has {worker['nthreads']} threads, not one; {HOW}.")
