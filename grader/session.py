"""A pytest session over the checks, in this process, apart from any configuration about."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.hooks import RUN
from grader.kit import CHECKS
from grader.run import Run

# What pytest offers that no check uses; each costs time, or reads a setting.
LEFT_OUT = (
    "cacheprovider",
    "doctest",
    "faulthandler",
    "junitxml",
    "logging",
    "pastebin",
    "skipping",
    "stepwise",
    "terminal",
    "threadexception",
    "tmpdir",
    "unittest",
    "unraisableexception",
    "warnings",
)
SETTINGS = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")


class Carrier:
    """Hands a run to the hooks, and keeps what collection complains of."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.errors: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Hand over the run."""
        config.stash[RUN] = self.run

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep a complaint."""
        if report.failed:
            self.errors.append(str(report.longrepr))


def run_pytest(run: Run, files: list[Path]) -> None:
    """Run checks; raises GraderError where they cannot be collected or judged."""
    carrier = Carrier(run)
    arguments = [
        *map(str, files),
        *("-c", str(CHECKS / "pytest.ini"), "--rootdir", str(CHECKS)),
        *("--noconftest", "--assert=plain", "--capture=no", "-p", "grader.hooks"),
        *(part for name in LEFT_OUT for part in ("-p", f"no:{name}")),
    ]
    with own_settings():
        code = pytest.main(arguments, plugins=[carrier])
    if run.fault:
        raise run.fault
    if code == pytest.ExitCode.INTERRUPTED and not carrier.errors:
        raise KeyboardInterrupt
    if carrier.errors or code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        detail = carrier.errors[0].strip().splitlines()[-1] if carrier.errors else f"pytest: {code}"
        raise GraderError(f"The checks could not be collected or run ({detail}).")


@contextmanager
def own_settings() -> Iterator[None]:
    """Keep other plugins and settings of the environment away from the checks."""
    kept = {name: os.environ.pop(name) for name in SETTINGS if name in os.environ}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        os.environ.pop("PYTEST_DISABLE_PLUGIN_AUTOLOAD", None)
        os.environ.update(kept)
