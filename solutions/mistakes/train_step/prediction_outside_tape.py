"""The tape gives no gradient: it saw no way from W and b to the loss.

Hint: A tape sees only what TensorFlow computes inside its block. Where are the predictions made,
and does a `.numpy()` stand between W and the loss?
Caught by: runs
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    predictions = model(inputs)
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, predictions)
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
