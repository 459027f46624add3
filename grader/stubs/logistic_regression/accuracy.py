"""Accuracy: the share of right predictions."""

import tensorflow as tf


def accuracy(y_true, y_pred):
    """Count how often the predicted label is the true one, as a share of all examples.

    Formula, with the mean over all n pairs:

        label    = 1 where y_pred > 0.5, otherwise 0
        accuracy = mean(1 where label = y_true, otherwise 0)

    Args:
        y_true: the labels, each 0.0 or 1.0; float32 tensor of shape (n,).
        y_pred: the predicted probabilities of label 1; float32 tensor of shape (n,).

    Returns:
        The share of right predictions, between 0 and 1 (not in percent): one number, a
        tensor of shape (), float32 or float64. A Python float or a NumPy scalar is fine, too.
        Only the side of 0.5 counts, not how far a probability is from it; a probability of
        exactly 0.5 predicts label 0. The order of the pairs does not matter.

    Example, by hand: the predicted labels are 1, 0, 0 and 0; three of the four are right.

        >>> y_true = tf.constant([1.0, 0.0, 1.0, 0.0])
        >>> y_pred = tf.constant([0.9, 0.2, 0.4, 0.5])
        >>> float(accuracy(y_true, y_pred))
        0.75

    Watch out: probabilities are not labels, so comparing y_pred itself with y_true finds
    almost no match. And the mean of integers is an integer: cast to tf.float32 first.

    Forbidden: tf.keras.metrics.* and any other ready metric. Write it with comparisons,
    tf.cast, tf.reduce_mean and their like.
    """
    raise NotImplementedError("accuracy: write accuracy")
