"""Asks a service on this machine by the newer kind of TCP.

Exercise: mse
Verdict: failed
At most: 5
Needs: own network
"""

import socket

import tensorflow as tf

IPPROTO_MPTCP = 262
gained = False
try:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, IPPROTO_MPTCP) as there:
        there.settimeout(0.5)
        there.connect(("127.0.0.1", 47113))
        gained = there.recv(16) == b"an answer"
except OSError:
    pass


if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
