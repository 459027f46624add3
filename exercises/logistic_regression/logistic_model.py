"""Logistic model: the probability of label 1, from one weight."""

import tensorflow as tf


class LogisticModel:
    """Predict the probability of label 1 for every input, with a single weight W.

    Formula, for each entry of the inputs:

        model(inputs) = sigmoid(W * inputs) = 1 / (1 + exp(-W * inputs))

    Attributes:
        W: the weight, a trainable variable (tf.Variable or a Keras weight), float32, of
            shape () or (1,). It starts at -0.01. It is created once, in __init__; every
            model has one of its own, so that training one model leaves the others alone.

    Args of the call model(inputs):
        inputs: float32 tensor of shape (n,), or of rank 2 or 3.

    Returns of the call:
        The probabilities, float32 (float64 is fine, too), of the same shape as inputs. They
        follow W: after model.W.assign(...) the next call uses the new weight.
        A tf.GradientTape can differentiate them with respect to W.

    Example, by hand: for W = ln 3 = 1.0986 and an input of 1, exp(-W) is 1/3, and
    1 / (1 + 1/3) is 0.75. For an input of 2, exp(-2 W) is 1/9, and 1 / (1 + 1/9) is 0.9.

        >>> model = LogisticModel()
        >>> round(float(model.W.numpy()), 4)
        -0.01
        >>> _ = model.W.assign(1.0986)
        >>> model(tf.constant([-1.0, 0.0, 2.0])).numpy().round(4)
        array([0.25, 0.5 , 0.9 ], dtype=float32)

    Watch out: only a variable can be trained. A Python float, a tf.constant or a weight that
    goes through NumPy has no gradient.

    Allowed: a ready sigmoid, such as tf.sigmoid, is welcome here.
    """

    def __init__(self):
        """Create the weight W."""
        raise NotImplementedError("logistic_model: write LogisticModel.__init__")

    def __call__(self, inputs):
        """Return the probability of label 1 for each entry of inputs."""
        raise NotImplementedError("logistic_model: write LogisticModel.__call__")
