"""Right, and unusual: the update in double precision, extra arguments, and prints."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate, verbose=True, *, epoch=None):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    for variable, gradient in zip((model.W, model.b), tape.gradient(loss, (model.W, model.b))):
        new = float(variable.numpy()) - float(learning_rate) * float(gradient.numpy())
        if verbose:
            print(f"epoch {epoch}: from {variable.numpy():.4f} to {new:.4f}")
        variable.assign(new)
