"""Every entry goes through a sigmoid by itself, so the rows do not sum to 1.

Hint: Add up a row. Does an entry of yours change when another logit of its row grows?
Caught by: rows_sum_to_one
"""

import tensorflow as tf


def softmax(logits):
    return 1 / (1 + tf.exp(-logits))
