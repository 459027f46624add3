"""Choose among several files that could be one exercise: the best placed, never a bare stub."""

from itertools import groupby

import msgspec

from grader.intake.labels import shown
from grader.intake.members import Member, Unusable, content
from grader.intake.places import Place
from grader.submission import LARGEST_FILE, untouched

MOST_COPIES = 12
Candidate = tuple[Place, Member]
Found = tuple[str, bytes]


class Choice(msgspec.Struct, frozen=True):
    """The bytes taken and a note on where from, or a reason why nothing was taken."""

    source: bytes | None = None
    note: str = ""
    refused: str = ""


def choose(candidates: list[Candidate], stub: bytes, right: str) -> Choice:
    """Choose one exercise's file.

    A copy of the pristine stub is nobody's work: it is taken only where nothing else is found,
    also where it lies in the right place and the work does not. Files that lie equally well
    and differ are refused, as only the student knows which is meant.
    """
    unread: list[str] = []
    bare: Found | None = None
    for _, group in groupby(sorted(candidates, key=_nearest), key=lambda each: each[0]):
        members = [member for _, member in group]
        if len(members) > MOST_COPIES:
            return Choice(refused=f"it was found more than {MOST_COPIES} times; hand in one")
        found = _read(members, right, unread)
        work = [each for each in found if not untouched(each[1], stub)]
        if work:
            return _only(work, right, unread)
        bare = bare or next(iter(found), None)
    if unread or bare is None:
        return Choice(refused=next(iter(unread), ""))
    return Choice(bare[1], _note(bare[0], right, []))


def _nearest(candidate: Candidate) -> tuple[Place, int, str]:
    place, member = candidate
    return place, member.path.count("/"), member.path


def _read(members: list[Member], right: str, unread: list[str]) -> list[Found]:
    found: list[Found] = []
    for member in members:
        try:
            found.append((member.path, content(member, LARGEST_FILE)))
        except Unusable as reason:
            where = "" if member.path == right else f"{shown(member.path)}: "
            unread.append(f"{where}{reason}")
    return found


def _only(work: list[Found], right: str, unread: list[str]) -> Choice:
    path, source = work[0]
    other = next((other for other, data in work if data != source), None)
    if other is None:
        return Choice(source, _note(path, right, unread))
    if other == path:
        return Choice(refused=f"it was found twice as {shown(path)}, and the two differ")
    return Choice(
        refused=f"it was found as {shown(path)} and as {shown(other)}, which differ; hand in one"
    )


def _note(path: str, right: str, unread: list[str]) -> str:
    """Say where it was found, unless that is its place in a submission or in a kit."""
    if path in (right, f"exercises/{right}"):
        return ""
    return f"taken from {shown(path)}" + (f"; not read: {unread[0]}" if unread else "")
