"""Loops without end when it is called, and swallows every exception.

Exercise: train_step
Verdict: timed out
Score: 0
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
