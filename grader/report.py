"""The report of one submission: plain data, and how points are counted."""

import msgspec

from grader.likeness import Wrongs
from grader.verdict import Verdict

SCHEMA = "slopework/report/1"


class Counterexample(msgspec.Struct, frozen=True):
    """The smallest input found: the call as code, what came back and what was expected."""

    call: str
    returned: str
    expected: str


class CheckReport(msgspec.Struct, frozen=True):
    """One check; an extra is shown, and counts for neither points nor verdict.

    ``same_cause_as`` names the failed check by which a failure's cause is told already.
    """

    id: str
    title: str
    rung: str
    verdict: Verdict
    score: int
    max_score: int
    extra: bool = False
    message: str = ""
    counterexample: Counterexample | None = None
    blocked_by: str | None = None
    same_cause_as: str | None = None


class ExerciseReport(msgspec.Struct, frozen=True):
    """One exercise; ``mistake`` is the id of a known one, or null; ``output`` what it printed.

    ``explanation`` and ``hint`` are the mistake's sentence and the next thought; ``note`` says
    where its file was found, where that is not its place, and what keeps a file that was written
    in from being started. ``answers`` is kept in a class, of failures that no known mistake
    explains: what is wrong in them, by recorded question.
    """

    id: str
    title: str
    verdict: Verdict
    score: int
    max_score: int
    mistake: str | None
    checks: tuple[CheckReport, ...]
    output: str = ""
    note: str = ""
    explanation: str = ""
    hint: str = ""
    answers: Wrongs = None

    @property
    def extra(self) -> bool:
        """Whether it is shown and gives no points."""
        return self.max_score == 0


class Report(msgspec.Struct, frozen=True):
    """All verdicts of one submission. Only ``seconds`` may differ between equal runs.

    In a class ``student`` is who handed it in, and ``digest`` stands for all that the verdicts
    depend on, so that a later run knows whether it would come to the same.
    """

    schema: str
    submission: str
    seed: int
    score: int
    max_score: int
    versions: dict[str, str]
    sandbox: tuple[str, ...]
    limits: dict[str, float]
    exercises: tuple[ExerciseReport, ...]
    seconds: float
    student: str = ""
    digest: str = ""

    @property
    def who(self) -> str:
        """The student, where known, or else what the submission is called."""
        return self.student or self.submission

    @property
    def passed(self) -> bool:
        """Whether every exercise passed; extras count only where there is nothing else."""
        counted = [each for each in self.exercises if not each.extra] or self.exercises
        return all(each.verdict is Verdict.PASSED for each in counted)


class Outcome(msgspec.Struct, frozen=True):
    """What came of a check, before points; ``independent`` ones look at one thing by itself."""

    id: str
    title: str
    rung: str
    weight: int
    extra: bool
    verdict: Verdict
    message: str = ""
    counterexample: Counterexample | None = None
    blocked_by: str | None = None
    independent: bool = False
