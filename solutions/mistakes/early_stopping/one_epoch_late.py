"""Training stops an epoch late: the count has to exceed the patience.

Hint: With a patience of 1, how many epochs without a new best may there be?
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
        if waited > patience:
            return epoch
    return len(val_losses)
