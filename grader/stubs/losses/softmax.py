"""Softmax: turn rows of numbers into rows of probabilities."""

import tensorflow as tf


def softmax(logits):
    """Turn every row into probabilities: positive numbers that sum to 1.

    Formula, for entry j of row i, with the sum over the k entries of the same row:

        softmax(logits)[i, j] = exp(logits[i, j]) / sum(exp(logits[i, :]))

    Args:
        logits: float32 tensor of shape (n, k): n rows, each with one number for each of k
            classes. They may be any numbers; 1000 and -1000 occur.

    Returns:
        Tensor of the same shape (n, k), float32 (float64 is fine, too), exact to 0.00001 for
        logits from -30 to 30, and to 0.001 further out.
        Every row sums to 1 and depends on the same row of logits and on no other. The order
        within a row is kept: the largest logit gets the largest probability. For logits from
        -10 to 10 every probability is above 0.
        Adding the same number to all logits of a row changes nothing:
        exp(a + c) / (exp(a + c) + exp(b + c)) = exp(a) / (exp(a) + exp(b)).
        A tf.GradientTape can differentiate the result. Result and gradient are finite, also
        for logits of 1000 and -1000.

    Example, by hand: the exponentials of 0, ln 2 = 0.6931 and ln 3 = 1.0986 are 1, 2 and 3,
    and their sum is 6. In the second row all are equal, so each gets a third.

        >>> logits = tf.constant([[0.0, 0.6931, 1.0986], [5.0, 5.0, 5.0]])
        >>> print(softmax(logits).numpy().round(4))
        [[0.1667 0.3333 0.5   ]
         [0.3333 0.3333 0.3333]]

    Watch out: tf.reduce_sum without an axis adds up all rows. With axis=-1 it gives one sum a
    row, of shape (n,), which does not divide the rows of an (n, k) table: keepdims=True makes
    it (n, 1). And exp(1000) does not fit into float32. Which number can be subtracted from
    every logit of a row, so that no exponent is large any more?

    Forbidden: tf.nn.softmax, tf.keras.activations.softmax, tf.keras.layers.Softmax and any
    other ready softmax or log-softmax. Write it with tf.exp, tf.reduce_sum, tf.reduce_max and
    their like. To compare with a ready one, do so under `if __name__ == "__main__":`.
    """
    raise NotImplementedError("softmax: write softmax")
