"""What a submission holds, wherever it lies: names first, bytes only when they are wanted."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

CHUNK = 64 * 1024
# Folders that tools make: large, and never a student's own work.
SKIPPED = frozenset(
    (
        *(".git", ".venv", "venv", "env", "node_modules"),
        *("__pycache__", "site-packages", "__MACOSX", ".ipynb_checkpoints"),
    )
)
LITTER = frozenset((".ds_store", "thumbs.db", "desktop.ini"))


class Unusable(Exception):  # noqa: N818  (not an error of ours: the student's file cannot be used)
    """A file that cannot be used; its message ends the sentence "was not read: ..."."""


class Member(msgspec.Struct, frozen=True):
    """One file of a submission: its path as found, and how to open it.

    `plain` says that it is a file of its own on disk, which can be read from any place in it;
    `reason` is why it will not be read, where that is known beforehand.
    """

    path: str
    open: Callable[[], BinaryIO]
    plain: bool = False
    reason: str = ""

    def called(self, path: str) -> "Member":
        """Give the same file under another path."""
        return msgspec.structs.replace(self, path=path)


class Listing(msgspec.Struct, frozen=True):
    """All files found, and what could not be looked at, a clause each."""

    members: list[Member] = msgspec.field(default_factory=list)
    troubles: list[str] = msgspec.field(default_factory=list)


class Budget:
    """How many more bytes one submission may unpack into memory."""

    def __init__(self, left: int = 64 * 1024 * 1024) -> None:
        self.left = left

    def spend(self, size: int) -> None:
        """Take from what is left; raises Unusable where it is too little."""
        self.left -= size
        if self.left < 0:
            self.left = 0
            raise Unusable("it unpacks to more than is read of one submission")


def refusing(path: str, reason: str) -> Member:
    """Stand for a file that is there but is not to be read, for this reason."""

    def refuse() -> BinaryIO:
        raise Unusable(reason)

    return Member(path, refuse, reason=reason)


def is_skipped(path: str) -> bool:
    """Tell what is left out without a word: folders that tools make, and litter of desktops."""
    *folders, name = PurePosixPath(path.replace("\\", "/")).parts or ("",)
    if name.startswith("._") or name.lower() in LITTER:
        return True
    return not SKIPPED.isdisjoint((*folders, name))


def content(member: Member, limit: int) -> bytes:
    """Read a file whole, as far as a limit; raises Unusable with a reason, and nothing else."""
    try:
        with member.open() as file:
            return read_up_to(file, limit)
    except Unusable:
        raise
    except OSError as error:
        raise Unusable(error.strerror or str(error)) from None
    except Exception:  # noqa: BLE001  (archive readers raise whatever a damaged archive leads to)
        raise Unusable("it is damaged in its archive") from None


def read_up_to(file: BinaryIO, limit: int) -> bytes:
    """Read to the end in small steps, so that a bomb is found out early; raises Unusable."""
    parts = bytearray()
    while part := file.read(CHUNK):
        parts += part
        if len(parts) > limit:
            raise Unusable(f"it is larger than {limit // 1024} KiB")
    return bytes(parts)
