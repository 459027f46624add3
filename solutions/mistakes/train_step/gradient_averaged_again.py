"""The gradient is divided by n, although the loss has its own mean or sum already.

Hint: Repeat the data and a mean stays the same. Why does your step get smaller?
Caught by: matches_reference
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    n = len(inputs)
    model.W.assign_sub(learning_rate * dW / n)
    model.b.assign_sub(learning_rate * db / n)
