"""The labs by the real command: what is printed and drawn, and what stops them."""

import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import ROOT
from PIL import Image

LINE = re.compile(r"epoch: +(\d+), W=(-?[\d.e+]+|inf|nan)(?:, b=(\S+))?, loss=(\S+)")
# Right, and made to tell that it ran: it does not take as many points as the lab has.
OWN_STEP = """import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    if len(inputs) == 1000:
        raise ValueError("a thousand")
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
"""
WRONG_LOSS = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_sum(tf.square(y_true - y_pred))
"""


def lines_of(text):
    """The epochs that were printed, as numbers."""
    found = [LINE.fullmatch(line.rstrip(".")) for line in text.splitlines()]
    return [(int(one[1]), float(one[2]), float(one[3] or 0), float(one[4])) for one in found if one]


@pytest.fixture(scope="module")
def linear(command, tmp_path_factory):
    """The linear lab with the solution's code, and its pictures."""
    folder = tmp_path_factory.mktemp("linear") / "pictures"
    ran = command("lab", "linear", "--solution", "--save", folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, folder


@pytest.fixture(scope="module")
def logistic(command, tmp_path_factory):
    """The logistic lab with the solution's code, and its pictures."""
    folder = tmp_path_factory.mktemp("logistic")
    ran = command("lab", "logistic", "--solution", "--save", folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, folder


@pytest.fixture
def submission(tmp_path):
    """The solutions as a student's folder."""
    folder = tmp_path / "mary"
    for unit in ("linear_regression", "logistic_regression"):
        shutil.copytree(ROOT / "solutions" / unit, folder / unit)
    return folder


def test_the_line_is_found(linear):
    """From a loss near 9 the line comes to W near 3, b near 2 and a loss near the noise."""
    epochs = lines_of(linear[0])
    assert [each[0] for each in epochs] == list(range(15))
    assert epochs[0][1:3] == (5.0, 0.0)
    assert 8 < epochs[0][3] < 10
    after = re.search(r"After 15 epochs: W=(\S+), b=(\S+), loss=(\S+)\.", linear[0])
    slope, shift, loss = (float(each.rstrip(",")) for each in after.groups())
    assert (abs(slope - 3) < 0.2, abs(shift - 2) < 0.2, abs(loss - 1) < 0.15) == (True, True, True)


def test_an_epoch_is_a_line(linear):
    """Each epoch's line has its number, and W, b and loss with four decimals."""
    assert "\nepoch:  0, W=5.0000, b=0.0000, loss=" in linear[0]
    assert re.search(r"\nepoch: 14, W=\d\.\d{4}, b=\d\.\d{4}, loss=\d\.\d{4}\n", linear[0])


@pytest.mark.parametrize(
    ("lab", "names"),
    [
        ("linear", {"line", "parameters", "surface", "rates", "overfit"}),
        ("logistic", {"epochs", "loss", "boundary", "sigmoids", "branches"}),
    ],
)
def test_pictures_are_saved(request, lab, names):
    """Every picture of a lab is written whole, and its path printed."""
    said, folder = request.getfixturevalue(lab)
    assert {each.name for each in folder.iterdir()} == {f"{name}.png" for name in names}
    for path in folder.iterdir():
        assert f"wrote {path}\n" in said
        with Image.open(path) as image:
            image.load()
            assert len(image.getcolors(100_000) or range(100_000)) > 50


def test_the_logistic_table(logistic):
    """W and loss are those of the right trainer, to four decimals."""
    first = lines_of(logistic[0])[:10]
    assert [each[1] for each in first][:5] == [-0.01, 0.0053, 0.0201, 0.0346, 0.0485]
    assert [each[3] for each in first][:5] == [0.7083, 0.6853, 0.6635, 0.6431, 0.6238]
    assert "W=-0.0100, loss=0.7083" in logistic[0]


def test_a_bias_is_needed(logistic):
    """W alone is right about half of the shifted inputs; with a bias all are right."""
    alone, bias = logistic[0].split("The same with a bias")
    assert "\n3 of 6 are on the right side" in alone
    assert "\n6 of 6 are on the right side" in bias
    boundary = float(re.search(r"boundary is at -b/W = (\d\.\d+)\.", bias)[1])
    _, slope, shift, _ = lines_of(bias)[-1]
    assert 3 < boundary < 5
    assert 3 < -shift / slope < 5


def test_the_seed_draws_the_points(command, linear):
    """The same seed prints the same lines, another seed others."""
    again = command("lab", "linear", "--solution", "--epochs", "15")
    other = command("lab", "linear", "--solution", "--epochs", "2", "--seed", "2")
    first = lines_of(linear[0])
    assert lines_of(again.stdout) == first
    assert lines_of(other.stdout)[0][:3] == first[0][:3]
    assert lines_of(other.stdout)[0][3] != first[0][3]


def test_another_line_is_found(command):
    """The line to find, the noise, the points and the rate are the student's to choose."""
    options = ("--true-w", "-1", "--true-b=4", "--noise", "0", "--points", "50", "--rate", "0.3")
    ran = command("lab", "linear", "--solution", "--epochs", "60", *options)
    assert "50 points about y = -1x + 4, noise 0: 60 epochs at rate 0.3." in ran.stdout
    assert "After 60 epochs: W=-1.0000, b=4.0000, loss=0.0000." in ran.stdout


def test_a_rate_that_diverges_is_told_in_words(command):
    """A rate that is too large ends in a sentence that says so and what to do, not in a fault."""
    ran = command("lab", "linear", "--solution", "--rate", "50", "--epochs", "40")
    assert (ran.returncode, ran.stderr) == (0, "")
    last = ran.stdout.splitlines()[-1]
    assert re.fullmatch(
        r"The loss grew from \S+ to inf: at rate 50 .*diverges\. Try a smaller rate\.", last
    )
    # It stops where there is nothing to train any more.
    assert len(lines_of(ran.stdout)) < 40


def stopped(ran):
    """The one sentence that a lab stopped with, on stderr; nothing was trained."""
    assert (ran.returncode, lines_of(ran.stdout)) == (1, [])
    (line,) = ran.stderr.splitlines()
    assert line.startswith("grader: ")
    return line


def test_a_wrong_exercise_stops_the_lab(command, submission):
    """A lab whose exercise is not passed names it and its verdict, and how to go on."""
    (submission / "linear_regression" / "mse.py").write_text(WRONG_LOSS)
    said = stopped(command("lab", "linear", "--submission", submission))
    assert "needs mse (failed) to pass first: run `grader check mse`." in said


def test_exercises_not_started_stop_the_lab(command):
    """The kit as handed out names every exercise that the logistic lab needs."""
    said = stopped(command("lab", "logistic", "--submission", ROOT / "grader" / "stubs"))
    for name in ("linear_model", "train_step", "sigmoid"):
        assert f"{name} (not started)" in said
    assert said.endswith("run `grader check linear_model train_step sigmoid logistic_trainer`.")


def test_the_student_s_own_code_runs(command, submission):
    """What the student's step does with the lab's points happens, and is told with its line."""
    (submission / "linear_regression" / "train_step.py").write_text(OWN_STEP)
    ran = command("lab", "linear", "--submission", submission)
    assert "train_step.py, line 8: ValueError: a thousand" in stopped(ran)
    fewer = command("lab", "linear", "--submission", submission, "--points", "999")
    assert (fewer.returncode, len(lines_of(fewer.stdout))) == (0, 15)


def test_a_student_s_logistic_pieces_run(command, submission):
    """The logistic lab runs on a student's own right code as on the solution's."""
    own = command("lab", "logistic", "--submission", submission, "--bias-epochs", "3")
    assert own.returncode == 0, own.stderr
    assert lines_of(own.stdout)[4][1:] == (0.0485, 0.0, 0.6238)


def test_lines_come_as_they_happen():
    """The first epochs are told while the later ones are still to be trained."""
    arguments = ["lab", "linear", "--solution", "--epochs", "10000"]
    running = subprocess.Popen(
        [sys.executable, "-m", "grader", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with running:
        head = [running.stdout.readline() for _ in range(4)]
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        rest = running.stdout.read()
    assert [each[0] for each in lines_of("".join(head))] == [0, 1, 2]
    assert "epoch: 9999" not in rest


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("linear", "--show"), "name a folder with --save"),
        (("linear", "--solution", "--submission", "x"), "name one of them"),
        (("linear", "--epochs", "0"), "--epochs"),
        (("logistic", "--rate", "0"), "--rate"),
        (("linear", "--submission", "nowhere"), "There is no folder 'nowhere'"),
    ],
)
def test_wrong_usage_is_exit_2(command, arguments, says):
    """Wrong usage of a lab ends with exit 2 and a sentence that helps."""
    ran = command("lab", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open files otherwise")
def test_pictures_are_shown_only_where_there_is_a_screen(command, tmp_path):
    """--show opens every picture in the system's viewer, and is refused without a screen."""
    arguments = ("lab", "linear", "--solution", "--epochs", "2", "--save", tmp_path, "--show")
    blind = command(*arguments, DISPLAY="", WAYLAND_DISPLAY="")
    assert (blind.returncode, "No window" in blind.stderr) == (2, True)
    viewer = tmp_path / "bin" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/opened\n')
    viewer.chmod(0o755)
    path = f"{viewer.parent}{os.pathsep}{os.environ['PATH']}"
    ran = command(*arguments, DISPLAY=":9", PATH=path)
    assert ran.returncode == 0, ran.stderr
    opened = set((tmp_path / "opened").read_text().split())
    assert opened == {str(each) for each in tmp_path.glob("*.png")}


LEAN = """import sys

import tensorflow as tf

assert not any(name.startswith("matplotlib") for name in sys.modules)
import matplotlib.pyplot as plt

assert plt.get_backend().lower() == "agg"


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""


def test_workers_load_no_matplotlib(grade):
    """Keras does not load Matplotlib into a worker; a student's file can."""
    report = grade("mse", LEAN)
    assert report.verdict.value == "passed", report.checks[0].message


def test_checking_loads_no_matplotlib():
    """Grading works without Matplotlib, which is thus loaded nowhere: it would take longer."""
    program = (
        "import sys; sys.modules['matplotlib'] = None; from grader.commands import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "check", "mse", "--submission", "solutions"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
