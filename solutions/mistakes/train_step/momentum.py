"""Every step also repeats most of the step before it: descent with momentum.

Hint: Your first step is right, the second goes too far. What does it still know of the first?
Caught by: several_steps
"""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent."""
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.speed_W = 0.9 * getattr(model, "speed_W", 0.0) + dW
    model.speed_b = 0.9 * getattr(model, "speed_b", 0.0) + db
    model.W.assign_sub(learning_rate * model.speed_W)
    model.b.assign_sub(learning_rate * model.speed_b)
