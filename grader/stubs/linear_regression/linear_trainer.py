"""Linear trainer: fit a line to points, epoch by epoch, and keep the history."""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line by full-batch gradient descent on the mean squared error.

    Every epoch uses all n points at once:

    loss = 1/n * sum over i of (targets[i] - predictions[i])^2
    W becomes W - learning_rate * dloss/dW
    b becomes b - learning_rate * dloss/db

    Both derivatives are taken at the old W and the old b: the two move at the same time.

    Args:
        model: a model with the variables `model.W` and `model.b`, each a float32 `tf.Variable`
            of shape (); `model(inputs)` is `W * inputs + b`. Training starts from the values
            that W and b have when it is handed in, and ends with the trained values in them.
        inputs: a float32 tensor of shape (n,).
        targets: a float32 tensor of shape (n,).
        epochs: how many epochs to train, a Python int of 1 or more: one update each.
        learning_rate: a Python float above 0, the same in every epoch.

    Returns:
        The history, a dictionary `{"W": [...], "b": [...], "loss": [...]}`. Each value is a
        list (or a one-dimensional array) of `epochs` numbers. Entry e holds W, b and the loss
        as they are in epoch e before that epoch's update, so entry 0 is the state before
        anything was learned, and the trained W and b stand in the model alone.

    Example: `model` is such a model with W = 1.0 and b = 0.0. Its predictions for the inputs
    1 and 2 are 1 and 2, the errors 3 - 1 = 2 and 5 - 2 = 3, the loss (4 + 9) / 2 = 6.5.
    dloss/dW = -2 * (2 * 1 + 3 * 2) / 2 = -8 and dloss/db = -2 * (2 + 3) / 2 = -5, so W becomes
    1.8 and b 0.5. In the second epoch the errors are 0.7 and 0.9, the loss is 0.65, and W
    becomes 2.05 and b 0.66.

        >>> inputs, targets = tf.constant([1.0, 2.0]), tf.constant([3.0, 5.0])
        >>> history = train_linear(model, inputs, targets, 2, 0.1)
        >>> for W, b, loss in zip(history["W"], history["b"], history["loss"]):
        ...     print(f"{W:.2f} {b:.2f} {loss:.2f}")
        1.00 0.00 6.50
        1.80 0.50 0.65
        >>> print(f"{model.W.numpy():.2f} {model.b.numpy():.2f}")
        2.05 0.66

    Below a certain learning rate the line comes ever closer to the least-squares line; above
    it the loss grows from epoch to epoch. Let both happen: nothing clips the gradient, scales
    the data, changes the rate or stops early.

    Forbidden here: optimizers (such as `tf.keras.optimizers.SGD`) and `fit`.

    Watch out: record before you update. And record numbers: the list that holds `model.W`
    itself holds one variable many times, and in the end shows its last value everywhere.
    """
    raise NotImplementedError("linear_trainer: write train_linear")
