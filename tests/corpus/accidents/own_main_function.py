"""Calls a main function, but only as a script.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


def main():
    raise RuntimeError("only as a script")


if __name__ == "__main__":
    main()
