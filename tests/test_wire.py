"""Messages on the pipe: whole, in time, not too large, and nothing but messages."""

import pickle
import socket
import threading

import msgspec
import pytest

from grader.verdict import Verdict
from grader.worker import wire
from grader.worker.messages import (
    Answer,
    Answers,
    Array,
    Listing,
    Mapping,
    Nothing,
    Ready,
    Scan,
    Text,
    decode_reply,
    decode_request,
    encode,
)

HEADER = wire.HEADER
SHORT = 0.2


@pytest.fixture
def ends():
    """Both ends of a pipe."""
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


@pytest.mark.parametrize("payload", [b"", b"x", bytes(range(256)) * 4000], ids=len)
def test_a_message_arrives_whole(ends, payload):
    """What was sent is received, byte for byte, also where it is larger than the pipe holds."""
    ours, theirs = ends
    sender = threading.Thread(target=wire.send, args=(theirs, payload, 5.0))
    sender.start()
    assert wire.receive(ours, 5.0) == payload
    sender.join()


def test_a_message_in_single_bytes_arrives_whole(ends):
    """A message that trickles in is put together, and the next one starts where it ends."""
    ours, theirs = ends
    for byte in HEADER.pack(3) + b"abc" + HEADER.pack(1) + b"d":
        theirs.send(bytes([byte]))
    assert (wire.receive(ours, 5.0), wire.receive(ours, 5.0)) == (b"abc", b"d")


@pytest.mark.parametrize("part", [b"", HEADER.pack(9)[:2], HEADER.pack(9), HEADER.pack(9) + b"ab"])
def test_the_deadline_holds_wherever_a_message_stops(ends, part):
    """A message that is not whole in time is late, whether its header or its body is missing."""
    ours, theirs = ends
    theirs.send(part)
    with pytest.raises(wire.LateError):
        wire.receive(ours, SHORT)


def test_the_deadline_is_for_the_whole_message(ends):
    """Bytes that keep coming one by one do not put the deadline off."""
    ours, theirs = ends
    over = threading.Event()

    def trickle():
        theirs.send(HEADER.pack(1000))
        while not over.wait(SHORT / 4):
            theirs.send(b"x")

    sender = threading.Thread(target=trickle)
    sender.start()
    try:
        with pytest.raises(wire.LateError):
            wire.receive(ours, SHORT)
    finally:
        over.set()
        sender.join()


def test_a_reader_that_takes_nothing_is_late(ends):
    """Sending to a side that does not read ends at the deadline."""
    ours, _ = ends
    with pytest.raises(wire.LateError):
        wire.send(ours, bytes(wire.LARGEST), SHORT)


@pytest.mark.parametrize("size", [wire.LARGEST + 1, 2**32 - 1])
def test_an_oversized_length_is_refused_before_reading(ends, size):
    """A length beyond the cap is refused at once, and not waited for."""
    ours, theirs = ends
    theirs.send(HEADER.pack(size))
    with pytest.raises(wire.WireError, match="larger than any may be") as caught:
        wire.receive(ours, 5.0)
    assert not isinstance(caught.value, wire.LateError)


@pytest.mark.parametrize("part", [b"", HEADER.pack(9)[:2], HEADER.pack(9) + b"ab"])
def test_a_closed_pipe_is_no_message(ends, part):
    """A pipe that closes before a message is whole gives no message."""
    ours, theirs = ends
    theirs.send(part)
    theirs.close()
    with pytest.raises(wire.WireError, match="closed"):
        wire.receive(ours, 5.0)


def test_sending_into_a_closed_pipe_says_so(ends):
    """A message to a side that is gone is an error of the wire, not of the system."""
    ours, theirs = ends
    theirs.close()
    with pytest.raises(wire.WireError, match="gone"):
        wire.send(ours, b"x" * 100_000, 5.0)


ARRAY = Array("tensor", "float32", (2,), b"\0" * 8)


@pytest.mark.parametrize(
    "message",
    [
        Ready("2.21", preloaded=True, threads=1, layers=("cpu",)),
        Answers((Answer(ARRAY, (Nothing(),), (0,)),)),
        Answers((Answer(Mapping({"W": Listing((Text("a"), ARRAY))})),)),
    ],
)
def test_a_reply_reads_as_it_was_written(message):
    """A reply decodes to what was encoded."""
    assert decode_reply(encode(message)) == message


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"passed",
        b"\xc1",
        pickle.dumps({"verdict": "passed"}),
        b'{"type": "ready"}',
        encode(Scan("mse.py", b"", (), ())),
        encode(Ready("2.21", preloaded=True, threads=1, layers=())) + b"x",
        msgspec.msgpack.encode({"type": "answers"}),
        msgspec.msgpack.encode({"type": "answers", "outcomes": [{"type": "passed"}]}),
        msgspec.msgpack.encode({"type": "answers", "outcomes": (), "score": 10}),
        msgspec.msgpack.encode({"type": "loaded", "names": [1, 2]}),
        msgspec.msgpack.encode([1, 2, 3]),
        encode(Answers((Answer(ARRAY),)))[:-3],
    ],
)
def test_garbage_is_no_reply(payload):
    """Bytes that are no reply, a request and a reply with too much among them, are refused."""
    with pytest.raises(msgspec.DecodeError):
        decode_reply(payload)


def test_a_reply_is_no_request():
    """A worker takes nothing but requests."""
    with pytest.raises(msgspec.DecodeError):
        decode_request(encode(Answers(())))


VALUE = b"\x82\xa4type\xa7listing\xa5items\x91"
START = b"\x82\xa4type\xa7answers\xa8outcomes\x91\x82\xa4type\xa6answer\xa5value"


def test_nesting_without_end_is_refused():
    """A reply nested far too deep is refused as any other garbage."""
    with pytest.raises(msgspec.DecodeError):
        decode_reply(START + VALUE * 20_000)


FORGER = """
import os
import struct


def mean_squared_error(y_true, y_pred):
    payload = {payload}
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">I", len(payload)) + payload)
        except OSError:
            continue
    os._exit(0)
"""


@pytest.mark.parametrize(
    "payload", [repr(b"passed"), f"{START!r} + {VALUE!r} * 2000"], ids=["words", "nesting"]
)
def test_what_a_submission_writes_into_the_pipe_is_its_own_crash(grade, payload):
    """Bytes that the student's code writes into the pipe end in a verdict, never in a fault."""
    report = grade("mse", FORGER.format(payload=payload))
    assert (report.verdict, report.score) == (Verdict.CRASHED, 0)
