"""The gradebook: whole reports or none, one writer, and nothing lost that it did not write."""

import json
import multiprocessing
import os
import stat
import time

import msgspec
import pytest

from grader.course import DEFAULT_SEED
from grader.errors import UsageError
from grader.files import write_whole
from grader.gradebook import BOOK_SCHEMA, Gradebook, file_stem
from grader.report import SCHEMA, Report


def report(name="ann", **changed):
    """Make a report without exercises."""
    made = Report(SCHEMA, name, 1, 5, 10, {}, (), {}, (), 0.0, student="Ann", digest="d1")
    return msgspec.structs.replace(made, **changed)


@pytest.fixture
def book(tmp_path):
    """Open an empty gradebook for writing."""
    book = Gradebook(tmp_path / "grades")
    with book.for_writing():
        yield book


def test_a_report_comes_back_as_it_was(book):
    """What is stored is found again, equal, under the submission's name."""
    book.store(report())
    assert book.find("ann") == report()
    assert list(book.all()) == [report()]
    assert book.find("ben") is None


def test_a_seed_is_drawn_once(book):
    """Without a seed one is drawn, another for every gradebook; it stays until one is named."""
    first = book.seed(None)
    assert [book.seed(None), book.seed(7), book.seed(None)] == [first, 7, 7]
    others = [Gradebook(book.folder / name) for name in "abc"]
    for other in others:
        other.folder.mkdir()
    assert len({other.seed(None) for other in others}) == 3


def test_the_seed_is_never_the_students(book, monkeypatch):
    """The students' seed is not drawn, whatever the dice say; named or kept, it is not used."""
    monkeypatch.setattr("secrets.randbelow", lambda _: 0)
    assert book.seed(None) != DEFAULT_SEED
    with pytest.raises(UsageError, match="students see"):
        book.seed(DEFAULT_SEED)
    kept = f'{{"schema": "{BOOK_SCHEMA}", "seed": {DEFAULT_SEED}}}'
    (book.folder / "gradebook.json").write_text(kept)
    assert book.seed(None) != DEFAULT_SEED


def write_without_end(folder):
    """Store reports of two contents in turn until killed."""
    book, number = Gradebook(folder), 0
    while True:
        number += 1
        book.store(report(score=number % 2, student="x" * 200_000))


def test_a_kill_while_writing_leaves_a_whole_report(tmp_path):
    """Killed at twenty moments of writing, the report is whole each time, and no part is left."""
    book = Gradebook(tmp_path)
    with book.for_writing():
        book.store(report())
    for moment in range(20):
        writer = multiprocessing.get_context("fork").Process(
            target=write_without_end, args=(tmp_path,)
        )
        writer.start()
        time.sleep(0.005 + moment * 0.003)
        writer.kill()
        writer.join()
        assert book.find("ann").submission == "ann"
    with book.for_writing():
        assert [path.name for path in book.reports.iterdir()] == ["ann.json"]


def test_two_graders_do_not_share_a_gradebook(book):
    """A second writer is refused in one sentence, and may write once the first has ended."""
    with pytest.raises(UsageError, match="Another grader is at work"):
        Gradebook(book.folder).for_writing().__enter__()


def hold(folder, ready):
    """Hold a gradebook until killed."""
    with Gradebook(folder).for_writing():
        ready.set()
        time.sleep(60)


def test_a_killed_grader_keeps_nobody_out(tmp_path):
    """The lock of a grader that was killed ends with it."""
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    holder = context.Process(target=hold, args=(tmp_path, ready))
    holder.start()
    assert ready.wait(20)
    with pytest.raises(UsageError):
        Gradebook(tmp_path).for_writing().__enter__()
    holder.kill()
    holder.join()
    with Gradebook(tmp_path).for_writing():
        pass


@pytest.mark.parametrize("find", [lambda book: book.find("ann"), lambda book: list(book.all())])
def test_a_report_of_a_newer_version_is_left_alone(book, find):
    """A report of another schema is refused by name, and stays as it is, byte for byte."""
    path = book.path("ann")
    text = json.dumps({"schema": "slopework/report/99", "new": True})
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"slopework/report/99.*Nothing was changed"):
        find(book)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"schema": "other"}', b"[" * 10_000])
def test_a_file_that_is_no_report_is_moved_aside(book, content):
    """What is no report is kept under another name, and the submission is graded again."""
    path = book.path("ann")
    path.write_bytes(content)
    assert book.find("ann") is None
    assert not path.exists()
    (kept,) = book.reports.iterdir()
    assert kept.read_bytes() == content


def test_a_gradebook_of_a_newer_version_is_left_alone(book):
    """A gradebook's own file of another version is refused, not written over."""
    (book.folder / "gradebook.json").write_text('{"schema": "slopework/gradebook/9", "seed": 3}')
    with pytest.raises(UsageError, match="gradebook/9"):
        book.seed(5)


HOSTILE_NAMES = ["../up", "/etc/passwd", "..", ".", "", "a/b", "a\\b", "con", "NUL.txt", "x" * 300]
HOSTILE_NAMES += [
    "a\nb",
    "\x1b[31mred",
    "-rf",
    "name.",
    " name",
    "a:b",
    "*",
    "\u202eback",
    "é" * 90,
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_cannot_lead_out_of_the_folder(book, name):
    """Whatever a submission is called, its report lies in the folder, and is found again."""
    book.store(report(name))
    assert book.path(name).parent == book.reports
    assert [path.name for path in book.reports.iterdir()] == [book.path(name).name]
    assert book.find(name).submission == name


def test_different_names_have_different_files():
    """Names that differ only in what a file name cannot hold do not share a file."""
    names = [*HOSTILE_NAMES, "up", "_up", "a_b", "ann", "Ann Smith_12_assign", "ann.zip", "Müller"]
    assert len({file_stem(name).casefold() for name in names}) == len(names)
    assert file_stem("Ann Smith_12_assign") == "Ann Smith_12_assign"
    assert file_stem("ann.zip") == "ann.zip"


def test_an_unwritable_place_is_one_sentence(tmp_path):
    """A file in the place of a folder, and a folder in the place of a file, are said in words."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be made"):
        Gradebook(tmp_path / "file").for_writing().__enter__()
    (tmp_path / "taken").mkdir()
    with pytest.raises(UsageError, match="taken cannot be written in"):
        write_whole(tmp_path / "taken", "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_a_written_file_can_be_read_as_usual(tmp_path):
    """A file that is written whole has the mode that files usually have here."""
    usual, whole = tmp_path / "usual", tmp_path / "whole"
    usual.write_text("text", encoding="utf-8")
    write_whole(whole, "text")
    assert stat.S_IMODE(whole.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
