"""The ways a check can end other than passing."""

from grader.checking.hints import hint_for, said
from grader.checking.paste import Focus
from grader.checking.words import Claims
from grader.verdict import Verdict
from grader.worker.messages import Raised


class CheckFailed(Exception):  # noqa: N818  (a verdict, not an error)
    """What came back is not what must hold.

    ``about_shape`` marks a failure that says nothing the shape check has not said. ``detail`` goes
    on where the message ends, ``claims`` are words that may fit, and ``focus`` is what the code of
    the counterexample ends in: its value is what ``returned`` says.
    """

    def __init__(
        self,
        message: str,
        returned: str = "",
        expected: str = "",
        *,
        about_shape: bool = False,
        detail: str = "",
        claims: Claims | None = None,
        focus: Focus | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.returned = returned
        self.expected = expected
        self.about_shape = about_shape
        self.detail = detail
        self.claims = claims or {}
        self.focus = focus or Focus()
        self.words = ""

    @property
    def sentence(self) -> str:
        """The message with all that is known of how far apart the values are."""
        return ": ".join(filter(None, (self.message, self.detail, self.words)))


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
        what = ": ".join(filter(None, (raised.type_name, said(raised))))
        hint = hint_for(raised)
        below = f"\n> {raised.text}" if raised.text else ""
        return f"{where}{what}{'; ' if hint else ''}{hint}{below}"


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
