"""Sigmoid: turn any number into a probability."""

import tensorflow as tf


def sigmoid(x):
    """Squeeze every entry of x into the interval between 0 and 1.

    Formula, for each entry by itself:

        sigmoid(x) = 1 / (1 + exp(-x))

    Args:
        x: float32 tensor of any shape, also a single number of shape ().

    Returns:
        Tensor of the same shape as x, float32 (float64 is fine, too), exact to 0.00001 for
        abs(x) <= 30. An entry depends on the entry of x in the same place and on no other.
        The result is 0.5 at x = 0, grows with x, lies strictly between 0 and 1 for
        abs(x) <= 15, and is mirrored: sigmoid(-x) = 1 - sigmoid(x).
        A tf.GradientTape can differentiate the result. The derivative is
        sigmoid(x) * (1 - sigmoid(x)), and it is finite for abs(x) <= 30.

    Example, by hand: for x = ln 4 = 1.3863, exp(-x) is 1/4, and 1 / (1 + 1/4) is 0.8.

        >>> sigmoid(tf.constant([-1.3863, 0.0, 1.3863])).numpy().round(4)
        array([0.2, 0.5, 0.8], dtype=float32)

    Watch out: 1 / 1 + exp(-x) is not the formula. Division comes before addition, so the
    whole denominator needs brackets.

    Extra, without points: exp(100) does not fit into float32. Which way of writing the
    formula keeps the value and the gradient finite even at x = 1000 and x = -1000?

    Forbidden: tf.sigmoid, tf.nn.sigmoid, tf.keras.activations.sigmoid and any other ready
    sigmoid. Write it with tf.exp and its like. To compare with a ready one, do so under
    `if __name__ == "__main__":`.
    """
    raise NotImplementedError("sigmoid: write sigmoid")
