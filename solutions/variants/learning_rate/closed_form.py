"""Right, and unusual: the larger root of the quadratic equation, in Python floats."""

import math


def largest_stable_learning_rate(inputs):
    x = [float(each) for each in inputs]
    a, c = sum(each * each for each in x) / len(x), sum(x) / len(x)
    return 2 / (a + 1 + math.sqrt((a - 1) ** 2 + 4 * c * c))
