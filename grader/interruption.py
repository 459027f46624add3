"""Ending on request: Ctrl-C, a closed terminal and a polite kill all end a command in order.

Python raises KeyboardInterrupt wherever the main thread happens to be; in the midst of a library it
may be swallowed there, or leave things half done. So the work is done aside, and the main thread
does nothing but wait.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
REQUESTS = [each for each in signal.Signals if each.name in NAMES]
# Windows handles no signal while a thread waits, only in between.
PATIENCE_SECONDS = 0.2
GRACE_SECONDS = 10.0

asked = threading.Event()


def heed() -> None:
    """Go no further where somebody has asked for the end."""
    if asked.is_set():
        raise KeyboardInterrupt


def run_aside(work: Callable[[], None], close: Callable[[], None]) -> None:
    """Do some work that can be interrupted, then close what it uses, which ends it too.

    Raises KeyboardInterrupt where it was asked to end, else what the work raised.
    """
    asked.clear()
    aside = _Aside(work)
    with _answered_by(_ask):
        try:
            aside.start()
            while aside.is_alive():
                aside.join(PATIENCE_SECONDS)
        finally:
            with _answered_by(signal.SIG_IGN):
                close()
                aside.join(GRACE_SECONDS)
    heed()
    if aside.error:
        raise aside.error


class _Aside(threading.Thread):
    """A thread that keeps what its work raised."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(name="work", daemon=True)
        self.error: BaseException | None = None
        self._work = work

    def run(self) -> None:
        """Do the work."""
        try:
            self._work()
        except BaseException as error:  # noqa: BLE001  (raised again by whoever waits)
            self.error = error


def _ask(_: int, __: FrameType | None) -> None:
    asked.set()
    raise KeyboardInterrupt


@contextmanager
def _answered_by(handler: Callable[[int, FrameType | None], Any] | int) -> Iterator[None]:
    before = {each: signal.signal(each, handler) for each in REQUESTS}
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(each, old)
