"""Archives: which files are some, and what they hold, down to an archive in an archive."""

import io
from contextlib import ExitStack
from typing import BinaryIO

from grader.intake.labels import shown
from grader.intake.members import Budget, Listing, Member, Unusable, content
from grader.intake.places import Wanted
from grader.intake.tars import list_tar
from grader.intake.zips import list_zip

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
# By what they are called in a reason; none is read by the standard library.
FOREIGN = {".rar": "a RAR archive", ".7z": "a 7z archive", ".tar.zst": "a zst archive"}
_FOREIGN_MAGIC = {b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7z archive"}
# As much as it takes to see the mark of a tar archive.
_START = 512
LARGEST_NESTED = 16 * 1024 * 1024
MOST_ARCHIVES = 20
# An archive, and an archive in it.
DEEPEST = 2


def is_archive(name: str) -> bool:
    """Tell by its name whether a file is an archive that can be read."""
    return name.lower().endswith(SUFFIXES)


def without_suffix(name: str) -> str:
    """Drop an archive's extension, all of it."""
    for suffix in sorted((*SUFFIXES, *FOREIGN), key=len, reverse=True):
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def foreign(name: str) -> str:
    """Say what archive a file is that cannot be read; empty where it is none."""
    return next((what for end, what in FOREIGN.items() if name.lower().endswith(end)), "")


class Unpacker:
    """Lists the archives of one submission; what it opens stays open as long as the stack."""

    def __init__(self, wanted: Wanted, stack: ExitStack) -> None:
        self._wanted = wanted
        self._stack = stack
        self._budget = Budget()
        self._opened = 0

    def expand(self, listing: Listing, depth: int = 0) -> Listing:
        """Add what archives of a listing hold, below their own path; troubles for the rest."""
        whole = Listing(list(listing.members), list(listing.troubles))
        for member in listing.members:
            what = foreign(member.path)
            if what:
                whole.troubles.append(f"{shown(member.path)} is {what}; hand in a zip")
            if is_archive(member.path):
                inner = self._inside(member, depth)
                whole.members.extend(
                    each.called(f"{member.path}/{each.path}") for each in inner.members
                )
                whole.troubles.extend(f"{shown(member.path)}: {each}" for each in inner.troubles)
        return whole

    def _inside(self, member: Member, depth: int) -> Listing:
        self._opened += 1
        if depth >= DEEPEST:
            return Listing(troubles=["it is an archive in an archive in an archive"])
        if self._opened > MOST_ARCHIVES:
            return Listing(troubles=[f"it is one of more than {MOST_ARCHIVES} archives"])
        try:
            return self.list(member, depth)
        except Unusable as reason:
            return Listing(troubles=[str(reason)])

    def list(self, member: Member, depth: int = 0) -> Listing:
        """List one archive and what archives in it hold; raises Unusable with a reason."""
        file = self._open(member)
        start = file.read(_START)
        file.seek(0)
        for magic, what in _FOREIGN_MAGIC.items():
            if start.startswith(magic):
                raise Unusable(f"it is {what}; hand in a zip")
        if _is_zip(start, member.path):
            return self.expand(list_zip(file), depth + 1)
        return self.expand(list_tar(file, self._limit, self._budget), depth + 1)

    def _limit(self, path: str) -> int:
        return LARGEST_NESTED if is_archive(path) else self._wanted.limit(path)

    def _open(self, member: Member) -> BinaryIO:
        """Open a file on disk for reading here and there, or an archive's member in memory."""
        if not member.plain:
            data = content(member, LARGEST_NESTED)
            self._budget.spend(len(data))
            return io.BytesIO(data)
        try:
            return self._stack.enter_context(member.open())
        except OSError as error:
            raise Unusable(error.strerror or str(error)) from None


def _is_zip(start: bytes, path: str) -> bool:
    """Tell by how a file begins, and by its name where that says nothing."""
    if start.startswith((b"PK\3\4", b"PK\5\6")):
        return True
    is_tar = start.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or start[257:262] == b"ustar"
    return path.lower().endswith(".zip") and not is_tar
