"""Grading on save, by the real command: what is shown, what it survives, how it ends."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest
from conftest import ROOT
from watchfiles import watch

from grader.course import read_course
from grader.saves import Saves

MSE = "linear_regression/mse.py"
SIGMOID = "logistic_regression/sigmoid.py"
RIGHT = (ROOT / "solutions" / MSE).read_text(encoding="utf-8")
WRONG = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_sum(tf.square(y_true - y_pred))
"""
OTHER = WRONG.replace("reduce_sum", "reduce_max")
WAITING = "Ctrl-C ends."
STOPPED = "\nStopped watching; your files are as you saved them.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="terminals and signals of this kind")


def make_kit(folder):
    """Make a kit whose first exercise is solved and whose second is not."""
    shutil.copytree(ROOT / "grader" / "stubs", folder / "exercises")
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    (folder / "temporary").mkdir()
    first = "linear_regression/linear_model.py"
    shutil.copy(folder / "solutions" / first, folder / "exercises" / first)
    return folder


class Watching:
    """A running `grader watch` in a kit, what it has shown so far, and its file of the MSE."""

    def __init__(self, kit, *arguments, command="watch", output=subprocess.PIPE, **settings):
        self.kit = kit
        self.shown = ""
        environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(kit / "temporary")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "grader", command, *arguments],
            cwd=kit,
            env=environment | {"TERM": "xterm-256color"},
            stdin=output if output != subprocess.PIPE else subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE if output == subprocess.PIPE else output,
            start_new_session=True,
            **settings,
        )
        self.reads(self.process.stdout.fileno() if self.process.stdout else None)

    def reads(self, descriptor):
        """Collect what comes out of a descriptor from now on."""
        if descriptor is not None:
            threading.Thread(target=self._read, args=(descriptor,), daemon=True).start()

    def _read(self, descriptor):
        while True:
            try:
                part = os.read(descriptor, 65536)
            except OSError:
                return
            if not part:
                return
            self.shown += part.decode("utf-8")

    def file(self, relative=MSE):
        """Give the place of an exercise's file."""
        return self.kit / "exercises" / relative

    def page(self, wanted, since=0):
        """Wait until this was shown and all is quiet again; gives what was shown."""
        end = time.monotonic() + 90
        while time.monotonic() < end:
            found = self.shown[since:]
            if wanted in found and WAITING in found[found.rindex(wanted) :]:
                return found
            assert self.process.poll() is None, self.shown
            time.sleep(0.02)
        raise AssertionError(f"{wanted!r} was not shown: {self.shown[since:]!r}")

    def after(self, action, wanted):
        """Do something, and wait until this is shown; gives what was shown since."""
        since = len(self.shown)
        action()
        return self.page(wanted, since)

    def save(self, source, wanted, relative=MSE):
        """Save a file as simple editors do; gives what was shown since."""
        return self.after(lambda: self.file(relative).write_text(source, "utf-8"), wanted)

    def end(self, by=signal.SIGTERM):
        """Ask it to end, with all that it started, as a terminal does; gives code and errors."""
        family = psutil.Process(self.process.pid).children(recursive=True)
        os.killpg(self.process.pid, by)
        code, said = self.ended()
        alive = [each for each in family if running(each)]
        return code, said, alive

    def ended(self):
        """Wait for its end; gives its exit code and what it said on stderr."""
        code = self.process.wait(timeout=60)
        said = self.process.stderr.read().decode("utf-8") if self.process.stderr else ""
        return code, said


def running(process):
    """Tell whether a process is still there a moment later; one that nobody has reaped is not."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
        except psutil.Error:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="module")
def watching(tmp_path_factory):
    """One `grader watch` for all tests that only save; it has shown its first page."""
    kit = make_kit(tmp_path_factory.mktemp("watch"))
    watched = Watching(kit, "--call-seconds", "2")
    watched.first = watched.page(WAITING)
    yield watched
    watched.end()


@posix
def test_it_begins_with_the_first_that_has_not_passed(watching):
    """Without a name what has passed is passed over, and the first that has not is waited for."""
    assert watching.first.splitlines() == [
        "linear_model               passed          15/15   A line with two variables",
        "mse                        not started      0/20   Mean squared error",
        "",
        f"Save exercises/{MSE} to have it graded; {WAITING}",
    ]


@posix
def test_a_save_shows_the_first_failure_alone(watching):
    """A wrong save shows one failure with its counterexample, and how many more there are."""
    shown = watching.save(WRONG, "mse  ")
    assert "failed           8/20" in shown
    assert shown.count("    x ") == 1
    assert "gave      1.0, then 2.0" in shown
    assert "and 3 more, once this is right" in shown
    assert shown.endswith(f"Save exercises/{MSE} to have it graded again; {WAITING}\n")


@posix
def test_a_pass_leads_to_the_next(watching):
    """A right save is said to pass, and what comes next is shown and waited for."""
    watching.save(WRONG, "failed")
    shown = watching.save(RIGHT, "train_step")
    assert "passed          20/20" in shown
    assert "Save exercises/linear_regression/train_step.py" in shown


@posix
def test_another_exercise_can_be_turned_to(watching):
    """Saving another exercise's file has that one graded."""
    shown = watching.save("def sigmoid(x):\n    return x\n", "sigmoid", SIGMOID)
    assert "mse" not in shown
    assert "failed" in watching.save(WRONG, "mse")


@posix
def test_a_half_saved_file_is_shown_as_such(watching):
    """A file that was cut off in saving is a syntax error, an empty one has no function."""
    half = RIGHT[: RIGHT.rindex(")")]
    assert "SyntaxError" in watching.save(half, "mse")
    assert "mean_squared_error" in watching.save("", "mse")
    assert "failed" in watching.save(WRONG, "mse")


@posix
def test_a_deleted_file_is_not_started(watching):
    """Without its file an exercise is not started; when it comes back, it is graded."""
    watching.save(WRONG, "failed")
    shown = watching.after(watching.file().unlink, "not started")
    assert f"there is no file {MSE}" in shown
    assert "failed" in watching.save(WRONG, "mse")


@posix
def test_a_deleted_folder_is_no_end(watching):
    """When a unit's folder is removed and made again, its files are watched as before."""
    folder = watching.file().parent
    watching.after(lambda: shutil.rmtree(folder), "there is no file")
    folder.mkdir()
    assert "failed" in watching.save(WRONG, "mse")
    assert "gives a different value" in watching.save(OTHER, "mse")


def by_rename(path, source):
    """Save as PyCharm does: write another file, then put it in the place of the first."""
    other = path.with_name(f"{path.name}___jb_tmp___")
    other.write_text(source, encoding="utf-8")
    other.replace(path)


def by_backup(path, source):
    """Save as vim does where it keeps the old file: move it away, write a new one, remove it."""
    backup = path.with_name(f"{path.name}~")
    path.with_name("4913").touch()
    path.with_name("4913").unlink()
    path.replace(backup)
    path.write_text(source, encoding="utf-8")
    backup.unlink()


@posix
@pytest.mark.parametrize("save", [by_rename, by_backup])
def test_editors_that_rename_are_understood(watching, save):
    """A file that takes another one's place is graded, again and again, and only once a save."""
    watching.save(WRONG, "gave      1.0, then 2.0")
    for source, wanted in ((OTHER, "gave      9.0"), (WRONG, "gave      1.0, then 2.0")):
        shown = watching.after(lambda text=source: save(watching.file(), text), wanted)
        assert shown.count(WAITING) == 1


@posix
def test_other_files_are_no_saves(watching):
    """A swap file, a backup and a folder beside the exercises have nothing graded."""
    since = len(watching.shown)
    for name in (".mse.py.swp", "mse.py.bak", "notes.txt"):
        watching.file().with_name(name).write_text("x", encoding="utf-8")
    (watching.kit / "exercises" / "__pycache__").mkdir(exist_ok=True)
    time.sleep(1.0)
    watching.save(WRONG, "mse")
    assert watching.shown[since:].count(WAITING) == 1


@posix
def test_an_endless_loop_is_no_end(watching):
    """A file that never answers has timed out, and the next save is graded as ever."""
    loop = "def mean_squared_error(y_true, y_pred):\n    while True:\n        pass\n"
    assert "timed out" in watching.save(loop, "mse")
    assert "failed" in watching.save(WRONG, "mse")


@posix
def test_a_link_is_refused(watching):
    """A link in the place of the file is not followed, and said to be one."""

    def link():
        watching.file().unlink()
        watching.file().symlink_to(ROOT / "solutions" / MSE)

    assert "it is a link" in watching.after(link, "mse")
    watching.after(watching.file().unlink, "there is no file")


@posix
def test_processes_that_are_killed_are_replaced(watching):
    """Where all that it has started is killed, the next save has the same verdict as ever."""
    for each in psutil.Process(watching.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.Error):
            each.kill()
    assert "failed           8/20" in watching.save(WRONG, "mse")


@posix
def test_a_pipe_gets_plain_text(watching):
    """What was shown to a pipe holds no control sequence, and is nothing but appended lines."""
    assert "\x1b" not in watching.shown
    assert "\r" not in watching.shown


@posix
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_in_order_while_it_loads(tmp_path, by):
    """Ctrl-C, a kill and a closed terminal while TensorFlow loads: exit 130, nothing is left."""
    watched = Watching(make_kit(tmp_path))
    end = time.monotonic() + 30
    while not psutil.Process(watched.process.pid).children() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(1.0)
    code, said, alive = watched.end(by)
    assert (code, said, alive) == (130, STOPPED, [])
    assert watched.shown == ""
    assert list((tmp_path / "temporary").iterdir()) == []


@posix
def test_it_ends_in_order_while_it_waits(tmp_path):
    """Ctrl-C while it waits for a save: exit 130, a sentence, no process and no file left."""
    watched = Watching(make_kit(tmp_path), "mse", "--sandbox", "off")
    watched.page(WAITING)
    code, said, alive = watched.end(signal.SIGINT)
    assert (code, said, alive) == (130, STOPPED, [])
    assert list((tmp_path / "temporary").iterdir()) == []


@posix
def test_an_interrupted_check_is_no_result(tmp_path):
    """Ctrl-C while `grader check` loads is exit 130, not the 1 of exercises that did not pass."""
    checked = Watching(make_kit(tmp_path), command="check")
    while not psutil.Process(checked.process.pid).children():
        time.sleep(0.05)
    code, said, alive = checked.end(signal.SIGINT)
    assert (code, alive) == (130, [])
    assert said.endswith("\ngrader: Stopped.\n")


def take_terminal():
    """Make the terminal on standard input the one whose Ctrl-C this process hears."""
    import fcntl  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@posix
def test_a_terminal_is_cleared_and_drawn_anew(tmp_path):
    """On a terminal each verdict stands alone on a clear screen, and Ctrl-C ends it with 130."""
    import pty  # noqa: PLC0415

    ours, theirs = pty.openpty()
    watched = Watching(make_kit(tmp_path), "mse", output=theirs, preexec_fn=take_terminal)
    os.close(theirs)
    watched.reads(ours)
    watched.page("not started")
    watched.save(WRONG, "gave      1.0, then 2.0")
    screen = watched.save(OTHER, "gave      9.0").split("\x1b[2J")[-1]
    assert "\x1b[2J" in watched.shown
    assert "then 2.0" not in screen
    assert screen.count("mse  ") == 1
    since = len(watched.shown)
    os.write(ours, b"\x03")
    code, _ = watched.ended()
    time.sleep(0.2)
    assert code == 130
    assert "Stopped watching" in watched.shown[since:]
    assert "Traceback" not in watched.shown
    assert watched.shown.count("\x1b[?25l") == watched.shown.count("\x1b[?25h")
    os.close(ours)


def test_when_all_is_passed_it_ends(command, course):
    """Where everything passes there is nothing to wait for: exit 0, a line an exercise."""
    ran = command("watch", "sigmoid", "--submission", "solutions")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    passed = [line.split()[0] for line in lines if " passed " in line]
    assert passed[0] == "sigmoid"
    assert sorted(passed) == sorted(each.id for each in course.exercises())
    assert lines[-1] == "Everything passed."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("msee",), "did you mean 'mse'"),
        (("losses",), "'losses' is a unit; name one of its exercises: mae,"),
        (("--submission", "nowhere"), "There is no folder 'nowhere'"),
    ],
)
def test_wrong_usage_is_exit_2(command, arguments, says):
    """A misspelt exercise, a unit and a missing folder are wrong usage, in a sentence."""
    ran = command("watch", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


@pytest.fixture
def saves(tmp_path, monkeypatch):
    """The files of a kit, in a place where the system tells of no save."""

    def silent(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("grader.saves.watch", silent)
    shutil.copytree(ROOT / "grader" / "stubs", tmp_path / "exercises")
    return Saves(tmp_path / "exercises", read_course())


def test_a_save_without_an_event_is_found(saves):
    """Where no event ever comes, as on a network drive, a save is found all the same."""
    (saves.root / MSE).write_text(RIGHT, encoding="utf-8")
    assert [each.id for each in saves.wait()] == ["mse"]
    (saves.root / SIGMOID).unlink()
    assert [each.id for each in saves.wait()] == ["sigmoid"]


def test_a_folder_that_was_replaced_is_watched_anew(tmp_path, monkeypatch):
    """Events belong to a folder, not to its name: where another takes its place, it is watched."""
    asked = []

    def noted(*folders, **settings):
        asked.append({each.name for each in folders})
        return watch(*folders, **settings)

    monkeypatch.setattr("grader.saves.watch", noted)
    shutil.copytree(ROOT / "grader" / "stubs", tmp_path / "exercises")
    saves = Saves(tmp_path / "exercises", read_course())
    file = tmp_path / "exercises" / SIGMOID
    file.touch()
    assert [each.id for each in saves.wait()] == ["sigmoid"]
    shutil.rmtree(file.parent)
    assert "sigmoid" in [each.id for each in saves.wait()]
    file.parent.mkdir()
    file.touch()
    assert [each.id for each in saves.wait()] == ["sigmoid"]
    file.write_text(RIGHT, encoding="utf-8")
    assert [each.id for each in saves.wait()] == ["sigmoid"]
    assert len(asked) > 1
    assert file.parent.name in asked[-1]


def test_a_file_that_an_editor_holds_is_tried_again(saves, monkeypatch):
    """A file that may not be read for a moment, while an editor saves it, is read after that."""
    from grader import saves as module  # noqa: PLC0415

    tries = []

    def held(root, relative):
        tries.append(relative)
        if len(tries) < 3:
            raise PermissionError(13, "Permission denied")
        return b"x = 1\n"

    monkeypatch.setattr(module, "read_file", held)
    mse = saves.course.exercise("mse")
    assert saves.read(mse).sources == {"mse": b"x = 1\n"}
    monkeypatch.setattr(module, "TRIES", 0)
    tries.clear()
    assert saves.read(mse).refused == {"mse": "Permission denied"}
