"""Linear model: a line with a slope and an intercept that can be learned."""

import tensorflow as tf


class LinearModel:
    """A line: `model(inputs)` is `W * inputs + b`.

    Attributes:
        W: the slope, a trainable float32 variable that holds one number and starts at 5.0.
        b: the intercept, a trainable float32 variable that holds one number and starts at 0.0.

    Both are variables (`tf.Variable`, for one), so that `model.W.assign(2.0)` sets a new value
    and the next call uses it. Every instance has its own two: training one model leaves all
    other models as they are.

    Example: with the start values, 2.0 becomes 5.0 * 2.0 + 0.0 = 10.0. With W = 2.0 and
    b = 1.0 it becomes 2.0 * 2.0 + 1.0 = 5.0.

        >>> model = LinearModel()
        >>> print(model(tf.constant([1.0, 2.0])).numpy())
        [ 5. 10.]
        >>> W, b = model.W.assign(2.0), model.b.assign(1.0)
        >>> print(model(tf.constant([1.0, 2.0])).numpy())
        [3. 5.]

    Watch out: `tf.Variable(5)` is an integer variable. It cannot be multiplied with float
    inputs and has no gradient: write 5.0. And create the variables once, in `__init__` with
    `self.`: variables in the class body are shared by all instances, and variables made in
    `__call__` start afresh with every call.
    """

    def __init__(self):
        """Create the two variables: W starts at 5.0, b at 0.0."""
        raise NotImplementedError("linear_model: write LinearModel.__init__")

    def __call__(self, inputs):
        """Return the model's prediction, one number for every input.

        W * inputs + b, element by element

        Args:
            inputs: a float32 tensor of any shape of rank 1 or more, such as (n,) or (n, 3).

        Returns:
            A float32 tensor of the same shape as inputs. A gradient tape can follow it back
            to W and to b.
        """
        raise NotImplementedError("linear_model: write LinearModel.__call__")
