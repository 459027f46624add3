"""Made of Keras's elementwise operations."""

from keras import ops


def softmax(logits):
    shifted = logits - ops.max(logits, axis=-1, keepdims=True)
    e = ops.exp(shifted)
    return e / ops.sum(e, axis=-1, keepdims=True)
