"""The archive to hand in: a student's files at their places, and the report as the student saw it.

The same files and report make the same bytes.
"""

import io
import zipfile
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.report import Report

REPORT = "report.json"
# The earliest moment that a zip can tell.
MOMENT = (1980, 1, 1, 0, 0, 0)
USUAL_MODE = 0o644 << 16


def pack(sources: dict[str, bytes], report: Report) -> bytes:
    """Make an archive of files, by path, and a report without its seconds, which are no result."""
    timeless = msgspec.structs.replace(report, seconds=0.0)
    told = msgspec.json.format(msgspec.json.encode(timeless), indent=2) + b"\n"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        for name, data in sorted({**sources, REPORT: told}.items()):
            member = zipfile.ZipInfo(name, MOMENT)
            member.external_attr = USUAL_MODE
            member.create_system = 3
            members.writestr(member, data, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def require_replaceable(path: Path) -> None:
    """Refuse to write over anything but an older pack; raises UsageError."""
    if path.exists() and not _is_pack(path):
        raise UsageError(
            f"{str(path)!r} is there already and is no pack; "
            "move it away, or name another --output."
        )


def _is_pack(path: Path) -> bool:
    """Tell an archive that `pack` made from any other file."""
    try:
        with zipfile.ZipFile(path) as archive:
            msgspec.json.decode(archive.read(REPORT), type=Report)
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.MsgspecError):
        return False
    return True
