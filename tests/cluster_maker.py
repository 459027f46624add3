"""A Dask cluster on loopback: a scheduler and workers, as processes of their own."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from conftest import ROOT

PATIENCE = 90.0
# How a worker must be started to grade: it has processes of its own, and does one thing at a time.
FIT = ("--no-nanny", "--nthreads", "1")


class Cluster:
    """A scheduler and its workers, as processes of their own on loopback."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []
        self.file = folder / "scheduler.json"
        place = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self._start("scheduler", *place, "--scheduler-file", self.file)
        self.address = self._await(lambda: json.loads(self.file.read_text())["address"])

    def worker(self, *options):
        """Start a worker, in a folder of its own for what it writes."""
        place = self.folder / f"worker{len(self.started)}"
        log = self.folder / f"{place.name}.log"
        process = self._start(
            "worker",
            self.address,
            *("--host", "127.0.0.1", "--no-dashboard", "--local-directory", place),
            *options,
            log=log,
        )
        self._await(lambda: re.search("Registered to", log.read_text())[0])
        return process

    def _start(self, *arguments, log=None):
        with Path(log or os.devnull).open("w") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, arguments)],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self.started.append(process)
        return process

    def _await(self, look):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                return look()
            except (OSError, ValueError, TypeError):
                time.sleep(0.2)
        raise AssertionError(f"{self.started[-1].args} has not started")

    def end(self):
        """End all that was started."""
        for process in reversed(self.started):
            process.terminate()
        for process in self.started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)
