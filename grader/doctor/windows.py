"""The facts that only Windows has, or tells in its own way."""

from __future__ import annotations

import ctypes
import sys

# What TensorFlow's wheel loads of Microsoft's Visual C++ runtime.
RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "vcruntime140_1.dll")
PF_AVX_INSTRUCTIONS_AVAILABLE = 39


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX, as GlobalMemoryStatusEx fills it in."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("rest", ctypes.c_ulonglong * 5),
    )


def has_avx() -> bool | None:
    """Tell whether the processor has AVX."""
    if sys.platform != "win32":
        return None
    return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(PF_AVX_INSTRUCTIONS_AVAILABLE))


def memory() -> tuple[int | None, int | None]:
    """Give the bytes of memory, and those that are free."""
    if sys.platform != "win32":
        return None, None
    status = _MemoryStatus(ctypes.sizeof(_MemoryStatus))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None, None
    return status.total, status.available


def long_paths() -> bool | None:
    """Tell whether paths longer than 260 characters are allowed."""
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415  (Windows only)

    place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def missing_runtime() -> tuple[str, ...]:
    """List the parts of the Visual C++ runtime that cannot be loaded."""
    if sys.platform != "win32":
        return ()
    return tuple(name for name in RUNTIME if not _loads(name))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
