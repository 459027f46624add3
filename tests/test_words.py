"""Numbers and how far apart they are, in words that fit, and never by chance."""

import numpy as np
import pytest

from grader.checking.digits import digits, side_by_side
from grader.checking.tolerance import LOSS, PROBABILITY
from grader.checking.words import certain, claims, settled


def related(found, wanted):
    """Give the claims about two lists of numbers."""
    return claims(np.asarray(found, np.float64), np.asarray(wanted, np.float64))


def told(*pairs):
    """Give the words for the first of some failing inputs, the others being evidence."""
    return settled(related(*pairs[0]), [related(*each) for each in pairs])


WORDS = {
    "twice": ([(10.0, 5.0), (3.0, 1.5)], "twice as much"),
    "half": ([(2.5, 5.0), (0.75, 1.5)], "half as much"),
    "as many times as there are": ([(1.0, 0.5), (15.0, 3.0)], "twice as much on this input"),
    "a hundredth": ([(0.875, 87.5), (0.01, 1.0)], "a hundredth as much"),
    "another base": ([(1.442695, 1.0), (2.0, 1.386294)], "1.443 times as much, as with log"),
    "any factor": ([([1.7, 3.4], [1.0, 2.0]), ([5.1], [3.0])], ""),
    "one factor for all": ([([1.7, 3.4], [1.0, 2.0])], "1.7 times as much everywhere"),
    "the other sign": ([(-0.7, 0.7), (-2.1, 2.1)], "the sign is opposite"),
    "all signs": ([([-1.0, 2.0], [1.0, -2.0])], "all signs are opposite"),
    "one sign": ([([0.5, 1.0, 3.0], [0.5, -1.0, 3.0])], "the sign of [1] is opposite"),
    "a sign in a table": ([([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.0], [-3.0, 4.0]])], "of [1, 0] is"),
    "twice and opposite": ([(-10.0, 5.0), (-3.0, 1.5)], "twice as much, with the opposite sign"),
    "too large": ([([2.0, 5.0], [1.0, 4.0])], "too large by 1.0 everywhere"),
    "too small": ([([0.0, 3.0], [1.0, 4.0])], "too small by 1.0 everywhere"),
    "backwards": ([([3.0, 2.0, 1.0], [1.0, 2.0, 3.0])], "the right numbers in reverse order"),
    "shuffled": ([([2.0, 1.0, 3.0], [1.0, 2.0, 3.0])], "the right numbers in another order"),
    "one entry": ([([1.0, 2.0, 4.0], [1.0, 2.0, 3.0])], "only [2] differs"),
    "constant": ([([0.3, 0.3], [0.1, 0.9])], "the same number everywhere"),
    "a root": ([(3.0, 9.0), (0.707107, 0.5)], "the square root of what it should be"),
    "the other probability": ([([0.25, 0.9], [0.75, 0.1])], "1 minus what it should be"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_words_that_fit_are_found(name):
    """A simple relation between found and wanted numbers is put into words."""
    pairs, words = WORDS[name]
    assert words in told(*pairs)
    assert words or not told(*pairs)


SILENT = {
    "nothing came": [(0.0, 0.7)],
    "nothing was wanted": [(0.7, 0.0)],
    "half of them only": [(1.0, 2.0), (2.0, 5.0)],
    "opposite once only": [(-0.5, 0.5), (1.0, 5.0)],
    "0 for 1": [(0.0, 1.0), (0.0, 1.0)],
    "infinite": [(np.inf, 1.0)],
    "no number": [(np.nan, 1.0)],
    "another count": [([1.0, 2.0], [1.0])],
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_said_that_may_be_chance(name):
    """Where a relation is trivial, or another failing input breaks it, nothing is said."""
    assert told(*SILENT[name]) == ""


@pytest.mark.parametrize(
    ("found", "wanted", "words"),
    [
        (10.0, 5.0, ""),
        (1.0, 5.0, ""),
        (0.875, 87.5, "a hundredth as much"),
        (-0.458, 0.458, "the sign is opposite"),
        ([2.0, 4.0], [3.0, 5.0], "too small by 1.0 everywhere"),
        ([2.0, 4.0], [4.0, 2.0], "the right numbers in another order"),
    ],
)
def test_one_input_is_seldom_evidence(found, wanted, words):
    """On a single input only what cannot be chance is said: of two lone numbers next to nothing."""
    assert certain(related(found, wanted)) == words


@pytest.mark.parametrize(
    ("found", "wanted", "texts"),
    [
        (10.0, 5.0, ("10.0", "5.0")),
        (0.999999, 2.0, ("1.0", "2.0")),
        (2.2360679, 5.0, ("2.24", "5.0")),
        (1.0049, 1.0055, ("1.0049", "1.0055")),
        (0.5, 0.50011, ("0.5", "0.5001")),
        (49697.2, 3.0, ("49700", "3.0")),
        (5e8, 100.0, ("5e+08", "100.0")),
        (950.0, 5.0, ("950.0", "5.0")),
        (-0.0, 1.0, ("0.0", "1.0")),
        (np.nan, 1.0, ("nan", "1.0")),
    ],
)
def test_digits_are_as_few_as_show_the_difference(found, wanted, texts):
    """Two numbers have three digits or so many as show about how far apart they are."""
    assert side_by_side(np.asarray(found), np.asarray(wanted)) == texts


def test_what_agrees_needs_no_digits():
    """Entries that agree within the tolerance do not ask for more digits, and dust is 0."""
    found, wanted = np.asarray([0.9999996, 1e-9, 3.0]), np.asarray([1.0, 0.0, 2.0])
    assert side_by_side(found, wanted, LOSS) == ("[1.0, 0.0, 3.0]", "[1.0, 0.0, 2.0]")


def test_what_differs_by_little_is_shown_apart():
    """Where the difference is in the sixth digit, six digits are shown."""
    found, wanted = np.asarray(0.500021), np.asarray(0.5)
    assert side_by_side(found, wanted, PROBABILITY)[0] == "0.50002"


@pytest.mark.parametrize("places", range(3, 10))
def test_digits_are_never_more_than_asked_for(places):
    """A number is written with at most so many significant digits."""
    for number in (np.pi, 1e-5 / 3, 123456.789, 2e9 / 3):
        text = digits(number, places).split("e")[0]
        assert len(text.replace(".", "").strip("0")) <= places
