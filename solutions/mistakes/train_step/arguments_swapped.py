"""The loss gets predictions and targets in the wrong order.

Hint: For the mean squared error the order makes no difference. Which losses does it matter
    for, and what order does the docstring state?
Caught by: uses_given_loss
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(model(inputs), targets)
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
