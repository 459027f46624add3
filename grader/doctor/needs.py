"""What the kit needs, in a form that needs nothing to read; a test holds it to pyproject.toml."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
# The newest that is tried, and the first that is not.
OLDEST_TENSORFLOW, NEXT_TENSORFLOW = (2, 18), (2, 22)
LIBRARIES = (
    "click",
    "filelock",
    "hypothesis",
    "jinja2",
    "landlockpy",
    "matplotlib",
    "msgspec",
    "nbformat",
    "numpy",
    "psutil",
    "pytest",
    "rich",
    "watchfiles",
)
LINUX_ONLY = ("landlockpy",)
GIBIBYTE = 1024**3
# TensorFlow in one process, forked into others, and a grader.
LEAST_MEMORY = 1.5 * GIBIBYTE
FREE_MEMORY = 1.0 * GIBIBYTE
ROOM_ON_DISK = 0.5 * GIBIBYTE


def dotted(version: tuple[int, ...]) -> str:
    """Write a version as people do."""
    return ".".join(map(str, version))


def install(extra: str = "", options: str = "") -> str:
    """Give the command that installs the kit's libraries here, and TensorFlow with its extra."""
    kit = str(ROOT) if (ROOT / "pyproject.toml").is_file() else "slopework"
    what = f'{"-e " if kit != "slopework" else ""}"{kit}{extra}"'
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    command = f"`{python} -m pip install {options}{what}`"
    if importlib.util.find_spec("pip"):
        return command
    return f"`{python} -m ensurepip`, then {command} (with uv, `uv pip install {options}{what}`)"
