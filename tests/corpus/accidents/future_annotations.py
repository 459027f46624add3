"""Imports annotations from the future, and annotates all.

Exercise: accuracy
Verdict: passed
Score: 15
"""

from __future__ import annotations

import tensorflow as tf


def accuracy(y_true: tf.Tensor, y_pred: Tensor | None) -> Result:
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
