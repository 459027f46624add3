"""After the step, `model.W` is a plain tensor and no longer a variable.

Hint: Print `type(model.W)` after one step. Which method changes a variable and keeps it one?
Caught by: variables_kept
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W = model.W - learning_rate * dW
    model.b = model.b - learning_rate * db
