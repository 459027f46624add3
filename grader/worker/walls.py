"""Walls round a worker where the kernel has Landlock: files, TCP, signals; best effort."""

import sys
from pathlib import Path

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc", "/sys", "/proc")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


def wall_off(scratch: str) -> tuple[str, ...]:
    """Leave the worker its libraries to read and its scratch folder to write; name what holds.

    To be called before TensorFlow starts threads, which keep the rights they were started with.
    """
    try:
        import landlockpy as landlock  # noqa: PLC0415  (Linux only)
    except ImportError:
        return ()
    if not landlock.supported():
        return ()
    access = landlock.AccessFS
    read = access.READ_FILE | access.READ_DIR | access.EXECUTE
    every = ~access.NONE
    scope = landlock.Scope
    with landlock.Ruleset(scoped=scope.SIGNAL | scope.ABSTRACT_UNIX_SOCKET) as ruleset:
        for folder in sorted(readable()):
            ruleset.allow_path(folder, read)
        for device in filter(_exists, DEVICES):
            ruleset.allow_path(device, access.READ_FILE | access.WRITE_FILE)
        ruleset.allow_path(scratch, every)
        ruleset.restrict()
        held = {
            "file": ruleset.handled_fs,
            "network": ruleset.handled_net,
            "signal": ruleset.scoped,
        }
    return tuple(f"{name} wall" for name, rights in held.items() if rights)


def readable() -> set[str]:
    """Give the folders that Python and TensorFlow live in, and the system's own."""
    places = {*SYSTEM, sys.prefix, sys.base_prefix, *sys.path}
    return {place for place in places if _exists(place)}


def _exists(place: str) -> bool:
    return Path(place).exists()
