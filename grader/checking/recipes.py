"""The kit's own models and losses as code that a student can paste.

The code is read from where it is defined, and never run here: that would import TensorFlow. It
loses what a prompt does not need or cannot take: docstrings, annotations and blank lines inside.
"""

import ast
from functools import lru_cache
from importlib.resources import files

NAMES = {
    "line": "Line",
    "curve": "Curve",
    "parabola": "Parabola",
    "softmax": "tf.nn.softmax",
    "l2_loss": "tf.nn.l2_loss",
}


def name_of(probe: str) -> str:
    """Give the name by which code calls a probe."""
    return NAMES.get(probe, probe)


@lru_cache
def recipe(name: str) -> str:
    """Give the definition of a model or loss by the name it has in code; TensorFlow's need none."""
    if name.startswith("tf."):
        return ""
    node = _definitions()[name]
    if isinstance(node, ast.FunctionDef):
        return _function(node)
    methods = {each.name: each for each in _methods(node)}
    return "\n".join(
        [f"class {name}(tf.Module):", *(_function(each, "    ") for each in methods.values())]
    )


@lru_cache
def _definitions() -> dict[str, ast.ClassDef | ast.FunctionDef]:
    source = files("grader.worker").joinpath("probes.py").read_text(encoding="utf-8")
    nodes = [
        each for each in ast.parse(source).body if isinstance(each, ast.ClassDef | ast.FunctionDef)
    ]
    return {each.name: each for each in nodes}


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    """List a class's methods after those that it inherits from another definition here."""
    bases = [_definitions().get(each.id) for each in node.bases if isinstance(each, ast.Name)]
    inherited = [
        each for base in bases if isinstance(base, ast.ClassDef) for each in _methods(base)
    ]
    return inherited + [each for each in node.body if isinstance(each, ast.FunctionDef)]


def _function(node: ast.FunctionDef, indent: str = "") -> str:
    parameters = ", ".join(each.arg for each in node.args.args)
    head = f"{indent}def {node.name}({parameters}):"
    lines = [ast.unparse(each) for each in node.body[1:] if not _is_super(each)]
    if len(lines) == 1:
        return f"{head} {lines[0]}"
    return "\n".join([head, *(f"{indent}    {line}" for line in lines)])


def _is_super(node: ast.stmt) -> bool:
    return ast.unparse(node) == "super().__init__()"
