"""The largest stable learning rate: how large steps may be before training diverges."""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return the learning rate below which gradient descent on a line converges.

    The model is W * x + b, the loss the mean squared error, and every step goes down by the
    gradient times the learning rate. Below the bound, training comes closer to the best line
    from wherever it starts; above it, the loss grows without end, whatever the targets are.

    Why there is a bound: along any direction the loss is a parabola. A step of descent takes
    the distance to its bottom times (1 - learning_rate * curvature), and that shrinks while
    learning_rate * curvature is below 2. One rate has to do for all directions, so the most
    curved one decides. The curvatures are the eigenvalues of the Hessian, the matrix of second
    derivatives by W and b:

        H = 2 * [[mean(x^2), mean(x)],
                 [mean(x),   1      ]]

        bound = 2 / (the largest eigenvalue of H)

    Args:
        inputs: the inputs x of the training data, a float32 tensor of shape (n,), n >= 1.

    Returns:
        The bound: one number above 0, as a tensor, an array or a Python float.

    Example, by hand: the inputs 0 and 2 have the mean 1 and the mean square 2, so H is
    [[4, 2], [2, 2]]. The determinant of H - z * I, (4 - z) * (2 - z) - 4 = z^2 - 6 z + 4, is 0
    at z = 3 + sqrt(5) = 5.2361 and z = 3 - sqrt(5). The bound is 2 / 5.2361 = 0.382.

        >>> round(float(largest_stable_learning_rate(tf.constant([0.0, 2.0]))), 4)
        0.382

    Watch out: the bound depends on the inputs' scale. Ten times the inputs make it about a
    hundred times smaller, which is why features are scaled before training. And b counts, too:
    2 / (2 * mean(x^2)) is the bound for W alone, and too high where the mean of x is not 0.

    This is an extra: it gives no points.
    """
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.stack([tf.stack([mean_square, mean]), tf.stack([mean, tf.ones_like(mean)])])
    # eigvalsh is for symmetric matrices, and gives the eigenvalues in rising order.
    return 2 / tf.linalg.eigvalsh(hessian)[-1]
