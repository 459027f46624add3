"""Right, and unusual: gradient and update stand inside the tape's block."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        predictions = model(inputs)
        loss = loss_fn(targets, predictions)
        dW, db = tape.gradient(loss, [model.W, model.b])
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return loss.numpy()
