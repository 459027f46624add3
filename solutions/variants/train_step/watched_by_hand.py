"""Right, and unusual: the tape watches nothing by itself, and a loop makes the updates."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    variables = [model.W, model.b]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(variables)
        loss = loss_fn(targets, model(inputs))
    for variable, gradient in zip(variables, tape.gradient(loss, variables)):
        variable.assign(variable - tf.cast(learning_rate, tf.float32) * gradient)
    return "a step was taken"
