"""Training stops an epoch early: the epoch of the best loss is counted as the first one
without.

Hint: With a patience of 1, does your training stop before any epoch has been worse?
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
        if waited >= patience - 1:
            return epoch
    return len(val_losses)
