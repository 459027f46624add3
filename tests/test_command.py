"""The real program: exit codes, streams, files, and the same report wherever it runs."""

import json
import os
import shutil
import stat
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from conftest import ROOT
from kits import run_in

WRONG = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    if len(y_true) > 3:
        print(float(y_pred[0]))
    return tf.reduce_mean(tf.abs(y_true - y_pred))
"""
MIXED = {
    "linear_regression/mse.py": WRONG,
    "linear_regression/linear_model.py": None,
    "logistic_regression/sigmoid.py": "import os\ndef sigmoid(x):\n    os._exit(3)\n",
    "logistic_regression/accuracy.py": "def accuracy(y_true, y_pred):\n    return y_tru\n",
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A submission with a wrong, a right, a crashing, a raising and five missing files."""
    folder = tmp_path_factory.mktemp("class") / "ann"
    for path, source in MIXED.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        text = source or (ROOT / "solutions" / path).read_text(encoding="utf-8")
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report_of(command, mixed):
    """Grade the mixed submission as JSON; remembers what it has asked."""
    known = {}

    def run(*arguments, **settings):
        key = (arguments, tuple(settings.items()))
        if key not in known:
            ran = command("check", "--submission", mixed, "--format=json", *arguments, **settings)
            assert (ran.returncode, ran.stderr) == (1, "")
            known[key] = ran.stdout
        return json.loads(known[key])

    return run


def timeless(report):
    """Leave out the only field in which equal runs may differ."""
    return {key: value for key, value in report.items() if key != "seconds"}


def judged(report):
    """Give verdicts and scores, of exercises and checks."""
    return [
        (each["id"], each["verdict"], each["score"])
        for exercise in report["exercises"]
        for each in (exercise, *exercise["checks"])
    ]


def is_one_sentence(text):
    """Tell the program's one-line fault from a traceback."""
    return text.startswith("grader: ") and text.count("\n") == 1 and "Traceback" not in text


def bare_kit(folder):
    """Copy what a kit has beside the package."""
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def install(folder, *, editable):
    """Install the grader beside a bare kit, with this interpreter's libraries; gives its command.

    Editable: by a path file that names the clone, as pip does; else as an unpacked wheel.
    """
    venv.create(folder, symlinks=os.name == "posix")
    names = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", vars=names))
    libraries = [each for each in sys.path if each.endswith("-packages")]
    (site / "all.pth").write_text("\n".join([*([str(ROOT)] if editable else []), *libraries]))
    if not editable:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "grader", site / "grader", ignore=ignored)
    scripts = Path(sysconfig.get_path("scripts", vars=names))
    (scripts / "grader-script").write_text("from grader.commands import main\nmain()\n")
    bare_kit(folder.parent / "kit")
    return scripts / "python", scripts / "grader-script"


def test_solutions_pass_with_full_score(command, course):
    """The solutions have every point and exit 0; a pipe gets text without control sequences."""
    ran = command("check", "--submission", "solutions", FORCE_COLOR="", TERM="xterm")
    assert (ran.returncode, ran.stderr) == (0, "")
    total = sum(each.points for each in course.exercises())
    assert ran.stdout.splitlines()[-1] == f"Score {total} of {total}. Everything passed."
    assert "\x1b" not in ran.stdout
    assert "\r" not in ran.stdout


def test_pristine_stubs_score_nothing(command, course):
    """The stubs as handed out score 0, exit 1, and all but the one to repair are not started."""
    ran = command("check", "--format", "json", "--submission", ROOT / "grader" / "stubs")
    report = json.loads(ran.stdout)
    verdicts = {each["id"]: each["verdict"] for each in report["exercises"]}
    total = sum(each.points for each in course.exercises())
    assert (ran.returncode, report["score"], report["max_score"]) == (1, 0, total)
    assert verdicts.pop("logistic_trainer") not in ("not started", "passed")
    assert set(verdicts.values()) == {"not started"}


def test_the_mixed_submission_has_a_verdict_an_exercise(report_of):
    """Right, wrong, crashing, raising and missing files each have their own verdict."""
    verdicts = {each["id"]: each["verdict"] for each in report_of()["exercises"]}
    wanted = {"mse": "failed", "linear_model": "passed", "sigmoid": "crashed", "accuracy": "error"}
    assert verdicts == dict.fromkeys(verdicts, "not started") | wanted


def test_the_same_seed_gives_the_same_report(report_of, command, mixed):
    """Two runs with one seed write the same JSON, but for the seconds."""
    again = command("check", "--submission", mixed, "--format", "json", "--seed", "1")
    assert timeless(json.loads(again.stdout)) == timeless(report_of())


def test_another_seed_gives_another_report(report_of):
    """Another seed hands a wrong submission other inputs, and says which it was."""
    first, other = report_of("mse", "sigmoid"), report_of("mse", "sigmoid", "--seed", "2")
    assert (first["seed"], other["seed"]) == (1, 2)
    assert first["exercises"][0]["output"] != other["exercises"][0]["output"]
    assert judged(first) == judged(other)


def test_spawned_workers_give_the_same_verdicts(report_of):
    """One spawned worker for all files judges as a forked worker for each does."""
    assert judged(report_of("--start-method", "spawn")) == judged(report_of())


@pytest.mark.parametrize("editable", [True, False], ids=["editable", "wheel"])
def test_an_installed_grader_gives_the_same_report(report_of, mixed, tmp_path, editable):
    """An editable install and a wheel, run elsewhere on a kit without package, report the same."""
    grader = install(tmp_path / "venv", editable=editable)
    (tmp_path / "kit" / "course.toml").write_text("title = 3")
    arguments = ("mse", "sigmoid", "--submission", mixed, "--format", "json")
    ran = run_in(tmp_path / "kit", *grader, "check", *arguments)
    assert ran.stderr == ""
    found, wanted = timeless(json.loads(ran.stdout)), timeless(report_of("mse", "sigmoid"))
    assert json.dumps(found) == json.dumps(wanted)


def test_files_in_the_current_folder_shadow_nothing(report_of, mixed, tmp_path):
    """Modules that lie in the current folder are imported by no process of an installed grader."""
    grader = install(tmp_path / "venv", editable=True)
    for name in ("numpy", "tensorflow", "socket", "grader", "sitecustomize"):
        text = f"open({str(tmp_path / 'ran')!r}, 'w').close()\nraise ImportError('shadow')\n"
        (tmp_path / "kit" / f"{name}.py").write_text(text)
    arguments = ("mse", "--submission", mixed, "--format", "json")
    ran = run_in(tmp_path / "kit", *grader, "check", *arguments)
    assert not (tmp_path / "ran").exists()
    assert timeless(json.loads(ran.stdout)) == timeless(report_of("mse"))


def test_output_is_written_whole(command, mixed, tmp_path):
    """With --output the file holds the whole report, stdout nothing, and no other file is left."""
    path = tmp_path / "report.json"
    path.write_text("old")
    arguments = ("--submission", mixed, "--format", "json", "--output", path)
    ran = command("check", "mse", *arguments)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert json.loads(path.read_text(encoding="utf-8"))["max_score"] == 20
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.skipif(os.name != "posix", reason="no such permissions here")
def test_output_has_the_usual_permissions(command, mixed, tmp_path):
    """Who may read a file that the user writes may read a report, as text too."""
    (tmp_path / "usual").touch()
    command("check", "mse", "--submission", mixed, "--output", tmp_path / "report.txt")
    modes = {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    last = (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert "of 20. Next: repair mse" in last
    assert len(modes) == 1


def test_junit_goes_to_stdout(command, mixed):
    """A format for programs is all that stdout holds."""
    ran = command("check", "linear_model", "--submission", mixed, "--format", "junit")
    assert ran.returncode == 0
    assert ran.stdout.startswith("<?xml")
    assert ran.stdout.endswith("</testsuites>\n")


def test_an_unwritable_output_is_wrong_usage(command, mixed, tmp_path):
    """An output in a folder that does not exist is refused in one sentence, with exit 2."""
    ran = command("check", "mse", "--submission", mixed, "--output", tmp_path / "no" / "r.txt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert is_one_sentence(ran.stderr)
    assert "cannot be written" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "msee"), "did you mean 'mse'"),
        (("check", "--submission", "nowhere"), "There is no folder 'nowhere'"),
        (("check", "--submission", "tests"), "holds no exercise"),
        (("chekc",), "Did you mean 'check'?"),
        (("check", "--format", "jsn"), "'jsn' is not one of"),
        (("check", "--sed", "1"), "--seed"),
        (("check", "--seed", "one"), "'one' is not a valid integer"),
        (("check", "--output", "tests"), "is a directory"),
    ],
)
def test_wrong_usage_is_exit_2(command, arguments, says):
    """Wrong usage ends with exit 2, nothing on stdout, and a sentence that helps on stderr."""
    ran = command(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert "Traceback" not in ran.stderr


def test_list_shows_the_course(command, course):
    """The list names every exercise with its points, or as an extra, and their sum."""
    ran = command("list")
    assert ran.returncode == 0
    for each in course.exercises():
        (line,) = [line for line in ran.stdout.splitlines() if line.split()[:1] == [each.id]]
        assert (f"{each.points} points" if each.points else "extra") in line
        assert f"{each.minutes} min" in line
    total = sum(each.points for each in course.exercises())
    assert ran.stdout.splitlines()[-1].startswith(f"{total} points")


def test_list_shows_what_was_edited_after_its_check(command, tmp_path):
    """A verdict is that of the file as it is; one that was edited since is shown as that."""
    kit = bare_kit(tmp_path)
    file = kit / "exercises/linear_regression/mse.py"
    file.write_bytes((kit / "solutions/linear_regression/mse.py").read_bytes())

    def stands():
        listed = command("list", cwd=kit, PYTHONPATH=str(ROOT)).stdout.splitlines()
        return next(line for line in listed if line.split()[:1] == ["mse"])

    assert command("check", "mse", cwd=kit, PYTHONPATH=str(ROOT)).returncode == 0
    assert "passed" in stands()
    file.write_bytes(file.read_bytes() + b"# one more thought\n")
    assert "passed" not in stands()
    assert "edited since" in stands()


@pytest.mark.parametrize("arguments", [(), ("check",), ("list",), ("author",), ("author", "new")])
def test_every_command_has_help(command, arguments):
    """Every command explains itself."""
    ran = command(*arguments, "--help")
    assert ran.returncode == 0
    assert "Usage:" in ran.stdout


@pytest.mark.parametrize(
    "solution", ["raise RuntimeError('ours')\n", "def mean_squared_error(y_true, y_pred): oops\n"]
)
def test_a_fault_of_the_grader_is_exit_3(command, mixed, tmp_path, solution):
    """A broken solution is the grader's fault: exit 3, one sentence, no report, no traceback."""
    kit = bare_kit(tmp_path)
    (kit / "solutions/linear_regression/mse.py").write_text(solution)
    arguments = ("check", "mse", "--submission", mixed, "--format=json")
    ran = command(*arguments, cwd=kit, PYTHONPATH=str(ROOT))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert is_one_sentence(ran.stderr)
    assert "solution of mse" in ran.stderr


def test_no_tensorflow_is_exit_3(mixed, tmp_path):
    """Where TensorFlow cannot be imported, the grader fails in one sentence, with exit 3."""
    grader = install(tmp_path / "venv", editable=False)
    (site,) = (tmp_path / "venv").rglob("all.pth")
    (site.parent / "tensorflow.py").write_text("raise ImportError('No such thing here')\n")
    ran = run_in(tmp_path / "kit", *grader, "check", "mse", "--submission", mixed)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert is_one_sentence(ran.stderr)
    assert "TensorFlow" in ran.stderr


def test_a_secret_seed_comes_by_the_environment(command):
    """A seed that no process list is to show comes from the environment; the option goes first."""
    arguments = ("check", "mse", "--format", "json")
    seeds = [
        json.loads(command(*arguments, *option, SLOPEWORK_SEED="5").stdout)["seed"]
        for option in ((), ("--seed", "6"))
    ]
    assert seeds == [5, 6]
