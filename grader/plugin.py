"""The pytest plugin: collects the checks, judges each in its exercise's rungs, notes outcomes.

`pytest --submission DIR grader/checks` uses it with pytest's own output and exit codes;
`grader check` runs pytest in its own process and reads the outcomes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from grader.run import Run

RUN: pytest.StashKey[Run] = pytest.StashKey()
CHECKS = Path(__file__).parent / "checks"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that name a submission."""
    group = parser.getgroup("slopework", "checks of a student's exercises")
    group.addoption("--submission", metavar="DIR", help="the folder of exercises to check")
    group.addoption(
        "--exercise-seed", metavar="N", type=int, default=None, help="draw inputs from this seed"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Prepare workers where a submission is named."""
    folder = config.getoption("submission", default=None)
    if folder is None or RUN in config.stash:
        return
    from grader.errors import UsageError  # noqa: PLC0415
    from grader.grading import run_for_pytest  # noqa: PLC0415

    try:
        config.stash[RUN] = run_for_pytest(Path(folder), config.getoption("exercise_seed"))
    except UsageError as error:
        raise pytest.UsageError(str(error)) from None


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the workers of a run that pytest itself began."""
    run = config.stash.get(RUN, None)
    if run and run.owned:
        run.close()


def exercise_of(item: pytest.Item) -> str:
    """Give the exercise whose checks a file holds."""
    return item.path.stem.removeprefix("test_")


def is_check(item: pytest.Item) -> bool:
    """Tell a check of an exercise from any other test."""
    return CHECKS in item.path.parents and isinstance(item, pytest.Function)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put checks in course order, then by rung, then as they stand; draw their inputs."""
    run = config.stash.get(RUN, None)
    checks = [item for item in items if is_check(item)]
    if not checks:
        return
    if run is None:
        raise pytest.UsageError("These are checks of a submission: say --submission DIR.")
    others = [item for item in items if not is_check(item)]
    checks.sort(key=lambda item: run.place(exercise_of(item), item.obj))  # type: ignore[attr-defined]
    items[:] = others + checks
    for item in checks:
        run.draw(exercise_of(item), name_of(item), item.obj)  # type: ignore[attr-defined]


def name_of(item: pytest.Item) -> str:
    """Give a check's id."""
    return item.name.removeprefix("test_")


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Any:
    """Answer for the student's file of the exercise under check."""
    return request.config.stash[RUN].attempt(exercise_of(request.node)).student


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Any:
    """Answer for the solution of the exercise under check."""
    return request.config.stash[RUN].attempt(exercise_of(request.node)).reference


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> object | None:
    """Judge a check instead of calling it."""
    run = pyfuncitem.config.stash.get(RUN, None)
    if run is None or not is_check(pyfuncitem):
        return None
    from grader.errors import GraderError  # noqa: PLC0415
    from grader.verdict import Verdict  # noqa: PLC0415

    try:
        outcome = run.judge(exercise_of(pyfuncitem), name_of(pyfuncitem), pyfuncitem.obj)
    except GraderError as error:
        pytest.exit(str(error), returncode=3)
    if outcome.verdict is Verdict.BLOCKED:
        pytest.skip(f"blocked by {outcome.blocked_by}")
    if outcome.verdict is not Verdict.PASSED:
        said = f"{outcome.verdict.value}: {outcome.title}: {outcome.message}"
        shown = outcome.counterexample
        if shown:
            said += f"\n{shown.call}\n  gave {shown.returned}, expected {shown.expected}"
        if outcome.extra:
            pytest.xfail(said)
        pytest.fail(said, pytrace=False)
    return True
