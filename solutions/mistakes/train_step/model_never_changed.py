"""New values are computed under local names, and the model keeps the old ones.

Hint: You have a new W, but where does the model look for its own?
Caught by: both_move
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    W = model.W - learning_rate * dW
    b = model.b - learning_rate * db
    return W, b
