"""Imported once by the process that workers are forked from: TensorFlow, and not one operation.

After a single operation TensorFlow has threads and every forked child hangs, so the number of
threads is counted here and told by each worker.
"""

import ctypes
import gc
import os
import sys
import warnings
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def count_threads() -> int:
    """Count this process's threads, where the system tells (1 elsewhere)."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else 1


def adopt_orphans() -> None:
    """Make daemons that a worker leaves behind children of this process, so they can be found."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


# Collecting garbage during the import, or in a child over what it shares with its siblings, finds
# nothing and copies every page it looks at.
gc.disable()

from grader.worker.lean import without_matplotlib  # noqa: E402

with without_matplotlib():
    import tensorflow as tf  # noqa: F401  (the import is what this module is for)

    import grader.worker.serve  # noqa: F401

# The fork server is surprised by the orphans that it is made to adopt.
warnings.filterwarnings("ignore", message="forkserver: waitpid")

gc.freeze()
gc.enable()
adopt_orphans()
PROCESS = os.getpid()
THREADS = count_threads()
