"""Which TensorFlow is installed, and whether it can be loaded and used."""

from __future__ import annotations

import re
from importlib import metadata

from grader.doctor.diagnosis import RUNTIME_PAGE
from grader.doctor.finding import Finding
from grader.doctor.needs import NEXT_TENSORFLOW, OLDEST_TENSORFLOW, dotted, install
from grader.doctor.process import Ended, run_python

SECONDS = 300.0
SLOW_SECONDS = 30.0
KINDS = (
    "tensorflow",
    "tensorflow-cpu",
    "tensorflow-intel",
    "tensorflow-macos",
    "tensorflow-cpu-aws",
    "tf-nightly",
    "tf-nightly-cpu",
)
# Whole builds of the same files; the others are parts of `tensorflow`.
WHOLE = ("tensorflow", "tensorflow-cpu", "tf-nightly", "tf-nightly-cpu")
LOAD = """
import time
begun = time.monotonic()
import tensorflow as tf
seconds = time.monotonic() - begun
assert float(tf.constant(1.0) + 1.0) == 2.0
print(f"{tf.__version__} {seconds:.1f}")
"""
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
ILLEGAL_INSTRUCTION = (-4, 0xC000001D)
KILLED = -9
MISSING = r"No module named 'tensorflow'$"
AGAIN = "Install it anew: {install}."
# What the complaint looks like, and the sentence that repairs it; the first that fits.
REPAIRS = (
    (MISSING, "Run {install}."),
    (
        r"DLL load failed|msvcp140",
        f"Install the Visual C++ Redistributable (x64) from {RUNTIME_PAGE}, then run this again.",
    ),
    (r"GLIBC(XX)?_", "This Linux is too old for it; use a newer one, or a container with one."),
    (r"static TLS block", "Import TensorFlow before any other library, or use a newer Linux."),
    (r"[Nn]o space left|MemoryError|[Cc]annot allocate", "Make room on the disk or in memory."),
    (r"", AGAIN),
)


def wheel() -> Finding | None:
    """Tell which builds of TensorFlow are installed; nothing where none is."""
    found = {kind: version for kind in KINDS if (version := _version(kind))}
    if not found:
        return None
    said = ", ".join(f"{kind} {version}" for kind, version in found.items())
    whole = [kind for kind in WHOLE if kind in found]
    if len(whole) > 1:
        both = " ".join(whole)
        repair = f"They overwrite each other; run `pip uninstall {both}`, then {_install()}."
        return Finding("Wheel", said, repair)
    return Finding("Wheel", said, _other_release(next(iter(found.values()))))


def _version(kind: str) -> str:
    try:
        return metadata.version(kind)
    except metadata.PackageNotFoundError:
        return ""


def _other_release(version: str) -> str:
    """Say what it means that the kit was not tried with a release."""
    release = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if OLDEST_TENSORFLOW <= release < NEXT_TENSORFLOW:
        return ""
    oldest, following = dotted(OLDEST_TENSORFLOW), dotted(NEXT_TENSORFLOW)
    return f"The kit was tried from {oldest} to before {following}; if it fails, run {_install()}."


def _install() -> str:
    return install("[tensorflow]")


def tensorflow() -> Finding:
    """Load TensorFlow in a process of its own and compute a sum with it."""
    return judged(run_python(LOAD, SECONDS, **QUIET))


def judged(ended: Ended) -> Finding:
    """Say what came of loading TensorFlow."""
    if ended.code == 0:
        version, seconds = ended.output.split()[-2:]
        slow = (
            "A first import compiles its files; if it stays so slow, take the kit off a network "
            "drive, and let the virus scanner leave out the folder `.venv`."
        )
        late = float(seconds) > SLOW_SECONDS
        return Finding(
            "TensorFlow", f"{version} loads in {seconds} s and computes", slow if late else ""
        )
    return Finding("TensorFlow", f"cannot be used: {_end(ended)}", _repair(ended), able=False)


def _end(ended: Ended) -> str:
    if ended.code is None:
        return f"it did not load within {ended.seconds:.0f} s"
    if re.search(MISSING, ended.last_words):
        return "it is not installed"
    return ended.last_words[:300] or f"it ended Python with code {ended.code}"


def _repair(ended: Ended) -> str:
    if ended.code is None:
        return "Run this again; if it stays so, move the kit from a network drive to a local one."
    if ended.code in ILLEGAL_INSTRUCTION:
        return "The processor lacks an instruction, most likely AVX; use another computer or Colab."
    if ended.code == KILLED:
        return "The system ended it, most likely for want of memory; close other programs."
    repair = next(said for pattern, said in REPAIRS if re.search(pattern, ended.errors.rstrip()))
    if repair == AGAIN:
        return AGAIN.format(install=install("[tensorflow]", "--force-reinstall "))
    return repair.format(install=_install())
