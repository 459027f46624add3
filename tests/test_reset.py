"""The stub again: what is asked, what is kept, and what is left alone."""

import os
import shutil
import stat
import subprocess
import sys

import pytest
from conftest import ROOT

from grader.errors import UsageError
from grader.restoration import keep

RELATIVE = "linear_regression/mse.py"
STUB = (ROOT / "grader" / "stubs" / RELATIVE).read_bytes()
WORK = (
    b"import tensorflow as tf\r\n\r\ndef mean_squared_error(y_true, y_pred):\r\n    pass # \xff\r\n"
)
links = pytest.mark.skipif(os.name != "posix", reason="links need rights here")


@pytest.fixture
def kit_copy(tmp_path):
    """A kit with a student's work in one exercise."""
    shutil.copytree(ROOT / "grader" / "stubs", tmp_path / "exercises")
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises" / RELATIVE).write_bytes(WORK)
    return tmp_path


def reset(folder, *arguments, answer=""):
    """Run the real command in a kit, with this on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "grader", "reset", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input=answer,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def place(kit):
    """Give the file that is reset."""
    return kit / "exercises" / RELATIVE


def listed(kit):
    """Name all that lies beside it and begins as it does, or is hidden."""
    names = [each.name for each in place(kit).parent.iterdir()]
    return sorted(each for each in names if each.startswith(("mse", ".")))


def test_yes_puts_the_stub_back_and_keeps_the_work(kit_copy):
    """After a yes the file is the stub to the byte, the work lies beside it, and both are named."""
    ran = reset(kit_copy, "mse", answer="y\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Put the stub back as exercises/linear_regression/mse.py?" in ran.stdout
    assert "is the stub again." in ran.stdout
    assert "Your file is kept beside it as mse.py.bak.\n" in ran.stdout
    assert place(kit_copy).read_bytes() == STUB
    assert place(kit_copy).with_name("mse.py.bak").read_bytes() == WORK
    assert listed(kit_copy) == ["mse.py", "mse.py.bak"]


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_no_changes_nothing(kit_copy, answer):
    """A no, a bare return and nobody there to answer leave everything as it is, with exit 1."""
    ran = reset(kit_copy, "mse", answer=answer)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.endswith("Nothing was changed.\n")
    assert place(kit_copy).read_bytes() == WORK
    assert listed(kit_copy) == ["mse.py"]


def test_nothing_kept_is_ever_overwritten(kit_copy):
    """Work of three resets lies in three files, also where one of the names is a broken link."""
    place(kit_copy).with_name("mse.py.bak1").write_bytes(b"older")
    for work in (b"first", b"second", b"third"):
        place(kit_copy).write_bytes(work)
        assert reset(kit_copy, "mse", "--yes").returncode == 0
    found = [place(kit_copy).with_name(f"mse.py.bak{n}").read_bytes() for n in ("", 1, 2, 3)]
    assert found == [b"first", b"older", b"second", b"third"]


def test_yes_is_not_asked(kit_copy):
    """With --yes nobody is asked, and the exercise may be named by its path."""
    ran = reset(kit_copy, RELATIVE, "--yes")
    assert ran.returncode == 0
    assert "?" not in ran.stdout
    assert place(kit_copy).read_bytes() == STUB


def test_a_stub_is_left_as_it_is(kit_copy):
    """What was never changed is not asked about, and not kept."""
    ran = reset(kit_copy, "sigmoid")
    assert ran.returncode == 0
    assert "as it was handed out" in ran.stdout
    assert not (kit_copy / "exercises" / "logistic_regression" / "sigmoid.py.bak").exists()


@pytest.mark.parametrize("unit_too", [False, True])
def test_a_deleted_file_comes_back_unasked(kit_copy, unit_too):
    """Where there is no file, or no folder of the unit, there is nothing to lose or to keep."""
    place(kit_copy).unlink()
    if unit_too:
        shutil.rmtree(place(kit_copy).parent)
    ran = reset(kit_copy, "mse")
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 1)
    assert place(kit_copy).read_bytes() == STUB
    assert listed(kit_copy) == ["mse.py"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("msee", "There is no unit or exercise 'msee'; did you mean 'mse'?"),
        ("linear_regression", "'linear_regression' is a unit; name one of its exercises: linear_"),
        ("zzz", "`grader list` shows them all."),
    ],
)
def test_an_unknown_name_is_wrong_usage(kit_copy, name, says):
    """A misspelt name gets a suggestion, a unit its exercises; both are exit 2."""
    ran = reset(kit_copy, name, "--yes")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


@links
@pytest.mark.parametrize("what", ["link", "folder", "fifo", "linked unit"])
def test_what_is_no_file_is_left_alone(kit_copy, what):
    """A link, a folder or a pipe in the file's place is refused in a sentence, and stays."""
    path, elsewhere = place(kit_copy), kit_copy / "elsewhere"
    path.unlink()
    if what == "link":
        elsewhere.write_bytes(b"precious")
        path.symlink_to(elsewhere)
    elif what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    else:
        path.parent.rename(elsewhere)
        path.parent.symlink_to(elsewhere)
        (elsewhere / "mse.py").write_bytes(b"precious")
    before = sorted(kit_copy.rglob("*"))
    ran = reset(kit_copy, "mse", "--yes")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "is left alone (it is" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert sorted(kit_copy.rglob("*")) == before
    assert what in ("folder", "fifo") or path.read_bytes() == b"precious"


def test_the_stub_may_be_edited(kit_copy):
    """A stub put back has the rights of any file that the user writes."""
    (kit_copy / "usual").touch()
    reset(kit_copy, "mse", "--yes")
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (place(kit_copy), kit_copy / "usual")]
    assert modes[0] == modes[1]


def test_where_nothing_can_be_kept_nothing_is_changed(tmp_path, monkeypatch):
    """On a full disk the half-written copy is removed, and the file left as it is."""
    path = tmp_path / "mse.py"
    path.write_bytes(WORK)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UsageError, match=r"mse\.py is left as it is"):
        keep(path, WORK)
    assert [each.name for each in tmp_path.iterdir()] == ["mse.py"]
    assert path.read_bytes() == WORK
