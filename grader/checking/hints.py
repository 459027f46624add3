"""The commonest exceptions in plain words: what they say, without noise, and what to do."""

import re

from grader.worker.messages import Raised

# What TensorFlow adds about its own insides, and advice of its own that leads astray.
NOISE = re.compile(
    r"\{\{function_node [^}]*\}\} ?|\(zero-based\)|\btensorflow(?:\.\w+)+\.(?=\w+')"
    r"|(?:\s*\[Op:\w+\]|\s*; NodeDef: |, or `out = variable |\s+See https?:|\.? Use a\.any\(\)).*",
    re.DOTALL,
)
MISSPELT = re.compile(r"^name '(\w+)' is not defined")
IMPORTS = {
    "tf": "import tensorflow as tf",
    "tensorflow": "import tensorflow as tf",
    "np": "import numpy as np",
    "numpy": "import numpy as np",
    "math": "import math",
}
MIXED = re.compile(
    r"expected to be a (\w+) tensor but is a (\w+) tensor|same dtype, got tf\.(\w+) != tf\.(\w+)"
)
# What TensorFlow calls types in these messages, and what code calls them.
TYPES = {"float": "float32", "double": "float64", "half": "float16"}
LOST_GRADIENT = (
    "a gradient is None: were the predictions and the loss computed inside the `with` block, "
    "and without NumPy?"
)
NONE = "what is None here: a gradient that the tape lost, or a function without `return`?"
NOT_A_VARIABLE = (
    "only a tf.Variable can be changed in place, and `W = W - ...` makes a tensor of it: "
    "change the variable itself by W.assign_sub(...)"
)
IN_PLACE = "`-=` does not work on a tf.Variable: write W.assign_sub(...) in its place"
NO_ATTRIBUTE = r"is it set by `self.\1 = ...` in `__init__`, with two underscores on both sides?"
OWN_NAME = (
    r"a name that the function assigns to is its own: give \1 a value in the function, "
    "before this line"
)
MORE_THAN_NAMED = "it is called with more arguments than its `def` line names"
FEWER_THAN_NAMED = "it is called with fewer arguments than its `def` line names"
ONE_CALL = "ask for all gradients in one call: tape.gradient(loss, [model.W, model.b])"
SHAPES = r"shapes \1 and \2 do not fit each other; does a sum or a mean need `keepdims=True`?"
ONE_NUMBER = "float() and int() take one number: is there a sum or a mean missing before?"
WHOLE = "this function takes no whole numbers: convert them by tf.cast(..., tf.float32)"
NO_POWER = "`^` is no power in Python: write `x**2` or tf.square(x)"
ONE_TRUTH = "`if` takes one truth, and here every number has its own: tf.where(condition, a, b)"
A_FUNCTION = (
    "a function stands where numbers belong: are the parameters in the order of the docstring?"
)
OF_THE_MODEL = r"what belongs to a model is reached by its name or by self: self.\1"
NO_MODULE = "the exercise needs nothing but TensorFlow and NumPy: leave the import out"
NO_INPUT = "input() cannot be used here"
# By the exception's type: patterns in its message, and what to tell; \1 is a group of the pattern.
HINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "NameError": (
        (r"^name '(W|b)' is not defined$", OF_THE_MODEL),
        (r"is not defined$", "no line before this one gives this name a value"),
    ),
    "UnboundLocalError": ((r"local variable '(\w+)'", OWN_NAME),),
    "AttributeError": (
        (r"has no attribute 'assign", NOT_A_VARIABLE),
        (r"'SymbolicTensor' .* 'numpy'", "under @tf.function a tensor has no value yet"),
        (r"'EagerTensor' .* '(mean|sum|abs|exp|log|max|min)'", r"use a function of tf, not .\1()"),
        (r"'NoneType' object", NONE),
        (r"has no attribute 'w'$", "capital letters count: is it W?"),
        (r"^'(?!\w*Tensor)[A-Z]\w*' object has no attribute '(\w+)'$", NO_ATTRIBUTE),
    ),
    "RuntimeError": (
        (r"`variable [-+*/]= value`", IN_PLACE),
        ("non-persistent GradientTape", ONE_CALL),
    ),
    "ValueError": (
        (r"value \(None\)|None values not supported", NONE),
        ("tf.Variables? created on the first call", "make variables outside of @tf.function"),
        ("truth value of an array", ONE_TRUTH),
        (r"unsupported type \(<class 'function'>\)", A_FUNCTION),
        ("Shape mismatch.*variable shape", "a variable keeps its shape: assign one like it"),
    ),
    "TypeError": (
        (r"for \*: '\w+' and 'NoneType'|for \*: 'NoneType' and", LOST_GRADIENT),
        ("'NoneType'", NONE),
        (r"\w\.\w+\(\) takes \d+ positional argument", "is `self` missing?"),
        (r"takes .*\d+ positional arguments? but \d+ w", MORE_THAN_NAMED),
        (r"missing \d+ required", FEWER_THAN_NAMED),
        (r"^'[A-Z](?!agerTensor)\w*' object is not callable", "does its class define `__call__`?"),
        (r"^'\w+' object is not callable", "is a name used twice, or a `*` missing before `(`?"),
        ("converted to Python scalars", ONE_NUMBER),
    ),
    "InvalidArgumentError": (
        (r"attr 'T' of (?:float|double) is not in the list of allowed values: int", NO_POWER),
        (r"attr 'T' of int\d+ is not in the list", WHOLE),
        (r"Incompatible shapes: (\[[\d,]*\]) vs\. (\[[\d,]*\])", SHAPES),
        ("ndims must be >= 2", "tf.matmul multiplies tables, not vectors: use * and a sum"),
    ),
    "RecursionError": (("", "the function calls itself without an end"),),
    "EOFError": (("EOF when reading", NO_INPUT),),
    "OSError": (("Bad file descriptor", NO_INPUT),),
    "ModuleNotFoundError": (("No module named", NO_MODULE),),
    "IndentationError": (
        ("expected an indented block", "the lines that belong to it stand four spaces further in"),
        ("unexpected indent", "this line stands further in than the one above"),
        ("unindent does not match", "this line stands where no line above does"),
    ),
    "TabError": (("", "indent by spaces alone"),),
}


def said(raised: Raised) -> str:
    """Give an exception's own message without noise, and without a wrong guess at a name."""
    text = NOISE.sub("", raised.message).strip()
    missing = MISSPELT.match(text)
    return missing.group() if missing and missing.group(1) in IMPORTS else text


def hint_for(raised: Raised) -> str:
    """Give a next thought for the commonest exceptions."""
    text = said(raised)
    missing = MISSPELT.match(text)
    if raised.type_name == "NameError" and missing and missing.group(1) in IMPORTS:
        return f"add `{IMPORTS[missing.group(1)]}` at the top of the file"
    if mixed := MIXED.search(text):
        return _mixed(*(TYPES.get(each, each) for each in mixed.groups() if each))
    for pattern, hint in HINTS.get(raised.type_name, ()):
        if found := re.search(pattern, text, re.DOTALL):
            return found.expand(hint)
    return ""


def _mixed(one: str, other: str) -> str:
    """Say that two types of numbers do not go together."""
    where = " (NumPy's numbers are float64)" if "float64" in (one, other) else ""
    where = " (as 5 and 5.0 are)" if "int32" in (one, other) else where
    return f"one side is {one}, the other {other}{where}: convert one by tf.cast(..., tf.float32)"
