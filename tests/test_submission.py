"""What is read of a folder: plain files of the course, each once, and a reason for the rest."""

import gc
import os
import shutil

import pytest

from grader.errors import UsageError
from grader.submission import LARGEST_FILE, read_file, read_submission
from grader.verdict import Verdict

MSE = "linear_regression/mse.py"
needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")


@pytest.fixture
def folder(kit, tmp_path):
    """A right submission in a folder of its own."""
    shutil.copytree(kit.solutions / "linear_regression", tmp_path / "ann" / "linear_regression")
    return tmp_path / "ann"


def read(folder, course, *names):
    """Read these exercises of a folder, or all."""
    return read_submission(folder, course, course.select(names))


def link(path):
    """Put a link to a right file in place of an exercise."""
    path.rename(path.with_name("elsewhere.txt"))
    path.symlink_to("elsewhere.txt")


def dangling_link(path):
    """Put a link to nothing in place of an exercise."""
    path.unlink()
    path.symlink_to("nowhere")


def hard_device(path):
    """Put a link to an endless device in place of an exercise."""
    path.unlink()
    path.symlink_to("/dev/zero")


def fifo(path):
    """Put a FIFO, which would block a reader, in place of an exercise."""
    path.unlink()
    os.mkfifo(path)


def directory(path):
    """Put a folder in place of an exercise."""
    path.unlink()
    path.mkdir()


def oversized(path):
    """Put a file that is one byte too large in place of an exercise."""
    path.write_bytes(b"#" * (LARGEST_FILE + 1))


SPOILERS = [
    (link, "it is a link"),
    (dangling_link, "it is a link"),
    (hard_device, "it is a link"),
    pytest.param(fifo, "plain file", marks=needs_fifos),
    (directory, "directory|plain file"),
    (oversized, "larger than 512 KiB"),
]


def spoil(spoiler, path):
    """Spoil an exercise, or skip where the system cannot."""
    try:
        spoiler(path)
    except (OSError, NotImplementedError) as error:
        pytest.skip(f"not possible here: {error}")


@pytest.mark.parametrize(("spoiler", "reason"), SPOILERS)
def test_what_is_no_plain_file_is_refused_with_a_reason(folder, course, spoiler, reason):
    """A link, FIFO, folder or huge file is refused with a reason; the rest is read."""
    spoil(spoiler, folder / MSE)
    found = read(folder, course)
    assert list(found.refused) == ["mse"]
    assert any(each in found.refused["mse"].lower() for each in reason.lower().split("|"))
    assert sorted(found.sources) == ["linear_model", "linear_trainer", "train_step"]


@pytest.mark.parametrize(("spoiler", "reason"), SPOILERS)
def test_the_others_are_graded(warm, folder, course, spoiler, reason):
    """Beside a refused file the other exercises have their full score."""
    spoil(spoiler, folder / MSE)
    chosen = course.select(("mse", "linear_model"))
    report = warm.grade(read_submission(folder, course, chosen), chosen)
    model, mse = report.exercises
    assert (model.verdict, model.score) == (Verdict.PASSED, 15)
    assert (mse.verdict, mse.score) == (Verdict.ERROR, 0)
    assert "mse.py was not read" in mse.checks[0].message
    assert str(folder) not in mse.checks[0].message


def test_a_linked_unit_folder_is_not_followed(kit, course, tmp_path):
    """A link in place of a unit's folder leads no more out of the submission than a file's does."""
    (tmp_path / "ann" / "logistic_regression").mkdir(parents=True)
    shutil.copy(
        kit.solutions / "logistic_regression/sigmoid.py", tmp_path / "ann/logistic_regression"
    )
    (tmp_path / "ann" / "linear_regression").symlink_to(kit.solutions / "linear_regression")
    found = read(tmp_path / "ann", course)
    assert sorted(found.sources) == ["sigmoid"]
    assert "link" in found.refused["mse"]


def test_a_link_named_by_the_user_is_followed(folder, course, tmp_path):
    """The folder that the user names may itself be a link."""
    (tmp_path / "link").symlink_to(folder)
    assert "mse" in read(tmp_path / "link", course).sources


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="descriptors cannot be counted")  # noqa: PTH112
def test_refusing_leaves_no_file_open(folder, course):
    """However often files are refused, no descriptor stays open."""
    directory(folder / MSE)
    gc.collect()
    gc.disable()  # or pipes of earlier tests are closed, or opened, meanwhile
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(5):
        read(folder, course)
    after = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    gc.enable()
    assert after - before < 5


def test_a_file_is_read_byte_for_byte(folder, course):
    """A file's bytes are taken as they are, whatever their encoding and line ends."""
    data = b"\xef\xbb\xbf# \xff\r\nx = 1\r"
    (folder / MSE).write_bytes(data)
    assert read(folder, course, "mse").sources == {"mse": data}


def test_the_largest_file_is_read(tmp_path):
    """A file of just the largest size is read whole."""
    path = tmp_path / "mse.py"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert len(read_file(path.parent, path.name)) == LARGEST_FILE


def test_only_what_is_selected_is_read(folder, course):
    """An exercise that is not selected is neither read nor refused."""
    directory(folder / MSE)
    found = read(folder, course, "linear_model")
    assert (list(found.sources), found.refused) == (["linear_model"], {})


def test_a_missing_file_is_neither_read_nor_refused(folder, course):
    """An exercise without a file is left open."""
    (folder / MSE).unlink()
    found = read(folder, course, "mse")
    assert (found.sources, found.refused) == ({}, {})


@pytest.mark.parametrize("inner", ["exercises", "."])
def test_the_exercises_are_found_in_the_folder_or_below(kit, course, tmp_path, inner):
    """A folder that holds `exercises` is taken for it."""
    shutil.copytree(kit.exercises, tmp_path / "ann" / inner, dirs_exist_ok=True)
    found = read(tmp_path / "ann", course)
    assert list(found.sources) == [each.id for each in course.exercises()]
    assert found.name == "ann"


def test_a_folder_whose_only_exercise_is_not_selected(folder, course):
    """A folder that holds other exercises than the selected ones is a submission without them."""
    assert read(folder, course, "sigmoid").sources == {}


def test_a_missing_folder_is_wrong_usage(tmp_path, course):
    """A folder that is not there is refused in a sentence that names it."""
    with pytest.raises(UsageError, match=r"^There is no folder '.*nobody' to grade"):
        read(tmp_path / "nobody", course)


def test_a_file_is_no_folder(tmp_path, course):
    """A file in place of the folder is refused as a missing folder is."""
    (tmp_path / "ann.py").write_text("")
    with pytest.raises(UsageError, match="is a file; name the folder"):
        read(tmp_path / "ann.py", course)


def test_a_folder_without_exercises_is_wrong_usage(tmp_path, course):
    """A folder that holds no exercise is refused with an example of what it should hold."""
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(UsageError, match="a folder a unit, with files such as linear_regression/"):
        read(tmp_path, course)
