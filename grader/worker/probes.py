"""Models and losses of the worker's own, to try a training function with.

None of them is an exercise's answer: the losses are not symmetric in their arguments and are
nobody's homework; the model is a line, which `train_step` and `train_linear` are handed. Reports
show them to students as code (`grader/checking/recipes.py`), so they are short.
Two are TensorFlow's own, taken before any student's code has run: a gradient is asked through them.
"""

from collections.abc import Callable
from typing import Any

import tensorflow as tf


class Line(tf.Module):
    """A line with variables W and b, as a training function is handed it."""

    def __init__(self, W: float, b: float) -> None:  # noqa: N803  (the course's names)
        super().__init__()
        self.W = tf.Variable(W)
        self.b = tf.Variable(b)

    def __call__(self, inputs: Any) -> Any:
        """Predict for inputs of any shape."""
        return self.W * inputs + self.b


class Curve(Line):
    """No line: W scales a wave of the inputs, b enters squared."""

    def __call__(self, inputs: Any) -> Any:
        """Predict for inputs of any shape."""
        return self.W * tf.sin(inputs) + self.b * self.b


class Parabola(Line):
    """W scales the squares of the inputs: the example in the contract of `train_step`."""

    def __call__(self, inputs: Any) -> Any:
        """Predict for inputs of any shape."""
        return self.W * inputs**2 + self.b


def _of_the_model(name: str) -> property:
    """Make an attribute that is the inner model's, also where a training step replaces it."""

    def put(piped: "Piped", value: Any) -> None:
        setattr(piped.model, name, value)

    return property(lambda piped: getattr(piped.model, name), put)


class Piped:
    """A model whose predictions go through a function; W and b stay the model's own."""

    W = _of_the_model("W")
    b = _of_the_model("b")

    def __init__(self, model: Any, function: Callable[[Any], Any]) -> None:
        self.model = model
        self.function = function

    def __call__(self, inputs: Any) -> Any:
        """Predict, and hand the predictions on."""
        return self.function(self.model(inputs))


def shortfall(targets: Any, predictions: Any) -> Any:
    """Sum of what the predictions fall short: the loss of the same example."""
    return tf.reduce_sum(targets - predictions)


def leaning_loss(targets: Any, predictions: Any) -> Any:
    """Squared errors, each weighted by a logistic curve of its target: not symmetric, smooth."""
    weights = 1.0 + tf.sigmoid(targets)
    return tf.reduce_mean(weights * tf.square(predictions - targets))


def cosh_loss(targets: Any, predictions: Any) -> Any:
    """Logarithm of the hyperbolic cosine of the error, leaning to one side."""
    errors = predictions - targets
    return tf.reduce_mean(tf.math.log(tf.cosh(0.3 * errors)) + 0.25 * errors + 0.05 * targets)


def shifted_loss(targets: Any, predictions: Any) -> Any:
    """Mean square of predictions against twice the targets: arguments exchanged, another value."""
    return tf.reduce_mean(tf.square(predictions - 2.0 * targets))


PROBES: dict[str, Callable[..., Any]] = {
    "line": Line,
    "curve": Curve,
    "parabola": Parabola,
    "piped": Piped,
    "shortfall": shortfall,
    "leaning_loss": leaning_loss,
    "cosh_loss": cosh_loss,
    "shifted_loss": shifted_loss,
    "softmax": tf.nn.softmax,
    "l2_loss": tf.nn.l2_loss,
}
