"""A zip of files that is the same, byte by byte, for the same files."""

import io
import zipfile
from collections.abc import Collection, Mapping

# The earliest moment that a zip can tell.
MOMENT = (1980, 1, 1, 0, 0, 0)
UNIX = 3
FILE, PROGRAM = 0o100644, 0o100755


def archive(files: Mapping[str, bytes], programs: Collection[str] = ()) -> bytes:
    """Pack files, by path and in this order; some of them are to be run."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as members:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, MOMENT)
            member.create_system = UNIX
            member.external_attr = (PROGRAM if name in programs else FILE) << 16
            members.writestr(member, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
