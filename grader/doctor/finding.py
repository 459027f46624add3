"""What was found in examining one thing, as data."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that was examined, what it is like, and the sentence that repairs it.

    With a repair and able all the same, the kit runs, but not as well as it could.
    """

    subject: str
    said: str
    repair: str = ""
    able: bool = True
