"""The clock that deadlines go by: it stands still while the machine does, or the grader itself."""

import threading
import time

# Whoever waits looks at it several times a second; more between two looks was a closed lid, Ctrl-Z
# or a machine that froze, and the code that is waited for cannot help that.
MOST_SECONDS = 1.0
LOOK_SECONDS = 0.25


class Clock:
    """Counts seconds from when it was made, of those between two looks only so many."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._looked = time.monotonic()
        self._lock = threading.Lock()

    def now(self) -> float:
        """Give the seconds so far."""
        with self._lock:
            looked = time.monotonic()
            self._seconds += min(looked - self._looked, MOST_SECONDS)
            self._looked = looked
            return self._seconds


now = Clock().now


class Alarm(threading.Timer):
    """Calls a function after so many seconds by this clock, unless it is cancelled."""

    def run(self) -> None:
        """Wait, and look at the clock meanwhile."""
        end = now() + self.interval
        while not self.finished.wait(min(LOOK_SECONDS, self.interval)):
            if now() >= end:
                self.function(*self.args, **self.kwargs)
                return
