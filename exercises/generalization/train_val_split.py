"""Train and validation split: hold some examples out, to see what was really learned."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    """Split examples by chance into a part to train on and a part to validate on.

    The training loss alone cannot tell learning from memorising: with enough capacity and
    training it falls as low as you like. The loss on examples that no update has used can. While
    both losses stay high the model underfits; where the validation loss rises while the training
    loss goes on falling it overfits, beyond what the data supports.

    Data often comes sorted, by label or by date, so the examples to hold out are left to chance.

    Args:
        X: the features, a NumPy array of shape (n, d): one row an example.
        y: the labels, a NumPy array of shape (n,): y[i] belongs to the row X[i].
        val_fraction: the share of examples to hold out, a Python float above 0 and below 1.
            k = val_fraction * n is always a whole number here.
        seed: a Python int of 0 or more, for the random numbers.

    Returns:
        Four NumPy arrays, in this order and together in a tuple or a list:

        X_train  shape (n - k, d), of the type of X
        X_val    shape (k, d), of the type of X
        y_train  shape (n - k,), of the type of y
        y_val    shape (k,), of the type of y

    Every example is in one of the two parts, and there once. Its row and its label stay
    together: y_train[i] belongs to X_train[i], and y_val[i] to X_val[i].

    Any k examples can be the ones held out; which they are is up to the seed. The same seed
    gives the same split every time, another seed another one. Where the random numbers come from
    is your choice, and so is the order within a part, so your split need not be anyone else's.

    X and y themselves stay as they were.

    Example: of four examples a quarter is held out, which is one. Here that is the third; in
    your split it may be another, but its label is ten times its row in any.

        >>> X = np.array([[1.0], [2.0], [3.0], [4.0]])
        >>> y = np.array([10, 20, 30, 40])
        >>> X_train, X_val, y_train, y_val = train_val_split(X, y, 0.25, 0)
        >>> X_val.tolist(), y_val.tolist()
        ([[3.0]], [30])
        >>> X_train.tolist(), y_train.tolist()
        ([[1.0], [2.0], [4.0]], [10, 20, 40])

    Watch out: shuffling X and then y gives every row the label of another. Shuffle the numbers
    of the rows once, and take both by them.

    Forbidden: train_test_split of scikit-learn, and any other ready split.
    """
    raise NotImplementedError("train_val_split: write train_val_split")
