"""What a kit for students holds, as bytes by path: all that is not withheld from them.

A kit is put together in memory from the files that are named here; nothing is copied because it
happens to lie about.
"""

from pathlib import Path

from grader.answerbook import book_file, written
from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.grading import Grader
from grader.hints import read_hints
from grader.kit import CHECKS, PACKAGE, STUBS, Kit, check_file
from grader.recorded import RECORDED, file_of
from grader.release.answers import answers_for
from grader.release.narrowing import course_text, hints_text, narrowed
from grader.release.project import project_text
from grader.release.readme import readme_text
from grader.release.templates import template

# A kit's files: content by path, with `/` between folders.
Files = dict[str, bytes]
LICENSE = "LICENSE"
# The kinds of files that the package is made of; whatever else lies in it is nobody's to hand out.
KINDS = (".py", ".toml", ".ini", ".typed", ".txt", ".md")
# Parts of the package that are narrowed to what is handed out.
BY_EXERCISE = (STUBS, CHECKS, RECORDED)


def kit_files(grader: Grader, exercises: tuple[Exercise, ...]) -> Files:
    """Give the files of a kit with these exercises, which the grader is for."""
    course = grader.course
    books = {_book_name(course, each): _book(grader, each) for each in exercises}
    return common_files(grader.kit, course, exercises) | books


def common_files(kit: Kit, course: Course, exercises: tuple[Exercise, ...]) -> Files:
    """Give the files of a kit with these exercises, without anything to judge by."""
    handed_out = narrowed(course, exercises)
    stubs = {each: (STUBS / course.file(each)).read_bytes() for each in exercises}
    return {
        "README.md": readme_text(handed_out).encode(),
        "pyproject.toml": project_text(kit).encode(),
        ".gitignore": template("gitignore").encode(),
        LICENSE: _license(kit),
        **{f"exercises/{course.file(each)}": stub for each, stub in stubs.items()},
        **(_page(kit) if exercises == tuple(course.exercises()) else {}),
        **{f"grader/{path}": data for path, data in _package(course, exercises).items()},
        "grader/course.toml": course_text(handed_out).encode(),
        "grader/hints.toml": hints_text({each.id: read_hints(each) for each in exercises}).encode(),
    }


def _book_name(course: Course, exercise: Exercise) -> str:
    return book_file(course, exercise).relative_to(PACKAGE.parent).as_posix()


def _book(grader: Grader, exercise: Exercise) -> bytes:
    grader.progress(f"{exercise.id}: what the reference answers")
    return written(answers_for(grader, exercise))


def _page(kit: Kit) -> Files:
    """Give the page about the course and its pictures, which speak of every exercise."""
    paths = [kit.exercises / "README.md", *(kit.exercises / "pictures").glob("*.png")]
    return {
        f"exercises/{path.relative_to(kit.exercises).as_posix()}": path.read_bytes()
        for path in paths
        if path.is_file()
    }


def _license(kit: Kit) -> bytes:
    try:
        return (kit.root / LICENSE).read_bytes()
    except OSError as error:
        raise UsageError(
            f"The {LICENSE} of this kit cannot be read ({error.strerror}); "
            "run `grader release` in the folder that the kit was cloned to."
        ) from None


def _package(course: Course, exercises: tuple[Exercise, ...]) -> Files:
    """Give the grader's own files, by path in the package."""
    paths = [path for path in PACKAGE.rglob("*") if path.suffix in KINDS and path.is_file()]
    common = [path for path in paths if not _is_narrowed(path)]
    chosen = [path for each in exercises for path in _of_exercise(course, each) if path.is_file()]
    units = {check_file(course, each).parent / "__init__.py" for each in exercises}
    whole = {*common, *chosen, *units}
    return {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in sorted(whole)}


def _is_narrowed(path: Path) -> bool:
    """Tell a file of one exercise from one that all share."""
    return any(root in path.parent.parents for root in BY_EXERCISE)


def _of_exercise(course: Course, exercise: Exercise) -> tuple[Path, ...]:
    return (
        STUBS / course.file(exercise),
        check_file(course, exercise),
        file_of(course, exercise),
    )
