"""Which entries of a class belong to which students of its roster."""

from collections.abc import Iterable

import msgspec

from grader.intake import names
from grader.intake.entries import Entry
from grader.intake.roster import Roster, Row, normal, spellings


class Matching(msgspec.Struct, frozen=True):
    """Students with their entries, and whatever is left over on either side.

    `pairs` holds every row of the roster in order, `absent` those who handed in nothing,
    `several` those with more than one entry; `unknown` are the entries that match nobody, and
    `ambiguous` those of them that could be several students', with these.
    """

    pairs: tuple[tuple[Row, tuple[Entry, ...]], ...]
    absent: tuple[Row, ...]
    several: tuple[tuple[Row, tuple[Entry, ...]], ...]
    unknown: tuple[Entry, ...]
    ambiguous: tuple[tuple[Entry, tuple[Row, ...]], ...]


def match(roster: Roster, entries: Iterable[Entry]) -> Matching:
    """Match entries with the rows of a roster; what could be several students' matches nobody."""
    rows = _by_key(roster)
    owned: dict[int, list[Entry]] = {at: [] for at in range(len(roster.rows))}
    unknown: list[Entry] = []
    ambiguous: list[tuple[Entry, tuple[Row, ...]]] = []
    for entry in entries:
        owners = [_owners(keys, rows) for keys in _keys(entry)]
        unclear = [found for found in owners if len(found) > 1]
        if unclear:
            ambiguous.append((entry, tuple(roster.rows[at] for at in sorted(unclear[0]))))
        if unclear or not all(owners):
            unknown.append(entry)
            continue
        for at in sorted(set().union(*owners)):
            owned[at].append(entry)
    pairs = tuple((row, tuple(owned[at])) for at, row in enumerate(roster.rows))
    return Matching(
        pairs,
        tuple(row for row, own in pairs if not own),
        tuple((row, own) for row, own in pairs if len(own) > 1),
        tuple(unknown),
        tuple(ambiguous),
    )


def _by_key(roster: Roster) -> dict[str, set[int]]:
    rows: dict[str, set[int]] = {}
    for at, row in enumerate(roster.rows):
        for key in row.keys:
            rows.setdefault(key, set()).add(at)
    return rows


def _keys(entry: Entry) -> list[list[set[str]]]:
    """Give what may name each person of an entry, surest first: ids, then names."""
    ids = (
        {normal(each) for each in names.identifiers(entry.paths[0].name)} if entry.paths else set()
    )
    people = entry.student.split(" & ")
    if len(people) > 1:
        return [[spellings(each) - {""}] for each in people]
    return [[ids, {normal(entry.student), normal(entry.name)} - {""}, spellings(entry.student)]]


def _owners(keys: list[set[str]], rows: dict[str, set[int]]) -> set[int]:
    """Give the rows that the first telling keys point to: several where they disagree."""
    for each in keys:
        found = {at for key in each for at in rows.get(key, ())}
        if found:
            return found
    return set()
