"""All that is examined, in the order in which it is best repaired."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator

from grader.doctor import diagnosis
from grader.doctor.finding import Finding
from grader.doctor.libraries import libraries
from grader.doctor.machine import this_machine
from grader.doctor.needs import GIBIBYTE, ROOM_ON_DISK
from grader.doctor.sandbox import sandbox
from grader.doctor.tensorflow import tensorflow, wheel

JUDGES = (
    diagnosis.python,
    diagnosis.system,
    diagnosis.processor,
    diagnosis.memory,
    diagnosis.long_paths,
    diagnosis.runtime,
)


def examine() -> Iterator[Finding]:
    """Examine this machine, one thing after another."""
    machine = this_machine()
    yield from filter(None, (judge(machine) for judge in JUDGES))
    able = True
    for look in (disk, libraries, wheel, tensorflow):
        if finding := unless_broken(look):
            able = able and finding.able
            yield finding
    if finding := unless_broken(lambda: sandbox(able=able)):
        yield finding


def unless_broken(look: Callable[[], Finding | None]) -> Finding | None:
    """Look at one thing; that a machine is too odd to be looked at must not hide the rest."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001  (whatever it is, the other findings count)
        said = f"something could not be examined ({type(error).__name__}: {error})"
        return Finding("Doctor", said, "Show this to whoever gave you the kit.")


def disk() -> Finding:
    """See whether the temporary folder can be written, and how much room it has."""
    try:
        folder = tempfile.gettempdir()
        free = shutil.disk_usage(folder).free
        with tempfile.TemporaryFile() as file:
            file.write(b"\0" * 4096)
    except OSError as error:
        said = f"the temporary folder cannot be written ({error.strerror or error})"
        return Finding("Disk", said, "Make room, or set TMPDIR to another folder.", able=False)
    said = f"{free / GIBIBYTE:.1f} GiB free in {folder}"
    if free < ROOM_ON_DISK:
        return Finding("Disk", said, "Make room there: workers write to it.", able=False)
    return Finding("Disk", said)
