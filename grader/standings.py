"""How a student stands in their own kit: what the last check said, and the hints given."""

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.files import make_folder, write_whole
from grader.kit import Kit
from grader.report import ExerciseReport, Report
from grader.submission import read_file
from grader.verdict import Verdict

FOLDER = ".slopework"


class Standing(msgspec.Struct, frozen=True):
    """One exercise: its last verdict, what was said of a failure, and how many hints were given."""

    verdict: Verdict = Verdict.NOT_STARTED
    score: int = 0
    max_score: int = 0
    said: str = ""
    source: str = ""
    hints: int = 0


Standings = dict[str, Standing]


def standings_file(kit: Kit) -> Path:
    """Give the path of the file; a dot-folder, which no submission takes along."""
    return kit.root / FOLDER / "standings.json"


def read_standings(kit: Kit) -> Standings:
    """Read it; a file that cannot be read is as good as none, for nothing depends on it."""
    try:
        return msgspec.json.decode(standings_file(kit).read_bytes(), type=Standings)
    except (OSError, msgspec.MsgspecError):
        return {}


def change_standings(kit: Kit, change: Callable[[Standings], None]) -> None:
    """Change it, where it can be written at all: a kit on a read-only disk is checked as well."""
    standings = read_standings(kit)
    change(standings)
    path = standings_file(kit)
    with contextlib.suppress(UsageError):
        make_folder(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(standings), indent=2).decode())


def remember(kit: Kit, report: Report, sources: dict[str, bytes]) -> None:
    """Note what a check of the kit's own exercises said."""

    def change(standings: Standings) -> None:
        for each in report.exercises:
            hints = standings.get(each.id, Standing()).hints
            standings[each.id] = Standing(
                each.verdict,
                each.score,
                each.max_score,
                _said(each),
                _digest(sources.get(each.id)),
                0 if each.verdict is Verdict.PASSED else hints,
            )

    change_standings(kit, change)


def _said(exercise: ExerciseReport) -> str:
    """Give what a hint can begin with: the mistake's name, or the first failure."""
    if exercise.explanation:
        return f"{exercise.explanation} {exercise.hint}"
    if exercise.verdict in (Verdict.PASSED, Verdict.NOT_STARTED):
        return ""
    wrong = (Verdict.PASSED, Verdict.BLOCKED, Verdict.NOT_STARTED)
    failed = [each for each in exercise.checks if each.verdict not in wrong and not each.extra]
    return f"{failed[0].title}: {failed[0].message}" if failed else ""


def is_current(standing: Standing, kit: Kit, path: str) -> bool:
    """Tell whether a standing is of the file as it is now, not of an older attempt."""
    try:
        source = read_file(kit.exercises, path)
    except OSError:
        source = None
    return standing.source == _digest(source)


def _digest(source: bytes | None) -> str:
    return hashlib.sha256(source or b"").hexdigest()[:16]
