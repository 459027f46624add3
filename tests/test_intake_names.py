"""What of a class folder is a submission-to-be, under which name, and whose it is."""

import os
import socket

import pytest

from grader.errors import UsageError
from grader.intake import list_entries
from grader.intake.labels import label, listed, shown

needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")


@pytest.fixture
def lay(tmp_path, course):
    """Lay out a class folder from names (a folder where one ends in /) and list it."""

    def lay(*names, within="class", **files):
        root = tmp_path / within
        root.mkdir(exist_ok=True, parents=True)
        for name in names:
            path = root / name
            if name.endswith("/"):
                path.mkdir(parents=True)
            else:
                path.write_text(files.get(name, ""))
        return list_entries(root, course)

    return lay


def named(entries):
    """Give the names of entries, and their students."""
    return {entry.name: entry.student for entry in entries}


def test_folders_and_archives_are_entries_under_their_own_names(lay):
    """Each folder and archive is an entry, sorted, an archive with its extension."""
    entries = lay(
        "bob/", "ann.zip", "cat.tar.gz", "dan.TGZ", "eve.tar.xz", "fay.tar", "gus.tar.bz2"
    )
    assert named(entries) == {
        "ann.zip": "ann",
        "bob": "bob",
        "cat.tar.gz": "cat",
        "dan.TGZ": "dan",
        "eve.tar.xz": "eve",
        "fay.tar": "fay",
        "gus.tar.bz2": "gus",
    }
    assert not any(entry.refused for entry in entries)
    assert [entry.name for entry in entries] == sorted(named(entries))


def test_what_is_nobodys_is_left_out(lay):
    """Litter of desktops, rosters and metadata are no entries."""
    litter = (".DS_Store", "__MACOSX/", ".git/", "Thumbs.db", "desktop.ini", "roster.csv")
    assert set(named(lay("ann/", *litter, "grades.csv", "submission_metadata.yml"))) == {"ann"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ann.rar", "a RAR archive; hand in a zip"),
        ("ann.7z", "a 7z archive; hand in a zip"),
        ("ann.pdf", "neither a folder nor an archive; hand in a zip"),
    ],
)
def test_what_cannot_be_read_is_an_entry_with_a_reason(lay, name, reason):
    """A file that holds no submission is not lost, but says what to hand in instead."""
    (entry,) = lay(name)
    assert (entry.name, reason in entry.refused) == (name, True)


@needs_fifos
def test_a_fifo_a_socket_and_a_link_are_refused(lay, tmp_path, course, monkeypatch):
    """What would block or lead elsewhere is an entry with a reason, whatever its name."""
    lay("ann/")
    root = tmp_path / "class"
    os.mkfifo(root / "bob.zip")
    (root / "cat").symlink_to(tmp_path)
    monkeypatch.chdir(root)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("dan")
        entries = {entry.name: entry.refused for entry in list_entries(root, course)}
    assert entries["ann"] == ""
    assert "link" in entries["cat"]
    assert "neither a folder nor a file" in entries["bob.zip"]
    assert "neither a folder nor a file" in entries["dan"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_an_unreadable_folder_is_an_entry_with_a_reason(lay, tmp_path, course):
    """A student's folder without permission is not lost."""
    lay("ann/")
    (tmp_path / "class" / "ann").chmod(0)
    (entry,) = list_entries(tmp_path / "class", course)
    (tmp_path / "class" / "ann").chmod(0o700)
    assert "permissions" in entry.refused


@pytest.mark.parametrize(
    ("names", "target", "sentence"),
    [
        ((), "nowhere", "There is no folder"),
        ((), "class", "holds no submission"),
        ((".DS_Store", "grades.csv"), "class", "holds no submission"),
        (("all.zip",), "class/all.zip", "is an archive; unpack it first"),
        (("notes.txt",), "class/notes.txt", "is a file; name the folder"),
        (("linear_regression/mse.py/",), "class", "grade it by `grader check --submission"),
        (("exercises/linear_regression/mse.py/",), "class", "is one submission"),
    ],
)
def test_no_class_folder_is_wrong_usage(tmp_path, course, names, target, sentence):
    """A folder that is missing, empty, a file or one submission is refused in one sentence."""
    (tmp_path / "class").mkdir()
    for name in names:
        path = tmp_path / "class" / name
        path.mkdir(parents=True) if name.endswith("/") else path.write_text("")
    with pytest.raises(UsageError, match=sentence) as refused:
        list_entries(tmp_path / target, course)
    assert str(refused.value).count("\n") == 0


def test_flat_files_of_canvas_are_grouped_by_student(lay):
    """Canvas's files become one entry a student, late or not, named by what they share."""
    entries = lay(
        "smithann_1234_99_mse.py",
        "smithann_LATE_1234_98_sigmoid-1.py",
        "leebob_77_5_homework.zip",
        "oddcat_78_text.html",
        "my_2_cents/",
    )
    assert named(entries) == {
        "leebob_77": "leebob",
        "my_2_cents": "my_2_cents",
        "oddcat_78": "oddcat",
        "smithann_1234": "smithann",
    }
    assert [len(entry.paths) for entry in entries] == [1, 1, 1, 2]


def test_moodle_names_are_read(lay):
    """Moodle's folders and flat files give the full name, and a number where names are hidden."""
    entries = lay(
        "Ann Smith_12345_assignsubmission_file_/",
        "Ann Smith_12345_assignsubmission_onlinetext_/",
        "Bob Lee_7_assignsubmission_file/",
        "Zoë van der Berg_8_assignsubmission_file_mse.py",
        "Zoë van der Berg_8_assignsubmission_file_sigmoid.py",
        "Participant_9_assignsubmission_file_/",
    )
    assert named(entries) == {
        "Ann Smith_12345_assignsubmission_file_": "Ann Smith",
        "Bob Lee_7_assignsubmission_file": "Bob Lee",
        "Zoë van der Berg_8_assignsubmission_file": "Zoë van der Berg",
        "Participant_9_assignsubmission_file_": "Participant 9",
    }


@pytest.mark.parametrize(
    ("names", "within", "students"),
    [
        (("hw-1-ann/", "hw-1-bob-lee/", "hw-1-anna/"), "class", ["ann", "anna", "bob-lee"]),
        (("hw-ann/", "hw-bob.zip"), "class", ["ann", "bob"]),
        (("hw-ann/",), "class", ["hw-ann"]),
        (("hw-ann/",), "hw-submissions", ["ann"]),
        (("hw-ann-a/", "hw-ann-b/"), "hw-submissions", ["ann-a", "ann-b"]),
        (("hw-ann/", "bob/"), "class", ["bob", "hw-ann"]),
        (("hw-submissions/hw-ann/", "hw-submissions/hw-bob/"), "class", ["ann", "bob"]),
    ],
)
def test_classroom_clones_give_the_user(lay, names, within, students):
    """What repositories share is the assignment; where they share nothing, names stay whole."""
    assert sorted(entry.student for entry in lay(*names, within=within)) == students


METADATA = """---
submission_1:
  :submitters:
  - :name: Conan O'Brien
    :sid: '100'
    :email: conan@example.org
  :created_at: 2026-01-01
submission_2:
  :created_at: 2026-01-01
  :submitters:
  - :name: 'Ann O''Hara'
  - :name: Bob Lee
submission_3:
  :submitters:
  - :name: !binary |-
      Wm9l
submission_4:
  :submitters:
  - :name: Dan
  - *1
submission_5:
  :results:
    :output: |
      :submitters:
      - :name: Mallory
    :submitters:
    - :name: Mallory
  :submitters:
  - :name: Eve
"""


def test_gradescope_names_come_from_its_metadata(lay):
    """Submitters are read where their names are plain; otherwise the folder keeps its id."""
    folders = [f"submission_{number}/" for number in range(1, 7)]
    entries = lay(*folders, "submission_metadata.yml", **{"submission_metadata.yml": METADATA})
    assert named(entries) == {
        "submission_1": "Conan O'Brien",
        "submission_2": "Ann O'Hara & Bob Lee",
        "submission_3": "submission_3",
        "submission_4": "submission_4",
        "submission_5": "Eve",
        "submission_6": "submission_6",
    }


def test_hostile_names_are_harmless_and_distinct(tmp_path, course):
    """Names with control characters or bad Unicode are shown harmless, and none is lost."""
    raw = [b"a\x1b[2J", b"a\nb", b"a\tb", b"\xff", b"\xfe", "a\u202eb".encode(), b"slopework-ann"]
    for name in raw:
        try:
            os.mkdir(os.fsencode(tmp_path) + b"/" + name)  # noqa: PTH102  (bytes)
        except OSError as error:
            pytest.skip(f"not possible here: {error}")
    names = [entry.name for entry in list_entries(tmp_path, course)]
    assert len(set(names)) == len(raw)
    assert "slopework-ann" in names
    assert not any(char in "".join(names) for char in "\x1b\n\t\u202e")
    "".join(names).encode()


def test_a_name_does_not_depend_on_its_neighbours(lay):
    """The same file has the same name in any company."""
    (one,) = lay("a\x07b/", within="one")
    (two,) = lay("a\x08b/", within="two")
    assert set(named(lay("a\x07b/", "a\x08b/", within="both"))) == {one.name, two.name}
    assert one.name != two.name


def test_a_folder_called_like_a_group_stays_distinct(lay):
    """Names are unique also where a folder is called like a student's flat files."""
    assert len(named(lay("smithann_12/", "smithann_12_9_mse.py"))) == 2


def test_labels_stay_short_and_on_one_line():
    """A long path is shortened in its middle, a list to its first and a count."""
    assert len(shown("x" * 5000)) <= 101
    assert label("ann") == "ann"
    assert (listed(["a"]), listed(["a", "b"])) == ("a", "a and b")
    assert listed(["report.pdf", "b", "c", "d"]) == "report.pdf and 3 more"
