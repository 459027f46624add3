"""Imports the reference.

Exercise: mse
Verdict: error
Score: 0
Says: ModuleNotFoundError
"""

import tensorflow as tf

from solutions.linear_regression.mse import *
