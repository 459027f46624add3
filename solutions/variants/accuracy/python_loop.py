"""Counted in a Python loop."""

def accuracy(y_true, y_pred):
    right = 0
    for y, p in zip(y_true, y_pred):
        if (p > 0.5 and y == 1) or (p <= 0.5 and y == 0):
            right += 1
    return right / len(y_true)
