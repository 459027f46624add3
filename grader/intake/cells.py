"""The code cells of a notebook as statements: what each defines and what it needs, never run."""

import ast
import re
import symtable
import warnings

import msgspec

# Magics under which the rest of a cell runs as it is; under any other, it is not this Python.
_TRANSPARENT = re.compile(r"\s*%%(?:exercise|time|timeit|capture|prun)\b[^\n]*")
_STRINGS = re.compile(
    r"'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\""
    r"|#[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"",
    re.DOTALL,
)
# `%magic`, `!command`, `?help`, `help?`, and `name = %magic` or `name = !command`.
_MAGIC = re.compile(r"\s*(?:[%!?]|[\w.]+\?{1,2}\s*$|[\w., ]+=\s*[%!])")


class Statement(msgspec.Struct, frozen=True):
    """A top-level statement: its text, the names it binds, changes and needs.

    It `defines` what it binds where it is no import, and does so `anew` where nothing of an
    earlier binding is left; `arity` counts a function's arguments, None for anything else.
    """

    text: str
    binds: frozenset[str]
    changes: frozenset[str]
    needs: frozenset[str]
    defines: bool
    anew: bool
    arity: int | None


def read_cell(code: str) -> list[Statement]:
    """Read a cell's statements, without its magics; raises ValueError that says what is wrong."""
    code = code.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parsed(code)
    except SyntaxError as error:
        raise ValueError(error.msg or "invalid syntax") from None
    except (RecursionError, MemoryError, UnicodeError, ValueError):
        raise ValueError("it is nested too deeply, or no text") from None


def _parsed(code: str) -> list[Statement]:
    # As it is, where it is Python: a line that begins with % may go on with a formula.
    try:
        return _statements(code)
    except SyntaxError:
        return _statements(without_magics(code))


def without_magics(code: str) -> str:
    """Put `pass` in the place of each notebook command, outside of strings."""
    code = _TRANSPARENT.sub("", code, count=1) if _TRANSPARENT.match(code) else code
    if code.lstrip().startswith("%%"):
        return ""
    inside = _lines_in_strings(code)
    kept: list[str] = []
    goes_on = False
    for number, line in enumerate(code.split("\n")):
        magic = number not in inside and _MAGIC.match(line) is not None
        if goes_on:
            kept.append("")
        elif magic:
            kept.append(f"{line[: len(line) - len(line.lstrip())]}pass")
        else:
            kept.append(line)
        goes_on = (goes_on or magic) and line.endswith("\\")
    return "\n".join(kept)


def _lines_in_strings(code: str) -> set[int]:
    """Give the numbers of lines that begin inside a string of several lines."""
    inside: set[int] = set()
    line = at = 0
    for found in _STRINGS.finditer(code):
        first = line + code.count("\n", at, found.start())
        line = first + found[0].count("\n")
        at = found.end()
        inside.update(range(first + 1, line + 1))
    return inside


def _statements(code: str) -> list[Statement]:
    lines = code.encode().split(b"\n")
    return [_statement(node, _text(node, lines)) for node in ast.parse(code).body]


def _text(node: ast.stmt, lines: list[bytes]) -> str:
    """Cut a statement out of its cell; columns count bytes."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(each.lineno for each in decorators)])
    text = lines[first - 1 : node.end_lineno]
    text[-1] = text[-1][: node.end_col_offset]
    # What is decorated begins with an @, which has no node of its own.
    text[0] = text[0][0 if decorators else node.col_offset :]
    return b"\n".join(text).decode()


def _statement(node: ast.stmt, text: str) -> Statement:
    table = symtable.symtable(text, "cell", "exec")
    symbols = table.get_symbols()
    binds = {
        each.get_name()
        for each in symbols
        if each.is_assigned() or each.is_imported() or each.is_namespace()
    }
    if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
        binds.add("*")
    needs = {each.get_name() for each in symbols if each.is_referenced()} | _globals(table)
    is_def = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    is_import = isinstance(node, ast.Import | ast.ImportFrom)
    return Statement(
        text=text,
        binds=frozenset(binds),
        changes=frozenset(_changed(node)),
        # What calls itself needs no earlier thing of its name.
        needs=frozenset(needs - binds if is_def else needs),
        defines=not is_import and not isinstance(node, ast.Expr),
        anew=is_def or is_import or isinstance(node, ast.Assign | ast.AnnAssign),
        arity=_arity(node),
    )


def _globals(table: symtable.SymbolTable) -> set[str]:
    """Give the global names that functions and classes inside a statement use."""
    found: set[str] = set()
    inner = list(table.get_children())
    while inner:
        each = inner.pop()
        found |= {name.get_name() for name in each.get_symbols() if name.is_global()}
        inner += each.get_children()
    return found


def _changed(node: ast.stmt) -> set[str]:
    """Give the names whose attributes or items a statement sets, as in `Model.__call__ = f`."""
    found: set[str] = set()
    for target in getattr(node, "targets", None) or [getattr(node, "target", None)]:
        inner = target
        while isinstance(inner, ast.Attribute | ast.Subscript):
            inner = inner.value
        if isinstance(inner, ast.Name) and inner is not target:
            found.add(inner.id)
    return found


def _arity(node: ast.stmt) -> int | None:
    if not isinstance(node, ast.FunctionDef) or node.args.vararg:
        return None
    return len(node.args.posonlyargs) + len(node.args.args)
