"""List a tar archive, which can only be read through: what is wanted of it is kept at once.

The standard library parses each header; going from one to the next is done here, because
`tarfile` reads extended headers of any size whole and searches them in more than linear time.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from grader.intake.members import CHUNK, Budget, Listing, Member, Unusable, is_skipped, refusing
from grader.intake.xz import XzFile
from grader.intake.zips import unsafe

LARGEST_HEADER = 64 * 1024
_BLOCK = 512
_LONG_NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_EXTENDED = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
CUT = "it is damaged or cut off; what comes before the damage was read"


def list_tar(file: BinaryIO, limit: Callable[[str], int], budget: Budget) -> Listing:
    """Read a tar archive through and keep what has a limit above 0; never raises for its content.

    `limit` gives the largest size that a file of this path may have, 0 where it is not wanted.
    """
    listing = Listing()
    try:
        _read_through(_Stream(_unpacked(file), budget), limit, listing)
    except Unusable as reason:
        listing.troubles.append(str(reason))
    except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, tarfile.TarError):
        listing.troubles.append(CUT)
    return listing


def _unpacked(file: BinaryIO) -> BinaryIO:
    """Unpack by what the file begins with, whatever its name says."""
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if start.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(file))
    return cast("BinaryIO", XzFile(file)) if start == b"\xfd7zXZ\0" else file


class _Stream:
    """Unpacked bytes in order, each paid for from the budget."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget

    def take(self, size: int) -> bytes:
        """Give exactly so many bytes; raises EOFError at a cut, Unusable where it is too much."""
        parts = bytearray()
        while len(parts) < size:
            part = self._file.read(min(CHUNK, size - len(parts)))
            if not part:
                raise EOFError
            self._budget.spend(len(part))
            parts += part
        return bytes(parts)

    def skip(self, size: int) -> None:
        """Pass over so many bytes."""
        while size > 0:
            size -= len(self.take(min(CHUNK, size)))


def _read_through(stream: _Stream, limit: Callable[[str], int], listing: Listing) -> None:
    name = ""
    while (block := stream.take(_BLOCK)).strip(b"\0"):
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        if info.size < 0:
            raise Unusable(CUT)
        padding = -info.size % _BLOCK
        if info.type in (*_LONG_NAMES, *_EXTENDED):
            name = _long_name(info, _header(stream, info.size)) or name
            stream.skip(padding)
            continue
        member = _member(stream, info, name or info.name, limit)
        name = ""
        if member is not None:
            listing.members.append(member)
        if _has_data(info):
            stream.skip(padding)


def _header(stream: _Stream, size: int) -> bytes:
    if size > LARGEST_HEADER:
        raise Unusable("it has a header of more than 64 KiB")
    return stream.take(size)


def _long_name(info: tarfile.TarInfo, data: bytes) -> str:
    """Read a name too long for its header, or not ASCII; empty where it is another's."""
    if info.type == tarfile.GNUTYPE_LONGNAME:
        return data.split(b"\0", 1)[0].decode("utf-8", "surrogateescape")
    if info.type != tarfile.XHDTYPE:
        return ""
    return _path_record(data)


def _path_record(data: bytes) -> str:
    """Find the path among records `length key=value`; raises ValueError for a damaged one."""
    at = 0
    while at < len(data):
        length = int(data[at : data.index(b" ", at, at + 8)])
        if length < len(b"5 a=\n"):
            raise ValueError
        record = data[at : at + length].partition(b" ")[2]
        if record.startswith((b"size=", b"GNU.sparse")):
            raise Unusable("it holds sparse or huge files, which are not read")
        if record.startswith(b"path="):
            return record[5:].removesuffix(b"\n").decode("utf-8", "surrogateescape")
        at += length
    return ""


def _has_data(info: tarfile.TarInfo) -> bool:
    return info.type not in (
        *(tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE),
        *(tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE),
    )


def _member(
    stream: _Stream, info: tarfile.TarInfo, name: str, limit: Callable[[str], int]
) -> Member | None:
    """Read one member: its bytes, or the reason why there are none; None where it is left out."""
    name = name.removeprefix("./")
    if not _has_data(info):
        link = "it is a link or a device in the archive, not a file of its own"
        return None if info.isdir() or is_skipped(name) else refusing(name, link)
    most = 0 if is_skipped(name) else limit(name)
    reason = unsafe(name) or (_too_large(most) if info.size > most else "")
    if info.type == tarfile.GNUTYPE_SPARSE:
        raise Unusable("it holds sparse files, which are not read")
    if reason or is_skipped(name):
        stream.skip(info.size)
        return None if is_skipped(name) else refusing(name, reason)
    data = stream.take(info.size)
    return Member(name, lambda: io.BytesIO(data))


def _too_large(most: int) -> str:
    return f"it is larger than {most // 1024} KiB" if most else "it is not wanted"
