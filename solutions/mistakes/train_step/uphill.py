"""The step goes uphill: the gradient is added, not taken away.

Hint: After your step the loss went up. In which direction does a gradient point?
Caught by: worked_example
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_add(learning_rate * dW)
    model.b.assign_add(learning_rate * db)
