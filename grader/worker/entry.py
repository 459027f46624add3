"""Where a worker process begins; imports TensorFlow late, because the grader imports this too."""

import os
import socket
from multiprocessing.connection import Connection

from grader.worker.confine import Orders
from grader.worker.lean import without_matplotlib


def enter(channel: socket.socket, output: Connection, orders: Orders) -> None:
    """Become a worker."""
    try:
        with without_matplotlib():
            from grader.worker.serve import serve  # noqa: PLC0415
    except ImportError as error:
        # The grader reads the last line of what a worker printed before it failed to start.
        os.write(output.fileno(), f"{error}\n".encode())
        os._exit(1)
    serve(channel, output, orders)
