"""The entries of a class folder: one for each submission-to-be, listed before anything is read."""

import os
import stat
from pathlib import Path

import msgspec

from grader.course import Course
from grader.errors import UsageError
from grader.intake import names
from grader.intake.archives import FOREIGN, SUFFIXES, foreign, is_archive, without_suffix
from grader.intake.gradescope import METADATA, read_submitters
from grader.intake.labels import label, shown
from grader.intake.members import LITTER

_READABLE = (".py", ".ipynb")
_WRAPPER = "-submissions"


class Entry(msgspec.Struct, frozen=True):
    """One submission-to-be: its files, or the reason why it can be none; nothing is read yet."""

    name: str
    student: str
    paths: tuple[Path, ...]
    refused: str = ""


def list_entries(folder: Path, course: Course) -> tuple[Entry, ...]:
    """List the entries of a class folder by name; raises UsageError where it is no such folder."""
    _refuse_other_things(folder)
    found = _submissions(folder)
    if file := _file_of_one(folder, course):
        raise UsageError(
            f"The folder {str(folder)!r} is one submission, as it holds {file}; "
            f"grade it by `grader check --submission {folder}`."
        )
    inner = folder / found[0] if len(found) == 1 else folder
    if inner.name.endswith(_WRAPPER) and _is_folder(inner) and not _file_of_one(inner, course):
        folder, found = inner, _submissions(inner)
    if not found:
        raise UsageError(
            f"The folder {str(folder)!r} holds no submission; "
            "it should hold a folder or an archive for each student."
        )
    return _entries(folder, found)


def alone(path: Path, student: str = "") -> Entry:
    """Give a submission that stands by itself, whatever it is laid out as."""
    return Entry(label(path.name), student, (path,), why_none(path))


def find_entry(path: Path, course: Course) -> Entry:
    """Find one submission: a folder or an archive, or a class's folder and a name as listed there.

    Raises UsageError where there is none.
    """
    if os.path.lexists(path):
        return alone(path, shown(names.student(path.name)))
    found = [each for each in list_entries(path.parent, course) if each.name == path.name]
    if not found:
        raise UsageError(f"There is no submission {str(path)!r}; check the spelling.")
    return found[0]


def _refuse_other_things(folder: Path) -> None:
    if folder.is_file() and folder.name.lower().endswith((*SUFFIXES, *FOREIGN)):
        raise UsageError(f"{str(folder)!r} is an archive; unpack it first, then name the folder.")
    if folder.is_file():
        raise UsageError(f"{str(folder)!r} is a file; name the folder that holds the submissions.")
    if not folder.is_dir():
        raise UsageError(f"There is no folder {str(folder)!r} to grade; check the spelling.")


def _file_of_one(folder: Path, course: Course) -> str:
    """Name an exercise that lies in the folder as in one submission; empty where none does."""
    files = [course.file(each) for each in course.exercises()]
    both = (*files, *(f"exercises/{file}" for file in files))
    return next((file for file in both if os.path.lexists(folder / file)), "")


def _submissions(folder: Path) -> list[str]:
    """Name what may be somebody's submission; raises UsageError where the folder is unreadable."""
    try:
        found = sorted(each.name for each in folder.iterdir())
    except OSError as error:
        raise UsageError(
            f"The folder {str(folder)!r} cannot be read ({error.strerror}); "
            "change its permissions or copy it."
        ) from None
    # A text typed into Moodle stands in a folder of its own, beside that of the student's files.
    files = {name.rstrip("_") for name in found}
    return [
        name for name in found if not _is_nobodys(name) and names.online_text(name) not in files
    ]


def _is_nobodys(name: str) -> bool:
    """Tell what course systems, desktops and graders leave beside submissions."""
    low = name.lower()
    return low.startswith(".") or low.endswith(".csv") or low in (*LITTER, "__macosx", METADATA)


def _entries(folder: Path, found: list[str]) -> tuple[Entry, ...]:
    grouped: dict[str, list[Path]] = {}
    alone: list[Path] = []
    for name in found:
        path = folder / name
        group = names.group(name) if not _is_folder(path) else ""
        if group:
            grouped.setdefault(group, []).append(path)
        else:
            alone.append(path)
    people = read_submitters(folder) | _classroom(folder, alone)
    entries = [_alone(path, people) for path in alone]
    for name, paths in grouped.items():
        entries.append(Entry(label(name), shown(names.student(paths[0].name)), tuple(paths)))
    return _told_apart(sorted(entries, key=lambda entry: entry.name))


def _classroom(folder: Path, alone: list[Path]) -> dict[str, str]:
    found = [path.name for path in alone if not (why_none(path) or _is_file_alone(path))]
    if any(names.student(name) != without_suffix(name) for name in found):
        return {}
    return names.classroom_users(found, folder.resolve().name)


def _alone(path: Path, people: dict[str, str]) -> Entry:
    name = path.stem if _is_file_alone(path) else path.name
    who = people.get(path.name) or names.student(name)
    return Entry(label(path.name), shown(who), (path,), why_none(path))


def _is_file_alone(path: Path) -> bool:
    return path.suffix.lower() in _READABLE and not _is_folder(path)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def why_none(path: Path) -> str:
    """Say why a thing in a class folder cannot be a submission; empty where it can be one."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return f"it cannot be looked at: {error.strerror}"
    if stat.S_ISLNK(mode):
        return "it is a link; put the submission itself in its place"
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        return "it is neither a folder nor a file (a pipe, a socket or a device)"
    if not os.access(path, os.R_OK | (os.X_OK if stat.S_ISDIR(mode) else 0)):
        return "it cannot be read; change its permissions"
    if stat.S_ISDIR(mode) or is_archive(path.name) or path.suffix.lower() in _READABLE:
        return ""
    what = foreign(path.name) or "neither a folder nor an archive"
    return f"it is {what}; hand in a zip"


def _told_apart(entries: list[Entry]) -> tuple[Entry, ...]:
    """Number entries whose names are the same: a folder called like a student's flat files."""
    seen: dict[str, int] = {}
    apart: list[Entry] = []
    for entry in entries:
        seen[entry.name] = count = seen.get(entry.name, 0) + 1
        name = entry.name if count == 1 else f"{entry.name}~{count}"
        apart.append(msgspec.structs.replace(entry, name=name))
    return tuple(apart)
