"""Stubs, solutions, checks and exercises must say the same, or the kit is refused."""

import shutil

import pytest

from grader import contract
from grader import kit as kit_module
from grader.contract import read_contract, require_agreement, require_parts
from grader.errors import UsageError
from grader.kit import CHECKS, STUBS, Kit

PARTS = ("exercises", "solutions")


@pytest.fixture
def copied(kit, tmp_path, monkeypatch):
    """A kit that a test may spoil, with stubs and checks of its own."""
    for name in PARTS:
        shutil.copytree(kit.root / name, tmp_path / name)
    shutil.copytree(STUBS, tmp_path / "stubs")
    shutil.copytree(CHECKS, tmp_path / "checks")
    monkeypatch.setattr(contract, "STUBS", tmp_path / "stubs")
    monkeypatch.setattr(kit_module, "STUBS", tmp_path / "stubs")
    monkeypatch.setattr(kit_module, "CHECKS", tmp_path / "checks")
    return Kit(tmp_path)


def refusal(kit, course):
    """Give the sentence with which a kit is refused."""
    with pytest.raises(UsageError) as caught:
        require_agreement(kit, course)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    assert str(kit.root) not in message
    return message


def replace(path, old, new):
    """Replace a piece of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_kit_agrees(kit, course):
    """The kit's own stubs, solutions, checks and exercises say the same."""
    require_agreement(kit, course)


def test_a_copy_agrees(copied, course):
    """A copied kit is sound until a test spoils it."""
    require_agreement(copied, course)


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("solutions/linear_regression/mse.py", "linear_regression/mse.py is missing"),
        ("stubs/linear_regression/mse.py", "linear_regression/mse.py is missing"),
        ("checks/linear_regression/test_mse.py", "linear_regression/test_mse.py is missing"),
        ("exercises/linear_regression/mse.py", "exercises/linear_regression/mse.py is missing"),
    ],
)
def test_a_missing_part_is_named(copied, course, missing, says):
    """An exercise without solution, stub, checks or handed-out file is refused by that name."""
    (copied.root / missing).unlink()
    assert says in refusal(copied, course)


@pytest.mark.parametrize("where", ["solutions", "stubs", "exercises"])
def test_an_extra_file_is_named(copied, course, where):
    """A file that the course does not list is refused by its name."""
    (copied.root / where / "linear_regression" / "mse2.py").write_text("")
    message = refusal(copied, course)
    assert "linear_regression/mse2.py is not in the course" in message


def test_another_signature_is_shown(copied, course):
    """A solution with another signature than its stub is refused with both."""
    path = copied.solutions / "linear_regression" / "mse.py"
    replace(path, "(y_true, y_pred):", "(y_pred, y_true):")
    message = refusal(copied, course)
    assert "mean_squared_error(y_true, y_pred)" in message
    assert "mean_squared_error(y_pred, y_true)" in message


def test_another_signature_of_a_method_is_shown(copied, course):
    """The methods of a class are held to their stub as functions are."""
    path = copied.solutions / "linear_regression" / "linear_model.py"
    replace(path, "def __call__(self, inputs)", "def __call__(self, x)")
    assert "LinearModel.__call__" in refusal(copied, course)


def test_another_docstring_is_named(copied, course):
    """A solution that documents a function differently is refused by the function's name."""
    path = copied.solutions / "linear_regression" / "mse.py"
    replace(path, "Return the mean of the squared errors.", "Return something.")
    message = refusal(copied, course)
    assert message == "mse: stub and solution document mean_squared_error differently."


def test_a_missing_name_is_named(copied, course):
    """A solution that lacks a function of its stub is refused by the function's name."""
    path = copied.solutions / "linear_regression" / "mse.py"
    replace(path, "def mean_squared_error", "def mse")
    assert "mse.py does not define mean_squared_error" in refusal(copied, course)


def test_an_edited_exercise_is_told_from_its_stub(copied, course):
    """A handed-out file that is not its pristine copy is refused with both paths."""
    path = copied.exercises / "linear_regression" / "mse.py"
    path.write_text(path.read_text() + "\n")
    message = refusal(copied, course)
    assert "exercises/linear_regression/mse.py" in message
    assert "grader/stubs/linear_regression/mse.py differ" in message


def test_a_file_that_does_not_parse_is_named(copied, course):
    """A solution that is no Python is refused by its name."""
    (copied.solutions / "linear_regression" / "mse.py").write_text("def mean(:\n")
    assert "linear_regression/mse.py does not parse" in refusal(copied, course)


def test_the_debugging_stub_may_misspell_its_parameter(copied, course):
    """Only the exercise that is handed out as code to repair may differ in its signature."""
    stub = read_contract(copied.root / "stubs/logistic_regression/logistic_trainer.py")
    solution = read_contract(copied.solutions / "logistic_regression/logistic_trainer.py")
    assert stub.signatures != solution.signatures
    require_agreement(copied, course)


def test_grading_asks_only_for_the_parts_of_what_is_graded(copied, course):
    """A selection that is complete may be graded although another exercise is not."""
    (copied.solutions / "linear_regression" / "mse.py").unlink()
    require_parts(copied, course, course.select(("sigmoid",)))
    with pytest.raises(UsageError, match="mse is in the course"):
        require_parts(copied, course, course.select(("mse",)))


def test_a_contract_is_read_without_running(tmp_path):
    """Reading a contract runs nothing, and leaves private names out."""
    path = tmp_path / "stub.py"
    path.write_text(
        'raise SystemExit\ndef f(x, *, y=1):\n    "Doc."\ndef _g(): ...\n'
        "class C:\n    def m(self): ...\n"
    )
    found = read_contract(path)
    assert found.signatures == {"f": "x, *, y=1", "C": "", "C.m": "self"}
    assert found.names == ("f", "C")
    assert found.docstrings["f"] == "Doc."
