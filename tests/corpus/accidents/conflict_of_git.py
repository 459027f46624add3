"""Has the marks of a merge that was not finished.

Exercise: mse
Verdict: error
Score: 0
Says: SyntaxError
"""

import tensorflow as tf
<<<<<<< HEAD

def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
=======
>>>>>>> main
