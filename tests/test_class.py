"""A class graded by the real command: nobody lost, nobody disturbed, the same however it goes."""

import csv
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from class_maker import make_class
from conftest import ROOT

from grader.grading import Grader
from grader.submission import Submission

NAMES = ("mse", "accuracy", "sigmoid")
SEED = ("--seed", "11")
SHORT = ("--call-seconds", "2", "--exercise-seconds", "6", "--memory", "1024")
COUNT = 24
GRACE = 20.0


@pytest.fixture(scope="module")
def pupils(tmp_path_factory, warm, kit, course):
    """A class of right, wrong, broken and hostile submissions, in a folder."""
    exercises = course.select(("mse",))
    source = (kit.solutions / course.file(exercises[0])).read_bytes()
    warm.grade(Submission("first", {"mse": source}, {}), exercises)
    folder = tmp_path_factory.mktemp("class")
    make_class(folder, COUNT, 5, warm.sandbox())
    return folder


@pytest.fixture(scope="module")
def grade_class(tmp_path_factory):
    """Grade a folder by the real command, with a temporary folder of its own; gives what came."""

    def grade(folder, *arguments, output=None, names=NAMES, wait=True):
        place = tmp_path_factory.mktemp("run")
        output = output or place / "grades"
        temporary = place / "tmp"
        temporary.mkdir()
        command = [sys.executable, "-m", "grader", "grade", str(folder), *names]
        process = subprocess.Popen(
            [*command, "--output", str(output), *SHORT, *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        process.output, process.temporary = output, temporary
        if wait:
            process.said, process.errors = process.communicate(timeout=500)
        return process

    return grade


@pytest.fixture(scope="module")
def plain(pupils, grade_class):
    """The class graded once, by one process."""
    ran = grade_class(pupils, "--jobs", 1, *SEED)
    assert ran.returncode == 0, ran.errors
    return ran


def verdicts(output):
    """Give what every report says, without times and without what a race may decide."""
    found = {}
    for path in sorted((output / "reports").glob("*.json")):
        report = json.loads(path.read_bytes())
        exercises = [(each["id"], each["verdict"], each["score"]) for each in report["exercises"]]
        found[report["submission"]] = (report["score"], exercises)
    return found


def table(output):
    """Read grades.csv: a row a submission."""
    with (output / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["submission"]: row for row in csv.DictReader(file)}


def fingerprint(folder):
    """Stand for the names and contents of all files below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def test_nobody_is_lost(plain, pupils):
    """Every submission has a report, a row and feedback; the right ones have all points."""
    names = sorted(path.name for path in pupils.iterdir())
    assert sorted(verdicts(plain.output)) == names
    assert sorted(table(plain.output)) == names
    assert sorted(path.stem for path in (plain.output / "feedback").iterdir()) == names
    assert f"{COUNT} submissions" in plain.said
    assert f"{COUNT} graded now, 0 as before." in plain.said
    assert any(row["score"] == row["max_score"] for row in table(plain.output).values())


def test_two_jobs_give_the_same_grades(plain, pupils, grade_class):
    """With two processes every submission has the verdicts that it has with one."""
    ran = grade_class(pupils, "--jobs", 2, *SEED)
    assert ran.returncode == 0, ran.errors
    assert verdicts(ran.output) == verdicts(plain.output)


def test_order_and_company_change_no_grade(plain, pupils, grade_class, tmp_path):
    """Graded in the opposite order, and each of some alone, submissions have the same grades."""
    names = sorted(path.name for path in pupils.iterdir())
    turned = {f"{COUNT - place:03}-{name}": name for place, name in enumerate(names)}
    for new, name in turned.items():
        shutil.copytree(pupils / name, tmp_path / "turned" / new, symlinks=True)
    ran = grade_class(tmp_path / "turned", "--jobs", 2, *SEED)
    wanted = verdicts(plain.output)
    assert {turned[new]: said for new, said in verdicts(ran.output).items()} == wanted
    for name in names[::8]:
        shutil.copytree(pupils / name, tmp_path / name / name, symlinks=True)
        ran = grade_class(tmp_path / name, "--jobs", 1, *SEED)
        assert verdicts(ran.output) == {name: wanted[name]}


def test_no_trace_is_left(plain, pupils):
    """No file in the temporary folder, no process, no lock, and the submissions untouched."""
    assert list(plain.temporary.iterdir()) == []
    assert not [path for path in (plain.output / "reports").iterdir() if path.suffix != ".json"]
    marks = [each for each in psutil.process_iter() if _told_of(each, plain.temporary)]
    assert marks == []


def _told_of(process, folder):
    try:
        return str(folder) in " ".join(process.cmdline()) + str(process.environ().get("TMPDIR"))
    except psutil.Error:
        return False


def test_submissions_are_only_read(pupils, grade_class):
    """Grading changes no byte and adds no file in the folder that it grades."""
    before = fingerprint(pupils)
    grade_class(pupils, "--jobs", 2, *SEED, names=("mse",))
    assert fingerprint(pupils) == before


def test_again_grades_only_what_changed(plain, pupils, grade_class, tmp_path):
    """A second run keeps all reports; a changed file, another seed and --again are graded anew."""
    folder, output = tmp_path / "class", tmp_path / "grades"
    for name in ("ann", "ben", "cas"):
        shutil.copytree(ROOT / "solutions/linear_regression", folder / name / "linear_regression")
    run = lambda *more: grade_class(folder, *more, output=output, names=("mse",))  # noqa: E731
    assert "3 graded now, 0 as before." in run(*SEED).said
    assert "0 graded now, 3 as before." in run(*SEED).said
    assert "0 graded now, 3 as before." in run().said
    (folder / "ben/linear_regression/mse.py").write_text("x = 1\n", encoding="utf-8")
    assert "1 graded now, 2 as before." in run().said
    assert table(output)["ben"]["score"] == "0"
    assert "3 graded now, 0 as before." in run("--again").said
    assert "3 graded now, 0 as before." in run("--seed", "12").said


def family(process):
    """List a running process's descendants."""
    return psutil.Process(process.pid).children(recursive=True)


def alive(processes):
    """Wait a while for processes to end; gives those that do not."""
    _, left = psutil.wait_procs(processes, timeout=GRACE)
    return [each for each in left if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]


def test_killed_ten_times_it_loses_and_repeats_nothing(plain, pupils, grade_class, tmp_path):
    """Killed at ten random moments and started again, the class has the grades it always has.

    What was finished before a kill is not graded again, and no process outlives the grader.
    """
    output, moments = tmp_path / "grades", random.Random(3)
    for _ in range(10):
        before = {path: path.read_bytes() for path in (output / "reports").glob("*.json")}
        process = grade_class(pupils, "--jobs", 2, *SEED, output=output, wait=False)
        time.sleep(moments.uniform(0.5, 8.0))
        begun = family(process) if process.poll() is None else []
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert alive(begun) == []
        assert all(path.read_bytes() == content for path, content in before.items())
    ran = grade_class(pupils, "--jobs", 2, *SEED, output=output)
    assert ran.returncode == 0, ran.errors
    assert verdicts(output) == verdicts(plain.output)
    assert sorted(path.suffix for path in (output / "reports").iterdir()) == [".json"] * COUNT


def test_stopped_by_the_keyboard_it_says_how_to_go_on(pupils, grade_class):
    """Ctrl-C ends the grader and all it started, leaves no file, and says what is kept."""
    process = grade_class(pupils, "--jobs", 2, *SEED, wait=False)
    time.sleep(6.0)
    begun = family(process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "What is finished is kept; the same command again goes on from there." in errors
    assert "Traceback" not in errors
    assert alive(begun) == []
    assert list(process.temporary.iterdir()) == []


def right(folder, *names):
    """Hand in the right answer to mse under these names."""
    for name in names:
        (folder / name / "linear_regression").mkdir(parents=True)
        shutil.copy(
            ROOT / "solutions/linear_regression/mse.py", folder / name / "linear_regression"
        )


def test_two_graders_on_one_gradebook(grade_class, tmp_path):
    """The second is refused in one sentence while the first is at work, which loses nothing."""
    right(tmp_path / "class", "ann", "ben")
    output = tmp_path / "grades"
    first = grade_class(tmp_path / "class", output=output, names=("mse",), wait=False)
    while not (output / "gradebook.json").exists():
        time.sleep(0.05)
    second = grade_class(tmp_path / "class", output=output, names=("mse",))
    assert second.returncode == 2
    assert second.errors.startswith("grader: Another grader is at work in")
    first.communicate(timeout=200)
    assert first.returncode == 0
    assert [row["score"] for row in table(output).values()] == ["20", "20"]


def test_broken_neighbours_cost_a_right_answer_nothing(grade_class, tmp_path):
    """One good submission among a hundred broken ones of all kinds is graded in full."""
    folder = tmp_path / "class"
    right(folder, "good")
    for number in range(20):
        (folder / f"empty-{number}").mkdir()
        (folder / f"zip-{number}.zip").write_bytes(b"PK\x03\x04" + bytes(number))
        (folder / f"tar-{number}.tar.gz").write_bytes(b"\x1f\x8b" + bytes(number))
        (folder / f"link-{number}").symlink_to("/dev/zero")
        os.mkfifo(folder / f"fifo-{number}")
    ran = grade_class(folder, "--jobs", 2, names=("mse",))
    assert ran.returncode == 0, ran.errors
    rows = table(ran.output)
    assert len(rows) == 101
    assert rows.pop("good")["score"] == "20"
    assert {row["score"] for row in rows.values()} == {"0"}
    reports = [json.loads(path.read_bytes()) for path in (ran.output / "reports").glob("*.json")]
    messages = [each["exercises"][0]["checks"][0]["message"] for each in reports]
    assert messages.count("") == 1


USAGE = {
    "no folder": (lambda place: place / "nowhere", "There is no folder"),
    "an empty folder": (lambda place: place, "is empty|holds no submission"),
    "one submission": (lambda _: ROOT / "solutions", "grader check --submission"),
}


@pytest.mark.parametrize("name", USAGE)
def test_what_is_no_class_is_said_in_a_sentence(grade_class, tmp_path, name):
    """A missing folder, an empty one and a single submission are wrong usage, in one sentence."""
    where, words = USAGE[name]
    ran = grade_class(where(tmp_path))
    assert ran.returncode == 2
    assert len(ran.errors.splitlines()) == 1
    assert any(word in ran.errors for word in words.split("|")), ran.errors


def test_an_output_that_cannot_be_written(grade_class, tmp_path):
    """A file in the place of the gradebook is wrong usage, before anything is graded."""
    right(tmp_path / "class", "ann")
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    ran = grade_class(tmp_path / "class", output=tmp_path / "taken" / "grades", names=("mse",))
    assert ran.returncode == 2
    assert "cannot be made" in ran.errors
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_loses_no_report(grade_class, tmp_path):
    """Where the disk is full the grader says so, and goes on from there once there is room."""
    right(tmp_path / "class", *(f"s{number:02}" for number in range(12)))
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        ran = grade_class(tmp_path / "class", output=disk / "grades", names=("mse",))
        kept = {p: p.read_bytes() for p in (disk / "grades/reports").glob("*.json")}
        assert ran.returncode == 2
        assert "No space left on device" in ran.errors
        assert 0 < len(kept) < 12
        assert all(json.loads(content)["score"] == 20 for content in kept.values())
        subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
        again = grade_class(tmp_path / "class", output=disk / "grades", names=("mse",))
        assert again.returncode == 0, again.errors
        assert f"{12 - len(kept)} graded now, {len(kept)} as before." in again.said
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_reports_of_a_newer_version_are_left_alone(grade_class, tmp_path):
    """A report that a newer version wrote is neither read nor replaced."""
    right(tmp_path / "class", "ann")
    (tmp_path / "grades/reports").mkdir(parents=True)
    report = tmp_path / "grades/reports/ann.json"
    report.write_text('{"schema": "slopework/report/2"}', encoding="utf-8")
    ran = grade_class(tmp_path / "class", output=tmp_path / "grades", names=("mse",))
    assert ran.returncode == 2
    assert "slopework/report/2" in ran.errors
    assert report.read_text(encoding="utf-8") == '{"schema": "slopework/report/2"}'


def test_a_roster_lists_those_who_handed_in_nothing(grade_class, tmp_path):
    """With a roster the absent have a row with 0; strangers and doubles are named."""
    right(tmp_path / "class", "hw1-ann", "hw1-ben", "hw1-stranger")
    (tmp_path / "class/hw1-ben.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    roster = tmp_path / "roster.csv"
    roster.write_text("name,username\nAnn,ann\nBen,ben\nCas,cas\n", encoding="utf-8")
    ran = grade_class(tmp_path / "class", "--roster", roster, names=("mse",))
    assert ran.returncode == 0, ran.errors
    with (ran.output / "grades.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    absent = [row for row in rows if row["remarks"] == "handed in nothing"]
    assert [(row["student"], row["score"], row["max_score"]) for row in absent] == [
        ("Cas", "0", "20")
    ]
    assert "hw1-stranger is of nobody on the roster." in ran.said
    assert "Ben handed in 2 times (hw1-ben, hw1-ben.zip)" in ran.said


def test_a_roster_that_comes_later_names_what_is_graded_already(grade_class, tmp_path):
    """Students are called what the roster calls them, and nothing is graded anew for that."""
    right(tmp_path / "class", "annsm")
    output = tmp_path / "grades"
    first = grade_class(tmp_path / "class", output=output, names=("mse",))
    roster = tmp_path / "roster.csv"
    roster.write_text("name,github_username\nAnn Smith,annsm\n", encoding="utf-8")
    second = grade_class(tmp_path / "class", "--roster", roster, output=output, names=("mse",))
    assert "1 graded now" in first.said
    assert "0 graded now, 1 as before." in second.said
    assert "\nAnn Smith,annsm,20," in (output / "grades.csv").read_text(encoding="utf-8")
    assert json.loads((output / "reports/annsm.json").read_bytes())["student"] == "Ann Smith"


HOSTILE_PRINTS = """
print("\\x1b[31mred\\x1b[0m =1+1 | <script>alert(1)</script> ``` # no heading \\ud800 \\u202e")
raise ValueError("=cmd|' /C calc'!A0 [link](javascript:alert) <b>bold</b> | pipe ``` end")
"""


def test_student_text_is_text_in_every_output(grade_class, tmp_path):
    """Names and output full of markup leave no formula, tag, fence or control character."""
    folder = tmp_path / "class"
    right(folder, "=cmd()", "@sum", "<b>x</b>")
    (folder / "=cmd()/linear_regression/mse.py").write_text(HOSTILE_PRINTS, encoding="utf-8")
    ran = grade_class(folder, "--junit", names=("mse",))
    assert ran.returncode == 0, ran.errors
    text = (ran.output / "grades.csv").read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t|" and cell]
    for path in [*(ran.output / "feedback").iterdir(), ran.output / "junit.xml"]:
        written = path.read_text(encoding="utf-8")
        assert not set("\x1b\u202e") & set(written)
    (feedback,) = [
        path.read_text(encoding="utf-8")
        for path in (ran.output / "feedback").iterdir()
        if "ValueError" in path.read_text(encoding="utf-8")
    ]
    outside = feedback.split("````")[0]
    assert "<b>" not in outside.replace("\\<b\\>", "")
    assert "](javascript" not in outside


def test_the_instructors_seed_is_not_told_to_students(plain):
    """No feedback names the seed that the class was graded with."""
    assert json.loads((plain.output / "gradebook.json").read_bytes())["seed"] == 11
    for path in (plain.output / "feedback").iterdir():
        assert "seed" not in path.read_text(encoding="utf-8")


def test_grades_shows_and_exports_a_gradebook(plain, command):
    """`grader grades` prints the table, and exports CSV, JSON and JUnit that hold every report."""
    shown = command("grades", plain.output)
    assert shown.returncode == 0
    assert all(name in shown.stdout for name in verdicts(plain.output))
    assert len(json.loads(command("grades", plain.output, "--format", "json").stdout)) == COUNT
    exported = command("grades", plain.output, "--format", "csv").stdout
    assert exported == (plain.output / "grades.csv").read_text(encoding="utf-8")
    assert command("grades", plain.output, "--format", "junit").stdout.count("<testsuite ") == (
        COUNT * len(NAMES)
    )


def test_a_folder_that_is_no_gradebook(command, tmp_path):
    """`grader grades` of any other folder is wrong usage."""
    ran = command("grades", tmp_path)
    assert ran.returncode == 2
    assert "is no gradebook" in ran.stderr


def test_memory_is_flat_over_many_submissions(kit, course):
    """The grader's own memory does not grow from the 20th wrong submission to the 120th."""
    exercises = course.select(("mse",))
    wrong = [path.read_bytes() for path in kit.mistakes("mse")]
    grader, sizes = Grader(kit, course, exercises, seed=3), {}
    try:
        for number in range(1, 121):
            source = wrong[number % len(wrong)] + f"\n# {number}\n".encode()
            grader.grade(Submission(str(number), {"mse": source}, {}))
            sizes[number] = psutil.Process().memory_info().rss
    finally:
        grader.close()
    assert sizes[120] - sizes[20] < 8 * 1024 * 1024
