"""b is moved by the gradient of W, a slip of copy and paste.

Hint: Read the two lines of the update aloud, one after the other. Where should they differ?
Caught by: matches_reference
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * dW)
