"""A book of recorded answers: what is written down is found again, and nothing else is."""

import msgspec
import numpy as np
import pytest

from grader.answerbook import Book, Books, Entry, Input, UnrecordedError, input_of, written
from grader.checking.reference import doubled
from grader.checking.subject import graded_call, ndarray, packed
from grader.errors import GraderError
from grader.worker.messages import Answer, Answers, Ask

X = np.asarray([0.1, 2.5, -3.0], np.float32)
SIX = Answers((Answer(packed(np.asarray(6.0))),))
SEVEN = Answers((Answer(packed(np.asarray(7.0))),))


def asked(array, rate=0.1):
    """Make a message of a call."""
    return Ask((graded_call("f", array, rate),))


def reread(*lines):
    """Write lines down and read them again."""
    text = written(lines).splitlines()
    return Book(msgspec.json.decode(line, type=Input | Entry) for line in text)


def test_answers_are_found_by_their_message():
    """Of several messages each has its own answers, after writing and reading them."""
    book = reread(Entry(asked(X), SIX), Entry(asked(2 * X), SEVEN), Entry(asked(X, 0.2), SEVEN))
    assert book.answer(asked(X)) == SIX
    assert book.answer(asked(2 * X)) == SEVEN
    assert book.answer(asked(X, 0.2)) == SEVEN


def test_a_last_digit_does_not_matter():
    """A processor that rounds otherwise finds the same answers, in single and double precision."""
    nudged = np.nextafter(X, np.float32(9.0))
    assert not np.array_equal(nudged, X)
    book = reread(Entry(asked(X), SIX), Entry(Ask((doubled(graded_call("f", X)),)), SEVEN))
    assert book.answer(asked(nudged)) == SIX
    assert book.answer(Ask((doubled(graded_call("f", nudged)),))) == SEVEN


@pytest.mark.parametrize(
    "other",
    [
        asked(X + np.float32(1 / 16)),
        asked(X, 0.11),
        asked(X[:2]),
        asked(X.astype(np.float64)),
        asked(X.reshape(3, 1)),
        asked(X, 1),
        Ask((graded_call("g", X, 0.1),)),
        Ask((graded_call("f", ndarray(X), 0.1),)),
        Ask((graded_call("f", X, 0.1, sources=(0,)),)),
    ],
)
def test_another_message_is_not_answered(other):
    """What differs in a number, a shape, a kind, a name or a gradient has no answer here."""
    books = Books({"mse": reread(Entry(asked(X), SIX))})
    assert books.answer("mse", asked(X)) == SIX
    with pytest.raises(UnrecordedError, match="do not fit"):
        books.answer("mse", other)


def test_inputs_come_back_as_they_were_drawn():
    """Arrays with type and shape, read-only; tuples, lists, whole and other numbers, words."""
    drawn = {
        "pair": (X, X.astype(np.int64).reshape(1, 3)),
        "entries": [1, 2.0, True, None, "line"],
    }
    book = reread(input_of("close", drawn), input_of("close", {"x": 3}, spare=True))
    (found,) = book.inputs("close")
    assert repr(found) == repr(drawn)
    assert [type(each) for each in found["entries"]] == [type(each) for each in drawn["entries"]]
    assert not found["pair"][0].flags.writeable
    assert book.inputs("close", spare=True) == [{"x": 3}]
    assert book.inputs("another") == []


def test_what_cannot_be_written_is_refused():
    """An input of another kind is refused when it is recorded, not when it is missed."""
    with pytest.raises(GraderError, match="draws a set"):
        input_of("close", {"x": {1, 2}})
