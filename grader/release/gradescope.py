"""The archive that Gradescope's autograder is made of: this kit with its solutions, and scripts."""

import io
import zipfile

from grader.course import Course, Exercise
from grader.kit import Kit
from grader.release.kit import Files, common_files
from grader.release.templates import template

ARCHIVE = "autograder.zip"
SCRIPTS = ("setup.sh", "run_autograder")
# Archives of the same files are the same archive.
MOMENT = (1980, 1, 1, 0, 0, 0)
FILE, PROGRAM = 0o100644, 0o100755


def gradescope_files(kit: Kit, course: Course, exercises: tuple[Exercise, ...], seed: int) -> Files:
    """Give the archive to upload, which grades by the solutions, and how to upload it."""
    readme = template("gradescope/readme", points=str(sum(each.points for each in exercises)))
    run = template(
        "gradescope/run_autograder",
        names=" ".join(each.id for each in exercises),
        seed=str(seed),
    )
    inside = {
        "setup.sh": template("gradescope/setup.sh").encode(),
        "run_autograder": run.encode(),
        "README.md": readme.encode(),
        **{f"kit/{name}": data for name, data in _judging(kit, course, exercises).items()},
    }
    return {ARCHIVE: zipped(inside), "README.md": readme.encode()}


def _judging(kit: Kit, course: Course, exercises: tuple[Exercise, ...]) -> Files:
    """Give a kit that judges by the solutions of these exercises, and holds no other."""
    paths = [course.file(each) for each in exercises]
    solutions = {f"solutions/{path}": (kit.solutions / path).read_bytes() for path in paths}
    return common_files(kit, course, exercises) | solutions


def zipped(files: Files) -> bytes:
    """Pack files into a zip, scripts as programs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (PROGRAM if name in SCRIPTS else FILE) << 16
            archive.writestr(entry, data)
    return out.getvalue()
