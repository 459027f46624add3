"""Right, and unusual: a negative amount is added, and names of sources are used."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    gradients = tape.gradient(loss, {"slope": model.W, "intercept": model.b})
    model.W.assign_add(-learning_rate * gradients["slope"])
    model.b.assign_add(-learning_rate * gradients["intercept"])
    return {"loss": float(loss), "text": "done"}
