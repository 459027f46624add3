"""The absolute value is taken of the mean, when the signs have cancelled already.

Hint: Redo the example of the docstring in the order of your code. What is left of +25 and -150
percent once they are averaged?
Caught by: worked_example
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.abs(tf.reduce_mean((y_true - y_pred) / y_true))
