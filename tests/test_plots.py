"""Pictures of what failed, by the real command and from a notebook."""

import json
import shutil

import pytest
from conftest import ROOT
from PIL import Image

from grader.course import read_course
from grader.errors import StoppedError, UsageError
from grader.plots.figures import figures, figures_of

MISTAKES = {
    "linear_regression/mse": "halved",
    "linear_regression/train_step": "variable_replaced_by_tensor",
    "linear_regression/linear_trainer": "bias_left_behind",
    "logistic_regression/sigmoid": "numpy_exponential",
    "logistic_regression/logistic_trainer": "misspelt_learning_rate",
    "losses/softmax": "",
}
NAMES = tuple(each.split("/")[1] for each in MISTAKES)
DRAWN = {
    "mse_function",
    "train_step_epochs",
    "train_step_way",
    "linear_trainer_epochs",
    "linear_trainer_way",
    "sigmoid_function",
}


def mistake(exercise, name):
    """A wrong submission's source."""
    folder = ROOT / "solutions" / "mistakes" / exercise
    return (folder / f"{name}.py" if name else min(folder.glob("*.py"))).read_bytes()


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A submission with a mistake in several exercises, and the linear model right."""
    folder = tmp_path_factory.mktemp("wrong") / "mary"
    for unit in ("linear_regression", "logistic_regression", "losses"):
        shutil.copytree(ROOT / "solutions" / unit, folder / unit)
    for path, name in MISTAKES.items():
        (folder / f"{path}.py").write_bytes(mistake(path.split("/")[1], name))
    return folder


@pytest.fixture(scope="module")
def drawn(command, wrong, tmp_path_factory):
    """What the command says and writes."""
    folder = tmp_path_factory.mktemp("plots") / "new"
    names = ("linear_model", *NAMES)
    ran = command("check", *names, "--submission", wrong, "--plot", folder)
    assert ran.returncode == 1, ran.stderr
    return ran.stdout, folder


def test_what_failed_is_drawn(drawn):
    """Each failing exercise has its pictures, whole, with printed paths; a passing one has none."""
    said, folder = drawn
    assert {each.stem for each in folder.iterdir()} == DRAWN
    for path in folder.iterdir():
        assert f"wrote {path}\n" in said
        with Image.open(path) as image:
            assert image.size == (1920, 1080)


def test_the_report_comes_first(drawn):
    """Pictures follow the report, which is the same as without them."""
    said, _ = drawn
    assert said.index("Score ") < said.index("wrote ")


def test_what_cannot_be_drawn_is_said(drawn):
    """An exercise without a picture, and code with nothing to draw, are told in a sentence."""
    said, _ = drawn
    assert "There is no picture of softmax.\n" in said
    assert "There is nothing to draw of logistic_trainer: line " in said
    assert "'learning_rate'?\n" in said


def test_svg_leaves_stdout_to_the_report(command, wrong, tmp_path):
    """Pictures come as SVG where asked, and a format for programs is all that stdout holds."""
    arguments = ("--plot-format", "svg", "--format", "json", "--plot", tmp_path / "new")
    ran = command("check", "sigmoid", "--submission", wrong, *arguments)
    assert json.loads(ran.stdout)["exercises"][0]["verdict"] == "failed"
    (path,) = (tmp_path / "new").iterdir()
    assert f"wrote {path}\n" in ran.stderr
    text = path.read_text(encoding="utf-8")
    assert path.name == "sigmoid_function.svg"
    # It says what is wrong in words that can be searched.
    assert "slope: yours has none" in text
    assert "value: as expected" in text


def test_an_exercise_is_no_folder(command):
    """Naming an exercise where the folder should be is refused, with the right way to say it."""
    ran = command("check", "--plot", "mse")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "grader check mse --plot" in ran.stderr
    assert not (ROOT / "mse").exists()


def words(figure):
    """What is written in a picture."""
    return [figure.get_suptitle(), *(axes.get_title() for axes in figure.axes)]


def test_a_notebook_gets_figures():
    """From an exercise and its source come figures, by name, that say what differs."""
    source = mistake("sigmoid", "numpy_exponential").decode()
    (pair,) = figures("sigmoid", source).items()
    assert pair[0] == "sigmoid_function"
    assert words(pair[1])[0] == "sigmoid: slope leaves the broad line"


def test_a_unit_is_no_exercise():
    """What has no picture is refused in a sentence that lists what has, before anything starts."""
    with pytest.raises(UsageError, match="no picture of 'softmax'; there is of linear_model, mse"):
        figures("softmax", "")
    with pytest.raises(UsageError, match="no picture of 'losses'"):
        figures("losses", "")


@pytest.fixture
def drawing(warm):
    """Draw one exercise's source with the warm grader."""

    def draw(exercise, source):
        (chosen,) = read_course().select((exercise,))
        return dict(figures_of(warm, chosen, source))

    return draw


def test_right_code_lies_on_the_broad_line(drawing):
    """Nothing differs in the pictures of every solution that can be drawn."""
    for path in ("linear_regression/linear_trainer", "logistic_regression/logistic_trainer"):
        source = (ROOT / "solutions" / f"{path}.py").read_bytes()
        found = drawing(path.split("/")[1], source)
        title = words(next(iter(found.values())))[0]
        assert title.endswith("no difference to be seen here")


def test_one_step_after_the_other_is_seen(drawing):
    """A gradient of b at the new W, which training hides well, shows on the way of W and b."""
    found = drawing("linear_trainer", mistake("linear_trainer", "one_after_the_other"))
    assert words(found["linear_trainer_way"])[0].startswith("linear_trainer: W and b do not go")


def test_a_way_ends_where_the_code_raises(drawing):
    """Steps before the one that raised are drawn, and the picture says where they end."""
    found = drawing("train_step", mistake("train_step", "variable_replaced_by_tensor"))
    assert "loss: yours ends at 1" in words(found["train_step_epochs"])


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"def sigmoid(x):\n    raise ValueError('$x_{')\n", r"line 2: ValueError: \$x_\{"),
        (b"import os\ndef sigmoid(x):\n    os._exit(0)\n", "ended without an answer"),
        (b"def sigmoids(x):\n    return x\n", "defines no sigmoid; did you mean"),
        (b"def sigmoid(x):\n    return None\n", "gives back None"),
        (b"def sigmoid(x):\n    return x[:3]\n", "gives 3 numbers where 60 should be"),
    ],
)
def test_code_that_gives_nothing_has_no_picture(drawing, source, why):
    """Code that raises, ends or answers with something else stops with the reason."""
    with pytest.raises(StoppedError, match=why):
        drawing("sigmoid", source)
