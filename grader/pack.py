"""The archive to hand in: a student's files at their places, and the report as the student saw it.

The same files and report make the same bytes.
"""

import zipfile
from pathlib import Path

import msgspec

from grader.archive import archive
from grader.errors import UsageError
from grader.readable import as_json
from grader.report import Report

REPORT = "report.json"


def pack(sources: dict[str, bytes], report: Report) -> bytes:
    """Make an archive of files, by path, and a report without its seconds, which are no result."""
    timeless = msgspec.structs.replace(report, seconds=0.0)
    told = as_json(timeless).encode()
    return archive(dict(sorted({**sources, REPORT: told}.items())))


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
        with zipfile.ZipFile(path) as members:
            msgspec.json.decode(members.read(REPORT), type=Report)
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.MsgspecError):
        return False
    return True
