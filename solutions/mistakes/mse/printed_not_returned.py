"""Nothing is returned: there is no `return`, and printing the mean does not hand it back.

Hint: After `x = mean_squared_error(...)`, what is in x? What does your last line hand back?
Caught by: returns_number
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    loss = tf.reduce_mean(tf.square(y_true - y_pred))
    print("loss:", loss)
