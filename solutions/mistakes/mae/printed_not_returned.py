"""Nothing is returned: there is no `return`, and printing the mean does not hand it back.

Hint: After `x = mean_absolute_error(...)`, what is in x? What does your last line hand back?
Caught by: returns_number
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    print(tf.reduce_mean(tf.abs(y_true - y_pred)))
