"""The learning rate is overwritten with a value of its own.

Hint: Ask for a step with half the learning rate. Why is it no smaller?
Caught by: rate_scales_step
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    learning_rate = 0.1
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
