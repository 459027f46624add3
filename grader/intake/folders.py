"""List a student's folder without following a link, however deep or wide it is."""

import os
import stat
from itertools import islice
from pathlib import Path

from grader.intake.labels import shown
from grader.intake.members import Listing, Member, is_skipped, refusing
from grader.submission import open_file

DEEPEST = 8
MOST_NAMES = 20_000
LINK = "it is a link, not a file of its own, or lies behind one"


def list_folder(root: Path) -> Listing:
    """List all files below a folder, by path; never raises for what is in it."""
    listing = Listing()
    seen = 0
    folders = [""]
    while folders:
        folder = folders.pop()
        names = _names(root / folder, MOST_NAMES + 1 - seen, listing, folder)
        seen += len(names)
        if seen > MOST_NAMES:
            listing.troubles.append(f"it holds more than {MOST_NAMES} files, too many to look at")
            break
        below = [_look_at(root, f"{folder}{name}", listing) for name in names]
        folders += [each for each in reversed(below) if each]
    return listing


def _names(folder: Path, most: int, listing: Listing, shown_as: str) -> list[str]:
    """Name what a folder holds, in order; what cannot be listed becomes a trouble."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, most))
    except OSError as error:
        where = shown(shown_as) if shown_as else "it"
        listing.troubles.append(f"{where} cannot be listed: {error.strerror or error}")
        return []


def _look_at(root: Path, relative: str, listing: Listing) -> str:
    """Add a file to the listing, or give a folder's path to go on with."""
    if is_skipped(relative):
        return ""
    try:
        mode = (root / relative).lstat().st_mode
    except (OSError, ValueError):
        listing.members.append(refusing(relative, "it cannot be looked at"))
        return ""
    if stat.S_ISDIR(mode):
        # A folder in the place of an exercise's file is named when that exercise is read.
        if relative.endswith(".py"):
            listing.members.append(refusing(relative, "it is a folder, not a plain file"))
        if relative.count("/") < DEEPEST:
            return f"{relative}/"
        listing.troubles.append(f"{shown(relative)} lies too deep to look into")
    elif stat.S_ISLNK(mode):
        listing.members.append(refusing(relative, LINK))
    else:
        # Whatever else is no plain file is refused on opening.
        listing.members.append(file_below(root, relative))
    return ""


def file_below(root: Path, relative: str) -> Member:
    """Stand for a file on disk, opened safely when it is wanted."""
    return Member(relative, lambda: open_file(root, relative), plain=True)
