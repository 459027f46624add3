"""A tape that can be asked once is asked twice.

Hint: The message speaks of a non-persistent tape. Can one question give both gradients?
Caught by: runs
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW = tape.gradient(loss, model.W)
    db = tape.gradient(loss, model.b)
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
