"""tf.where picks the safe form where it is needed, but the other one overflows all the same.

Hint: The values are right far out, but the gradient is nan. What does tf.where compute of the
branch that it does not take? Is there any row that the safe form is wrong for?
Caught by: gradient_finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    largest = tf.reduce_max(logits, axis=-1, keepdims=True)
    plain = tf.exp(logits)
    plain = plain / tf.reduce_sum(plain, axis=-1, keepdims=True)
    safe = tf.exp(logits - largest)
    safe = safe / tf.reduce_sum(safe, axis=-1, keepdims=True)
    return tf.where(tf.abs(largest) > 20.0, safe, plain)
