"""Nothing is shuffled: the last rows are always held out.

Hint: Say the data is sorted by label. Which labels would there be to validate on?
Caught by: left_to_chance
"""


def train_val_split(X, y, val_fraction, seed):
    count = round((1 - val_fraction) * len(X))
    return X[:count], X[count:], y[:count], y[count:]
