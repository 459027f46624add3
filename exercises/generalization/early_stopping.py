"""Early stopping: after how many epochs a training ends."""


def early_stopping_epoch(val_losses, patience):
    """Count the epochs that a training with early stopping runs.

    After every epoch the loss is also measured on validation data, which no update ever uses.
    The two losses together tell how a training goes:

    - Underfitting: both stay high. The model is too simple, or has not trained enough.
    - Overfitting: the validation loss rises while the training loss goes on falling. Capacity
      and training have gone beyond what the data supports; what is learned now is its noise.

    Early stopping ends a training there. A new best is a validation loss strictly below all
    before it. Training stops as soon as `patience` epochs in a row have brought no new best.

    Args:
        val_losses: the validation losses, a list of Python floats of 0 or more. The first is
            that of epoch 1; there is at least one, and none is NaN or infinite.
        patience: a Python int of 1 or more.

    Returns:
        The number of epochs run, counted from 1, the last one included: a Python int, or
        another whole number of shape (). Where training never stops early, that is
        len(val_losses). It is not the epoch of the best loss, which is earlier.

    The first loss is always a new best. A loss that only equals the best is none, and one that
    is below it by ever so little is one. Every new best starts the count of epochs anew.

    Example, by hand, with a patience of 2: the epochs 3 and 4 bring no new best, so training
    stops after epoch 4 and never gets to the 0.6. With a patience of 3 it gets there.

        epoch       1     2     3     4     5
        loss        1.0   0.7   0.9   0.8   0.6
        new best    yes   yes   no    no
        in a row    0     0     1     2

        >>> early_stopping_epoch([1.0, 0.7, 0.9, 0.8, 0.6], 2)
        4
        >>> early_stopping_epoch([1.0, 0.7, 0.9, 0.8, 0.6], 3)
        5

    Watch out: compare with the best so far, not with the epoch before. In epoch 4 above the
    loss falls, from 0.9 to 0.8, and is still no new best.

    Forbidden: tf.keras.callbacks.EarlyStopping and other ready callbacks.
    """
    raise NotImplementedError("early_stopping: write early_stopping_epoch")
