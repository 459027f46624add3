"""The step is the whole gradient, the learning rate is not used.

Hint: Two learning rates give the same step here. Where does yours enter?
Caught by: rate_scales_step
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(dW)
    model.b.assign_sub(db)
