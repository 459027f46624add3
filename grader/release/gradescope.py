"""The archive that Gradescope's autograder is made of: this kit with its solutions, and scripts."""

from grader.archive import archive
from grader.course import Course, Exercise
from grader.kit import Kit
from grader.release.kit import Files, common_files
from grader.release.templates import template

ARCHIVE = "autograder.zip"
SCRIPTS = ("setup.sh", "run_autograder")


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
    return {ARCHIVE: archive(inside, SCRIPTS), "README.md": readme.encode()}


def _judging(kit: Kit, course: Course, exercises: tuple[Exercise, ...]) -> Files:
    """Give a kit that judges by the solutions of these exercises, and holds no other."""
    paths = [course.file(each) for each in exercises]
    solutions = {f"solutions/{path}": (kit.solutions / path).read_bytes() for path in paths}
    return common_files(kit, course, exercises) | solutions
