"""Length-prefixed bytes over a socket, with a deadline for the whole of every message."""

import socket
import struct
from collections.abc import Callable

from grader.worker import clock

HEADER = struct.Struct(">I")
LARGEST = 32 * 1024 * 1024
Look = Callable[[], None]


class WireError(Exception):
    """The other side closed, said too much, or did not finish a message in time."""


class GarbledError(WireError):
    """What the other side said cannot be a message."""


class LateError(WireError):
    """The deadline passed before the message was whole."""


def send(channel: socket.socket, payload: bytes, seconds: float | None) -> None:
    """Send one message, or raise WireError after that many seconds."""
    channel.settimeout(seconds)
    try:
        channel.sendall(HEADER.pack(len(payload)) + payload)
    except TimeoutError:
        raise LateError("the message was not taken in time") from None
    except OSError as error:
        raise WireError(f"the other side is gone ({error})") from None


def receive(channel: socket.socket, seconds: float | None, look: Look | None = None) -> bytes:
    """Receive one message, or raise WireError after that many seconds; look about meanwhile."""
    deadline = None if seconds is None else clock.now() + seconds
    (length,) = HEADER.unpack(_exactly(channel, HEADER.size, deadline, look))
    if length > LARGEST:
        raise GarbledError(f"a message of {length} bytes is larger than any may be")
    return _exactly(channel, length, deadline, look)


def _exactly(channel: socket.socket, size: int, deadline: float | None, look: Look | None) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        try:
            parts += _some(channel, size - len(parts), deadline)
        except TimeoutError:
            if look:
                look()
    return bytes(parts)


def _some(channel: socket.socket, size: int, deadline: float | None) -> bytes:
    """Receive a part; raises LateError after the deadline, TimeoutError to look at the clock."""
    left = None if deadline is None else deadline - clock.now()
    if left is not None and left <= 0:
        raise LateError("no whole message came in time")
    channel.settimeout(None if left is None else min(left, clock.LOOK_SECONDS))
    try:
        part = channel.recv(min(size, 1 << 20))
    except TimeoutError:
        raise
    except OSError as error:
        raise WireError(f"the other side is gone ({error})") from None
    if not part:
        raise WireError("the other side closed")
    return part
