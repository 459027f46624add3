"""Programs that are run to see what comes of them, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import NamedTuple


class Ended(NamedTuple):
    """How a program ended; no code where it did not, in its time."""

    code: int | None
    output: str
    errors: str
    seconds: float

    @property
    def last_words(self) -> str:
        """The last line that it complained with."""
        lines = [line for line in self.errors.splitlines() if line.strip()]
        return lines[-1].strip() if lines else ""


def run_python(code: str, seconds: float, *arguments: str, **environment: str) -> Ended:
    """Run Python code apart from the current folder, where a student's `numpy.py` may lie."""
    settings = {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8", **environment}
    # Python before 3.11 knows no safe path.
    whole = f"import sys; sys.path[:] = [each for each in sys.path if each]\n{code}"
    begun = time.monotonic()
    try:
        ran = subprocess.run(  # noqa: S603  (this Python, and code of our own)
            [sys.executable, "-c", whole, *arguments],
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended(None, "", "", seconds)
    return Ended(ran.returncode, ran.stdout, ran.stderr, time.monotonic() - begun)
