"""Who of a class handed in, and what about the submissions an instructor has to know."""

from collections import defaultdict
from pathlib import Path

import msgspec

from grader.gradebook import Gradebook
from grader.intake import Entry, Matching, match, read_roster


class Attendance(msgspec.Struct, frozen=True):
    """The class by the names of its roster; who has no submission; remarks, a sentence each."""

    entries: tuple[Entry, ...]
    absent: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def take_attendance(roster: Path | None, entries: tuple[Entry, ...]) -> Attendance:
    """Hold a class against its roster, where there is one; raises UsageError for a bad roster."""
    if roster is None:
        return Attendance(entries, (), _doubles(entries))
    found = match(read_roster(roster), entries)
    unclear = {entry.name for entry, _ in found.ambiguous}
    remarks = [
        f"{entry.name} could be {' or '.join(row.student for row in rows)}; it is nobody's yet."
        for entry, rows in found.ambiguous
    ]
    remarks += [
        f"{entry.name} is of nobody on the roster."
        for entry in found.unknown
        if entry.name not in unclear
    ]
    remarks += [
        f"{row.student} handed in {len(own)} times ({', '.join(each.name for each in own)}); "
        "each has a row of its own."
        for row, own in found.several
    ]
    named = tuple(_by_its_roster(entry, found) for entry in entries)
    return Attendance(named, tuple(row.student for row in found.absent), tuple(remarks))


def _by_its_roster(entry: Entry, found: Matching) -> Entry:
    """Call an entry's student, or students, what the roster calls them."""
    owners = [row.student for row, own in found.pairs if entry in own]
    return msgspec.structs.replace(entry, student=" & ".join(owners)) if owners else entry


def strays(book: Gradebook, entries: tuple[Entry, ...]) -> list[str]:
    """Name the reports of submissions that are not, or no longer, in the class's folder."""
    present = {book.path(entry.name) for entry in entries}
    names = [path.stem for path in sorted(book.reports.glob("*.json")) if path not in present]
    if not names:
        return []
    shown = ", ".join(names[:5]) + (" ..." if len(names) > 5 else "")
    return [f"{len(names)} older reports are of submissions that are not here now: {shown}."]


def _doubles(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Name the students with more than one submission: which one counts is not for us to say."""
    by_student: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.student:
            by_student[entry.student.casefold()].append(entry.name)
    return tuple(
        f"{names[0]} and {', '.join(names[1:])} give the same student; each has a row of its own."
        for names in by_student.values()
        if len(names) > 1
    )
