"""`%%exercise` in real notebooks: a kernel runs the cells, a grader beside it judges them."""

import base64
import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import psutil
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from PIL import Image

MSE = "linear_regression/mse.py"
TENSORFLOW = "import tensorflow as tf"
RIGHT = """%%exercise mse
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""
# On the first line the processes that the kernel itself started, on the second all below it.
CHILDREN = """import psutil
for recursive in (False, True):
    print(*sorted(each.pid for each in psutil.Process().children(recursive)))"""
OUTSIDE = {
    "load": f"%load_ext grader\n{TENSORFLOW}\nfactor = tf.constant(1.0)",
    "contract": "%exercise mse",
    "right": RIGHT + "mean_squared_error(tf.constant(1.0), tf.constant(3.0))",
    "after": "print(float(mean_squared_error(factor, factor + 3)))",
    "by number": "print(float(Out[3]))",
    "first children": CHILDREN,
    "wrong": RIGHT.replace("reduce_mean", "reduce_sum"),
    "raises": RIGHT.replace("y_true - y_pred", "y_tru") + "mean_squared_error(1, 2)",
    "helper": RIGHT.replace("return ", "return factor * "),
    "unknown": "%%exercise msee\ndefined = 1",
    "unit": "%%exercise linear_regression\ndefined = 1",
    "nothing": "%exercise",
    "untouched": "print('defined' in globals())",
    "broken": "%%exercise mae\ndef mean_absolute_error(:\n",
    "two faced": RIGHT
    + "right = mean_squared_error\n"
    + "mean_squared_error = lambda y_true, y_pred: y_true\n"
    + "if __name__ == '__main__':\n    mean_squared_error = right\n"
    + "print(float(mean_squared_error(tf.constant(1.0), tf.constant(2.0))))",
    "second children": CHILDREN,
}


class Ran:
    """A notebook that was run: each cell's outputs by its name, and which cells ended in error."""

    def __init__(self, folder, cells, **settings):
        self.failed = set()
        names = list(cells)
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(code) for code in cells.values()]
        )
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=300,
            allow_errors=True,
            resources={"metadata": {"path": str(folder)}},
            on_cell_error=lambda cell_index, **_: self.failed.add(names[cell_index]),
        )
        # A short name, as the path of a socket below it must be.
        with tempfile.TemporaryDirectory(prefix="kernel-") as temporary:
            own = {"TMPDIR": temporary, "TF_CPP_MIN_LOG_LEVEL": "3"}
            client.execute(env={**os.environ, **own, **settings})
            self.left = [each.name for each in Path(temporary).glob("slopework-*")]
        self.outputs = dict(zip(names, (each.outputs for each in notebook.cells), strict=True))

    def shown(self, name, form="text/plain"):
        """Give what was displayed last."""
        found = [each for each in self.outputs[name] if each.output_type == "display_data"]
        return found[-1].data[form]

    def printed(self, name, stream="stdout"):
        """Give what was printed."""
        outputs = self.outputs[name]
        return "".join(each.text for each in outputs if each.get("name") == stream)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder that is no kit, with a file that is called like a library of the grader's."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "hypothesis.py").write_text("raise ImportError('a file beside the notebook')\n")
    return folder


@pytest.fixture(scope="module")
def ran(place):
    """A notebook outside any kit, run once."""
    return Ran(place, OUTSIDE)


def test_a_right_cell_passes(ran):
    """Right code has full points, in HTML and in text, also by an import of another cell."""
    assert re.match(r"mse +passed +20/20 ", ran.shown("right"))
    html = ran.shown("right", "text/html")
    assert "passed" in html
    assert "20 of 20 points" in html


def test_only_the_report_is_left(ran):
    """What was shown while the grader worked has given place to the report."""
    kinds = [each.output_type for each in ran.outputs["right"]]
    assert kinds == ["execute_result", "display_data"]


def test_a_cell_defines_and_gives_what_any_cell_does(ran):
    """What a cell defines can be used in later cells, and its last value is its output."""
    assert ran.printed("after") == "9.0\n"
    assert "numpy=4.0" in ran.outputs["right"][0].data["text/plain"]
    assert ran.printed("by number") == "4.0\n"


def test_a_wrong_cell_is_told_its_mistake(ran):
    """Wrong code gets the mistake's name and the smallest call, and is no error of the notebook."""
    assert "failed" in ran.shown("wrong")
    html = ran.shown("wrong", "text/html")
    assert "The squared errors are summed, not averaged." in html
    assert "mean_squared_error(tf.constant([0.0, 0.0]), tf.constant([0.0, 1.0]))" in html
    assert "wrong" not in ran.failed


def test_what_failed_is_drawn(ran):
    """A failing exercise is shown with its picture, which is told in words too; a right one not."""
    html = ran.shown("wrong", "text/html")
    ((says, data),) = re.findall(
        r'<img [^>]*alt="([^"]+)" src="data:image/png;base64,([^"]+)"', html
    )
    assert says.startswith("mse: value and slope leave the broad line")
    with Image.open(io.BytesIO(base64.b64decode(data, validate=True))) as image:
        assert image.size == (960, 540)
    assert f"Picture: {says}." in ran.shown("wrong")
    assert "<img" not in ran.shown("right", "text/html")


def test_code_with_nothing_to_draw_has_its_report(ran):
    """Where code gives nothing to draw, the report stands without a picture."""
    assert "<img" not in ran.shown("raises", "text/html")
    assert "NameError" in ran.shown("raises", "text/html")


def test_a_cell_that_raises_ends_as_it_would_alone(ran):
    """The traceback is Python's own, once, and the cell ends in error; the report comes too."""
    (error,) = [each for each in ran.outputs["raises"] if each.output_type == "error"]
    assert (error.ename, "y_tru" in error.evalue) == ("NameError", True)
    assert "magics.py" not in "".join(error.traceback)
    assert "raises" in ran.failed
    assert re.match(r"mse +error +0/20", ran.shown("raises"))


def test_lines_are_numbered_alike(ran):
    """Traceback and report number the cell's lines as the notebook does."""
    (error,) = [each for each in ran.outputs["raises"] if each.output_type == "error"]
    plain = re.sub(r"\x1b\[[\d;]*m", "", "".join(error.traceback))
    assert re.search(r"-> 3 +return", plain)
    assert "line 3: NameError" in ran.shown("raises")


def test_names_of_other_cells_are_named(ran):
    """A cell that uses another cell's value works in the notebook, and is told why not alone."""
    assert "helper" not in ran.failed
    assert re.match(r"mse +error", ran.shown("helper"))
    assert "This cell uses `factor`" in ran.shown("helper")
    assert "Define it in this cell" in ran.shown("helper", "text/html")


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("unknown", "There is no unit or exercise 'msee'; did you mean 'mse'?"),
        ("unit", "Name one exercise, as in `%%exercise linear_model`: linear_model, mse,"),
        ("nothing", "Name one exercise"),
    ],
)
def test_unknown_names_are_one_sentence(ran, cell, says):
    """A name that is no exercise is refused in one sentence, before anything runs."""
    assert says in ran.printed(cell, "stderr")
    assert "Traceback" not in str(ran.outputs[cell])
    assert cell in ran.failed
    assert ran.printed("untouched") == "False\n"


def test_a_cell_that_does_not_parse_is_explained(ran):
    """Python's own complaint and a report on the file both come."""
    assert any(each.output_type == "error" for each in ran.outputs["broken"])
    assert re.match(r"mae +error", ran.shown("broken"))
    assert "line 2: SyntaxError" in ran.shown("broken")


def test_the_verdict_is_the_worker_s_alone(ran):
    """Code that is right in the notebook and wrong in its file is wrong."""
    assert ran.printed("two faced") == "1.0\n"
    assert re.match(r"mse +(failed|error) ", ran.shown("two faced"))


def test_the_line_magic_shows_the_contract(ran):
    """`%exercise` shows the stub as it was handed out."""
    stub = (ROOT / "grader/stubs" / MSE).read_text(encoding="utf-8")
    assert stub.rstrip() in ran.shown("contract")
    assert "20 points" in ran.shown("contract", "text/html")


def test_outside_a_kit_a_folder_is_made(ran, place, course):
    """All stubs are laid out beside the notebook, and the report says where."""
    assert "`slopework/exercises` was made" in ran.shown("right")
    assert "was made" not in ran.shown("wrong")
    for exercise in course.exercises():
        assert (place / "slopework/exercises" / course.file(exercise)).is_file()


def test_the_file_is_what_was_graded(ran, place, command):
    """The file grades on the command line as its cell did in the notebook, whoever grades it."""
    again = command("check", "mse", "--submission", place / "slopework" / "exercises")
    graded, closing = ran.shown("two faced"), "\n\nSaved to"
    assert closing in graded
    assert again.stdout.startswith(graded.partition(closing)[0])


def test_one_grader_serves_all_cells(ran):
    """The processes that grade are the same after the first cell and after the last."""
    first, last = (ran.printed(f"{name} children").splitlines()[0] for name in ("first", "second"))
    assert first
    assert first == last


def test_nothing_is_left_when_the_kernel_ends(ran):
    """With the kernel every process it started is gone, and every scratch folder."""
    gone = [int(each) for each in ran.printed("first children").split()]
    assert len(gone) > 4
    _, alive = psutil.wait_procs([each for pid in gone if (each := process(pid))], timeout=20)
    assert alive == []
    assert ran.left == []


def process(pid):
    """Give a process, where it is still there."""
    with contextlib.suppress(psutil.Error):
        return psutil.Process(pid)
    return None


def test_inside_a_kit_its_exercises_are_written(tmp_path):
    """A notebook in a kit writes there, keeps other work beside, and the kit's solutions judge."""
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, tmp_path / name)
    solution = tmp_path / "solutions" / MSE
    solution.write_text(solution.read_text().replace("return tf", "return 2.0 * tf"))
    (tmp_path / "exercises" / MSE).write_text("# an evening's work\n")
    cell = RIGHT.replace("\n", f"\n{TENSORFLOW}\n", 1)
    ran = Ran(tmp_path, {"load": "%load_ext grader", "mse": cell, "again": "%unload_ext grader"})
    assert "failed" in ran.shown("mse")
    assert ran.failed == set()
    kept = tmp_path / "exercises/linear_regression/mse.kept-1.txt"
    assert kept.read_text() == "# an evening's work\n"
    assert "mse.kept-1.txt" in ran.shown("mse")
    assert (tmp_path / "exercises" / MSE).read_text().endswith(cell.partition("\n")[2])


def test_a_fault_of_the_grader_is_no_verdict(tmp_path):
    """A broken solution is the grader's own fault: one sentence, no points, the cell still runs."""
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "solutions" / MSE).write_text("raise RuntimeError('ours')\n")
    ran = Ran(tmp_path, {"load": f"%load_ext grader\n{TENSORFLOW}", "mse": RIGHT})
    assert "solution of mse" in ran.shown("mse")
    assert "/20" not in ran.shown("mse")
    assert "Saved to `exercises/linear_regression/mse.py`" in ran.shown("mse")
    assert ran.failed == set()


def test_without_solutions_one_sentence_says_so(tmp_path):
    """An installed grader without solutions saves and runs a cell, and says what is missing."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "grader", tmp_path / "site" / "grader", ignore=ignored)
    cells = {
        "where": "import grader\nprint(grader.__file__)",
        "load": f"%load_ext grader\n{TENSORFLOW}",
        "mse": RIGHT,
        "defined": "print(callable(mean_squared_error))",
    }
    ran = Ran(tmp_path, cells, PYTHONPATH=str(tmp_path / "site"))
    assert Path(ran.printed("where").strip()).is_relative_to(tmp_path)
    assert "the solutions are missing" in ran.shown("mse", "text/html")
    assert "passed" not in ran.shown("mse")
    assert (tmp_path / "slopework" / "exercises" / MSE).is_file()
    assert ran.printed("defined") == "True\n"
    assert ran.failed == set()


def test_the_package_stays_light():
    """Workers import the package too, so it loads neither IPython nor TensorFlow by itself."""
    code = "import sys, grader; print({'IPython', 'tensorflow', 'pytest'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
