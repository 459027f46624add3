"""Imports its loss from another exercise.

Exercise: train_step
Verdict: error
Score: 0
Says: ModuleNotFoundError
"""

from mse import mean_squared_error
import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
