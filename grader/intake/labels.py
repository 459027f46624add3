"""Names that students chose, made harmless: of a whole submission, or of a file in a sentence."""

import hashlib
import os

from grader.text import harmless

LONGEST = 100


def label(name: str) -> str:
    """Make a file's name harmless on one line; what had to change stays distinct by a digest."""
    plain = _on_one_line(name)
    if plain == name:
        return name
    return f"{plain}~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"


def shown(path: str) -> str:
    """Make a path fit into a sentence: harmless, on one line, shortened in its middle."""
    plain = _on_one_line(path)
    if len(plain) <= LONGEST:
        return plain
    return f"{plain[: LONGEST // 2 - 2]}...{plain[2 - LONGEST // 2 :]}"


def listed(paths: list[str]) -> str:
    """Name one or two files; of more, name the first and count the rest."""
    if len(paths) <= 2:
        return " and ".join(shown(path) for path in paths)
    return f"{shown(paths[0])} and {len(paths) - 1} more"


def _on_one_line(name: str) -> str:
    # Character by character: as a whole, `harmless` would also drop what looks like the path of
    # a scratch folder, and `slopework-ann` is a good name for a student's folder.
    return "".join(harmless(each) if each not in "\n\t" else "\ufffd" for each in name)
