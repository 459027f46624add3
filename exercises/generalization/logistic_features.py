"""Logistic regression with several features: the probability of label 1, and its training."""

import tensorflow as tf


class LogisticModel:
    """Predict the probability of label 1 for every row of features.

    Formula, for each row i of X:

        logit[i] = X[i][0] * W[0] + ... + X[i][d-1] * W[d-1] + b
        model(X)[i] = sigmoid(logit[i]) = 1 / (1 + exp(-logit[i]))

    Args:
        num_features: d, how many features a row has: a Python int of 1 or more.

    Attributes:
        W: the weights, one trainable variable of d numbers, of shape (d,), (d, 1) or (1, d).
        b: the bias, a trainable variable of one number.
        Both start at 0, are created once, in __init__, and every model has its own.

    Args of the call model(X):
        X: the features, a float32 tensor of shape (n, d).

    Returns of the call:
        The n probabilities, a float32 tensor of shape (n,) or (n, 1). They follow W and b.

    Example, by hand: with W = [ln 3, 0] and b = 0 the logit of the row [1, 5] is ln 3 = 1.0986,
    exp(-1.0986) is 1/3, and 1 / (1 + 1/3) is 0.75. For the row [0, 5] the logit is 0.

        >>> model = LogisticModel(2)
        >>> _ = model.W.assign(tf.reshape([1.0986, 0.0], model.W.shape))
        >>> probabilities = model(tf.constant([[1.0, 5.0], [0.0, 5.0]]))
        >>> tf.reshape(probabilities, [-1]).numpy().round(4)
        array([0.75, 0.5 ], dtype=float32)

    Watch out: without training every row has the probability 1/2, whatever its features are.
    """

    def __init__(self, num_features):
        """Create the weights W and the bias b."""
        raise NotImplementedError("logistic_features: write LogisticModel.__init__")

    def __call__(self, X):
        """Return the probability of label 1 for each row of X."""
        raise NotImplementedError("logistic_features: write LogisticModel.__call__")


def train_logistic(X, y, epochs, learning_rate):
    """Train a new LogisticModel by full-batch descent on the mean cross-entropy.

    Formula, with the natural logarithm, the mean over all n rows, and p = model(X):

        loss = -mean(y * log(p) + (1 - y) * log(1 - p))
        W[j] becomes W[j] - learning_rate * dloss/dW[j]
        b becomes b - learning_rate * dloss/db

    More features change nothing in the step: there is one loss, and every parameter goes its
    own way down by it, all of them at the same time. (Who takes the gradient by hand finds
    that of least squares again, without the 2: dloss/dW[j] is the mean of (p - y) * X[:, j].)

    Args:
        X: the features, a float32 tensor of shape (n, d), with n >= 1 and d >= 1.
        y: the labels, each 0.0 or 1.0, a float32 tensor of shape (n,).
        epochs: how many epochs to train, a Python int of 1 or more: one update each.
        learning_rate: a Python float above 0, the same in every epoch.

    Returns:
        Three things, `W, b, losses`, in this order:
        W, the trained weights: d numbers, as a tensor, an array or a variable of any shape;
        b, the trained bias: one number;
        losses, a list (or one-dimensional array) of `epochs` numbers: the loss of every epoch
        before its update. So losses[0] is ln 2 = 0.6931: every training starts anew, at
        W = 0 and b = 0.

    Example, by hand: at W = [0, 0] and b = 0 all probabilities are 1/2, so the loss is ln 2, and
    p - y is -1/2, 1/2, -1/2, -1/2. dloss/dW[0] = (-1 + 0 - 1 + 0) / 4 = -0.5, dloss/dW[1] =
    (0 + 2 - 1 + 0) / 4 = 0.25 and dloss/db = -1 / 4 = -0.25. So after one epoch at the rate 0.4
    W is [0.2, -0.1] and b is 0.1, and the logits are 0.5, -0.3, 0.3 and 0.1.

        >>> X = tf.constant([[2.0, 0.0], [0.0, 4.0], [2.0, 2.0], [0.0, 0.0]])
        >>> y = tf.constant([1.0, 0.0, 1.0, 1.0])
        >>> W, b, losses = train_logistic(X, y, 1, 0.4)
        >>> [round(float(w), 4) for w in tf.reshape(W, [-1])], round(float(b), 4)
        ([0.2, -0.1], 0.1)
        >>> W, b, losses = train_logistic(X, y, 2, 0.4)
        >>> [round(float(loss), 4) for loss in losses]
        [0.6931, 0.5568]

    Watch out: where model(X) has shape (n, 1) and y has shape (n,), y * log(model(X)) is no
    error: it is a table of shape (n, n), every probability against every label. Nothing fails,
    the loss falls, and every row learns the mean of all labels. Bring both to one shape first.

    Welcome here: a ready sigmoid, and a ready cross-entropy. Forbidden: optimizers (such as
    `tf.keras.optimizers.SGD`) and `fit`.
    """
    raise NotImplementedError("logistic_features: write train_logistic")
