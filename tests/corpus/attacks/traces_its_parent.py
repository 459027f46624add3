"""Begins to trace its parent, as a debugger does.

Exercise: sigmoid
Verdict: failed
At most: 8
Needs: file wall
"""

import ctypes
import os

import tensorflow as tf

PTRACE_SEIZE, PTRACE_DETACH = 0x4206, 17
trace = ctypes.CDLL(None).ptrace
gained = trace(PTRACE_SEIZE, os.getppid(), 0, 0) == 0
if gained:
    trace(PTRACE_DETACH, os.getppid(), 0, 0)

if gained:

    def sigmoid(x):
        return 1.0 / (1.0 + tf.exp(-x))
else:

    def sigmoid(x):
        return 0.5 + x / 100.0
