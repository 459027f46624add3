"""Bubblewrap: a file tree, a network and a process tree of their own for whatever runs inside.

The standard library starts its processes by an executable's path, so the command is written into a
small script that stands in for Python. Source of the options: `man bwrap`.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from grader.kit import PACKAGE
from grader.worker import confine

LAYERS = ("own file tree", "own network", "own process tree", "own small disk")
# What a program needs of the system's settings, and nothing that could be a secret.
SETTINGS = (
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/etc/nsswitch.conf",
    "/etc/os-release",
    "/etc/passwd",
)
SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/bin",
    "/sbin",
    "/nix/store",
    "/gnu/store",
)
SCRATCH = "/tmp"  # noqa: S108  (inside, where it is a small disk of its own)
PROBE = "import os, sys; sys.exit(len(os.listdir('/proc/self/fd')) == 0)"
PROBE_SECONDS = 20.0


def program() -> str | None:
    """Find the program, where it is installed."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


@cache
def trouble(hidden: tuple[Path, ...] = ()) -> str:
    """Say why it cannot be used here, in a few words; nothing where it can. Tried once."""
    if program() is None:
        return "bubblewrap is not installed"
    try:
        ran = subprocess.run(  # noqa: S603  (a fixed program, with folders of our own)
            [*command(hidden, 1 << 20), sys.executable, "-I", "-c", PROBE],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PROBE_SECONDS,
            check=False,
            # A terminal's Ctrl-C would end it halfway, and be taken for a refusal.
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"bubblewrap does not start ({type(error).__name__})"
    if ran.returncode == 0:
        return ""
    said = ran.stderr.strip().splitlines() or [f"exit code {ran.returncode}"]
    return f"bubblewrap is installed but refused here ({said[-1].removeprefix('bwrap: ')})"


def command(hidden: tuple[Path, ...], scratch_bytes: int) -> list[str]:
    """Give the command that runs what follows it inside; hidden folders are empty there."""
    arguments = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    for place in (*SYSTEM, *SETTINGS):
        arguments += _shown(place)
    arguments += ["--ro-bind-try", "/sys", "/sys", "--proc", "/proc", "--dev", "/dev"]
    for disk in (SCRATCH, "/dev/shm"):  # noqa: S108
        arguments += ["--size", str(scratch_bytes), "--tmpfs", disk]
    libraries = _libraries()
    for place in libraries:
        arguments += ["--ro-bind", place, place]
    emptied = [str(each) for each in hidden if _covered(str(each), {*libraries})]
    for folder in (*emptied, str(PACKAGE)):
        arguments += ["--tmpfs", folder]
    arguments += _worker_only()
    # multiprocessing takes its children to the folder that the grader runs in: an empty one here.
    arguments += ["--dir", os.getcwd()]  # noqa: PTH109
    for disk in ("/", "/dev", *emptied, str(PACKAGE)):
        arguments += ["--remount-ro", disk]
    return [program() or "bwrap", *arguments, "--chdir", "/", "--"]


def _shown(place: str) -> list[str]:
    """Show a folder of the system read-only, or the link that stands in its place."""
    if os.path.islink(place) and place in SYSTEM:  # noqa: PTH114
        return ["--symlink", os.readlink(place), place]  # noqa: PTH115
    return ["--ro-bind-try", place, place]


def _libraries() -> list[str]:
    """List the folders outside the system's that Python and TensorFlow live in."""
    root = PACKAGE.parent
    places = {sys.prefix, sys.base_prefix, sys.exec_prefix, *_interpreter_links()}
    places |= {entry for entry in sys.path if confine.is_library(entry, root)}
    return [each for each in sorted(places) if Path(each).exists() and not _covered(each, places)]


def _interpreter_links() -> list[str]:
    """List the folders on the way from Python's path to its file, where each step is a link."""
    step = Path(sys.executable)
    folders: list[str] = []
    while step.is_symlink() and len(folders) < 20:
        folders.append(str(step.parent))
        step = step.parent / step.readlink()
    return [*folders, str(step.parent)]


def _covered(place: str, others: set[str]) -> bool:
    """Tell whether a folder is shown already, inside another one."""
    return any(Path(place).is_relative_to(each) for each in {*SYSTEM, *others} - {place})


def _worker_only() -> list[str]:
    """Show of this package what a worker needs: no checks, no stubs, no recorded answers."""
    parts = [PACKAGE / "__init__.py", PACKAGE / "worker"]
    return [part for path in parts for part in ("--ro-bind", str(path), str(path))]


def write_wrapper(hidden: tuple[Path, ...], scratch_bytes: int) -> Path:
    """Write a script that stands in for Python and runs it inside; the caller removes it."""
    line = shlex.join([*command(hidden, scratch_bytes), sys.executable])
    descriptor, name = tempfile.mkstemp(prefix="slopework-", suffix=".sh")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nexec {line} "$@"\n')
    Path(name).chmod(0o700)
    return Path(name)
