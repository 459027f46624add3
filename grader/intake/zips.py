"""List a zip archive by its directory; members are unpacked one by one, when they are wanted."""

import stat
import zipfile
from typing import BinaryIO, cast

from grader.intake.labels import shown
from grader.intake.members import Listing, Member, Unusable, is_skipped, refusing

LARGEST_DIRECTORY = 8 * 1024 * 1024
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65535
_LOCATOR_64, _LOCATOR_SIZE = b"PK\x06\x07", 20
_ENCRYPTED = 0x1
# What zip programs write unless told otherwise; the others unpack without a bound on memory.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _Guarded:
    """A file that refuses one huge read: zipfile would read any directory whole, unasked."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read as the file does; raises Unusable above the largest directory."""
        most = LARGEST_DIRECTORY + 1
        data = self._file.read(min(size, most) if size >= 0 else most)
        if len(data) > LARGEST_DIRECTORY:
            raise Unusable("its directory is too large to read")
        return data


def list_zip(file: BinaryIO) -> Listing:
    """List a zip archive, which stays open; raises Unusable where it is none or is not sound."""
    _refuse_large_directory(file)
    try:
        archive = zipfile.ZipFile(cast("BinaryIO", _Guarded(file)))
    except Unusable:
        raise
    except Exception:  # noqa: BLE001  (zipfile raises whatever a damaged directory leads to)
        raise Unusable("it is no zip archive, or damaged or cut off") from None
    # The name as it stands in the archive: zipfile cuts its own at a NUL and turns slashes round.
    infos = [info for info in archive.infolist() if not info.orig_filename.endswith("/")]
    return Listing([_member(archive, info) for info in infos if not is_skipped(info.orig_filename)])


def _refuse_large_directory(file: BinaryIO) -> None:
    """Look at the end of the archive before anything parses it; raises Unusable."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE))
    tail = file.read(_END_SIZE + _LONGEST_COMMENT + _LOCATOR_SIZE)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        raise Unusable("it is no zip archive, or damaged or cut off")
    if tail[max(0, end - _LOCATOR_SIZE) : end].startswith(_LOCATOR_64):
        raise Unusable("it is a zip64 archive, meant for huge files; zip the exercises alone")
    if int.from_bytes(tail[end + 12 : end + 16], "little") > LARGEST_DIRECTORY:
        raise Unusable("its directory is too large to read; zip the exercises alone")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    name = info.orig_filename
    reason = unsafe(name) or _unreadable(info)
    if reason:
        return refusing(name, reason)
    return Member(name, lambda: cast("BinaryIO", archive.open(info)))


def _unreadable(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "it is a link in the archive, not a file of its own"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it is not a plain file in the archive"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted; zip it without a password"
    if info.compress_type not in _METHODS:
        return "it is compressed by an unusual method; zip it in the ordinary way"
    return ""


def unsafe(name: str) -> str:
    """Say why a name in an archive is not one of a file below a folder; empty where it is."""
    if "\0" in name or "\\" in name:
        return f"its name in the archive, {shown(name)}, is not spelt as a path"
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return f"its name in the archive, {shown(name)}, leads out of it"
    return ""
