"""Raises an exception that `except Exception` does not see.

Exercise: train_step
Verdict: error
Score: 0
"""

import tensorflow as tf


class Out(BaseException):
    pass


def train_step(model, loss_fn, inputs, targets, learning_rate):
    raise Out
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
