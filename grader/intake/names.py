"""Who handed a submission in, read from the name that a course system gave it."""

import os
import re
from collections.abc import Iterable

from grader.intake.archives import without_suffix

# smithann_LATE_1234_56789_mse.py: who, late or not, the user's id, the file's id, the file;
# smithann_1234_text.html where something was typed in instead.
_CANVAS = re.compile(
    r"(?P<student>[^_]+)_(?:LATE_)?(?P<id>\d+)_(?:\d+_(?=.)|(?=text\.html$))(?P<file>.+)",
    re.DOTALL,
)
# Ann Smith_12345_assignsubmission_file_, as a folder, or followed by the file's name.
_MOODLE = re.compile(
    r"(?P<student>.+?)(?:_(?P<id>\d+))?_assignsubmission_(?:file|onlinetext)(?:_(?P<file>.*))?",
    re.DOTALL,
)
_ONLINE_TEXT = re.compile(r"_assignsubmission_onlinetext_?$")
_GITHUB_USER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
# How Moodle calls everyone where names are hidden.
_ANONYMOUS = "Participant"


def group(name: str) -> str:
    """Give what the flat files of one student have in common; empty for any other name."""
    if found := _CANVAS.fullmatch(name):
        return f"{found['student']}_{found['id']}"
    found = _MOODLE.fullmatch(name)
    if found and found["file"]:
        return name[: -len(found["file"])].rstrip("_")
    return ""


def file_name(name: str) -> str:
    """Give a flat file's own name, as the student had it."""
    found = _CANVAS.fullmatch(name) or _MOODLE.fullmatch(name)
    return (found["file"] if found else "") or name


def student(name: str) -> str:
    """Read who handed a file or a folder in; its own name where that says no more."""
    if found := _CANVAS.fullmatch(name):
        return found["student"]
    found = _MOODLE.fullmatch(name)
    if not found:
        return without_suffix(name)
    if found["student"] == _ANONYMOUS and found["id"]:
        return f"{_ANONYMOUS} {found['id']}"
    return found["student"].strip()


def identifiers(name: str) -> tuple[str, ...]:
    """Give the id that a course system wrote into a file's name, as its exports spell it."""
    if found := _CANVAS.fullmatch(name):
        return (found["id"],)
    found = _MOODLE.fullmatch(name)
    return (f"{_ANONYMOUS} {found['id']}",) if found and found["id"] else ()


def online_text(name: str) -> str:
    """Give the name of the folder of files beside Moodle's folder of a typed text, or nothing."""
    return _ONLINE_TEXT.sub("_assignsubmission_file", name) if _ONLINE_TEXT.search(name) else ""


def classroom_users(names: Iterable[str], folder: str) -> dict[str, str]:
    """Read users from repositories `assignment-user`, by name; empty where they are none.

    The assignment is what the folder `assignment-submissions` says, or else the longest part,
    up to a hyphen, that at least two names all share.
    """
    stems = {name: without_suffix(name) for name in names}
    assignment = folder.removesuffix("-submissions")
    prefix = f"{assignment}-"
    if assignment == folder or not all(stem.startswith(prefix) for stem in stems.values()):
        shared = os.path.commonprefix(list(stems.values()))  # noqa: RUF071  (names, not paths)
        prefix = shared[: shared.rfind("-") + 1]
        if len(stems) < 2:
            return {}
    users = {name: stem.removeprefix(prefix) for name, stem in stems.items()}
    if not prefix or not all(_GITHUB_USER.fullmatch(user) for user in users.values()):
        return {}
    return users
