"""Right, and unusual: TensorFlow shuffles the numbers of the rows."""

import tensorflow as tf


def train_val_split(X, y, val_fraction, seed):
    tf.random.set_seed(seed)
    order = tf.random.shuffle(tf.range(len(X))).numpy()
    count = int(round(len(X) * val_fraction))
    train, val = order[count:], order[:count]
    return tf.gather(X, train).numpy(), tf.gather(X, val).numpy(), y[train], y[val]
