"""A Python loop with the built-in abs."""


def mean_absolute_percentage_error(y_true, y_pred):
    total = 0.0
    for target, prediction in zip(y_true, y_pred):
        total = total + abs((target - prediction) / target)
    return 100 * total / len(y_true)
