"""The pytest plugin: `pytest --submission DIR grader/checks`, with pytest's own output."""

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.hooks import RUN

pytest_plugins = ["grader.hooks"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that name a submission."""
    group = parser.getgroup("slopework", "checks of a student's exercises")
    group.addoption("--submission", metavar="DIR", help="the folder of exercises to check")
    group.addoption(
        "--exercise-seed", metavar="N", type=int, default=None, help="draw inputs from this seed"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Prepare workers where a submission is named."""
    folder = config.getoption("submission")
    if folder is None:
        return
    from grader.grading import grader_for  # noqa: PLC0415  (heavy, and seldom needed)

    try:
        grader, submission = grader_for(Path(folder), config.getoption("exercise_seed"))
    except UsageError as error:
        raise pytest.UsageError(str(error)) from None
    config.add_cleanup(grader.close)
    config.stash[RUN] = grader.begin(submission, grader.exercises)
    config.add_cleanup(config.stash[RUN].close)
