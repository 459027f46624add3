"""Which of a student's files is taken for an exercise, wherever it lies in a folder."""

import os
from pathlib import Path

import pytest

from grader.intake import Entry, list_entries, read_entry
from grader.intake.folders import DEEPEST
from grader.kit import STUBS
from grader.submission import LARGEST_FILE

MSE = "linear_regression/mse.py"
WORK = b"# my work\n"
OTHER = b"# other work\n"
STUB = (STUBS / MSE).read_bytes()
needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")


@pytest.fixture
def take(tmp_path, course):
    """Read the chosen exercises of one student's folder, laid out from a dictionary."""

    def take(files, *names):
        root = tmp_path / "class" / "ann"
        root.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        (entry,) = list_entries(tmp_path / "class", course)
        return read_entry(entry, course, course.select(names or ("mse",)))

    return take


def test_a_submission_as_asked_is_taken_without_a_note(take):
    """Files in their places are taken byte for byte, also below the kit's own folder."""
    found = take(
        {MSE: b"\xef\xbb\xbf# \xff\r\n", "exercises/logistic_regression/sigmoid.py": WORK},
    )
    assert (found.name, found.student) == ("ann", "ann")
    assert (found.sources, found.refused, found.notes) == (
        {"mse": b"\xef\xbb\xbf# \xff\r\n"},
        {},
        {},
    )
    assert take({}, "sigmoid").notes == {}
    assert take({}, "sigmoid").sources == {"sigmoid": WORK}


@pytest.mark.parametrize(
    "path",
    [
        "homework/linear_regression/mse.py",
        "a/b/exercises/linear_regression/mse.py",
        "mse.py",
        "homework/mse.py",
        "logistic_regression/mse.py",
        "mse (1).py",
        "mse(1).py",
        "mse-1.py",
        "mse_1.py",
        "mse copy.py",
        "mse copy 2.py",
        "mse - Copy.py",
        "mse - Copy (2).py",
        "mse (copy).py",
        "Copy of mse.py",
        "mse.py.txt",
        "mse.py.py",
        "MSE.py",
        "Linear_Regression/Mse.PY",
        "linear_regression\\mse.py",
    ],
)
def test_a_misplaced_or_renamed_file_is_taken_with_a_note(take, path):
    """A file that lies elsewhere or is a renamed copy is taken, and the note says from where."""
    found = take({path: WORK})
    assert (found.sources, found.refused) == ({"mse": WORK}, {})
    assert found.notes == {"mse": f"taken from {path}"}


@pytest.mark.parametrize(
    "path", ["my_mse.py", "mse.pyc", "mse.txt", "mse", "test_mse.py", "mse.md"]
)
def test_another_file_is_not_taken(take, path):
    """A file of another name or kind is nobody's exercise, and the reason names it."""
    found = take({path: WORK})
    assert found.sources == {}
    assert f"holds no exercise of this course; it holds {path}" in found.refused["mse"]


PLACES = [
    MSE,
    f"exercises/{MSE}",
    f"old/{MSE}",
    "mse.py",
    "mse (1).py",
]


@pytest.mark.parametrize("best", range(len(PLACES) - 1))
def test_the_better_place_wins(take, best):
    """Of files that lie differently well the best placed is taken, whatever the others hold."""
    found = take(dict.fromkeys(PLACES[best + 1 :], OTHER) | {PLACES[best]: WORK})
    assert found.sources == {"mse": WORK}


def test_equal_copies_are_taken(take):
    """Several equal files are one."""
    assert take({"a/mse.py": WORK, "b/mse.py": WORK}).sources == {"mse": WORK}


def test_different_files_of_one_rank_are_refused_by_both_names(take):
    """Where only the student knows which file is meant, the reason names both."""
    found = take({"a/mse.py": WORK, "b/mse.py": OTHER})
    assert found.sources == {}
    assert "a/mse.py and as b/mse.py" in found.refused["mse"]


@pytest.mark.parametrize(
    "stub", [STUB, STUB.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + STUB + b"\n"]
)
@pytest.mark.parametrize(
    ("untouched", "work"),
    [("a/mse.py", "b/mse.py"), (MSE, "mse (1).py"), (MSE, "up/linear_regression/mse.py")],
)
def test_a_pristine_stub_is_never_taken_over_work(take, stub, untouched, work):
    """The stub as handed out gives way to work, however editors saved it and where it lies."""
    found = take({untouched: stub, work: WORK})
    assert (found.sources, found.refused) == ({"mse": WORK}, {})
    assert found.notes == {"mse": f"taken from {work}"}


def test_a_stub_alone_is_taken(take):
    """Where there is only the stub it is taken, so that it is not started."""
    assert take({MSE: STUB, "b/mse.py": STUB}).sources == {"mse": STUB}


def test_a_missing_exercise_is_absent(take):
    """Beside another exercise, one that is missing is neither read nor refused."""
    found = take({MSE: WORK}, "mse", "sigmoid")
    assert (list(found.sources), found.refused) == (["mse"], {})
    assert (take({}, "sigmoid").sources, take({}, "sigmoid").refused) == ({}, {})


def test_an_entry_without_exercises_says_what_it_holds(take):
    """Every exercise asked for gets the reason, with what was found instead."""
    found = take({"report.pdf": b"", "x.txt": b"", "y.txt": b"", "z.txt": b""}, "mse", "sigmoid")
    assert set(found.refused) == {"mse", "sigmoid"}
    assert "it holds report.pdf and 3 more" in found.refused["mse"]


def test_an_empty_entry_says_so(take):
    """A folder with nothing in it has a reason."""
    assert "it is empty" in take({}).refused["mse"]


@pytest.mark.parametrize("skipped", [".git", ".venv", "venv", "node_modules", "__MACOSX", "a/env"])
def test_folders_of_tools_are_not_looked_into(take, skipped):
    """What tools put beside a student's work is never taken for it."""
    found = take({f"{skipped}/mse.py": WORK, "._mse.py": OTHER})
    assert found.sources == {}


def test_links_are_not_followed(take, tmp_path):
    """A link in the place of a file, a unit or any folder is refused or not looked into."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "mse.py").write_bytes(WORK)
    (secret / "sigmoid.py").write_bytes(WORK)
    root = tmp_path / "class" / "ann"
    (root / "linear_regression").mkdir(parents=True)
    (root / MSE).symlink_to(secret / "mse.py")
    (root / "logistic_regression").symlink_to(secret)
    (root / "more").symlink_to(secret)
    found = take({}, "mse", "sigmoid")
    assert found.sources == {}
    assert "link" in found.refused["mse"]
    assert "link" in found.refused["sigmoid"]


def test_a_link_gives_way_to_a_sound_file(take, tmp_path):
    """A sound file elsewhere is taken, and the note says what was wrong with the better placed."""
    root = tmp_path / "class" / "ann"
    (root / "linear_regression").mkdir(parents=True)
    (root / MSE).symlink_to("nowhere")
    found = take({"mse.py": WORK})
    assert found.sources == {"mse": WORK}
    assert "taken from mse.py; not read: it is a link" in found.notes["mse"]


@needs_fifos
def test_a_fifo_does_not_block(take, tmp_path):
    """A FIFO in the place of a file is refused, not waited for."""
    root = tmp_path / "class" / "ann"
    (root / "linear_regression").mkdir(parents=True)
    os.mkfifo(root / MSE)
    os.mkfifo(root / "work.zip")
    os.mkfifo(root / "work.ipynb")
    assert "plain file" in take({}).refused["mse"]


def test_a_folder_in_the_place_of_a_file_is_refused(take, tmp_path):
    """A folder called like an exercise is no exercise, and says so."""
    (tmp_path / "class" / "ann" / MSE).mkdir(parents=True)
    assert "folder" in take({}).refused["mse"]


def test_a_huge_file_is_refused(take):
    """A file one byte too large is not read; the largest is."""
    assert "larger than 512 KiB" in take({MSE: b"#" * (LARGEST_FILE + 1)}).refused["mse"]
    assert len(take({MSE: b"#" * LARGEST_FILE}).sources["mse"]) == LARGEST_FILE


def test_deep_folders_and_many_names_end_with_a_reason(take, tmp_path, monkeypatch):
    """Depth and width are bounded, and an exercise that may lie beyond says so."""
    deep = "/".join(["d"] * (DEEPEST + 2))
    found = take({"sigmoid.py": WORK, f"{deep}/mse.py": WORK}, "mse", "sigmoid")
    assert list(found.sources) == ["sigmoid"]
    assert "too deep" in found.refused["mse"]
    monkeypatch.setattr("grader.intake.folders.MOST_NAMES", 5)
    assert "too many to look at" in take({f"a/{n}.txt": b"" for n in range(9)}).refused["mse"]


def test_copies_without_end_are_refused(take):
    """Whoever hands in a file many times over has not said which is meant."""
    files = {f"{number}/mse.py": b"#%d" % number for number in range(20)}
    assert "more than 12 times" in take(files).refused["mse"]


def test_hostile_paths_are_harmless_in_notes(take):
    """A path's control characters reach neither note nor reason, and it stays short."""
    found = take({"a\x1b[2J\n/mse.py": WORK})
    assert found.sources == {"mse": WORK}
    assert not set("\x1b\n") & set(found.notes["mse"])


def test_an_entry_that_is_none_gives_its_reason(course):
    """An entry refused when it was listed gives each exercise that reason."""
    entry = Entry("x.rar", "x", (Path("x.rar"),), "it is a RAR archive; hand in a zip")
    found = read_entry(entry, course, course.select(("mse", "sigmoid")))
    assert found.refused == dict.fromkeys(("mse", "sigmoid"), entry.refused)


def test_an_entry_that_has_gone_gives_a_reason(course, tmp_path):
    """A folder that vanished after it was listed is a reason, not an exception."""
    entry = Entry("ann", "ann", (tmp_path / "ann",))
    assert set(read_entry(entry, course, course.select(("mse",))).refused) == {"mse"}


def test_flat_files_are_taken_by_their_own_names(tmp_path, course):
    """Canvas's files lie flat under the student's own names, resubmissions among them."""
    (tmp_path / "smithann_1_2_mse-1.py").write_bytes(WORK)
    (tmp_path / "smithann_LATE_1_3_sigmoid.py").write_bytes(OTHER)
    (entry,) = list_entries(tmp_path, course)
    found = read_entry(entry, course, course.select(()))
    assert found.sources == {"mse": WORK, "sigmoid": OTHER}
    assert found.notes == {"mse": "taken from mse-1.py", "sigmoid": "taken from sigmoid.py"}
    assert (found.name, found.student) == ("smithann_1", "smithann")
