"""The facts about a machine that the kit depends on."""

from __future__ import annotations

import platform
import re
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

from grader.doctor import memory, windows


class Machine(NamedTuple):
    """What a machine is; None is what cannot be told, or means nothing there."""

    python: tuple[int, int, int]
    system: str
    processor: str
    implementation: str = "CPython"
    bits: int = 64
    free_threaded: bool = False
    release: str = ""
    libc: str = ""
    libc_version: tuple[int, ...] = ()
    # A program for Intel that runs on Apple's own processor.
    translated: bool = False
    avx: bool | None = None
    memory: int | None = None
    free_memory: int | None = None
    long_paths: bool | None = None
    missing_runtime: tuple[str, ...] = ()
    libraries: str = ""


def this_machine() -> Machine:
    """Collect the facts about this one."""
    system = platform.system()
    on_windows = system == "Windows"
    libc, version = libc_of(platform.libc_ver(), str(sysconfig.get_config_var("HOST_GNU_TYPE")))
    return Machine(
        python=sys.version_info[:3],
        system=system,
        processor=platform.machine(),
        implementation=platform.python_implementation(),
        bits=struct.calcsize("P") * 8,
        free_threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        release=platform.mac_ver()[0] or platform.release(),
        libc=libc if system == "Linux" else "",
        libc_version=version,
        translated=_is_translated() if system == "Darwin" else False,
        avx=windows.has_avx() if on_windows else _has_avx(),
        memory=windows.memory()[0] if on_windows else memory.total(),
        free_memory=windows.memory()[1] if on_windows else memory.available(),
        long_paths=windows.long_paths() if on_windows else None,
        missing_runtime=windows.missing_runtime() if on_windows else (),
        libraries=sysconfig.get_path("purelib"),
    )


def libc_of(told: tuple[str, str], built_for: str) -> tuple[str, tuple[int, ...]]:
    """Give the C library's name and version; Python tells musl only by what it was built for."""
    if "musl" in built_for or told[0] == "musl":
        return "musl", ()
    return told[0], tuple(int(part) for part in re.findall(r"\d+", told[1])[:2])


def _has_avx() -> bool | None:
    """Tell whether an Intel or AMD processor has AVX, where the system says so."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    flags = re.search(r"^flags\s*:(.*)$", told, re.MULTILINE)
    return "avx" in flags.group(1).split() if flags else None


def _is_translated() -> bool:
    """Tell whether this Python is one for Intel on a Mac that is not."""
    try:
        told = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "sysctl.proc_translated"],
            capture_output=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return told.stdout.strip() == b"1"
