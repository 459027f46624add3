"""Several features: train one weight a feature, and a bias, on rows of examples."""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train a linear model with d features by full-batch descent on the mean squared error.

    Every row of X is one example with d features, and every feature has a weight of its own:

        prediction[i] = X[i][0] * W[0] + ... + X[i][d-1] * W[d-1] + b
        loss = 1/n * sum over i of (y[i] - prediction[i])^2

    More features change nothing in the step: the loss is still one number, the gradient has
    one entry for each parameter, and every parameter goes its own way down by it. All of them
    move at the same time:

        W[j] becomes W[j] - learning_rate * dloss/dW[j]
        b becomes b - learning_rate * dloss/db

    Args:
        X: the features, a float32 tensor of shape (n, d), with n >= 1 and d >= 1.
        y: the targets, a float32 tensor of shape (n,).
        epochs: how many epochs to train, a Python int of 1 or more: one update each.
        learning_rate: a Python float above 0, the same in every epoch.

    Returns:
        Three things, `W, b, losses`, in this order:
        W, the trained weights: d numbers, as a tensor, an array or a variable of any shape;
        b, the trained bias: one number;
        losses, a list (or one-dimensional array) of `epochs` numbers: the loss of every epoch
        before its update. So losses[0] is the loss of W = 0 and b = 0, where every training
        starts, and every call starts anew.

    Example, by hand: at W = [0, 0] and b = 0 both predictions are 0. The errors y - prediction
    are 4 and 2, the loss is (16 + 4) / 2 = 10. dloss/dW[0] = -2 * (4 * 1 + 2 * 3) / 2 = -10,
    dloss/dW[1] = -2 * (4 * 2 + 2 * 0) / 2 = -8 and dloss/db = -2 * (4 + 2) / 2 = -6. So W
    becomes [0.5, 0.4] and b 0.3. In the second epoch the errors are 2.4 and 0.2, the loss is
    2.9, W becomes [0.65, 0.64] and b 0.43.

        >>> X, y = tf.constant([[1.0, 2.0], [3.0, 0.0]]), tf.constant([4.0, 2.0])
        >>> W, b, losses = train_linear(X, y, 2, 0.05)
        >>> [round(float(w), 4) for w in tf.reshape(W, [-1])], round(float(b), 4)
        ([0.65, 0.64], 0.43)
        >>> [round(float(loss), 4) for loss in losses]
        [10.0, 2.9]

    Watch out: X @ W with W of shape (d, 1) has shape (n, 1), and y has shape (n,). The
    difference of the two is no error: it is a table of shape (n, n), every prediction against
    every target. Nothing fails, the loss falls, and every row learns the mean of all targets.
    Print the shape of what you square.

    Forbidden here: optimizers (such as `tf.keras.optimizers.SGD`) and `fit`.
    """
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            # matvec keeps predictions at (n,), the shape of y.
            predictions = tf.linalg.matvec(X, W) + b
            loss = tf.reduce_mean(tf.square(y - predictions))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
