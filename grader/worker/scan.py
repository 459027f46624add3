"""Find calls of the library's own version of an exercise, by reading the code.

Only what the graded names reach counts: their bodies, and the module-level names those use, through
import aliases, assignments, attribute chains and getattr with a constant.
"""

import ast
import builtins
from collections.abc import Iterator
from fnmatch import fnmatchcase

from grader.worker.messages import Finding, Scanned
from grader.worker.plain import sendable

Aliases = dict[str, str]
Definitions = dict[str, list[ast.AST]]
IMPORTERS = {"__import__", "importlib.import_module", "importlib.__import__"}


def scan(source: bytes, graded: tuple[str, ...], forbidden: tuple[str, ...]) -> Scanned:
    """Read a file that compiles; returns the ready-made calls in it, one a line."""
    module = Module(ast.parse(source))
    module.assume_star_imports(graded, forbidden)
    findings = {finding.line: finding for finding in module.forbidden_as(graded, forbidden)}
    for node in module.reachable(graded):
        for finding in module.forbidden_in(node, forbidden):
            findings.setdefault(finding.line, finding)
    return Scanned(tuple(findings[line] for line in sorted(findings)))


class Module:
    """A file's module-level names: what they are imported from, or which nodes define them."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.aliases: Aliases = {}
        self.definitions: Definitions = {}
        for statement in tree.body:
            self._take(statement, replace=True)

    def _take(self, statement: ast.stmt, *, replace: bool) -> None:
        """Note what a statement binds; where it surely runs, that takes the place of before."""
        if isinstance(statement, ast.Import | ast.ImportFrom):
            for name, dotted in imported(statement).items():
                self._bind(name, statement, dotted, replace=replace)
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            self._bind(statement.name, statement, None, replace=replace)
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
            for name, value in assigned(statement):
                self._bind(name, value, resolve(value, self.aliases), replace=replace)
        else:
            for inner in nested_statements(statement):
                self._take(inner, replace=False)

    def _bind(self, name: str, node: ast.AST, dotted: str | None, *, replace: bool) -> None:
        before = [] if replace else self.definitions.get(name, [])
        self.definitions[name] = [*before, node]
        if dotted:
            self.aliases[name] = dotted
        elif replace:
            self.aliases.pop(name, None)

    def assume_star_imports(self, graded: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
        """Take names that nothing else binds from a star import, a forbidden one if there is."""
        stars = [
            node.module
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module and node.names[0].name == "*"
        ]
        if not stars:
            return
        used = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        bound = bound_anywhere(self.tree) | set(self.definitions) | set(dir(builtins))
        for name in (used | set(graded)) - bound:
            meanings = [canonical(f"{star}.{name}") for star in stars]
            ready = [dotted for dotted in meanings if matches(dotted, forbidden)]
            self.aliases[name] = (ready or meanings)[0]

    def forbidden_as(
        self, graded: tuple[str, ...], forbidden: tuple[str, ...]
    ) -> Iterator[Finding]:
        """Find graded names that are imported: they are the library's own version by themselves."""
        for name in graded:
            nodes = self.definitions.get(name) or self.tree.body[:1]
            by_import = nodes and isinstance(nodes[-1], ast.Import | ast.ImportFrom)
            if by_import and matches(self.aliases.get(name, ""), forbidden):
                yield Finding(name, getattr(nodes[-1], "lineno", 1))

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
        aliases = aliases_inside(node, self.aliases)
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
    if isinstance(node, ast.NamedExpr):
        return resolve(node.value, aliases)
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


def aliases_inside(node: ast.AST, outer: Aliases) -> Aliases:
    """Give what names stand for inside a definition: its own bindings hide those of the module."""
    own = bound_anywhere(node) if isinstance(node, ast.FunctionDef | ast.Lambda) else set()
    found = {name: dotted for name, dotted in outer.items() if name not in own}
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import | ast.ImportFrom):
            found.update(imported(inner))
        for name, value in assigned(inner):
            if dotted := resolve(value, found):
                found[name] = dotted
    return found


def bound_anywhere(node: ast.AST) -> set[str]:
    """Collect every name that is assigned, or a parameter, somewhere inside."""
    stored = {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    return stored | {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}


def assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Give the plain names that an assignment binds, each with the value it gets."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _pair_up(target, node.value)
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value:
        yield from _pair_up(node.target, node.value)


def _pair_up(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple | ast.List):
        whole = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts)
        values = value.elts if whole else [value] * len(target.elts)  # type: ignore[attr-defined]
        for inner, each in zip(target.elts, values, strict=True):
            yield from _pair_up(inner, each)


def nested_statements(statement: ast.stmt) -> Iterator[ast.stmt]:
    """Give the statements inside an if, try, with or loop, but for the main block's own."""
    skipped = statement.body if isinstance(statement, ast.If) and is_main(statement.test) else []
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.stmt) and child not in skipped:
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from child.body


def is_main(test: ast.expr) -> bool:
    """Recognise the test ``__name__ == "__main__"``, which never holds under a grader."""
    if not isinstance(test, ast.Compare) or len(test.comparators) != 1:
        return False
    sides = [test.left, test.comparators[0]]
    names = [each.id for each in sides if isinstance(each, ast.Name)]
    return (
        isinstance(test.ops[0], ast.Eq)
        and names == ["__name__"]
        and "__main__" in [constant(each) for each in sides]
    )


def matches(dotted: str, forbidden: tuple[str, ...]) -> bool:
    """Tell whether a dotted name is one of the ready-made calls."""
    if any(each.startswith("!") and fnmatchcase(dotted, each[1:]) for each in forbidden):
        return False
    return any(fnmatchcase(dotted, each) for each in forbidden if not each.startswith((".", "!")))
