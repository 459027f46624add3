"""What the facts about a machine mean for the kit: facts in, findings out, nothing is asked."""

from __future__ import annotations

from grader.doctor.finding import Finding
from grader.doctor.machine import Machine
from grader.doctor.needs import (
    FREE_MEMORY,
    GIBIBYTE,
    LEAST_MEMORY,
    NEWEST_PYTHON,
    OLDEST_PYTHON,
    dotted,
)

NAMES = {"Darwin": "macOS"}
INTEL = ("x86_64", "amd64")
ARM = ("arm64", "aarch64")
ELSEWHERE = "use another computer, or a notebook in Colab"
# pip unpacks TensorFlow's deepest header at so many characters below `site-packages`.
DEEPEST = 164
LONGEST_PATH = 259
RUNTIME_PAGE = "https://aka.ms/vs/17/release/vc_redist.x64.exe"
OLDEST_GLIBC = (2, 27)


def python(machine: Machine) -> Finding:
    """Judge the Python that runs this."""
    said = f"{dotted(machine.python)}, {machine.implementation}, {machine.bits}-bit"
    return Finding("Python", said, _python_trouble(machine), able=not _python_trouble(machine))


def _python_trouble(machine: Machine) -> str:
    newest, release = dotted(NEWEST_PYTHON), machine.python[:2]
    anew = f"install Python {newest} from python.org and make the folder `.venv` anew with it."
    if release > NEWEST_PYTHON:
        return f"There is no TensorFlow for Python {dotted(release)} in this kit's range; {anew}"
    if release < OLDEST_PYTHON:
        return f"The kit needs Python {dotted(OLDEST_PYTHON)} to {newest}; {anew}"
    if machine.implementation != "CPython":
        return f"TensorFlow runs on CPython alone; {anew}"
    if machine.bits != 64:
        return f"There is no TensorFlow for a 32-bit Python; take the 64-bit installer: {anew}"
    if machine.free_threaded:
        return f"There is no TensorFlow for a free-threaded Python; {anew}"
    return ""


def system(machine: Machine) -> Finding:
    """Judge the operating system together with the kind of processor."""
    name = NAMES.get(machine.system, machine.system)
    libc = " ".join(part for part in (machine.libc, dotted(machine.libc_version)) if part)
    parts = [f"{name} {machine.release}".strip(), machine.processor, libc]
    said = ", ".join(part for part in parts if part)
    return Finding("System", said, _system_trouble(machine), able=not _system_trouble(machine))


def _system_trouble(machine: Machine) -> str:
    judges = {"Linux": _linux_trouble, "Darwin": _mac_trouble, "Windows": _windows_trouble}
    judge = judges.get(machine.system)
    return judge(machine) if judge else f"There is no TensorFlow for this system; {ELSEWHERE}."


def _linux_trouble(machine: Machine) -> str:
    if machine.libc == "musl":
        return (
            "There is no TensorFlow for musl (Alpine); use a system with glibc, for instance the "
            "image python:3.13-slim in place of python:3.13-alpine."
        )
    if machine.processor.lower() not in (*INTEL, *ARM):
        return f"There is no TensorFlow for a {machine.processor} processor; {ELSEWHERE}."
    if machine.libc_version and machine.libc_version < OLDEST_GLIBC:
        return (
            f"TensorFlow needs glibc {dotted(OLDEST_GLIBC)} or later; use a newer Linux, or a "
            "container with one."
        )
    return ""


def _mac_trouble(machine: Machine) -> str:
    if machine.translated:
        return (
            "This Python was made for Intel and runs translated; install the universal Python "
            "from python.org, and make the folder `.venv` anew in a terminal without Rosetta."
        )
    if machine.processor.lower() in INTEL:
        return (
            "TensorFlow ended its support for Macs with an Intel processor at 2.16; "
            "use Linux in a container or a virtual machine, or a notebook in Colab."
        )
    return ""


def _windows_trouble(machine: Machine) -> str:
    if machine.processor.lower() not in INTEL:
        return (
            f"There is no TensorFlow for Windows on {machine.processor}; "
            "use Linux in WSL, or a notebook in Colab."
        )
    return ""


def processor(machine: Machine) -> Finding | None:
    """Judge whether the processor has what TensorFlow's wheels were compiled for."""
    if machine.processor.lower() not in INTEL or machine.translated:
        return None
    if machine.avx is None:
        return Finding("Processor", "whether it has AVX cannot be told here")
    if machine.avx:
        return Finding("Processor", "has AVX")
    repair = (
        "TensorFlow's wheels stop with an illegal instruction on it; in a virtual machine let the "
        f"guest see the host's processor, else {ELSEWHERE}."
    )
    return Finding("Processor", "has no AVX", repair, able=False)


def memory(machine: Machine) -> Finding | None:
    """Judge whether there is memory enough for TensorFlow and its workers."""
    if machine.memory is None:
        return None
    said = f"{machine.memory / GIBIBYTE:.1f} GiB"
    if machine.memory < LEAST_MEMORY:
        repair = f"Grading takes about 1 GiB; give the machine or container more, or {ELSEWHERE}."
        return Finding("Memory", said, repair, able=False)
    if machine.free_memory is None:
        return Finding("Memory", said)
    said += f", {machine.free_memory / GIBIBYTE:.1f} GiB free"
    scarce = "Grading takes about 1 GiB; close other programs where it is slow or fails."
    return Finding("Memory", said, scarce if machine.free_memory < FREE_MEMORY else "")


def long_paths(machine: Machine) -> Finding | None:
    """Judge whether TensorFlow's files fit into the paths that Windows allows."""
    if machine.long_paths is None:
        return None
    if machine.long_paths:
        return Finding("Long paths", "are allowed")
    if len(machine.libraries) + 1 + DEEPEST <= LONGEST_PATH:
        return Finding("Long paths", "are not allowed, and not needed in this folder")
    repair = (
        "Move the kit to a short path such as C:\\slopework and make `.venv` anew, or allow long "
        "paths: as administrator, in PowerShell, `Set-ItemProperty "
        "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\FileSystem LongPathsEnabled 1`."
    )
    said = f"are not allowed, and TensorFlow's files need them below {machine.libraries}"
    return Finding("Long paths", said, repair, able=False)


def runtime(machine: Machine) -> Finding | None:
    """Judge whether the Visual C++ runtime is there."""
    if machine.system != "Windows":
        return None
    if not machine.missing_runtime:
        return Finding("Visual C++", "its runtime is there")
    repair = f"Install the Visual C++ Redistributable (x64) from {RUNTIME_PAGE}."
    said = f"its runtime is incomplete: no {', '.join(machine.missing_runtime)}"
    return Finding("Visual C++", said, repair, able=False)
