"""The total stands outside the function and grows with every call.

Hint: Call it twice with the same data. What does `total` hold when the second call begins?
Caught by: same_twice
"""

import tensorflow as tf

total = 0.0


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    global total
    n = len(y_true)
    for i in range(n):
        total += tf.square(y_true[i] - y_pred[i])
    return total / n
