"""From a class folder full of whatever to submissions: entries, what they hold, whose they are."""

from grader.intake.entries import Entry, find_entry, list_entries
from grader.intake.matching import Matching, match
from grader.intake.reading import read_alone, read_entry
from grader.intake.roster import Roster, Row, read_roster

__all__ = [
    "Entry",
    "Matching",
    "Roster",
    "Row",
    "find_entry",
    "list_entries",
    "match",
    "read_alone",
    "read_entry",
    "read_roster",
]
