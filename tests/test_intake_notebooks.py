"""What is taken out of a notebook: what an exercise's names need, and nothing that spoils it."""

import json

import pytest

from grader.intake import list_entries, read_entry
from grader.intake.cells import read_cell, without_magics
from grader.intake.notebooks import MOST_NOTEBOOKS
from grader.intake.places import LARGEST_NOTEBOOK

IMPORT = "import tensorflow as tf"
HELPER = "EPS = 1e-7\n\ndef square(x):\n    return x * x"
MSE = "def mean_squared_error(y_true, y_pred):\n    return tf.reduce_mean(square(y_true - y_pred))"
SIGMOID = "@tf.function\ndef sigmoid(x):\n    # my own\n    return 1 / (1 + tf.exp(-x))"


def notebook(*codes, **changes):
    """Make a notebook of code cells, with a text cell in front."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": "# mean_squared_error"}]
    cells += [
        {
            "cell_type": "code",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": code,
        }
        for code in codes
    ]
    whole = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    return json.dumps(whole | changes).encode()


@pytest.fixture
def take(tmp_path, course):
    """Read the chosen exercises of a folder that holds these files."""

    def take(files, *names):
        root = tmp_path / "class" / "ann"
        root.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        (entry,) = list_entries(tmp_path / "class", course)
        return read_entry(entry, course, course.select(names or ("mse",)))

    return take


def source(found, exercise="mse"):
    """Give an exercise's source as text."""
    assert found.refused == {}
    return found.sources[exercise].decode()


def test_a_whole_notebook_gives_each_exercise_its_own_source(take):
    """Helpers and imports come along; plots, commands, training and broken cells do not."""
    whole = notebook(
        "!pip install tensorflow\n%matplotlib inline\n"
        + IMPORT
        + "\nimport matplotlib.pyplot as plt",
        HELPER,
        "square(3)\nplt.plot([1, 2])\nplt.show()",
        MSE,
        "print(mean_squared_error(tf.constant([1.0]), tf.constant([2.0])))",
        "history = [mean_squared_error(a, b) for a, b in load('nowhere.csv')]",
        SIGMOID,
        "raise RuntimeError('stop here')",
        "def broken(:\n    pass",
        "while True: pass",
    )
    found = take({"homework.ipynb": whole}, "mse", "sigmoid", "accuracy")
    assert source(found) == f"{IMPORT}\n\n{HELPER.partition(chr(10) * 2)[2]}\n\n{MSE}\n"
    assert source(found, "sigmoid") == f"{IMPORT}\n\n{SIGMOID}\n"
    assert "accuracy" not in found.sources
    assert found.notes["mse"].startswith(
        "taken from homework.ipynb, without code cell 9, which does not parse ("
    )


def test_what_is_taken_grades_as_the_file_would(warm, course, take):
    """A notebook of right code has full points."""
    chosen = course.select(("mse",))
    whole = notebook(IMPORT + "\nimport nowhere_at_all", HELPER, MSE, "exit()")
    report = warm.grade(take({"hw.ipynb": whole}), chosen)
    assert report.score == report.max_score


def test_a_cell_that_was_graded_in_the_notebook_is_read(take):
    """The cell below `%%exercise` is taken like any other, and what it uses comes along."""
    found = take({"hw.ipynb": notebook(IMPORT, HELPER, f"%%exercise mse\n{MSE}", "%exercise mse")})
    assert source(found).startswith(IMPORT)
    assert source(found).endswith(f"{MSE}\n")


def test_a_file_wins_over_a_notebook(take):
    """A notebook is looked at only where no file was found."""
    files = {"hw.ipynb": notebook(IMPORT, HELPER, MSE), "mse.py": b"# work"}
    assert take(files).sources == {"mse": b"# work"}


def test_a_notebook_by_itself_is_an_entry(tmp_path, course):
    """A class of bare notebooks can be read."""
    (tmp_path / "ann.ipynb").write_bytes(notebook(MSE))
    (entry,) = list_entries(tmp_path, course)
    assert (entry.name, entry.student) == ("ann.ipynb", "ann")
    assert "mse" in read_entry(entry, course, course.select(("mse",))).sources


@pytest.mark.parametrize(
    ("codes", "kept", "dropped"),
    [
        (["K = 1", MSE.replace("square(", "K * ("), "K = 2"], ["K = 1"], ["K = 2"]),
        (["K = 0", "K = 1", MSE.replace("square(", "K * (")], ["K = 1"], ["K = 0"]),
        (["K = 1", "K += 1", MSE.replace("square(", "K * (")], ["K = 1", "K += 1"], []),
        ([MSE, "def square(x): return x"], ["def square"], []),
        (["D = {}", "D['a'] = 1", MSE.replace("square(", "D[1] * (")], ["D['a'] = 1"], []),
        (["from tensorflow import *", MSE], ["from tensorflow import *"], []),
        (["try:\n    import tf\nexcept ImportError:\n    tf = None", MSE], ["except"], []),
        (["loss = train()", MSE.replace("return", "loss =")], [], ["train"]),
        ([MSE, MSE.replace("tf.reduce_mean", "max")], ["max"], ["tf.reduce_mean"]),
        ([MSE, "print(mean_squared_error.__name__)"], [], ["print"]),
        (["import numpy as np; import seaborn", MSE.replace("square(", "np.square(")], ["numpy"],
         ["seaborn"]),
        (["def sub(n):\n    return sub(n - 1)", MSE.replace("square(", "sub("),
          "def sub(n):\n    return sub(0)"], ["n - 1"], ["sub(0)"]),
        (["mean_squared_error = lambda y_true, y_pred: 1"], ["lambda"], []),
    ],
)  # fmt: skip
def test_what_a_definition_needs_comes_along(take, codes, kept, dropped):
    """A name is what it was for the cell that uses it, or what a later cell makes it."""
    text = source(take({"hw.ipynb": notebook(*codes)}))
    assert [each for each in kept if each not in text] == []
    assert [each for each in dropped if each in text] == []


STEP = "def train_step(model, loss_fn, inputs, targets, learning_rate):\n    return 'linear'"
LOGISTIC = [
    "def binary_cross_entropy(y_true, y_pred):\n    return 'theirs'",
    "class LogisticModel:\n    theirs = 1",
    "def train_step(model, inputs, outputs, learning_rate):\n    return 'logistic'",
    "def train_logistic(inputs, outputs, epochs, learning_rate):\n    train_step(1, 2, 3, 4)",
]


def test_names_that_two_exercises_share_are_told_apart(take):
    """A notebook with the whole course gives each exercise its own function of a shared name."""
    own = "def binary_cross_entropy(y_true, y_pred):\n    return 'mine'"
    codes = [STEP, own, "class LogisticModel:\n    mine = 1", *LOGISTIC]
    names = ("train_step", "binary_cross_entropy", "logistic_model", "logistic_trainer")
    found = take({"hw.ipynb": notebook(*codes)}, *names)
    assert source(found, "train_step") == STEP + "\n"
    assert source(found, "binary_cross_entropy") == own + "\n"
    assert "mine" in source(found, "logistic_model")
    assert source(found, "logistic_trainer") == "\n\n".join(LOGISTIC) + "\n"


@pytest.mark.parametrize("codes", [(STEP, LOGISTIC[2]), (LOGISTIC[2], STEP)])
def test_the_function_with_the_arguments_asked_for_is_taken(take, codes):
    """Of two functions of one name that is taken which could be called as the exercise says."""
    found = take({"hw.ipynb": notebook(*codes)}, "train_step")
    assert source(found, "train_step") == STEP + "\n"


def test_an_exercise_lacking_a_name_is_not_taken(take):
    """Of an exercise that defines several names all must be there."""
    found = take({"hw.ipynb": notebook(*LOGISTIC[1:])}, "logistic_trainer", "logistic_model")
    assert list(found.sources) == ["logistic_model"]


def test_changes_to_a_graded_class_come_along(take):
    """A method put into a graded class afterwards is part of it."""
    codes = ["class LogisticModel:\n    W = 1", "def f(self): pass", "LogisticModel.__call__ = f"]
    assert "__call__ = f" in source(
        take({"a.ipynb": notebook(*codes)}, "logistic_model"), "logistic_model"
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("!ls\nx = 1", "pass\nx = 1"),
        ("if x:\n    %time f()\n    y = 2", "if x:\n    pass\n    y = 2"),
        ("files = !ls\nx = %time 3", "pass\npass"),
        ("f?\nf??\n?f", "pass\npass\npass"),
        ("!pip install \\\n  numpy\nx = 1", "pass\n\nx = 1"),
        ('x = """\n%d\n!no\n"""\n!yes', 'x = """\n%d\n!no\n"""\npass'),
        ("%%bash\nrm -rf .", ""),
        ("%%time\nx = 1", "\nx = 1"),
        ("%%exercise mse\nx = 1", "\nx = 1"),
        ("# don't\n!ls 'a\nx = 1", "# don't\npass\nx = 1"),
    ],
)
def test_magics_are_replaced_and_strings_are_not(code, expected):
    """Notebook commands give way to `pass`, so that the rest is still Python."""
    assert without_magics(code) == expected


def test_python_that_looks_like_a_magic_is_left_alone():
    """A line that goes on with % belongs to its formula."""
    (statement,) = read_cell("x = (7\n  % 4)")
    assert statement.text == "x = (7\n  % 4)"


def test_statements_are_cut_out_by_bytes():
    """Letters of several bytes and semicolons do not shift what is cut out."""
    found = [each.text for each in read_cell("ä = 'ü'; b = 'ö'\r\n@f\r\n@g\r\ndef h(): pass")]
    assert found == ["ä = 'ü'", "b = 'ö'", "@f\n@g\ndef h(): pass"]


@pytest.mark.parametrize(
    "code",
    ["(" * 100_000, "-" * 100_000 + "1", "x" + ".a" * 100_000, "\0", "\ud800 = 1", "nonlocal x",
     "return 1\n'", "x" * 10 + "=" * 3],
)  # fmt: skip
def test_a_hostile_cell_is_left_out(take, code):
    """A cell that cannot be parsed, in whatever way, costs no other cell anything."""
    found = take({"hw.ipynb": notebook(code, MSE)})
    assert source(found) == MSE + "\n"


def test_a_broken_cell_is_the_reason_for_its_exercise_alone(take):
    """An exercise whose cell does not parse says so; another is simply absent."""
    found = take(
        {"hw.ipynb": notebook("def mean_squared_error(:\n pass", SIGMOID)}, "mse", "sigmoid"
    )
    assert list(found.sources) == ["sigmoid"]
    assert "in hw.ipynb it is in code cell 1, which does not parse" in found.refused["mse"]
    found = take({"hw.ipynb": notebook("def other(:\n pass", SIGMOID)}, "mse", "sigmoid")
    assert found.refused == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"cells": 3, "nbformat": 4, "nbformat_minor": 4}',
        b'{"cells": [3], "nbformat": 4, "nbformat_minor": 4}',
        b'{"nbformat": 99, "nbformat_minor": "x"}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
)
def test_what_is_no_notebook_has_a_reason(take, data, capfd):
    """A damaged notebook is a reason, not an exception, and prints nothing."""
    found = take({"hw.ipynb": data})
    assert "hw.ipynb: it is no notebook, or damaged" in found.refused["mse"]
    assert capfd.readouterr() == ("", "")


def test_cells_of_odd_kinds_are_passed_over(take):
    """A cell without code, kind or outputs is no trouble."""
    cells = [{"cell_type": "code"}, {"cell_type": "code", "source": 3}, {"source": "x"}]
    cells.append({"cell_type": "code", "source": [MSE[:30], MSE[30:]]})
    assert source(take({"hw.ipynb": notebook(cells=cells)})) == MSE + "\n"


def test_an_old_notebook_is_read(take):
    """Notebooks of format 3 are read as those of today."""
    cells = [{"cell_type": "code", "input": MSE, "outputs": [], "language": "python"}]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""},
           "worksheets": [{"cells": cells, "metadata": {}}]}  # fmt: skip
    assert source(take({"hw.ipynb": json.dumps(old).encode()})) == MSE + "\n"


def test_notebooks_are_bounded_in_size_and_number(take):
    """Large notebooks are refused, pictures in them are not, and many have a reason."""
    pictures = notebook(MSE, metadata={"picture": "x" * 4 * 1024 * 1024})
    assert source(take({"hw.ipynb": pictures})) == MSE + "\n"
    assert (
        "larger than 8192 KiB" in take({"hw.ipynb": b" " * (LARGEST_NOTEBOOK + 1)}).refused["mse"]
    )
    assert "code cells are larger" in take({"hw.ipynb": notebook("#" * 600_000)}).refused["mse"]
    many = {f"{number}.ipynb": notebook("x = 1") for number in range(MOST_NOTEBOOKS + 1)}
    assert "more than 12 notebooks" in take(many).refused["mse"]


def test_notebooks_that_differ_are_refused_by_both_names(take):
    """Equal notebooks are one; of different ones only the student knows which is meant."""
    assert source(take({"a.ipynb": notebook(MSE), "b.ipynb": notebook(MSE)})) == MSE + "\n"
    found = take({"b.ipynb": notebook(MSE.replace("square(", "abs("))})
    assert "a.ipynb and b.ipynb define it differently" in found.refused["mse"]
