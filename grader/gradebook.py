"""The gradebook: a folder with one report file a submission, each written whole.

What is finished survives any end of the grader; what is not there was not finished.
"""

import hashlib
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock
import msgspec

from grader.course import DEFAULT_SEED
from grader.errors import UsageError
from grader.files import make_folder, remove_parts, write_whole
from grader.readable import as_json
from grader.report import SCHEMA, Report

BOOK_SCHEMA = "slopework/gradebook/1"
PLAIN_NAME = re.compile(r"[\w][\w .@+()-]{0,79}")
# Names that Windows keeps for devices.
KEPT = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
LARGEST_SEED = 2**31


class Book(msgspec.Struct, frozen=True):
    """What all reports of a gradebook share: the seed, drawn once and shown to no student."""

    schema: str
    seed: int


class _Headline(msgspec.Struct):
    """The one field that every report has had, whatever its version."""

    schema: str


class Gradebook:
    """Reads and writes the reports of one class."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports = folder / "reports"

    @contextmanager
    def for_writing(self) -> Iterator[None]:
        """Make the folders and keep other graders out; raises UsageError where one is at work."""
        make_folder(self.reports)
        lock = filelock.FileLock(self.folder / ".lock", timeout=0)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise UsageError(
                f"Another grader is at work in {str(self.folder)!r}; wait until it has ended, "
                "or name another --output."
            ) from None
        except OSError as error:
            raise UsageError(
                f"{str(self.folder)!r} cannot be written ({error.strerror}); name another --output."
            ) from None
        try:
            remove_parts(self.folder, self.reports, self.folder / "feedback")
            yield
        finally:
            lock.release()

    def seed(self, wanted: int | None) -> int:
        """Give the seed of this gradebook; one that is named becomes it, else one is drawn once.

        It is never the students'; raises UsageError where that one is named.
        """
        path = self.folder / "gradebook.json"
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=Book)
        except FileNotFoundError:
            kept = None
        except (OSError, msgspec.MsgspecError) as error:
            raise UsageError(f"{path} cannot be read ({error}); move it away.") from None
        if kept and kept.schema != BOOK_SCHEMA:
            raise _newer(path, kept.schema)
        if wanted == DEFAULT_SEED:
            raise UsageError(
                f"Seed {DEFAULT_SEED} is the one that students see at home; name another --seed, "
                "or none."
            )
        seed = kept.seed if kept and kept.seed != DEFAULT_SEED else drawn_seed()
        seed = seed if wanted is None else wanted
        if kept is None or seed != kept.seed:
            write_whole(path, msgspec.json.encode(Book(BOOK_SCHEMA, seed)).decode() + "\n")
        return seed

    def path(self, name: str) -> Path:
        """Give the file that a submission's report has or will have."""
        return self.reports / f"{file_stem(name)}.json"

    def find(self, name: str) -> Report | None:
        """Give a submission's report, where there is one; an unreadable file is moved aside."""
        path = self.path(name)
        try:
            return read_report(path)
        except FileNotFoundError:
            return None
        except UnreadableError:
            path.replace(path.with_name(f"{path.name}.{int(time.time())}.unreadable"))
            return None

    def store(self, report: Report) -> None:
        """Write a report, whole."""
        write_whole(self.path(report.submission), as_json(report))

    def all(self) -> Iterator[Report]:
        """Give every report by name; raises UsageError for one that cannot be read."""
        for path in sorted(self.reports.glob("*.json")):
            try:
                yield read_report(path)
            except UnreadableError as error:
                raise UsageError(f"{error} Grade again to replace it, or move it away.") from None


def drawn_seed() -> int:
    """Draw a seed, any but the students'."""
    return DEFAULT_SEED + 1 + secrets.randbelow(LARGEST_SEED)


class UnreadableError(Exception):
    """A file among the reports that is no report; the message is a sentence."""


def read_report(path: Path) -> Report:
    """Read a report; raises UnreadableError, and UsageError for one of a newer version."""
    try:
        data = path.read_bytes()
        headline = msgspec.json.decode(data, type=_Headline)
        if headline.schema != SCHEMA and headline.schema.startswith("slopework/"):
            raise _newer(path, headline.schema)
        return msgspec.json.decode(data, type=Report)
    except FileNotFoundError:
        raise
    except (OSError, msgspec.MsgspecError, RecursionError) as error:
        raise UnreadableError(f"{path.name} is no report ({error}).") from None


def _newer(path: Path, schema: str) -> UsageError:
    return UsageError(
        f"{str(path)!r} was written by another version of Slopework ({schema}, not {SCHEMA}); "
        "use that version, or name another --output. Nothing was changed."
    )


def file_stem(name: str) -> str:
    """Make a file name of a submission's name, different for different names."""
    plain = PLAIN_NAME.fullmatch(name) and not KEPT.fullmatch(name) and name[-1] not in " ."
    if plain:
        return name
    mark = hashlib.sha256(name.encode("utf-8", errors="surrogatepass")).hexdigest()[:8]
    tame = re.sub(r"[^\w .@+()-]", "_", name).strip(" .")[:60]
    return f"{tame or 'submission'}-{mark}"
