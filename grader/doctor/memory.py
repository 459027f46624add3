"""How much memory there is, on systems of the Unix kind and in containers."""

from __future__ import annotations

import os
import re
from pathlib import Path

CONTAINER_LIMITS = (
    "/sys/fs/cgroup/memory.max",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes",
)


def total() -> int | None:
    """Give the bytes of memory, or those that a container leaves of it."""
    known = [each for each in (_installed(), *map(_number_in, CONTAINER_LIMITS)) if each]
    return min(known) if known else None


def available() -> int | None:
    """Give the bytes that are free, where the system says so."""
    try:
        told = Path("/proc/meminfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    found = re.search(r"^MemAvailable:\s*(\d+) kB", told, re.MULTILINE)
    return int(found.group(1)) * 1024 if found else None


def _installed() -> int | None:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


def _number_in(path: str) -> int | None:
    try:
        return int(Path(path).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
