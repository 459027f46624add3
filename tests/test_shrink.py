"""From a failing example to the smallest one that fails in the same way."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.bank import draw
from grader.checking import float_arrays
from grader.checking.failures import CheckFailed, StudentRaised
from grader.shrink import MOST_BODIES, key_of, kind, shrink
from grader.worker.messages import Raised


def over(**strategies):
    """Make a property over these inputs; its body is always replaced."""

    @settings(max_examples=20, database=None, deadline=None)
    @given(**strategies)
    def hold(student, **drawn):
        raise AssertionError("the body is replaced")

    return hold


class Body:
    """A body that remembers what it was tried on."""

    def __init__(self, judge):
        self.judge = judge
        self.tried = []

    def __call__(self, example):
        self.tried.append(key_of(example))
        failure = self.judge(example)
        if failure is not None:
            failure.example = example
        return failure


def first_failure(function, number, judge):
    """Replay as the judge does, up to the first failure."""
    return next(each for each in map(Body(judge), draw(function, number)) if each is not None)


def shrunk(function, judge, number=11):
    """Shrink the first failure; gives what was found, and the body."""
    body = Body(judge)
    return shrink(function, number, body, first_failure(function, number, judge)), body


def raised(name):
    """Make what a student's exception becomes."""
    return StudentRaised(Raised(name, "said the student"))


def test_shrinks_a_number_to_the_smallest():
    """The smallest failing integer is found."""
    found, _ = shrunk(
        over(n=st.integers(0, 10_000)), lambda e: CheckFailed("big") if e["n"] >= 137 else None
    )
    assert found.example == {"n": 137}


def test_shrinks_an_array_to_the_shortest():
    """A failing array shrinks to the fewest and simplest entries that still fail."""
    found, _ = shrunk(
        over(x=float_arrays(-8, 8)),
        lambda e: CheckFailed("a large entry") if np.max(e["x"]) > 3 else None,
    )
    entries = sorted(found.example["x"].tolist())
    assert entries == [0.0, 3.0625]


def test_keeps_the_kind_of_failure():
    """A wrong value does not shrink into another mistake that fails on smaller inputs."""

    def judge(example):
        if example["n"] < 50:
            return raised("ZeroDivisionError")
        return CheckFailed("wrong") if example["n"] >= 100 else None

    function = over(n=st.integers(0, 10_000))
    body = Body(judge)
    failure = CheckFailed("wrong")
    failure.example = {"n": 10_000}
    assert shrink(function, 11, body, failure).example == {"n": 100}


def test_keeps_the_type_that_was_raised():
    """An exception shrinks to the smallest input that raises the same type."""

    def judge(example):
        return raised("ValueError") if example["n"] >= 20 else raised("TypeError")

    function = over(n=st.integers(0, 10_000))
    found = shrink(function, 11, Body(judge), raised("ValueError"))
    assert (found.raised.type_name, found.example) == ("ValueError", {"n": 20})


def test_kinds_differ_by_class_and_exception():
    """Failures are alike where class and raised type are, whatever their words."""
    assert kind(CheckFailed("one")) == kind(CheckFailed("other"))
    assert len({kind(CheckFailed("")), kind(raised("A")), kind(raised("B"))}) == 3


def test_stops_after_a_counted_number_of_bodies():
    """A failure that could shrink for ever is given up after a fixed number of bodies."""
    entries = st.lists(st.integers(0, 10**9), min_size=30, max_size=60)

    def judge(example):
        apart = len(set(example["n"])) == len(example["n"])
        return CheckFailed("all differ") if apart and sum(example["n"]) % 97 < 60 else None

    found, body = shrunk(over(n=entries), judge)
    assert judge(found.example)
    assert len(body.tried) == MOST_BODIES


def test_tries_no_example_twice():
    """The student's code is not asked again what it has answered."""
    _, body = shrunk(
        over(x=float_arrays(-8, 8)), lambda e: CheckFailed("") if np.sum(e["x"]) > 2 else None
    )
    assert len(body.tried) > 3
    assert len(set(body.tried)) == len(body.tried)


def test_gives_back_a_failure_that_is_not_found_again():
    """A failure that happened once and never again is reported as it was."""
    failure = CheckFailed("once only", "1.0", "2.0")
    assert shrink(over(n=st.integers(0, 100)), 11, lambda _: None, failure) is failure


def test_gives_back_a_failure_whose_kind_is_not_found_again():
    """Where only another kind of failure comes up, the first one stays."""
    failure = raised("ValueError")
    found = shrink(over(n=st.integers(0, 100)), 11, lambda _: raised("KeyError"), failure)
    assert found is failure


def test_shrinks_to_the_same_twice():
    """The same failure shrinks to the same example by way of the same bodies."""

    def judge(example):
        return CheckFailed("") if np.sum(example["x"]) > 2 else None

    (one, first), (two, second) = (shrunk(over(x=float_arrays(-8, 8)), judge) for _ in range(2))
    assert key_of(one.example) == key_of(two.example)
    assert first.tried == second.tried
