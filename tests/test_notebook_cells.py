"""From a notebook's cell to an exercise's file: what comes along, and what stood there before."""

import sys
import types

import numpy as np
import pytest

from grader.errors import UsageError
from grader.notebook.folder import Folder
from grader.notebook.source import source_of

DEF = "def f(x):\n    return "


@pytest.fixture
def folder(course):
    """A folder that has written nothing yet."""
    return Folder(course)


@pytest.fixture
def mse(course):
    """The exercise that is written here."""
    (exercise,) = course.select(("mse",))
    return exercise


def made(cell, *past, **names):
    """Make a file of a cell, after other cells, with these names in the notebook."""
    return source_of("f", cell, past, names)


@pytest.mark.parametrize(
    ("past", "used", "value", "wanted"),
    [
        ("import numpy as np", "np.square(x)", np, "import numpy as np"),
        ("import os, numpy as np", "np.square(x)", np, "import numpy as np"),
        ("import os.path", "os.path.join(x)", None, "import os.path"),
        ("from numpy import square", "square(x)", None, "from numpy import square"),
        ("from numpy import square as s, exp", "s(x)", None, "from numpy import square as s"),
        ("from math import pow", "pow(x, 2)", None, "from math import pow"),
        ("from math import *", "sqrt(x)", None, "from math import sqrt"),
        ("import numpy as np\nnp.zeros(1)", "np.square(x)", np, "import numpy as np"),
        ("%%exercise g\nimport numpy as np", "np.square(x)", np, "import numpy as np"),
        ("!ls\n%matplotlib inline\nimport numpy as np", "np.e", np, "import numpy as np"),
        ("try:\n    import numpy as np\nfinally: pass", "np.e", np, "import numpy as np"),
        ("%pylab", "np.e", np, "import numpy as np"),
    ],
)
def test_the_notebook_s_imports_come_along(past, used, value, wanted):
    """What the cell uses of other cells' imports stands above it, and nothing else of them."""
    name = used.split("(")[0].split(".")[0]
    found = made(DEF + used, past, **{name: value})
    assert (found.added, found.missing) == ((wanted,), ())
    assert found.text == f"{wanted}  # from other cells\n{DEF}{used}\n"
    compile(found.text, "f.py", "exec")


def test_the_last_import_of_a_name_counts():
    """Of two imports by one name the cell gets the one that it was tried with."""
    found = made(DEF + "m.e", "import cmath as m", "import math as m", m=object())
    assert found.added == ("import math as m",)


@pytest.mark.parametrize(
    ("cell", "past", "names"),
    [
        (f"import numpy as np\n{DEF}np.e", "import numpy as np", {"np": np}),
        (f"{DEF}np.e", "import numpy as np", {}),
        (f"{DEF}len(x)", "", {}),
        (f"{DEF}f(x - 1)", f"{DEF}0", {"f": len}),
    ],
)
def test_nothing_is_added_that_is_there_or_never_came(cell, past, names):
    """What the cell makes itself, what failed to import and builtins need no import."""
    found = made(cell, past, **names)
    assert (found.added, found.missing) == ((), ())
    assert found.text == f"# %%exercise f\n{cell}\n"


@pytest.mark.parametrize(
    "past",
    [
        "def np(x): return x",
        "np = 3",
        "import numpy as np\nnp = 3",
        "class np: pass",
        "np = __import__('numpy')",
        "for np in range(3): pass",
    ],
)
def test_what_else_other_cells_define_is_named_and_not_taken(past):
    """A function, class or value of another cell is missing from the file, and said to be."""
    found = made(f"{DEF}np(x)", past, np=3)
    assert (found.added, found.missing) == ((), ("np",))


def test_what_only_notebooks_have_is_missing(monkeypatch):
    """A notebook has `display` everywhere, as if it were Python's own; a file has not."""
    monkeypatch.setattr("builtins.display", print, raising=False)
    assert made(f"{DEF}display(x)").missing == ("display",)
    found = made(f"{DEF}display(x)", "from IPython.display import display", display=print)
    assert found.added == ("from IPython.display import display",)


def test_a_module_made_in_the_notebook_is_missing():
    """A module that no file could import is named like any other value."""
    found = made(f"{DEF}own.e", "own = build()", own=types.ModuleType("own"))
    assert found.missing == ("own",)


@pytest.mark.parametrize("past", ["", "import numpy as np"])
def test_lines_are_numbered_as_in_the_notebook(past):
    """The cell's second line, below `%%exercise`, is the file's second line, whatever is added."""
    found = made(f"{DEF}np.e", past, np=np)
    assert found.text.splitlines()[1:] == f"{DEF}np.e".splitlines()


def test_imports_from_the_future_stay_first():
    """Where a cell begins with an import from the future, what is added stands behind it."""
    cell = f'"""Mine: \u00e4."""\nfrom __future__ import annotations\n{DEF}np.e'
    found = made(cell, "import numpy as np", np=np)
    assert found.text.splitlines()[2] == "from __future__ import annotations; import numpy as np"
    assert "np" in compile(found.text, "f.py", "exec").co_names


def test_notebook_commands_do_not_reach_the_file():
    """Magics and shell commands are left out, as they are not Python; a string stays as it is."""
    found = made(f'%matplotlib inline\n!ls\nTEXT = """\n%not a magic\n"""\n{DEF}x')
    compile(found.text, "f.py", "exec")
    assert "matplotlib" not in found.text
    assert "\n%not a magic\n" in found.text


def test_a_cell_that_does_not_parse_is_saved_as_it_is():
    """What is no Python is for the grader to explain."""
    assert made("def f(:\n", "import numpy as np", np=np).text == "# %%exercise f\ndef f(:\n"


def test_other_cells_may_be_broken():
    """A cell that never parsed hides no import."""
    found = made(f"{DEF}np.e", "import numpy as np", "def (", np=np)
    assert found.added == ("import numpy as np",)


@pytest.mark.parametrize("inside", ["", "notebooks/week_1"])
def test_the_kit_about_a_notebook_is_found(folder, tmp_path, inside):
    """A notebook anywhere in a kit writes to the kit's exercises."""
    (tmp_path / "exercises" / "linear_regression").mkdir(parents=True)
    (tmp_path / inside).mkdir(parents=True, exist_ok=True)
    assert folder.find(tmp_path / inside) == tmp_path / "exercises"


def test_some_other_folder_of_exercises_is_no_kit(folder, tmp_path):
    """A folder `exercises` without a unit of the course is somebody else's."""
    (tmp_path / "exercises" / "french").mkdir(parents=True)
    assert folder.find(tmp_path) is None


def test_outside_a_kit_a_folder_is_made_and_found_again(folder, course, tmp_path):
    """The folder has every stub, and the next notebook beside it finds it."""
    root = folder.make(tmp_path)
    for exercise in course.exercises():
        assert (root / course.file(exercise)).read_text() == folder.stub(exercise)
    assert folder.find(tmp_path) == root


def test_stubs_and_earlier_cells_are_written_over(folder, mse, tmp_path):
    """Nothing of a student's is lost when a stub or the last cell goes, so no copy is made."""
    root = folder.make(tmp_path)
    assert [folder.write(root, mse, text) for text in ("one\n", "two\n", "two\n")] == [None] * 3
    path = root / "linear_regression" / "mse.py"
    assert path.read_text() == "two\n"
    assert [each.name for each in path.parent.glob("mse*")] == ["mse.py"]


def test_work_that_came_otherwise_is_kept_for_good(folder, mse, tmp_path):
    """What was written in an editor is kept, each version by itself and once, never overwritten."""
    root = folder.make(tmp_path)
    path = root / "linear_regression" / "mse.py"
    kept = []
    for work in (b"\xef\xbb\xbfmine\r\n", b"later", b"\xef\xbb\xbfmine\r\n"):
        path.write_bytes(work)
        kept.append(folder.write(root, mse, "cell\n"))
    assert [each.name for each in kept] == ["mse.kept-1.txt", "mse.kept-2.txt", "mse.kept-1.txt"]
    assert [each.read_bytes() for each in kept[:2]] == [b"\xef\xbb\xbfmine\r\n", b"later"]
    assert path.read_text() == "cell\n"


@pytest.mark.skipif(sys.platform == "win32", reason="folders block each other differently")
def test_a_folder_in_the_file_s_place_is_refused(folder, mse, tmp_path):
    """Where the file cannot be written, one sentence says so."""
    (tmp_path / "linear_regression" / "mse.py" / "x").mkdir(parents=True)
    with pytest.raises(UsageError, match=r"mse\.py cannot be written"):
        folder.write(tmp_path, mse, "cell\n")
