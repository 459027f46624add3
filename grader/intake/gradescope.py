"""Who is behind `submission_12345`: the few lines of a Gradescope export's metadata that say so."""

import re
from pathlib import Path

from grader.submission import read_file

METADATA = "submission_metadata.yml"
LARGEST_METADATA = 32 * 1024 * 1024
# Each at its own indentation, which text further inside never has: a student's output, say.
_SUBMISSION = re.compile(r"[\"']?(submission_\d+)[\"']?:\s*")
_SUBMITTERS = re.compile(r"  :submitters:\s*")
_NAME = re.compile(r"  (?:  )?- :name: (.*)")
_PLAIN = re.compile(r"[^\W\d_][^:#\"\\{}\[\]&*!|>%@`]*")
_QUOTED = re.compile(r"'([^'\\]*(?:''[^'\\]*)*)'|\"([^\"\\]*)\"")


def read_submitters(folder: Path) -> dict[str, str]:
    """Give names by submission folder, "Ann & Bob" for a group; empty where there is no metadata.

    Only plain and simply quoted names are read; anything else leaves the folder's own name.
    """
    try:
        text = read_file(folder, METADATA, LARGEST_METADATA).decode("utf-8-sig")
    except (OSError, UnicodeError):
        return {}
    return {name: " & ".join(people) for name, people in _people(text).items() if all(people)}


def _people(text: str) -> dict[str, list[str]]:
    people: dict[str, list[str]] = {}
    current: list[str] = []
    inside = False
    for line in text.split("\n"):
        if found := _SUBMISSION.fullmatch(line):
            current = people.setdefault(found[1], [])
        elif _SUBMITTERS.fullmatch(line):
            inside = not current
            continue
        elif inside and (found := _NAME.fullmatch(line.rstrip())):
            current.append(_scalar(found[1]))
            continue
        elif inside and line.lstrip().startswith("- "):
            current.append("")
            continue
        # Further keys of the same person stand deeper; any key beside ends the list.
        inside = inside and line.startswith("    ")
    return people


def _scalar(text: str) -> str:
    """Read a name as YAML writes it; empty where that takes more than this to tell."""
    if found := _QUOTED.fullmatch(text):
        return (found[1] or found[2] or "").replace("''", "'").strip()
    return text.strip() if _PLAIN.fullmatch(text) else ""
