"""Right, and unusual: the losses are made a tensor, and a tensor is given back."""

import tensorflow as tf


def early_stopping_epoch(val_losses, patience):
    losses = tf.constant(val_losses)
    best = tf.constant(float("inf"))
    waited = tf.constant(0)
    epochs = tf.constant(0)
    for loss in losses:
        epochs += 1
        waited = tf.where(loss < best, 0, waited + 1)
        best = tf.minimum(best, loss)
        if waited >= patience:
            break
    return epochs
