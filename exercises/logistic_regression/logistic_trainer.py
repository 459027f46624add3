"""Find the bugs: a trainer for logistic regression.

This code came with a set of lecture notes. It looks right, and it is not: there are bugs in
it. Some stop the program, some only show in the numbers, and some do not even show there
unless you know what the numbers should be. The docstrings are right; where the code does
something else, repair the code. Test one piece at a time, and do not be content with a loss
that goes down.

Every bug you repair is worth points by itself. The checks pass arguments by position.

Forbidden: optimizers (tf.keras.optimizers.*) and fit. A ready sigmoid or a ready loss is
welcome here: a repair by the right library call is a repair.
"""

import numpy as np
import tensorflow as tf

# Six examples to play with: negative numbers have label 0, positive ones label 1.
inputs = np.array([-5, -3, -1, 1, 3, 5])
outputs = np.array([0, 0, 0, 1, 1, 1])


def binary_cross_entropy(y_true, y_pred):
    """Measure how badly probabilities fit labels: near 0 is good, large is bad.

    Formula, with the natural logarithm and the mean over all n pairs:

        loss = -mean(y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred))

    Args:
        y_true: the labels, each 0 or 1; float32 tensor or integer NumPy array, shape (n,).
        y_pred: the predicted probabilities of label 1; float32 tensor of shape (n,).

    Returns:
        The loss, a tensor of shape ().

    Example, by hand: -(ln 0.8 + ln(1 - 0.5)) / 2 = (0.2231 + 0.6931) / 2 = 0.4581.

        >>> loss = binary_cross_entropy(np.array([1, 0]), tf.constant([0.8, 0.5]))
        >>> round(float(loss), 4)
        0.4581

    Watch out: in float32 a probability is exactly 1 as soon as W * x is above 17. For such
    predictions of the model, whatever their labels, the loss and its gradient are still
    finite numbers.
    """
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 + y_true) * tf.math.log(1 - y_pred))


class LogisticModel:
    """Predict the probability of label 1 for every input, with a single weight W.

    Formula, for each entry of the inputs:

        model(inputs) = sigmoid(W * inputs) = 1 / (1 + exp(-W * inputs))

    Attributes:
        W: the weight, a trainable variable that starts at -0.01.

    Args of the call model(inputs):
        inputs: float32 tensor or integer NumPy array of shape (n,).

    Returns of the call:
        The probabilities, a tensor of shape (n,).

    Example, by hand: for W = ln 3 = 1.0986, exp(-W) is 1/3, and 1 / (1 + 1/3) is 0.75.

        >>> model = LogisticModel()
        >>> _ = model.W.assign(1.0986)
        >>> model(np.array([-1, 0, 1])).numpy().round(4)
        array([0.25, 0.5 , 0.75], dtype=float32)

    Watch out: with a positive W, positive inputs get probabilities above 0.5.
    """

    def __init__(self):
        """Create the weight W."""
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        """Return the probability of label 1 for each entry of inputs."""
        return 1 / (1 + tf.exp(self.W * inputs))


def train_step(model, inputs, ouputs, learning_rate):
    """Take one step of gradient descent on model.W, in place.

    Formula, with the binary cross-entropy of model(inputs) against outputs as the loss:

        W <- W - learning_rate * d loss / d W

    Args:
        model: a LogisticModel.
        inputs: float32 tensor or integer NumPy array of shape (n,).
        outputs: the labels to train on, each 0 or 1; the same kind and shape as inputs.
        learning_rate: the size of the step, a Python float.

    Returns:
        Whatever you like, or nothing: only the new value of model.W counts.

    Example, by hand: at W = 0 both probabilities are 0.5, and the gradient is the mean of
    (0.5 - label) * x, here (-0.5 - 0.5) / 2 = -0.5. So W becomes 0 - 0.1 * (-0.5) = 0.05.

        >>> model = LogisticModel()
        >>> _ = model.W.assign(0.0)
        >>> _ = train_step(model, np.array([-1, 1]), np.array([0, 1]), 0.1)
        >>> round(float(model.W.numpy()), 4)
        0.05

    Watch out: the step depends on nothing but the four arguments.
    """
    with tf.GradientTape() as tape:
        y_pred = model(inputs)
        loss = binary_cross_entropy(outputs, y_pred)
        dW = tape.gradient(loss, model.W)
        model.W.assign_sub(leaning_rate * dW)


def train_logistic(inputs, outputs, epochs, learning_rate):
    """Train a new LogisticModel and return the history of its weight and its loss.

    Every epoch is one train_step on all examples.

    Args:
        inputs: float32 tensor or integer NumPy array of shape (n,).
        outputs: the labels, each 0 or 1; the same kind and shape as inputs.
        epochs: the number of steps, an integer.
        learning_rate: the size of the steps, a Python float.

    Returns:
        {"W": [...], "loss": [...]}: two lists of floats with one entry for each epoch. The
        entries of an epoch belong together: the weight before the update of that epoch, and
        the loss with that weight. So the first W is -0.01.

    Example, with the six examples above:

        >>> history = train_logistic(inputs, outputs, 3, 0.01)
        >>> [round(w, 4) for w in history["W"]]
        [-0.01, 0.0053, 0.0201]
        >>> [round(loss, 4) for loss in history["loss"]]
        [0.7083, 0.6853, 0.6635]

    Watch out: print W with four decimals. With two, much of what happens cannot be seen.
    """
    model = LogisticModel()
    history = {"W": [], "loss": []}
    for epoch in range(epochs):
        y_pred = model(inputs)
        loss = binary_cross_entropy(outputs, y_pred)
        train_step(model, inputs, outputs, learning_rate)
        history["W"].append(float(model.W.numpy()))
        history["loss"].append(float(loss.numpy()))
    return history
