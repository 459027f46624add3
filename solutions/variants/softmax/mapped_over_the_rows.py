"""A helper for one row, mapped over the table."""

import tensorflow as tf


def of_one_row(row):
    powers = tf.exp(row - tf.sort(row)[-1])
    return powers / tf.reduce_sum(powers)


def softmax(logits):
    return tf.map_fn(of_one_row, logits)
