"""The pytest hooks that judge: order checks by exercise and rung, draw inputs, note outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from grader.errors import GraderError
from grader.kit import CHECKS
from grader.verdict import Verdict

if TYPE_CHECKING:
    from grader.checking import Reference, Student
    from grader.report import Outcome
    from grader.run import Run

RUN: pytest.StashKey[Run] = pytest.StashKey()


def is_check(item: pytest.Item) -> bool:
    """Tell a check of an exercise from any other test."""
    return CHECKS in item.path.parents and isinstance(item, pytest.Function)


def exercise_of(item: pytest.Item | pytest.Module) -> str:
    """Give the exercise whose checks a file holds."""
    return item.path.stem.removeprefix("test_")


def name_of(item: pytest.Item) -> str:
    """Give a check's id."""
    return item.name.removeprefix("test_")


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


@pytest.fixture(scope="module")
def student(request: pytest.FixtureRequest) -> Student:
    """Answer for the student's file of the exercise under check."""
    return request.config.stash[RUN].attempt(exercise_of(request.node)).student


@pytest.fixture(scope="module")
def reference(request: pytest.FixtureRequest) -> Reference:
    """Answer for the solution of the exercise under check."""
    return request.config.stash[RUN].attempt(exercise_of(request.node)).reference


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> object | None:
    """Judge a check instead of calling it."""
    run = pyfuncitem.config.stash.get(RUN, None)
    if run is None or not is_check(pyfuncitem):
        return None
    try:
        outcome = run.judge(exercise_of(pyfuncitem), name_of(pyfuncitem), pyfuncitem.obj)
    except GraderError as error:
        pytest.exit(str(error), returncode=3)
    tell(outcome)
    return True


def tell(outcome: Outcome) -> None:
    """Tell pytest what came of a check, in its own words."""
    if outcome.verdict is Verdict.PASSED:
        return
    if outcome.verdict is Verdict.BLOCKED:
        pytest.skip(f"blocked by {outcome.blocked_by}")
    said = f"{outcome.verdict.value}: {outcome.title}: {outcome.message}"
    if shown := outcome.counterexample:
        said += f"\n{shown.call}\n  gave {shown.returned}, expected {shown.expected}"
    if outcome.extra:
        pytest.xfail(said)
    pytest.fail(said, pytrace=False)
