"""What is handed in: a student's files and the report they saw, which nobody has to believe."""

import json
import shutil
import zipfile

import pytest
from kits import RIGHT, SUBTLE, copied, in_kit, submission


@pytest.fixture(scope="module")
def kit(released, tmp_path_factory):
    """One exercise, released, with an answer in it that is wrong."""
    folder = copied(released("mse", "sigmoid"), tmp_path_factory.mktemp("packing") / "week1")
    shutil.rmtree(folder / "exercises/logistic_regression")
    submission(folder / "exercises", mse=SUBTLE)
    return folder


@pytest.fixture(scope="module")
def packed(kit, command, tmp_path_factory):
    """What `grader pack` makes of it, and what it says."""
    path = tmp_path_factory.mktemp("packed") / "ann.zip"
    return path, in_kit(command, kit, "pack", "--output", path)


def members(path):
    """Give an archive's files, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def timeless(report):
    """Drop the only field that differs between equal runs."""
    return {key: each for key, each in report.items() if key != "seconds"}


def test_a_pack_holds_the_files_and_the_report(kit, packed, command):
    """The files are as they are on disk, the report as `grader check` gives it."""
    path, ran = packed
    assert (ran.returncode, ran.stderr) == (0, "")
    found = members(path)
    assert sorted(found) == ["linear_regression/mse.py", "report.json"]
    assert found["linear_regression/mse.py"].decode() == SUBTLE
    report = json.loads(found["report.json"])
    seen = json.loads(in_kit(command, kit, "check", "--format", "json").stdout)
    assert timeless(report) == timeless(seen)
    assert f"{report['score']} of {report['max_score']} points" in ran.stdout


def test_equal_packs_are_equal_to_the_byte(kit, packed, command):
    """Packing again, over the older pack, gives the same bytes."""
    path, _ = packed
    before = path.read_bytes()
    ran = in_kit(command, kit, "pack", "--output", path)
    assert ran.returncode == 0
    assert path.read_bytes() == before


def test_a_pack_is_called_like_the_kit(kit, command):
    """Without --output the archive stands in the current folder, called like the kit's."""
    ran = in_kit(command, kit, "pack")
    assert "week1.zip" in ran.stdout
    assert "report.json" in members(kit / "week1.zip")
    (kit / "week1.zip").unlink()


def test_grading_a_pack_believes_no_report(packed, command, tmp_path):
    """A class of packs is graded anew: a forged report gives neither points nor a verdict."""
    path, _ = packed
    klass = tmp_path / "class"
    klass.mkdir()
    honest = members(path)
    forged = json.loads(honest["report.json"])
    forged["score"] = forged["exercises"][0]["score"] = forged["max_score"]
    forged["exercises"][0]["verdict"] = "passed"
    for each in forged["exercises"][0]["checks"]:
        each |= {"verdict": "passed", "score": each["max_score"]}
    write(klass / "ann.zip", honest)
    write(klass / "ben.zip", honest | {"report.json": json.dumps(forged).encode()})
    write(klass / "cem.zip", honest | {"linear_regression/mse.py": RIGHT.encode()})
    ran = command("grade", klass, "mse", "--jobs", "1", "--output", tmp_path / "grades")
    assert ran.returncode == 0, ran.stderr
    reports = {
        name: json.loads((tmp_path / "grades/reports" / f"{name}.zip.json").read_bytes())
        for name in ("ann", "ben", "cem")
    }
    assert reports["ann"]["score"] == reports["ben"]["score"] < 20
    assert reports["ann"]["exercises"] == reports["ben"]["exercises"]
    assert reports["cem"]["score"] == 20


def write(path, files):
    """Write an archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("content", [b"notes", None])
def test_another_file_is_never_written_over(kit, command, tmp_path, content):
    """What is no pack is left alone, another archive too, with exit 2."""
    path = tmp_path / "notes.zip"
    if content is None:
        write(path, {"holiday.txt": b"sun"})
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    ran = in_kit(command, kit, "pack", "--output", path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "is no pack" in ran.stderr
    assert path.read_bytes() == before


def test_a_pack_is_called_a_zip(kit, command, tmp_path):
    """A name that no class would be graded under is refused, with the right one."""
    ran = in_kit(command, kit, "pack", "--output", tmp_path / "homework.txt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "homework.zip" in ran.stderr
    assert not list(tmp_path.iterdir())
