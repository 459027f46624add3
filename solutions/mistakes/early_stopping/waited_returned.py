"""The number of epochs without a new best is returned, not that of all epochs run.

Hint: How many epochs were run before the last new best? They count as well.
Caught by: stops_after_patience
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return waited
    return len(val_losses)
