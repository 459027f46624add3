"""The two gradients have changed places: W moves by b's, and b by W's.

Hint: In which order do the gradients come back, compared with the list you asked for?
Caught by: worked_example
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.b, model.W])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
