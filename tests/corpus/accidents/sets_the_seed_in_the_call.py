"""Seeds TensorFlow whenever it is called.

Exercise: train_step
Verdict: passed
Score: 25
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    tf.random.set_seed(42)
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
