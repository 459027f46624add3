"""The step is taken on the mean squared error, whatever loss is handed in.

Hint: Hand in another loss and the step stays the same. Which argument is never used?
Caught by: uses_given_loss
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - model(inputs)))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
