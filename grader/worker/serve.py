"""A worker's life: confine itself, then answer one request after another until the pipe closes."""

import os
import socket
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType
from typing import Any

import tensorflow as tf

from grader.worker import confine, load, perform, runtime, syscalls, walls, wire
from grader.worker.messages import (
    Ask,
    Load,
    Loaded,
    Raised,
    Ready,
    Reply,
    Request,
    Scan,
    Scanned,
    decode_request,
    encode,
)
from grader.worker.scan import scan


def serve(channel: socket.socket, output: Connection, orders: confine.Orders) -> None:
    """Be a worker on this channel; ends when the grader closes it."""
    preload = sys.modules.get("grader.worker.preload")
    redirect_output(output)
    confine.forget_the_grader()
    confine.close_inherited({0, 1, 2, channel.fileno()})
    confine.dwell(orders.scratch)
    walled = orders.walls and not orders.shielded
    layers = confine.become(orders.user, orders.scratch) if walled else ()
    layers += (*walls.wall_off(orders.scratch), *syscalls.refuse()) if walled else ()
    runtime.prepare()
    layers += confine.limit(orders)
    threads = preload.THREADS if preload else 1
    reply(channel, Ready(tf.__version__, preload is not None, threads, layers))
    room = Room(orders.scratch)
    while True:
        try:
            request = decode_request(wire.receive(channel, None))
        except wire.WireError:
            os._exit(0)
        reply(channel, room.answer(request))


def reply(channel: socket.socket, message: Reply) -> None:
    """Send one message, with what was printed so far ahead of it."""
    flush()
    wire.send(channel, encode(message), None)


def flush() -> None:
    """Hand over what the student printed, whatever they made of the streams."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # noqa: BLE001, S112  (the stream may be the student's own)
            continue


def redirect_output(output: Connection) -> None:
    """Send what the process prints, also from C, to the grader's capped collection."""
    if os.name == "posix":
        os.dup2(output.fileno(), 1)
    else:
        import msvcrt  # noqa: PLC0415  (Windows only)

        os.dup2(msvcrt.open_osfhandle(output.fileno(), os.O_WRONLY), 1)  # type: ignore[attr-defined]
    os.dup2(1, 2)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(  # noqa: SIM115
        2, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1
    )


class Room:
    """The files that this worker has read and the objects made from them."""

    def __init__(self, scratch: str) -> None:
        self.scratch = scratch
        self.scanned: dict[str, tuple[CodeType, bytes]] = {}
        self.desk: perform.Desk | None = None

    def answer(self, request: Request) -> Reply:
        """Do what a request asks; whatever the student's code raises is an answer too."""
        if isinstance(request, Scan):
            return self.scan(request)
        if isinstance(request, Load):
            return self.load(request)
        if isinstance(request, Ask) and self.desk:
            return self.desk.perform(request.operations)
        return Raised("RuntimeError", "asked before a file was loaded")

    def scan(self, request: Scan) -> Scanned | Raised:
        """Compile and read a file; none of it runs."""
        path = str(Path(self.scratch, request.path))
        try:
            code = load.compile_source(request.source, path)
        except load.Unreadable as unreadable:
            return unreadable.raised
        self.scanned[request.path] = (code, request.source)
        return scan(request.source, request.graded, request.forbidden)

    def load(self, request: Load) -> Loaded | Raised:
        """Run a file that was scanned."""
        path = str(Path(self.scratch, request.path))
        code, source = self.scanned[request.path]
        try:
            names = load.run(code, source, path)
        except BaseException as error:  # noqa: BLE001  (SystemExit and worse come from students)
            return load.explain(error, path)
        if not (request.beside and self.desk):
            self.desk = perform.Desk(names, path)
        self.desk.lay_down(request.path, names, path)
        return Loaded(tuple(callables(names)))


def callables(names: dict[str, Any]) -> list[str]:
    """Public callables of a module, by name."""
    return [name for name, each in names.items() if callable(each) and not name.startswith("_")]
