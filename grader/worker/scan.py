"""Find calls of the library's own version of an exercise, by reading the code.

Only what the graded names reach counts: their bodies, and the module-level names those use, through
import aliases, assignments, attribute chains and getattr with a constant.
"""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase

from grader.worker.messages import Finding, Scanned
from grader.worker.plain import sendable

Aliases = dict[str, str]
Definitions = dict[str, list[ast.AST]]
IMPORTERS = {"__import__", "importlib.import_module", "importlib.__import__"}


def scan(source: bytes, graded: tuple[str, ...], forbidden: tuple[str, ...]) -> Scanned:
    """Read a file that compiles; returns the ready-made calls in it, one a line."""
    tree = ast.parse(source)
    module = Module(tree)
    findings = {
        finding.line: finding
        for node in module.reachable(graded)
        for finding in module.forbidden_in(node, forbidden)
    }
    return Scanned(tuple(findings[line] for line in sorted(findings)))


class Module:
    """A file's module-level names: what they are imported from, or which nodes define them."""

    def __init__(self, tree: ast.Module) -> None:
        self.aliases: Aliases = {}
        self.definitions: Definitions = {}
        for statement in tree.body:
            self._take(statement, replace=True)

    def _take(self, statement: ast.stmt, *, replace: bool) -> None:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            self.aliases.update(imported(statement))
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            known = [] if replace else self.definitions.get(statement.name, [])
            self.definitions[statement.name] = [*known, statement]
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) and statement.value:
            self._assign(statement, statement.value)
        elif not is_main_block(statement):
            for inner in nested_statements(statement):
                self._take(inner, replace=False)

    def _assign(
        self, statement: ast.Assign | ast.AnnAssign | ast.AugAssign, value: ast.expr
    ) -> None:
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            for name in assigned_names(target):
                self.definitions.setdefault(name, []).append(value)
                if dotted := resolve(value, self.aliases):
                    self.aliases[name] = dotted

    def reachable(self, graded: tuple[str, ...]) -> list[ast.AST]:
        """List the nodes that define the graded names, and all that those use."""
        waiting, seen, nodes = list(graded), set(), []
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for node in self.definitions.get(name, []):
                nodes.append(node)
                waiting += [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
        return nodes

    def forbidden_in(self, node: ast.AST, forbidden: tuple[str, ...]) -> Iterator[Finding]:
        """Find references to ready-made calls inside one definition."""
        aliases = self.aliases | local_aliases(node, self.aliases)
        for inner in ast.walk(node):
            if not isinstance(inner, ast.expr):
                continue
            dotted = resolve(inner, aliases)
            if dotted and matches(dotted, forbidden):
                yield Finding(sendable(ast.unparse(inner)), inner.lineno)
            elif self._is_method_call(inner, forbidden, dotted):
                yield Finding(sendable(ast.unparse(inner.func)), inner.lineno)  # type: ignore[attr-defined]

    def _is_method_call(
        self, node: ast.expr, forbidden: tuple[str, ...], dotted: str | None
    ) -> bool:
        if dotted or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return False
        return f".{node.func.attr}" in forbidden and node.func.attr not in self._own_functions()

    def _own_functions(self) -> set[str]:
        """Names of all functions and methods that the file defines."""
        tops = (top for nodes in self.definitions.values() for top in nodes)
        inner = (each for top in tops for each in ast.walk(top))
        return {each.name for each in inner if isinstance(each, ast.FunctionDef)}


def imported(statement: ast.Import | ast.ImportFrom) -> Aliases:
    """Map the names that an import binds to full dotted names."""
    if isinstance(statement, ast.Import):
        return {
            each.asname or each.name.split(".")[0]: canonical(
                each.name if each.asname else each.name.split(".")[0]
            )
            for each in statement.names
        }
    return {
        each.asname or each.name: canonical(f"{statement.module or ''}.{each.name}")
        for each in statement.names
    }


def canonical(dotted: str) -> str:
    """Give a library name its one spelling."""
    for old, new in (
        ("keras.api.", "tensorflow.keras."),
        ("tensorflow.compat.v1.", "tensorflow."),
        ("tensorflow.compat.v2.", "tensorflow."),
        ("tensorflow._api.v2.", "tensorflow."),
        ("tf_keras.", "tensorflow.keras."),
    ):
        if dotted.startswith(old):
            return canonical(new + dotted.removeprefix(old))
    if dotted == "keras" or (dotted.startswith("keras.") and not dotted.startswith("keras.src.")):
        return f"tensorflow.{dotted}"
    return dotted


def resolve(node: ast.AST, aliases: Aliases) -> str | None:
    """Give the full dotted name that an expression stands for, where it can be read off."""
    if isinstance(node, ast.Name):
        return aliases.get(node.id)
    if isinstance(node, ast.Attribute):
        return member(resolve(node.value, aliases), node.attr)
    if isinstance(node, ast.Subscript):
        return _resolve_subscript(node, aliases)
    if isinstance(node, ast.Call):
        return _resolve_lookup(node, aliases)
    return None


def member(owner: str | None, name: str) -> str | None:
    """Name an attribute of a dotted name."""
    return canonical(f"{owner}.{name}") if owner else None


def constant(node: ast.AST) -> str | None:
    """Give a string that stands in the code as one."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _resolve_subscript(node: ast.Subscript, aliases: Aliases) -> str | None:
    """Read ``module.__dict__["name"]`` and ``vars(module)["name"]``."""
    name, holder = constant(node.slice), node.value
    if not name:
        return None
    if isinstance(holder, ast.Attribute) and holder.attr == "__dict__":
        return member(resolve(holder.value, aliases), name)
    if isinstance(holder, ast.Call) and isinstance(holder.func, ast.Name) and holder.args:
        return member(resolve(holder.args[0], aliases), name) if holder.func.id == "vars" else None
    return None


def _resolve_lookup(node: ast.Call, aliases: Aliases) -> str | None:
    """Read ``getattr(module, "name")`` and imports made by a call."""
    called = node.func.id if isinstance(node.func, ast.Name) else resolve(node.func, aliases)
    if called == "getattr" and len(node.args) >= 2 and (name := constant(node.args[1])):
        return member(resolve(node.args[0], aliases), name)
    called = aliases.get(called or "", called)
    if called in IMPORTERS and node.args and (name := constant(node.args[0])):
        return canonical(name.split(".")[0] if called == "__import__" else name)
    return None


def local_aliases(node: ast.AST, outer: Aliases) -> Aliases:
    """Collect what imports and assignments inside a definition bind."""
    found: Aliases = {}
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import | ast.ImportFrom):
            found.update(imported(inner))
        elif isinstance(inner, ast.Assign) and (dotted := resolve(inner.value, outer | found)):
            found.update(
                dict.fromkeys((n for t in inner.targets for n in assigned_names(t)), dotted)
            )
    return found


def assigned_names(target: ast.AST) -> list[str]:
    """List the plain names in an assignment's target."""
    return [each.id for each in ast.walk(target) if isinstance(each, ast.Name)]


def nested_statements(statement: ast.stmt) -> Iterator[ast.stmt]:
    """Give the statements inside an if, try, with or loop."""
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.stmt):
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from child.body


def is_main_block(statement: ast.stmt) -> bool:
    """Recognise ``if __name__ == "__main__":``, which a grader never runs."""
    return isinstance(statement, ast.If) and any(
        isinstance(each, ast.Name) and each.id == "__name__" for each in ast.walk(statement.test)
    )


def matches(dotted: str, forbidden: tuple[str, ...]) -> bool:
    """Tell whether a dotted name is one of the ready-made calls."""
    if any(each.startswith("!") and fnmatchcase(dotted, each[1:]) for each in forbidden):
        return False
    return any(fnmatchcase(dotted, each) for each in forbidden if not each.startswith((".", "!")))
