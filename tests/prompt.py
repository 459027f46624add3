"""A Python prompt with TensorFlow, into which counterexamples are pasted; the tests talk to it.

Each line it reads is a paste: a file's source and the code to paste after it, in a namespace of its
own. Each line it writes says what the prompt showed: every value, and what was raised.
"""

import code
import contextlib
import io
import json
import sys

import numpy as np
import tensorflow as tf


def described(value):
    """Describe a value by what it is, its shape and its numbers."""
    said = {"type": type(value).__name__, "none": value is None, "kind": kind(value)}
    if isinstance(value, dict):
        return said | {"keys": list(value), "numbers": []}
    try:
        array = np.asarray(value, np.float64)
    except (TypeError, ValueError):
        return said | {"numbers": []}
    return said | {"shape": list(array.shape), "numbers": [str(each) for each in array.reshape(-1)]}


def kind(value):
    """Tell tensors from what is none."""
    if isinstance(value, tf.Variable):
        return "a variable"
    if isinstance(value, tf.Tensor):
        return "a tensor"
    if isinstance(value, np.ndarray | np.generic):
        return "a NumPy value"
    return "a list or tuple" if isinstance(value, list | tuple) else "a plain number"


class Prompt(code.InteractiveConsole):
    """A prompt that keeps what it shows."""

    def __init__(self, names):
        super().__init__(names)
        self.shown = []
        self.raised = None

    def paste(self, text):
        """Enter line by line, up to the first error."""
        sys.displayhook = lambda value: self.shown.append(described(value))
        for line in [*text.split("\n"), ""]:
            if self.raised is None:
                self.push(line)

    def showtraceback(self):
        self.raised = sys.exc_info()[0].__name__

    def showsyntaxerror(self, *_, **__):
        self.raised = "SyntaxError of the prompt"


def answer(request):
    """Run a file, then paste the code."""
    names = {"__name__": "student"}
    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        exec(compile(request["source"], "student.py", "exec"), names)
        prompt = Prompt(names)
        prompt.paste("import tensorflow as tf\nimport numpy as np\n" + request["code"])
    return {"shown": prompt.shown, "raised": prompt.raised}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
