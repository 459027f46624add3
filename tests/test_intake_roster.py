"""Who should have handed in, and which entries are theirs."""

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.intake import Entry, match, read_roster


@pytest.fixture
def roster(tmp_path):
    """Read a roster from its text or bytes."""

    def read(text):
        path = tmp_path / "roster.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_roster(path)

    return read


def entry(name, student=None):
    """Make an entry of a name, and of a student where another is known."""
    return Entry(name, name if student is None else student, (Path(name),))


def owners(roster, *entries):
    """Give the names of each student's entries."""
    return {row.student: [each.name for each in own] for row, own in match(roster, entries).pairs}


@pytest.mark.parametrize(
    "text",
    [
        "name\nAnn Smith\n",
        "Name,Other\r\nAnn Smith,1\r\n",
        "\ufeffFull name,Email address\nAnn Smith,as@example.org\n",
        "First name;Last name\nAnn;Smith\n",
        "First Name\tLast Name\nAnn\tSmith\n",
        'Student,ID,SIS Login ID\n"Smith, Ann",12,as1\n',
        'Student,ID,SIS Login ID\n    Points Possible,,\nAnn Smith,12,as1\n"Student, Test",,\n',
        "Identifier,Full name\nParticipant 12,Ann Smith\n\n,\n",
        "name\nAnn Smith\n".encode("utf-16"),
        "First Name,Last Name,SID,Email\nÁnn,Smith,100,a@example.org\n",
        "identifier,github_username,github_id,name\nas1,ann-s,12,Ann Smith\n",
    ],
)  # fmt: skip
def test_rosters_of_every_course_system_are_read(roster, text):
    """Headers, separators and encodings differ; the one student is found by her name."""
    (row,) = roster(text).rows
    assert {"annsmith", "smithann"} <= row.keys


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "names no student in its first line"),
        ("points,section\n1,2\n", "names no student in its first line"),
        ("name\n", "lists no student"),
        ("Student\nPoints Possible\n", "lists no student"),
        ("name\nAnn Smith\nann smith\n", "has ann smith twice"),
        ("name,username\nAnn,x\nBob,x\n", "has the username x twice"),
        (b"name\n\xff\n", "not saved as UTF-8"),
        (b"name\n\xff\xfe", "not saved as UTF-8"),
        (b"\xff\xfea", "not saved as UTF-8"),
        ('name\n"' + "x" * 200_000 + '"\n', "is no CSV table"),
    ],
)
def test_an_unusable_roster_is_wrong_usage(roster, text, sentence):
    """What is wrong with a roster is said in one sentence."""
    with pytest.raises(UsageError, match=sentence):
        roster(text)


def test_a_missing_roster_is_wrong_usage(tmp_path):
    """A roster that is not there, or is a folder, is refused by its name."""
    with pytest.raises(UsageError, match=r"nowhere.csv' cannot be read: No such file"):
        read_roster(tmp_path / "nowhere.csv")
    with pytest.raises(UsageError, match="not a plain file"):
        read_roster(tmp_path)


def test_a_roster_may_be_a_link(tmp_path):
    """Whoever grades may name a link to the roster."""
    (tmp_path / "real.csv").write_text("name\nAnn\n")
    (tmp_path / "roster.csv").symlink_to("real.csv")
    assert read_roster(tmp_path / "roster.csv").rows[0].student == "Ann"


ROSTER = "name,username,email,id\nAnn Smith,as1,annie@example.org,1234\nBöb Lee,bl2,,77\n"


@pytest.mark.parametrize(
    "one",
    [
        entry("Ann Smith"),
        entry("smith_ann"),
        entry("AS1"),
        entry("annie.zip", "annie"),
        entry("annie@example.org"),
        entry("Smith, Ann"),
        entry("Ann Smith_5_assignsubmission_file_", "Ann Smith"),
        entry("hw-as1", "as1"),
        Entry("smithann_1234", "smithann", (Path("smithann_1234_9_mse.py"),)),
        Entry("nickname_1234", "nickname", (Path("nickname_1234_9_mse.py"),)),
    ],
)
def test_an_entry_is_matched_by_any_of_its_students_keys(roster, one):
    """Name in either order, login, mail or id, whatever case, accents and punctuation."""
    assert owners(roster(ROSTER), one) == {"Ann Smith": [one.name], "Böb Lee": []}


def test_accents_make_no_difference(roster):
    """Course systems drop accents from names."""
    assert owners(roster(ROSTER), entry("leebob"))["Böb Lee"] == ["leebob"]


def test_who_is_absent_and_who_handed_in_twice(roster):
    """Absent students, those with several entries, and entries of nobody are told."""
    found = match(roster(ROSTER), [entry("as1"), entry("Ann Smith"), entry("Mallory")])
    assert [row.student for row in found.absent] == ["Böb Lee"]
    assert [(row.student, len(own)) for row, own in found.several] == [("Ann Smith", 2)]
    assert [each.name for each in found.unknown] == ["Mallory"]
    assert found.ambiguous == ()


def test_an_ambiguous_match_matches_nobody(roster):
    """Two students of one name are told apart by their logins, or not at all."""
    text = "name,username\nAnn Smith,as1\nAnn Smith,as2\n"
    found = match(roster(text), [entry("Ann Smith"), entry("as2")])
    assert [[each.name for each in own] for _, own in found.pairs] == [[], ["as2"]]
    assert [each.name for each in found.unknown] == ["Ann Smith"]
    ((one, rows),) = found.ambiguous
    assert (one.name, len(rows)) == ("Ann Smith", 2)


def test_an_id_is_surer_than_a_name(roster):
    """Where a course system wrote the id, it decides between students of one name."""
    text = "Student,ID\nAnn Smith,1\nAnn Smith,2\n"
    one = Entry("smithann_2", "smithann", (Path("smithann_2_9_mse.py"),))
    found = match(roster(text), [one])
    assert [len(own) for _, own in found.pairs] == [0, 1]


def test_a_group_belongs_to_each_of_its_members(roster):
    """What several handed in together is every one's; with a stranger among them nobody's."""
    found = owners(roster(ROSTER), entry("submission_1", "Ann Smith & Böb Lee"))
    assert found == {"Ann Smith": ["submission_1"], "Böb Lee": ["submission_1"]}
    found = match(roster(ROSTER), [entry("submission_1", "Ann Smith & Mallory")])
    assert [each.name for each in found.unknown] == ["submission_1"]
    assert len(found.absent) == 2


def test_part_of_a_name_is_no_match(roster):
    """A first name alone, or a longer name, is nobody's."""
    found = match(roster(ROSTER), [entry("Ann"), entry("Ann Smithson"), entry("")])
    assert len(found.unknown) == 3


def test_hostile_names_in_a_roster_are_harmless(roster):
    """A name's control characters do not reach a report."""
    assert "\x1b" not in roster("name\nAnn\x1b[2J\n").rows[0].student
