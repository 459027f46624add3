"""From a cell to an exercise's file: the cell, and the notebook's imports that it uses.

Functions and constants of other cells are not taken along. They would go stale as soon as their
cell changes, and exercises stand alone; what is missing is named instead.
"""

import ast
import builtins
import sys
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

import msgspec

from grader.intake.cells import Statement, read_cell, without_magics

# Notebooks put these among Python's own functions; a file does not have them.
NOTEBOOK_ONLY = ("display", "get_ipython")


class Source(msgspec.Struct, frozen=True):
    """A file's text, the imports in it that came from other cells, and names that did not."""

    text: str
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def source_of(exercise: str, cell: str, past: Sequence[str], names: Mapping[str, object]) -> Source:
    """Make an exercise's file of a cell, of all cells that were run, and the notebook's names.

    What is added stands in one line above the cell, in the place of `%%exercise`, so that lines
    are numbered as the notebook numbers them.
    """
    head = f"# %%exercise {exercise}"
    try:
        statements = read_cell(cell)
    except ValueError:
        return Source(f"{head}\n{cell.rstrip()}\n")
    code = cell if _is_python(cell) else without_magics(cell)
    there = [name for name in _wanted(statements) if name in {*names, *NOTEBOOK_ONLY}]
    found = {name: _import_of(name, past, names.get(name)) for name in there}
    added = tuple(sorted({each for each in found.values() if each}))
    missing = tuple(name for name in found if not found[name] and not _is_python_s(name))
    if added:
        head, code = _with_imports(head, code.rstrip(), "; ".join(added))
    return Source(f"{head}\n{code.rstrip()}\n", added, missing)


def _is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _wanted(statements: Sequence[Statement]) -> list[str]:
    """List the names that a cell uses and does not make, in order."""
    made = {name for each in statements for name in each.binds}
    return sorted({name for each in statements for name in each.needs} - made)


def _with_imports(head: str, code: str, imports: str) -> tuple[str, str]:
    """Put imports above the code, or behind its own imports from the future, which come first."""
    future = [
        node
        for node in ast.parse(code).body
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    ]
    if not future:
        return f"{imports}  # from other cells", code
    lines = code.encode().split(b"\n")
    line, column = (future[-1].end_lineno or 1) - 1, future[-1].end_col_offset or 0
    lines[line] = lines[line][:column] + f"; {imports}".encode() + lines[line][column:]
    return head, b"\n".join(lines).decode()


def _is_python_s(name: str) -> bool:
    return hasattr(builtins, name) and name not in NOTEBOOK_ONLY


def _import_of(name: str, past: Sequence[str], value: object) -> str:
    """Give the import that made a name what it is in the notebook; nothing where none did."""
    for node in _latest_first(name, past):
        if isinstance(node, ast.Import | ast.ImportFrom):
            return _alone(node, name, value)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign):
            return ""
        break
    return _of_module(name, value)


def _latest_first(name: str, past: Sequence[str]) -> Iterator[ast.stmt]:
    """Give the statements of all cells that bind a name, or might by importing everything."""
    for cell in reversed(past):
        try:
            statements = read_cell(cell)
        except ValueError:
            continue
        for each in reversed(statements):
            if name in each.binds or "*" in each.binds:
                node = ast.parse(each.text).body[0]
                if name in each.binds or _exports(node, name):
                    yield node


def _exports(node: ast.stmt, name: str) -> bool:
    module = sys.modules.get(node.module or "") if isinstance(node, ast.ImportFrom) else None
    return hasattr(module, name)


def _alone(node: ast.Import | ast.ImportFrom, name: str, value: object) -> str:
    """Write the part of an import that binds one name."""
    if isinstance(node, ast.ImportFrom):
        if node.level:
            return _of_module(name, value)
        of = [each for each in node.names if (each.asname or each.name) == name]
        return f"from {node.module} import {ast.unparse(of[0]) if of else name}"
    of = [each for each in node.names if (each.asname or each.name.split(".")[0]) == name]
    return f"import {ast.unparse(of[0])}"


def _of_module(name: str, value: object) -> str:
    """Import a module that came by in another way, such as `%pylab` or a `try`."""
    if not isinstance(value, ModuleType) or sys.modules.get(value.__name__) is not value:
        return ""
    return f"import {value.__name__}" + ("" if value.__name__ == name else f" as {name}")
