"""Right, and unusual: the name is bound to a method of an object that counts its steps."""

import tensorflow as tf


class Trainer:
    def __init__(self):
        self.steps = 0

    def gradients(self, model, loss_fn, inputs, targets):
        with tf.GradientTape() as tape:
            loss = loss_fn(targets, model(inputs))
        return tape.gradient(loss, [model.W, model.b])

    def step(self, model, loss_fn, inputs, targets, learning_rate):
        dW, db = self.gradients(model, loss_fn, inputs, targets)
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
        self.steps += 1
        return self.steps


train_step = Trainer().step
