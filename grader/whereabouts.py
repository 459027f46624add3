"""Where in a student's file something is wrong, for whoever shows it beside the code."""

import re
from collections.abc import Iterable

import msgspec

# How a message that names a line of the student's begins.
_NAMED = re.compile(r"line (\d{1,6})\b")
_ENDS = re.compile(r"\r\n|\r|\n")


class Whereabouts(msgspec.Struct, frozen=True):
    """An exercise's file as the student knows it, where its definition begins, and its length."""

    file: str
    definition: int = 1
    lines: int = 1

    def line(self, message: str) -> int:
        """Give the line that a message names, or that of the definition."""
        named = _NAMED.match(message)
        number = int(named[1]) if named else 0
        return number if 0 < number <= self.lines else self.definition


def whereabouts(file: str, source: bytes | None, names: Iterable[str]) -> Whereabouts:
    """Find where the first of these names is defined, without parsing what a student wrote."""
    # Ended as Python ends lines: a form feed or U+2028 ends none.
    lines = _ENDS.split((source or b"").decode("utf-8", errors="replace").rstrip("\r\n"))
    words = "|".join(map(re.escape, names))
    defines = re.compile(rf"(?:(?:async\s+)?def|class)\s+(?:{words})\b")
    found = next((at for at, line in enumerate(lines, 1) if defines.match(line)), 1)
    return Whereabouts(file, found, len(lines))
