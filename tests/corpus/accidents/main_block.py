"""Has a demonstration that runs only as a script.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from data_at_home import points

    plt.plot(points)
    plt.show()
