"""The ways a check can end other than passing."""

import re

from grader.verdict import Verdict
from grader.worker.messages import Raised


class CheckFailed(Exception):  # noqa: N818  (a verdict, not an error)
    """What came back is not what must hold.

    ``about_shape`` marks a failure that says nothing the shape check has not said.
    """

    def __init__(
        self, message: str, returned: str = "", expected: str = "", *, about_shape: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.returned = returned
        self.expected = expected
        self.about_shape = about_shape


class StudentRaised(Exception):  # noqa: N818
    """The student's code raised."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(raised.message)
        self.raised = raised

    @property
    def verdict(self) -> Verdict:
        """Error, unless the exception says more."""
        if self.raised.out_of_memory:
            return Verdict.OUT_OF_MEMORY
        if self.raised.type_name == "NotImplementedError":
            return Verdict.NOT_STARTED
        return Verdict.ERROR

    @property
    def message(self) -> str:
        """The exception in plain words, the student's own line below it."""
        raised = self.raised
        if self.verdict is Verdict.NOT_STARTED:
            return f"is still to be written ({raised.message or 'NotImplementedError'})"
        where = f"line {raised.line}: " if raised.line else ""
        said = _NOISE.sub("", raised.message).strip()
        what = f"{raised.type_name}: {said}" if said else raised.type_name
        below = f"\n> {raised.text}" if raised.text else ""
        return f"{where}{what}{hint_for(raised)}{below}"


# What TensorFlow adds about its own insides.
_NOISE = re.compile(r"\{\{function_node [^}]*\}\} ?|\s*\[Op:\w+\]( name:\s*)?")
LOST_GRADIENT = (
    "a gradient is None: were the predictions and the loss computed inside the `with` block, "
    "and without NumPy?"
)
NO_MODULE = "the exercise needs nothing but TensorFlow and NumPy: leave the import out"
HINTS = (
    ("TypeError", "'NoneType'", LOST_GRADIENT),
    ("TypeError", "takes 1 positional argument but 2 were given", "is `self` missing?"),
    ("InvalidArgumentError", "was expected to be a", "cast one of the two, with tf.cast"),
    ("EOFError", "EOF when reading", "input() cannot be used here"),
    ("OSError", "Bad file descriptor", "input() cannot be used here"),
    ("ModuleNotFoundError", "No module named", NO_MODULE),
)


def hint_for(raised: Raised) -> str:
    """Give a next thought for the commonest exceptions."""
    for type_name, words, hint in HINTS:
        if raised.type_name == type_name and words in raised.message:
            return f"; {hint}"
    return ""


class ForbiddenCall(Exception):  # noqa: N818
    """The file calls the library's own version of what it should write."""

    def __init__(self, call: str, line: int) -> None:
        self.message = (
            f"line {line} calls {call}, the library's own version; "
            "in this exercise you write it yourself"
        )
        super().__init__(self.message)


class NotStarted(Exception):  # noqa: N818
    """There is no file to judge."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
