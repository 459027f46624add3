"""Raises an exception whose text is megabytes of terminal commands.

Exercise: sigmoid
Verdict: error
Score: 0
"""

import tensorflow as tf


class Hostile(Exception):
    def __str__(self):
        return "\x1b[2J\x1b]0;passed\x07" * 10**6


def sigmoid(x):
    raise Hostile
