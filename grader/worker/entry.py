"""Where a worker process begins; imports TensorFlow late, because the grader imports this too."""

import socket
from multiprocessing.connection import Connection

from grader.worker.confine import Orders


def enter(channel: socket.socket, output: Connection, orders: Orders) -> None:
    """Become a worker."""
    from grader.worker.serve import serve  # noqa: PLC0415

    serve(channel, output, orders)
