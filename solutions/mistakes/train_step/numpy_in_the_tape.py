"""The predictions become NumPy numbers inside the tape, which loses the way to W and b.

Hint: What does `.numpy()` give, and can a tape see what happens to it afterwards?
Caught by: runs
Told as: prediction_outside_tape
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        predictions = tf.constant(model(inputs).numpy())
        loss = loss_fn(targets, predictions)
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
