"""What a lab says while it runs."""

from collections.abc import Callable

from grader.labs.examples import Examples, Floats
from grader.labs.logistic import LogisticLab
from grader.labs.settings import LinearSettings
from grader.labs.training import LOSS, Epoch, History, Watch

Say = Callable[[str], None]
# Of a long training, about so many epochs are told.
LINES = 10
MOST_LISTED = 8


def linear_opening(settings: LinearSettings) -> str:
    """Say what the linear lab is about to do."""
    return (
        f"{settings.count} points about y = {settings.W:g}x + {settings.b:g}, "
        f"noise {settings.noise:g}: {_epochs(settings.epochs)} at rate {settings.rate:g}."
    )


def epoch_line(epoch: Epoch) -> str:
    """Say where an epoch begins, W with four decimals: with two, small steps cannot be seen."""
    return f"epoch: {epoch.number:2d}, {_values(epoch)}"


def _values(epoch: Epoch) -> str:
    return ", ".join(f"{name}={_decimals(each)}" for name, each in epoch.values.items())


def _decimals(number: float) -> str:
    """Write a number with four decimals, unless it is too large for them."""
    return f"{number:.4f}" if abs(number) < 1e5 else f"{number:.4g}"


def result(history: History, rate: float) -> str:
    """Say what training came to, and in words where it went wrong."""
    first, last = history.epochs[0], history.last
    said = f"After {_epochs(last.number)}: {_values(last)}."
    if history.diverged:
        said += (
            f"\nThe loss grew from {_decimals(first.values[LOSS])} to "
            f"{_decimals(last.values[LOSS])}: at rate {rate:g} every step overshoots, "
            "and training diverges. Try a smaller rate."
        )
    return said


def _epochs(count: int) -> str:
    return "1 epoch" if count == 1 else f"{count} epochs"


def tell_logistic(lab: LogisticLab, say: Say) -> tuple[History, History, History]:
    """Run the logistic lab, and say each line as it happens."""
    alone = _tell_alone(lab, lab.centred, say)
    say("")
    shifted = _tell_alone(lab, lab.shifted, say)
    say("All inputs are on one side of 0, so W alone puts them all on one side of one half.\n")
    return alone, shifted, _tell_bias(lab, say)


def _tell_alone(lab: LogisticLab, data: Examples, say: Say) -> History:
    settings = lab.settings
    how = f"W alone, {_epochs(settings.epochs)} at rate {settings.rate:g}"
    say(f"x = {_listed(data.x)} with labels {_listed(data.y)}: {how}.")
    history = lab.run_alone(data, _some(settings.epochs, say))
    say(result(history, settings.rate))
    say(_right(lab, data, history))
    return history


def _tell_bias(lab: LogisticLab, say: Say) -> History:
    settings = lab.settings
    say(f"The same with a bias: {_epochs(settings.bias_epochs)} at rate {settings.bias_rate:g}.")
    history = lab.run_with_bias(lab.shifted, _some(settings.bias_epochs, say))
    say(result(history, settings.bias_rate))
    say(_right(lab, lab.shifted, history))
    if history.boundary is not None:
        say(f"The boundary is at -b/W = {history.boundary:.4f}.")
    return history


def _some(count: int, say: Say) -> Watch:
    """Say every epoch of a short training, every so many of a long one."""
    every = 1 if count <= 2 * LINES else count // LINES

    def watch(epoch: Epoch) -> None:
        if epoch.number % every == 0:
            say(epoch_line(epoch))

    return watch


def _right(lab: LogisticLab, data: Examples, history: History) -> str:
    values = {name: each for name, each in history.last.values.items() if name != LOSS}
    return f"{lab.right(data, **values)} of {len(data.x)} are on the right side of one half."


def _listed(numbers: Floats) -> str:
    shown = ", ".join(f"{each:.4g}" for each in numbers[:MOST_LISTED])
    return f"{shown}, ..." if len(numbers) > MOST_LISTED else shown
