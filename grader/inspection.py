"""What a worker said, inspected before anything reads it: a submission may have said it."""

import math

import numpy as np

from grader.worker.messages import (
    Answer,
    Answers,
    Array,
    Ask,
    Call,
    Listing,
    Load,
    Loaded,
    Mapping,
    Opaque,
    Operation,
    Raised,
    Read,
    Reply,
    Request,
    Scan,
    Scanned,
    Text,
    Value,
)

DTYPES = {f"{kind}{bits}" for kind in ("int", "uint", "float") for bits in (8, 16, 32, 64)} - {
    "float8"
} | {"bool"}
KINDS = {"tensor", "variable", "ndarray", "number", "list"}
EXPECTED: dict[type, type] = {Scan: Scanned, Load: Loaded, Ask: Answers}
MOST_DIMENSIONS = 32
LONGEST = 2000
MOST_NODES = 100_000


class UnsoundError(Exception):
    """A reply that is well formed and still cannot be an answer to what was asked."""


def inspected(reply: Reply, request: Request) -> Reply:
    """Give a reply back whose parts fit each other and the request; UnsoundError for others."""
    _require(isinstance(reply, (Raised, EXPECTED[type(request)])))
    if isinstance(reply, Answers):
        _inspect_answers(reply, request.operations if isinstance(request, Ask) else ())
    elif isinstance(reply, Raised):
        _inspect_raised(reply)
    elif isinstance(reply, Loaded):
        _require_texts(*reply.names)
    elif isinstance(reply, Scanned):
        _require_texts(*(each.call for each in reply.findings))
    return reply


def _require(sound: bool) -> None:
    if not sound:
        raise UnsoundError


def _require_texts(*texts: str) -> None:
    _require(len(texts) <= MOST_NODES and all(len(each) <= LONGEST for each in texts))


def _inspect_raised(raised: Raised) -> None:
    _require_texts(raised.type_name, raised.message, raised.text, raised.file)


def _inspect_answers(answers: Answers, operations: tuple[Operation, ...]) -> None:
    outcomes = answers.outcomes
    ended = bool(outcomes) and isinstance(outcomes[-1], Raised)
    _require(len(outcomes) <= len(operations) and (ended or len(outcomes) == len(operations)))
    for place, (outcome, operation) in enumerate(zip(outcomes, operations, strict=False)):
        if isinstance(outcome, Raised):
            _require(place == len(outcomes) - 1)
            _inspect_raised(outcome)
        else:
            _inspect_answer(outcome, operation)


def _inspect_answer(answer: Answer, operation: Operation) -> None:
    asked, arguments = 0, 0
    if isinstance(operation, Call):
        asked, arguments = len(operation.sources), len(operation.arguments)
    elif isinstance(operation, Read):
        asked = len(operation.names)
    _require(len(answer.gradients) == asked)
    _require(all(0 <= place < arguments for place in answer.changed))
    _require(len(answer.altered) == len(answer.changed))
    _inspect_values([answer.value, *answer.gradients, *answer.altered])


def _inspect_values(waiting: list[Value]) -> None:
    seen = 0
    while waiting:
        value = waiting.pop()
        seen += 1
        _require(seen <= MOST_NODES)
        if isinstance(value, Array):
            _inspect_array(value)
        elif isinstance(value, Text):
            _require_texts(value.text)
        elif isinstance(value, Opaque):
            _require_texts(value.type_name, value.note)
        elif isinstance(value, Listing):
            waiting += value.items
        elif isinstance(value, Mapping):
            _require_texts(*value.entries)
            waiting += value.entries.values()


def _inspect_array(array: Array) -> None:
    _require(array.kind in KINDS and array.dtype in DTYPES)
    _require(len(array.shape) <= MOST_DIMENSIONS and all(side >= 0 for side in array.shape))
    _require(math.prod(array.shape) * np.dtype(array.dtype).itemsize == len(array.data))
