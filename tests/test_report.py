"""Points: whole, complete, and never for what was not shown."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grader.points import score_exercise, share
from grader.report import SCHEMA, Outcome, Report
from grader.verdict import GRAVEST_FIRST, Verdict, gravest

WEIGHTS = st.lists(st.integers(0, 20), min_size=1, max_size=25)
ENDED = [each for each in Verdict if each is not Verdict.PASSED]


def outcome(verdict, weight=1, *, extra=False, name="a"):
    """Make an outcome of a check."""
    return Outcome(name, f"title of {name}", "example", weight, extra, verdict)


def scored(*outcomes, points=10):
    """Score an exercise with these outcomes."""
    return score_exercise("mse", "Mean squared error", points, list(outcomes))


def report_of(*exercises):
    """Make a report of these exercises."""
    return Report(SCHEMA, "ann", 1, 0, 0, {}, (), {}, exercises, 1.0)


@given(points=st.integers(0, 200), weights=WEIGHTS)
def test_shares_sum_to_the_total(points, weights):
    """The shares of an exercise's points always sum to its points."""
    assume(sum(weights) > 0)
    assert sum(share(points, weights)) == points


@given(points=st.integers(0, 200), weights=WEIGHTS)
def test_shares_are_whole_and_follow_the_weight(points, weights):
    """A share is a whole number, less than one point from its exact part, none for no weight."""
    assume(sum(weights) > 0)
    for part, weight in zip(share(points, weights), weights, strict=True):
        assert isinstance(part, int)
        assert abs(part * sum(weights) - points * weight) < sum(weights)
        assert weight or not part


@given(points=st.integers(0, 200), weights=WEIGHTS)
def test_more_weight_never_gets_less(points, weights):
    """A check with more weight never gets fewer points than one with less."""
    ordered = sorted(weights)
    assert all(a <= b for a, b in pairwise(sorted(share(points, ordered))))
    by_weight = sorted(zip(weights, share(points, weights), strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(by_weight) if a[0] < b[0])


def test_no_weight_no_points():
    """Checks without weight share nothing."""
    assert share(10, [0, 0]) == [0, 0]
    assert share(10, []) == []


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1))
def test_gravest_is_the_first_in_the_stated_order(verdicts):
    """An exercise's verdict is the gravest of its checks'."""
    checks = [outcome(each, name=str(place)) for place, each in enumerate(verdicts)]
    assert scored(*checks).verdict is min(verdicts, key=GRAVEST_FIRST.index)


def test_the_order_of_verdicts():
    """Forbidden is gravest, then what ended the code, then what is wrong, then what is missing."""
    words = "forbidden, crashed, out of memory, timed out, error, failed, not started, blocked"
    assert [each.value for each in GRAVEST_FIRST] == [*words.split(", "), "passed"]


@pytest.mark.parametrize("verdict", ENDED)
def test_only_passed_checks_have_points(verdict):
    """A check that did not pass scores nothing, and keeps what it was worth."""
    report = scored(outcome(verdict, 1), outcome(verdict, 3))
    assert report.score == 0
    assert [each.max_score for each in report.checks] == [3, 7]


def test_forbidden_zeroes_the_exercise():
    """One forbidden call takes the points of every check of the exercise."""
    report = scored(outcome(Verdict.PASSED, 9), outcome(Verdict.FORBIDDEN, 1))
    assert (report.score, report.verdict) == (0, Verdict.FORBIDDEN)
    assert [each.score for each in report.checks] == [0, 0]
    assert sum(each.max_score for each in report.checks) == report.max_score == 10


def test_a_failed_check_costs_its_own_share():
    """Beside a failed check the others keep their points."""
    report = scored(outcome(Verdict.PASSED, 3), outcome(Verdict.FAILED, 2))
    assert (report.score, report.max_score, report.verdict) == (6, 10, Verdict.FAILED)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_extras_count_for_nothing(verdict):
    """An extra changes neither points nor verdict, whatever came of it."""
    extra = outcome(verdict, 0, extra=True, name="b")
    report = scored(outcome(Verdict.PASSED), extra)
    assert (report.score, report.verdict) == (10, Verdict.PASSED)
    assert report.checks[1].max_score == report.checks[1].score == 0


@pytest.mark.parametrize("outcomes", [(), (outcome(Verdict.PASSED, 0, extra=True),)])
def test_an_exercise_without_outcome_never_passes(outcomes):
    """Where no check that counts reported, the exercise does not pass and scores nothing."""
    report = scored(*outcomes)
    assert report.verdict is not Verdict.PASSED
    assert report.score == 0
    assert gravest([]) is not Verdict.PASSED


@pytest.mark.parametrize("verdict", ENDED)
def test_a_report_passes_where_every_exercise_does(verdict):
    """A report passes with all exercises passed, and not with one that is anything else."""
    right, other = scored(outcome(Verdict.PASSED)), scored(outcome(verdict))
    assert report_of(right, right).passed
    assert not report_of(right, other).passed
