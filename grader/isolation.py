"""How far a submission is to be kept apart, what this machine offers, and what is missing."""

import os
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import msgspec

from grader import bubblewrap
from grader.errors import UsageError

# Enough for whatever an exercise writes, and little enough to be held in memory.
SCRATCH_BYTES = 256 * 1024 * 1024
# What has to hold before isolation is complete, and the layers any of which sees to it.
NEEDED: dict[str, set[str]] = {
    "files": {"own file tree", "file wall"},
    # The kernel's file walls leave UDP open.
    "the network": {"own network"},
    "other processes": {"own process tree", "signal wall"},
    "memory": {"memory limit"},
    "processor time": {"cpu limit"},
    "disk space": {"own small disk"},
}


class Mode(Enum):
    """Whether to use what the machine offers, to insist on all of it, or to do without."""

    AUTO = "auto"
    REQUIRE = "require"
    OFF = "off"


class Isolation(msgspec.Struct, frozen=True):
    """The walls that are asked for; hidden folders are shown to no worker.

    Where the grader is root and there is no bubblewrap, workers become this user; 0 is nobody's.
    """

    mode: Mode = Mode.AUTO
    hidden: tuple[Path, ...] = ()
    user: int = 0

    @property
    def walls(self) -> bool:
        """Whether workers are walled off at all."""
        return self.mode is not Mode.OFF

    def wrapper(self) -> Path | None:
        """Write the script that puts bubblewrap round Python; none where it cannot be used."""
        if not self.walls or bubblewrap.trouble(self.hidden):
            return None
        return bubblewrap.write_wrapper(self.hidden, SCRATCH_BYTES)

    def require(self, layers: Iterable[str]) -> None:
        """Refuse to go on where isolation has to be complete and is not; raises UsageError."""
        held = set(layers)
        missing = [what for what, by in NEEDED.items() if not by & held]
        if self.mode is Mode.REQUIRE and missing:
            raise UsageError(
                f"Isolation is incomplete here: nothing guards {_listed(missing)} "
                f"({self._why()}); mend that, or say --sandbox auto."
            )

    def _why(self) -> str:
        if not sys.platform.startswith("linux"):
            return "isolation needs Linux"
        return bubblewrap.trouble(self.hidden) or "this kernel offers too little"


def user_number(name: str | None) -> int:
    """Give the number of a user that workers are to become, 0 for none; raises UsageError."""
    if name is None:
        return 0
    try:
        import pwd  # noqa: PLC0415  (not on Windows)

        number = pwd.getpwnam(name).pw_uid
    except (ImportError, KeyError):
        raise UsageError(f"There is no user {name!r} for workers to become.") from None
    if os.geteuid() != 0:
        raise UsageError("Only root can run workers as another user; leave --worker-user out.")
    for place in (Path(sys.base_prefix), Path(sys.prefix)):
        if any(not each.stat().st_mode & 0o001 for each in (place, *place.resolve().parents)):
            raise UsageError(
                f"Workers that become {name!r} could not read Python in {str(place)!r}; "
                "use a Python that every user may read."
            )
    return number


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
