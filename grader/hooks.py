"""The pytest hooks that judge: an item a check, in order, with inputs drawn and outcomes noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from grader.errors import GraderError
from grader.kit import CHECKS
from grader.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grader.bank import Property
    from grader.report import Outcome
    from grader.run import Run

RUN: pytest.StashKey[Run] = pytest.StashKey()


class CheckFile(pytest.Module):
    """The checks of one exercise."""

    @property
    def exercise(self) -> str:
        """The exercise whose checks these are."""
        return self.path.stem.removeprefix("test_")

    def collect(self) -> Iterable[Check]:
        """Make an item of each check; fixtures, which no check uses, would cost as much again."""
        for name, function in vars(self.obj).items():
            if name.startswith("test_"):
                yield Check.from_parent(self, name=name, function=function)


class Check(pytest.Item):
    """One check, which is judged where pytest would call a test."""

    parent: CheckFile

    def __init__(self, *, function: Property, **node: object) -> None:
        super().__init__(**node)  # type: ignore[arg-type]
        self.function = function
        self.exercise = self.parent.exercise
        self.check = self.name.removeprefix("test_")

    def runtest(self) -> None:
        """Judge it, and tell pytest."""
        try:
            outcome = self.config.stash[RUN].judge(self.exercise, self.check, self.function)
        except GraderError as error:
            pytest.exit(str(error), returncode=3)
        tell(outcome)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Say where it stands."""
        return self.path, None, self.name


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> CheckFile | None:
    """Collect the files of checks by these rules, and any other as ever."""
    if CHECKS not in module_path.parents:
        return None
    return CheckFile.from_parent(parent, path=module_path)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put checks in course order, then by rung, then as they stand; draw their inputs."""
    checks = [item for item in items if isinstance(item, Check)]
    if not checks:
        return
    run = config.stash.get(RUN, None)
    if run is None:
        raise pytest.UsageError("These are checks of a submission: say --submission DIR.")
    others: list[pytest.Item] = [item for item in items if not isinstance(item, Check)]
    checks.sort(key=lambda item: run.place(item.exercise, item.function))
    items[:] = [*others, *checks]
    for item in checks:
        run.draw(item.exercise, item.check, item.function)


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
