"""What holds between answers whose numbers are free: the same for all who are right."""

import numpy as np
import pytest

from grader.checking.subject import graded_call, packed
from grader.recorded import Question
from grader.relations import MANY, relations_of
from grader.worker.messages import Answer, Answers, Listing

FREE = ("0.value[0].numbers",)
SEEDS = (*range(MANY), *range(MANY))


def answers(split, seeds=SEEDS):
    """Answer a call a seed with the arrays that a split of 0 to 7 gives."""
    given = [Listing(tuple(map(packed, split(seed, np.arange(8.0))))) for seed in seeds]
    return [Answers(tuple(map(Answer, given)))]


def relations(split, seeds=SEEDS, free=FREE):
    """Tell what holds between the arrays of a split."""
    asks = (tuple(graded_call("split", seed) for seed in seeds),)
    return relations_of(Question("check", asks, {}, free), answers(split, seeds))


def right(seed, numbers):
    """Split as one who is right does."""
    order = np.random.default_rng(seed).permutation(numbers)
    return order[:6], order[6:]


def also_right(seed, numbers):
    """Split as another does who is right."""
    order = np.random.RandomState(seed + 100).permutation(numbers)
    return order[2:], order[:2]


def fixed(seed, numbers):
    """Hold out the same whatever the seed."""
    return right(5, numbers)


def unshuffled(seed, numbers):
    """Hold out the last."""
    return numbers[:6], numbers[6:]


def shuffled_late(seed, numbers):
    """Shuffle within the parts alone."""
    rng = np.random.default_rng(seed)
    return rng.permutation(numbers[:6]), rng.permutation(numbers[6:])


def overlapping(seed, numbers):
    """Draw both parts from all."""
    rng = np.random.default_rng(seed)
    return rng.permutation(numbers)[:6], rng.permutation(numbers)[:2]


def unseeded(seed, numbers):
    """Draw without the seed."""
    order = np.random.default_rng().permutation(numbers)
    return order[:6], order[6:]


WRONG = [fixed, unshuffled, shuffled_late, overlapping, unseeded]


def test_all_who_are_right_have_the_same_relations():
    """Two right splits that share no number generator differ in nothing that is compared."""
    assert relations(right) == relations(also_right)
    assert relations(right)["between.together"] == tuple(map(float, range(8)))


@pytest.mark.parametrize("split", WRONG)
def test_every_wrong_split_differs(split):
    """A split that is wrong in its own way has other relations than any other split."""
    others = [right, *WRONG]
    others.remove(split)
    assert all(relations(split) != relations(other) for other in others)


def test_what_was_free_by_chance_is_told_the_same_again():
    """A split without a seed has the same relations each time, though never the same numbers."""
    assert relations(unseeded) == relations(unseeded)


@pytest.mark.parametrize(
    ("seeds", "free"), [(SEEDS[: MANY - 1], FREE), (SEEDS, ()), (SEEDS, ("0.value.kind",))]
)
def test_nothing_is_told_of_few_answers_or_of_fixed_ones(seeds, free):
    """Where chance could speak, or numbers are compared themselves, nothing else is."""
    assert relations(right, seeds, free) == {}


def test_arrays_that_hold_the_same_are_named():
    """A part that holds in every answer what an earlier one holds is told by that one."""
    twice = relations(lambda seed, numbers: (*right(seed, numbers), *right(seed, numbers)))
    assert [twice[f"between.like[{place}]"] for place in range(4)] == ["", "", "0", "1"]
