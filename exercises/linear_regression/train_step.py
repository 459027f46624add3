"""Training step: move W and b once, a little way downhill."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    """Take one step of gradient descent on `model.W` and `model.b`, in place.

    loss = loss_fn(targets, model(inputs))
    W becomes W - learning_rate * dloss/dW
    b becomes b - learning_rate * dloss/db

    Both derivatives are taken at the old W and the old b: the two move at the same time.

    Args:
        model: any model with the variables `model.W` and `model.b`, each a float32
            `tf.Variable` of shape (); `model(inputs)` gives the predictions, not always by
            a straight line.
        loss_fn: any function that is called as `loss_fn(targets, predictions)`, in this
            order, and gives one number, a float32 tensor of shape ().
        inputs: a float32 tensor of shape (n,).
        targets: a float32 tensor of shape (n,).
        learning_rate: a Python float above 0.

    Returns:
        Whatever you like, also nothing: only the model is looked at. After the call `model.W`
        and `model.b` are still variables, of shape () and float32, with their new values, so
        that the next step can be taken in the same way.

    Example: a curve with W = 1 and b = 0 gives 1 and 4 for the inputs 1 and 2. The loss is
    the sum of targets - predictions, so it falls by 1 where a prediction rises by 1, and
    dloss/dW = -(1 + 4) = -5, dloss/db = -(1 + 1) = -2. With the rate 0.1, W moves from 1.0
    to 1.0 + 0.5 = 1.5 and b from 0.0 to 0.2.

        >>> class Curve:
        ...     def __init__(self):
        ...         self.W, self.b = tf.Variable(1.0), tf.Variable(0.0)
        ...
        ...     def __call__(self, inputs):
        ...         return self.W * inputs**2 + self.b
        >>> def shortfall(targets, predictions):
        ...     return tf.reduce_sum(targets - predictions)
        >>> curve = Curve()
        >>> inputs, targets = tf.constant([1.0, 2.0]), tf.constant([3.0, 5.0])
        >>> _ = train_step(curve, shortfall, inputs, targets, 0.1)
        >>> print(curve.W.numpy(), curve.b.numpy())
        1.5 0.2

    The gradient comes from a `tf.GradientTape`. Forbidden here: optimizers (such as
    `tf.keras.optimizers.SGD`) and `fit`.

    Watch out: `model.W = model.W - ...` puts a plain tensor in the variable's place. The first
    step looks right, the second has no gradient. Change the variable itself. And the tape sees
    only what happens inside its `with` block: the predictions and the loss belong in there.
    """
    raise NotImplementedError("train_step: write train_step")
