"""The whole corpus, graded one after another by one warm grader, as a class would be."""

import contextlib
import socket
import threading
import time

import psutil
import pytest
from corpus_reader import Entry, read_corpus

from grader.submission import read_submission
from grader.verdict import Verdict

ENTRIES = read_corpus()
RIGHT = "accuracy"  # the exercise that is quickest to grade
LEFT = "slopecorpus"  # the name that processes of the corpus give themselves
SERVICE = ("127.0.0.1", 47113)  # where entries of the corpus ask for help


def cases():
    """Give the entries as parameters; a known hole must fail, or its mark has to go."""
    for entry in ENTRIES:
        hole = [pytest.mark.xfail(strict=True, reason=entry.hole)] if entry.hole else []
        yield pytest.param(entry, id=f"{entry.kind}-{entry.name}", marks=hole)


@pytest.fixture(scope="module")
def service():
    """Answer whoever asks on this machine's loopback, by TCP or UDP."""
    with (
        socket.create_server(SERVICE) as stream,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams,
    ):
        datagrams.bind(SERVICE)
        for serve, place in ((serve_stream, stream), (serve_datagrams, datagrams)):
            threading.Thread(target=serve, args=(place,), daemon=True).start()
        yield
        stream.shutdown(socket.SHUT_RDWR)


def serve_stream(stream):
    """Answer connections until the service is closed."""
    with contextlib.suppress(OSError):
        while True:
            connection, _ = stream.accept()
            with connection:
                connection.sendall(b"an answer")


def serve_datagrams(datagrams):
    """Answer datagrams until the service is closed."""
    with contextlib.suppress(OSError):
        while True:
            _, sender = datagrams.recvfrom(64)
            datagrams.sendto(b"an answer", sender)


@pytest.fixture(scope="module")
def still_right(warm, course, kit):
    """Grade a right answer by the grader that graded what came before."""
    chosen = course.select((RIGHT,))
    submission = read_submission(kit.solutions, course, chosen)

    def grade_right():
        return warm.grade(submission, chosen).exercises[0]

    return grade_right


@pytest.fixture(scope="module")
def layers(warm, still_right):
    """Name the layers of the sandbox, which are known once something was graded."""
    still_right()
    return set(warm.sandbox())


@pytest.mark.parametrize("entry", [*cases()])
def test_an_entry_gets_what_it_deserves(
    warm, course, layers, still_right, service, tmp_path, entry: Entry
):
    """Each entry gets its verdict, no more than its points, and its words; the next one its own."""
    entry.write(tmp_path)
    chosen = course.select((entry.exercise,))
    submission = read_submission(tmp_path, course, chosen)
    if entry.needs and not layers & set(entry.needs):
        pytest.skip(f"this machine has no {' or '.join(entry.needs)}")
    report = warm.grade(submission, chosen).exercises[0]
    messages = "\n".join(each.message for each in report.checks if each.message)
    assert report.verdict in entry.verdicts, messages
    if entry.score is not None:
        assert report.score == entry.score, messages
    if entry.at_most is not None:
        assert report.score <= entry.at_most, messages
    assert entry.says in messages
    if entry.kind == "attack":
        assert still_right().verdict is Verdict.PASSED


def test_nothing_of_the_corpus_runs_on(still_right):
    """No process that an entry started is left once the next submission is graded."""
    still_right()
    end = time.monotonic() + 30
    while left_behind() and time.monotonic() < end:
        time.sleep(0.05)
    assert not left_behind()


def left_behind():
    """List the processes that call themselves by the corpus's name."""
    return [each for each in psutil.process_iter(["name"]) if each.info["name"] == LEFT]
