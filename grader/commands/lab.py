"""`grader lab`: the student's own pieces, composed and run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.commands.check import progress_line
from grader.commands.pictures import deliver_pictures, picture_options, require_place
from grader.course import read_course
from grader.errors import UsageError
from grader.isolation import Isolation
from grader.kit import Kit, find_kit, hidden_folders, require_solutions
from grader.labs.settings import LINEAR_NEEDS, LOGISTIC_NEEDS, LinearSettings, LogisticSettings
from grader.limits import Limits
from grader.supply import Supply

if TYPE_CHECKING:
    from grader.labs.pieces import Pieces

EPOCHS = click.IntRange(min=1, max=10_000)
POINTS = click.IntRange(min=2, max=10_000)
RATE = click.FloatRange(min=0, min_open=True)
NOISE = click.FloatRange(min=0)


@click.group()
def lab() -> None:
    """Train a model with your own code, an epoch a line, with pictures."""


def code_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say whose code runs."""
    command = click.option(
        "--solution", is_flag=True, help="Run the reference's code instead of yours."
    )(command)
    return click.option(
        "--submission",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The folder with your code; the kit's own `exercises` where none is named.",
    )(command)


@lab.command()
@click.option("--points", "count", type=POINTS, default=1000, show_default=True)
@click.option("--noise", type=NOISE, default=1.0, show_default=True, help="Spread about the line.")
@click.option("--true-w", "W", type=float, default=3.0, show_default=True, help="Slope to find.")
@click.option("--true-b", "b", type=float, default=2.0, show_default=True, help="Intercept.")
@click.option("--rate", type=RATE, default=0.1, show_default=True, help="Learning rate.")
@click.option("--epochs", type=EPOCHS, default=15, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@code_options
@picture_options
def linear(
    submission: Path | None, save: Path | None, *, solution: bool, show: bool, **settings: Any
) -> None:
    """Find a line in noisy points, with your linear_model, mse and train_step."""
    require_place(save, show=show)
    with workshop("linear", LINEAR_NEEDS, submission, solution=solution) as pieces:
        from grader.labs.linear import LinearLab  # noqa: PLC0415
        from grader.render.lab import epoch_line, linear_opening, result  # noqa: PLC0415

        chosen = LinearSettings(**settings)
        run = LinearLab(pieces, chosen)
        click.echo(linear_opening(chosen))
        history = run.run(lambda epoch: click.echo(epoch_line(epoch)))
        click.echo(result(history, chosen.rate))
        if save:
            from grader.labs.album import linear_album  # noqa: PLC0415

            deliver_pictures(linear_album(run, history), save, show=show)


@lab.command()
@click.option("--rate", type=RATE, default=0.01, show_default=True, help="Rate for W alone.")
@click.option("--epochs", type=EPOCHS, default=10, show_default=True, help="Epochs for W alone.")
@click.option("--bias-rate", type=RATE, default=0.3, show_default=True, help="Rate for W and b.")
@click.option("--bias-epochs", type=EPOCHS, default=200, show_default=True, help="For W and b.")
@click.option("--points", "count", type=POINTS, help="Draw so many points instead of the six.")
@click.option("--noise", type=NOISE, default=0.0, help="With --points: how far labels stray.")
@click.option("--seed", type=click.IntRange(min=0), default=1, help="With --points.")
@code_options
@picture_options
def logistic(
    submission: Path | None, save: Path | None, *, solution: bool, show: bool, **settings: Any
) -> None:
    """Tell labels apart by W alone, then with a bias.

    Runs your logistic_trainer; for the bias your linear_model, sigmoid and train_step.
    """
    require_place(save, show=show)
    with workshop("logistic", LOGISTIC_NEEDS, submission, solution=solution) as pieces:
        from grader.labs.logistic import LogisticLab  # noqa: PLC0415
        from grader.render.lab import tell_logistic  # noqa: PLC0415

        run = LogisticLab(pieces, LogisticSettings(**settings))
        histories = tell_logistic(run, click.echo)
        if save:
            from grader.labs.album import logistic_album  # noqa: PLC0415

            deliver_pictures(logistic_album(run, *histories), save, show=show)


@contextmanager
def workshop(
    name: str, needs: tuple[str, ...], submission: Path | None, *, solution: bool
) -> "Iterator[Pieces]":
    """Grade what a lab needs, and lay the pieces ready; raises StoppedError where one fails."""
    kit = find_kit(Path.cwd())
    folder = _folder(kit, submission, solution=solution)
    supply = Supply(Limits(), isolation=Isolation(hidden=hidden_folders(kit)))
    try:
        with progress_line() as progress:
            progress("loading TensorFlow")
            supply.open()
            from grader.labs.workshop import Workshop  # noqa: PLC0415

            room = Workshop(kit, read_course(), needs, folder, supply, progress)
            if not solution:
                room.require_passed(name)
        with room.pieces() as pieces:
            yield pieces
    finally:
        supply.close()


def _folder(kit: Kit, submission: Path | None, *, solution: bool) -> Path:
    if solution and submission:
        raise UsageError("--solution and --submission are two codes to run; name one of them.")
    if solution:
        require_solutions(kit, "Running the reference's code")
    return kit.solutions if solution else submission or kit.exercises
