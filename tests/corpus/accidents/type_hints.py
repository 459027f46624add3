"""Annotates what it takes and gives.

Exercise: mse
Verdict: passed
Score: 20
"""

from typing import Optional

import tensorflow as tf


def mean_squared_error(y_true: tf.Tensor, y_pred: tf.Tensor, weights: Optional[tf.Tensor] = None) -> tf.Tensor:
    return tf.reduce_mean(tf.square(y_true - y_pred))
