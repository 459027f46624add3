"""What a stub promises, read from its source without running it: names, signatures, docstrings."""

import ast
from pathlib import Path

import msgspec

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.kit import STUBS, Kit, check_file, check_files


class Contract(msgspec.Struct, frozen=True):
    """A file's public functions, classes and their methods: signature and docstring by name."""

    signatures: dict[str, str]
    docstrings: dict[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """The graded names, without methods."""
        return tuple(name for name in self.signatures if "." not in name)


def read_contract(path: Path) -> Contract:
    """Read a stub or a solution; raises UsageError where there is none or it does not parse."""
    try:
        tree = ast.parse(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise UsageError(f"{_shown(path)} is missing, though the course lists it.") from None
    except SyntaxError as error:
        raise UsageError(f"{_shown(path)} does not parse: {error.msg}.") from None
    signatures: dict[str, str] = {}
    docstrings: dict[str, str] = {}
    for name, node in _public(tree):
        signatures[name] = ast.unparse(node.args) if isinstance(node, ast.FunctionDef) else ""
        docstrings[name] = ast.get_docstring(node) or ""
    return Contract(signatures, docstrings)


def _public(tree: ast.Module) -> list[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    found: list[tuple[str, ast.FunctionDef | ast.ClassDef]] = []
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        found.append((node.name, node))
        if isinstance(node, ast.ClassDef):
            methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            found += [(f"{node.name}.{each.name}", each) for each in methods]
    return found


def require_parts(kit: Kit, course: Course, exercises: tuple[Exercise, ...]) -> None:
    """Refuse a course whose exercises lack a stub, a solution or checks, or have too many."""
    for exercise in exercises:
        file = course.file(exercise)
        right = [kit.solutions / file] if kit.has_solutions else []
        for path in (STUBS / file, *right, check_file(course, exercise)):
            if not path.is_file():
                raise UsageError(f"{exercise.id} is in the course, but {_shown(path)} is missing.")


def require_agreement(kit: Kit, course: Course) -> None:
    """Refuse a course, stubs, solutions and checks that do not say the same."""
    require_parts(kit, course, tuple(course.exercises()))
    _refuse_strays(kit, course)
    _refuse_stray_checks(course)
    for exercise in course.exercises():
        relative = course.file(exercise)
        _compare(exercise, STUBS / relative, kit.solutions / relative)
        handed_out = kit.exercises / relative
        if not handed_out.is_file():
            raise UsageError(f"exercises/{relative} is missing; copy grader/stubs/{relative}.")
        if handed_out.read_bytes() != (STUBS / relative).read_bytes():
            raise UsageError(
                f"exercises/{relative} and its pristine copy grader/stubs/{relative} differ; "
                "copy the one you mean over the other."
            )


def _compare(exercise: Exercise, stub: Path, solution: Path) -> None:
    promised, kept = read_contract(stub), read_contract(solution)
    for name, signature in promised.signatures.items():
        if name not in kept.signatures:
            raise UsageError(f"{_shown(solution)} does not define {name}, which its stub does.")
        same = kept.signatures[name] == signature
        # The debugging exercise's stub has a misspelt parameter on purpose: it is one of the bugs.
        if not same and not _is_debugging(stub):
            raise UsageError(
                f"{exercise.id}: the stub says {name}({signature}), "
                f"the solution {name}({kept.signatures[name]})."
            )
        if kept.docstrings[name] != promised.docstrings[name]:
            raise UsageError(f"{exercise.id}: stub and solution document {name} differently.")


def _is_debugging(stub: Path) -> bool:
    """Tell an exercise that is handed out as code to repair: nothing in it is left to write."""
    return b"NotImplementedError" not in stub.read_bytes()


def _refuse_strays(kit: Kit, course: Course) -> None:
    known = {course.file(exercise) for exercise in course.exercises()}
    for unit in course.units:
        for root in (STUBS, kit.exercises, kit.solutions):
            for path in sorted((root / unit.id).glob("*.py")):
                if path.relative_to(root).as_posix() not in known:
                    raise UsageError(f"{_shown(path)} is not in the course; list it or remove it.")


def _refuse_stray_checks(course: Course) -> None:
    known = {check_file(course, exercise) for exercise in course.exercises()}
    for path in check_files():
        if path not in known:
            raise UsageError(f"{_shown(path)} belongs to no exercise of the course; remove it.")


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])
