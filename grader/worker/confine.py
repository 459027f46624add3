"""What a worker gives up before it sees a submission: files, names, memory, time."""

import ctypes
import os
import signal
import sys
import tempfile
from multiprocessing import process
from pathlib import Path

import msgspec

INSTALLED = {"site-packages", "dist-packages"}
# Ctrl-C and a closed window; Windows knows only the first.
FROM_TERMINALS = {each for each in signal.Signals if each.name in ("SIGINT", "SIGHUP")}
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
OTHER_USER = "another user"


class Orders(msgspec.Struct, frozen=True):
    """How a worker is to live; sizes in bytes, times in seconds. Zero memory: no limit.

    A user other than 0 is who it becomes, where the grader is root.
    """

    scratch: str
    memory: int
    cpu_seconds: int
    file_size: int
    shielded: bool = False
    walls: bool = True
    user: int = 0


def forget_the_grader() -> None:
    """Drop what ties this process to the grader: its arguments, key, folders and session."""
    root = Path(__file__).resolve().parents[2]
    sys.argv = [""]
    os.environ.pop("PYTHONPATH", None)
    sys.path[:] = [entry for entry in sys.path if is_library(entry, root)]
    sys.modules["grader"].__path__ = []
    process.current_process().authkey = b""
    if hasattr(os, "setsid"):
        os.setsid()
    if hasattr(signal, "pthread_sigmask"):
        # Blocked since it was started, against a terminal that it has left now.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, FROM_TERMINALS)


def is_library(entry: str, root: Path) -> bool:
    """Tell a folder of installed packages from any other that happens to be on the import path.

    The others are the checkout of the kit, the current folder, the folder of a script.
    """
    folder = Path(entry).resolve()
    if entry == "" or (folder / "exercises").exists() or (folder / "solutions").exists():
        return False
    if folder == root and folder.name not in INSTALLED:
        return False
    prefixes = {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}
    homes = [Path(each).resolve() for each in prefixes]
    own = any(folder.is_relative_to(home) for home in homes)
    return own or not INSTALLED.isdisjoint(folder.parts) or (folder / "tensorflow").is_dir()


def close_inherited(keep: set[int]) -> None:
    """Close every descriptor but these, so that no pipe of the fork server stays within reach."""
    table = Path("/proc/self/fd")
    if not table.exists():
        return
    for name in os.listdir(table):  # noqa: PTH208  (iterdir keeps a descriptor open meanwhile)
        if int(name) not in keep:
            try:
                os.close(int(name))
            except OSError:
                continue


def dwell(scratch: str) -> None:
    """Make the scratch folder the current folder, home and temporary folder."""
    os.makedirs(scratch, mode=0o700, exist_ok=True)  # noqa: PTH103
    os.chdir(scratch)
    for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "MPLCONFIGDIR"):
        os.environ[name] = scratch
    tempfile.tempdir = None


def become(user: int, scratch: str) -> tuple[str, ...]:
    """Become another user, who owns the scratch folder and nothing else; 0 changes nothing.

    To be called before limits, for the kernel drops some of what was set when the user changes.
    """
    if not user or sys.platform == "win32":
        return ()
    os.chown(scratch, user, user)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    if sys.platform == "linux":
        # Its own files under /proc are root's otherwise.
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    return (OTHER_USER,)


def limit(orders: Orders) -> tuple[str, ...]:
    """Set the process's limits; returns the names of those that hold here."""
    if orders.shielded:
        _shield()
        return ()
    if sys.platform == "linux":
        # A worker ends with the process it was forked from, and so with the grader; the reference
        # outlives that process, which a submission may kill, and ends when its pipe closes.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return ()
    layers = ["cpu limit", "file size limit"]
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, orders.cpu_seconds)
    _lower(resource.RLIMIT_FSIZE, orders.file_size)
    used = _data_size()
    if orders.memory and used:
        _lower(resource.RLIMIT_DATA, used + orders.memory)
        layers.append("memory limit")
    return tuple(layers)


def _lower(what: int, value: int) -> None:
    import resource  # noqa: PLC0415

    _, hard = resource.getrlimit(what)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (ceiling, ceiling))


def _data_size() -> int:
    """Bytes of data this process has already: the limit counts from there (0 where unknown)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    for line in status.read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0


def _shield() -> None:
    """Keep other processes of the same user from tracing the reference."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
