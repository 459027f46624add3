"""Opens a TCP connection, here to itself.

Exercise: mse
Verdict: failed
At most: 5
Needs: network wall
"""

import socket

import tensorflow as tf

gained = False
try:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as here, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as there:
        here.settimeout(1.0)
        there.settimeout(1.0)
        # Without a name of its own, so that binding one is not what fails.
        here.listen()
        there.connect(("127.0.0.1", here.getsockname()[1]))
        gained = here.accept() is not None
except OSError:
    pass

if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
