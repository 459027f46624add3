"""Worker processes as the grader sees them: started, asked, and ended with all they started."""

import contextlib
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec
import psutil

from grader.errors import GraderError
from grader.inspection import UnsoundError, inspected
from grader.limits import MEBIBYTE, Limits
from grader.removal import remove
from grader.verdict import Verdict
from grader.worker import wire
from grader.worker.messages import Ready, Reply, Request, decode_reply, encode

KEPT_OF_ERRORS = 4096
MOST_PROCESSES = 64
SECONDS_UNSEEN = 1.0
# What a worker takes before it has run any code of a student.
OWN_MEMORY = 512 * MEBIBYTE
# What decoding and inspecting bytes can raise that a submission wrote into the pipe.
NO_MESSAGE = (
    wire.GarbledError,
    UnsoundError,
    msgspec.DecodeError,
    RecursionError,
    ValueError,
    OverflowError,
)


class LostError(Exception):
    """A worker is gone, or was ended; says with which verdict, and in what words."""

    def __init__(self, verdict: Verdict, message: str) -> None:
        super().__init__(message)
        self.verdict = verdict
        self.message = message


class GoneError(EOFError):
    """A worker was lost before it was ready, without a word: most likely with what it came from."""


class Output:
    """Collects what a worker prints, up to a cap; the rest is read and dropped."""

    def __init__(self, source: Connection, cap: int) -> None:
        self.kept = bytearray()
        self.last = b""
        self._source = source
        self._cap = cap
        self._thread = threading.Thread(target=self._drain, daemon=True)
        self._thread.start()

    def _drain(self) -> None:
        with contextlib.suppress(OSError, EOFError):
            while part := os.read(self._source.fileno(), 65536):
                self.kept += part[: max(0, self._cap - len(self.kept))]
                self.last = (self.last + part)[-KEPT_OF_ERRORS:]

    def text(self) -> str:
        """What was printed, once the worker has ended."""
        self._thread.join(timeout=2.0)
        return bytes(self.kept).decode("utf-8", errors="replace")


class Worker:
    """One process with TensorFlow in it, and the pipe to it."""

    def __init__(
        self,
        process: BaseProcess,
        pid: int,
        channel: socket.socket,
        output: Output,
        scratch: Path | None,
        limits: Limits,
    ) -> None:
        self.process = process
        # As the grader sees it; the process itself may be told another number.
        self.pid = pid
        self.scratch = scratch
        self.output = output
        self.ready = Ready("", False, 0, ())
        self._channel = channel
        self._limits = limits
        self._looked = time.monotonic()

    def greet(self, seconds: float) -> None:
        """Wait until the worker has TensorFlow; raises GraderError where it never does.

        Raises GoneError where it ended on the way, without a word.
        """
        try:
            reply = decode_reply(wire.receive(self._channel, seconds))
        except (wire.WireError, msgspec.DecodeError) as error:
            self.kill()
            self.output.text()
            said = self.output.last.decode("utf-8", errors="replace").strip().splitlines()
            if not said and not isinstance(error, wire.LateError):
                raise GoneError("it ended before it was ready") from None
            why = f" ({said[-1]})" if said else " in time"
            raise GraderError(
                f"A worker could not start TensorFlow{why}; "
                "`grader doctor` says how to repair that."
            ) from None
        assert isinstance(reply, Ready)
        self.ready = reply

    def ask(self, request: Request, seconds: float, late: str = "") -> Reply:
        """Ask and wait that long at most; raises LostError, in these words where it is late."""
        try:
            wire.send(self._channel, encode(request), seconds)
            payload = wire.receive(self._channel, seconds, self._look)
            if time.monotonic() > self._looked + SECONDS_UNSEEN:
                # Quick answers one after another leave no silence to look about in.
                self._look()
            return inspected(decode_reply(payload), request)
        except wire.LateError:
            self.kill()
            late = late or f"gave no answer within {seconds:.3g} seconds"
            raise LostError(Verdict.TIMED_OUT, late) from None
        except NO_MESSAGE:
            self.kill()
            raise LostError(
                Verdict.CRASHED, "wrote something into the grader's pipe that is no answer"
            ) from None
        except wire.WireError:
            raise self._autopsy() from None

    def _look(self) -> None:
        """Now and then, end a worker that takes too much by many processes.

        What one process takes for itself is limited by the system; shared memory and the sum over
        a family is not.
        """
        self._looked = time.monotonic()
        family = family_of(self.pid)
        if len(family) > MOST_PROCESSES:
            self.kill()
            raise LostError(Verdict.CRASHED, f"started more than {MOST_PROCESSES} processes")
        if takes_more(family, self._limits.memory + OWN_MEMORY):
            self.kill()
            raise self._out_of_memory()

    def _out_of_memory(self) -> LostError:
        most = self._limits.mebibytes
        return LostError(Verdict.OUT_OF_MEMORY, f"ran out of the {most} MiB of memory it has")

    def _autopsy(self) -> LostError:
        """Say why the process is gone."""
        self.process.join(timeout=2.0)
        code = self.process.exitcode
        self.kill()
        if code is not None and code == -getattr(signal, "SIGXCPU", 24):
            most = self._limits.cpu_seconds
            return LostError(Verdict.TIMED_OUT, f"used up the {most} s of processor time it has")
        if b"bad_alloc" in self.output.last or b"MemoryError" in self.output.last[-200:]:
            return self._out_of_memory()
        return LostError(Verdict.CRASHED, f"ended without an answer ({_ending(code)})")

    def kill(self) -> None:
        """End the process and all that it started."""
        end_family(self.pid)

    def bury(self) -> None:
        """Wait for a killed process to be gone, and remove its scratch folder."""
        with contextlib.suppress(OSError):
            self._channel.close()
        self.process.join(timeout=5.0)
        self.output.text()
        if self.scratch:
            remove(self.scratch)


def _ending(code: int | None) -> str:
    if code is None:
        return "it closed the pipe"
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def end_family(pid: int, but: int | None = None) -> None:
    """Kill a process and its descendants, wherever they have moved their session to, but one."""
    for member in family_of(pid):
        if member.pid == but:
            continue
        with contextlib.suppress(psutil.Error):
            member.kill()


def family_of(pid: int) -> list[psutil.Process]:
    """List a process's descendants and itself; none where it is gone."""
    try:
        parent = psutil.Process(pid)
        return [*parent.children(recursive=True), parent]
    except psutil.Error:
        return []


def takes_more(family: list[psutil.Process], most: int) -> bool:
    """Tell whether a family takes more memory than that; what is shared counts once."""
    left = most - _in_memory_files(family)
    if _summed(family, lambda each: each.memory_info().rss) <= left:
        return False
    # Exact and slow: pages that came with the fork are in every member's plain figure.
    return _summed(family, lambda each: getattr(each.memory_full_info(), "pss", 0)) > left


def _in_memory_files(family: list[psutil.Process]) -> int:
    """Give the bytes in open files that lie in memory alone, which no process's figure counts."""
    found: dict[int, int] = {}
    for member in family:
        with contextlib.suppress(OSError):
            for link in Path(f"/proc/{member.pid}/fd").iterdir():
                if str(link.readlink()).startswith("/memfd:"):
                    status = link.stat()
                    found[status.st_ino] = status.st_blocks * 512
    return sum(found.values())


def _summed(family: list[psutil.Process], measure: Callable[[psutil.Process], int]) -> int:
    total = 0
    for member in family:
        with contextlib.suppress(psutil.Error):
            total += measure(member)
    return total


def crowded(folder: Path) -> bool:
    """Tell whether a good part of a folder's disk is taken, in bytes or in files."""
    try:
        disk = os.statvfs(folder)
    except OSError:
        return False
    return disk.f_bavail < 0.75 * disk.f_blocks or disk.f_favail < 0.75 * disk.f_files


def new_scratch() -> Path:
    """Make a scratch folder; raises GraderError on a full or unwritable disk."""
    try:
        return Path(tempfile.mkdtemp(prefix="slopework-"))
    except OSError as error:
        raise GraderError(f"No scratch folder could be made: {error.strerror}.") from None


def pair(limits: Limits) -> tuple[socket.socket, socket.socket]:
    """Make the two ends of a worker's pipe."""
    ours, theirs = socket.socketpair()
    ours.settimeout(limits.call_seconds)
    return ours, theirs
