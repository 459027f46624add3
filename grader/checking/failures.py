"""The ways a check can end other than passing."""

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
        """The exception in one sentence, with the student's own line."""
        raised = self.raised
        if self.verdict is Verdict.NOT_STARTED:
            return "is still the stub: nothing is written yet"
        where = f"line {raised.line}: " if raised.line else ""
        what = f"{raised.type_name}: {raised.message}" if raised.message else raised.type_name
        return f"{where}{what}" + (f"   ({raised.text})" if raised.text else "")


class ForbiddenCall(Exception):  # noqa: N818
    """The file calls the library's own version of what it should write."""

    def __init__(self, call: str, line: int) -> None:
        self.message = (
            f"line {line} calls {call}, the library's own version; "
            "this exercise is to write it yourself"
        )
        super().__init__(self.message)


class NotStarted(Exception):  # noqa: N818
    """There is no file to judge."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
