"""What a student may play with in a lab, and the exercises that each lab is made of."""

import msgspec

LINEAR_NEEDS = ("linear_model", "mse", "train_step")
LOGISTIC_NEEDS = ("linear_model", "train_step", "sigmoid", "logistic_trainer")


class LinearSettings(msgspec.Struct, frozen=True):
    """A line to find again, and how to look for it."""

    count: int = 1000
    noise: float = 1.0
    W: float = 3.0
    b: float = 2.0
    rate: float = 0.1
    epochs: int = 15
    seed: int = 1


class LogisticSettings(msgspec.Struct, frozen=True):
    """How to train, with W alone and with a bias; without a count the data are six examples."""

    rate: float = 0.01
    epochs: int = 10
    bias_rate: float = 0.3
    bias_epochs: int = 200
    count: int | None = None
    noise: float = 0.0
    seed: int = 1
