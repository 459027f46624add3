"""Ending on request: Ctrl-C, a closed terminal and a polite kill all end a command in order."""

import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
REQUESTS = [each for each in signal.Signals if each.name in NAMES]


@contextmanager
def _answered_by(handler: Any) -> Iterator[None]:
    before = {each: signal.signal(each, handler) for each in REQUESTS}
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(each, old)


def interruptible() -> AbstractContextManager[None]:
    """Raise KeyboardInterrupt inside, whichever way it is asked to end."""
    return _answered_by(signal.default_int_handler)


def undisturbed() -> AbstractContextManager[None]:
    """Let nobody interrupt what is inside: it is ending already, and clears away."""
    return _answered_by(signal.SIG_IGN)
