"""The best of all losses is looked for, also in epochs after training has stopped.

Hint: When epoch 4 ends, who knows the loss of epoch 5? Only look at what has been run so far.
Caught by: future_is_unknown
"""


def early_stopping_epoch(val_losses, patience):
    best_epoch = val_losses.index(min(val_losses)) + 1
    return min(best_epoch + patience, len(val_losses))
