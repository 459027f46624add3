"""The engine: every submission reported once, and faults of our own blamed on nobody."""

import threading
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from grader.assignment import Assignment
from grader.engine import Engine
from grader.errors import GraderError, UsageError
from grader.isolation import Isolation
from grader.limits import Limits
from grader.report import SCHEMA, ExerciseReport, Report
from grader.submission import Submission
from grader.verdict import Verdict


class Threads:
    """A crew of threads, which counts how often it is sent home."""

    size = 2

    def __init__(self):
        self.dismissed = 0
        self._pool = None

    def executor(self):
        self._pool = self._pool or ThreadPoolExecutor(self.size)
        return self._pool

    def dismiss(self):
        self.dismissed += 1
        self._pool = None


@pytest.fixture
def assignment(kit):
    """The exercise of the mean squared error, under the usual limits."""
    return Assignment(kit.root, ("mse",), 1, Limits(), Isolation())


def submissions(count):
    """Make submissions with nothing in them."""
    return [Submission(f"s{number}", {}, {}) for number in range(count)]


def report_on(submission):
    """Make the report of a submission that passed."""
    exercise = ExerciseReport("mse", "", Verdict.PASSED, 20, 20, None, ())
    return Report(SCHEMA, submission.name, 1, 20, 20, {}, (), {}, (exercise,), 0.0)


@pytest.fixture
def graded_by(monkeypatch, assignment):
    """Grade some submissions with a function in the place of a grader."""

    def grade(function, count=6, patience=None):
        monkeypatch.setattr("grader.engine.grade_here", lambda _, each: function(each))
        engine, crew = Engine(assignment, Threads(), patience), None
        crew = engine.crew
        return list(engine.grade(submissions(count))), engine, crew

    return grade


def scores(reports):
    """Give the verdict of every submission, in order of names."""
    return {each.submission: each.exercises[0].verdict for each in reports}


def test_each_submission_is_reported_once(graded_by):
    """As many reports as submissions come back, one a name."""
    reports, _, crew = graded_by(report_on, 40)
    assert len(reports) == 40
    assert len(scores(reports)) == 40
    assert crew.dismissed == 0


def test_submissions_are_taken_as_they_are_needed(graded_by, assignment, monkeypatch):
    """A class need not fit into memory: no more is read than the crew can begin, and one."""
    taken, most = [], []

    def count(_, submission):
        most.append(len(taken) - int(submission.name[1:]))
        return report_on(submission)

    def one_by_one():
        for each in submissions(30):
            taken.append(each)
            yield each

    monkeypatch.setattr("grader.engine.grade_here", count)
    crew = Threads()
    assert len(list(Engine(assignment, crew).grade(one_by_one()))) == 30
    assert max(most) <= 2 * crew.size + 2


def test_a_broken_pool_is_rebuilt(graded_by):
    """One submission that breaks the pool twice is crashed; all others are graded as ever."""

    def breaks(submission):
        if submission.name == "s3":
            raise BrokenProcessPool
        return report_on(submission)

    reports, _, crew = graded_by(breaks)
    wanted = {f"s{number}": Verdict.PASSED for number in range(6)} | {"s3": Verdict.CRASHED}
    assert scores(reports) == wanted
    assert crew.dismissed >= 2
    (crashed,) = [each for each in reports if each.submission == "s3"]
    assert (crashed.score, crashed.max_score) == (0, 20)
    assert "lost again" in crashed.exercises[0].checks[0].message


@pytest.mark.parametrize("fault", [BrokenProcessPool(), GraderError("lost")])
def test_a_single_fault_is_no_verdict(graded_by, fault):
    """A submission that met one fault of ours is graded again, and has the grade it deserves."""
    met = []

    def once(submission):
        if submission.name in ("s1", "s4") and submission.name not in met:
            met.append(submission.name)
            raise fault
        return report_on(submission)

    reports, _, _ = graded_by(once)
    assert scores(reports) == {f"s{number}": Verdict.PASSED for number in range(6)}


def test_a_suspect_is_graded_alone(graded_by):
    """Whoever was there when the pool broke is graded with nobody beside it."""
    running, beside, broke = set(), {}, []

    def watch(submission):
        running.add(submission.name)
        beside.setdefault(submission.name, []).append(set(running))
        try:
            if submission.name == "s2" and not broke:
                broke.append(True)
                raise BrokenProcessPool
            return report_on(submission)
        finally:
            running.discard(submission.name)

    graded_by(watch)
    assert beside["s2"][-1] == {"s2"}


def test_what_nobody_can_grade_is_our_own_fault(graded_by):
    """Where not even a right answer can be graded, no submission is blamed."""

    def full_disk(_):
        raise GraderError("No scratch folder could be made: No space left on device.")

    with pytest.raises(GraderError, match="Nothing can be graded here: No scratch folder"):
        graded_by(full_disk)


def test_a_hanging_crew_is_replaced(graded_by):
    """Where no report comes for too long, the crew is sent home and its work done again."""
    hang, met = threading.Event(), []

    def hangs(submission):
        if submission.name == "s0" and not met:
            met.append(True)
            hang.wait(20)
        return report_on(submission)

    reports, _, crew = graded_by(hangs, 2, patience=0.5)
    hang.set()
    assert set(scores(reports).values()) == {Verdict.PASSED}
    assert len(reports) == 2
    assert crew.dismissed >= 1


def test_an_unforeseen_error_costs_one_report_and_is_named(graded_by):
    """A bug of ours on one submission is named with it; the others are graded."""

    def buggy(submission):
        if submission.name == "s1":
            raise AttributeError("no such thing")
        return report_on(submission)

    reports, engine, _ = graded_by(buggy)
    assert len(reports) == 5
    assert engine.ungraded == {"s1": "AttributeError: no such thing"}


def test_a_setting_that_cannot_be_met_ends_the_run(graded_by):
    """A usage error in a worker process is the instructor's to mend, and comes through."""

    def refuses(_):
        raise UsageError("Isolation is incomplete here.")

    with pytest.raises(UsageError, match="Isolation is incomplete"):
        graded_by(refuses)
