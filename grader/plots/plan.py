"""Which exercises can be drawn, and on what: fixed, so that equal code has equal pictures."""

import msgspec
import numpy as np

from grader.report import ExerciseReport
from grader.verdict import Verdict


class Function(msgspec.Struct, frozen=True):
    """A function of an array, entry by entry; of a class, an object with these variables."""

    name: str
    low: float
    high: float
    variables: dict[str, float] = msgspec.field(default_factory=dict)


class Loss(msgspec.Struct, frozen=True):
    """A loss of two examples, by the first one's prediction; two, so that a mean is no sum."""

    name: str
    targets: tuple[float, float]
    second: float
    low: float
    high: float


class Steps(msgspec.Struct, frozen=True):
    """Steps of `train_step` in a row, on a line and a loss of the worker's own."""

    loss: str
    rate: float


class LinearTrainer(msgspec.Struct, frozen=True):
    """A training by `train_linear`, of a line of the worker's own."""

    rate: float


class LogisticTrainer(msgspec.Struct, frozen=True):
    """A training by `train_logistic`."""

    rate: float


Plan = Function | Loss | Steps | LinearTrainer | LogisticTrainer
PLANS: dict[str, Plan] = {
    "linear_model": Function("LinearModel", -3.0, 3.0, {"W": 2.0, "b": 1.0}),
    "mse": Loss("mean_squared_error", (1.0, 3.0), 3.5, -2.0, 4.0),
    "train_step": Steps("leaning_loss", 0.06),
    "linear_trainer": LinearTrainer(0.1),
    "sigmoid": Function("sigmoid", -8.0, 8.0),
    "binary_cross_entropy": Loss("binary_cross_entropy", (1.0, 0.0), 0.3, 0.02, 0.98),
    "logistic_model": Function("LogisticModel", -5.0, 5.0, {"W": 1.5}),
    "logistic_trainer": LogisticTrainer(0.1),
    "mae": Loss("mean_absolute_error", (1.0, 3.0), 3.5, -2.0, 4.0),
    "msle": Loss("mean_squared_logarithmic_error", (1.0, 3.0), 3.5, 0.0, 5.0),
    "mape": Loss("mean_absolute_percentage_error", (2.0, 4.0), 5.0, -1.0, 5.0),
}
# Code that ran, and was wrong somewhere; other verdicts have nothing to show.
DRAWN = (Verdict.FAILED, Verdict.ERROR)
# An even number of places, none of them where a slope has a corner.
PLACES = 60
EPOCHS = 12
START = {"W": 5.0, "b": 0.0}
# Not about 0, where a step of W would leave the slope along b as it is.
INPUTS = np.linspace(-1.0, 3.0, 9).astype(np.float32)
# About 3x + 2, off by what looks like noise and is the same each time.
TARGETS = (3 * INPUTS + 2 + np.sin(7 * INPUTS)).astype(np.float32)
# As many as the demonstration in the logistic trainer's file has, and none of its labels.
LOGISTIC_INPUTS = np.asarray([-5, -3, -1, 1, 3, 5], np.float32)
LABELS = np.asarray([0, 0, 1, 0, 1, 1], np.float32)


def worth_drawing(exercise: ExerciseReport) -> bool:
    """Tell whether a picture of an exercise can show what went wrong."""
    return exercise.id in PLANS and exercise.verdict in DRAWN
