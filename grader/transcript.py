"""A class's points by student, as course systems take them: one row a student, whole points."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.intake import Entry, Matching, Roster, Row, match
from grader.report import Report


class Line(msgspec.Struct, frozen=True):
    """One student's points in all, and by exercise; 0 where nothing was handed in."""

    row: Row
    score: int
    exercises: dict[str, int]


class Transcript(msgspec.Struct, frozen=True):
    """All students with one submission or none; what else there is, a sentence each."""

    lines: tuple[Line, ...]
    max_score: int
    remarks: tuple[str, ...]


def transcript(reports: Iterable[Report], roster: Roster) -> Transcript:
    """Hold a gradebook's reports against a roster; raises UsageError where nothing fits."""
    by_name = {each.submission: each for each in reports}
    entries = [Entry(name, each.student, (Path(name),)) for name, each in by_name.items()]
    found = match(roster, entries)
    most = max((each.max_score for each in by_name.values()), default=0)
    lines = tuple(
        _line(row, by_name[own[0].name] if own else None)
        for row, own in found.pairs
        if len(own) < 2
    )
    if by_name and len(found.absent) == len(found.pairs):
        raise UsageError(
            "The roster and the gradebook have no student in common; "
            "is it the roster of this class, with the names or usernames that they handed in as?"
        )
    return Transcript(lines, most, tuple(_remarks(found, by_name, most)))


def _line(row: Row, report: Report | None) -> Line:
    if report is None:
        return Line(row, 0, {})
    return Line(row, report.score, {each.id: each.score for each in report.exercises})


def _remarks(found: Matching, by_name: dict[str, Report], most: int) -> list[str]:
    unclear = {entry.name: rows for entry, rows in found.ambiguous}
    remarks = [
        f"{row.student} handed in {len(own)} times ({', '.join(each.name for each in own)}) and is "
        "left out; move the reports that do not count out of `reports`."
        for row, own in found.several
    ]
    for entry in found.unknown:
        could = " or ".join(row.student for row in unclear.get(entry.name, ()))
        whose = f"could be {could}'s" if could else "is of nobody on the roster"
        remarks.append(f"{entry.name} {whose}; its points are in no row.")
    remarks += [
        f"{name} was graded on another assignment, of {each.max_score} points instead of {most}."
        for name, each in by_name.items()
        if each.max_score != most
    ]
    return remarks
