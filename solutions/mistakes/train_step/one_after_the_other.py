"""W is moved first, and the gradient of b is taken at the new W.

Hint: Both gradients belong to the same point. Where does the model stand when you compute the
    second one?
Caught by: simultaneous
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    model.W.assign_sub(learning_rate * tape.gradient(loss, model.W))

    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    model.b.assign_sub(learning_rate * tape.gradient(loss, model.b))
