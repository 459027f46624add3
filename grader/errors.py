"""How a command ends without a report: by the user's setting or code, or by the grader's fault."""


class UsageError(Exception):
    """Wrong usage or configuration (exit 2); the message is one sentence that says what to do."""


class GraderError(Exception):
    """The grader itself failed (exit 3): never a verdict on a submission."""


class StoppedError(Exception):
    """The student's own code does not let a command go on (exit 1); one sentence says why."""
